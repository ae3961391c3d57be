//! Finds the cheapest chain of beads over two sequences of units.

use std::ops::Range;

use crate::unit::Unit;

/// Units of both sides that belong together.
#[derive(Clone, Debug)]
pub(crate) struct Bead {
    pub(crate) source: Range<usize>,
    pub(crate) target: Range<usize>,
    /// How sure, 0 to 1.
    pub(crate) score: f64,
}

/// Shapes of a bead with their prior cost (minus the logarithm of how common they are among professional translations).
const SHAPES: &[(usize, usize, f64)] = &[
    (1, 1, 0.1),
    (1, 2, 2.7),
    (2, 1, 2.7),
    (1, 3, 4.6),
    (3, 1, 4.6),
    (2, 2, 4.4),
    (1, 0, 3.3),
    (0, 1, 3.3),
];

/// A gap costs this much more for every hundred letters it passes over: long omissions are rarer than short ones.
const GAP_PER_LETTER: f64 = 0.01;
/// Variance of a translation's length per letter of the original (Gale and Church 1993).
const VARIANCE: f64 = 6.8;
/// What a number stated on both sides is worth, and what one stated on a single side costs.
const SHARED_NUMBER: f64 = 2.5;
const LONE_NUMBER: f64 = 1.0;
/// Half the width of the band around the diagonal, in units, where both sides are long.
const HALF_BAND: usize = 120;

struct Grid<'a> {
    source: &'a [Unit],
    target: &'a [Unit],
    ratio: f64,
}

/// Finds the cheapest chain of beads; cost is linear in the longer side, since only a band around the diagonal is searched.
pub(crate) fn cheapest_path(source: &[Unit], target: &[Unit]) -> Vec<Bead> {
    let total = |units: &[Unit]| units.iter().map(|it| it.length).sum::<f64>().max(1.0);
    let ratio = (total(target) / total(source)).clamp(0.9, 1.3);
    let grid = Grid { source, target, ratio };
    let (rows, columns) = (source.len() + 1, target.len() + 1);
    let band = |row: usize| {
        let middle = row * target.len() / source.len().max(1);
        let half = HALF_BAND.max(target.len() / source.len().max(1) + 3);
        middle.saturating_sub(half)..(middle + half + 1).min(columns)
    };
    let bands: Vec<Range<usize>> =
        (0..rows).map(|row| if source.is_empty() { 0..columns } else { band(row) }).collect();
    let mut costs: Vec<Vec<(f64, usize)>> =
        bands.iter().map(|it| vec![(f64::INFINITY, 0); it.len()]).collect();
    for row in 0..rows {
        for column in bands[row].clone() {
            let best = if row == 0 && column == 0 {
                (0.0, 0)
            } else {
                grid.cheapest_step(&costs, &bands, row, column)
            };
            costs[row][column - bands[row].start] = best;
        }
    }
    trace(&grid, &costs, &bands)
}

fn trace(grid: &Grid<'_>, costs: &[Vec<(f64, usize)>], bands: &[Range<usize>]) -> Vec<Bead> {
    let (mut row, mut column) = (grid.source.len(), grid.target.len());
    let mut res = Vec::new();
    while row > 0 || column > 0 {
        let (_, shape) = costs[row][column - bands[row].start];
        let (down, right, _) = SHAPES[shape];
        let source = row.saturating_sub(down)..row;
        let target = column.saturating_sub(right)..column;
        (row, column) = (source.start, target.start);
        let cost = grid.bead_cost(source.clone(), target.clone(), 0.0);
        let score =
            if source.is_empty() || target.is_empty() { 0.0 } else { (-cost.max(0.0) / 4.0).exp() };
        res.push(Bead { source, target, score });
    }
    res.reverse();
    res
}

impl Grid<'_> {
    fn cheapest_step(
        &self,
        costs: &[Vec<(f64, usize)>],
        bands: &[Range<usize>],
        row: usize,
        column: usize,
    ) -> (f64, usize) {
        let mut best = (f64::INFINITY, if row > 0 { 6 } else { 7 });
        for (index, &(down, right, prior)) in SHAPES.iter().enumerate() {
            if down > row || right > column || !bands[row - down].contains(&(column - right)) {
                continue;
            }
            let (before, _) = costs[row - down][column - right - bands[row - down].start];
            if before.is_finite() {
                let cost = before + self.bead_cost(row - down..row, column - right..column, prior);
                if cost < best.0 {
                    best = (cost, index);
                }
            }
        }
        best
    }

    fn bead_cost(&self, source: Range<usize>, target: Range<usize>, prior: f64) -> f64 {
        let (source, target) = (&self.source[source], &self.target[target]);
        let length = |units: &[Unit]| units.iter().map(|it| it.length).sum::<f64>();
        let (left, right) = (length(source), length(target));
        let (shared, lone) = shared_numbers(source, target);
        if source.is_empty() || target.is_empty() {
            return prior + GAP_PER_LETTER * (left + right) + LONE_NUMBER * lone as f64;
        }
        let expected = left * self.ratio;
        let mean = f64::midpoint(expected, right);
        let deviation = (right - expected).abs() / (VARIANCE * mean).sqrt();
        prior + deviation_cost(deviation) - SHARED_NUMBER * shared as f64
            + LONE_NUMBER * lone as f64
    }
}

/// Minus the logarithm of how often chance alone deviates so much: close to that of the two tails of a normal distribution.
fn deviation_cost(deviation: f64) -> f64 {
    deviation * deviation / 2.0 + (1.0 + 1.25 * deviation).ln()
}

/// Counts numbers stated on both sides, each once, and on one side only.
fn shared_numbers(source: &[Unit], target: &[Unit]) -> (usize, usize) {
    let mut rest: Vec<i64> = target.iter().flat_map(|it| it.numbers.iter().copied()).collect();
    let (mut shared, mut lone) = (0, 0);
    for number in source.iter().flat_map(|it| &it.numbers) {
        match rest.iter().position(|it| it == number) {
            Some(at) => {
                rest.swap_remove(at);
                shared += 1;
            }
            None => lone += 1,
        }
    }
    (shared, lone + rest.len())
}

//! Finds the cheapest chain of beads over two sequences of units.

use std::{cmp::Ordering, ops::Range};

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
/// Half the width of the band around the diagonal, in units, where both sides are long: at first, and at most.
const FIRST_HALF_BAND: usize = 30;
const HALF_BAND: usize = 120;

/// What the beads of one side may hold, by how many units they take and where they begin.
struct Runs {
    lengths: [Vec<f64>; LARGEST],
    /// The numbers they state, sorted.
    numbers: [Vec<Vec<i64>>; LARGEST],
}

/// The most units of one side in a bead.
const LARGEST: usize = 3;

impl Runs {
    fn new(units: &[Unit]) -> Runs {
        let lengths = |count: usize| {
            units.windows(count).map(|it| it.iter().map(|it| it.length).sum()).collect()
        };
        let numbers = |count: usize| {
            let sorted = |run: &[Unit]| {
                let mut all: Vec<i64> =
                    run.iter().flat_map(|it| it.numbers.iter().copied()).collect();
                all.sort_unstable();
                all
            };
            units.windows(count).map(sorted).collect()
        };
        Runs {
            lengths: std::array::from_fn(|it| lengths(it + 1)),
            numbers: std::array::from_fn(|it| numbers(it + 1)),
        }
    }

    fn length(&self, run: &Range<usize>) -> f64 {
        let lengths = run.len().checked_sub(1).and_then(|it| self.lengths.get(it));
        lengths.and_then(|it| it.get(run.start)).copied().unwrap_or_default()
    }

    fn numbers(&self, run: &Range<usize>) -> &[i64] {
        let numbers = run.len().checked_sub(1).and_then(|it| self.numbers.get(it));
        numbers.and_then(|it| it.get(run.start)).map_or(&[], Vec::as_slice)
    }
}

struct Grid {
    source: Runs,
    target: Runs,
    ratio: f64,
}

/// The cheapest way to each place of the band, and the shape of its last bead.
type Costs = Vec<Vec<(f64, u8)>>;

/// Finds the cheapest chain of beads; cost is linear in the longer side, since only a band around the diagonal is searched.
///
/// A narrow band is tried first; it is widened where the chain comes near its edge.
pub(crate) fn cheapest_path(source: &[Unit], target: &[Unit]) -> Vec<Bead> {
    let total = |units: &[Unit]| units.iter().map(|it| it.length).sum::<f64>().max(1.0);
    let ratio = (total(target) / total(source)).clamp(0.9, 1.3);
    let grid = Grid { source: Runs::new(source), target: Runs::new(target), ratio };
    let mut half = FIRST_HALF_BAND;
    loop {
        let bands = bands(source.len(), target.len(), half);
        let costs = fill(&grid, &bands);
        let (path, nearest) = trace(&grid, &costs, &bands, target.len());
        if half >= HALF_BAND || nearest > half / 2 {
            return path;
        }
        half = (half * 2).min(HALF_BAND);
    }
}

/// The columns searched in each row.
fn bands(rows: usize, columns: usize, half: usize) -> Vec<Range<usize>> {
    let band = |row: usize| {
        let middle = row * columns / rows.max(1);
        let half = half.max(columns / rows.max(1) + 3);
        middle.saturating_sub(half)..(middle + half + 1).min(columns + 1)
    };
    (0..=rows).map(|row| if rows == 0 { 0..columns + 1 } else { band(row) }).collect()
}

fn fill(grid: &Grid, bands: &[Range<usize>]) -> Costs {
    let mut costs: Costs = bands.iter().map(|it| vec![(f64::INFINITY, 0); it.len()]).collect();
    for row in 0..bands.len() {
        for column in bands[row].clone() {
            let best = if row == 0 && column == 0 {
                (0.0, 0)
            } else {
                grid.cheapest_step(&costs, bands, row, column)
            };
            costs[row][column - bands[row].start] = best;
        }
    }
    costs
}

/// Goes back over the cheapest chain; also returns how near it comes to the edge of the band.
fn trace(grid: &Grid, costs: &Costs, bands: &[Range<usize>], columns: usize) -> (Vec<Bead>, usize) {
    let (mut row, mut column) = (bands.len() - 1, columns);
    let mut res = Vec::new();
    let mut nearest = usize::MAX;
    while row > 0 || column > 0 {
        let band = &bands[row];
        let left = if band.start == 0 { usize::MAX } else { column - band.start };
        let right = if band.end > columns { usize::MAX } else { band.end - 1 - column };
        nearest = nearest.min(left).min(right);
        let (_, shape) = costs[row][column - band.start];
        let (down, right, _) = SHAPES[usize::from(shape)];
        let source = row.saturating_sub(down)..row;
        let target = column.saturating_sub(right)..column;
        (row, column) = (source.start, target.start);
        let cost = grid.bead_cost(&source, &target, 0.0, f64::INFINITY).unwrap_or_default();
        let score =
            if source.is_empty() || target.is_empty() { 0.0 } else { (-cost.max(0.0) / 4.0).exp() };
        res.push(Bead { source, target, score });
    }
    res.reverse();
    (res, nearest)
}

impl Grid {
    fn cheapest_step(
        &self,
        costs: &Costs,
        bands: &[Range<usize>],
        row: usize,
        column: usize,
    ) -> (f64, u8) {
        let mut best = (f64::INFINITY, if row > 0 { 6 } else { 7 });
        for (index, &(down, right, prior)) in (0u8..).zip(SHAPES) {
            if down > row || right > column || !bands[row - down].contains(&(column - right)) {
                continue;
            }
            let (before, _) = costs[row - down][column - right - bands[row - down].start];
            if before.is_infinite() {
                continue;
            }
            let (source, target) = (row - down..row, column - right..column);
            if let Some(cost) = self.bead_cost(&source, &target, prior, best.0 - before) {
                let cost = before + cost;
                if cost < best.0 {
                    best = (cost, index);
                }
            }
        }
        best
    }

    /// What a bead costs; `None` where that is clearly more than `limit`.
    fn bead_cost(
        &self,
        source: &Range<usize>,
        target: &Range<usize>,
        prior: f64,
        limit: f64,
    ) -> Option<f64> {
        let (left, right) = (self.source.length(source), self.target.length(target));
        let (shared, lone) =
            shared_numbers(self.source.numbers(source), self.target.numbers(target));
        if source.is_empty() || target.is_empty() {
            return Some(prior + GAP_PER_LETTER * (left + right) + LONE_NUMBER * lone as f64);
        }
        let stated = LONE_NUMBER * lone as f64 - SHARED_NUMBER * shared as f64;
        let expected = left * self.ratio;
        let mean = f64::midpoint(expected, right);
        let off = right - expected;
        // The logarithm below is never negative, so most beads are too dear without it.
        let least = off * off / (2.0 * VARIANCE * mean) + prior + stated;
        if least > limit + 1e-6 {
            return None;
        }
        let deviation = off.abs() / (VARIANCE * mean).sqrt();
        Some(
            prior + deviation_cost(deviation) - SHARED_NUMBER * shared as f64
                + LONE_NUMBER * lone as f64,
        )
    }
}

/// Minus the logarithm of how often chance alone deviates so much: close to that of the two tails of a normal distribution.
fn deviation_cost(deviation: f64) -> f64 {
    deviation * deviation / 2.0 + (1.0 + 1.25 * deviation).ln()
}

/// Counts numbers stated on both sides, each once, and on one side only; both sides are sorted.
fn shared_numbers(source: &[i64], target: &[i64]) -> (usize, usize) {
    let (mut left, mut right, mut shared) = (source, target, 0);
    while let ([a, more @ ..], [b, rest @ ..]) = (left, right) {
        match a.cmp(b) {
            Ordering::Less => left = more,
            Ordering::Greater => right = rest,
            Ordering::Equal => {
                (left, right) = (more, rest);
                shared += 1;
            }
        }
    }
    (shared, source.len() + target.len() - 2 * shared)
}

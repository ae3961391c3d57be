//! Learns pairs of pieces by expectation-maximisation: how probable each is, summed over all ways to cut the pairs of words.

use std::collections::BTreeMap;

/// Two words in symbols.
pub(super) struct Pair {
    pub(super) latin: Vec<u8>,
    pub(super) other: Vec<u8>,
}

/// Two pieces, at most four symbols each.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cut(u32, u32);

/// The probability of each pair of pieces.
pub(super) type Pieces = BTreeMap<Cut, f64>;

/// Longest piece in symbols, Latin and other.
const LONGEST: [usize; 2] = [4, 3];
/// How often the expectations are taken.
const ROUNDS: usize = 8;
/// From which round on pairs that are no transcriptions count less, and rare pieces are dropped.
const SELECTIVE: usize = 3;
/// What the count of a pair of pieces is lowered by for each letter beyond one and one, so that long pieces must earn their place.
const DISCOUNT: f64 = 0.4;
/// How often every letter is taken to have been left out or put in.
const OMITTED: f64 = 0.5;
/// The evidence at which a pair of the list is as likely a transcription as not.
const DOUBT: f64 = 3.0;
/// Counts below this are none.
const LEAST: f64 = 0.02;

impl Cut {
    fn of(latin: &[u8], other: &[u8]) -> Cut {
        let pack = |it: &[u8]| it.iter().fold(0, |all, one| all << 8 | u32::from(*one));
        Cut(pack(latin), pack(other))
    }

    /// The symbols of both pieces.
    pub(super) fn symbols(self) -> [Vec<u8>; 2] {
        let unpack = |it: u32| it.to_be_bytes().into_iter().skip_while(|it| *it == 0).collect();
        [unpack(self.0), unpack(self.1)]
    }

    fn size(self) -> u32 {
        let bytes = |it: u32| 4 - it.leading_zeros() / 8;
        bytes(self.0) + bytes(self.1)
    }
}

/// Learns the pairs of pieces.
pub(super) fn learn(pairs: &[Pair]) -> Pieces {
    let letters = letters(pairs);
    let mut pieces = normal(first_guess(pairs), 0.0, 20.0, &letters);
    for round in 0..ROUNDS {
        let mut counts = Pieces::new();
        let chance = Chance::of(&pieces);
        for pair in pairs {
            expect(&pieces, pair, (round >= SELECTIVE).then_some(&chance), &mut counts);
        }
        let discount = if round < SELECTIVE { 0.0 } else { DISCOUNT };
        pieces = normal(counts, discount, OMITTED, &letters);
    }
    pieces
}

/// Every letter, left out and put in.
fn letters(pairs: &[Pair]) -> Vec<Cut> {
    let latin = pairs.iter().flat_map(|it| &it.latin).map(|it| Cut::of(&[*it], &[]));
    let other = pairs.iter().flat_map(|it| &it.other).map(|it| Cut::of(&[], &[*it]));
    let mut res: Vec<Cut> = latin.chain(other).collect();
    res.sort_unstable();
    res.dedup();
    res
}

/// Takes pieces at about the same place in both words, and of about the same share of them, for partners.
fn first_guess(pairs: &[Pair]) -> Pieces {
    let mut res = Pieces::new();
    for pair in pairs {
        let (n, m) = (pair.latin.len() as f64, pair.other.len() as f64);
        for (i, latin) in windows(&pair.latin, LONGEST[0]) {
            for (j, other) in windows(&pair.other, LONGEST[1]) {
                let (a, b) = (latin.len() as f64, other.len() as f64);
                let apart = ((i as f64 + a / 2.0) / n - (j as f64 + b / 2.0) / m).abs();
                let unequal = 1.0 + (a / n - b / m).abs() * 10.0;
                if apart < 0.25 {
                    *res.entry(Cut::of(latin, other)).or_default() +=
                        (0.25 - apart) * 0.3 / unequal / (a * b);
                }
            }
        }
    }
    res
}

/// Every piece of a word with its place.
fn windows(word: &[u8], longest: usize) -> impl Iterator<Item = (usize, &[u8])> {
    (1..=longest).flat_map(move |size| word.windows(size).enumerate())
}

/// Makes counts probabilities.
fn normal(counts: Pieces, discount: f64, omitted: f64, letters: &[Cut]) -> Pieces {
    let lowered = |(cut, count): (Cut, f64)| {
        let count = count - discount * f64::from(cut.size() - 1);
        (count > LEAST).then_some((cut, count))
    };
    let mut res: Pieces = counts.into_iter().filter_map(lowered).collect();
    for letter in letters {
        *res.entry(*letter).or_default() += omitted;
    }
    let all: f64 = res.values().sum();
    res.values_mut().for_each(|it| *it /= all);
    res
}

/// The probability of pieces whatever their partners.
struct Chance {
    latin: BTreeMap<u32, f64>,
    other: BTreeMap<u32, f64>,
}

impl Chance {
    fn of(pieces: &Pieces) -> Chance {
        let mut res = Chance { latin: BTreeMap::new(), other: BTreeMap::new() };
        for (cut, probability) in pieces {
            *res.latin.entry(cut.0).or_default() += probability;
            *res.other.entry(cut.1).or_default() += probability;
        }
        res
    }

    /// The logarithm of the probability of a word, summed over all ways to cut it.
    fn word(alone: &BTreeMap<u32, f64>, word: &[u8]) -> f64 {
        let partnerless = 1.0 / (1.0 - alone.get(&0).copied().unwrap_or(0.0));
        let mut sums = vec![partnerless];
        for end in 1..=word.len() {
            let cut = |size: usize| {
                let piece = word.get(end.checked_sub(size)?..end)?;
                Some(sums.get(end - size)? * alone.get(&Cut::of(piece, &[]).0)? * partnerless)
            };
            let sum: f64 = (1..=LONGEST[0]).filter_map(cut).sum();
            sums.push(sum);
        }
        sums.last().copied().unwrap_or(0.0).ln()
    }
}

/// Adds how often each pair of pieces is to be expected in a pair of words.
fn expect(pieces: &Pieces, pair: &Pair, chance: Option<&Chance>, counts: &mut Pieces) {
    let (n, m) = (pair.latin.len(), pair.other.len());
    let mut before = vec![vec![0.0; m + 1]; n + 1];
    before[0][0] = 1.0;
    let mut steps = Vec::new();
    for i in 0..=n {
        for j in 0..=m {
            for a in 0..=LONGEST[0].min(i) {
                for b in 0..=LONGEST[1].min(j) {
                    let cut = Cut::of(&pair.latin[i - a..i], &pair.other[j - b..j]);
                    let known = (a + b == 1 || a > 0 && b > 0).then(|| pieces.get(&cut)).flatten();
                    if let Some(probability) = known.filter(|_| before[i - a][j - b] > 0.0) {
                        before[i][j] += before[i - a][j - b] * probability;
                        steps.push((cut, *probability, (i - a, j - b), (i, j)));
                    }
                }
            }
        }
    }
    let all = before[n][m];
    if all <= 0.0 {
        return;
    }
    let weight = chance.map_or(1.0, |it| {
        let by_chance = Chance::word(&it.latin, &pair.latin) + Chance::word(&it.other, &pair.other);
        1.0 / (1.0 + (DOUBT - all.ln() + by_chance).exp())
    });
    let mut after = vec![vec![0.0; m + 1]; n + 1];
    after[n][m] = 1.0;
    for (cut, probability, from, to) in steps.into_iter().rev() {
        let rest = after[to.0][to.1] * probability;
        after[from.0][from.1] += rest;
        let expected = before[from.0][from.1] * rest / all;
        if expected > 1e-4 {
            *counts.entry(cut).or_default() += expected * weight;
        }
    }
}

//! How much better a transcription explains two words of different alphabets than chance does.
//!
//! A pair of words is cut into pairs of pieces (`sh`-`ш`, `v$`-`夫`), each with its probability learnt from names; summed over all ways
//! to cut, these give how often the two stand together, and summed over the partners of every piece how often each stands alone.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::symbols::{Alphabet, Spelling, parse, rows};
use crate::lexicon::WordHasher;

/// Longest piece of the other alphabet in symbols; a Latin one has at most four.
const LONGEST: usize = 3;

/// What is learnt about Latin letters and one other alphabet.
struct Model {
    latin: Pieces,
    other: Pieces,
    together: Together,
}

/// The probability of two pieces by their numbers; 0 is no letters at all. Open addressing: half of the slots stay empty.
#[derive(Default)]
struct Together {
    slots: Vec<(u32, f32)>,
    shift: u32,
}

/// A slot without pieces: no two pieces are both nothing.
const EMPTY: (u32, f32) = (0, 0.0);

impl Together {
    fn of(pairs: &[(u32, f32)]) -> Together {
        let size = (pairs.len() * 2).next_power_of_two().max(2);
        let mut res = Together { slots: vec![EMPTY; size], shift: 32 - size.trailing_zeros() };
        for pair in pairs {
            let at = res
                .places(pair.0)
                .find(|at| res.slots.get(*at).is_none_or(|it| it.0 == 0 || it.0 == pair.0));
            if let Some(slot) = at.and_then(|it| res.slots.get_mut(it)) {
                *slot = *pair;
            }
        }
        res
    }

    fn key(one: u16, other: u16) -> u32 {
        u32::from(one) << 16 | u32::from(other)
    }

    /// Where a key may stand, the likeliest place first.
    fn places(&self, key: u32) -> impl Iterator<Item = usize> + use<> {
        let first = (key.wrapping_mul(0x9e37_79b1) >> self.shift) as usize;
        let mask = self.slots.len() - 1;
        (first..=first + mask).map(move |it| it & mask)
    }

    fn get(&self, key: u32) -> f64 {
        for at in self.places(key) {
            match self.slots.get(at) {
                Some((known, probability)) if *known == key => return f64::from(*probability),
                Some((0, _)) | None => return 0.0,
                _ => {}
            }
        }
        0.0
    }
}

/// The pieces of one alphabet.
#[derive(Default)]
struct Pieces {
    /// The number of each piece, by its symbols.
    numbers: HashMap<Symbols, u16, BuildHasherDefault<WordHasher>>,
    /// The probability of each piece whatever its partner, by number.
    alone: Vec<f64>,
}

/// The symbols of a piece, at most four.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Symbols(u32);

impl std::hash::Hash for Symbols {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        state.write(&self.0.to_le_bytes());
    }
}

impl Symbols {
    fn of(symbols: &[u8]) -> Symbols {
        Symbols(symbols.iter().fold(0, |all, it| all << 8 | u32::from(*it)))
    }
}

impl Pieces {
    fn number(&mut self, symbols: &[u8]) -> u16 {
        if self.alone.is_empty() {
            self.alone.push(0.0);
        }
        if symbols.is_empty() {
            return 0;
        }
        let next = u16::try_from(self.alone.len()).unwrap_or(0);
        let number = *self.numbers.entry(Symbols::of(symbols)).or_insert(next);
        if number == next {
            self.alone.push(0.0);
        }
        number
    }

    fn add(&mut self, number: u16, probability: f64) {
        if let Some(alone) = self.alone.get_mut(usize::from(number)) {
            *alone += probability;
        }
    }

    /// The numbers of the pieces that end at each place of a word, by length; 0 where none does.
    fn ending(&self, symbols: &[u8]) -> Vec<[u16; 4]> {
        let pieces = |end: usize| {
            std::array::from_fn(|length| {
                let piece = end.checked_sub(length + 1).and_then(|it| symbols.get(it..end));
                piece.and_then(|it| self.numbers.get(&Symbols::of(it))).copied().unwrap_or(0)
            })
        };
        (0..=symbols.len()).map(pieces).collect()
    }

    /// The probability of a word whatever its partner: the sum over all ways to cut it.
    fn alone(&self, ending: &[[u16; 4]]) -> f64 {
        let partnerless = 1.0 / (1.0 - self.alone.first().copied().unwrap_or(0.0));
        let mut sums = vec![partnerless];
        for (end, pieces) in ending.iter().enumerate().skip(1) {
            let cut = |(length, number): (usize, &u16)| {
                let before = end.checked_sub(length + 1).and_then(|it| sums.get(it))?;
                Some(before * self.alone.get(usize::from(*number)).filter(|_| *number > 0)?)
            };
            let sum: f64 = pieces.iter().enumerate().filter_map(cut).sum();
            sums.push(sum * partnerless);
        }
        sums.last().copied().unwrap_or(0.0)
    }
}

impl Model {
    fn read(alphabet: Alphabet, table: &'static str) -> Model {
        let (mut one, mut two) = (Pieces::default(), Pieces::default());
        let mut together = Vec::new();
        for row in rows(table) {
            let mut cells = row.split('\t');
            let (Some(latin), Some(other), Some(cost)) = (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            if let (Some(latin), Some(other), Ok(cost)) =
                (parse(Alphabet::Latin, latin), parse(alphabet, other), cost.parse::<f64>())
            {
                let (latin, other) = (one.number(&latin), two.number(&other));
                let probability = (-cost / 10.0).exp();
                one.add(latin, probability);
                two.add(other, probability);
                #[allow(
                    clippy::cast_possible_truncation,
                    reason = "costs are rounded to two digits"
                )]
                together.push((Together::key(latin, other), probability as f32));
            }
        }
        Model { latin: one, other: two, together: Together::of(&together) }
    }

    /// Returns the logarithm of how many times likelier than by chance the two words stand together.
    fn evidence(&self, latin: &[u8], other: &[u8]) -> f64 {
        let (across, down) = (self.latin.ending(latin), self.other.ending(other));
        let (width, height) = (down.len(), across.len());
        let mut sums = vec![0.0; across.len() * width];
        for (i, across) in across.iter().enumerate() {
            for (j, down) in down.iter().enumerate() {
                if strays(i * width, j * height, width * height) {
                    continue;
                }
                let sum =
                    if i + j == 0 { 1.0 } else { self.sum(&sums, (i, j, width), across, down) };
                if let Some(cell) = sums.get_mut(i * width + j) {
                    *cell = sum;
                }
            }
        }
        let together = sums.last().copied().unwrap_or(0.0);
        let chance = self.latin.alone(&across) * self.other.alone(&down);
        if chance > 0.0 { (together / chance).ln() } else { f64::NEG_INFINITY }
    }

    /// Sums what the cells before a cell give by the pieces that end there.
    fn sum(
        &self,
        sums: &[f64],
        at: (usize, usize, usize),
        across: &[u16; 4],
        down: &[u16; 4],
    ) -> f64 {
        let (i, j, width) = at;
        let mut res = 0.0;
        for (a, one) in std::iter::once(&0).chain(across).enumerate().take(i + 1) {
            for (b, other) in std::iter::once(&0).chain(down).enumerate().take(j.min(LONGEST) + 1) {
                if a + b == 0 || a > 0 && *one == 0 || b > 0 && *other == 0 {
                    continue;
                }
                let before = sums.get((i - a) * width + j - b).copied().unwrap_or(0.0);
                if before > 0.0 {
                    res += before * self.together.get(Together::key(*one, *other));
                }
            }
        }
        res
    }
}

/// Whether a cell lies so far from where both words are read at the same pace that no transcription passes it.
fn strays(across: usize, down: usize, all: usize) -> bool {
    across.abs_diff(down) * 5 > all * 2
}

macro_rules! model {
    ($alphabet:expr, $file:literal) => {
        LazyLock::new(|| {
            Model::read($alphabet, include_str!(concat!("../../../../../data/", $file)))
        })
    };
}

static CYRILLIC: LazyLock<Model> = model!(Alphabet::Cyrillic, "transcriptions_cyrillic.tsv");
static HAN: LazyLock<Model> = model!(Alphabet::Han, "transcriptions_han.tsv");
static HANGUL: LazyLock<Model> = model!(Alphabet::Hangul, "transcriptions_hangul.tsv");

/// Returns the natural logarithm of how many times likelier than by chance a Latin word and one of another alphabet are one name.
pub(super) fn evidence(latin: &Spelling, other: &Spelling) -> f64 {
    let model = match (latin.alphabet, other.alphabet) {
        (Alphabet::Latin, Alphabet::Cyrillic) => &CYRILLIC,
        (Alphabet::Latin, Alphabet::Han) => &HAN,
        (Alphabet::Latin, Alphabet::Hangul) => &HANGUL,
        _ => return f64::NEG_INFINITY,
    };
    model.evidence(&latin.symbols, &other.symbols)
}

//! Weighs the spelling of words for the languages of one script.

use std::sync::LazyLock;

use regesta_model::Language;

use super::words::{BOUNDARY, Words};

/// The most languages a table can tell apart.
const MOST: usize = 16;
/// The most letters a row of a table looks back on, the one it weighs included.
const LONGEST: u32 = 5;
/// The keys of as many letters as a row looks at.
const KEY: u64 = (1 << (8 * LONGEST)) - 1;
/// What one step of a table's digits weighs, as a logarithm of probability.
const STEP: f64 = 0.25;
/// Letters read before a clear lead is believed.
const ENOUGH: u32 = 60;
/// A lead, in steps, that nothing after it is likely to overturn.
const CLEAR_LEAD: u32 = 80;

/// How unlikely each language is to spell words as they are, in steps of the table.
type Steps = [u32; MOST];

/// What a table says of a column's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// A language that has a name here.
    Of(Language),
    /// A language, or a romanisation, that has none.
    Foreign,
    /// No language: letters in any order.
    Noise,
}

/// How each letter follows the ones before it, in each language of one script.
pub(super) struct Spellings {
    columns: Vec<Column>,
    symbols: Symbols,
    rows: Rows,
}

/// Cyrillic spellings.
pub(super) static CYRILLIC: LazyLock<Spellings> =
    LazyLock::new(|| Spellings::of(include_str!("../../../../data/spellings_cyrillic.tsv")));

/// Latin spellings.
pub(super) static LATIN: LazyLock<Spellings> =
    LazyLock::new(|| Spellings::of(include_str!("../../../../data/spellings_latin.tsv")));

impl Spellings {
    /// Reads a table; lines it cannot make sense of say nothing.
    fn of(table: &str) -> Spellings {
        let mut lines = table.lines().filter(|it| !it.starts_with('#'));
        let header = lines.next().and_then(|it| it.split('\t').nth(1)).unwrap_or_default();
        let columns: Vec<Column> = header.split(' ').take(MOST).map(Column::named).collect();
        let mut res = Spellings { columns, symbols: Symbols::new(), rows: Rows::new(table.len()) };
        for line in lines {
            let mut cells = line.split('\t');
            if let (Some(before), Some(next)) = (cells.next(), cells.next()) {
                next.split(' ').for_each(|it| res.learn(before, it));
            }
        }
        res
    }

    /// Learns one letter and the digits of each language for it.
    fn learn(&mut self, before: &str, entry: &str) {
        let mut digits = entry.chars();
        let Some(letter) = digits.next() else { return };
        let before = before.chars().filter(|it| *it != '-');
        let key = before.chain([letter]).fold(0, |key, it| key << 8 | self.symbols.learn(it));
        let mut weights = [0; MOST];
        for (weight, digit) in weights.iter_mut().zip(digits) {
            *weight = digit.to_digit(36).unwrap_or(0) as u8;
        }
        self.rows.insert(key & KEY, weights);
    }

    /// Weighs words: how sure each language is, and how many letters speak.
    pub(super) fn weigh(&self, words: Words<'_>) -> Weighed<'_> {
        let mut steps = [0; MOST];
        let (mut key, mut letters) = (0, 0);
        for letter in words {
            let symbol = self.symbols.of(letter);
            key = if symbol == 0 { 0 } else { (key << 8 | symbol) & KEY };
            if symbol == 0 || key == symbol && letter == BOUNDARY {
                continue;
            }
            self.rows.add(&mut steps, key);
            if letter == BOUNDARY {
                key = symbol;
                if letters >= ENOUGH && self.lead(&steps) >= CLEAR_LEAD {
                    break;
                }
            } else {
                letters += 1;
            }
        }
        Weighed { columns: &self.columns, steps, letters }
    }

    fn lead(&self, steps: &Steps) -> u32 {
        let (mut first, mut second) = (u32::MAX, u32::MAX);
        for it in steps.iter().take(self.columns.len()) {
            second = second.min((*it).max(first));
            first = first.min(*it);
        }
        second - first
    }
}

impl Column {
    fn named(code: &str) -> Column {
        match Language::from_code(code) {
            Some(language) => Column::Of(language),
            None if code == "noise" => Column::Noise,
            None => Column::Foreign,
        }
    }

    /// Returns what speaks for a language before any word is read, in steps: these are an archive's papers.
    fn prior(self) -> f64 {
        match self {
            Column::Of(Language::Russian | Language::English) => 3.0,
            Column::Of(_) => 0.0,
            Column::Foreign => -14.0,
            Column::Noise => -10.0,
        }
    }
}

/// What the spelling of words says.
pub(super) struct Weighed<'a> {
    columns: &'a [Column],
    steps: Steps,
    letters: u32,
}

impl Weighed<'_> {
    /// How many letters were weighed.
    pub(super) fn letters(&self) -> u32 {
        self.letters
    }

    /// Returns the most probable column and its probability; `None` where no letter was weighed.
    pub(super) fn best(&self) -> Option<(Column, f64)> {
        /// How far letters of one text speak independently of each other, measured.
        const INDEPENDENCE: f64 = 0.7;
        if self.letters == 0 {
            return None;
        }
        let score = |(column, steps): (&Column, &u32)| {
            (column.prior() - f64::from(*steps)) * STEP * INDEPENDENCE
        };
        let scored = self.columns.iter().zip(&self.steps).map(|it| (*it.0, score(it)));
        let best = scored.clone().reduce(|best, it| if it.1 > best.1 { it } else { best })?;
        let sum: f64 = scored.map(|it| (it.1 - best.1).exp()).sum();
        Some((best.0, 1.0 / sum))
    }
}

/// Numbers from 1 for the letters a table knows.
struct Symbols {
    numbers: Vec<u8>,
    last: u8,
}

impl Symbols {
    fn new() -> Symbols {
        Symbols { numbers: vec![0; 0x730], last: 0 }
    }

    /// The place of a letter: below U+0630, and U+1E00 to U+1EFF after them.
    fn place(letter: char) -> Option<usize> {
        match letter as usize {
            it @ ..0x630 => Some(it),
            it @ 0x1e00..0x1f00 => Some(it - 0x1e00 + 0x630),
            _ => None,
        }
    }

    fn of(&self, letter: char) -> u64 {
        Self::place(letter).and_then(|it| self.numbers.get(it)).map_or(0, |it| u64::from(*it))
    }

    fn learn(&mut self, letter: char) -> u64 {
        let Some(number) = Self::place(letter).and_then(|it| self.numbers.get_mut(it)) else {
            return 0;
        };
        if *number == 0 && self.last < u8::MAX {
            self.last += 1;
            *number = self.last;
        }
        u64::from(*number)
    }
}

/// Rows of weights by the letters they are about, in a table of open addresses: no key is 0.
struct Rows {
    /// A bit for each key, a quarter of whose places are taken at most: most keys asked for are not there.
    known: Vec<u64>,
    keys: Vec<u64>,
    weights: Vec<[u8; MOST]>,
    free: usize,
}

impl Rows {
    /// Makes room for a table of so many bytes, of which no entry takes fewer than seven.
    fn new(bytes: usize) -> Rows {
        let size = (bytes / 7).next_power_of_two();
        Rows {
            known: vec![0; (size / 32).max(1)],
            keys: vec![0; size],
            weights: vec![[0; MOST]; size],
            free: size / 2,
        }
    }

    fn insert(&mut self, key: u64, weights: [u8; MOST]) {
        let place = self.place(key);
        if let (Some(to), Some(row)) = (self.keys.get_mut(place), self.weights.get_mut(place))
            && self.free > 0
            && key != 0
        {
            self.free -= usize::from(*to == 0);
            *to = key;
            *row = weights;
            let (cell, bit) = self.bit(key);
            if let Some(bits) = self.known.get_mut(cell) {
                *bits |= bit;
            }
        }
    }

    /// Adds the row of the longest known end of a key.
    fn add(&self, steps: &mut Steps, key: u64) {
        let letters = (u64::BITS - key.leading_zeros()).div_ceil(8);
        let rows = (1..=letters).rev().find_map(|it| {
            let key = key & ((1 << (8 * it)) - 1);
            let (cell, bit) = self.bit(key);
            if self.known.get(cell).is_none_or(|it| it & bit == 0) {
                return None;
            }
            let place = self.place(key);
            (self.keys.get(place) == Some(&key)).then(|| self.weights.get(place)).flatten()
        });
        for (sum, step) in steps.iter_mut().zip(rows.into_iter().flatten()) {
            *sum += u32::from(*step);
        }
    }

    /// The cell and bit of a key among the known.
    fn bit(&self, key: u64) -> (usize, u64) {
        let mixed = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
        ((mixed >> 6) as usize & (self.known.len() - 1), 1 << (mixed & 63))
    }

    /// The place where a key is, or where it would be. At least half of the places are free, so one is always found.
    fn place(&self, key: u64) -> usize {
        let mask = self.keys.len() - 1;
        let mut place = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & mask;
        while self.keys.get(place).is_some_and(|it| *it != 0 && *it != key) {
            place = (place + 1) & mask;
        }
        place
    }
}

//! Shapes and hashes of words: most words are in no table, and a glance says so.

use std::hash::Hasher;

/// The lengths and ends of all words of the tables, as bits: most words of a text are ruled out by them.
pub(super) struct Shapes(Vec<u64>);

impl Shapes {
    const BITS: u32 = 17;

    pub(super) fn new() -> Shapes {
        Shapes(vec![0; 1 << (Self::BITS - 6)])
    }

    pub(super) fn add(&mut self, word: &str) {
        let (cell, bit) = Self::place(word);
        if let Some(bits) = self.0.get_mut(cell) {
            *bits |= bit;
        }
    }

    /// Says whether a word of this shape is in the tables.
    pub(super) fn may_hold(&self, word: &str) -> bool {
        let (cell, bit) = Self::place(word);
        self.0.get(cell).is_some_and(|it| it & bit != 0)
    }

    /// The cell and bit of a word: of its length, its first four bytes and its last four.
    pub(super) fn place(word: &str) -> (usize, u64) {
        let bytes = word.as_bytes();
        let four = |bytes: Option<&[u8; 4]>| bytes.map_or(0, |it| u32::from_le_bytes(*it));
        let (first, last) = match bytes {
            [] => (0, 0),
            [a] => (u32::from(*a), 0),
            [a, b] => (u32::from(*a), u32::from(*b)),
            [a, b, c] => (u32::from(*a) << 8 | u32::from(*b), u32::from(*c)),
            _ => (four(bytes.first_chunk()), four(bytes.last_chunk())),
        };
        let both = u64::from(first) << 32 | u64::from(last);
        let mixed = (both ^ (bytes.len() as u64) << 56).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mixed = mixed ^ mixed >> 29;
        let place = mixed.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> (64 - Self::BITS);
        ((place >> 6) as usize, 1 << (place & 63))
    }
}

/// A multiplicative hash: words are short and come from our own tables, so flooding is no concern.
#[derive(Default)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut mix = |word: u64| {
            let mixed = (self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            self.0 = mixed ^ (mixed >> 29);
        };
        let (chunks, rest) = bytes.as_chunks::<8>();
        chunks.iter().for_each(|it| mix(u64::from_le_bytes(*it)));
        if !rest.is_empty() {
            mix(rest.iter().fold(0, |word, it| word << 8 | u64::from(*it)));
        }
    }

    fn write_u8(&mut self, _: u8) {}
}

//! A span points into a source's reading text; a cited value carries the spans it was read from.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Half-open byte range of a source's reading text, on character boundaries.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

impl Span {
    /// Makes a span of a byte range. Reading texts are shorter than 4 GiB (`regesta-read` sees to it).
    #[inline]
    pub fn new(range: Range<usize>) -> Self {
        debug_assert!(range.start <= range.end, "a span runs forwards");
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: narrow(range.start), end: narrow(range.end) }
    }

    /// Returns the span as a byte range.
    #[inline]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns the words the span points at; empty where the span does not fit the text.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Returns the length in bytes.
    #[inline]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Says whether the span is empty.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Says whether `other` lies wholly inside this span.
    #[inline]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Says whether the two spans share at least one byte.
    #[inline]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the smallest span that holds both.
    #[inline]
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Returns the span without the white space at its ends.
    pub fn trimmed(self, text: &str) -> Span {
        let words = self.of(text);
        let start = self.start as usize + (words.len() - words.trim_start().len());
        Span::new(start..start + words.trim().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range)
    }
}

/// A value with the words it was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited<T> {
    /// The value.
    pub value: T,
    /// The words that state it, in reading order; never empty.
    pub spans: Vec<Span>,
}

impl<T> Cited<T> {
    /// Makes a value cited to one span.
    pub fn new(value: T, span: Span) -> Self {
        Cited { value, spans: vec![span] }
    }
}

/// Converts byte offsets of one text to positions in Unicode scalars, the unit of the public JSON.
///
/// Remembers one position in every 256 bytes, so a look-up costs a scan of at most that.
#[derive(Clone, Debug)]
pub struct ScalarPositions<'a> {
    text: &'a str,
    marks: Vec<u32>,
}

impl<'a> ScalarPositions<'a> {
    const STEP: usize = 256;

    /// Scans the text once.
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / Self::STEP + 1);
        let mut scalars = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at % Self::STEP == 0 {
                marks.push(scalars);
            }
            scalars += u32::from(is_scalar_start(byte));
        }
        ScalarPositions { text, marks }
    }

    /// Returns how many scalars stand before this byte offset.
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let mark = (byte / Self::STEP).min(self.marks.len().saturating_sub(1));
        let before = self.marks.get(mark).copied().unwrap_or_default() as usize;
        let rest = &self.text.as_bytes()[(mark * Self::STEP).min(byte)..byte];
        before + rest.iter().filter(|it| is_scalar_start(**it)).count()
    }
}

fn is_scalar_start(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn scalar_positions_agree_with_counting(text in "(\\PC|\n){0,700}") {
            let positions = ScalarPositions::new(&text);
            for (scalars, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(positions.at(byte), scalars);
            }
            prop_assert_eq!(positions.at(text.len()), text.chars().count());
        }
    }

    #[test]
    fn trimming_keeps_the_words() {
        let text = "  Пэн Дэ-хуай \u{a0}";
        assert_eq!(Span::new(0..text.len()).trimmed(text).of(text), "Пэн Дэ-хуай");
        assert_eq!(Span::new(0..2).trimmed(text).of(text), "");
    }
}

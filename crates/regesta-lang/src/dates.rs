//! Finds dates in running text and reads them to EDTF level 1.

use regesta_model::{DateBasis, Language, Span};

/// A calendar day known from elsewhere, from which a missing year or a relative date is supplied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Anchor {
    /// Year of the common era.
    pub year: i32,
    /// Month, 1 to 12, where known.
    pub month: Option<u8>,
    /// Day of the month, where known.
    pub day: Option<u8>,
}

impl Anchor {
    /// Reads the first calendar date of an EDTF string (`1951-01-16T14:45`, `1951-01/1951-04`, `1951~`).
    pub fn of_edtf(edtf: &str) -> Option<Anchor> {
        let _ = edtf;
        None
    }
}

/// A date found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundDate {
    /// The words, into the text that was searched.
    pub span: Span,
    /// Why no such day or hour exists (`30 February`, `25:00`), where it does not.
    pub impossible: Option<String>,
    /// Whether a year or an anchor has to be supplied.
    pub incomplete: bool,
}

impl FoundDate {
    /// Returns the date as EDTF and what the reading rests on; `None` where it needs an anchor and none is given.
    pub fn edtf(&self, anchor: Option<Anchor>) -> Option<(String, DateBasis)> {
        let _ = anchor;
        None
    }
}

/// Finds the dates of a text in reading order; spans do not overlap.
pub fn find(text: &str, language: Language) -> Vec<FoundDate> {
    let _ = (text, language);
    Vec::new()
}

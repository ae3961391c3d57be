//! Names of the Latin and Cyrillic worlds, and their transcriptions into Cyrillic, Chinese characters and Hangul.

use super::{Form, Reading};

/// Returns the plausible readings of a form in this tradition.
pub(super) fn readings(_form: &Form) -> Vec<Reading> {
    Vec::new()
}

/// How well characters or syllables spell out a name; `None` where they do not.
pub(super) fn transcribed(_latin: &str, _other: &str) -> Option<f64> {
    None
}

/// Stub.
pub(super) fn bones(_word: &str) -> Vec<String> {
    Vec::new()
}
/// Stub.
pub(super) const LIKELY: f64 = 3.0;
/// Stub.
pub(super) const SURE: f64 = 8.0;

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

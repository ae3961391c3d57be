//! Korean names in Hangul, Hanja, every romanisation and Cyrillic.

use super::{Form, Reading};

/// Returns the plausible readings of a form in this tradition.
pub(super) fn readings(_form: &Form) -> Vec<Reading> {
    Vec::new()
}

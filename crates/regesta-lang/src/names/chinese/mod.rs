//! Chinese names in characters, pinyin, Wade-Giles and Palladius's Cyrillic.

use super::{Form, Reading};

/// Returns the plausible readings of a form in this tradition.
pub(super) fn readings(_form: &Form) -> Vec<Reading> {
    Vec::new()
}

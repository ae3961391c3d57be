//! Chinese names in characters, pinyin, Wade-Giles and Palladius's Cyrillic.

mod characters;
mod surnames;

#[allow(unused_imports, reason = "transcriptions of Western names read characters too")]
pub(crate) use characters::pinyin_of;
#[allow(unused_imports, reason = "transcriptions of Western names read characters too")]
pub(crate) use surnames::surname_readings;

use super::{Form, Reading};

/// Returns the plausible readings of a form in this tradition.
pub(super) fn readings(_form: &Form) -> Vec<Reading> {
    Vec::new()
}

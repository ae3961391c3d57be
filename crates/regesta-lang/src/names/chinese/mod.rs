//! Chinese names in characters, pinyin, Wade-Giles and Palladius's Cyrillic.

mod characters;
mod hanzi;
mod letters;
mod palladius;
mod person;
mod segmentation;
mod surnames;
mod syllables;
#[cfg(test)]
mod tests;
mod wade_giles;
mod written;

use regesta_model::Script;

use super::{Form, Reading};

#[allow(unused_imports, reason = "transcriptions of Western names read characters too")]
pub(crate) use characters::pinyin_of;
#[allow(unused_imports, reason = "transcriptions of Western names read characters too")]
pub(crate) use surnames::surname_readings;

/// The pages about how Chinese names are read, each the test of what it says.
pub const PAGES: &[crate::Page] = crate::pages::pages![
    "names/chinese/hanzi",
    "names/chinese/pinyin",
    "names/chinese/wade_giles",
    "names/chinese/palladius"
];

/// Returns the plausible readings of a form in this tradition: whole names of two to four syllables, or a surname alone.
pub(super) fn readings(form: &Form) -> Vec<Reading> {
    match form.script {
        Script::Han => hanzi::hanzi(form),
        Script::Latin => letters::latin(form),
        Script::Cyrillic => letters::cyrillic(form),
        _ => Vec::new(),
    }
}

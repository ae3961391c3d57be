//! Korean names in the Korean alphabet, Chinese characters, every romanisation and Cyrillic.
//!
//! A form is read into the syllables that it may stand for, so that two forms meet where one name could be spelt both ways. A key spells
//! syllables alike for North and South (리, 이) and wherever they stand in a name.

mod alphabetic;
mod candidates;
mod characters;
mod chunks;
mod given;
mod spellings;
mod surnames;
mod syllables;
#[cfg(test)]
mod tests;
mod through_russian;

use super::{Form, Reading};
use candidates::Candidates;

/// The longest name in characters or syllables.
const LONGEST: usize = 4;

/// Returns the plausible readings of a form in this tradition.
pub(super) fn readings(form: &Form) -> Vec<Reading> {
    let mut res = Candidates::default();
    let mut letters =
        form.words.iter().flat_map(|it| it.chars()).filter(|it| !matches!(it, '-' | '·' | '‧'));
    match letters.clone().next() {
        Some('가'..='힣') => {
            let written: Vec<char> = letters.by_ref().take(LONGEST + 1).collect();
            characters::hangul(&written, &mut res);
        }
        Some('\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}') => {
            let written: Vec<char> = letters.by_ref().take(LONGEST + 1).collect();
            characters::hanja(&written, &mut res);
        }
        _ => alphabetic::read(form, &mut res),
    }
    res.into_readings()
}

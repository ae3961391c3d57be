//! Says which forms of a name may be one person's: keys for every plausible reading of a form, in any script.
//!
//! A form is stripped of titles ([`Form`]), each tradition reads it into keys ([`Key`]) with the system that was read, and two
//! forms are linked when their keys meet. Every link names its rule; nothing is linked on one syllable.

mod authority;
mod blocks;
pub(crate) mod chinese;
mod form;
mod grouping;
mod key;
mod korean;
mod linking;
mod offices;
mod person;
mod western;

pub use authority::{Kind, Known, ListedForm, ListedPerson, known, listed_forms, listed_persons};
pub use chinese::PAGES as CHINESE_PAGES;
pub use form::Form;
pub use grouping::{Membership, group};
pub use key::{Key, Reading, System, Tradition};
pub use linking::{Link, same};
pub use offices::is_office;

/// The pages about them, each the test of what it says.
pub const PAGES: &[crate::Page] = crate::pages::pages![
    "names/linking",
    "names/korean/cyrillic",
    "names/korean/hangul",
    "names/korean/hanja",
    "names/korean/romanisations",
    "names/western/russian",
    "names/western/chinese_transcriptions",
    "names/western/korean_transcriptions",
];

/// Returns every plausible reading of a form, in the order of the traditions, each once; a slip of the scanner is read as loose.
pub fn readings(form: &Form) -> Vec<Reading> {
    let mut res = as_written(form);
    if let Some(mended) = mended(form) {
        let loosely =
            |it: Reading| Reading { loose: it.key.tradition != Tradition::Authority, ..it };
        res.extend(as_written(&mended).into_iter().map(loosely));
    }
    res.sort_unstable();
    res.dedup_by(|later, kept| later.key == kept.key && later.system == kept.system);
    res
}

/// Returns the plausible readings of a form in one tradition; the tables of the others are left alone.
pub fn readings_in(tradition: Tradition, form: &Form) -> Vec<Reading> {
    match tradition {
        Tradition::Authority => authority::readings(form),
        Tradition::Chinese => chinese::readings(form),
        Tradition::Korean => korean::readings(form),
        Tradition::Western => western::readings(form),
    }
}

fn as_written(form: &Form) -> Vec<Reading> {
    let mut res = authority::readings(form);
    res.extend(chinese::readings(form));
    res.extend(korean::readings(form));
    res.extend(western::readings(form));
    res
}

/// The form with the `II` and `1l` of scanners read as the syllable `Il`: `Kim II Sung`.
fn mended(form: &Form) -> Option<Form> {
    let is_slip =
        |it: &String| matches!(it.as_str(), "II" | "I1" | "1l" | "lI" | "ll" | "Ii" | "11");
    if form.words.len() < 2 || !form.words.iter().any(is_slip) {
        return None;
    }
    let words = form
        .words
        .iter()
        .map(|it| if is_slip(it) { "Il".to_owned() } else { it.clone() })
        .collect();
    Some(Form { words, ..form.clone() })
}

/// Whether an initial or the beginning of a given name may be that of another, in the Latin or the Cyrillic alphabet.
pub fn initials_agree(one: &str, other: &str) -> bool {
    form::may_agree(one, other)
}

/// The letters of a name alone, small, every shape of a character as one.
pub(crate) fn letters_only(name: &str) -> String {
    form::normalised(name)
        .chars()
        .filter(|it| it.is_alphabetic())
        .flat_map(char::to_lowercase)
        .map(person::folded)
        .collect()
}

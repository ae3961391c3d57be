//! Says which forms of a name may be one person's: keys for every plausible reading of a form, in any script.
//!
//! A form is stripped of titles ([`Form`]), each tradition reads it into keys ([`Key`]) with the system that was read, and two
//! forms are linked when their keys meet. Every link names its rule; nothing is linked on one syllable.

mod authority;
pub(crate) mod chinese;
mod form;
mod grouping;
mod key;
mod korean;
mod linking;
mod western;

pub use chinese::PAGES as CHINESE_PAGES;
pub use form::Form;
pub use grouping::{Membership, group};
pub use key::{Key, Reading, System, Tradition};
pub use linking::{Link, same};

/// The pages about them, each the test of what it says.
pub const PAGES: &[crate::Page] = crate::pages::pages!["names/chinese/chinese"];

/// Returns every plausible reading of a form, in the order of the traditions, each once.
pub fn readings(form: &Form) -> Vec<Reading> {
    let mut res = authority::readings(form);
    res.extend(chinese::readings(form));
    res.extend(korean::readings(form));
    res.extend(western::readings(form));
    res.sort_unstable();
    res.dedup();
    res
}

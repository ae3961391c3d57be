//! Wade-Giles as it is typed: with and without its apostrophes and its ü.

use super::characters::rows_of;
use super::syllables::{Condition, Put};

static SURNAMES: &str = include_str!("../../../../../data/chinese_surname_spellings.tsv");

/// Gives every way to type a spelling of the system.
pub(super) fn spellings(regular: &str, put: &mut Put<'_>) {
    put(regular, Condition::Regular);
    put(&regular.replace('ü', "u"), Condition::Regular);
    if regular.contains('\'') {
        let bare = regular.replace('\'', "");
        put(&bare, Condition::Unmarked);
        put(&bare.replace('ü', "u"), Condition::Unmarked);
    }
}

/// Gives the spellings of surnames that are of no system.
pub(super) fn surnames(put: &mut dyn FnMut(&str, &'static str)) {
    for [spelling, reading] in rows_of(SURNAMES) {
        put(spelling, reading);
    }
}

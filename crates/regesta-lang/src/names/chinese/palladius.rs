//! Palladius's Cyrillic as it is typed: declined, and with the slips of those who do not know the language.

use super::syllables::{Condition, Put};

/// Endings of the second declension after a hard consonant, and after a soft one.
const HARD: [&str; 4] = ["а", "у", "ом", "е"];
const SOFT: [&str; 4] = ["я", "ю", "ем", "е"];

/// Gives every way to type a spelling; slips only of the spelling that the system prefers.
pub(super) fn spellings(regular: &str, is_preferred: bool, put: &mut Put<'_>) {
    if regular.contains('ё') {
        // Hardly anybody types it, and few names have it.
        return put(&regular.replace('ё', "е"), Condition::Slip);
    }
    put(regular, Condition::Regular);
    let (stem, endings) = declension(regular);
    for ending in endings {
        put(&format!("{stem}{ending}"), Condition::Declined);
    }
    if !is_preferred {
        return;
    }
    for (right, slip) in [("чж", "дж"), ("чж", "ж"), ("цз", "дз")] {
        if let Some(rest) = regular.strip_prefix(right) {
            put(&format!("{slip}{rest}"), Condition::Slip);
        }
    }
    match regular {
        "у" => put("ву", Condition::Slip),
        "бай" => put("бо", Condition::Slip),
        "хэ" => put("хо", Condition::Slip),
        "гэ" => put("го", Condition::Slip),
        "кэ" => put("ко", Condition::Slip),
        _ => {}
    }
    if regular.ends_with('н') {
        put(&format!("{regular}ь"), Condition::Softened);
    } else if let Some(hard) = regular.strip_suffix('ь') {
        put(hard, Condition::Hardened);
    } else if let Some(bare) = regular.strip_suffix('й') {
        put(&format!("{bare}и"), Condition::Slip);
    }
}

/// The stem and the endings of a syllable that is declined at the end of a man's name; one that ends in a vowel is not.
fn declension(syllable: &str) -> (&str, &'static [&'static str]) {
    match syllable.strip_suffix(['ь', 'й']) {
        Some(stem) => (stem, &SOFT),
        None if syllable.ends_with(['н', 'р']) => (syllable, &HARD),
        None => (syllable, &[]),
    }
}

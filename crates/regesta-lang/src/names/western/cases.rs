//! Leads Russian names in oblique cases back to their nominatives.

use std::sync::LazyLock;

use super::symbols::rows;

/// An ending of an oblique case and the endings of the nominatives it may come from.
struct Ending {
    oblique: &'static str,
    nominatives: Vec<&'static str>,
}

static ENDINGS: LazyLock<Vec<Ending>> = LazyLock::new(|| {
    let ending = |row: &'static str| {
        let mut cells = row.split('\t');
        let oblique = cells.next()?;
        let nominatives = cells.next()?.split('|').map(|it| if it == "-" { "" } else { it });
        Some(Ending { oblique, nominatives: nominatives.collect() })
    };
    rows(include_str!("../../../../../data/russian_case_endings.tsv")).filter_map(ending).collect()
});

/// Fewest letters before the ending.
const STEM: usize = 3;
/// What a nominative without ending may end in: the surnames that are declined so, and foreign names in consonants.
const VOWELS: &str = "аеёиоуыэюяьйъ";

/// Returns the nominatives that a lower-case Cyrillic word may be an oblique case of.
pub(super) fn nominatives(word: &str) -> Vec<String> {
    let mut res = Vec::new();
    let longest =
        ENDINGS.iter().filter(|it| word.ends_with(it.oblique)).map(|it| it.oblique.len()).max();
    for ending in ENDINGS.iter().filter(|it| Some(it.oblique.len()) == longest) {
        let Some(stem) = word.strip_suffix(ending.oblique) else { continue };
        if stem.chars().count() < STEM {
            continue;
        }
        for nominative in &ending.nominatives {
            if fits(stem, nominative) {
                res.push(format!("{stem}{nominative}"));
            }
        }
    }
    res
}

/// Whether a stem takes the ending: `ь` and no ending after consonants only, `й` after vowels.
fn fits(stem: &str, nominative: &str) -> bool {
    let after_vowel = stem.chars().next_back().is_none_or(|it| VOWELS.contains(it));
    match nominative {
        "" | "ь" | "а" => !after_vowel,
        "й" => after_vowel,
        _ => true,
    }
}

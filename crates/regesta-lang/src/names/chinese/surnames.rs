//! Chinese surnames: how they are written and read.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::characters::{Readings, rows_of};

static SURNAMES: LazyLock<Surnames> =
    LazyLock::new(|| Surnames::read(include_str!("../../../../../data/chinese_surnames.tsv")));

struct Surnames {
    /// Surnames by their characters, with their readings (syllables parted by spaces).
    characters: HashMap<&'static str, Vec<&'static str>>,
    /// Readings of one syllable.
    single: HashSet<&'static str>,
    /// Readings of two syllables.
    compound: HashSet<(&'static str, &'static str)>,
}

impl Surnames {
    fn read(table: &'static str) -> Surnames {
        let mut res = Surnames {
            characters: HashMap::new(),
            single: HashSet::new(),
            compound: HashSet::new(),
        };
        for [reading, surnames] in rows_of(table) {
            match reading.split_once(' ') {
                Some(both) => drop(res.compound.insert(both)),
                None => drop(res.single.insert(reading)),
            }
            for surname in surnames.split(' ') {
                res.characters.entry(surname).or_default().push(reading);
            }
        }
        res
    }
}

/// Returns the readings as a surname of one character, or of two with the syllables parted by a space; none where it is no surname.
pub(crate) fn surname_readings(characters: &str) -> Readings {
    SURNAMES.characters.get(characters).map_or(&[], Vec::as_slice)
}

/// Whether a syllable is the sound of a surname.
pub(super) fn is_surname(pinyin: &str) -> bool {
    SURNAMES.single.contains(pinyin)
}

/// Whether two syllables are the sound of a surname of two characters.
pub(super) fn is_compound_surname(first: &'static str, second: &'static str) -> bool {
    SURNAMES.compound.contains(&(first, second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_how_surnames_are_read() {
        for (written, expected) in [
            ("单", "shan"),
            ("單", "shan"),
            ("仇", "qiu"),
            ("欧阳", "ou yang"),
            ("歐陽", "ou yang"),
            ("任", "ren"),
        ] {
            assert_eq!(surname_readings(written), [expected], "{written}");
        }
        assert_eq!(surname_readings("的"), [""; 0]);
    }
}

//! Chinese surnames: how they are written and read.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::characters::{Readings, rows};

static SURNAMES: LazyLock<Surnames> =
    LazyLock::new(|| Surnames::read(include_str!("../../../../../data/chinese_surnames.tsv")));

/// The surnames by their characters, with their readings (syllables parted by spaces).
struct Surnames {
    characters: HashMap<&'static str, Vec<&'static str>>,
}

impl Surnames {
    fn read(table: &'static str) -> Surnames {
        let mut characters: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
        for (reading, surnames, _) in rows(table) {
            for surname in surnames.split(' ') {
                characters.entry(surname).or_default().push(reading);
            }
        }
        Surnames { characters }
    }
}

/// Returns the readings as a surname of one character, or of two with the syllables parted by a space; none where it is no surname.
pub(crate) fn surname_readings(characters: &str) -> Readings {
    SURNAMES.characters.get(characters).map_or(&[], Vec::as_slice)
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

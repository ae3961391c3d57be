//! Given names that go by other names in other languages: Иосиф, Joseph, József.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::symbols::{Spelling, rows, spell};

/// The names that each spelling may be, by the line of their table.
static NAMES: LazyLock<HashMap<Vec<u8>, Vec<&'static str>>> = LazyLock::new(|| {
    let mut res: HashMap<Vec<u8>, Vec<&'static str>> = HashMap::new();
    for row in rows(include_str!("../../../../../data/given_names.tsv")) {
        let mut cells = row.split('\t');
        let (Some(name), Some(forms)) = (cells.next(), cells.next()) else { continue };
        for spelling in forms.split(' ').chain([name]).filter_map(spell) {
            res.entry(key(&spelling)).or_default().push(name);
        }
    }
    res
});

fn key(spelling: &Spelling) -> Vec<u8> {
    let mut res = spelling.symbols.clone();
    res.push(spelling.alphabet as u8);
    res
}

/// Returns the names, in Russian, that a word may be another language's form of.
pub(super) fn names(spelling: &Spelling) -> &'static [&'static str] {
    NAMES.get(&key(spelling)).map_or(&[], Vec::as_slice)
}

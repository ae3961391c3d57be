//! Romanises the Cyrillic letters of a name.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::vocabulary::rows;

/// Each letter in Latin letters, and so at the beginning and after a vowel.
static LETTERS: LazyLock<HashMap<char, (&'static str, &'static str)>> = LazyLock::new(|| {
    let bare = |it: &'static str| if it == "-" { "" } else { it };
    let rows = rows(include_str!("../../../../../data/bgn_pcgn.tsv"));
    rows.filter_map(|row| match row.as_slice() {
        [letter, latin, opening, ..] => {
            Some((letter.chars().next()?, (bare(latin), bare(opening))))
        }
        _ => None,
    })
    .collect()
});

/// Romanises the Cyrillic letters of a word; its capitals stay capitals.
pub(super) fn romanised(word: &str) -> String {
    let mut res = String::with_capacity(word.len());
    let mut opens = true;
    for c in word.chars() {
        let small = c.to_lowercase().next().unwrap_or(c);
        match LETTERS.get(&small) {
            Some((latin, opening)) => {
                let latin = if opens { opening } else { latin };
                if c.is_uppercase() {
                    let mut letters = latin.chars();
                    res.extend(letters.next().map(|it| it.to_ascii_uppercase()));
                    res.extend(letters);
                } else {
                    res.push_str(latin);
                }
            }
            None => res.push(c),
        }
        opens = "аеёиоуыэюяйьъ".contains(small) || !small.is_alphabetic();
    }
    res
}

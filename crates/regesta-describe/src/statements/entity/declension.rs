//! The endings that a listed Russian word takes in a text, by the ending of its nominative.

use std::sync::LazyLock;

use super::words::{self, LONGEST_ENDING, Word};
use crate::vocabulary::rows;

/// How words of one nominative ending are declined.
struct Declension {
    nominative: &'static str,
    cut: usize,
    endings: Vec<(usize, u64)>,
}

static DECLENSIONS: LazyLock<Vec<Declension>> = LazyLock::new(|| {
    let mut res = vec![
        Declension { nominative: "", cut: 0, endings: vec![(0, 0)] },
        Declension { nominative: "", cut: 0, endings: vec![(0, 0), (1, words::packed("s"))] },
    ];
    for row in rows(include_str!("../../../../../data/russian_declensions.tsv")) {
        let [nominative, cut, endings, ..] = row.as_slice() else { continue };
        let bare = |it: &'static str| if it == "-" { "" } else { it };
        let endings =
            endings.split('|').map(bare).map(|it| (it.chars().count(), words::packed(it)));
        let endings = endings.filter(|it| it.0 <= LONGEST_ENDING).collect();
        res.push(Declension { nominative, cut: cut.parse().unwrap_or_default(), endings });
    }
    res
});

/// A word as a table lists it: the hash of its stem and how it is declined.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) stem: u64,
    declension: u8,
    /// Listed with a capital.
    pub(super) capital: bool,
}

/// Of words that are not declined, and of English nouns that may stand in the plural.
const FIXED: u8 = 0;
const PLURAL: u8 = 1;

impl Piece {
    /// A word as listed: Russian ones in the nominative, adjectives listed small agree with any noun, capitals alone are fixed.
    pub(super) fn listed(word: &str) -> Piece {
        let word = word.strip_suffix("'s").unwrap_or(word);
        let capital = word.chars().next().is_some_and(words::is_capital);
        let declension = declension(word);
        let cut = DECLENSIONS.get(usize::from(declension)).map_or(0, |it| it.cut);
        Piece { stem: words::hashed(word, cut), declension, capital }
    }

    /// A noun that may stand in the plural.
    pub(super) fn plural(word: &str) -> Piece {
        Piece { declension: PLURAL, ..Piece::listed(word) }
    }

    /// A title, with `*` where any ending may follow.
    pub(super) fn title(word: &str) -> Piece {
        let bare = word.strip_suffix('*');
        let declension = if bare.is_some() { named("title") } else { FIXED };
        Piece { stem: words::hashed(bare.unwrap_or(word), 0), declension, capital: false }
    }

    /// Whether a word of the text is this one in one of its cases.
    pub(super) fn is(&self, word: &Word) -> bool {
        let Some(declension) = DECLENSIONS.get(usize::from(self.declension)) else { return false };
        declension.endings.iter().any(|(len, ending)| {
            let mask = (1_u64 << (16 * len)) - 1;
            word.stems.get(*len) == Some(&self.stem) && word.tail & mask == *ending
        })
    }
}

fn named(nominative: &str) -> u8 {
    let at = DECLENSIONS.iter().position(|it| it.nominative == nominative);
    at.and_then(|it| u8::try_from(it).ok()).unwrap_or(FIXED)
}

fn declension(word: &str) -> u8 {
    let Some(first) = word.chars().next().filter(|it| !it.is_ascii()) else { return FIXED };
    let (mut letters, mut cyrillic, mut small) = (0, true, false);
    for c in word.chars().filter(|it| words::is_letter(*it)) {
        letters += 1;
        cyrillic &= ('Ѐ'..='ӿ').contains(&c);
        small |= !words::is_capital(c);
    }
    if !cyrillic || letters > 1 && !small || letters < 2 {
        return FIXED;
    }
    let adjective = word.ends_with("ий") || word.ends_with("ый");
    if !words::is_capital(first) && letters > 4 && adjective {
        return named("small");
    }
    let (two, one) = (tail(word, 2), tail(word, 1));
    let listed = |ending: &str| DECLENSIONS.iter().position(|it| it.nominative == ending);
    let vowel = one.chars().all(|it| "аеёиоуыэюяйь".contains(it));
    let long = listed(two).filter(|_| letters > 3).or_else(|| listed(one).filter(|_| letters > 2));
    let at = long.or_else(|| if vowel { None } else { listed("*") });
    at.and_then(|it| u8::try_from(it).ok()).unwrap_or(FIXED)
}

/// The last letters of a word.
fn tail(word: &str, count: usize) -> &str {
    let at = word.char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |it| it.0);
    word.get(at..).unwrap_or_default()
}

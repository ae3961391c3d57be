//! Folding: the one form under which spellings of a character or a word are looked for.
//!
//! Only the text of a token is folded; its offsets stay those of the original words.

use std::{cell::RefCell, collections::HashMap, sync::LazyLock};

use frostem::{Algorithm, Stemmer};
use icu_normalizer::ComposingNormalizerBorrowed;
use regesta_model::Script;

static HAN: LazyLock<HashMap<char, char>> =
    LazyLock::new(|| table(include_str!("../../../../data/han_folding.tsv")));

const NFKC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfkc();

fn table(lines: &str) -> HashMap<char, char> {
    let pair = |line: &str| {
        let mut columns = line.split('\t');
        let (written, folded) = (columns.next()?, columns.next()?);
        Some((single(written)?, single(folded)?))
    };
    lines.lines().filter(|it| !it.starts_with('#')).filter_map(pair).collect()
}

fn single(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// Says whether a character is searched by its place among its neighbours, not as part of a word.
pub(crate) fn stands_alone(c: char) -> bool {
    matches!(Script::of(c), Script::Han | Script::Hangul | Script::Kana)
}

/// Folds a Han, kana or Hangul character: compatibility and half-width forms, then the forms of one character.
pub(crate) fn fold_char(c: char) -> char {
    let plain = match c {
        // The blocks below need no normalisation; it is the slow part.
        '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{3041}'..='\u{30ff}' => c,
        _ => {
            let mut buffer = [0; 4];
            single(&NFKC.normalize(c.encode_utf8(&mut buffer))).unwrap_or(c)
        }
    };
    HAN.get(&plain).copied().unwrap_or(plain)
}

/// Folds a word of an alphabet: width, case, stress marks, ё, diacritics of Latin letters, and its ending.
pub(crate) fn fold_word(word: &str) -> String {
    /// Words of a language come back: most are found among those folded before.
    const REMEMBERED: usize = 50_000;
    thread_local! {
        static FOLDED: RefCell<HashMap<String, String>> = RefCell::default();
    }
    FOLDED.with_borrow_mut(|folded| {
        if let Some(known) = folded.get(word) {
            return known.clone();
        }
        if folded.len() >= REMEMBERED {
            folded.clear();
        }
        let res = stem(&plain(word));
        folded.insert(word.to_owned(), res.clone());
        res
    })
}

/// Takes the ending off a plain word.
fn stem(word: &str) -> String {
    static RUSSIAN: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::Russian));
    static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::English));
    let has = |script| word.chars().any(|it| Script::of(it) == script);
    if has(Script::Cyrillic) {
        // Taken off once, the ending leaves `остров` for `острова` but `остр` for `остров` itself: taken off until nothing
        // changes, every form of a word comes to one stem.
        let mut res = word.to_owned();
        for _ in 0..3 {
            let shorter = RUSSIAN.stem(&res).into_owned();
            if shorter == res {
                break;
            }
            res = shorter;
        }
        res
    } else if has(Script::Latin) {
        ENGLISH.stem(word).into_owned()
    } else {
        word.to_owned()
    }
}

/// Writes a word in small plain letters: composed, without stress marks, ё, apostrophes and Latin diacritics.
fn plain(word: &str) -> String {
    let composed = NFKC.normalize(word).to_lowercase();
    let owner = composed.strip_suffix("'s").or_else(|| composed.strip_suffix("\u{2019}s"));
    let mut res = String::with_capacity(composed.len());
    for c in owner.unwrap_or(&composed).chars() {
        match c {
            'ё' => res.push('е'),
            '\u{300}'..='\u{36f}' | '\u{2019}' | '\'' => {}
            _ => res.push(c),
        }
    }
    let latin = res.chars().any(|it| Script::of(it) == Script::Latin);
    if latin { without_diacritics(&res) } else { res }
}

/// Drops the marks of Latin letters, so that a search needs no special keyboard.
fn without_diacritics(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let decomposed = icu_normalizer::DecomposingNormalizerBorrowed::new_nfd().normalize(word);
    let plain = decomposed.chars().filter(|it| !matches!(it, '\u{300}'..='\u{36f}'));
    plain.map(|it| if it == 'ł' { 'l' } else { it }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_word_fold_to_one() {
        for (one, other) in [
            ("Телеграммы", "телеграмма"),
            ("РЕБЁНОК", "ребенок"),
            ("за́мок", "замок"),
            ("острова", "остров"),
            ("островов", "остров"),
            ("ＡＢＣ", "abc"),
            ("Tê", "te"),
            ("Łódź", "lodz"),
            ("soldiers", "Soldier"),
            ("people\u{2019}s", "people's"),
            ("P\u{2019}eng", "P'eng"),
        ] {
            assert_eq!(fold_word(one), fold_word(other), "{one} {other}");
        }
        assert_ne!(fold_word("рота"), fold_word("рог"));
    }

    #[test]
    fn forms_of_a_character_fold_to_one() {
        for (one, other) in [('國', '国'), ('戰', '戦'), ('⾦', '金'), ('樂', '楽'), ('ｶ', 'カ')]
        {
            assert_eq!(fold_char(one), fold_char(other), "{one} {other}");
        }
        assert_ne!(fold_char('連'), fold_char('排'));
    }

    #[test]
    fn the_table_folds_in_one_step() {
        assert!(HAN.len() > 2500);
        for folded in HAN.values() {
            assert_eq!(HAN.get(folded), None, "{folded} folds again");
        }
    }
}

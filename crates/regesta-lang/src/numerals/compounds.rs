//! Numbers that German and Hungarian write in one word: `siebenundzwanzigtausend`, `ezerkilencszázötvenegy`.

use std::sync::LazyLock;

use regesta_model::Language;

use super::words::Sum;
use crate::lexicon::{Entry, LEXICON, NumberWord};

/// What the lexicon says of a word that has to be read in pieces.
static COMPOUND: LazyLock<Entry> = LazyLock::new(Entry::of_compound);

/// Longest number in one word that is read, and the longest piece of one, in bytes.
const LONGEST: usize = 96;
const LONGEST_PIECE: usize = 10;

/// Returns an entry for a word that is a number in pieces.
pub(crate) fn opens_compound(word: &str) -> Option<&'static Entry> {
    let opens = |it: &u8| {
        matches!(
            it | 0x20,
            b'e' | b'z' | b'd' | b'v' | b'f' | b's' | b'a' | b'n' | b'h' | b't' | b'k'
        ) || *it == 0xc3
    };
    if word.len() < 6 || word.len() > LONGEST || !word.as_bytes().first().is_some_and(opens) {
        return None;
    }
    if !begins_like_number(word) {
        return None;
    }
    let number = value(word, Language::German)
        .or_else(|| value(word, Language::Hungarian))
        .or_else(|| ordinal(word));
    number.map(|_| &*COMPOUND)
}

/// Says whether a word has the first two letters of some number; one that does not begin with two of ASCII may.
fn begins_like_number(word: &str) -> bool {
    static BEGINNINGS: LazyLock<Vec<bool>> = LazyLock::new(|| {
        let mut res = vec![false; 26 * 26];
        for place in LEXICON.numbers().filter_map(beginning) {
            if let Some(it) = res.get_mut(place) {
                *it = true;
            }
        }
        res
    });
    beginning(word).is_none_or(|it| BEGINNINGS.get(it) == Some(&true))
}

/// The place of the first two letters of a word among all pairs; `None` where they are not of ASCII.
fn beginning(word: &str) -> Option<usize> {
    let letter = |it: &u8| it.is_ascii_alphabetic().then(|| usize::from((it | 0x20) - b'a'));
    let [first, second, ..] = word.as_bytes() else { return None };
    Some(letter(first)? * 26 + letter(second)?)
}

/// Reads a number in one word of two pieces or more.
pub(super) fn value(word: &str, language: Language) -> Option<i64> {
    // Only words of letters that begin like a number are worth folding.
    let first = piece(word.get(..LONGEST_PIECE.min(word.len())).unwrap_or(word), language);
    if word.is_ascii() && first.is_none() && !word.as_bytes().first()?.is_ascii_uppercase() {
        return None;
    }
    let word = word.to_lowercase();
    let (mut sum, mut at, mut pieces) = (Sum::default(), 0, 0);
    while let Some(rest) = word.get(at..).filter(|it| !it.is_empty()) {
        let (number, len) = piece(rest, language)?;
        let after = rest.get(len..)?;
        match (number, after.strip_prefix("und").and_then(|it| piece(it, language))) {
            // `sieben-und-zwanzig` says the ones first.
            (NumberWord::Digit(_), Some((tens @ NumberWord::Ten(_), more))) => {
                sum.add(tens)?;
                sum.add(number)?;
                at += len + 3 + more;
            }
            (NumberWord::Scale(_), Some(_)) => {
                sum.add(number)?;
                at += len + 3;
            }
            _ => {
                sum.add(number)?;
                at += len;
            }
        }
        pieces += 1;
    }
    let whole = || sum.whole();
    (pieces > 1 || word.contains("und")).then(whole)?
}

/// Returns the longest number word that a word begins with, and its bytes.
fn piece(word: &str, language: Language) -> Option<(NumberWord, usize)> {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    let ends = ends.take_while(|it| *it <= LONGEST_PIECE).skip(1);
    let read = |end: usize| {
        let entry = LEXICON.get(word.get(..end)?)?;
        let number = match entry.local {
            Some((local, number)) if local == language => Some(number),
            _ if language == Language::German => entry.number,
            _ => None,
        };
        use NumberWord::{Digit, Scale, Teen, Ten};
        let number = number.filter(|it| matches!(it, Digit(_) | Teen(_) | Ten(_) | Scale(_)))?;
        Some((number, end))
    };
    ends.filter_map(read).last()
}

/// Reads the ordinal of a compound: `einundzwanzigsten`.
pub(crate) fn ordinal(word: &str) -> Option<i64> {
    // `-ste`, `-te` and their cases.
    word.get(word.len().saturating_sub(4)..).filter(|it| it.contains("te"))?;
    let word = word.to_lowercase();
    let stem = ["e", "en", "er", "es", "em"].iter().find_map(|it| word.strip_suffix(it))?;
    let stem = stem.strip_suffix("st").or_else(|| stem.strip_suffix('t'))?;
    value(stem, Language::German)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_one_word_are_read_in_pieces() {
        for (word, want) in [
            ("siebenundzwanzig", 27),
            ("einhundertfünf", 105),
            ("zweitausenddreihundertvierundfünfzig", 2_354),
            ("Achtundneunzigtausend", 98_000),
            ("hundertundeins", 101),
            ("sechzehnhundert", 1_600),
        ] {
            assert_eq!(value(word, Language::German), Some(want), "{word}");
        }
        for (word, want) in
            [("huszonöt", 25), ("ezerkilencszázötvenegy", 1_951), ("tizenkétezer", 12_000)]
        {
            assert_eq!(value(word, Language::Hungarian), Some(want), "{word}");
        }
        for word in ["Achtung", "hundertfach", "einander", "zwei", "Neunkirchen", "hatvan"] {
            assert_eq!(value(word, Language::German), None, "{word}");
        }
        assert_eq!(ordinal("einundzwanzigsten"), Some(21));
    }
}

//! Words between an archive's name and its numbers, and before a chain whose archive no table knows.

use std::ops::Range;

use super::{
    cursor::skip,
    cursor::{char_at, char_before, is_cjk, is_word_char, word_end},
    labels::phrases,
};

/// Returns the end of an aside in brackets that holds no number.
pub(super) fn aside_end(text: &str, at: usize) -> Option<usize> {
    let open = if matches!(char_at(text, at), Some('(' | '（')) {
        at
    } else {
        at.checked_sub(char_before(text, at)?.len_utf8())?
    };
    if !matches!(char_at(text, open), Some('(' | '（')) {
        return None;
    }
    let end = skip(text, at, 80, |it| !matches!(it, ')' | '）' | '\n') && !it.is_ascii_digit());
    let close = char_at(text, end).filter(|it| matches!(it, ')' | '）'))?;
    Some(end + close.len_utf8())
}

/// Returns the end of a collection's title in Chinese brackets, which stands before its number: `《...》，`.
pub(super) fn title_end(text: &str, at: usize) -> Option<usize> {
    char_before(text, at).filter(|it| matches!(it, '《' | '〈' | '「'))?;
    let end = skip(text, at, 40, |it| !matches!(it, '》' | '〉' | '」' | '\n'));
    let close = char_at(text, end).filter(|it| matches!(it, '》' | '〉' | '」'))?;
    Some(end + close.len_utf8())
}

/// Returns the end of a word that may stand between an archive and its numbers.
pub(super) fn between_end(text: &str, at: usize) -> Option<usize> {
    let first = char_at(text, at)?;
    if is_cjk(first) {
        let rest = text.get(at..)?;
        let longest = phrases("between")
            .iter()
            .filter(|it| rest.starts_with(**it))
            .map(|it| it.len())
            .max()?;
        return Some(at + longest);
    }
    let rest = text.get(at..)?;
    let fits = |it: &&&str| {
        rest.get(..it.len()).is_some_and(|head| head.eq_ignore_ascii_case(it))
            && !char_at(text, at + it.len()).is_some_and(is_word_char)
    };
    let longest = phrases("between").iter().filter(fits).map(|it| it.len()).max()?;
    Some(at + longest)
}

/// Says whether a capitalised word that may be a place stands here.
pub(super) fn starts_place(text: &str, at: usize) -> bool {
    let end = word_end(text, at);
    let closed = matches!(char_at(text, end), Some(',' | ')' | ':' | ' ' | '.'));
    end > at + 2 && closed && char_at(text, at).is_some_and(char::is_uppercase)
}

const LONGEST_ABBREVIATION: usize = 13;

/// An abbreviation right before a chain is an archive's, though no table knows it: `ЦГА ХЯ, ф. 5, оп. 1`.
pub(super) fn unknown_archive_before(text: &str, chain: usize) -> Option<Range<usize>> {
    let before = text.get(..chain)?;
    let lead = before.trim_end_matches([' ', '\u{a0}', ',', '.', ':', '(', '，', '：']);
    let close = before.get(lead.len()..)?;
    if close.len() > 3 || !close.contains([',', '.', ':', '(', '，', '：']) {
        return None;
    }
    let mut start = abbreviation_before(lead)?;
    // Two abbreviations may make one name.
    if let Some(shorter) = lead.get(..start)?.strip_suffix(' ') {
        start = abbreviation_before(shorter).unwrap_or(start);
    }
    // `Архив РНБ` is the archive of a house.
    let head = lead.get(..start)?.trim_end();
    let archive = ["Архив", "Arkhiv", "Архива"].iter().find(|it| head.ends_with(**it));
    if let Some(word) = archive.filter(|_| head.len() + 1 == start) {
        start = head.len() - word.len();
    }
    Some(start..lead.len())
}

/// Returns where the abbreviation that ends this text begins.
fn abbreviation_before(lead: &str) -> Option<usize> {
    let letters = lead.chars().rev().take(LONGEST_ABBREVIATION).take_while(|it| is_word_char(*it));
    let word: Vec<char> = letters.collect();
    let capitals = word.iter().filter(|it| it.is_uppercase()).count();
    let abbreviation = capitals > 1
        && capitals * 2 > word.len()
        && word.len() < LONGEST_ABBREVIATION
        && word.iter().all(|it| it.is_alphabetic())
        && word.last().is_some_and(|it| it.is_uppercase());
    let length: usize = word.iter().map(|it| it.len_utf8()).sum();
    abbreviation.then(|| lead.len() - length)
}

//! Reads the names of collections: `President's Secretary's Files`, `CC al PCR`, `Asie-Océanie 1944-1955`.

use super::{
    cursor::{char_at, char_before},
    labels::{ELEMENTS, aliases, label_at, phrases},
};

/// Reads capitalised words up to a comma, a semicolon or a stop: the words, their end, whether they name a collection.
pub(super) fn name_at(text: &str, at: usize) -> Option<(String, usize, bool)> {
    let end = name_end(text, at)?;
    let words = text.get(at..end)?.trim_end_matches([')', ' ']);
    let end = at + words.len();
    let length = words.split_whitespace().count();
    let capitals = words.split_whitespace().all(is_name_word);
    let first = words.chars().next().is_some_and(char::is_uppercase);
    if !capitals || !first || length > 8 || words.len() > 90 {
        return None;
    }
    let is_collection =
        words.split(|it: char| !it.is_alphanumeric()).any(|it| phrases("collection").contains(&it));
    Some((join_words(words), end, is_collection))
}

/// Reads the name that follows a label (`fond Coreea`), which may begin with a small letter or a digit.
pub(super) fn value_name_at(text: &str, at: usize) -> Option<(String, usize)> {
    let (name, end, _) = name_at(text, at)?;
    let long_enough = name.chars().filter(|it| it.is_alphabetic()).count() > 1;
    (long_enough && label_at(ELEMENTS, &name, 0).is_none()).then_some((name, end))
}

/// Returns the name that a normal form prints for a collection's other names.
pub(super) fn alias(name: &str) -> Option<String> {
    let (bare, years) = split_years(name);
    let found = aliases().iter().find(|(_, other)| other.eq_ignore_ascii_case(bare))?;
    Some(format!("{}{}", found.0, years.replace('–', "-")))
}

/// Says whether words are the printed name of a collection that has other names, with or without years.
pub(super) fn is_alias(print: &str) -> bool {
    let (bare, _) = split_years(print);
    aliases().iter().any(|(name, _)| *name == bare)
}

/// Parts a name from the years after it: `CDF 1950-54`.
fn split_years(name: &str) -> (&str, &str) {
    let bare =
        name.trim_end_matches(|it: char| it.is_ascii_digit() || matches!(it, '-' | '–' | ' '));
    name.split_at(bare.len())
}

/// Says whether words name the town of an archive, which is no part of a reference.
pub(super) fn is_place(words: &str) -> bool {
    phrases("between").contains(&words)
}

/// Closes up white space and writes spans of years with a hyphen.
fn join_words(words: &str) -> String {
    let words = words.split_whitespace().map(|word| {
        let years = word.chars().all(|it| it.is_ascii_digit() || matches!(it, '-' | '–' | '—'));
        if years { word.replace(['–', '—'], "-") } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn name_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    for (offset, c) in rest.char_indices().take(100) {
        let here = at + offset;
        let abbreviated = c == '.' && is_abbreviation_before(text, here);
        if matches!(c, ',' | ';' | ':' | '\n' | '，' | '；' | '：' | '。')
            || c == '.' && !abbreviated
        {
            return Some(here);
        }
    }
    Some(text.len()).filter(|_| rest.chars().nth(100).is_none())
}

/// The stop of an initial, or one inside `C.C.`, ends no name.
fn is_abbreviation_before(text: &str, at: usize) -> bool {
    let Some(last) = char_before(text, at) else { return false };
    let before = char_before(text, at - last.len_utf8());
    last.is_uppercase() && !before.is_some_and(char::is_alphabetic)
        || char_at(text, at + 1).is_some_and(char::is_alphanumeric) && last.is_uppercase()
}

fn is_name_word(word: &str) -> bool {
    let small = [
        "of", "for", "the", "and", "on", "to", "in", "der", "des", "die", "für", "de", "du", "la",
        "les", "und", "von", "и", "al", "și", "si", "din", "a", "i", "w", "z", "v", "ve", "pro",
        "për", "e", "&", "–", "-", "—",
    ];
    let first = word.trim_start_matches(['(', '“', '"', '[', '\'', '‘']).chars().next();
    small.contains(&word) || first.is_some_and(|it| it.is_uppercase() || it.is_ascii_digit())
}

//! Reads the number of a fond, opis or file: `45`, `059а`, `А-513`, `147B`, `02/1`, `IX`.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    cursor::{char_at, is_word_char, latin_value, misread_digit, skip},
    labels::{Scheme, label_at},
};

/// A number as read.
#[derive(Debug)]
pub(super) struct Code {
    /// In Latin letters and Western digits.
    pub(super) value: String,
    pub(super) end: usize,
    /// Whether a letter stood for a digit.
    pub(super) misread: bool,
}

/// Reads the number of a part; `scheme` tells where the label of the next part begins.
pub(super) fn code_at(text: &str, at: usize, part: &str, scheme: Scheme) -> Option<Code> {
    if let Some(code) = roman_at(text, at, part) {
        return Some(code);
    }
    // `Оп. l` is a one that a machine read.
    if char_at(text, at) == Some('l') && !char_at(text, at + 1).is_some_and(char::is_alphanumeric) {
        return Some(Code { value: "1".to_owned(), end: at + 1, misread: true });
    }
    let (digits, misread) = match digits_end(text, at) {
        Some((end, true)) => (end, true),
        _ => (at, false),
    };
    let mut end = if misread { digits } else { plain_end(text, at, part)? };
    end = suffix_end(text, end, scheme);
    let follows = char_at(text, end);
    let decimal = matches!(follows, Some('.' | ':'))
        && char_at(text, end + 1).is_some_and(|it| it.is_ascii_digit());
    let runs_on = follows.is_some_and(is_word_char) && label_at(scheme, text, end).is_none();
    if decimal || runs_on {
        return None;
    }
    let mut value: String =
        text.get(at..digits)?.chars().map(|it| misread_digit(it).unwrap_or(it)).collect();
    value.push_str(&latin_value(text.get(digits..end)?));
    Some(Code { value, end, misread })
}

fn plain_end(text: &str, at: usize, part: &str) -> Option<usize> {
    static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"^(?:\p{Lu}{1,2}[-–. ]?)?[0-9]{1,7}(?:/[0-9IVX]{1,6}|[-–—][0-9]{1,5}|[-–]\p{Lu}{1,3}\b)*",
        )
        .ok()
    });
    let found = CODE.as_ref()?.find(text.get(at..)?)?;
    let end = at + found.end();
    let ranged = matches!(part, "delo" | "fond" | "edinitsa" | "sprava" | "edinitsa-bg");
    if ranged {
        Some(end)
    } else {
        Some(found.as_str().find(['–', '—']).map_or(end, |it| at + it))
    }
}

/// Reads `IV` of a volume, a section or an inventory.
fn roman_at(text: &str, at: usize, part: &str) -> Option<Code> {
    if !matches!(part, "volume" | "razdel" | "opis" | "fond") {
        return None;
    }
    let end = skip(text, at, 6, |it| matches!(it, 'I' | 'V' | 'X' | 'L' | 'Х'));
    let stopped =
        !char_at(text, end).is_some_and(|it| is_word_char(it) || matches!(it, '-' | '–' | '/'));
    (end > at && stopped).then(|| Code {
        value: text.get(at..end).unwrap_or_default().replace('Х', "X"),
        end,
        misread: false,
    })
}

/// Returns the end of a run of digits in which a machine may have read letters (`З34`, `1О2`), and whether it has.
pub(super) fn digits_end(text: &str, at: usize) -> Option<(usize, bool)> {
    let mut end = at;
    let mut misread = false;
    while let Some(c) = char_at(text, end) {
        let next = end + c.len_utf8();
        let more = char_at(text, next).is_some_and(|it| it.is_ascii_digit());
        let fits = more && (end > at || matches!(c, 'З' | 'з' | 'l' | '|'));
        if !c.is_ascii_digit() {
            if misread_digit(c).is_none() || !fits {
                break;
            }
            misread = true;
        }
        end = next;
    }
    (end > at).then_some((end, misread))
}

/// Returns the end of a one-letter suffix (`059а`, `5-a`), unless the letter labels the next part.
fn suffix_end(text: &str, at: usize, scheme: Scheme) -> usize {
    let start = skip(text, at, 1, |it| it == '-');
    let end = skip(text, start, 1, |it| it.is_alphabetic() && is_word_char(it));
    let follows = char_at(text, end);
    let alone = end > start && !follows.is_some_and(is_word_char);
    let value = skip(text, end, 3, |it| matches!(it, '.' | ' '));
    let labels_next = label_at(scheme, text, start).is_some()
        && char_at(text, value).is_some_and(|it| it.is_ascii_digit() || it == 'N' || it == '№');
    if alone && !labels_next { end } else { at }
}

//! Reads boxes, folders and shelf marks: `RG 59, Box 4221`, `2. doboz, 2/b, 001118/1955`, `DY 30/3456, Bl. 12-14`.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::{
    cursor::{char_at, char_before, is_word_char, latin_value, skip, skip_gap},
    labels::{Label, Scheme, Series, label_at, label_of, phrases, series_at},
    leaves::{is_plural, leaves_at},
};
use crate::references::Oddity;

/// How far words bind a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// A number: the words are a reference.
    Number,
    /// The name of a collection: part of a reference that has numbers, or of a citation.
    Collection,
    /// Any other capitalised words, part of a reference only between numbers.
    Name,
}

/// One element of a reference.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) part: &'static str,
    /// The element as a normal form prints it.
    pub(super) print: String,
    pub(super) range: Range<usize>,
    pub(super) weight: Weight,
    pub(super) oddities: Vec<Oddity>,
}

const MOST: usize = 12;
/// Names in a row that may precede a number; more are prose.
const MOST_NAMES: usize = 3;

/// Reads the elements that begin at this offset, up to the last one that binds.
pub(super) fn elements_at(text: &str, at: usize) -> Vec<Element> {
    let mut res: Vec<Element> = Vec::new();
    let mut next = at;
    let mut bound = 0;
    while let Some(element) =
        element_at(text, next).filter(|_| res.len() < MOST && res.len() < bound + MOST_NAMES)
    {
        let end = element.range.end;
        let bare_name = element.weight == Weight::Name;
        res.push(element);
        if !bare_name {
            bound = res.len();
        }
        let Some(after) = skip_gap(text, end, 4, ",;:") else { break };
        let stop = skip_gap(text, end, 4, ",;:.");
        next = match stop.filter(|it| *it > after && numbered_at(text, *it)) {
            Some(stop) => stop,
            None if after == end => break,
            None => after,
        };
    }
    let first_is_bound = res.first().is_some_and(|it| it.weight != Weight::Name) || bound > 1;
    res.truncate(if first_is_bound { bound } else { 0 });
    res
}

/// Reads the capitalised words that a citation gives for an archive's collection (`MfAA`).
pub(super) fn named_at(text: &str, at: usize) -> Option<Element> {
    name_at(text, at)
}

/// Says whether a number of a reference begins here.
pub(super) fn numbered_at(text: &str, at: usize) -> bool {
    element_at(text, at).is_some_and(|it| it.weight == Weight::Number)
}

fn element_at(text: &str, at: usize) -> Option<Element> {
    series_element_at(text, at)
        .or_else(|| counted_box_at(text, at))
        .or_else(|| labelled_at(text, at))
        .or_else(|| shelf_mark_at(text, at))
        .or_else(|| name_at(text, at))
}

fn number(part: &'static str, print: String, range: Range<usize>) -> Element {
    Element { part, print, range, weight: Weight::Number, oddities: Vec::new() }
}

/// Reads a known series with the country and years after it: `XIX-J-1-j Korea 1945-1964`.
fn series_element_at(text: &str, at: usize) -> Option<Element> {
    static COUNTRY: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^[ -]?(\p{Lu}\p{Ll}{2,})(?:,? (\d{4}) ?[-–—] ?(\d{4}))?").ok()
    });
    let Series { print, end, .. } = series_at(text, at)?;
    let rest = text.get(end..)?;
    match COUNTRY.as_ref()?.captures(rest) {
        Some(found) => {
            let part = |at| found.get(at).map_or("", |it| it.as_str());
            let years = if part(2).is_empty() {
                String::new()
            } else {
                format!(" {}-{}", part(2), part(3))
            };
            let end = end + found.get(0)?.end();
            Some(number("fonds", format!("{print}-{}{years}", part(1)), at..end))
        }
        None => Some(number("fonds", print.to_owned(), at..end)),
    }
}

/// Reads `2. doboz`, `11th box`.
pub(super) fn counted_box_at(text: &str, at: usize) -> Option<Element> {
    let digits = skip(text, at, 5, |it| it.is_ascii_digit());
    let rest = text.get(digits..)?;
    let ordinal =
        [".", "th", "st", "nd", "rd", "-я", "-й"].iter().find(|it| rest.starts_with(**it));
    let start = skip(text, digits + ordinal.map_or(0, |it| it.len()), 2, char::is_whitespace);
    let hit = label_at(Scheme::Elements, text, start).filter(|it| it.label.part == "box")?;
    (digits > at).then(|| {
        number("box", format!("box {}", text.get(at..digits).unwrap_or_default()), at..hit.end)
    })
}

fn labelled_at(text: &str, at: usize) -> Option<Element> {
    static VALUE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let lot = r"[0-9]{2}[ -]?[A-Z][ -]?[0-9]{1,4}";
        let code = r"[\p{L}]{0,3}[ -]?[0-9][0-9\p{L}]{0,8}(?:[/–-] ?[0-9\p{L}]{1,8})*";
        Regex::new(&format!(r#"^(?:{lot}|{code}|[IVXLC]{{1,7}}|[“"„][^“”"\n]{{1,60}}[”"“])"#)).ok()
    });
    let hit = label_at(Scheme::Elements, text, at)?;
    let letters = text.get(at..hit.end)?;
    let stopped = char_at(text, hit.end) == Some('.');
    if letters.chars().count() == 1 && !stopped {
        return None;
    }
    let (start, number_sign) = number_sign_after(text, skip_gap(text, hit.end, 3, ".:")?);
    let oddities: Vec<Oddity> = number_sign.then_some(Oddity::NumberSign).into_iter().collect();
    if matches!(hit.label.part, "leaves" | "leaf" | "pages" | "frame") {
        let leaves = leaves_at(text, start)?;
        let print = print_label(hit.label, &leaves.value);
        let oddities = oddities.into_iter().chain(leaves.oddities).collect();
        let range = at..leaves.end;
        return Some(Element {
            part: hit.label.part,
            print,
            range,
            weight: Weight::Number,
            oddities,
        });
    }
    let found = VALUE.as_ref()?.find(text.get(start..)?)?;
    let end = start + found.end();
    if char_at(text, end).is_some_and(is_word_char) || start == hit.end {
        return None;
    }
    let value =
        if hit.label.part == "lot" { found.as_str().to_owned() } else { compact(found.as_str()) };
    let print = print_label(hit.label, &value);
    Some(Element { part: hit.label.part, print, range: at..end, weight: Weight::Number, oddities })
}

fn print_label(label: &Label, value: &str) -> String {
    let plural = matches!(label.part, "leaves" | "leaf" | "pages" | "frame") && is_plural(value);
    format!("{} {value}", if plural { label.plural } else { label.print })
}

fn number_sign_after(text: &str, at: usize) -> (usize, bool) {
    let rest = text.get(at..).unwrap_or_default();
    let sign = ["№", "#", "No.", "no.", "Nr.", "nr."].iter().find(|it| rest.starts_with(**it));
    (skip(text, at + sign.map_or(0, |it| it.len()), 2, |it| it == ' '), false)
}

/// Reads a shelf mark, a registry number or a decimal file number.
fn shelf_mark_at(text: &str, at: usize) -> Option<Element> {
    static MARKS: LazyLock<Vec<(&'static str, Option<Regex>)>> = LazyLock::new(|| {
        let mark = |part, pattern: &str| (part, Regex::new(pattern).ok());
        vec![
            mark("decimal file", super::shapes::DECIMAL_FILE),
            mark("document", super::shapes::READING_ROOM),
            mark("signature", r"^(?:NND|SD)[ -]?[0-9]{5,6}"),
            mark("signature", r"^[A-ZÄÖÜ]{2,6}(?:/ ?[0-9A-Za-z.]{1,8}){1,6}"),
            mark("signature", r"^[IVX]{1,6}(?:[-/][0-9A-Za-z]{1,6}){1,5}"),
            mark(
                "signature",
                r"^[A-ZÄÖÜ]{1,5}[a-z]{0,2}[ -]?[0-9]{1,6}[a-z]?(?:[/.-] ?[0-9A-Za-z]{1,8}(?: [0-9]{1,5}(?:/[0-9]{1,4})?)?){1,6}",
            ),
            mark("signature", r"^[A-Z]{1,3} ?[0-9]{1,6}"),
            mark("number", r"^[0-9]{1,7}[a-zа-я]?(?:/ ?[0-9A-Za-zа-я-]{1,8}){1,5}"),
            mark("number", r"^[0-9]{2,5}(?:-[0-9]{1,6}){2,4}"),
        ]
    });
    let rest = text.get(at..)?;
    MARKS.iter().find_map(|(part, mark)| {
        let found = mark.as_ref()?.find(rest)?;
        let end = at + found.end();
        let figures = found.as_str().contains(|it: char| it.is_ascii_digit());
        let ends = !char_at(text, end).is_some_and(is_word_char);
        (figures && ends && !is_day(found.as_str()))
            .then(|| number(part, compact(found.as_str()), at..end))
    })
}

/// Says whether figures with slashes read as a calendar day (`5/3/1951`) or a pair of years (`1995/96`).
fn is_day(figures: &str) -> bool {
    super::signatures::is_calendar_day(&figures.replace('/', "-"))
        && figures.chars().all(|it| it.is_ascii_digit() || matches!(it, '/' | '-'))
        && !figures.starts_with('0')
        && figures.matches(['/', '-']).count() == 2
}

/// Closes up the blanks after slashes and writes the mark in Latin letters, keeping the blank after a class.
fn compact(mark: &str) -> String {
    let words: Vec<String> = mark.split(' ').map(latin_value).collect();
    words.join(" ").replace("/ ", "/")
}

/// Reads capitalised words up to a comma, a semicolon or a stop.
fn name_at(text: &str, at: usize) -> Option<Element> {
    let end = name_end(text, at)?;
    let words = text.get(at..end)?;
    let length = words.split_whitespace().count();
    let capitals = words.split_whitespace().all(is_name_word);
    let first = words.chars().next().is_some_and(char::is_uppercase);
    if !capitals || !first || length > 7 || words.len() > 80 {
        return None;
    }
    let is_collection =
        words.split(|it: char| !it.is_alphanumeric()).any(|it| phrases("collection").contains(&it));
    let weight = if is_collection { Weight::Collection } else { Weight::Name };
    let print = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Element { part: "collection", print, range: at..end, weight, oddities: Vec::new() })
}

fn name_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    for (offset, c) in rest.char_indices().take(100) {
        let here = at + offset;
        let initial = c == '.' && is_initial_before(text, here);
        if matches!(c, ',' | ';' | ':' | '\n') || c == '.' && !initial {
            return Some(here);
        }
    }
    Some(text.len()).filter(|_| rest.chars().nth(100).is_none())
}

fn is_initial_before(text: &str, at: usize) -> bool {
    let Some(last) = char_before(text, at).filter(|it| it.is_uppercase()) else { return false };
    let before = char_before(text, at - last.len_utf8());
    !before.is_some_and(char::is_alphabetic)
}

fn is_name_word(word: &str) -> bool {
    let small = [
        "of", "for", "the", "and", "on", "to", "in", "der", "des", "die", "für", "de", "du", "la",
        "и",
    ];
    let first = word.trim_start_matches(['(', '“', '"', '[']).chars().next();
    small.contains(&word) || first.is_some_and(|it| it.is_uppercase() || it.is_ascii_digit())
}

/// Returns an element that a normal form supplies (`RG 59` for a decimal file).
pub(super) fn supplied(part: &'static str, value: &str) -> Option<Element> {
    let label = label_of(Scheme::Elements, part);
    let print = label.map_or_else(|| value.to_owned(), |it| format!("{} {value}", it.print));
    Some(number(part, print, 0..0))
}

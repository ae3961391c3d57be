//! Reads boxes, folders and shelf marks: `RG 59, Box 4221`, `2. doboz, 2/b, 001118/1955`, `DY 30/3456, Bl. 12-14`.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::{
    collections::{alias, is_alias, is_place, name_at, value_name_at},
    cursor::{char_at, is_word_char, latin_value, skip, skip_gap},
    labels::{ELEMENTS, Label, Scheme, Series, label_at, label_of, series_at},
    leaves::{is_plural, leaves_at},
    marks::mark_at,
    scan::Manner,
};
use crate::references::Oddity;

/// How far words bind a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// A number: the words are a reference.
    Number,
    /// The name of a collection: part of a reference that has numbers, or of a citation.
    Collection,
    /// Any other capitalised words and bare figures, part of a reference only between numbers.
    Name,
}

/// One element of a reference.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) part: &'static str,
    /// The value alone.
    pub(super) value: String,
    /// The element as a normal form prints it.
    pub(super) print: String,
    pub(super) range: Range<usize>,
    pub(super) weight: Weight,
    pub(super) oddities: Vec<Oddity>,
}

const MOST: usize = 14;
/// Names in a row that may precede a number; more are prose.
const MOST_NAMES: usize = 3;
/// The same in words that are known to be a citation.
const MOST_NAMES_OF_CITATION: usize = 8;

/// Reads the elements that begin at this offset, up to the last one that binds.
pub(super) fn elements_at(text: &str, at: usize, scheme: Scheme, manner: Manner) -> Vec<Element> {
    let mut res: Vec<Element> = Vec::new();
    let mut next = at;
    let mut bound = 0;
    let citation = manner == Manner::Citation;
    let names = if citation { MOST_NAMES_OF_CITATION } else { MOST_NAMES };
    while let Some(element) =
        element_at(text, next, scheme).filter(|_| res.len() < MOST && res.len() < bound + names)
    {
        let end = element.range.end;
        let figures = citation && element.part == "figures";
        let bare_name = element.weight == Weight::Name && !figures;
        res.push(element);
        if !bare_name {
            bound = res.len();
        }
        let Some(after) = skip_gap(text, end, 5, ",;:/()–—-|、，；：") else { break };
        let stop = skip_gap(text, end, 5, ",;:.()–—-");
        next = match stop.filter(|it| *it > after && numbered_at(text, *it, scheme)) {
            Some(stop) => stop,
            None if after == end => break,
            None => after,
        };
    }
    let first_is_bound = res.first().is_some_and(|it| it.weight != Weight::Name) || bound > 1;
    res.truncate(if first_is_bound || citation { bound } else { 0 });
    res.retain(|it| it.weight == Weight::Number || !is_place(&it.print));
    res
}

/// Reads the capitalised words that a citation gives for an archive's collection (`MfAA`).
pub(super) fn named_at(text: &str, at: usize) -> Option<Element> {
    name_element_at(text, at)
}

/// Says whether a number of a reference begins here.
pub(super) fn numbered_at(text: &str, at: usize, scheme: Scheme) -> bool {
    element_at(text, at, scheme).is_some_and(|it| it.weight == Weight::Number)
}

fn element_at(text: &str, at: usize, scheme: Scheme) -> Option<Element> {
    series_element_at(text, at)
        .or_else(|| counted_at(text, at, scheme))
        .or_else(|| labelled_at(text, at, scheme))
        .or_else(|| {
            name_element_at(text, at)
                .filter(|it| it.weight == Weight::Collection && is_alias(&it.print))
        })
        .or_else(|| shelf_mark_at(text, at, scheme))
        .or_else(|| name_element_at(text, at))
        .or_else(|| figures_at(text, at))
}

/// An element that is a number and needs no label.
fn number(part: &'static str, value: String, range: Range<usize>) -> Element {
    let print = value.clone();
    Element { part, value, print, range, weight: Weight::Number, oddities: Vec::new() }
}

fn labelled(label: &'static Label, value: String, range: Range<usize>) -> Element {
    let print = print_label(label, &value);
    Element { part: label.part, value, print, range, weight: Weight::Number, oddities: Vec::new() }
}

/// Reads a known series with the country and years after it: `XIX-J-1-j Korea 1945-1964`.
fn series_element_at(text: &str, at: usize) -> Option<Element> {
    static COUNTRY: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let country = r"\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{3,})?|[A-Z]{3,5}\b";
        Regex::new(&format!(r"^(?:, |[ -])?({country})(?:,? (\d{{4}}) ?[-–—] ?(\d{{2,4}}))?")).ok()
    });
    let Series { print, end, .. } = series_at(text, at)?;
    let rest = text.get(end..)?;
    let named = COUNTRY.as_ref()?.captures(rest).filter(|it| {
        let from = it.get(1).map_or(0, |it| it.start());
        label_at(ELEMENTS.of("hungarian"), rest, from).is_none()
    });
    let Some(found) = named else { return Some(number("fonds", print.to_owned(), at..end)) };
    let part = |at| found.get(at).map_or("", |it| it.as_str());
    let years = match part(2) {
        "" => String::new(),
        from => format!(" {from}-{}", part(3)),
    };
    let end = end + found.get(0)?.end();
    Some(number("fonds", format!("{print}-{}{years}", part(1)), at..end))
}

/// Reads `2. doboz`, `11th box`, `288. f.`, `5. cs.`
fn counted_at(text: &str, at: usize, scheme: Scheme) -> Option<Element> {
    let digits = skip(text, at, 5, |it| it.is_ascii_digit());
    let sides = skip(text, digits, 6, |it| it == '/' || it.is_ascii_digit());
    let rest = text.get(sides..)?;
    let ordinal =
        [".", "th", "st", "nd", "rd", "-я", "-й"].iter().find(|it| rest.starts_with(**it));
    let start = skip(text, sides + ordinal.map_or(0, |it| it.len()), 2, char::is_whitespace);
    let hit = label_at(scheme, text, start)?;
    let hungarian = scheme.dialect() == "hungarian" && ordinal == Some(&".");
    let next = skip_gap(text, hit.end, 2, ".")?;
    let labels_next = char_at(text, next).is_some_and(|it| it.is_ascii_digit());
    if start == sides || rest.starts_with(char::is_alphabetic) && ordinal.is_none() {
        return None;
    }
    let fits = digits > at && (hit.label.part == "box" || hungarian) && (hungarian || !labels_next);
    let stop = char_at(text, hit.end) == Some('.') && hungarian && next > hit.end + 1;
    let end = hit.end + usize::from(stop);
    fits.then(|| labelled(hit.label, text.get(at..sides).unwrap_or_default().to_owned(), at..end))
}

fn labelled_at(text: &str, at: usize, scheme: Scheme) -> Option<Element> {
    let hit = label_at(scheme, text, at)?;
    let letters = text.get(at..hit.end)?;
    let stopped = char_at(text, hit.end) == Some('.');
    if letters.chars().count() == 1 && !stopped && scheme.dialect().is_empty() {
        return None;
    }
    let start = number_sign_after(text, skip_gap(text, hit.end, 3, ".:：=")?);
    if matches!(hit.label.part, "leaves" | "leaf" | "pages" | "frame" | "cards")
        && let Some(leaves) = leaves_at(text, start)
    {
        let value = leaves.value.replace("ob", "v");
        let oddities = leaves.oddities;
        return Some(Element { oddities, ..labelled(hit.label, value, at..leaves.end) });
    }
    if hit.label.part == "decimal file" {
        return shelf_mark_at(text, start, scheme);
    }
    labelled_number_at(text, at, start, hit.label, hit.end)
        .or_else(|| labelled_name_at(text, at, start, hit.label, scheme))
}

fn labelled_number_at(
    text: &str,
    at: usize,
    start: usize,
    label: &'static Label,
    label_end: usize,
) -> Option<Element> {
    static VALUE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let lot = r"[0-9]{2}[ -]?[A-Z][ -]?[0-9]{1,4}";
        let polish = r"[IVXLC]{1,6} ?[A-Z]?/[0-9]{1,5}";
        let code = r"(?:[A-Z]{1,3}[0-9]?[ -])?[\p{L}]{0,3}[ –-]?[0-9][0-9\p{L}.]{0,8}(?:[/–-] ?[0-9\p{L}]{1,8})*";
        let title = r#"[“"„][^“”"\n]{1,60}[”"“]"#;
        Regex::new(&format!(r"^(?:{lot}|{polish}|{code}|[IVXLC]{{1,7}}(?:/[0-9]{{1,5}})?|{title})"))
            .ok()
    });
    let found = VALUE.as_ref()?.find(text.get(start..)?)?;
    let written = found.as_str().trim_end_matches('.');
    let end = start + written.len();
    let roman = written.chars().all(|it| "IVXLC".contains(it));
    let next = char_at(text, skip(text, end, 1, char::is_whitespace));
    let goes_on = char_at(text, end).is_some_and(is_word_char)
        || roman && next.is_some_and(char::is_alphabetic);
    if goes_on || start == label_end && !label.is_glued() {
        return None;
    }
    let written = written.trim_start_matches(['-', '–', ' ']);
    let value = if label.part == "lot" { written.to_owned() } else { compact(written) };
    Some(labelled(label, value, at..end))
}

/// Reads `fond Coreea`, `Folder: Korea`, `Série Asie-Océanie`: the name of a part that others number.
fn labelled_name_at(
    text: &str,
    at: usize,
    start: usize,
    label: &'static Label,
    scheme: Scheme,
) -> Option<Element> {
    let named = ["fond", "series", "subseries", "folder", "wrapper", "dossier", "section"];
    if !named.contains(&label.part) || scheme.dialect().is_empty() {
        return None;
    }
    let (name, end) = value_name_at(text, start)?;
    let mut res = labelled(label, name, at..end);
    res.weight = Weight::Collection;
    Some(res)
}

fn print_label(label: &Label, value: &str) -> String {
    let listed = matches!(label.part, "leaves" | "leaf" | "pages" | "frame" | "cards");
    let print = if listed && is_plural(value) { label.plural } else { label.print };
    format!("{print} {value}")
}

/// Skips a number sign after a label.
fn number_sign_after(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let signs = ["№", "#", "No.", "no.", "Nr.", "nr.", "no ", "No "];
    let sign = signs.iter().find(|it| rest.starts_with(**it));
    skip(text, at + sign.map_or(0, |it| it.len()), 2, |it| it == ' ')
}

/// Reads a shelf mark, a registry number or a decimal file number.
fn shelf_mark_at(text: &str, at: usize, scheme: Scheme) -> Option<Element> {
    let hit = mark_at(text, at, scheme.dialect())?;
    let mark = text.get(at..hit.end)?;
    if hit.part == "register" && mark.chars().all(|it| it.is_ascii_digit()) {
        return None;
    }
    if hit.part == "shelf mark" && goes_on_as_name(text, hit.end) {
        return None;
    }
    Some(number(hit.part, spaced_class(&compact(mark), scheme), at..hit.end))
}

/// `NSC 118 Series` is a name, though `NSC 118` alone would be a mark.
fn goes_on_as_name(text: &str, at: usize) -> bool {
    let start = skip(text, at, 1, |it| it == ' ');
    let end = skip(text, start, 20, |it| it.is_alphabetic());
    let word = text.get(start..end).unwrap_or_default();
    start > at
        && word.chars().count() > 2
        && word.starts_with(char::is_uppercase)
        && word.contains(char::is_lowercase)
        && label_at(ELEMENTS, text, start).is_none()
}

/// Bare figures between commas, as some archives write a fond or a register: `AJ, 837, ...`
fn figures_at(text: &str, at: usize) -> Option<Element> {
    let digits = skip(text, at, 9, |it| it.is_ascii_digit());
    let end = skip(text, digits, 6, |it| matches!(it, '-' | '–') || it.is_ascii_digit());
    let value = text.get(at..end)?.trim_end_matches(['-', '–']);
    let end = at + value.len();
    let next = skip(text, end, 1, char::is_whitespace);
    let closed = char_at(text, next).is_none_or(|it| ",;.:，；：。".contains(it));
    let mut res = number("figures", latin_value(value), at..end);
    res.weight = Weight::Name;
    (digits > at && closed).then_some(res)
}

/// Closes up the blanks after slashes and writes the mark in Latin letters, keeping the blank after a class.
fn compact(mark: &str) -> String {
    let words: Vec<String> = mark.split(' ').map(latin_value).collect();
    words.join(" ").replace("/ ", "/")
}

/// Parts a class from its number where its country does: `FO371/84053` is `FO 371/84053`, `DY30` is `DY 30`.
fn spaced_class(mark: &str, scheme: Scheme) -> String {
    let letters = mark.chars().take_while(|it| it.is_ascii_uppercase()).count();
    let digit = mark.chars().nth(letters).is_some_and(|it| it.is_ascii_digit());
    let class = mark.get(..letters).unwrap_or_default();
    let roman = class.chars().all(|it| matches!(it, 'I' | 'V' | 'X'));
    let known = match scheme.dialect() {
        "british" => super::labels::phrases("class").contains(&class),
        "german" => letters > 0,
        _ => false,
    };
    match mark.get(letters..) {
        Some(rest) if digit && (known || roman && scheme.dialect() == "german") => {
            format!("{class} {rest}")
        }
        _ => mark.to_owned(),
    }
}

fn name_element_at(text: &str, at: usize) -> Option<Element> {
    let (name, end, is_collection) = name_at(text, at)?;
    let print = alias(&name).unwrap_or(name);
    let weight = if is_collection || is_alias(&print) { Weight::Collection } else { Weight::Name };
    let mut res = number("collection", print, at..end);
    res.weight = weight;
    Some(res)
}

/// Returns an element that a normal form supplies (`RG 59` for a decimal file).
pub(super) fn supplied(part: &'static str, value: &str) -> Element {
    match label_of(ELEMENTS.of("american"), part) {
        Some(label) => labelled(label, value.to_owned(), 0..0),
        None => number(part, value.to_owned(), 0..0),
    }
}

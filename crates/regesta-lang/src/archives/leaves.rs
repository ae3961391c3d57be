//! Leaves of a file: numbers, ranges and lists, with verso marks.

use super::{
    codes::digits_end,
    cursor::{char_at, fold, is_word_char, latin_value, misread_digit, skip, word_end},
};
use crate::references::Oddity;

/// Leaves as read.
#[derive(Debug)]
pub(super) struct Leaves {
    /// Normal form, `8-9, 12ob`.
    pub(super) value: String,
    pub(super) end: usize,
    pub(super) oddities: Vec<Oddity>,
}

/// Suffix of a leaf cited with its verso (`12 и об.`).
const BOTH_SIDES: &str = "+ob";

struct Leaf {
    digits: String,
    suffix: String,
    /// Whether a letter stood for a digit.
    misread: bool,
    end: usize,
}

impl Leaf {
    fn number(&self) -> u32 {
        self.digits.parse().unwrap_or_default()
    }

    fn print(&self) -> String {
        let digits = self.digits.trim_start_matches('0');
        let digits = if digits.is_empty() { "0" } else { digits };
        match self.suffix.as_str() {
            BOTH_SIDES => format!("{digits}-{digits}ob"),
            suffix => format!("{digits}{suffix}"),
        }
    }

    fn is_padded(&self) -> bool {
        self.digits.len() > 1 && self.digits.starts_with('0')
    }
}

/// Reads leaves: `8- 9`, `0008-0009`, `122-26`, `293об.`, `1-3, 7`.
pub(super) fn leaves_at(text: &str, at: usize) -> Option<Leaves> {
    let mut res = Leaves { value: String::new(), end: at, oddities: Vec::new() };
    let mut last = read_range(text, at, &mut res)?;
    while let Some(next) = list_mark(text, res.end) {
        let mut more = Leaves { value: String::new(), end: next, oddities: Vec::new() };
        let Some(to) = read_range(text, next, &mut more) else { break };
        let from = leaf_at(text, next).map_or(0, |it| it.number());
        let year = (1800..2030).contains(&from) && last < 1000;
        let word = char_at(text, skip(text, more.end, 2, char::is_whitespace));
        if from <= last || year || word.is_some_and(is_word_char) {
            break;
        }
        last = to;
        res.value = format!("{}, {}", res.value, more.value);
        res.end = more.end;
        res.oddities.extend(more.oddities);
    }
    res.oddities.sort_unstable();
    res.oddities.dedup();
    Some(res)
}

/// Says whether a value of leaves is more than one leaf.
pub(super) fn is_plural(value: &str) -> bool {
    value.contains(['-', ','])
}

/// Leaves that one range may expand to; a longer one is no range of leaves.
const LONGEST_RANGE: u32 = 5_000;

/// Lists every leaf of a value in normal form: `8-10, 12ob` is 8, 9, 10, 12ob. A value that is no list of leaves is its own list.
pub(crate) fn expand(value: &str) -> Vec<String> {
    let mut res = Vec::new();
    for range in value.split(", ") {
        let (from, to) = range.split_once('-').unwrap_or((range, range));
        match (parted(from), parted(to)) {
            (Some((first, side)), Some((last, verso)))
                if first <= last && last - first <= LONGEST_RANGE =>
            {
                res.push(format!("{first}{side}"));
                res.extend((first + 1..=last).map(|it| it.to_string()));
                let both_sides = from != to && !verso.is_empty();
                if both_sides {
                    res.push(format!("{last}{verso}"));
                }
            }
            _ => res.push(range.to_owned()),
        }
    }
    res
}

/// Parts the number of a leaf from its side or letter.
fn parted(leaf: &str) -> Option<(u32, &str)> {
    let digits = leaf.chars().take_while(char::is_ascii_digit).count();
    let (number, side) = leaf.split_at_checked(digits)?;
    Some((number.parse().ok()?, side)).filter(|(_, it)| it.chars().all(char::is_alphabetic))
}

fn read_range(text: &str, at: usize, res: &mut Leaves) -> Option<u32> {
    let first = leaf_at(text, at)?;
    res.end = first.end;
    res.value = first.print();
    let mut padded = first.is_padded();
    let mut misread = first.misread;
    let mut last = first.number();
    let dash = skip(text, first.end, 2, |it| it == ' ' || it == '\u{a0}');
    let after = skip(text, dash, 1, |it| matches!(it, '-' | '–' | '—' | '‑' | '−'));
    if after > dash {
        let start = skip(text, after, 2, char::is_whitespace);
        if let Some(mut to) = leaf_at(text, start) {
            if to.digits.len() < first.digits.len() && to.number() < first.number() {
                let kept = first.digits.len() - to.digits.len();
                to.digits = format!("{}{}", first.digits.get(..kept)?, to.digits);
            }
            padded |= to.is_padded();
            misread |= to.misread;
            last = to.number();
            res.value = format!("{}-{}", res.value, to.print());
            res.end = to.end;
            if dash > first.end || start > after {
                res.oddities.push(Oddity::SpaceInRange);
            }
        }
    }
    if misread {
        res.oddities.push(Oddity::LookAlike);
    }
    if padded {
        res.oddities.push(Oddity::PaddedNumber);
    }
    Some(last)
}

fn leaf_at(text: &str, at: usize) -> Option<Leaf> {
    let (end, misread) = digits_end(text, at)?;
    let digits: String =
        text.get(at..end)?.chars().map(|it| misread_digit(it).unwrap_or(it)).collect();
    if digits.len() > 5 {
        return None;
    }
    let (suffix, after) = suffix_at(text, end);
    let follows = char_at(text, after);
    let decimal = matches!(follows, Some('.' | ':'))
        && char_at(text, after + 1).is_some_and(|it| it.is_ascii_digit());
    if follows.is_some_and(is_word_char) || decimal {
        return None;
    }
    Some(Leaf { digits, suffix, misread, end: after })
}

/// Reads a verso mark or a letter after a leaf's number.
fn suffix_at(text: &str, at: usize) -> (String, usize) {
    let start = skip(text, at, 1, |it| it == ' ' || it == '\u{a0}');
    if let Some(end) = bracketed_verso(text, start) {
        return ("ob".to_owned(), end);
    }
    let word = |from: usize| {
        let end = word_end(text, from);
        (fold(text.get(from..end).unwrap_or_default()), end)
    };
    let is_verso = |it: &str| {
        matches!(it, "oб" | "ob" | "oбopot" | "verso" | "v" | "vo" | "rev" | "зb" | "zv" | "гpъb")
    };
    let (first, end) = word(start);
    if is_verso(&first) && (start == at || first != "v") {
        return ("ob".to_owned(), after_verso_stop(text, end));
    }
    if start == at && end > at && first.chars().count() == 1 {
        return (latin_value(text.get(at..end).unwrap_or_default()).to_lowercase(), end);
    }
    if matches!(first.as_str(), "и" | "i") {
        let (second, end) = word(skip(text, end, 1, char::is_whitespace));
        if is_verso(&second) {
            return (BOTH_SIDES.to_owned(), after_verso_stop(text, end));
        }
    }
    (String::new(), at)
}

/// Reads `(об.)`.
fn bracketed_verso(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let mark = ["(об.)", "(об)", "(ob.)", "(ob)", "(v)", "(зв.)"]
        .iter()
        .find(|it| rest.starts_with(**it))?;
    Some(at + mark.len())
}

/// The stop of `об.` belongs to the leaf where the list goes on after it.
fn after_verso_stop(text: &str, at: usize) -> usize {
    let after = skip(text, at, 1, |it| it == '.');
    match char_at(text, after) {
        Some('-' | '–' | '—' | ',') => after,
        _ => at,
    }
}

fn list_mark(text: &str, at: usize) -> Option<usize> {
    let start = skip(text, at, 2, |it| it == ' ' || it == '\u{a0}');
    let rest = text.get(start..)?;
    let mark =
        [",", ";", "/", "、", "，", "и ", "and ", "& "].iter().find(|it| rest.starts_with(**it))?;
    let next = skip(text, start + mark.len(), 2, char::is_whitespace);
    char_at(text, next).filter(char::is_ascii_digit).map(|_| next)
}

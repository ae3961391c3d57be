//! Reads dates on the lines of a damaged head, where the day, the month and the year may each be misread.

use std::sync::LazyLock;

use regesta_model::Span;
use regex::Regex;

use super::{
    letters::{digit, distance, folded},
    words,
};

/// A full date as read on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HeadDate {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
    /// The words.
    pub(super) span: Span,
    /// How many of its parts had to be guessed at.
    pub(super) faults: u8,
}

impl HeadDate {
    /// The date as EDTF.
    pub(super) fn edtf(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The date with a year of two figures read in the century of the latest year beside it.
    pub(super) fn in_century(self, text: &str, latest: i32) -> HeadDate {
        let words = self.span.of(text);
        let figures = words.chars().rev().take_while(char::is_ascii_digit).count();
        let later = figures == 2 && self.year + 100 <= latest;
        HeadDate { year: if later { self.year + 100 } else { self.year }, ..self }
    }
}

/// In which order a paper writes the numbers of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    MonthFirst,
    DayFirst,
}

/// `5 N0V 1963`, `2 7 NOV 63`, `13Dec. 1963`, `5-XI-63` without its Roman month: a day, a name, a year.
static DAY_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    crate::patterns::compile(
        r"(?P<d>[0-3OolI|][ ]?[0-9OolIZSBzsg]|[0-9lI])(?:st|nd|rd|th)?[ .,_:'’\-/]{0,3}(?P<m>[\p{L}0-9€$!|]{3,12}?)[ .,_:'’\-/]{0,3}(?P<y>[1lI|tTi7J][ ]?[90gq][ ]?[0-9OolIZSBzsgE€][ ]?[0-9OolIZSBzsgC]|[1-9lIZSBzsg][0-9OolIZSBzsg])(?:[^\p{L}0-9]|$|[13lI|!](?:[^\p{L}0-9]|$))",
    )
});
/// `January 24,1958`, `Noveaber 5, 196Z`: a name, a day, a year.
static MONTH_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    crate::patterns::compile(
        r"(?:^|[^\p{L}0-9])(?P<m>\p{L}[\p{L}0-9€$!|]{2,11})[ .,_'’\-/]{1,3}(?P<d>[0-3OolI|][0-9OolIZSBzsg]|[0-9lI])(?:st|nd|rd|th)?[ .,_'’\-/;:]{1,3}(?P<y>[1lI|tTi7J][ ]?[90gq][ ]?[0-9OolIZSBzsg][ ]?[0-9OolIZSBzsg]|'?[4-9SBg][0-9OolIZSBzsg])(?:[^\p{L}0-9]|$)",
    )
});
/// `10/24/62`, `l0/4/63`, `8-23-59`, `24.10.1962`: three numbers.
static NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
    crate::patterns::compile(
        r"(?:^|[^\p{L}0-9/.\-])(?P<a>[0-3OolI|]?[0-9OolIZSB])[ ]?[/.\-][ ]?(?P<b>[0-3OolI|]?[0-9OolIZSB])[ ]?[/.\-][ ]?(?P<y>[12lI|][890gq][0-9OolIZSBg][0-9OolIZSBg]|[0-9ZSB][0-9OolIZSBg])(?:[^\p{L}0-9/\-]|$)",
    )
});

/// Reads the dates of a line, in order; `order` is that of the paper's numbers.
pub(super) fn read(text: &str, line: Span, order: Order) -> Vec<HeadDate> {
    let words = line.of(text);
    let mut res: Vec<HeadDate> = Vec::new();
    if words.len() > 400 || !words.contains(|it: char| it.is_ascii_digit()) {
        return res;
    }
    for pattern in [&*DAY_FIRST, &*MONTH_FIRST] {
        let mut at = 0;
        while let Some(found) = words.get(at..).and_then(|it| pattern.captures(it)) {
            let Some(first) = found.get(0) else { break };
            let date = worded(&found, line, at, words);
            let next =
                date.map_or(at + first.start(), |it| (it.span.end - line.start) as usize - 1);
            let step = words.get(next..).and_then(|it| it.chars().next()).map_or(1, char::len_utf8);
            at = next + step;
            res.extend(date);
        }
    }
    for found in NUMBERS.captures_iter(words) {
        res.extend(numbered(&found, line, order));
    }
    res.sort_by_key(|it| (it.span.start, std::cmp::Reverse(it.span.end)));
    res.dedup_by(|b, a| a.span.overlaps(b.span));
    res
}

/// A date with the month by name; the name may have letters misread where it is long enough to tell.
fn worded(
    found: &regex::Captures<'_>,
    line: Span,
    at: usize,
    line_words: &str,
) -> Option<HeadDate> {
    let (m, d, y) = (found.name("m")?, found.name("d")?, found.name("y")?);
    let real = y.as_str().chars().any(|it| it.is_ascii_digit());
    let cut = m.end() == y.start() && !y.as_str().starts_with(|it: char| it.is_ascii_digit());
    if !real || cut {
        return None;
    }
    let day = number(d.as_str())?;
    let year = year(y.as_str())?;
    let full = y.as_str().chars().filter(|it| !" '".contains(*it)).count() == 4;
    let read = month(m.as_str());
    let (month, misread) = read.or_else(|| {
        (full && stands_alone(found, line_words)).then(|| likeliest_month(m.as_str())).flatten()
    })?;
    let start = m.start().min(d.start()) + at;
    let span = Span { start: line.start + start as u32, end: line.start + (y.end() + at) as u32 };
    let letters = |it: &str| it.chars().any(|c| !c.is_ascii_digit() && c != ' ' && c != '\'');
    let faults = misread + u8::from(letters(d.as_str())) + u8::from(letters(y.as_str()));
    let short = y.as_str().trim_matches('\'').len() < 3;
    if faults > 2 || short && misread > 0 && letters(y.as_str()) {
        return None;
    }
    dated(year, month, day, span, faults)
}

fn numbered(found: &regex::Captures<'_>, line: Span, order: Order) -> Option<HeadDate> {
    let (a, b, y) = (found.name("a")?, found.name("b")?, found.name("y")?);
    let (first, second, year) = (number(a.as_str())?, number(b.as_str())?, year(y.as_str())?);
    let span = Span { start: line.start + a.start() as u32, end: line.start + y.end() as u32 };
    let letters = |it: &str| it.chars().any(|c| !c.is_ascii_digit());
    let faults = [a, b, y].iter().filter(|it| letters(it.as_str())).count() as u8;
    let (month, day) = match order {
        Order::MonthFirst if first <= 12 => (first, second),
        Order::DayFirst if second <= 12 => (second, first),
        _ if first <= 12 => (first, second),
        _ => (second, first),
    };
    (faults <= 2).then(|| dated(year, u8::try_from(month).ok()?, day, span, faults)).flatten()
}

fn dated(year: i32, month: u8, day: u32, span: Span, faults: u8) -> Option<HeadDate> {
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    };
    let day = u8::try_from(day).ok().filter(|it| (1..=days).contains(it))?;
    Some(HeadDate { year, month, day, span, faults })
}

fn number(words: &str) -> Option<u32> {
    words.chars().filter(|it| *it != ' ').try_fold(0, |sum, c| Some(sum * 10 + digit(c)?))
}

/// A year of four figures, whose first two may be misread, or of two figures in the last century.
fn year(words: &str) -> Option<i32> {
    let figures: Vec<u32> =
        words.chars().filter(|it| !" '".contains(*it)).map(digit).collect::<Option<_>>()?;
    match figures.as_slice() {
        [2, 0, tens, ones] => Some(2000 + (tens * 10 + ones) as i32),
        [1, 8, tens, ones] => Some(1800 + (tens * 10 + ones) as i32),
        [_, _, tens, ones] | [tens, ones] => Some(1900 + (tens * 10 + ones) as i32),
        _ => None,
    }
}

/// The month that a word names, and 1 where a letter had to be guessed at.
pub(super) fn month(word: &str) -> Option<(u8, u8)> {
    let figures = word.chars().filter(char::is_ascii_digit).count();
    if figures * 3 > word.chars().count() {
        return None;
    }
    let word = folded(word);
    let months = words::months();
    if let Some((month, _)) = months.iter().find(|(_, name)| *name == word) {
        return Some((*month, 0));
    }
    let length = word.chars().count();
    let most = if length >= 6 { 2 } else { 1 };
    let mut best: Option<(usize, u8)> = None;
    let mut tied = false;
    for (month, name) in months.iter().filter(|(_, name)| name.len() == length || name.len() > 4) {
        let Some(far) = distance(&word, name, most) else { continue };
        match best {
            Some((least, other)) if far == least => tied |= other != *month,
            Some((least, _)) if far > least => (),
            _ => (best, tied) = (Some((far, *month)), false),
        }
    }
    best.filter(|_| !tied && length >= 3).map(|(_, month)| (month, 1))
}

/// Says whether a date is all that its line holds, but for specks.
fn stands_alone(found: &regex::Captures<'_>, line: &str) -> bool {
    let letters = |it: &str| it.chars().filter(|it| it.is_alphanumeric()).count();
    found.get(0).is_some_and(|it| letters(line) <= letters(it.as_str()) + 2)
}

/// The month that a badly misread word must name where only a month can stand: the one that is nearest by far. A letter added or lost
/// weighs more than one misread.
fn likeliest_month(word: &str) -> Option<(u8, u8)> {
    const MISREAD: usize = 2;
    const LOST: usize = 3;
    let word = folded(word);
    let length = word.chars().count();
    let far = |name: &str| {
        let gap = name.chars().count().abs_diff(length);
        let changes = strsim::levenshtein(&word, name);
        changes * MISREAD + gap * (LOST - MISREAD)
    };
    let best = words::months().iter().map(|(month, name)| (far(name), *month)).min()?;
    let next = words::months()
        .iter()
        .filter(|(month, _)| *month != best.1)
        .map(|(_, name)| far(name))
        .min()
        .unwrap_or(usize::MAX);
    (length >= 4 && best.0 <= length && best.0 < next).then_some((best.1, 2))
}

/// The order of the numbers of a paper's dates: by those that can be read in one way only.
pub(super) fn order(text: &str, lines: &[Span]) -> Order {
    let (mut month_first, mut day_first) = (0, 0);
    for line in lines.iter().filter(|it| it.len() < 200) {
        for found in NUMBERS.captures_iter(line.of(text)) {
            let figures = |name: &str| found.name(name).and_then(|it| number(it.as_str()));
            match (figures("a"), figures("b")) {
                (Some(1..=12), Some(13..=31)) => month_first += 1,
                (Some(13..=31), Some(1..=12)) => day_first += 1,
                _ => (),
            }
        }
    }
    if day_first > month_first { Order::DayFirst } else { Order::MonthFirst }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_dates_are_read() {
        for (words, edtf) in [
            ("5 N0V 1963", "1963-11-05"),
            ("2 7 NOV 1963", "1963-11-27"),
            ("Noveaber 5, 196Z", "1962-11-05"),
            ("l0/4/63", "1963-10-04"),
            ("12 OCT 63", "1963-10-12"),
            ("AVG 20 1959", "1959-08-20"),
            ("11.June 1976", "1976-06-11"),
            ("13Dec63", "1963-12-13"),
            ("5 października 1951", "1951-10-05"),
            ("24/10/1962", "1962-10-24"),
            ("4 Avqzzt 1959", "1959-08-04"),
        ] {
            let found = read(words, Span::new(0..words.len()), Order::MonthFirst);
            assert_eq!(found.first().map(HeadDate::edtf).as_deref(), Some(edtf), "{words}");
        }
    }

    #[test]
    fn other_numbers_are_not() {
        for words in [
            "5 man 63 rifles",
            "12 tanks 1951",
            "4 Avqzzt 1959 the ferries",
            "12 boxes 40 each",
            "201-289248",
            "40/50/60",
            "MEXI 1963",
        ] {
            assert!(
                read(words, Span::new(0..words.len()), Order::MonthFirst).is_empty(),
                "{words}"
            );
        }
    }
}

//! Reads a cell of a table, words that are a date and nothing else: what is no date in running text is one here.

use regesta_model::Language;

use super::notation;
use super::reading::{Clock, Partial, Vague, When, Year};
use super::{Anchor, FoundDate, find_with, writing};
use crate::calendars::roman_month;
use crate::lexicon::{Class, Entry, look_up};
use crate::tokens::{Kind, Tokens, each_stretch};

/// Reads the words of a cell to EDTF; several dates are joined by `;`.
pub(super) fn read(words: &str, language: Language, anchor: Option<Anchor>) -> Option<String> {
    let words = words.trim();
    if let Some(edtf) = notation::read(words) {
        return Some(edtf);
    }
    let known = || match language {
        Language::Undetermined => crate::languages::identify(words).language,
        known => known,
    };
    let found = find_with(words, known);
    let write = |when: &When| {
        when.edtf(anchor, Vague::Approximate)
            .map(|(edtf, _)| edtf)
            .or_else(|| writing::unspecified(when, Vague::Approximate))
    };
    if found.is_empty() {
        return write(&bare(words).or_else(|| prefixed(words))?);
    }
    let sound =
        |it: &&FoundDate| it.impossible.is_none() || super::impossible::has_reading(&it.when);
    if let [only] = found.as_slice() {
        // `V.1951 г.`, `1950 to 1953`: in a cell what stands before a year belongs to it.
        if let When::At(Partial { month: None, day: None, clock: None, .. }) = only.when
            && let Some(when @ (When::At(Partial { month: Some(_), .. }) | When::Interval(..))) =
                bare(words)
        {
            return write(&when);
        }
        let when = qualified(words, only);
        return Some(only).filter(sound).and_then(|_| write(&when));
    }
    let dates: Vec<String> = found.iter().filter(sound).filter_map(|it| write(&it.when)).collect();
    (!dates.is_empty()).then(|| dates.join(";"))
}

/// Takes in what the words around the only date say of it: before, after, about, doubtful.
fn qualified(words: &str, found: &FoundDate) -> When {
    let range = found.span.range();
    let before = words.get(..range.start).unwrap_or_default();
    let after = words.get(range.end..).unwrap_or_default();
    let mut when = found.when;
    if is_uncertain(words, after) {
        when = when.each(|it| Partial { uncertain: true, ..it });
    }
    let bracket: &[char] = &['[', '(', ' ', '\u{a0}', ',', '.'];
    let before = before.trim_end_matches(bracket);
    let after = after.trim_start_matches([']', ')', ' ', '\u{a0}', '.']);
    if before.is_empty() && after.is_empty() {
        return when;
    }
    if is_about(before, after) {
        return when.each(|it| Partial { approximate: true, ..it });
    }
    let When::At(date) = when else { return when };
    match bound(before, after) {
        Some(Bound::NotAfter) => When::NotAfter(date),
        Some(Bound::NotBefore) => When::NotBefore(date),
        None => when,
    }
}

/// A question mark in brackets with the date, or at the end of the cell.
fn is_uncertain(words: &str, after: &str) -> bool {
    let inside = words.contains("?]") || words.contains("?)");
    inside || after.starts_with('?') || after.trim() == "(?)"
}

/// Returns the entry of the last word, and what stands before it.
fn last_word(words: &str) -> Option<(&'static Entry, &str)> {
    let words = words.trim_end_matches([' ', '.', '\u{a0}', '-', ',']);
    let start = words.rfind(|it: char| !it.is_alphabetic()).map_or(0, |it| {
        it + words.get(it..).and_then(|it| it.chars().next()).map_or(1, char::len_utf8)
    });
    Some((look_up(words.get(start..)?)?, words.get(..start)?))
}

fn is_about(before: &str, after: &str) -> bool {
    const AFTER: [&str; 10] =
        ["前后", "前後", "左右", "경", "무렵", "頃", "ごろ", "ころ", "тому", "körül"];
    let word = last_word(before).is_some_and(|(it, _)| it.is(Class::Around));
    let article = last_word(before)
        .filter(|(it, _)| it.is(Class::Article) || it.is(Class::On))
        .and_then(|(_, rest)| last_word(rest))
        .is_some_and(|(it, _)| it.is(Class::Around));
    let characters = ["约", "約", "약", "大约", "およそ"].iter().any(|it| before.ends_with(it));
    word || article || characters || AFTER.iter().any(|it| after.starts_with(it)) || after == "~"
}

/// Reads `vor 1952`, `before 1950`, `ранее 1951`: words of bounds before what only a cell may hold.
fn prefixed(words: &str) -> Option<When> {
    let parted = words.match_indices(' ').map(|(at, _)| at).take(4);
    parted.into_iter().find_map(|at| {
        let (before, rest) = words.split_at_checked(at)?;
        let when = bare(rest.trim_start())?;
        if is_about(before, "") {
            return Some(when.each(|it| Partial { approximate: true, ..it }));
        }
        let When::At(date) = when else { return None };
        match bound(before, "")? {
            Bound::NotAfter => Some(When::NotAfter(date)),
            Bound::NotBefore => Some(When::NotBefore(date)),
        }
    })
}

enum Bound {
    NotAfter,
    NotBefore,
}

/// Reads `before`, `не позднее`, `after`, `since`, `以前`, `이후`.
fn bound(before: &str, after: &str) -> Option<Bound> {
    const EARLIER: [&str; 10] =
        ["以前", "之前", "前", "为止", "止", "이전", "까지", "전", "or earlier", "и ранее"];
    const LATER: [&str; 14] = [
        "以后",
        "以後",
        "之后",
        "之後",
        "以来",
        "以來",
        "后",
        "後",
        "起",
        "이후",
        "이래",
        "부터",
        "or later",
        "и позднее",
    ];
    if EARLIER.contains(&after) {
        return Some(Bound::NotAfter);
    }
    if LATER.contains(&after) {
        return Some(Bound::NotBefore);
    }
    let (mut word, mut rest) = last_word(before)?;
    // `not later than the 5th of`, `не позднее, чем`, `prior to`, `by the`
    while word.is(Class::Article)
        || word.is(Class::Than)
        || word.is(Class::On) && !word.is(Class::Before)
    {
        (word, rest) = last_word(rest)?;
    }
    if word.is(Class::To) && rest.trim_end().eq_ignore_ascii_case("up") {
        return Some(Bound::NotAfter);
    }
    if word.is(Class::To) && !word.is(Class::Before) {
        (word, _) = last_word(rest).filter(|(it, _)| it.is(Class::Before))?;
    }
    let alone = rest.trim().is_empty();
    let negated = last_word(rest).is_some_and(|(it, _)| it.is(Class::Not))
        || rest.trim_end().to_lowercase().ends_with("no");
    match () {
        () if word.is(Class::Later) => {
            Some(if negated || word.month > 0 { Bound::NotAfter } else { Bound::NotBefore })
        }
        () if word.is(Class::Earlier) => {
            Some(if negated { Bound::NotBefore } else { Bound::NotAfter })
        }
        () if word.is(Class::After) => Some(Bound::NotBefore),
        () if word.is(Class::Before) => {
            Some(if negated { Bound::NotBefore } else { Bound::NotAfter })
        }
        () if alone && word.is(Class::From) && !word.is(Class::On) => Some(Bound::NotBefore),
        () => None,
    }
}

/// Reads what only a cell may hold: a bare year, a month with its year in figures, a month alone, a decimal file number.
fn bare(words: &str) -> Option<When> {
    let mut res = None;
    let doubtful = words.strip_suffix("(?)");
    let words = doubtful.map_or(words, str::trim_end);
    if doubtful.is_some() {
        return bare(words).map(|it| it.each(|it| Partial { uncertain: true, ..it }));
    }
    let inner = words.trim_matches(['[', ']', '(', ')', ' ', ',', ';', '.']);
    each_stretch(inner, |tokens| {
        res = res.or_else(|| bare_in(tokens));
    });
    res.or_else(|| month_name(inner)).or_else(|| decimal_file(inner))
}

fn bare_in(tokens: &Tokens) -> Option<When> {
    let approximate = tokens.get(0).is_some_and(|it| it.is(Class::Around));
    let first = usize::from(approximate) + usize::from(approximate && tokens.mark(1) == Some('.'));
    let uncertain = tokens.before(tokens.len()).and_then(|it| it.mark()) == Some('?');
    let mut end = tokens.len() - usize::from(uncertain);
    // A closing word or full stop: `V.1951 г.`
    while end > first
        && (tokens.get(end - 1).is_some_and(|it| it.is(Class::Year))
            || tokens.mark_anywhere(end - 1) == Some('.'))
    {
        end -= 1;
    }
    if let Some(when) = years(tokens, first, end).or_else(|| spaced(tokens, first, end)) {
        return Some(when);
    }
    let (year, month) = match end.checked_sub(first)? {
        1 => match eight_figures(tokens, first) {
            Some(when) => return Some(when),
            None => (full_year(tokens, first)?, None),
        },
        2 | 3 => month_and_year(tokens, first, end)?,
        _ => return None,
    };
    Some(When::At(Partial { year, month, approximate, uncertain, ..Partial::default() }))
}

/// `1950 to 1953`, `1950 or 1951`.
fn years(tokens: &Tokens, first: usize, end: usize) -> Option<When> {
    (end.checked_sub(first)? == 3).then_some(())?;
    let date = |at| Some(Partial { year: full_year(tokens, at)?, ..Partial::default() });
    let (from, to) = (date(first)?, date(first + 2)?);
    let word = tokens.get(first + 1)?;
    match () {
        () if word.is(Class::To) || word.mark().is_some() => Some(When::Interval(from, to)),
        () if word.is(Class::Or) => Some(When::Either(from, to)),
        () => None,
    }
}

/// `14 45 16 1` is hour, minute, day and month; `16 1 51` day, month and year.
fn spaced(tokens: &Tokens, first: usize, end: usize) -> Option<When> {
    let number = |at: usize, least: u64, most: u64| {
        let (value, 1..=2) = tokens.get(at)?.digits()? else { return None };
        u8::try_from(value).ok().filter(|_| (least..=most).contains(&value))
    };
    match end.checked_sub(first)? {
        3 => {
            let year = Year::Short(number(first + 2, 32, 99)?);
            Some(When::At(Partial::of_day(year, number(first + 1, 1, 12)?, number(first, 1, 31)?)))
        }
        4 => {
            let clock = Clock::new(number(first, 0, 24)?, Some(number(first + 1, 0, 59)?));
            let (day, month) = (number(first + 2, 1, 31)?, number(first + 3, 1, 12)?);
            let date = Partial::of_day(Year::Missing, month, day);
            Some(When::At(Partial { clock: Some(clock), ..date }))
        }
        _ => None,
    }
}

/// `19510903`
fn eight_figures(tokens: &Tokens, at: usize) -> Option<When> {
    let (value, 8) = tokens.get(at)?.digits()? else { return None };
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    let sound =
        (1800..=2050).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    sound.then(|| When::At(Partial::of_day(Year::Full(year as i32), month as u8, day as u8)))
}

fn full_year(tokens: &Tokens, at: usize) -> Option<Year> {
    let (value, 4) = tokens.get(at)?.digits()? else { return None };
    i32::try_from(value).ok().filter(|it| (1000..=2100).contains(it)).map(Year::Full)
}

/// `05.1951`, `V/1951`, `3/62`, `1951.05`, `1951, May`, `V 1951`.
fn month_and_year(tokens: &Tokens, first: usize, end: usize) -> Option<(Year, Option<u8>)> {
    let last = end - 1;
    let marked = last - first == 2;
    if marked && !matches!(tokens.get(first + 1)?.kind, Kind::Mark('.' | '/' | '-' | '–' | ',')) {
        return None;
    }
    let month = |at: usize| {
        let token = tokens.get(at)?;
        match token.digits() {
            Some((it @ 1..=12, 1..=2)) if marked => Some(it as u8),
            Some(_) => None,
            None => roman_month(tokens.words(at))
                .or_else(|| token.entry.map(|it| it.month).filter(|it| *it > 0)),
        }
    };
    if let (Some(year), Some(month)) = (full_year(tokens, first), month(last)) {
        return Some((year, Some(month)));
    }
    let month = month(first)?;
    if let Some(year) = full_year(tokens, last) {
        return Some((year, Some(month)));
    }
    // `3/62`: no month has 62 days.
    let (value @ 32..=99, 2) = tokens.get(last)?.digits()? else { return None };
    Some((Year::Short(value as u8), Some(month)))
}

/// A month or a season alone.
fn month_name(words: &str) -> Option<When> {
    let (entry, rest) = last_word(words)?;
    let opened = last_word(rest).is_none_or(|(it, _)| it.is(Class::In) || it.is(Class::On));
    let only = rest.trim().is_empty() || opened && rest.split_whitespace().count() == 1;
    if !only {
        return None;
    }
    if entry.month > 0 {
        return Some(When::At(Partial { month: Some(entry.month), ..Partial::default() }));
    }
    let season =
        [(Class::Spring, 21), (Class::Summer, 22), (Class::Autumn, 23), (Class::Winter, 24)]
            .into_iter()
            .find_map(|(class, code)| entry.is(class).then_some(code))?;
    Some(When::At(Partial { season: Some(season), ..Partial::default() }))
}

/// `795.00/7-650`: the number of a United States decimal file ends in month, day and year.
fn decimal_file(words: &str) -> Option<When> {
    let (class, date) = words.rsplit_once('/')?;
    let figures = class.bytes().filter(u8::is_ascii_digit).count();
    if figures < 3 || !class.starts_with(|it: char| it.is_ascii_digit()) {
        return None;
    }
    let (month, rest) = date.split_once(['-', '–', '—'])?;
    let month: u8 = month.trim().parse().ok().filter(|it| (1..=12).contains(it))?;
    let rest = rest.trim();
    if !(3..=4).contains(&rest.len()) || !rest.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let (day, year) = rest.split_at_checked(rest.len() - 2)?;
    let day = day.parse().ok().filter(|it| (1..=31).contains(it))?;
    Some(When::At(Partial::of_day(Year::Short(year.parse().ok()?), month, day)))
}

//! Dates in figures: `15.1.51`, `29.XII.1949`, `13/5-50`, `10/14/50`, `1951-01-16`, `14 45 16 1 1951`, `3/62-7/62`.

use super::combined::Match;
use super::reading::{Clock, Partial, When, Year};
use super::times::{begins_cleanly, ends_cleanly};
use super::zones;
use crate::calendars::{days_in_month, roman_month};
use crate::lexicon::Class;
use crate::tokens::{Gap, Tokens};

/// Reads a date in figures that begins at a token.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Match> {
    tokens.get(at)?.digits()?;
    if !begins_cleanly(tokens, at) {
        return None;
    }
    if named_by_label(tokens, at) {
        // `вх. 22/Х-57`: no number of a document has a Roman month in it.
        let roman = |it: &Match| roman_month(tokens.words(it.start + 2)).is_some();
        return fused(tokens, at)
            .or_else(|| folder_months(tokens, at))
            .or_else(|| day_month_year(tokens, at).filter(roman));
    }
    spaced(tokens, at)
        .or_else(|| shared_month(tokens, at))
        .or_else(|| year_first(tokens, at))
        .or_else(|| folder_months(tokens, at))
        .or_else(|| day_month_year(tokens, at))
        .or_else(|| day_month(tokens, at))
}

/// Says whether a word such as `№` or `page` stands right before a number.
pub(super) fn named_by_label(tokens: &Tokens, at: usize) -> bool {
    let Some(before) = tokens.before(at) else { return false };
    if tokens.get(at).is_none_or(|it| it.gap >= Gap::Line) {
        return false;
    }
    if before.mark() == Some('.') && before.gap == Gap::None {
        return at >= 2 && tokens.get(at - 2).is_some_and(|it| it.is(Class::Label));
    }
    // `n° 1205`, `nº 1205`
    if matches!(before.mark(), Some('°' | 'º')) && before.gap == Gap::None {
        return true;
    }
    before.is(Class::Label)
}

fn is_separator(mark: Option<char>) -> bool {
    matches!(mark, Some('.' | '/' | '-' | '–' | '—' | '‑' | '．' | '·'))
}

/// `14 45 16 1 1951 г.` (hour, minute, day, month, year) and `16 1 1951 г.`
fn spaced(tokens: &Tokens, at: usize) -> Option<Match> {
    let number = |it: usize, most: u64| {
        let token = tokens.get(it)?;
        let (value, len) = token.digits().filter(|_| it == at || token.gap == Gap::Space)?;
        (value <= most && len <= 2).then_some(value as u8)
    };
    let clocked = number(at, 24).zip(number(at + 1, 59)).filter(|_| number(at + 3, 12).is_some());
    let first = if clocked.is_some() { at + 2 } else { at };
    let (day, month) = (number(first, 31)?, number(first + 1, 12)?);
    if tokens.get(first + 2)?.gap != Gap::Space {
        return None;
    }
    let (year, end, marked) = year_at(tokens, first + 2)?;
    let sure = marked || clocked.is_some() && matches!(year, Year::Full(_));
    if !sure || day == 0 || month == 0 {
        return None;
    }
    let clock = clocked.map(|(hour, minute)| Clock::new(hour, Some(minute)));
    let date = Partial { year, month: Some(month), day: Some(day), clock, ..Partial::default() };
    Some(Match::new(at, end, When::At(date)))
}

/// Reads a year of four or two digits with the word for year after it; says whether the word is there.
fn year_at(tokens: &Tokens, at: usize) -> Option<(Year, usize, bool)> {
    let (value, len) = tokens.get(at)?.digits()?;
    let year = match len {
        4 if (1500..=2100).contains(&value) => Year::Full(value as i32),
        2 => Year::Short(value as u8),
        _ => return None,
    };
    let end = past_year_word(tokens, at + 1);
    Some((year, end, end > at + 1))
}

/// Steps over `г.`, `года`, `Jahr`.
pub(super) fn past_year_word(tokens: &Tokens, at: usize) -> usize {
    let here = tokens.get(at).is_some_and(|it| it.is(Class::Year) && it.gap < Gap::Paragraph);
    if !here || tokens.words(at) == "year" {
        return at;
    }
    let short = tokens.words(at).chars().count() == 1;
    if short && tokens.glued_mark(at + 1) == Some('.') { at + 2 } else { at + 1 }
}

/// `1951-01-16`, `1951.1.16`, `1948. 12. 25.` and `1951-01-16T14:45`.
pub(super) fn year_first(tokens: &Tokens, at: usize) -> Option<Match> {
    let (year, 4) = tokens.get(at)?.digits()? else { return None };
    let mark = tokens.glued_mark(at + 1).filter(|it| is_separator(Some(*it)))?;
    let loose = |it: usize| {
        let token = tokens.get(it)?;
        let fits = token.gap == Gap::None || mark == '.' && token.gap == Gap::Space;
        token.digits().filter(|(_, len)| fits && *len <= 2)
    };
    let (month, _) = loose(at + 2)?;
    if tokens.glued_mark(at + 3) != Some(mark) {
        return None;
    }
    let (day, _) = loose(at + 4)?;
    let mut end = at + 5;
    let stop = mark == '.' && tokens.glued_mark(end) == Some('.');
    // `4283. 6. 25.` counts from Tangun, as Korea did to the end of 1961.
    let tangun = (4250..=4300).contains(&year) && mark == '.';
    let year = if tangun { year - 2333 } else { year };
    let known = (1000..=2100).contains(&year) && (1..=12).contains(&month);
    if !known || !(1..=31).contains(&day) || !ends_cleanly(tokens, end) {
        return None;
    }
    if stop {
        end += 1;
    }
    let mut date = Partial {
        year: Year::Full(year as i32),
        month: Some(month as u8),
        day: Some(day as u8),
        ..Partial::default()
    };
    if tokens.words(end) == "T"
        && let Some((hour, 2)) = tokens.glued_digits(end + 1)
        && tokens.glued_mark(end + 2) == Some(':')
        && let Some((minute, 2)) = tokens.glued_digits(end + 3)
    {
        let mut clock = Clock::new(hour as u8, Some(minute as u8));
        end += 4;
        if tokens.glued_mark(end) == Some(':') && tokens.glued_digits(end + 1).is_some() {
            end += 2;
        }
        if let Some((zone, after)) = zones::after_time(tokens, end) {
            (clock.zone, end) = (Some(zone), after);
        }
        date.clock = Some(clock);
    }
    Some(Match::new(at, end, When::At(date)))
}

/// `3/62-7/62`: months of a folder.
fn folder_months(tokens: &Tokens, at: usize) -> Option<Match> {
    let month_year = |it: usize| {
        let (month, len) = tokens.get(it)?.digits()?;
        let (year, 2) = tokens.glued_digits(it + 2)? else { return None };
        let fits = len <= 2 && (1..=12).contains(&month) && tokens.glued_mark(it + 1) == Some('/');
        let (month, year) = (Some(month as u8), Year::Short(year as u8));
        fits.then_some(Partial { month, year, ..Partial::default() })
    };
    let from = month_year(at)?;
    if !matches!(tokens.glued_mark(at + 3), Some('-' | '–')) {
        return None;
    }
    let to =
        month_year(at + 4).filter(|_| tokens.get(at + 4).is_some_and(|it| it.gap == Gap::None))?;
    ends_cleanly(tokens, at + 7).then(|| Match::new(at, at + 7, When::Interval(from, to)))
}

/// `26-28.7.1957`, `9/10.V.1961`, `5.-9.5.51`, `28.2-3.3.52`: figures that share the month or the year.
fn shared_month(tokens: &Tokens, at: usize) -> Option<Match> {
    let (first @ 1..=31, 1..=2) = tokens.get(at)?.digits()? else { return None };
    let stop = usize::from(tokens.glued_mark(at + 1) == Some('.'));
    let mut joint = at + 1 + stop;
    let mut month = None;
    if stop == 1 && !is_dash(tokens.glued_mark(joint)) {
        let part = tokens.get(joint).filter(|it| it.gap == Gap::None)?;
        month = match part.digits() {
            Some((it @ 1..=12, 1..=2)) => Some(it as u8),
            Some(_) => None,
            None => roman_month(tokens.words(joint)),
        };
        month?;
        joint += 1 + usize::from(tokens.glued_mark(joint + 1) == Some('.'));
    }
    let either = tokens.glued_mark(joint) == Some('/');
    if !either && !is_dash(tokens.glued_mark(joint)) {
        return None;
    }
    let last = tokens.get(joint + 1).filter(|it| it.gap == Gap::None)?;
    let (second @ 1..=31, 1..=2) = last.digits()? else { return None };
    // The second must be a whole date with full stops, or `5-6/1-51` could be anything.
    if tokens.glued_mark(joint + 2) != Some('.') {
        return None;
    }
    let to = with_day(tokens, joint + 1, second as u8)?;
    let to_date = to.when.day_first().filter(|_| to.end > joint + 4)?;
    // `4.-5.6.51`: day and month of figures stand in this order.
    let to_date = match to.when {
        When::Unordered(day, month, year, _) => Partial::of_day(year, month, day),
        _ => to_date,
    };
    let month = month.or(to_date.month).filter(|it| (1..=12).contains(it))?;
    let from =
        Partial { day: Some(first as u8), month: Some(month), year: Year::Missing, ..to_date };
    if (from.month, from.day) == (to_date.month, to_date.day) {
        return None;
    }
    let from =
        if from.month == to_date.month { Partial { year: to_date.year, ..from } } else { from };
    let night = at >= 2 && (tokens.is(at - 1, Class::Night) || tokens.is(at - 2, Class::Night));
    let when =
        if either && !night { When::Either(from, to_date) } else { When::Interval(from, to_date) };
    Some(Match::new(at, to.end, when))
}

fn is_dash(mark: Option<char>) -> bool {
    matches!(mark, Some('-' | '–' | '—' | '‑'))
}

/// The middle part of a date in figures.
enum Middle {
    Figures(u8),
    Roman(u8),
}

/// `15.1.51 г.`, `29.XII.1949`, `13/5-50`, `10/14/50`.
pub(super) fn day_month_year(tokens: &Tokens, at: usize) -> Option<Match> {
    let (first, 1..=2) = tokens.get(at)?.digits()? else { return None };
    with_day(tokens, at, first as u8)
}

/// Says whether a dash and another date in figures follow.
fn opens_range(tokens: &Tokens, at: usize) -> bool {
    let figures = |it| tokens.glued_digits(it).is_some();
    let stop = |it| matches!(tokens.glued_mark(it), Some('.' | '/'));
    matches!(tokens.glued_mark(at), Some('-' | '–'))
        && figures(at + 1)
        && stop(at + 2)
        && figures(at + 3)
        && stop(at + 4)
        && figures(at + 5)
}

/// Reads the month and the year after a day, or after the digits that end in one.
fn with_day(tokens: &Tokens, at: usize, first: u8) -> Option<Match> {
    let (middle, year_at_token) = middle(tokens, at + 1)?;
    let (year, end, marked) = year_at(tokens, year_at_token)?;
    let full = matches!(year, Year::Full(_));
    let open = tokens.get(year_at_token)?.gap != Gap::None;
    let closed = ends_cleanly(tokens, year_at_token + 1) || opens_range(tokens, year_at_token + 1);
    if open && !(full || marked) || !closed {
        return None;
    }
    let when = match middle {
        Middle::Roman(month) => dated(first, month, year),
        Middle::Figures(second) => {
            let slashed = tokens.glued_mark(at + 1) != Some('.');
            ordered(first, second, year, full || marked, slashed)?
        }
    };
    (first > 0 && first <= 39).then(|| Match::new(at, end, when))
}

/// Reads the month with the separators around it; returns it and where the year stands.
fn middle(tokens: &Tokens, at: usize) -> Option<(Middle, usize)> {
    let marked = is_separator(tokens.glued_mark(at));
    let month_at = if marked { at + 1 } else { at };
    let token = tokens.get(month_at).filter(|it| it.gap <= Gap::Space)?;
    let value = match token.digits() {
        Some((value, len)) if len <= 2 && token.gap == Gap::None && marked => {
            Middle::Figures(value as u8)
        }
        Some((value, len)) if len <= 2 && marked && tokens.glued_mark(at) == Some('.') => {
            Middle::Figures(value as u8)
        }
        Some(_) => return None,
        None => Middle::Roman(roman_month(tokens.words(month_at))?),
    };
    let closed = is_separator(tokens.glued_mark(month_at + 1));
    let year_at = if closed { month_at + 2 } else { month_at + 1 };
    let gap = tokens.get(year_at)?.gap;
    let spaced_roman = !marked && !closed && matches!(value, Middle::Roman(_));
    let fits = closed && gap <= Gap::Space || spaced_roman && gap == Gap::Space;
    fits.then_some((value, year_at))
}

fn dated(day: u8, month: u8, year: Year) -> When {
    When::At(Partial { year, month: Some(month), day: Some(day), ..Partial::default() })
}

fn american(day: u8, month: u8, year: Year) -> When {
    When::At(Partial { month_in_front: true, ..Partial::of_day(year, month, day) })
}

/// Decides which of two figures is the day; `sure` where the year leaves no doubt that it is a date.
fn ordered(first: u8, second: u8, year: Year, sure: bool, slashed: bool) -> Option<When> {
    let month = |it: u8| (1..=12).contains(&it);
    let longest = |it: u8| days_in_month(2000, it);
    match (month(first), month(second)) {
        (true, true) if first == second => Some(dated(first, second, year)),
        (true, true) if slashed || second <= 12 => Some(When::Unordered(first, second, year, None)),
        (false, true) if first <= longest(second) => Some(dated(first, second, year)),
        (true, false) if second > 0 && second <= longest(first) => {
            Some(american(second, first, year))
        }
        // `30.2.1950`, `31/04/50`, `32.1.1951`: a date that cannot be.
        (false, true) if first <= 31 || sure && first <= 39 => Some(dated(first, second, year)),
        (true, false) if sure && slashed && second <= 31 => Some(american(second, first, year)),
        (false, false) if sure && first <= 31 && (13..20).contains(&second) => {
            Some(dated(first, second, year))
        }
        _ => None,
    }
}

/// `No. 26015.1.51`: a number and a date that lost the space between them, at the end of a line.
fn fused(tokens: &Tokens, at: usize) -> Option<Match> {
    let token = tokens.get(at)?;
    let (value, len) = token.digits().filter(|(_, len)| (3..=8).contains(len))?;
    let two = (value % 100) as u8;
    let (day, digits) = if (10..=31).contains(&two) && len > 2 { (two, 2) } else { (two % 10, 1) };
    let found = with_day(tokens, at, day).filter(|_| day > 0)?;
    let ends = tokens.line_ends(found.end) || tokens.glued_mark(found.end).is_some();
    let split = token.end.checked_sub(digits)?;
    tokens.text.is_char_boundary(split).then_some(())?;
    ends.then_some(Match { split: Some(split), ..found })
}

/// `16/1`, `22/Х`: day and month without a year, where something says that they are a date.
fn day_month(tokens: &Tokens, at: usize) -> Option<Match> {
    // Most numbers of a text have no such mark after them.
    if !matches!(tokens.glued_mark(at + 1), Some('/' | '.')) {
        return None;
    }
    let (day, len) = tokens.get(at)?.digits()?;
    let mark = tokens.glued_mark(at + 1)?;
    let token = tokens.get(at + 2).filter(|it| it.gap == Gap::None)?;
    let day = u8::try_from(day).ok().filter(|it| len <= 2 && (1..=31).contains(it))?;
    // `9/10 May` are two days.
    if tokens.get(at + 3).is_some_and(|it| it.gap < Gap::Paragraph && it.month().is_some()) {
        return None;
    }
    let roman = token.digits().is_none();
    let month = match token.digits() {
        Some((month, len)) if len <= 2 => month as u8,
        Some(_) => return None,
        None => roman_month(tokens.words(at + 2)).filter(|_| mark != '-')?,
    };
    if !(1..=12).contains(&month) || !matches!(mark, '/' | '.') || !ends_cleanly(tokens, at + 3) {
        return None;
    }
    let on = tokens.before(at).is_some_and(|it| it.is(Class::On)) && !tokens.line_begins(at);
    let alone = tokens.line_ends(at + 3) && no_words_before(tokens, at);
    let fraction = day < month && !roman;
    let sure = match mark {
        '/' => on && (roman || !followed_by_word(tokens, at + 3)) || alone && !fraction,
        _ => roman && (on || alone),
    };
    sure.then(|| Match::new(at, at + 3, dated(day, month, Year::Missing)))
}

/// `16.1` where a time stands before it.
pub(super) fn day_month_after_time(tokens: &Tokens, at: usize) -> Option<Match> {
    let (day, len) = tokens.get(at)?.digits()?;
    let (month, month_len) = tokens.glued_digits(at + 2)?;
    let fits = len <= 2 && month_len <= 2 && (1..=31).contains(&day) && (1..=12).contains(&month);
    let marked = matches!(tokens.glued_mark(at + 1), Some('.' | '/'));
    (fits && marked && ends_cleanly(tokens, at + 3))
        .then(|| Match::new(at, at + 3, dated(day as u8, month as u8, Year::Missing)))
}

fn followed_by_word(tokens: &Tokens, at: usize) -> bool {
    tokens
        .get(at)
        .is_some_and(|it| it.is_letters() && it.gap <= Gap::Space && !it.is(Class::Function))
}

fn no_words_before(tokens: &Tokens, at: usize) -> bool {
    let mut here = at;
    while !tokens.line_begins(here) {
        here -= 1;
        if tokens.get(here).is_none_or(|it| it.digits().is_none()) {
            return false;
        }
    }
    true
}

//! Days of the Julian calendar: `25 октября (7 ноября) 1917 г.`, `7 (20) января 1918`, `12 мая 1912 г. ст. ст.`, `12 May 1712 (O.S.)`.

use super::combined::Match;
use super::day_lists::day;
use super::month_and_year::{month, month_after_day, year};
use super::reading::{Partial, When, Year};
use crate::calendars::{day_number, gregorian_of_julian};
use crate::lexicon::Class;
use crate::tokens::Tokens;

/// Takes in what stands after a date about its calendar.
pub(super) fn settle(tokens: &Tokens, dates: &mut [Match]) {
    let Some(last) = dates.last_mut() else { return };
    let When::At(date) = last.when else {
        return;
    };
    if let Some((when, end)) =
        both_styles(tokens, &date, last.end).or_else(|| said(tokens, &date, last.end))
    {
        last.when = when;
        last.end = end;
        last.cut = None;
    }
}

/// `25 октября (7 ноября) 1917 г.`, `25 октября 1917 г. (7 ноября)`, `25 October/7 November 1917`.
fn both_styles(tokens: &Tokens, date: &Partial, at: usize) -> Option<(When, usize)> {
    let (month_of, day_of) = (date.month?, date.day?);
    let bracket = tokens.mark(at) == Some('(');
    let slash = tokens.mark(at) == Some('/');
    if !bracket && !slash {
        return None;
    }
    let (other_day, other_month, mut end) = match day(tokens, at + 1) {
        Some((other, end)) => {
            let (month, end) = month_after_day(tokens, end)?;
            (other, month, end)
        }
        None => {
            let (other, end) = month(tokens, at + 1)?;
            let (day, end) = day(tokens, end)?;
            (day, other, end)
        }
    };
    let mut year_of = date.year;
    if year_of == Year::Missing
        && let Some((found, after)) = year(tokens, end, true)
    {
        (year_of, end) = (found, after);
    }
    if bracket {
        (tokens.mark(end) == Some(')')).then_some(())?;
        end += 1;
        if year_of == Year::Missing
            && let Some((found, after)) = year(tokens, end, true)
        {
            (year_of, end) = (found, after);
        }
    }
    let Year::Full(number) = year_of else { return None };
    let pair = [(month_of, day_of), (other_month, other_day)];
    let gregorian =
        same_day(number, pair[0], pair[1]).or_else(|| same_day(number, pair[1], pair[0]))?;
    let found = Partial {
        clock: date.clock,
        ..Partial::of_day(Year::Full(gregorian.0), gregorian.1, gregorian.2)
    };
    Some((When::At(found), end))
}

/// Returns the Gregorian day where the second is the Gregorian day of the first, near the turn of a year too.
fn same_day(year: i32, julian: (u8, u8), gregorian: (u8, u8)) -> Option<(i32, u8, u8)> {
    (year - 1..=year).find_map(|it| {
        let day = gregorian_of_julian(it, julian.0, julian.1);
        ((day.1, day.2) == gregorian && (day.0 == year || it == year)).then_some(day)
    })
}

/// `ст. ст.`, `(O.S.)`, `по старому стилю`, `alten Stils`.
fn said(tokens: &Tokens, date: &Partial, at: usize) -> Option<(When, usize)> {
    date.day?;
    let opened = tokens.mark(at) == Some('(');
    let comma = tokens.glued_mark(at) == Some(',');
    let mut next = at + usize::from(opened || comma);
    if matches!(tokens.words(next), "по" | "by") {
        next += 1;
    }
    let (julian, mut end) = style(tokens, next)?;
    if opened {
        (tokens.mark(end) == Some(')')).then_some(())?;
        end += 1;
    }
    Some((When::At(Partial { julian, ..*date }), end))
}

/// Reads the name of a style: whether it is the old one, and the token after.
fn style(tokens: &Tokens, at: usize) -> Option<(bool, usize)> {
    let initials = match tokens.words(at) {
        "O" => Some(true),
        "N" => Some(false),
        _ => None,
    };
    if let Some(julian) = initials {
        let fits = tokens.glued_mark(at + 1) == Some('.') && tokens.words(at + 2) == "S";
        let stop = usize::from(tokens.glued_mark(at + 3) == Some('.'));
        return fits.then_some((julian, at + 3 + stop));
    }
    let token = tokens.get(at)?;
    let julian = token.is(Class::OldStyle);
    if !julian && !token.is(Class::NewStyle) {
        return None;
    }
    if matches!(tokens.words(at), "OS" | "NS") {
        return Some((julian, at + 1));
    }
    let next = at + 1 + usize::from(tokens.glued_mark(at + 1) == Some('.'));
    let stop = usize::from(tokens.glued_mark(next + 1) == Some('.') && tokens.words(next) == "ст");
    tokens.is(next, Class::Style).then_some((julian, next + 1 + stop))
}

/// Reads `7 (20) января 1918 г.`: a day of both calendars in one month.
pub(super) fn day_of_both(tokens: &Tokens, at: usize) -> Option<Match> {
    let (first, end) = day(tokens, at)?;
    let bracket = tokens.mark(end) == Some('(');
    let slash = tokens.mark(end) == Some('/');
    if !bracket && !slash {
        return None;
    }
    let (second, end) = day(tokens, end + 1)?;
    let end = if bracket {
        (tokens.glued_mark(end) == Some(')')).then_some(())?;
        end + 1
    } else {
        end
    };
    let (month, end) = month_after_day(tokens, end)?;
    let (Year::Full(number), end) = year(tokens, end, true)? else { return None };
    let apart = day_number(number, month, second) - day_number(number, month, first);
    // `16/17 August 1957` are two days, `7/20 января 1918` is one.
    let offset = days_apart(number, month, first);
    let found = Partial::of_day(Year::Full(number), month, second);
    (apart == offset && (10..=13).contains(&apart)).then(|| Match::new(at, end, When::At(found)))
}

/// How many days the calendars lie apart.
fn days_apart(year: i32, month: u8, day: u8) -> i64 {
    let gregorian = gregorian_of_julian(year, month, day);
    day_number(gregorian.0, gregorian.1, gregorian.2) - day_number(year, month, day)
}

//! Says why a day or an hour does not exist.

use regesta_model::Span;

use super::reading::{Clock, Partial, When, Year};

use crate::calendars::{DateWord, days_in_month, month_name, weekday, weekday_name};
use crate::lexicon::look_up;

/// Returns why the date cannot be, in words for the editor; `None` where it can.
pub(super) fn why(when: &When) -> Option<String> {
    match when {
        When::At(it) | When::Until(it) | When::NotAfter(it) | When::NotBefore(it) => of_partial(it),
        When::Interval(a, b) | When::Either(a, b) => of_partial(a).or_else(|| of_partial(b)),
        When::Now | When::Ahead(..) | When::Week(_) => None,
        When::UnorderedRange(..) => when.day_first_range().as_ref().and_then(why),
        When::Unordered(a, b, year, clock) => of_partial(&Partial {
            year: *year,
            month: Some(*b),
            day: Some(*a),
            clock: *clock,
            ..Partial::default()
        }),
    }
}

/// Says whether the date can be read although something about it was found impossible.
pub(super) fn has_reading(when: &When) -> bool {
    why(when).is_none()
}

fn of_partial(date: &Partial) -> Option<String> {
    if let Some(month) = date.month
        && !(1..=12).contains(&month)
    {
        return Some(format!("there is no month {month}"));
    }
    if let (Some(month), Some(day)) = (date.month, date.day) {
        let year = match date.year {
            Year::Full(year) => Some(year),
            Year::Short(short) => Some(1900 + i32::from(short)),
            Year::Missing | Year::Relative(_) => None,
        };
        let days = days_in_month(year.unwrap_or(2000), month);
        if day == 0 || day > days {
            let name = month_name(month);
            return Some(match year {
                Some(year) => format!("{name} has {days} days in {year}"),
                None => format!("{name} never has more than {days} days"),
            });
        }
    }
    if date.day.is_some_and(|it| it == 0 || it > 31) {
        return Some("no month has such a day".to_owned());
    }
    date.clock.and_then(|it| of_clock(&it))
}

/// Says what day of the week it was where the word before the date names another (`Monday, 25 June 1950`).
pub(super) fn wrong_weekday(text: &str, span: Span, when: &When) -> Option<String> {
    let When::At(date) = when else { return None };
    let (year, month, day) = match date.year {
        Year::Full(_) => date.whole_day()?,
        _ => return None,
    };
    let before = text.get(..span.start as usize)?.trim_end_matches([',', ' ', '.', '\u{a0}']);
    let word = before.rsplit(|it: char| !it.is_alphabetic()).next().filter(|it| it.len() >= 6)?;
    let DateWord::Weekday(said) = look_up(word)?.date? else { return None };
    let was = weekday(year, month, day);
    (was != said).then(|| {
        let month = month_name(month);
        format!("{day} {month} {year} was a {}, not a {}", weekday_name(was), weekday_name(said))
    })
}

fn of_clock(clock: &Clock) -> Option<String> {
    let minute = clock.minute.unwrap_or_default();
    if minute > 59 {
        return Some(format!("there is no minute {minute}"));
    }
    let late = clock.hour > 24 || clock.hour == 24 && minute > 0;
    late.then(|| format!("there is no hour {}", clock.hour))
}

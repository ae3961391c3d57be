//! Day numbers of an EDTF date: the first and the last day it may mean, counted from 1 January 1970.

use time::{Date, Month, util::days_in_month};

/// Julian day number of 1 January 1970.
const EPOCH: i64 = 2_440_588;

/// The first and last day a date may mean; `None` where it is open or unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Days {
    pub(crate) from: Option<i64>,
    pub(crate) to: Option<i64>,
}

/// Reads the day numbers of an EDTF date; both are `None` where it is not one.
pub(crate) fn days(edtf: &str) -> Days {
    let edtf = edtf.trim().trim_matches(['[', ']', '{', '}']);
    if let Some((from, to)) = edtf.split_once('/').or_else(|| edtf.split_once("..")) {
        return Days { from: one(from).from, to: one(to).to };
    }
    one(edtf)
}

/// Years a date stands for: each of a short interval, the known end of an open or long one.
pub(crate) fn years(days: Days) -> Vec<i64> {
    const LONGEST: i64 = 10;
    match (days.from.and_then(year_of), days.to.and_then(year_of)) {
        (Some(from), Some(to)) if (from..=from + LONGEST).contains(&to) => (from..=to).collect(),
        (Some(known), _) | (None, Some(known)) => vec![known],
        (None, None) => Vec::new(),
    }
}

fn one(edtf: &str) -> Days {
    let date = edtf.trim().split('T').next().unwrap_or_default();
    let plain: String = date.chars().filter(|it| !matches!(it, '~' | '?' | '%')).collect();
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, plain.as_str()),
    };
    let mut parts = digits.split('-');
    let Some((first, last)) = parts.next().and_then(year_bounds) else { return Days::default() };
    let bound = |it: Option<&str>| it.map(|it| it.parse::<u32>().ok());
    let (from, to) = match (bound(parts.next()), bound(parts.next())) {
        (Some(Some(month @ 1..=12)), Some(Some(day @ 1..=31))) => ((month, day), (month, day)),
        (Some(Some(month @ 1..=12)), _) => ((month, 1), (month, 31)),
        // A season: 21 spring to 24 winter, or the quarters and halves of level 2, left at the year.
        _ => ((1, 1), (12, 31)),
    };
    Days { from: day_number(sign * first, from.0, from.1), to: day_number(sign * last, to.0, to.1) }
}

/// Reads a year, unknown digits as X.
fn year_bounds(year: &str) -> Option<(i64, i64)> {
    if year.len() != 4 || !year.chars().all(|it| it.is_ascii_digit() || it == 'X') {
        return None;
    }
    Some((year.replace('X', "0").parse().ok()?, year.replace('X', "9").parse().ok()?))
}

fn day_number(year: i64, month: u32, day: u32) -> Option<i64> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    let year = i32::try_from(year).ok()?;
    let day = u8::try_from(day).ok()?.min(days_in_month(month, year));
    Some(i64::from(Date::from_calendar_date(year, month, day).ok()?.to_julian_day()) - EPOCH)
}

/// Returns the year a day number lies in.
fn year_of(day: i64) -> Option<i64> {
    let julian = i32::try_from(day + EPOCH).ok()?;
    Some(i64::from(Date::from_julian_day(julian).ok()?.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_covers_every_day_it_may_mean() {
        for (edtf, from, to) in [
            ("1970-01-01", Some(0), Some(0)),
            ("1951-01-16T14:45", Some(-6925), Some(-6925)),
            ("1952-02", Some(-6544), Some(-6516)),
            ("1958~", Some(-4383), Some(-4019)),
            ("195X", Some(-7305), Some(-3654)),
            ("1951-04/1951-05", Some(-6850), Some(-6790)),
            ("../1958", None, Some(-4019)),
            ("..1958", None, Some(-4019)),
            ("1500-03-01", Some(-171_605), Some(-171_605)),
            ("spring", None, None),
            ("", None, None),
        ] {
            assert_eq!(days(edtf), Days { from, to }, "{edtf}");
        }
    }

    #[test]
    fn years_of_an_interval() {
        assert_eq!(years(days("1950-12/1951-02")), [1950, 1951]);
        assert_eq!(years(days("../1958")), [1958]);
        assert_eq!(years(days("1951-12-31")), [1951]);
        assert_eq!(years(days("19XX")), [1900]);
        assert!(years(days("")).is_empty());
    }
}

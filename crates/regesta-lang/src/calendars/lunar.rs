//! The lunar calendar of China and Korea, from a table of its years.

use std::sync::LazyLock;

use super::{day_number, of_day_number};
use crate::tables::rows;

/// A year: the number of its first day, its months in order and the month that is doubled.
struct LunarYear {
    year: i32,
    begins: i64,
    months: &'static str,
    leap: u8,
}

static YEARS: LazyLock<Vec<LunarYear>> = LazyLock::new(|| {
    let read = |row: Vec<&'static str>| {
        let [year, begins, months, leap, ..] = row[..] else { return None };
        let mut parts = begins.split('-');
        let mut part = || parts.next().and_then(|it| it.parse::<u16>().ok());
        let (first, month, day) = (part()?, part()?, part()?);
        Some(LunarYear {
            year: year.parse().ok()?,
            begins: day_number(
                i32::from(first),
                u8::try_from(month).ok()?,
                u8::try_from(day).ok()?,
            ),
            months,
            leap: leap.parse().ok()?,
        })
    };
    rows(include_str!("../../../../data/lunar_years.tsv")).filter_map(read).collect()
});

/// Returns the Gregorian day of a day of the lunar calendar; for a month, the month in which most of it falls.
///
/// A doubled month is taken for the first of the two. `None` for years and days that the table does not have.
pub(crate) fn gregorian_of_lunar(
    year: i32,
    month: u8,
    day: Option<u8>,
) -> Option<(i32, u8, Option<u8>)> {
    let it = YEARS.iter().find(|it| it.year == year)?;
    let doubled = it.leap > 0 && month > it.leap;
    let index = usize::from(month.checked_sub(1)?) + usize::from(doubled);
    let length = |letter: char| if letter == 'L' { 30 } else { 29 };
    let own = it.months.chars().nth(index).map(length)?;
    let before: i64 = it.months.chars().take(index).map(length).sum();
    if day.is_some_and(|it| i64::from(it) > own || it == 0) {
        return None;
    }
    let number = it.begins + before + day.map_or(own / 2, |it| i64::from(it) - 1);
    let (year, month, of_month) = of_day_number(number);
    Some((year, month, day.map(|_| of_month)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn festivals_fall_on_their_days() {
        // New Year 1950, the dragon boats of 1950, mid-autumn 1949 (after the doubled seventh month).
        assert_eq!(gregorian_of_lunar(1950, 1, Some(1)), Some((1950, 2, Some(17))));
        assert_eq!(gregorian_of_lunar(1950, 5, Some(5)), Some((1950, 6, Some(19))));
        assert_eq!(gregorian_of_lunar(1949, 8, Some(15)), Some((1949, 10, Some(6))));
        assert_eq!(gregorian_of_lunar(1950, 5, None), Some((1950, 6, None)));
        assert_eq!(gregorian_of_lunar(1850, 5, Some(5)), None);
        assert_eq!(gregorian_of_lunar(1950, 0, Some(1)), None);
    }

    #[test]
    fn years_follow_each_other() {
        for pair in YEARS.windows(2) {
            let days: i64 = pair[0].months.chars().map(|it| if it == 'L' { 30 } else { 29 }).sum();
            assert_eq!(pair[0].begins + days, pair[1].begins, "{}", pair[0].year);
        }
    }
}

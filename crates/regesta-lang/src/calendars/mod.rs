//! Calendars: lengths of months, era years, Roman months and the days of telegraph rhymes.

mod date_word;
mod lunar;
mod roman;

pub(crate) use date_word::DateWord;
pub(crate) use lunar::gregorian_of_lunar;
pub(crate) use roman::roman_month;

const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Returns the English name of a month, 1 to 12.
pub(crate) fn month_name(month: u8) -> &'static str {
    NAMES.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("no month")
}

/// Returns the English name of a day of the week, 1 (Monday) to 7.
pub(crate) fn weekday_name(day: u8) -> &'static str {
    const NAMES: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    NAMES.get(usize::from(day).wrapping_sub(1)).copied().unwrap_or("no day of the week")
}

/// Returns how many days a month of the proleptic Gregorian calendar has; 31 where there is no such month.
pub(crate) fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Moves a day by months; the day is kept within the month it lands in.
pub(crate) fn add_months((year, month, day): (i32, u8, u8), months: i32) -> (i32, u8, u8) {
    let total = year.saturating_mul(12).saturating_add(i32::from(month) - 1).saturating_add(months);
    let (year, month) = (total.div_euclid(12), total.rem_euclid(12) as u8 + 1);
    (year, month, day.min(days_in_month(year, month)))
}

/// Moves a day by days.
pub(crate) fn add_days((year, month, day): (i32, u8, u8), days: i32) -> (i32, u8, u8) {
    of_day_number(day_number(year, month, day) + i64::from(days.clamp(-400_000, 400_000)))
}

/// Returns the number of a day of the proleptic Gregorian calendar; 0 is 1 March of the year 0.
pub(crate) fn day_number(year: i32, month: u8, day: u8) -> i64 {
    let (years, days) = years_and_days(year, month, day);
    365 * years + years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400) + days
}

/// Returns the years since March of the year 0 and the days since 1 March.
fn years_and_days(year: i32, month: u8, day: u8) -> (i64, i64) {
    let from_march = (i64::from(month) + 9).rem_euclid(12);
    let years = i64::from(year) - i64::from(month < 3);
    (years, (153 * from_march + 2) / 5 + i64::from(day) - 1)
}

/// Returns the day of the Gregorian calendar with a number.
pub(crate) fn of_day_number(number: i64) -> (i32, u8, u8) {
    let (era, of_era) = (number.div_euclid(146_097), number.rem_euclid(146_097));
    let years = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let days = of_era - (365 * years + years / 4 - years / 100);
    let from_march = (5 * days + 2) / 153;
    let day = days - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = years + era * 400 + i64::from(month < 3);
    (i32::try_from(year).unwrap_or_default(), month as u8, day as u8)
}

/// Returns the day of the week, 1 (Monday) to 7.
pub(crate) fn weekday(year: i32, month: u8, day: u8) -> u8 {
    (day_number(year, month, day) + 2).rem_euclid(7) as u8 + 1
}

/// Returns the day of the Gregorian calendar that is this day of the Julian.
pub(crate) fn gregorian_of_julian(year: i32, month: u8, day: u8) -> (i32, u8, u8) {
    let (years, days) = years_and_days(year, month, day);
    of_day_number(365 * years + years.div_euclid(4) + days - 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_days_move_across_the_ends_of_years() {
        assert_eq!(add_months((1951, 1, 14), 3), (1951, 4, 14));
        assert_eq!(add_months((1951, 11, 30), 3), (1952, 2, 29));
        assert_eq!(add_days((1950, 12, 30), 5), (1951, 1, 4));
        assert_eq!(add_days((1950, 3, 1), -1), (1950, 2, 28));
        assert_eq!(add_days((1952, 2, 28), 366), (1953, 2, 28));
    }

    #[test]
    fn days_of_the_week_and_of_the_old_style() {
        assert_eq!(weekday(1950, 6, 25), 7);
        assert_eq!(weekday(1953, 7, 27), 1);
        assert_eq!(gregorian_of_julian(1917, 10, 25), (1917, 11, 7));
        assert_eq!(gregorian_of_julian(1900, 2, 29), (1900, 3, 13));
        assert_eq!(gregorian_of_julian(1812, 8, 26), (1812, 9, 7));
        for number in (650_000..720_000).step_by(17) {
            let (year, month, day) = of_day_number(number);
            assert_eq!(day_number(year, month, day), number);
        }
    }
}

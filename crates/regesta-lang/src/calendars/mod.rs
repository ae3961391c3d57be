//! Calendars: lengths of months, era years, Roman months and the days of telegraph rhymes.

mod roman;

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
pub(crate) fn add_days((mut year, mut month, day): (i32, u8, u8), days: i32) -> (i32, u8, u8) {
    let mut day = i32::from(day) + days.clamp(-40_000, 40_000);
    while day < 1 {
        (year, month, _) = add_months((year, month, 1), -1);
        day += i32::from(days_in_month(year, month));
    }
    while day > i32::from(days_in_month(year, month)) {
        day -= i32::from(days_in_month(year, month));
        (year, month, _) = add_months((year, month, 1), 1);
    }
    (year, month, day.clamp(1, 31) as u8)
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
    }
}

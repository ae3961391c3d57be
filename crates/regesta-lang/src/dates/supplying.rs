//! Supplies what a date leaves out from an anchor: years, months, days of the week.

use super::Anchor;
use super::reading::{Counted, Length, Partial, Toward, Year};
use crate::calendars::{add_days, add_months, day_number, of_day_number, weekday};

impl Partial {
    /// Supplies year, month and day from an anchor where the words leave them out.
    pub(super) fn supplied(mut self, anchor: Option<Anchor>) -> Option<Partial> {
        if let Some(counted) = self.counted {
            return self.counted_from(counted, anchor?);
        }
        self.year = match self.year {
            Year::Full(year) => Year::Full(year),
            Year::Short(short) => Year::Full(century(short, anchor)),
            Year::Relative(by) => Year::Full(anchor?.year + i32::from(by)),
            Year::Missing => {
                let anchor = anchor?;
                if self.month.is_none() && self.season.is_none() && self.part.is_none() {
                    self.month = Some(anchor.month?);
                    if self.day.is_none() {
                        self.day = Some(anchor.day?);
                    }
                    Year::Full(anchor.year)
                } else {
                    Year::Full(anchor.year + self.years_away(anchor))
                }
            }
        };
        Some(self)
    }

    fn counted_from(mut self, counted: Counted, anchor: Anchor) -> Option<Partial> {
        let (year, month, day) = match counted {
            Counted::Days(by) => {
                let (year, month, day) =
                    add_days((anchor.year, anchor.month?, anchor.day?), i32::from(by));
                (year, Some(month), Some(day))
            }
            Counted::Weekday(weekday, toward) => {
                let (year, month, day) =
                    day_of_week((anchor.year, anchor.month?, anchor.day?), weekday, toward);
                (year, Some(month), Some(day))
            }
            Counted::Months(by) => {
                let (year, month, _) = add_months((anchor.year, anchor.month?, 1), i32::from(by));
                (year, Some(month), self.day)
            }
            Counted::Years(by) => (anchor.year + i32::from(by), self.month, self.day),
        };
        (self.year, self.month, self.day) = (Year::Full(year), month, day);
        self.counted = None;
        Some(self)
    }

    /// How many years from the anchor's: the day nearest to the anchor; for a bare month the same year unless the new year lies nearer.
    fn years_away(&self, anchor: Anchor) -> i32 {
        let (Some(month), Some(from)) = (self.month, anchor.month) else { return 0 };
        let away = i32::from(month) - i32::from(from);
        let least = if self.day.is_some() { 6 } else { 8 };
        match away {
            _ if away > least => -1,
            _ if away < -least => 1,
            _ => 0,
        }
    }
}

/// Returns the day of the week that is meant, seen from a day.
fn day_of_week(from: (i32, u8, u8), wanted: u8, toward: Toward) -> (i32, u8, u8) {
    let today = day_number(from.0, from.1, from.2);
    let away = i64::from(wanted) - i64::from(weekday(from.0, from.1, from.2));
    let by = match toward {
        Toward::This => away,
        Toward::Next => {
            if away > 0 {
                away
            } else {
                away + 7
            }
        }
        Toward::Last => {
            if away < 0 {
                away
            } else {
                away - 7
            }
        }
    };
    of_day_number(today + by)
}

/// Moves a day by so many units.
pub(super) fn moved(day: (i32, u8, u8), count: i32, length: Length) -> (i32, u8, u8) {
    match length {
        Length::Days => add_days(day, count),
        Length::Weeks => add_days(day, count.saturating_mul(7)),
        Length::Months => add_months(day, count),
        Length::Years => add_months(day, count.saturating_mul(12)),
    }
}

/// The year with these last two digits, no more than 80 years before the anchor; of the 1900s where there is none.
fn century(short: u8, anchor: Option<Anchor>) -> i32 {
    let within = 1900 + i32::from(short);
    let Some(anchor) = anchor else { return within };
    let first = anchor.year - 80;
    first + (within - first).rem_euclid(100)
}

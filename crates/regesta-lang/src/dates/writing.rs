//! Writes dates as EDTF, with an anchor or with `X` for what is not said.

use super::Anchor;
use super::reading::{Clock, Digits, Length, Part, Partial, Vague, When, Year};
use super::supplying::moved;
use crate::calendars::{add_days, days_in_month, gregorian_of_julian, gregorian_of_lunar, weekday};

/// Returns the date as EDTF; `None` where an anchor is needed and none is given, or does not say enough.
pub(super) fn with_anchor(when: &When, anchor: Option<Anchor>, vague: Vague) -> Option<String> {
    Some(match when {
        When::At(it) => it.supplied(anchor)?.text(vague),
        When::Interval(from, to) => interval(from, to, anchor, vague)?,
        When::Either(a, b) => {
            format!("[{},{}]", a.supplied(anchor)?.text(vague), b.supplied(anchor)?.text(vague))
        }
        When::Until(it) => format!("../{}", it.supplied(anchor)?.last_day()?),
        When::NotAfter(it) => format!("../{}", last(&it.supplied(anchor)?.text(vague))),
        When::NotBefore(it) => format!("{}/..", first(&it.supplied(anchor)?.text(vague))),
        When::Now => format!("{}~", anchor?.text()),
        When::Ahead(count, length) => ahead(*count, *length, anchor?)?,
        When::Week(by) => week(*by, anchor?)?,
        When::UnorderedRange(..) => with_anchor(&when.day_first_range()?, anchor, vague)?,
        When::Unordered(..) => when.day_first()?.supplied(anchor)?.text(vague),
    })
}

/// Returns the date as EDTF with `XXXX` for what an anchor would have to supply; `None` where the words only count from one.
pub(super) fn unspecified(when: &When, vague: Vague) -> Option<String> {
    match when {
        When::At(it) if it.is_open() => it.open_text(vague),
        When::NotAfter(it) if it.is_open() => Some(format!("../{}", last(&it.open_text(vague)?))),
        When::NotBefore(it) if it.is_open() => Some(format!("{}/..", first(&it.open_text(vague)?))),
        When::Until(it) if it.is_open() => Some(format!("../{}", it.open_text(vague)?)),
        When::Interval(a, b) if a.is_open() && b.is_open() => {
            let (a, b) = (a.open_text(vague)?, b.open_text(vague)?);
            Some(format!("{}/{}", first(&a), last(&b)))
        }
        When::Either(a, b) if a.is_open() && b.is_open() => {
            Some(format!("[{},{}]", a.open_text(vague)?, b.open_text(vague)?))
        }
        _ => with_anchor(when, None, vague),
    }
}

fn first(edtf: &str) -> &str {
    edtf.split('/').next().unwrap_or(edtf)
}

fn last(edtf: &str) -> &str {
    edtf.rsplit('/').next().unwrap_or(edtf)
}

fn interval(from: &Partial, to: &Partial, anchor: Option<Anchor>, vague: Vague) -> Option<String> {
    let open = |it: &Partial| it.year == Year::Missing && it.counted.is_none();
    let (mut from, mut to) = (*from, *to);
    if open(&from) && open(&to) {
        from = from.supplied(anchor)?;
        if to.month.is_none() {
            to.month = from.month;
        }
    }
    let before = |a: &Partial, b: &Partial| (a.month, a.day) <= (b.month, b.day);
    match (open(&from), open(&to)) {
        (false, true) => {
            from = from.supplied(anchor)?;
            to.year = if before(&from, &to) { from.year } else { next_year(from.year, 1) };
        }
        (true, false) => {
            to = to.supplied(anchor)?;
            from.year = if before(&from, &to) { to.year } else { next_year(to.year, -1) };
        }
        _ => {
            from = from.supplied(anchor)?;
            to = to.supplied(anchor)?;
        }
    }
    let (from, to) = (from.text(vague), to.text(vague));
    Some(format!("{}/{}", first(&from), last(&to)))
}

fn next_year(year: Year, by: i32) -> Year {
    if let Year::Full(year) = year { Year::Full(year + by) } else { year }
}

fn ahead(count: i32, length: Length, anchor: Anchor) -> Option<String> {
    let (year, month, day) = moved((anchor.year, anchor.month?, anchor.day?), count, length);
    let other = format!("{year:04}-{month:02}-{day:02}~");
    let here = anchor.text();
    Some(if count < 0 { format!("{other}/{here}") } else { format!("{here}/{other}") })
}

fn week(by: i8, anchor: Anchor) -> Option<String> {
    let day = (anchor.year, anchor.month?, anchor.day?);
    let monday = i32::from(by) * 7 + 1 - i32::from(weekday(day.0, day.1, day.2));
    let text = |(year, month, day)| format!("{year:04}-{month:02}-{day:02}");
    Some(format!("{}/{}", text(add_days(day, monday)), text(add_days(day, monday + 6))))
}

impl Partial {
    /// Returns the last day of the month or the year.
    fn last_day(&self) -> Option<String> {
        let Year::Full(year) = self.year else { return None };
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or_else(|| days_in_month(year, month));
        Some(format!("{year:04}-{month:02}-{day:02}"))
    }

    /// Returns year, month and day of the Gregorian calendar where all three are known.
    pub(super) fn whole_day(&self) -> Option<(i32, u8, u8)> {
        let it = self.gregorian();
        let Year::Full(year) = it.year else { return None };
        Some((year, it.month?, it.day?))
    }

    /// Writes what is said and `X` for the rest.
    fn open_text(&self, vague: Vague) -> Option<String> {
        let clock = self.clock.filter(|_| self.month.is_none() && !self.names_day());
        if let (Some(clock), None) = (clock, self.counted) {
            return Some(clock_text(clock, None));
        }
        let said = self.month.is_some() || self.day.is_some() || self.season.is_some();
        (said && !self.lunar).then(|| self.text(vague))
    }

    /// Writes the date; `XXXX` and `XX` stand for what is not known.
    pub(super) fn text(&self, vague: Vague) -> String {
        let it = self.gregorian();
        let number = match it.year {
            Year::Full(year) => Some(year),
            Year::Short(short) => Some(1900 + i32::from(short)),
            Year::Missing | Year::Relative(_) => None,
        };
        let year = number.map_or_else(|| "XXXX".to_owned(), |it| format!("{it:04}"));
        let about = match (it.approximate, it.uncertain) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        };
        if let Some(season) = it.season {
            return format!("{year}-{season}{about}");
        }
        match (it.digits, number) {
            (Digits::Decade, Some(year)) => return format!("{:03}X{about}", year.div_euclid(10)),
            (Digits::Century, Some(year)) => {
                return format!("{:02}XX{about}", year.div_euclid(100));
            }
            _ => {}
        }
        if let Some(part) = it.part {
            return it.part_text(part, &year, number, vague);
        }
        let day = it.day.map(|day| format!("{day:02}"));
        match (it.month, day) {
            (None, None) => format!("{year}{about}"),
            (Some(month), None) => format!("{year}-{month:02}{about}"),
            (month, Some(day)) => {
                let at = number.zip(it.month).zip(it.day).map(|((a, b), c)| (a, b, c));
                let clock = it.clock.map_or_else(String::new, |it| clock_text(it, at));
                let month = month.map_or_else(|| "XX".to_owned(), |it| format!("{it:02}"));
                format!("{year}-{month}-{day}{clock}{about}")
            }
        }
    }

    /// Moves a day of the Julian or the lunar calendar to the Gregorian.
    fn gregorian(&self) -> Partial {
        let mut it = *self;
        if !it.julian && !it.lunar {
            return it;
        }
        let (Year::Full(year), Some(month)) = (it.year, it.month) else { return it };
        match (it.day, it.julian) {
            (Some(day), true) => {
                let (year, month, day) = gregorian_of_julian(year, month, day);
                (it.year, it.month, it.day) = (Year::Full(year), Some(month), Some(day));
            }
            (None, true) => {}
            (day, false) => match gregorian_of_lunar(year, month, day) {
                Some((year, month, day)) => {
                    (it.year, it.month, it.day) = (Year::Full(year), Some(month), day);
                }
                // Without the tables of that year only the year is sure, and not wholly.
                None => (it.month, it.day, it.approximate) = (None, None, true),
            },
        }
        (it.julian, it.lunar) = (false, false);
        it
    }

    fn part_text(&self, part: Part, year: &str, number: Option<i32>, vague: Vague) -> String {
        let Some(month) = self.month else {
            let (from, to) = match part {
                Part::FirstHalf => (1, 6),
                Part::SecondHalf => (7, 12),
                Part::Quarter(it) => (u16::from(it) * 3 - 2, u16::from(it) * 3),
                _ => return format!("{year}~"),
            };
            return format!("{year}-{from:02}/{year}-{to:02}");
        };
        let last = days_in_month(number.unwrap_or(2000), month);
        let (from, to) = match (part, vague) {
            (Part::Early | Part::Mid | Part::Late, Vague::Approximate) => {
                return format!("{year}-{month:02}~");
            }
            (Part::Early | Part::FirstThird, _) => (1, 10),
            (Part::Mid, _) => (10, 20),
            (Part::Late, _) => (20, last),
            (Part::SecondThird, _) => (11, 20),
            (Part::LastThird, _) => (21, last),
            (Part::FirstHalf, _) => (1, 15),
            (Part::SecondHalf, _) => (16, last),
            (Part::Quarter(_), _) => (1, last),
        };
        format!("{year}-{month:02}-{from:02}/{year}-{month:02}-{to:02}")
    }
}

fn clock_text(clock: Clock, day: Option<(i32, u8, u8)>) -> String {
    let Clock { hour, minute, zone } = clock;
    let zone = zone.and_then(|it| it.offset(day)).unwrap_or_default();
    match minute {
        None => format!("T{hour:02}{zone}"),
        Some(minute) => format!("T{hour:02}:{minute:02}{zone}"),
    }
}

//! What a date says before anything is supplied, and how it becomes EDTF with an anchor.

use regesta_model::DateBasis;

use super::Anchor;
use crate::calendars::{add_days, add_months, days_in_month};

/// How the words give the year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Year {
    /// Not at all.
    #[default]
    Missing,
    /// In full.
    Full(i32),
    /// By its last two digits.
    Short(u8),
    /// Counted from the anchor's: this (0), last (-1), next (1).
    Relative(i8),
}

/// Which third of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
}

/// The time of a day, in whole hours or with minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: Option<u8>,
}

/// A date as far as the words give it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Partial {
    pub(super) year: Year,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    pub(super) part: Option<Part>,
    pub(super) clock: Option<Clock>,
    /// Whether the year stands for its ten years.
    pub(super) decade: bool,
    /// EDTF season, 21 to 24.
    pub(super) season: Option<u8>,
    pub(super) approximate: bool,
}

/// Units of time that a span of time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    Days,
    Weeks,
    Months,
    Years,
}

/// What the words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// One date.
    At(Partial),
    /// From one to the other, both included.
    Interval(Partial, Partial),
    /// One or the other.
    Either(Partial, Partial),
    /// Up to the end of a year or a month.
    Until(Partial),
    /// The anchor itself, about.
    Now,
    /// From the anchor on, so many units at most.
    Ahead(i32, Length),
    /// Day and month of a numeric date whose order is not settled: as written, first and second.
    Unordered(u8, u8, Year, Option<Clock>),
}

impl When {
    /// Says whether an anchor has to supply something.
    pub(super) fn is_incomplete(&self) -> bool {
        let open = |it: &Partial| matches!(it.year, Year::Missing | Year::Relative(_));
        match self {
            When::At(it) | When::Until(it) => open(it),
            When::Interval(a, b) | When::Either(a, b) => open(a) && open(b),
            When::Now | When::Ahead(..) => true,
            When::Unordered(_, _, year, _) => *year == Year::Missing,
        }
    }

    /// Returns the date as EDTF, and what it rests on.
    pub(super) fn edtf(&self, anchor: Option<Anchor>) -> Option<(String, DateBasis)> {
        let basis = if self.is_incomplete() { DateBasis::Inferred } else { DateBasis::Text };
        let text = match self {
            When::At(it) => it.supplied(anchor)?.text(),
            When::Interval(from, to) => interval(from, to, anchor)?,
            When::Either(a, b) => {
                format!("[{},{}]", a.supplied(anchor)?.text(), b.supplied(anchor)?.text())
            }
            When::Until(it) => format!("../{}", it.supplied(anchor)?.last_day()?),
            When::Now => format!("{}~", anchor?.text()),
            When::Ahead(count, length) => ahead(*count, *length, anchor?)?,
            When::Unordered(..) => self.day_first()?.supplied(anchor)?.text(),
        };
        Some((text, basis))
    }

    /// Returns the one date it is; figures whose order is open are read as day and month.
    pub(super) fn day_first(&self) -> Option<Partial> {
        match *self {
            When::At(it) => Some(it),
            When::Unordered(day, month, year, clock) => Some(Partial {
                year,
                month: Some(month),
                day: Some(day),
                clock,
                ..Partial::default()
            }),
            _ => None,
        }
    }

    /// Returns the date as EDTF with `XXXX` for what an anchor would have to supply; `None` for relative dates.
    pub(super) fn unspecified(&self) -> Option<String> {
        let open = |it: &Partial| matches!(it.year, Year::Missing);
        match self {
            When::At(it) if open(it) => {
                let mut it = *it;
                it.part = None;
                if it.month.is_none() && it.day.is_none() {
                    return None;
                }
                Some(it.text())
            }
            When::Interval(a, b) if open(a) && open(b) => None,
            _ => self.edtf(None).map(|(text, _)| text),
        }
    }
}

fn interval(from: &Partial, to: &Partial, anchor: Option<Anchor>) -> Option<String> {
    let open = |it: &Partial| it.year == Year::Missing;
    let (mut from, mut to) = (*from, *to);
    if open(&from) && open(&to) {
        from = from.supplied(anchor)?;
    }
    let before = |a: &Partial, b: &Partial| (a.month, a.day) <= (b.month, b.day);
    match (open(&from), open(&to)) {
        (false, true) => {
            from = from.supplied(anchor)?;
            to.year = if before(&from, &to) { from.year } else { moved(from.year, 1) };
        }
        (true, false) => {
            to = to.supplied(anchor)?;
            from.year = if before(&from, &to) { to.year } else { moved(to.year, -1) };
        }
        _ => {
            from = from.supplied(anchor)?;
            to = to.supplied(anchor)?;
        }
    }
    Some(format!("{}/{}", from.text(), to.text()))
}

fn moved(year: Year, by: i32) -> Year {
    if let Year::Full(year) = year { Year::Full(year + by) } else { year }
}

fn ahead(count: i32, length: Length, anchor: Anchor) -> Option<String> {
    let day = (anchor.year, anchor.month?, anchor.day?);
    let (year, month, end) = match length {
        Length::Days => add_days(day, count),
        Length::Weeks => add_days(day, count.saturating_mul(7)),
        Length::Months => add_months(day, count),
        Length::Years => add_months(day, count.saturating_mul(12)),
    };
    Some(format!("{}/{year:04}-{month:02}-{end:02}~", anchor.text()))
}

impl Partial {
    /// Supplies year, month and day from an anchor where the words leave them out.
    pub(super) fn supplied(mut self, anchor: Option<Anchor>) -> Option<Partial> {
        self.year = match self.year {
            Year::Full(year) => Year::Full(year),
            Year::Short(short) => Year::Full(century(short, anchor)),
            Year::Relative(by) => Year::Full(anchor?.year + i32::from(by)),
            Year::Missing => {
                let anchor = anchor?;
                if self.month.is_none() && self.season.is_none() {
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

    fn last_day(&self) -> Option<String> {
        let Year::Full(year) = self.year else { return None };
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or_else(|| days_in_month(year, month));
        Some(format!("{year:04}-{month:02}-{day:02}"))
    }

    /// Writes the date; `XXXX` and `XX` stand for what is not known.
    pub(super) fn text(&self) -> String {
        let year = match self.year {
            Year::Full(year) => format!("{year:04}"),
            Year::Short(short) => format!("{:04}", 1900 + i32::from(short)),
            Year::Missing | Year::Relative(_) => "XXXX".to_owned(),
        };
        if let Some(season) = self.season {
            return format!("{year}-{season}");
        }
        if let (true, Year::Full(year)) = (self.decade, self.year) {
            return format!("{:03}X", year / 10);
        }
        let about = if self.approximate { "~" } else { "" };
        let month = self.month.map(|it| format!("{it:02}"));
        if let (Some(part), Some(month), Year::Full(number)) = (self.part, &month, self.year) {
            let last = days_in_month(number, self.month.unwrap_or(12));
            let (from, to) = match part {
                Part::Early => (1, 10),
                Part::Mid => (10, 20),
                Part::Late => (20, last),
            };
            return format!("{year}-{month}-{from:02}/{year}-{month}-{to:02}");
        }
        match (month, self.day) {
            (None, None) => format!("{year}{about}"),
            (Some(month), None) => format!("{year}-{month}{about}"),
            (month, Some(day)) => {
                let month = month.unwrap_or_else(|| "XX".to_owned());
                format!("{year}-{month}-{day:02}{}{about}", clock_text(self.clock))
            }
        }
    }
}

fn clock_text(clock: Option<Clock>) -> String {
    match clock {
        None => String::new(),
        Some(Clock { hour, minute: None }) => format!("T{hour:02}"),
        Some(Clock { hour, minute: Some(minute) }) => format!("T{hour:02}:{minute:02}"),
    }
}

/// The year with these last two digits, no more than 80 years before the anchor; of the 1900s where there is none.
fn century(short: u8, anchor: Option<Anchor>) -> i32 {
    let within = 1900 + i32::from(short);
    let Some(anchor) = anchor else { return within };
    let first = anchor.year - 80;
    first + (within - first).rem_euclid(100)
}

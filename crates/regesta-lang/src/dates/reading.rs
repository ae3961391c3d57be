//! What a date says before anything is supplied.

use regesta_model::DateBasis;

use super::Anchor;
use super::zones::Zone;

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

/// Which part of a month, a year or a decade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// `early May`, `at the beginning of the year`.
    Early,
    /// `mid-May`.
    Mid,
    /// `late May`, `at the end of the year`.
    Late,
    /// The ten days from the 1st: `первая декада`, `上旬`.
    FirstThird,
    /// The ten days from the 11th.
    SecondThird,
    /// The days from the 21st.
    LastThird,
    /// `the first half of May`, `первое полугодие`.
    FirstHalf,
    /// `the second half of May`.
    SecondHalf,
    /// A quarter of the year, 1 to 4.
    Quarter(u8),
}

/// The time of a day, in whole hours or with minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: Option<u8>,
    /// Whose clock, where it is said.
    pub(super) zone: Option<Zone>,
}

impl Clock {
    /// Makes a time of a clock that is not named.
    pub(super) fn new(hour: u8, minute: Option<u8>) -> Clock {
        Clock { hour, minute, zone: None }
    }
}

/// Which day of that name is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Toward {
    /// The last before the anchor.
    Last,
    /// The one of the anchor's week.
    This,
    /// The first after the anchor.
    Next,
}

/// How a day or a month is counted from the anchor's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    /// The day so many days after the anchor's.
    Days(i16),
    /// The month so many months after the anchor's.
    Months(i8),
    /// A day of the week, 1 (Monday) to 7.
    Weekday(u8, Toward),
    /// The year so many years after the anchor's.
    Years(i16),
}

/// How much of the year its last digits leave open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Digits {
    /// Nothing: it is a year.
    #[default]
    All,
    /// It stands for its ten years.
    Decade,
    /// It stands for its hundred years.
    Century,
}

/// A date as far as the words give it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Partial {
    pub(super) year: Year,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    pub(super) part: Option<Part>,
    pub(super) clock: Option<Clock>,
    pub(super) digits: Digits,
    /// EDTF season, 21 to 24.
    pub(super) season: Option<u8>,
    pub(super) approximate: bool,
    pub(super) uncertain: bool,
    /// Whether day and month are of the Julian calendar.
    pub(super) julian: bool,
    /// Whether month and day are of the lunar calendar of East Asia.
    pub(super) lunar: bool,
    pub(super) counted: Option<Counted>,
    /// Whether the month stood before the day, both in figures.
    pub(super) month_in_front: bool,
}

impl Partial {
    /// Makes a date of day, month and year.
    pub(super) fn of_day(year: Year, month: u8, day: u8) -> Partial {
        Partial { year, month: Some(month), day: Some(day), ..Partial::default() }
    }

    /// Makes a date that is counted from the anchor.
    pub(super) fn of_counted(counted: Counted) -> Partial {
        Partial { counted: Some(counted), ..Partial::default() }
    }

    /// Says whether an anchor has to supply the year.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.year, Year::Missing | Year::Relative(_))
    }

    /// Says whether the words name one day.
    pub(super) fn names_day(&self) -> bool {
        self.day.is_some() || matches!(self.counted, Some(Counted::Days(_) | Counted::Weekday(..)))
    }
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
    /// Not after a date.
    NotAfter(Partial),
    /// Not before a date.
    NotBefore(Partial),
    /// The anchor itself, about.
    Now,
    /// From the anchor on, so many units at most; up to the anchor where the count is negative.
    Ahead(i32, Length),
    /// The week so many weeks after the anchor's.
    Week(i8),
    /// Day and month of a numeric date whose order is not settled: as written, first and second.
    Unordered(u8, u8, Year, Option<Clock>),
    /// Two of them with a dash between.
    UnorderedRange((u8, u8, Year), (u8, u8, Year)),
}

/// How the part of a month that has no firm borders is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vague {
    /// By the days that an editor takes it for.
    Days,
    /// As the month, approximately.
    Approximate,
}

impl When {
    /// Says whether an anchor has to supply something.
    pub(super) fn is_incomplete(&self) -> bool {
        match self {
            When::At(it) | When::Until(it) | When::NotAfter(it) | When::NotBefore(it) => {
                it.is_open()
            }
            When::Interval(a, b) | When::Either(a, b) => a.is_open() && b.is_open(),
            When::Now | When::Ahead(..) | When::Week(_) => true,
            When::Unordered(_, _, year, _) | When::UnorderedRange((_, _, year), _) => {
                *year == Year::Missing
            }
        }
    }

    /// Says what a reading with an anchor rests on.
    pub(super) fn basis(&self) -> DateBasis {
        if self.is_incomplete() { DateBasis::Inferred } else { DateBasis::Text }
    }

    /// Returns the one date it is; figures whose order is open are read as day and month.
    pub(super) fn day_first(&self) -> Option<Partial> {
        match *self {
            When::At(it) => Some(it),
            When::Unordered(day, month, year, clock) => {
                Some(Partial { clock, ..Partial::of_day(year, month, day) })
            }
            _ => None,
        }
    }

    /// Returns the range of two dates whose order is open, read as day and month.
    pub(super) fn day_first_range(&self) -> Option<When> {
        let When::UnorderedRange((a, b, first), (c, d, last)) = *self else { return None };
        Some(When::Interval(Partial::of_day(first, b, a), Partial::of_day(last, d, c)))
    }

    /// Returns the same with every date changed.
    pub(super) fn each(self, change: impl Fn(Partial) -> Partial) -> When {
        match self {
            When::At(it) => When::At(change(it)),
            When::Until(it) => When::Until(change(it)),
            When::NotAfter(it) => When::NotAfter(change(it)),
            When::NotBefore(it) => When::NotBefore(change(it)),
            When::Interval(a, b) => When::Interval(change(a), change(b)),
            When::Either(a, b) => When::Either(change(a), change(b)),
            When::Unordered(..) => self.day_first().map_or(self, |it| When::At(change(it))),
            When::UnorderedRange(..) => self.day_first_range().map_or(self, |it| it.each(change)),
            When::Now | When::Ahead(..) | When::Week(_) => self,
        }
    }

    /// Says whether the words count from another date and name none.
    pub(super) fn is_counted(&self) -> bool {
        match self {
            When::At(it) => it.counted.is_some(),
            When::Now | When::Ahead(..) | When::Week(_) => true,
            _ => false,
        }
    }

    /// Returns the date as EDTF, and what it rests on.
    pub(super) fn edtf(&self, anchor: Option<Anchor>, vague: Vague) -> Option<(String, DateBasis)> {
        Some((super::writing::with_anchor(self, anchor, vague)?, self.basis()))
    }
}

//! Finds dates in running text and reads them to EDTF level 1.

mod cells;
mod combined;
mod counted_days;
mod day_lists;
mod east_asian;
mod impossible;
mod marked;
mod month_and_year;
mod notation;
mod numeric;
mod old_style;
mod order;
mod parts;
mod reading;
mod relative;
mod supplying;
mod telegram_groups;
mod times;
mod worded;
mod writing;
mod years;
mod zones;

use regesta_model::{DateBasis, Language, Span};

use crate::tokens::each_stretch;
use reading::{Vague, When};
pub(crate) use times::{begins_cleanly, past_colon_time};

/// The pages about them, each the test of what it says.
pub const PAGES: &[crate::Page] = crate::pages::pages![
    "dates/chinese",
    "dates/english",
    "dates/eras",
    "dates/impossible",
    "dates/korean",
    "dates/order",
    "dates/other_languages",
    "dates/ranges_and_parts",
    "dates/relative",
    "dates/russian",
    "dates/times_and_zones",
];

/// A calendar day known from elsewhere, from which a missing year or a relative date is supplied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Anchor {
    /// Year of the common era.
    pub year: i32,
    /// Month, 1 to 12, where known.
    pub month: Option<u8>,
    /// Day of the month, where known.
    pub day: Option<u8>,
}

impl Anchor {
    /// Reads the first calendar date of an EDTF string (`1951-01-16T14:45`, `1951-01/1951-04`, `1951~`).
    pub fn of_edtf(edtf: &str) -> Option<Anchor> {
        edtf.split(['/', ',', '[', ']', '{', '}'])
            .map(|it| it.trim().trim_start_matches(".."))
            .find_map(Anchor::of_date)
    }

    fn of_date(date: &str) -> Option<Anchor> {
        let mut parts = date.split(['T', '~', '?', '%']).next()?.splitn(3, '-');
        let year = parts.next().filter(|it| it.len() == 4)?.parse().ok()?;
        let month = parts.next().and_then(|it| it.parse().ok()).filter(|it| (1..=12).contains(it));
        let day = parts.next().and_then(|it| it.parse().ok()).filter(|it| (1..=31).contains(it));
        Some(Anchor { year, month, day: day.filter(|_| month.is_some()) })
    }

    /// Returns the day that many days later; `None` where the day is not known.
    pub fn plus_days(self, days: i32) -> Option<Anchor> {
        let (year, month, day) =
            crate::calendars::add_days((self.year, self.month?, self.day?), days);
        Some(Anchor { year, month: Some(month), day: Some(day) })
    }

    fn text(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            _ => format!("{:04}", self.year),
        }
    }
}

/// A date found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundDate {
    /// The words, into the text that was searched.
    pub span: Span,
    /// Why no such day or hour exists (`30 February`, `25:00`), where it does not.
    pub impossible: Option<String>,
    /// Whether a year or an anchor has to be supplied.
    pub incomplete: bool,
    when: When,
}

impl FoundDate {
    /// Returns the date as EDTF and what the reading rests on; `None` where it needs an anchor and none is given,
    /// or where there is no such day.
    ///
    /// A contradictory `20:35 p.m.` is impossible as written and still has a reading, 20:35.
    pub fn edtf(&self, anchor: Option<Anchor>) -> Option<(String, DateBasis)> {
        if self.impossible.is_some() && !impossible::has_reading(&self.when) {
            return None;
        }
        self.when.edtf(anchor, Vague::Days)
    }

    /// Returns the date as EDTF with `X` for what is not said (`XXXX-01-16`); `None` where the words alone give no date.
    pub fn unspecified(&self) -> Option<String> {
        if self.impossible.is_some() && !impossible::has_reading(&self.when) {
            return None;
        }
        writing::unspecified(&self.when, Vague::Days)
    }

    /// Returns the offset from Greenwich of the clock that the time goes by (`+03:00`, `Z`), where it is said.
    pub fn zone(&self, anchor: Option<Anchor>) -> Option<String> {
        let date = self.when.day_first()?;
        let day = date.supplied(anchor).and_then(|it| it.whole_day());
        date.clock?.zone?.offset(day)
    }

    /// Says whether the words count from another date (`now`, `in the next 2-3 months`) instead of naming a day, month or year.
    pub fn is_relative(&self) -> bool {
        self.when.is_counted()
    }
}

/// Reads words that are known to be dates and nothing else, a cell of a table, to EDTF; several dates are joined by `;`.
///
/// What the words leave open and no anchor supplies is `X` (`XXXX-01-16`). `None` where no date is in the words. A language of
/// `Undetermined` is found from the words where the order of figures asks for it.
pub fn normalize(words: &str, language: Language, anchor: Option<Anchor>) -> Option<String> {
    cells::read(words, language, anchor)
}

/// Finds the dates of a text in reading order; spans do not overlap.
pub fn find(text: &str, language: Language) -> Vec<FoundDate> {
    find_with(text, || language)
}

/// Finds dates; the language is asked for only where the order of figures is open.
fn find_with(text: &str, language: impl FnOnce() -> Language) -> Vec<FoundDate> {
    let mut found = Vec::new();
    each_stretch(text, |tokens| {
        let mut at = 0;
        while at < tokens.len() {
            let before = found.len();
            at = match combined::read(tokens, at, &mut found) {
                Some(next) if found.len() > before => next.max(at + 1),
                _ => at + 1,
            };
        }
    });
    order::settle(text, language, &mut found);
    for date in &mut found {
        date.incomplete = date.when.is_incomplete();
        date.impossible = date.impossible.take().or_else(|| impossible::why(&date.when));
        if date.impossible.is_none() {
            date.impossible = impossible::wrong_weekday(text, date.span, &date.when);
        }
    }
    found
}

#[cfg(test)]
mod tests;

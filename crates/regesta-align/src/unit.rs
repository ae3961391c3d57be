//! A unit as the aligner sees it: how long it is, which numbers and days it states.

use regesta_lang::{
    dates::{Anchor, FoundDate},
    quantities,
};
use regesta_model::{NumberValue, Script};

use crate::Side;

/// A unit as the aligner sees it.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    /// Length in letters of an alphabet; a Han character or Hangul syllable counts as several.
    pub(crate) length: f64,
    /// What it states that a translation repeats: whole numbers, and days as numbers far below zero.
    pub(crate) numbers: Vec<i64>,
}

/// How many letters of an English translation a character stands for, by rough average.
fn weight(c: char) -> f64 {
    match Script::of(c) {
        Script::Han => 3.4,
        Script::Hangul => 2.4,
        Script::Kana => 1.8,
        _ if c.is_whitespace() => 0.0,
        _ => 1.0,
    }
}

/// Weighs the units of one side.
pub(crate) fn units(side: Side<'_>) -> Vec<Unit> {
    side.units
        .iter()
        .map(|span| {
            let words = span.of(side.text);
            let (stated, dates) = quantities::numbers_and_dates(words, side.language);
            let mut numbers: Vec<i64> =
                stated.into_iter().flat_map(|(_, value)| whole_numbers(value)).collect();
            numbers.extend(days(&dates));
            Unit { length: words.chars().map(weight).sum::<f64>().max(1.0), numbers }
        })
        .collect()
}

/// The days of the calendar a unit states, with or without a year, as numbers that no quantity takes.
fn days(dates: &[FoundDate]) -> impl Iterator<Item = i64> {
    dates.iter().filter_map(|it| {
        let (month, day) = match it.unspecified() {
            Some(edtf) => (edtf.get(5..7)?.parse().ok()?, edtf.get(8..10)?.parse().ok()?),
            None if it.incomplete => return None,
            None => {
                let Anchor { month, day, .. } = Anchor::of_edtf(&it.edtf(None)?.0)?;
                (i64::from(month?), i64::from(day?))
            }
        };
        Some(-1_000_000_000 - (month * 100 + day))
    })
}

fn whole_numbers(value: NumberValue) -> Vec<i64> {
    match value {
        NumberValue::Whole(it) => vec![it],
        NumberValue::Range(from, to) => vec![from, to],
        NumberValue::Decimal(_) | NumberValue::Fraction(..) => Vec::new(),
    }
}

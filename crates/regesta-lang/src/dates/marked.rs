//! Dates whose figures are marked by words: `ngày 2 tháng 9 năm 1945`, `1950 оны 5 дугаар сарын 15`.

use super::combined::Match;
use super::reading::{Partial, When, Year};
use crate::lexicon::Class;
use crate::tokens::{Gap, Tokens};

/// Reads such a date that begins at a token.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Match> {
    let token = tokens.get(at)?;
    if token.digits().is_some() {
        return mongolian(tokens, at);
    }
    token.entry?;
    vietnamese(tokens, at)
}

/// Reads figures up to a number at a position, on the same line or the next.
fn number(tokens: &Tokens, at: usize, most: u64) -> Option<u8> {
    let (value, len) = tokens.get(at).filter(|it| it.gap <= Gap::Line)?.digits()?;
    u8::try_from(value).ok().filter(|_| len <= 2 && (1..=most).contains(&value))
}

fn full_year(tokens: &Tokens, at: usize) -> Option<Year> {
    let (value, 4) = tokens.get(at)?.digits()? else { return None };
    (1000..=2100).contains(&value).then_some(Year::Full(value as i32))
}

/// `ngày 2 tháng 9 năm 1945`, `tháng 9 năm 1945`, `ngày 2-9-1945`, `ngày 2 tháng 9`.
fn vietnamese(tokens: &Tokens, at: usize) -> Option<Match> {
    let mut next = at;
    let mut day = None;
    let opens = tokens.get(at)?.is(Class::MonthMark);
    if tokens.get(at)?.is(Class::DayMark) || tokens.words(at) == "ngày" {
        day = Some(number(tokens, at + 1, 39)?);
        next = at + 2;
    }
    (opens || next > at && tokens.is(next, Class::MonthMark)).then_some(())?;
    let month = number(tokens, next + 1, 12)?;
    let mut end = next + 2;
    let comma = usize::from(tokens.glued_mark(end) == Some(','));
    let mut year = Year::Missing;
    if tokens.is(end + comma, Class::YearMark)
        && let Some(found) = full_year(tokens, end + comma + 1)
    {
        (year, end) = (found, end + comma + 2);
    } else if matches!(tokens.mark(end), Some('-' | '/'))
        && let Some(found) = full_year(tokens, end + 1)
    {
        (year, end) = (found, end + 2);
    }
    let date = Partial { year, month: Some(month), day, ..Partial::default() };
    Some(Match::new(at, end, When::At(date)))
}

/// `1950 оны 5 дугаар сарын 15`, `1950 оны 5-р сар`, `1950 онд`.
fn mongolian(tokens: &Tokens, at: usize) -> Option<Match> {
    let year = full_year(tokens, at)?;
    tokens.is(at + 1, Class::AfterYear).then_some(())?;
    let mut date = Partial { year, ..Partial::default() };
    let mut end = at + 2;
    if let Some(month) = number(tokens, end, 12)
        && let Some(after) = past_ordinal(tokens, end + 1)
    {
        (date.month, end) = (Some(month), after);
        if let Some(day) = number(tokens, end, 39) {
            (date.day, end) = (Some(day), end + 1);
            if matches!(tokens.glued_mark(end), Some('-'))
                && tokens.get(end + 1).is_some_and(|it| it.gap == Gap::None && it.is_letters())
            {
                end += 2;
            }
        }
    }
    Some(Match::new(at, end, When::At(date)))
}

/// Steps over `дугаар`, `-р` and the word for month.
fn past_ordinal(tokens: &Tokens, at: usize) -> Option<usize> {
    let mut next = at;
    if tokens.glued_mark(next) == Some('-') {
        next += 1;
    }
    if matches!(tokens.words(next), "р" | "дугаар" | "дүгээр") {
        next += 1;
    }
    tokens.is(next, Class::AfterMonth).then_some(next + 1)
}

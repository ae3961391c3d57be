//! Days counted from the anchor's: `yesterday`, `вчера`, `next Thursday`, `three days ago`, `last week`.

use regesta_model::NumberValue;

use super::combined::Match;
use super::month_and_year::relation;
use super::reading::{Counted, Length, Partial, Toward, When};
use crate::calendars::DateWord;
use crate::lexicon::Class;
use crate::numerals;
use crate::tokens::{Gap, Kind, Token, Tokens};

/// Reads a counted day or week that begins at a token.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Match> {
    let token = tokens.get(at)?;
    if let Some(entry) = token.entry {
        if let Some(DateWord::Day(by)) = entry.date {
            let day = tokens.is(at + 1, Class::Days) && tokens.words(at).ends_with(['о', 'м', 'й']);
            let end = at + 1 + usize::from(day);
            return Some(found(at, end, Counted::Days(i16::from(by))));
        }
        if let Some(by) = relation(tokens, at)
            && let Some(it) = weekday_or_week(tokens, at, by)
        {
            return Some(it);
        }
    }
    matches!(token.kind, Kind::Digits(..))
        .then_some(())
        .or_else(|| token.entry.and_then(|it| it.number).map(|_| ()))?;
    ago(tokens, at)
}

fn found(at: usize, end: usize, counted: Counted) -> Match {
    Match::new(at, end, When::At(Partial::of_counted(counted)))
}

/// `next Thursday`, `в прошлую пятницу`, `last week`, `на этой неделе`.
fn weekday_or_week(tokens: &Tokens, at: usize, by: i8) -> Option<Match> {
    let token = tokens.get(at + 1).filter(|it| it.gap <= Gap::Line)?;
    if let Some(DateWord::Weekday(day)) = token.entry?.date {
        let toward = match by {
            0 => Toward::This,
            1 => Toward::Next,
            _ => Toward::Last,
        };
        return Some(found(at, at + 2, Counted::Weekday(day, toward)));
    }
    let one_week = token.is(Class::Weeks)
        && matches!(tokens.words(at + 1), "week" | "неделю" | "неделе" | "недели" | "Woche");
    one_week.then(|| Match::new(at, at + 2, When::Week(by)))
}

/// `three days ago`, `2 недели назад`, `тому назад`.
fn ago(tokens: &Tokens, at: usize) -> Option<Match> {
    // Only few numbers stand before a unit of time.
    let near = |it: usize| tokens.get(it).is_some_and(|it| length(it).is_some());
    if !near(at + 1) && !near(at + 2) {
        return None;
    }
    let number = numerals::read(tokens, at)?;
    let NumberValue::Whole(count @ 1..=400) = number.value else { return None };
    let count = i16::try_from(count).ok()?;
    let length = length(tokens.get(number.next)?)?;
    let mut end = number.next + 1;
    if !tokens.is(end, Class::Ago) {
        return None;
    }
    end += 1;
    if tokens.is(end, Class::Ago) {
        end += 1;
    }
    let counted = match length {
        Length::Days => Counted::Days(-count),
        Length::Weeks => Counted::Days(-count.checked_mul(7)?),
        Length::Months => Counted::Months(i8::try_from(-count).ok()?),
        Length::Years => Counted::Years(-count),
    };
    let date = Partial { approximate: length != Length::Days, ..Partial::of_counted(counted) };
    Some(Match::new(at, end, When::At(date)))
}

/// Returns the unit of time that a word names.
pub(super) fn length(unit: &Token) -> Option<Length> {
    match () {
        () if unit.is(Class::Months) || unit.is(Class::Month) => Some(Length::Months),
        () if unit.is(Class::Weeks) => Some(Length::Weeks),
        () if unit.is(Class::Days) => Some(Length::Days),
        () if unit.is(Class::ManyYears) => Some(Length::Years),
        () => None,
    }
}

//! Dates that count from another: `at this time`, `in the next 2-3 months`, `before the end of 1958`.

use regesta_model::NumberValue;

use super::combined::Match;
use super::counted_days::length;
use super::month_and_year::relative_year;
use super::reading::{Partial, When, Year};
use crate::lexicon::Class;
use crate::numerals;
use crate::tokens::Tokens;

/// Reads a relative date that begins at a token.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Match> {
    let token = tokens.get(at)?;
    token.entry?;
    if token.is(Class::Before)
        && let Some(it) = before_the_end(tokens, at)
    {
        return Some(it);
    }
    // `in this time` and `during this time` speak of a time named before.
    if (token.is(Class::At) || token.is(Class::In) && !tokens.words(at).is_ascii())
        && let Some(it) = now(tokens, at)
    {
        return Some(it);
    }
    if token.is(Class::In) || token.is(Class::Next) || token.is(Class::Last) {
        return ahead(tokens, at);
    }
    None
}

fn past_article(tokens: &Tokens, at: usize) -> usize {
    if tokens.is(at, Class::Article) { at + 1 } else { at }
}

/// `at this time`, `at the present time`, `в данное время`.
fn now(tokens: &Tokens, at: usize) -> Option<Match> {
    let this = past_article(tokens, at + 1);
    let fits = tokens.is(this, Class::This) && tokens.is(this + 1, Class::Moment);
    fits.then(|| Match::new(at, this + 2, When::Now))
}

/// `in the next 2-3 months`, `в течение ближайших 2-3 месяцев`, `within the next ten days`.
fn ahead(tokens: &Tokens, at: usize) -> Option<Match> {
    let mut next = at;
    if tokens.get(next)?.is(Class::In) {
        next = past_article(tokens, next + 1);
        if tokens.is(next, Class::Course) {
            next += 1;
        }
        if tokens.is(next, Class::Of) {
            next += 1;
        }
        next = past_article(tokens, next);
    }
    let past = tokens.get(next)?.is(Class::Last);
    if !past && !tokens.get(next)?.is(Class::Next) {
        return None;
    }
    next += 1;
    if tokens.is(next, Class::About) {
        next += 1;
    }
    let number = numerals::read(tokens, next)?;
    let most = match number.value {
        NumberValue::Whole(most) | NumberValue::Range(_, most) => i32::try_from(most).ok()?,
        NumberValue::Decimal(_) | NumberValue::Fraction(..) => return None,
    };
    let length = length(tokens.get(number.next)?)?;
    (most <= 1_000).then(|| {
        Match::new(at, number.next + 1, When::Ahead(if past { -most } else { most }, length))
    })
}

/// `before the end of 1958`, `by the end of the year`, `до конца мая 1951 г.`
fn before_the_end(tokens: &Tokens, at: usize) -> Option<Match> {
    let end_word = past_article(tokens, at + 1);
    if !tokens.is(end_word, Class::End) {
        return None;
    }
    let of = end_word + 1;
    let next = if tokens.is(of, Class::Of) { of + 1 } else { of };
    if let Some((year, end)) = relative_year(tokens, next) {
        let date = Partial { year, ..Partial::default() };
        return Some(Match::new(at, end, When::Until(date)));
    }
    let year_word = past_article(tokens, next);
    if tokens.is(year_word, Class::Year) {
        let date = Partial { year: Year::Relative(0), ..Partial::default() };
        return Some(Match::new(at, year_word + 1, When::Until(date)));
    }
    let month = tokens.get(next)?.month();
    let number = if month.is_some() { next + 1 } else { next };
    if let Some((value, 4)) = tokens.digits(number)
        && (1700..=2100).contains(&value)
    {
        let end = super::numeric::past_year_word(tokens, number + 1);
        let date = Partial { year: Year::Full(value as i32), month, ..Partial::default() };
        return Some(Match::new(at, end, When::Until(date)));
    }
    let date = Partial { month, ..Partial::default() };
    month.is_some().then(|| Match::new(at, number, When::Until(date)))
}

//! Parts of months and years: `mid-February`, `первая декада мая`, `the first half of 1951`, `II квартал`, `summer 1953`.

use super::combined::Match;
use super::month_and_year::{month, near, past_month_word, relative_year, year};
use super::numeric::past_year_word;
use super::reading::{Digits, Part, Partial, When, Year};
use crate::calendars::{DateWord, roman_month};
use crate::lexicon::Class;
use crate::tokens::{Gap, Token, Tokens};

/// Reads a part of a month or a year, or a season, that begins at a token.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Match> {
    if let Some((date, end)) = of_month(tokens, at) {
        return Some(Match::new(at, end, When::At(date)));
    }
    vague_year(tokens, at)
        .or_else(|| half_or_quarter(tokens, at))
        .or_else(|| season(tokens, at))
        .or_else(|| century(tokens, at))
        .map(|(date, end)| Match::new(at, end, When::At(date)))
        .or_else(|| seasons(tokens, at))
}

fn vague(token: &Token) -> Option<Part> {
    match () {
        () if token.is(Class::Early) => Some(Part::Early),
        () if token.is(Class::Mid) => Some(Part::Mid),
        () if token.is(Class::Late) => Some(Part::Late),
        () => None,
    }
}

/// Steps over `of`, `the`, a hyphen.
fn past_of(tokens: &Tokens, at: usize) -> usize {
    let mut next = at;
    if matches!(tokens.glued_mark(next), Some('-' | '–')) {
        next += 1;
    }
    if tokens.is(next, Class::Of) {
        next += 1;
    }
    if tokens.is(next, Class::Article) {
        next += 1;
    }
    next
}

/// Reads `mid-February this year`, `в начале мая 1951 г.`, `первая декада мая`, `the first half of May`.
pub(super) fn of_month(tokens: &Tokens, at: usize) -> Option<(Partial, usize)> {
    let (part, next) = match vague(tokens.get(at)?) {
        Some(part) => (part, at + 1),
        None => third_or_half(tokens, at)?,
    };
    let next = past_of(tokens, next);
    near(tokens, next)?;
    let (month, after) = month(tokens, next)?;
    let after = past_month_word(tokens, after);
    let (year, end) = year(tokens, after, false).unwrap_or((Year::Missing, after));
    let part = Some(part);
    Some((Partial { year, month: Some(month), part, ..Partial::default() }, end))
}

/// Reads which of the parts: `первая`, `first`, `1-я`, `I`.
fn which(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    let token = tokens.get(at)?;
    if let Some(DateWord::Nth(nth)) = token.entry.and_then(|it| it.date) {
        return Some((nth, at + 1));
    }
    if token.is(Class::Last) {
        return Some((0, at + 1));
    }
    if let Some((value @ 1..=4, 1)) = token.digits() {
        let hyphen = usize::from(tokens.glued_mark(at + 1) == Some('-'));
        let ending =
            tokens.get(at + 1 + hyphen).is_some_and(|it| it.gap == Gap::None && it.is_letters());
        let stop = usize::from(hyphen == 0 && tokens.glued_mark(at + 1) == Some('.'));
        let end = at + 1 + if ending { hyphen + 1 } else { stop };
        return Some((value as u8, end));
    }
    let roman = token.is_letters().then(|| roman_month(tokens.words(at))).flatten();
    let stop = usize::from(tokens.glued_mark(at + 1) == Some('.'));
    roman.filter(|it| *it <= 4).map(|it| (it, at + 1 + stop))
}

/// Reads `первая декада`, `the last ten days`, `the second half`.
fn third_or_half(tokens: &Tokens, at: usize) -> Option<(Part, usize)> {
    let (nth, next) = which(tokens, at)?;
    let ten_days = (tokens.words(next) == "ten" || tokens.digits(next) == Some((10, 2)))
        && tokens.is(next + 1, Class::Days);
    if ten_days || tokens.is(next, Class::Third) {
        let part = match nth {
            1 => Part::FirstThird,
            2 => Part::SecondThird,
            0 | 3 => Part::LastThird,
            _ => return None,
        };
        return Some((part, next + 1 + usize::from(ten_days)));
    }
    let part = match nth {
        1 => Part::FirstHalf,
        2 => Part::SecondHalf,
        _ => return None,
    };
    tokens.is(next, Class::Half).then_some((part, next + 1))
}

/// Reads `early 1951`, `в конце 1950 года`, `early this year`, `the late 1940s`.
fn vague_year(tokens: &Tokens, at: usize) -> Option<(Partial, usize)> {
    vague(tokens.get(at)?)?;
    let next = past_of(tokens, at + 1);
    near(tokens, next)?;
    if let Some((year, end)) = relative_year(tokens, next) {
        let date = Partial { year, approximate: true, ..Partial::default() };
        return matches!(year, Year::Relative(_)).then_some((date, end));
    }
    let (value, 4) = tokens.digits(next)? else { return None };
    let year = i32::try_from(value).ok().filter(|it| (1700..=2100).contains(it))?;
    let date = Partial { year: Year::Full(year), approximate: true, ..Partial::default() };
    if let Some(end) = super::years::decade(tokens, next, year) {
        return Some((Partial { digits: Digits::Decade, ..date }, end));
    }
    Some((date, past_year_word(tokens, next + 1)))
}

/// Reads `first half of 1951`, `второе полугодие 1951 г.`, `II квартал 1951 г.`, `Q1 1951`.
fn half_or_quarter(tokens: &Tokens, at: usize) -> Option<(Partial, usize)> {
    let short = tokens.get(at)?.is_letters() && matches!(tokens.words(at), "Q" | "q");
    let (part, next) = if short {
        let (value @ 1..=4, 1) = tokens.glued_digits(at + 1)? else { return None };
        (Part::Quarter(value as u8), at + 2)
    } else {
        let (nth, next) = which(tokens, at)?;
        let stop = usize::from(
            tokens.glued_mark(next + 1) == Some('.') && tokens.words(next).chars().count() <= 2,
        );
        match nth {
            0 | 4 if tokens.is(next, Class::Quarter) => (Part::Quarter(4), next + 1 + stop),
            1..=3 if tokens.is(next, Class::Quarter) => (Part::Quarter(nth), next + 1 + stop),
            1 if tokens.is(next, Class::Half) => (Part::FirstHalf, next + 1),
            0 | 2 if tokens.is(next, Class::Half) => (Part::SecondHalf, next + 1),
            _ => return None,
        }
    };
    let after = past_of(tokens, next);
    let (year, end) = relative_year(tokens, after).or_else(|| year(tokens, after, false))?;
    Some((Partial { year, part: Some(part), ..Partial::default() }, end))
}

pub(super) fn season_of(token: &Token) -> Option<u8> {
    match () {
        () if token.is(Class::Spring) => Some(21),
        () if token.is(Class::Summer) => Some(22),
        () if token.is(Class::Autumn) => Some(23),
        () if token.is(Class::Winter) => Some(24),
        () => None,
    }
}

/// Reads `spring 1951`, `in the spring of 1951`, `весной 1951 года`, `winter 1950-51`.
fn season(tokens: &Tokens, at: usize) -> Option<(Partial, usize)> {
    let season = Some(season_of(tokens.get(at)?)?);
    let next = at + 1;
    let (year, mut end) = year(tokens, next, false).or_else(|| over_new_year(tokens, next))?;
    if let Some(after) = second_year(tokens, end) {
        end = after;
    }
    matches!(year, Year::Full(_) | Year::Relative(_))
        .then_some((Partial { year, season, ..Partial::default() }, end))
}

/// `winter of 1950-51`, `зима 1950/51 г.`: a winter goes by the year in which it begins.
fn over_new_year(tokens: &Tokens, at: usize) -> Option<(Year, usize)> {
    let first = past_of(tokens, at);
    let (value, 4) = tokens.digits(first)? else { return None };
    let end = second_year(tokens, first + 1)?;
    Some((Year::Full(i32::try_from(value).ok()?), end))
}

fn second_year(tokens: &Tokens, at: usize) -> Option<usize> {
    matches!(tokens.glued_mark(at), Some('-' | '–' | '/')).then_some(())?;
    tokens.glued_digits(at + 1).filter(|(_, len)| matches!(len, 2 | 4))?;
    Some(past_year_word(tokens, at + 2))
}

/// `spring and summer 1951`, `весна - лето 1951 г.`
fn seasons(tokens: &Tokens, at: usize) -> Option<Match> {
    let from = season_of(tokens.get(at)?)?;
    let (_, next) = super::day_lists::join(tokens, at + 1)?;
    let to = near(tokens, next).and_then(|()| season_of(tokens.get(next)?))?;
    let (year, end) = year(tokens, next + 1, false)?;
    let date = |it| Partial { year, season: Some(it), ..Partial::default() };
    Some(Match::new(at, end, When::Interval(date(from), date(to))))
}

/// Reads `19th century`, `XX век`, `XIX. Jahrhundert`.
fn century(tokens: &Tokens, at: usize) -> Option<(Partial, usize)> {
    let token = tokens.get(at)?;
    let (number, mut next) = match token.digits() {
        Some((number @ 10..=21, 2)) => (i32::try_from(number).ok()?, at + 1),
        Some(_) => return None,
        None => (roman_number(tokens.words(at))?, at + 1),
    };
    if tokens.get(next).is_some_and(|it| it.gap == Gap::None && it.is(Class::Suffix)) {
        next += 1;
    } else if matches!(tokens.glued_mark(next), Some('-' | '.')) {
        let ending = tokens.get(next + 1).is_some_and(|it| it.gap == Gap::None && it.is_letters());
        next += 1 + usize::from(ending);
    }
    let date = Partial {
        year: Year::Full((number - 1) * 100),
        digits: Digits::Century,
        ..Partial::default()
    };
    tokens.is(next, Class::Century).then_some((date, next + 1))
}

fn roman_number(word: &str) -> Option<i32> {
    let folded: String = word.chars().map(|it| if it == 'Х' { 'X' } else { it }).collect();
    match folded.as_str() {
        "XVII" => Some(17),
        "XVIII" => Some(18),
        "XIX" => Some(19),
        "XX" => Some(20),
        "XXI" => Some(21),
        _ => None,
    }
}

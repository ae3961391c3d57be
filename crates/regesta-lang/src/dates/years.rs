//! Bare years: `in 1954`, `the 1954 Conference`, `1951 г.`, `1945-1950`.

use super::combined::{Match, counts_at as counts};
use super::month_and_year::relative_year;
use super::numeric::{named_by_label, past_year_word};
use super::reading::{Digits, Partial, When, Year};
use super::times::{begins_cleanly, ends_cleanly};
use super::worded;
use crate::lexicon::Class;
use crate::tokens::{Gap, Kind, Tokens};

/// Reads a year that begins at a token.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Match> {
    if let Some((year, end)) = relative_year(tokens, at) {
        let date = Partial { year, ..Partial::default() };
        return Some(Match::new(at, end, When::At(date)));
    }
    if let Some(it) = of_era(tokens, at) {
        return Some(it);
    }
    if let Some(it) = short_decade(tokens, at) {
        return Some(it);
    }
    let year = year_at(tokens, at)?;
    if !begins_cleanly(tokens, at) || named_by_label(tokens, at) {
        return None;
    }
    let dated = |year| Partial { year: Year::Full(year), ..Partial::default() };
    if let Some(end) = decade(tokens, at, year) {
        let date = Partial { digits: Digits::Decade, ..dated(year) };
        return Some(Match::new(at, end, When::At(date)));
    }
    if let Some((to, end)) = last_of_range(tokens, at, year) {
        return Some(Match::new(at, end, When::Interval(dated(year), dated(to))));
    }
    let end = past_year_word(tokens, at + 1);
    let said = end > at + 1;
    let stands = said || ends_cleanly(tokens, at + 1) && in_context(tokens, at);
    stands.then(|| Match::new(at, end, When::At(dated(year))))
}

fn year_at(tokens: &Tokens, at: usize) -> Option<i32> {
    let (value, 4) = tokens.get(at)?.digits()? else { return None };
    i32::try_from(value).ok().filter(|it| (1700..=2039).contains(it))
}

/// Reads `1953. március 5.`, `1929 Mar. 1`, `1956. X. 23.`, `1956. október 23-25`: a year before month and day.
pub(super) fn before_month(tokens: &Tokens, at: usize) -> Option<Vec<Match>> {
    let year = year_at(tokens, at)?;
    let mut next =
        if matches!(tokens.glued_mark(at + 1), Some('.' | ',')) { at + 2 } else { at + 1 };
    if tokens.is(next, Class::Year) || tokens.is(next, Class::AfterYear) {
        next += 1;
    }
    let near = tokens.get(next).is_some_and(|it| matches!(it.gap, Gap::Space | Gap::Line));
    if !near || !begins_cleanly(tokens, at) {
        return None;
    }
    if let Some(it) = roman_after_year(tokens, at, next, year) {
        return Some(vec![it]);
    }
    if let Some(season) = super::parts::season_of(tokens.get(next)?) {
        let alone = tokens.digits(next + 1).is_none();
        let date = Partial { year: Year::Full(year), season: Some(season), ..Partial::default() };
        return alone.then(|| vec![Match::new(at, next + 1, When::At(date))]);
    }
    tokens.get(next)?.month()?;
    let mut dates = worded::month_first(tokens, next)
        .or_else(|| alone_after_year(tokens, at, next).map(|it| vec![it]))?;
    for it in &mut dates {
        let open = match it.when {
            When::At(date) => date.year == Year::Missing,
            When::Interval(a, b) | When::Either(a, b) => {
                a.year == Year::Missing && b.year == Year::Missing
            }
            _ => false,
        };
        if !open {
            return None;
        }
        it.when = it.when.each(|date| Partial { year: Year::Full(year), ..date });
    }
    if let [only] = dates.as_mut_slice()
        && let When::At(from) = only.when
        && let Some((to, end)) = worded::range_end(tokens, only.end)
    {
        // `1956. október 23–november 4.`
        only.when = When::Interval(from, to);
        only.end = end;
    }
    if let Some(first) = dates.first_mut() {
        first.start = at;
    }
    Some(dates)
}

/// `1956. október`: the month of a year that a full stop makes an ordinal.
fn alone_after_year(tokens: &Tokens, at: usize, next: usize) -> Option<Match> {
    let (month, _) = super::month_and_year::month(tokens, next)?;
    let date = Partial { month: Some(month), ..Partial::default() };
    (tokens.glued_mark(at + 1) == Some('.')).then(|| Match::new(next, next + 1, When::At(date)))
}

/// `1956. X. 23.`
fn roman_after_year(tokens: &Tokens, at: usize, next: usize, year: i32) -> Option<Match> {
    let month = super::month_and_year::roman(tokens, next)?;
    let dotted = tokens.glued_mark(next + 1) == Some('.') && tokens.glued_mark(at + 1) == Some('.');
    let (day @ 1..=31, 1..=2) = tokens.digits(next + 2)? else { return None };
    let date = Partial::of_day(Year::Full(year), month, day as u8);
    dotted.then(|| Match::new(at, next + 3, When::At(date)))
}

/// Reads what makes a year a decade: `1950s`, `1950-х годов`.
pub(super) fn decade(tokens: &Tokens, at: usize, year: i32) -> Option<usize> {
    let glued = |it: usize| tokens.get(it).is_some_and(|it| it.gap == Gap::None);
    if year % 10 != 0 {
        return None;
    }
    if glued(at + 1) && tokens.words(at + 1) == "s" {
        return Some(at + 2);
    }
    let ending = tokens.glued_mark(at + 1).is_some_and(|it| it == '-') && glued(at + 2);
    let ending = ending && matches!(tokens.words(at + 2), "х" | "е" | "ые" | "ых");
    (ending && tokens.is(at + 3, Class::Years)).then_some(at + 4)
}

/// Reads `50-е годы`, `в 50-х годах`, `the '50s`: ten years of the 1900s.
fn short_decade(tokens: &Tokens, at: usize) -> Option<Match> {
    let (value, 2) = tokens.get(at)?.digits()? else { return None };
    if value % 10 != 0 || value < 10 || !begins_cleanly(tokens, at) || named_by_label(tokens, at) {
        return None;
    }
    let year = 1900 + i32::try_from(value).ok()?;
    let apostrophe = tokens.before(at).and_then(|it| it.mark());
    let english = tokens.words(at + 1) == "s"
        && tokens.get(at + 1).is_some_and(|it| it.gap == Gap::None)
        && matches!(apostrophe, Some('\'' | '’' | '‘'));
    let end = if english { at + 2 } else { decade(tokens, at, year)? };
    let date = Partial { year: Year::Full(year), digits: Digits::Decade, ..Partial::default() };
    (english || tokens.is(end - 1, Class::Years)).then(|| Match::new(at, end, When::At(date)))
}

/// Reads `-1950`, `–50` or `to 1950` after a year.
fn last_of_range(tokens: &Tokens, at: usize, from: i32) -> Option<(i32, usize)> {
    let dash = matches!(tokens.mark(at + 1), Some('-' | '–' | '—' | '－'));
    // `1950/51` is one business or school year, `1950/07` is not.
    let slash = tokens.glued_mark(at + 1) == Some('/')
        && tokens
            .glued_digits(at + 2)
            .is_some_and(|(it, len)| len == 2 && it as i32 == (from + 1) % 100);
    let opened = tokens.before(at).is_some_and(|it| it.is(Class::From));
    let between = at > 0 && super::day_lists::is_between(tokens.words(at - 1));
    let worded = opened && tokens.is(at + 1, Class::To) || between && tokens.is(at + 1, Class::And);
    if !dash && !slash && !worded {
        return None;
    }
    let (value, len) = tokens.get(at + 2).filter(|it| it.gap <= Gap::Space)?.digits()?;
    let to = match len {
        4 => i32::try_from(value).ok()?,
        2 if tokens.glued_mark(at + 1).is_some() => from / 100 * 100 + value as i32,
        _ => return None,
    };
    let mut end = past_year_word(tokens, at + 3);
    if tokens.is(end, Class::Years) && end == at + 3 {
        end += 1;
        if tokens.glued_mark(end) == Some('.') {
            end += 1;
        }
    }
    let fits = to > from && to - from <= 100 && ends_cleanly(tokens, at + 3);
    (fits && !counts(tokens, end)).then_some((to, end))
}

/// Says whether the words around a bare number make it a year.
fn in_context(tokens: &Tokens, at: usize) -> bool {
    let Some(before) = tokens.before(at).filter(|_| !tokens.line_begins(at) || at > 0) else {
        return false;
    };
    let near = tokens.get(at).is_some_and(|it| matches!(it.gap, Gap::Space | Gap::Line));
    let next = tokens.get(at + 1);
    let named = next.is_some_and(|it| {
        it.gap == Gap::Space && it.is_letters() && it.capital && !counts(tokens, at + 1)
    });
    let counted = counts(tokens, at + 1) || counts(tokens, at + 2) && plain_word(tokens, at + 1);
    if near && before.is(Class::Article) {
        // `a 2014 decision`: a number of things would be followed by a plural.
        return named || plain_word(tokens, at + 1) && !counted && !plural(tokens, at + 1);
    }
    let opened = matches!(before.kind, Kind::Mark('(' | '（' | '['));
    let closed = matches!(tokens.glued_mark(at + 1), Some(')' | '）' | ']'));
    if opened && closed {
        return true;
    }
    near && before.is(Class::PreYear) && !counted && !plural(tokens, at + 1)
}

/// A lower-case word that is not of grammar: an adjective before what is counted.
fn plain_word(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at).is_some_and(|it| {
        it.is_letters() && !it.capital && it.gap == Gap::Space && !it.is(Class::Function)
    })
}

fn plural(tokens: &Tokens, at: usize) -> bool {
    plain_word(tokens, at) && tokens.words(at).ends_with('s')
}

/// Reads `Showa 19 (1944)`, `단기 4283년`, `주체39(1950)년` where the era stands in one word.
fn of_era(tokens: &Tokens, at: usize) -> Option<Match> {
    let offset = tokens.get(at)?.entry?.era?;
    let (value, len) = tokens.get(at + 1).filter(|it| it.gap <= Gap::Space)?.digits()?;
    let value = i32::try_from(value).ok().filter(|_| len <= 4)?;
    let mut end = at + 2;
    let year = parenthesised(tokens, end).map_or(value + offset, |(year, after)| {
        end = after;
        year
    });
    let plausible = (1000..=2100).contains(&year);
    let mut date = Partial { year: Year::Full(year), ..Partial::default() };
    // `Showa 20.8.15`
    if let (Some('.'), Some((month @ 1..=12, 1..=2)), Some('.'), Some((day @ 1..=31, 1..=2))) = (
        tokens.glued_mark(end),
        tokens.glued_digits(end + 1),
        tokens.glued_mark(end + 2),
        tokens.glued_digits(end + 3),
    ) {
        (date.month, date.day, end) = (Some(month as u8), Some(day as u8), end + 4);
    }
    plausible.then(|| Match::new(at, end, When::At(date)))
}

/// Reads the year of the common era in brackets after the year of an era.
pub(super) fn parenthesised(tokens: &Tokens, at: usize) -> Option<(i32, usize)> {
    matches!(tokens.mark(at), Some('(' | '（' | '[')).then_some(())?;
    let year = year_at(tokens, at + 1)?;
    let marked = matches!(tokens.words(at + 2), "年" | "년");
    let close = at + 2 + usize::from(marked);
    matches!(tokens.glued_mark(close), Some(')' | '）' | ']')).then_some((year, close + 1))
}

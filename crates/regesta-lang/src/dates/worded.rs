//! Dates with the name of a month: `25 December 1949`, `December 16 and 25, 1957`, `с июня по сентябрь 1950 года`.

use super::combined::{Match, counts};
use super::day_lists::{Join, Listed, day, days, is_between, join, listed_day};
use super::month_and_year::{
    counted_month, month, month_after_day, near, past_month_word, roman, year,
};
use super::reading::{Counted, Partial, When, Year};
use super::times::ends_cleanly;
use super::{old_style, parts};
use crate::calendars::DateWord;
use crate::lexicon::Class;
use crate::tokens::{Gap, Tokens};

/// One date, or days that share a month, before dates are joined.
struct Single {
    date: Partial,
    end: usize,
}

/// Reads the dates with a named month that begin at a token.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Vec<Match>> {
    let token = tokens.get(at)?;
    let from = token.is(Class::From) && !tokens.line_ends(at + 1);
    let first = if from || token.is(Class::In) { at + 1 } else { at };
    if first > at && tokens.get(first)?.gap == Gap::Paragraph {
        return None;
    }
    if let Some(part) = parts::read(tokens, first) {
        return Some(vec![part]);
    }
    if (first == at || from)
        && let Some(it) = joined(tokens, at, first)
    {
        return Some(vec![it]);
    }
    old_style::day_of_both(tokens, first)
        .map(|it| vec![it])
        .or_else(|| day_first(tokens, first))
        .or_else(|| month_first(tokens, first))
        .or_else(|| months(tokens, at, first))
        .or_else(|| month_alone(tokens, at, first).map(|it| vec![it]))
        .or_else(|| blank_day(tokens, at).map(|it| vec![it]))
}

/// Days before the month: `25 December 1949`, `16 and 25 декабря 1957 г.`, `26-28 July 1957`, `14th instant`.
fn day_first(tokens: &Tokens, at: usize) -> Option<Vec<Match>> {
    let (mut list, mut kind) = days(tokens, at)?;
    let named = |after: usize| {
        month_after_day(tokens, after)
            .map(|(month, end)| (Ok(month), end))
            .or_else(|| roman_month_and_year(tokens, after).map(|(month, end)| (Ok(month), end)))
            .or_else(|| {
                near(tokens, after)?;
                counted_month(tokens, after).map(|(by, end)| (Err(by), end))
            })
    };
    let (month, after) = match named(list.last()?.end) {
        Some(it) => it,
        None => {
            list.truncate(1);
            kind = Join::And;
            named(list.first()?.end)?
        }
    };
    let after = past_month_word(tokens, after);
    let (year, end) = year(tokens, after, true).unwrap_or((Year::Missing, after));
    if list.iter().any(|it| it.day > 31) && !matches!(year, Year::Full(_)) {
        return None;
    }
    if let Some(last) = list.last_mut() {
        last.end = end;
    }
    let shared = match month {
        Ok(month) => Partial { year, month: Some(month), ..Partial::default() },
        Err(by) => Partial { year, ..Partial::of_counted(Counted::Months(by)) },
    };
    Some(listed(&list, kind, shared, at))
}

/// `3 V 1952`, `3. V. 52 r.` with spaces: the Roman month counts where a year follows it.
fn roman_month_and_year(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    let month = near(tokens, at).and_then(|()| roman(tokens, at))?;
    let next = at + 1 + usize::from(tokens.glued_mark(at + 1) == Some('.'));
    let (_, 4) = tokens.get(next).filter(|it| it.gap <= Gap::Space)?.digits()? else {
        return None;
    };
    Some((month, next))
}

/// Days after the month: `December 29, 1949`, `December 16 and 25, 1957`, `January 24,1958`.
pub(super) fn month_first(tokens: &Tokens, at: usize) -> Option<Vec<Match>> {
    let (month, after) = month(tokens, at)?;
    let after = if tokens.is(after, Class::Article) { after + 1 } else { after };
    let token = tokens.get(after).filter(|it| it.gap <= Gap::Line)?;
    token.digits().or_else(|| matches!(token.mark(), Some('[')).then_some((0, 0)))?;
    let (mut list, mut kind) = days(tokens, after)?;
    // `Oct 32` is a month and a year.
    if list.first().is_some_and(|it| it.day > 31) {
        return None;
    }
    let bare = tokens.get(after)?.digits().is_some();
    if bare && !ends_cleanly(tokens, list.first()?.start + 1) && list.len() == 1 {
        return None;
    }
    // A further day that has its own month is another date: `May 5 and 6 June`.
    if list.len() > 1 && month_after_day(tokens, list.last()?.end).is_some() {
        list.truncate(1);
        kind = Join::And;
    }
    let single = list.len() == 1;
    let last = list.last_mut()?;
    let found = year(tokens, last.end, false);
    let colon = tokens.glued_mark(last.end) == Some(':')
        || tokens.glued_mark(last.end) == Some(',') && tokens.glued_digits(last.end + 1).is_some();
    if single
        && found.is_none()
        && (colon || tokens.get(last.end).is_some_and(|it| counts(it.entry)))
    {
        return None;
    }
    let (year, end) = found.unwrap_or((Year::Missing, last.end));
    last.end = end;
    let shared = Partial { year, month: Some(month), ..Partial::default() };
    Some(listed(&list, kind, shared, at))
}

/// Makes matches of days that share month and year.
fn listed(list: &[Listed], kind: Join, shared: Partial, start: usize) -> Vec<Match> {
    let date = |day| Partial { day: Some(day), ..shared };
    if let ([a, b], Join::Range | Join::Either) = (list, kind) {
        let (from, to) = (date(a.day), date(b.day));
        let when = match kind {
            Join::Range => When::Interval(from, to),
            _ => When::Either(from, to),
        };
        return vec![Match::new(start, b.end, when)];
    }
    let mut res = Vec::new();
    for (index, it) in list.iter().enumerate() {
        let from = if index == 0 { start } else { it.start };
        res.push(Match::new(from, it.end, When::At(date(it.day))));
    }
    res
}

/// Reads one date for a range: day and month in either order, or a month; with or without a year.
fn single(tokens: &Tokens, at: usize) -> Option<Single> {
    if let Some(it) = parts::of_month(tokens, at) {
        return Some(Single { date: it.0, end: it.1 });
    }
    let (date, after, day_before) = if let Some((day, end)) = day(tokens, at) {
        let (month, after) = month_after_day(tokens, end)?;
        (Partial { month: Some(month), day: Some(day), ..Partial::default() }, after, true)
    } else {
        let (month, after) = month(tokens, at)?;
        let mut date = Partial { month: Some(month), ..Partial::default() };
        let mut end = after;
        if let Some((day, next)) = tokens.digits(after).and_then(|_| listed_day(tokens, after))
            && year(tokens, after, false).is_none_or(|(year, _)| !matches!(year, Year::Short(_)))
        {
            (date.day, end) = (Some(day), next);
        }
        (date, end, false)
    };
    let (year, end) = year(tokens, after, day_before).unwrap_or((Year::Missing, after));
    Some(Single { date: Partial { year, ..date }, end })
}

/// Reads `26 June - 3 July 1950`, `from June to September 1950`, `апрель - май месяц`.
fn joined(tokens: &Tokens, start: usize, first: usize) -> Option<Match> {
    let from = single(tokens, first)?;
    let (Join::Range, next) = join(tokens, past_month_word(tokens, from.end))? else {
        // `between March and May` is a range too, `March and May` is not.
        let (Join::And, next) = join(tokens, from.end)? else { return None };
        let between = start < first && is_between(tokens.words(start));
        return between.then(|| range(tokens, start, &from, next)).flatten();
    };
    let next = if tokens.is(next, Class::Article) { next + 1 } else { next };
    range(tokens, start, &from, next)
}

/// Reads `–november 4` after a date that has its month and day.
pub(super) fn range_end(tokens: &Tokens, at: usize) -> Option<(Partial, usize)> {
    let (Join::Range, next) = join(tokens, at)? else { return None };
    let to = single(tokens, next).filter(|it| it.date.day.is_some())?;
    Some((to.date, to.end))
}

fn range(tokens: &Tokens, start: usize, from: &Single, next: usize) -> Option<Match> {
    let to = near(tokens, next).and_then(|()| single(tokens, next))?;
    let end = past_month_word(tokens, to.end);
    let same_kind = from.date.day.is_some() == to.date.day.is_some();
    same_kind.then(|| Match::new(start, end, When::Interval(from.date, to.date)))
}

/// Reads `June and July 1953`, `в мае и июне 1951 г.`, `May or June 1951`, `May/June 1951`: months that share a year.
fn months(tokens: &Tokens, at: usize, first: usize) -> Option<Vec<Match>> {
    let (month_of, end) = month(tokens, first)?;
    let mut list = vec![(month_of, first, end)];
    let (mut kind, mut next) = (Join::And, end);
    while list.len() < 12
        && let Some((joined, after)) = join(tokens, next)
        && let Some((month_of, end)) = near(tokens, after).and_then(|()| month(tokens, after))
    {
        list.push((month_of, after, end));
        (kind, next) = (joined, end);
    }
    let said = past_month_word(tokens, next);
    let found = year(tokens, said, false);
    let within = at < first && tokens.get(at)?.is(Class::In) || said > next;
    if list.len() < 2 || found.is_none() && !within {
        return None;
    }
    let (year, end) = found.unwrap_or((Year::Missing, said));
    let date = |month| Partial { year, month: Some(month), ..Partial::default() };
    if let ([(a, start, _), (b, ..)], Join::Either | Join::Range) = (list.as_slice(), kind) {
        let when = match kind {
            Join::Either => When::Either(date(*a), date(*b)),
            _ => When::Interval(date(*a), date(*b)),
        };
        return Some(vec![Match::new(*start, end, when)]);
    }
    let last = list.len() - 1;
    let matched = |(index, (month, start, stop)): (usize, &(u8, usize, usize))| {
        Match::new(*start, if index == last { end } else { *stop }, When::At(date(*month)))
    };
    Some(list.iter().enumerate().map(matched).collect())
}

/// Reads a month without a day: with its year, or where a word such as `in` or `месяц` says that it is a month.
fn month_alone(tokens: &Tokens, at: usize, first: usize) -> Option<Match> {
    if let Some(it) = counted_month_alone(tokens, at, first) {
        return Some(it);
    }
    let (month, after) = month(tokens, first)?;
    let said = past_month_word(tokens, after);
    let found = year(tokens, said, false);
    let within = at < first && tokens.get(at)?.is(Class::In);
    let start = if within && found.is_none() { at } else { first };
    if found.is_none() && !within && said == after {
        return None;
    }
    let (year, end) = found.unwrap_or((Year::Missing, said));
    let date = Partial { year, month: Some(month), ..Partial::default() };
    Some(Match::new(start, end, When::At(date)))
}

/// `last month`, `в прошлом месяце`, `im vorigen Monat`.
fn counted_month_alone(tokens: &Tokens, at: usize, first: usize) -> Option<Match> {
    let plain =
        tokens.get(first)?.entry.is_some_and(|it| matches!(it.date, Some(DateWord::Month(_))));
    let (by, end) = counted_month(tokens, first).filter(|_| !plain)?;
    let start = if tokens.get(at)?.is(Class::In) { first } else { at };
    let date = Partial::of_counted(Counted::Months(by));
    tokens.is(first + 1, Class::Month).then(|| Match::new(start, end, When::At(date)))
}

/// `« __ » августа 1950 г.`: a form whose day was never written in.
fn blank_day(tokens: &Tokens, at: usize) -> Option<Match> {
    matches!(tokens.get(at)?.mark(), Some('«' | '"' | '“' | '„')).then_some(())?;
    let mut next = at + 1;
    while matches!(tokens.mark(next), Some('_' | '.' | '…' | '-' | ' ')) {
        next += 1;
    }
    let closed = next > at + 1 && matches!(tokens.mark(next), Some('»' | '"' | '”' | '“'));
    let (month, after) = month(tokens, next + 1).filter(|_| closed)?;
    let (year, end) = year(tokens, after, false)?;
    let date = Partial { year, month: Some(month), ..Partial::default() };
    Some(Match::new(at, end, When::At(date)))
}

/// Reads a day of an unnamed month with its ordinal ending, `9th`.
pub(super) fn ordinal_day(tokens: &Tokens, at: usize) -> Option<Match> {
    let (value, end) = day(tokens, at)?;
    let date = Partial { day: Some(value), ..Partial::default() };
    (end > at + 1 && value <= 31).then(|| Match::new(at, end, When::At(date)))
}

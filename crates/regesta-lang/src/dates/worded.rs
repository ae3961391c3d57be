//! Dates with the name of a month: `25 December 1949`, `December 16 and 25, 1957`, `с июня по сентябрь 1950 года`.

use super::combined::Match;
use super::numeric::past_year_word;
use super::reading::{Part, Partial, When, Year};
use super::times::{begins_cleanly, ends_cleanly};
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
    if let Some(part) = of_part(tokens, first) {
        return Some(vec![part]);
    }
    if let Some(season) = of_season(tokens, first) {
        return Some(vec![season]);
    }
    if first == at || from {
        let range = |start| joined(tokens, start, first);
        if let Some(it) = range(at) {
            return Some(vec![it]);
        }
    }
    day_first(tokens, first)
        .or_else(|| month_first(tokens, first))
        .or_else(|| month_alone(tokens, at, first).map(|it| vec![it]))
}

/// Reads one day of the month, 1 to 31, with its quotes or ordinal ending.
fn day(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    let quoted = matches!(tokens.mark_anywhere(at), Some('"' | '“' | '«' | '„'));
    let number = if quoted { at + 1 } else { at };
    let (value, len) = tokens.get(number)?.digits()?;
    let value = u8::try_from(value).ok().filter(|it| len <= 2 && (1..=39).contains(it))?;
    let mut end = number + 1;
    if quoted {
        let closed = matches!(tokens.glued_mark(end), Some('"' | '”' | '“' | '»'));
        return closed.then_some((value, end + 1));
    }
    if !begins_cleanly(tokens, at) {
        return None;
    }
    let hyphen = tokens.glued_mark(end) == Some('-');
    let ending = if hyphen { end + 1 } else { end };
    if tokens.get(ending).is_some_and(|it| it.gap == Gap::None && it.is(Class::Suffix)) {
        end = ending + 1;
    } else if tokens.glued_mark(end) == Some('.') && month(tokens, end + 1).is_some() {
        end += 1;
    }
    Some((value, end))
}

/// Reads the name of a month, and the full stop of an abbreviation where figures follow it.
fn month(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    let month = tokens.get(at)?.month()?;
    let mut end = at + 1;
    let stop = tokens.glued_mark(end) == Some('.');
    if stop && (tokens.digits(end + 1).is_some() || tokens.glued_mark(end + 1) == Some(',')) {
        end += 1;
    }
    Some((month, end))
}

/// Reads the month after a day: `May`, `of May`, `de mayo`; also with no space between.
fn month_after_day(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    let of = tokens.is(at, Class::Of);
    let dash = matches!(tokens.glued_mark(at), Some('-')) && tokens.get(at + 1)?.gap == Gap::None;
    let at = if of || dash { at + 1 } else { at };
    near(tokens, at).and_then(|()| month(tokens, at))
}

/// An empty line parts what could otherwise be one date.
fn near(tokens: &Tokens, at: usize) -> Option<()> {
    tokens.get(at).is_some_and(|it| it.gap < Gap::Paragraph).then_some(())
}

/// Reads a year after a month or a day; `day_before` where a day stood before the month.
fn year(tokens: &Tokens, at: usize, day_before: bool) -> Option<(Year, usize)> {
    if let Some(relative) = relative_year(tokens, at) {
        return Some(relative);
    }
    let comma = tokens.glued_mark(at) == Some(',') || tokens.mark(at) == Some(',');
    let dash = tokens.glued_mark(at) == Some('-');
    let mut next = if comma || dash { at + 1 } else { at };
    if tokens.is(next, Class::Of) || !comma && tokens.is(next, Class::In) {
        next += 1;
    }
    let opening = tokens.mark(next);
    let bracket = matches!(opening, Some('[' | '('));
    let apostrophe = matches!(opening, Some('\'' | '’' | '‘'));
    let number = if bracket || apostrophe { next + 1 } else { next };
    let token = tokens.get(number).filter(|it| it.gap < Gap::Paragraph)?;
    let (value, len) = token.digits()?;
    let mut end = past_year_word(tokens, number + 1);
    let said = end > number + 1;
    let counted = !comma && !said && tokens.get(end).is_some_and(|it| counts(it.entry));
    let found = match len {
        4 if (1000..=2100).contains(&value) && !counted => Year::Full(value as i32),
        2 if apostrophe || said => Year::Short(value as u8),
        2 if !comma && !bracket && (day_before || value > 31) && !counted => {
            Year::Short(value as u8)
        }
        _ => return None,
    };
    if bracket {
        matches!(tokens.glued_mark(end), Some(']' | ')')).then_some(())?;
        end += 1;
    }
    let clock = tokens.glued_mark(number + 1) == Some(':')
        && (len < 4 || tokens.glued_digits(number + 2).is_some());
    let clean = !clock && ends_cleanly(tokens, number + 1);
    (clean || said || bracket).then_some((found, end))
}

fn counts(entry: Option<&crate::lexicon::Entry>) -> bool {
    entry.is_some_and(|it| it.unit.is_some() && it.month == 0 && !it.is(Class::Function))
}

/// Reads `this year`, `of last year`, `этого года`, `с. г.` as a year counted from the anchor's.
pub(super) fn relative_year(tokens: &Tokens, at: usize) -> Option<(Year, usize)> {
    let next = if tokens.is(at, Class::Of) { at + 1 } else { at };
    let token = tokens.get(next).filter(|it| it.gap < Gap::Paragraph)?;
    let by = match () {
        () if token.is(Class::This) => 0,
        () if token.is(Class::Last) => -1,
        () if token.is(Class::Next) => 1,
        () if matches!(tokens.words(next), "с" | "т") => {
            let stop = tokens.glued_mark(next + 1) == Some('.');
            let year = if stop { next + 2 } else { return None };
            let end = past_year_word(tokens, year);
            return (end > year).then_some((Year::Relative(0), end));
        }
        () => return None,
    };
    tokens.is(next + 1, Class::Year).then_some((Year::Relative(by), next + 2))
}

/// What joins two days or dates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    And,
    Range,
    Either,
}

fn join(tokens: &Tokens, at: usize) -> Option<(Join, usize)> {
    let token = tokens.get(at).filter(|it| it.gap < Gap::Paragraph)?;
    let kind = match token.mark() {
        Some('-' | '–' | '—' | '‑') => Join::Range,
        Some('/') => Join::Either,
        Some(',' | '&') => Join::And,
        Some(_) => return None,
        None if token.is(Class::To) => Join::Range,
        None if token.is(Class::And) => Join::And,
        None if token.is(Class::Or) => Join::Either,
        None => return None,
    };
    Some((kind, at + 1))
}

/// A day of a list with the tokens it stands on.
struct Listed {
    day: u8,
    start: usize,
    end: usize,
}

/// Reads `16`, `16 and 25`, `26-28`, `16/17`, `5, 6 and 7`; how they are joined is said by the last join.
fn days(tokens: &Tokens, at: usize) -> Option<(Vec<Listed>, Join)> {
    let (first, end) = day(tokens, at)?;
    let mut list = vec![Listed { day: first, start: at, end }];
    let (mut kind, mut next) = (Join::And, end);
    while list.len() < 9
        && let Some((joined, after)) = join(tokens, next)
        && let Some((day, end)) = listed_day(tokens, after)
    {
        list.push(Listed { day, start: after, end });
        (kind, next) = (joined, end);
        if joined != Join::And {
            break;
        }
    }
    if list.len() > 2 && kind != Join::And {
        list.truncate(1);
    }
    Some((list, kind))
}

/// A further day of a list; not the hour of a time, not a number that counts something.
fn listed_day(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    let token = tokens.get(at).filter(|it| it.gap <= Gap::Line)?;
    let (value, _) = token.digits().filter(|(value, len)| *len <= 2 && (1..=31).contains(value))?;
    let mut end = at + 1;
    if tokens.get(end).is_some_and(|it| it.gap == Gap::None && it.is(Class::Suffix)) {
        end += 1;
    }
    let counted = tokens.get(end).is_some_and(|it| counts(it.entry));
    let clean = ends_cleanly(tokens, at + 1) && tokens.glued_mark(at + 1) != Some(':');
    (clean && !counted && !tokens.is(end, Class::Hour)).then_some((value as u8, end))
}

/// Days before the month: `25 December 1949`, `16 and 25 декабря 1957 г.`, `26-28 July 1957`.
fn day_first(tokens: &Tokens, at: usize) -> Option<Vec<Match>> {
    let (mut list, mut kind) = days(tokens, at)?;
    let last = list.last()?;
    let (month, after) = match month_after_day(tokens, last.end) {
        Some(it) => it,
        None => {
            list.truncate(1);
            kind = Join::And;
            month_after_day(tokens, list.first()?.end)?
        }
    };
    let (year, end) = year(tokens, after, true).unwrap_or((Year::Missing, after));
    if list.iter().any(|it| it.day > 31) && !matches!(year, Year::Full(_)) {
        return None;
    }
    if let Some(last) = list.last_mut() {
        last.end = end;
    }
    Some(listed(&list, kind, month, year, at))
}

/// Days after the month: `December 29, 1949`, `December 16 and 25, 1957`, `January 24,1958`.
pub(super) fn month_first(tokens: &Tokens, at: usize) -> Option<Vec<Match>> {
    let (month, after) = month(tokens, at)?;
    let token = tokens.get(after).filter(|it| it.gap <= Gap::Line)?;
    token.digits()?;
    let (mut list, mut kind) = days(tokens, after)?;
    // `Oct 32` is a month and a year.
    if list.first().is_some_and(|it| it.day > 31) {
        return None;
    }
    if !ends_cleanly(tokens, list.first()?.start + 1) && list.len() == 1 {
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
    Some(listed(&list, kind, month, year, at))
}

/// Makes matches of days that share month and year.
fn listed(list: &[Listed], kind: Join, month: u8, year: Year, start: usize) -> Vec<Match> {
    let date = |day| Partial { year, month: Some(month), day: Some(day), ..Partial::default() };
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
        let between = start < first && tokens.words(start).eq_ignore_ascii_case("between");
        return between.then(|| range(tokens, start, &from, next)).flatten();
    };
    range(tokens, start, &from, next)
}

fn range(tokens: &Tokens, start: usize, from: &Single, next: usize) -> Option<Match> {
    let to = near(tokens, next).and_then(|()| single(tokens, next))?;
    let end = past_month_word(tokens, to.end);
    let same_kind = from.date.day.is_some() == to.date.day.is_some();
    same_kind.then(|| Match::new(start, end, When::Interval(from.date, to.date)))
}

fn past_month_word(tokens: &Tokens, at: usize) -> usize {
    if tokens.is(at, Class::Month) || tokens.is(at, Class::Months) { at + 1 } else { at }
}

/// Reads a month without a day: with its year, or where a word such as `in` or `месяц` says that it is a month.
fn month_alone(tokens: &Tokens, at: usize, first: usize) -> Option<Match> {
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

/// Reads `mid-February this year`, `в начале мая 1951 г.`, `early 1951`.
fn of_part(tokens: &Tokens, at: usize) -> Option<Match> {
    let token = tokens.get(at)?;
    let part = match () {
        () if token.is(Class::Early) => Part::Early,
        () if token.is(Class::Mid) => Part::Mid,
        () if token.is(Class::Late) => Part::Late,
        () => return None,
    };
    let mut next = at + 1;
    if matches!(tokens.glued_mark(next), Some('-' | '–')) {
        next += 1;
    }
    if tokens.is(next, Class::Of) {
        next += 1;
    }
    near(tokens, next)?;
    if let Some((month, after)) = month(tokens, next) {
        let after = past_month_word(tokens, after);
        let (year, end) = year(tokens, after, false).unwrap_or((Year::Missing, after));
        let part = Some(part);
        let date = Partial { year, month: Some(month), part, ..Partial::default() };
        return Some(Match::new(at, end, When::At(date)));
    }
    let (value, 4) = tokens.digits(next)? else { return None };
    let end = past_year_word(tokens, next + 1);
    let year = i32::try_from(value).ok().filter(|it| (1700..=2100).contains(it))?;
    let date = Partial { year: Year::Full(year), approximate: true, ..Partial::default() };
    Some(Match::new(at, end, When::At(date)))
}

/// Reads `spring 1951`, `in the spring of 1951`, `весной 1951 года`.
fn of_season(tokens: &Tokens, at: usize) -> Option<Match> {
    let token = tokens.get(at)?;
    let season = match () {
        () if token.is(Class::Spring) => 21,
        () if token.is(Class::Summer) => 22,
        () if token.is(Class::Autumn) => 23,
        () if token.is(Class::Winter) => 24,
        () => return None,
    };
    let (year, end) = year(tokens, at + 1, false)?;
    let season = Some(season);
    matches!(year, Year::Full(_) | Year::Relative(_))
        .then(|| Match::new(at, end, When::At(Partial { year, season, ..Partial::default() })))
}

/// Reads a day of an unnamed month with its ordinal ending, `9th`.
pub(super) fn ordinal_day(tokens: &Tokens, at: usize) -> Option<Match> {
    let (value, end) = day(tokens, at)?;
    let date = Partial { day: Some(value), ..Partial::default() };
    (end > at + 1 && value <= 31).then(|| Match::new(at, end, When::At(date)))
}

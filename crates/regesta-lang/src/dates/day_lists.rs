//! The days of a date in words: `25`, `"13"`, `14th`, `16 and 25`, `26-28`, `16/17`, `5, 6 and 7`.

use super::combined::counts;
use super::month_and_year::month;
use super::times::{begins_cleanly, ends_cleanly};
use crate::lexicon::Class;
use crate::tokens::{Gap, Tokens};

/// What joins two days or dates.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    And,
    Range,
    Either,
}

/// A day of a list with the tokens it stands on.
pub(super) struct Listed {
    pub(super) day: u8,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Reads one day of the month, 1 to 31, with its quotes or ordinal ending; 32 to 39 are days that cannot be.
pub(super) fn day(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    if let Some(it) = quoted_day(tokens, at) {
        return Some(it);
    }
    let (value, len) = tokens.get(at)?.digits()?;
    let value = u8::try_from(value).ok().filter(|it| len <= 2 && (1..=39).contains(it))?;
    let mut end = at + 1;
    if !begins_cleanly(tokens, at) {
        return None;
    }
    let hyphen = tokens.glued_mark(end) == Some('-');
    let ending = if hyphen { end + 1 } else { end };
    if tokens.get(ending).is_some_and(|it| it.gap == Gap::None && it.is(Class::Suffix)) {
        end = ending + 1;
    } else if tokens.glued_mark(end) == Some('º')
        || tokens.glued_mark(end) == Some('.')
            && (month(tokens, end + 1).is_some() || dotted_list(tokens, end + 1))
    {
        end += 1;
    }
    Some((value, end))
}

/// `5. und 6. Mai`, `5.-7. Mai`: the full stop makes an ordinal.
fn dotted_list(tokens: &Tokens, at: usize) -> bool {
    let joined = tokens.is(at, Class::And)
        || tokens.is(at, Class::Or)
        || tokens.is(at, Class::To) && tokens.get(at).is_some_and(|it| it.is_letters())
        || matches!(tokens.glued_mark(at), Some('-' | '–' | '/' | ','));
    joined
        && tokens.digits(at + 1).is_some_and(|(_, len)| len <= 2)
        && tokens.glued_mark(at + 2) == Some('.')
        && tokens.glued_digits(at + 3).is_none()
}

/// Reads `«7»`, `" 13 "`, `[9]`: the day of a form or of an editor.
fn quoted_day(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    let opening = tokens.mark_anywhere(at)?;
    let closing: &[char] = match opening {
        '"' | '“' | '«' | '„' | '<' | '\'' | '‘' | '”' => {
            &['"', '”', '“', '»', '>', '\'', '’', '‘']
        }
        '[' => &[']'],
        _ => return None,
    };
    let mut next = at + 1;
    // `<< 7 >>`, `''7''`
    let doubled = tokens.glued_mark(next).is_some_and(|it| it == opening && closing.len() > 1);
    next += usize::from(doubled);
    while tokens.mark(next) == Some('_') {
        next += 1;
    }
    let (value, len) = tokens.get(next).filter(|it| it.gap <= Gap::Space)?.digits()?;
    let value = u8::try_from(value).ok().filter(|it| len <= 2 && (1..=39).contains(it))?;
    next += 1;
    while tokens.mark(next) == Some('_') {
        next += 1;
    }
    let closed = tokens.mark(next).is_some_and(|it| closing.contains(&it));
    let doubled = doubled && tokens.glued_mark(next + 1) == tokens.mark(next);
    closed.then_some((value, next + 1 + usize::from(doubled)))
}

/// Reads what joins two days or dates.
pub(super) fn join(tokens: &Tokens, at: usize) -> Option<(Join, usize)> {
    let token = tokens.get(at).filter(|it| it.gap < Gap::Paragraph)?;
    let kind = match token.mark() {
        Some('-' | '–' | '—' | '‑' | '−') => Join::Range,
        Some('/') => Join::Either,
        // `5, and 6`, `5, or 6`
        Some(',') if tokens.is(at + 1, Class::And) => return Some((Join::And, at + 2)),
        Some(',') if tokens.is(at + 1, Class::Or) => return Some((Join::Either, at + 2)),
        Some(',' | '&') => Join::And,
        Some(_) => return None,
        None if token.is(Class::To) => Join::Range,
        None if token.is(Class::And) => Join::And,
        None if token.is(Class::Or) => Join::Either,
        None => return None,
    };
    Some((kind, at + 1))
}

/// Reads days that share a month; how they are joined is said by the last join.
pub(super) fn days(tokens: &Tokens, at: usize) -> Option<(Vec<Listed>, Join)> {
    let (first, end) = day(tokens, at)?;
    let mut list = vec![Listed { day: first, start: at, end }];
    let (mut kind, mut next) = (Join::And, end);
    while list.len() < 12
        && let Some((joined, after)) = join(tokens, next).or_else(|| upon(tokens, at, next))
        && let Some((day, end)) = listed_day(tokens, after)
    {
        list.push(Listed { day, start: after, end });
        (kind, next) = (joined, end);
    }
    if list.len() > 2 && kind != Join::And {
        list.truncate(1);
    }
    if list.len() == 2 {
        let before = tokens.before(at);
        let night = before
            .is_some_and(|it| it.is(Class::Night) || it.is(Class::Of) || it.is(Class::From))
            && (1..=3).any(|it| {
                at.checked_sub(it)
                    .and_then(|it| tokens.get(it))
                    .is_some_and(|it| it.is(Class::Night))
            });
        let between = tokens.before(at).is_some_and(|it| it.is(Class::From))
            && is_between(tokens.words(at.saturating_sub(1)));
        if kind == Join::Either && night || kind == Join::And && between {
            kind = Join::Range;
        }
    }
    Some((list, kind))
}

/// Says whether a word opens a range whose ends are joined by `and`.
pub(super) fn is_between(word: &str) -> bool {
    ["between", "между", "zwischen", "entre", "між", "między", "mezi"]
        .iter()
        .any(|it| it.chars().eq(word.chars().flat_map(char::to_lowercase)))
}

/// `с 9 на 10 мая`: `на` joins two days after `с` only.
fn upon(tokens: &Tokens, first: usize, at: usize) -> Option<(Join, usize)> {
    let opened = tokens.before(first).is_some_and(|it| it.is(Class::From));
    (opened && matches!(tokens.words(at), "на" | "auf" | "na")).then_some((Join::Range, at + 1))
}

/// A further day of a list; not the hour of a time, not a number that counts something.
pub(super) fn listed_day(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    if let Some(it) = quoted_day(tokens, at) {
        return Some(it);
    }
    let at = if tokens.is(at, Class::Article) { at + 1 } else { at };
    let token = tokens.get(at).filter(|it| it.gap <= Gap::Line)?;
    let (value, _) = token.digits().filter(|(value, len)| *len <= 2 && (1..=31).contains(value))?;
    let mut end = at + 1;
    let hyphen = usize::from(tokens.glued_mark(end) == Some('-'));
    let suffix =
        |it: usize| tokens.get(it).is_some_and(|it| it.gap == Gap::None && it.is(Class::Suffix));
    if suffix(end + hyphen) {
        end += hyphen + 1;
    } else if tokens.glued_mark(end) == Some('.') && month(tokens, end + 1).is_some() {
        end += 1;
    }
    let counted = tokens.get(end).is_some_and(|it| counts(it.entry));
    let clean = ends_cleanly(tokens, at + 1) && tokens.glued_mark(at + 1) != Some(':');
    (clean && !counted && !tokens.is(end, Class::Hour)).then_some((value as u8, end))
}

//! Time groups of military telegrams: `081200Z AUG 52`, `121435K`, `08/1200Z Aug 52`.

use super::combined::Match;
use super::reading::{Clock, Partial, When, Year};
use super::times::begins_cleanly;
use super::zones::Zone;
use crate::lexicon::look_up;
use crate::tokens::{Gap, Tokens};

/// Reads a time group that begins at a token.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Match> {
    let (day, hour, minute, letters) = figures(tokens, at)?;
    let word = tokens.get(letters).filter(|it| it.gap == Gap::None && it.is_letters())?;
    let words = tokens.words(letters);
    let zone = Zone::of_letter(*words.as_bytes().first()?)?;
    // `081200ZAUG52` is typed in one.
    let rest = words.get(1..)?;
    let possible = (1..=39).contains(&day) && hour <= 29 && minute <= 79;
    if !possible || !begins_cleanly(tokens, at) || !word.capital {
        return None;
    }
    let glued = look_up(rest).map(|it| it.month).filter(|it| *it > 0);
    if !rest.is_empty() && glued.is_none() {
        return None;
    }
    let (month, mut end) = match glued {
        Some(month) => (Some(month), letters + 1),
        None => month_after(tokens, letters + 1),
    };
    let mut year = Year::Missing;
    if month.is_some() {
        let near = tokens.get(end).is_some_and(|it| it.gap <= Gap::Space);
        match tokens.get(end).filter(|_| near).and_then(|it| it.digits()) {
            Some((value, 2)) => (year, end) = (Year::Short(value as u8), end + 1),
            Some((value @ 1900..=2039, 4)) => (year, end) = (Year::Full(value as i32), end + 1),
            _ => {}
        }
    }
    // Without a month only what is wholly a time group counts, and nothing that goes on (`405840K/2`).
    let goes_on = matches!(tokens.glued_mark(end), Some('/' | '-' | '–'));
    let sound = month.is_some() || day <= 31 && hour < 24 && minute < 60 && !goes_on;
    let clock = Some(Clock { hour, minute: Some(minute), zone: Some(zone) });
    let date = Partial { year, month, day: Some(day), clock, ..Partial::default() };
    sound.then(|| Match::new(at, end, When::At(date)))
}

/// Reads `081200` or `08/1200`; returns day, hour, minute and the token of the letter.
fn figures(tokens: &Tokens, at: usize) -> Option<(u8, u8, u8, usize)> {
    let (value, len) = tokens.get(at)?.digits()?;
    let (day, time, next) = match len {
        6 => (value / 10_000, value % 10_000, at + 1),
        2 if tokens.glued_mark(at + 1) == Some('/') => {
            let (time, 4) = tokens.glued_digits(at + 2)? else { return None };
            (value, time, at + 3)
        }
        _ => return None,
    };
    let small = |it: u64| u8::try_from(it).ok();
    Some((small(day)?, small(time / 100)?, small(time % 100)?, next))
}

fn month_after(tokens: &Tokens, at: usize) -> (Option<u8>, usize) {
    let token = tokens.get(at).filter(|it| it.gap == Gap::Space && it.is_letters());
    match token.and_then(|it| it.month()) {
        Some(month) => {
            let stop =
                usize::from(tokens.glued_mark(at + 1) == Some('.') && tokens.words(at).len() <= 4);
            (Some(month), at + 1 + stop)
        }
        None => (None, at),
    }
}

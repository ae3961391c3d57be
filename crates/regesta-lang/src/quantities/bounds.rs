//! Finds the words that bound or blur a number: `more than`, `не менее`, `около`, `约`, `이상`, `(approximately)`.

use regesta_model::Comparator;

use super::units::{Found, is_character};
use crate::lexicon::{Class, look_up};
use crate::numerals::Amount;
use crate::tokens::{Gap, Tokens};

/// What the words around a number say of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bounds {
    pub(super) approximate: bool,
    pub(super) comparator: Option<Comparator>,
    /// First byte of the words.
    pub(super) from: usize,
    /// Byte after the last of them.
    pub(super) to: usize,
    /// Token after the last of them.
    pub(super) next: usize,
}

/// Reads the bounds around the number at a token.
pub(super) fn around(tokens: &Tokens, at: usize, amount: &Amount, unit: &Found) -> Bounds {
    let mut res = Bounds {
        approximate: unit.blurred,
        comparator: None,
        from: amount.from,
        to: unit.to,
        next: unit.next,
    };
    before(tokens, at, &mut res);
    after(tokens, &mut res);
    res
}

fn before(tokens: &Tokens, at: usize, res: &mut Bounds) {
    let mut here = at;
    for _ in 0..4 {
        let Some(token) = tokens.before(here).filter(|_| near(tokens, here)) else { return };
        let further = tokens.before(here - 1).filter(|_| near(tokens, here - 1));
        let is_further = |class| further.is_some_and(|it| it.is(class));
        if is_character(token.kind) {
            characters_before(tokens, res);
            return;
        }
        if token.is(Class::About) {
            res.approximate = true;
        } else if token.is(Class::More) || token.is(Class::Less) {
            let denied = is_further(Class::Not);
            res.comparator = Some(match (token.is(Class::More), denied) {
                (true, false) => Comparator::More,
                (true, true) => Comparator::AtMost,
                (false, false) => Comparator::Less,
                (false, true) => Comparator::AtLeast,
            });
            here -= usize::from(denied);
        } else if token.is(Class::AtLeast) || token.is(Class::AtMost) {
            let least = token.is(Class::AtLeast);
            res.comparator = Some(if least { Comparator::AtLeast } else { Comparator::AtMost });
            here -= usize::from(is_further(Class::At));
        } else if token.is(Class::Than) && (is_further(Class::More) || is_further(Class::Less)) {
            here -= 1;
            continue;
        } else if token.is(Class::To)
            && tokens.words(here.saturating_sub(2)).eq_ignore_ascii_case("up")
        {
            res.comparator = Some(Comparator::AtMost);
            here -= 1;
        } else {
            return;
        }
        here = here.saturating_sub(1);
        res.from = tokens.get(here).map_or(res.from, |it| it.start);
    }
}

fn near(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at).is_some_and(|it| it.gap <= Gap::Line)
}

/// Reads `约`, `至少`, `약`, `최소` that end right before the number.
fn characters_before(tokens: &Tokens, res: &mut Bounds) {
    let Some(before) = tokens.text.get(..res.from).map(|it| it.trim_end_matches(' ')) else {
        return;
    };
    let starts: Vec<usize> = before.char_indices().rev().take(3).map(|(at, _)| at).collect();
    for start in starts.into_iter().rev() {
        let Some(entry) = before.get(start..).and_then(look_up) else { continue };
        res.approximate |= entry.is(Class::About);
        if let Some(comparator) = comparator(entry) {
            res.comparator = Some(comparator);
        } else if !entry.is(Class::About) {
            continue;
        }
        res.from = start;
        return;
    }
}

fn comparator(entry: &crate::lexicon::Entry) -> Option<Comparator> {
    match () {
        () if entry.is(Class::More) => Some(Comparator::More),
        () if entry.is(Class::Less) => Some(Comparator::Less),
        () if entry.is(Class::AtLeast) => Some(Comparator::AtLeast),
        () if entry.is(Class::AtMost) => Some(Comparator::AtMost),
        () => None,
    }
}

/// Reads `(approximately)`, `/примерно/` and `左右`, `이상` after the unit.
fn after(tokens: &Tokens, res: &mut Bounds) {
    let opening = tokens.mark(res.next);
    if matches!(opening, Some('(' | '/' | '[')) && tokens.is(res.next + 1, Class::About) {
        let closed = matches!(tokens.glued_mark(res.next + 2), Some(')' | '/' | ']'));
        if closed {
            res.approximate = true;
            res.to = tokens.get(res.next + 2).map_or(res.to, |it| it.end);
            res.next += 3;
        }
        return;
    }
    let rest = tokens.text.get(res.to..).unwrap_or_default();
    let trimmed = rest.trim_start_matches(' ');
    let start = res.to + (rest.len() - trimmed.len());
    for len in [3, 2] {
        let word: String = trimmed.chars().take(len).collect();
        if word.is_ascii() {
            return;
        }
        let Some(entry) = look_up(&word) else { continue };
        let comparator = comparator(entry);
        if comparator.is_none() && !entry.is(Class::About) {
            continue;
        }
        let alphabetic = entry.unit.is_some() || word.chars().any(|it| ('а'..='я').contains(&it));
        if !alphabetic {
            res.approximate |= entry.is(Class::About);
            res.comparator = res.comparator.or(comparator);
            res.to = start + word.len();
            return;
        }
    }
}

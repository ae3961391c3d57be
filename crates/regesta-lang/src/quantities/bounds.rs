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
        if let Some(mark) = token.mark() {
            // `$` and brackets may stand between: `около (200)`, `> $5`.
            match sign(mark) {
                Some(comparator) => res.comparator = Some(comparator),
                None if matches!(mark, '~' | '～' | '∼' | '≈' | '±') => {
                    res.approximate = true
                }
                None if matches!(mark, '$' | '£' | '€' | '¥') => {}
                None if mark == '.'
                    && tokens.get(here - 1).is_some_and(|it| it.gap == Gap::None)
                    && tokens.before(here - 1).is_some_and(|it| it.is(Class::About)) => {}
                None => return,
            }
            here -= 1;
            res.from = tokens.get(here).map_or(res.from, |it| it.start);
            continue;
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
        } else if token.is(Class::Article)
            && (is_further(Class::About) || is_further(Class::More) || is_further(Class::Than))
        {
            // `about a hundred`
        } else if tokens.words(here - 1) == "чем" && is_further(Class::More) {
        } else if is_up_to(tokens, here) {
            res.comparator = Some(Comparator::AtMost);
            let two = matches!(
                tokens.words(here.saturating_sub(2)),
                "up" | "Up" | "bis" | "Bis" | "вплоть"
            );
            here -= usize::from(two);
        } else {
            return;
        }
        here = here.saturating_sub(1);
        res.from = tokens.get(here).map_or(res.from, |it| it.start);
    }
}

fn sign(mark: char) -> Option<Comparator> {
    match mark {
        '>' | '＞' => Some(Comparator::More),
        '<' | '＜' => Some(Comparator::Less),
        '≥' | '⩾' => Some(Comparator::AtLeast),
        '≤' | '⩽' => Some(Comparator::AtMost),
        _ => None,
    }
}

/// `up to`, `bis zu`, `до` that does not end a range (`от 5 до 10`).
fn is_up_to(tokens: &Tokens, at: usize) -> bool {
    let (word, before) = (tokens.words(at - 1), tokens.words(at.saturating_sub(2)));
    match word {
        "to" => before.eq_ignore_ascii_case("up"),
        "zu" => before.eq_ignore_ascii_case("bis"),
        "до" | "До" | "do" => {
            let number = at >= 2
                && tokens.get(at - 2).is_some_and(|it| {
                    it.digits().is_some()
                        || it.entry.is_some_and(|it| it.number.is_some() || it.unit.is_some())
                });
            !number && (word != "do" || tokens.language == regesta_model::Language::Polish)
        }
        _ => false,
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
    let starts: Vec<usize> = before.char_indices().rev().take(5).map(|(at, _)| at).collect();
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
    if after_in_words(tokens, res) {
        return;
    }
    let rest = tokens.text.get(res.to..).unwrap_or_default();
    let trimmed = rest.trim_start_matches(' ');
    let start = res.to + (rest.len() - trimmed.len());
    for len in [4, 3, 2, 1] {
        let word: String = trimmed.chars().take(len).collect();
        if word.is_ascii() {
            return;
        }
        let Some(entry) = look_up(&word) else { continue };
        let comparator = comparator(entry);
        // One syllable is a blur, never a bound: `超` and `上` open words.
        if comparator.is_none() && !entry.is(Class::About)
            || len == 1 && !matches!(word.as_str(), "쯤" | "余" | "餘" | "多")
        {
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

/// `50+`, `20-odd`, `100 or more`, `200 и более`, `сто с лишним`: what bounds a number after it.
fn after_in_words(tokens: &Tokens, res: &mut Bounds) -> bool {
    let at = res.next;
    let word = |it: usize| {
        tokens.get(it).filter(|it| it.gap <= Gap::Line).map_or("", |_| tokens.words(it))
    };
    let (len, comparator) = match (word(at), word(at + 1)) {
        ("+", next)
            if tokens.glued_mark(at) == Some('+')
                && !next.starts_with(|it: char| it.is_ascii_digit()) =>
        {
            (1, Some(Comparator::AtLeast))
        }
        ("-", "odd") => (2, None),
        ("odd", _) | ("plus", _)
            if tokens.words(at.saturating_sub(1)).starts_with(|it: char| it.is_ascii_digit()) =>
        {
            (1, None)
        }
        ("or", "so") | ("с", "лишним") | ("с", "небольшим") => (2, None),
        ("or", "more") | ("и", "более" | "больше" | "выше" | "свыше") | ("oder", "mehr") => {
            (2, Some(Comparator::AtLeast))
        }
        ("or", "less" | "fewer") | ("и", "менее" | "меньше" | "ниже") | ("oder", "weniger") => {
            (2, Some(Comparator::AtMost))
        }
        _ => return false,
    };
    res.approximate |= comparator.is_none();
    res.comparator = res.comparator.or(comparator);
    res.to = tokens.get(at + len - 1).map_or(res.to, |it| it.end);
    res.next = at + len;
    true
}

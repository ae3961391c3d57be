//! Fractions: `one third`, `the remaining two thirds`, `две трети`, `三分之一`, `3분의 1`, `1/3 of`.

use regesta_model::{NumberValue, Span};

use super::Counted;
use super::bounds::Bounds;
use super::units::Counts;
use crate::lexicon::{Class, NumberWord};
use crate::numerals::{Sign, han_value, number_sign, number_word};
use crate::tokens::{Gap, Kind, Tokens};

/// A fraction and the tokens its number and all its words stand on.
struct Fraction {
    part: i64,
    whole: i64,
    /// Where words that belong to it begin (`the remaining`).
    start: usize,
    end: usize,
}

/// Reads the fraction that begins at a token; returns it and the token after.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<(Counted, usize)> {
    if let Some(it) = in_percent(tokens, at) {
        return Some(it);
    }
    let it = in_sign(tokens, at)
        .or_else(|| in_words(tokens, at))
        .or_else(|| in_characters(tokens, at))
        .or_else(|| in_figures(tokens, at))?;
    let number = Span::new(tokens.bytes(at, it.end));
    let words = Span::new(tokens.bytes(it.start, it.end));
    let value = match (it.part, it.whole) {
        (percent, 100) => NumberValue::Whole(percent),
        (part, whole) => NumberValue::Fraction(part, whole),
    };
    let unit = if it.whole == 100 { Counts::Known("percent".to_owned()) } else { Counts::Unknown };
    Some((Counted { number, words, value, unit, bounds: Bounds::default() }, it.end))
}

fn part(tokens: &Tokens, at: usize) -> Option<i64> {
    tokens.get(at).filter(|it| it.gap <= Gap::Line)?;
    match number_word(tokens, at)? {
        NumberWord::Part(whole) => Some(whole),
        _ => None,
    }
}

/// `百分之十二点五`, `百分之百`
fn in_percent(tokens: &Tokens, at: usize) -> Option<(Counted, usize)> {
    let han = |it: usize| tokens.get(it).map(|it| it.kind);
    let opens = tokens.words(at) == "百"
        && han(at + 1) == Some(Kind::Han('分'))
        && han(at + 2) == Some(Kind::Han('之'));
    let number = Span::new(tokens.bytes(at, opens.then_some(at + 3)?));
    let (value, to, next) = match crate::numerals::read(tokens, at + 3) {
        Some(it) => (it.value, it.to, it.next),
        None => return None,
    };
    let words = Span::new(number.start as usize..to);
    let unit = Counts::Known("percent".to_owned());
    Some((Counted { number: words, words, value, unit, bounds: Bounds::default() }, next))
}

/// `½`
fn in_sign(tokens: &Tokens, at: usize) -> Option<Fraction> {
    let Sign::Fraction(part, whole) = number_sign(tokens.get(at)?.mark()?)? else { return None };
    Some(Fraction { part, whole, start: at, end: at + 1 })
}

fn in_words(tokens: &Tokens, at: usize) -> Option<Fraction> {
    let token = tokens.get(at).filter(|it| it.is_letters())?;
    let entry = token.entry?;
    if let Some(NumberWord::Digit(count @ 1..=9)) = number_word(tokens, at) {
        let hyphen = matches!(tokens.glued_mark(at + 1), Some('-'));
        let name = if hyphen { at + 2 } else { at + 1 };
        let whole = part(tokens, name).filter(|it| count < *it)?;
        if matches!(number_word(tokens, name + 1), Some(NumberWord::Scale(_))) {
            return None;
        }
        return Some(Fraction { part: count, whole, start: start(tokens, at), end: name + 1 });
    }
    // `the second third`: a share with its place in the order, not the third of a row.
    if entry.is(Class::Ordinal) && part(tokens, at).is_none_or(|_| part(tokens, at + 1).is_some()) {
        let whole = part(tokens, at + 1)?;
        let closed =
            tokens.get(at + 2).is_none_or(|it| it.mark().is_some() || it.is(Class::Function));
        return closed.then(|| Fraction { part: 1, whole, start: start(tokens, at), end: at + 2 });
    }
    alone(tokens, at)
}

/// `a third of`, `half of the`, `половина`, `треть`.
fn alone(tokens: &Tokens, at: usize) -> Option<Fraction> {
    let NumberWord::Part(whole) = number_word(tokens, at)? else { return None };
    if crate::numerals::read(tokens, at).is_some() {
        return None;
    }
    let before = tokens.before(at);
    let word = tokens.words(at);
    let fits = if word.is_ascii() {
        let article =
            before.is_some_and(|it| it.is(Class::Article)) && tokens.words(at - 1) != "the";
        tokens.is(at + 1, Class::Of) && (article || whole == 2)
    } else {
        let ordered = before.is_some_and(|it| it.is(Class::Ordinal));
        // `пятая`, `десятая` alone are ordinals.
        !ordered && matches!(whole, 2..=4)
    };
    fits.then(|| Fraction { part: 1, whole, start: at, end: at + 1 })
}

/// The words before a fraction that belong to it: `the remaining two thirds`.
fn start(tokens: &Tokens, at: usize) -> usize {
    let mut here = at;
    for class in [Class::Ordinal, Class::Article] {
        let before =
            tokens.before(here).filter(|_| tokens.get(here).is_some_and(|it| it.gap == Gap::Space));
        if before.is_some_and(|it| it.is(class)) {
            here -= 1;
        }
    }
    here
}

/// Reads a small number in digits or Chinese numerals.
fn small(tokens: &Tokens, at: usize) -> Option<i64> {
    let token = tokens.get(at).filter(|it| it.gap <= Gap::Space)?;
    match token.kind {
        Kind::Digits(value, 1..=3) => i64::try_from(value).ok(),
        Kind::Numeral if tokens.words(at) == "百" => Some(100),
        Kind::Numeral => han_value(tokens.words(at)),
        _ => None,
    }
}

/// `三分之一`, `百分之二十`, `3분의 1`.
fn in_characters(tokens: &Tokens, at: usize) -> Option<Fraction> {
    let token = tokens.get(at)?;
    let whole = match token.kind {
        Kind::Digits(value, 1..=3) => i64::try_from(value).ok()?,
        Kind::Numeral => han_value(tokens.words(at))?,
        _ => return None,
    };
    let han = |it: usize| tokens.get(it).map(|it| it.kind);
    if whole == 1 && han(at + 1) == Some(Kind::Han('半')) {
        return Some(Fraction { part: 1, whole: 2, start: at, end: at + 2 });
    }
    let name = if han(at + 1) == Some(Kind::Han('分')) && han(at + 2) == Some(Kind::Han('之')) {
        at + 3
    } else if tokens.words(at + 1) == "분의" {
        at + 2
    } else {
        return None;
    };
    let part = small(tokens, name)?;
    // `百分之百` is all of it.
    let sound = part < whole || whole == 100 && part <= 1_000;
    sound.then_some(Fraction { part, whole, start: at, end: name + 1 })
}

/// `1/3 of`: a fraction in figures before the word for what it is of.
fn in_figures(tokens: &Tokens, at: usize) -> Option<Fraction> {
    let (part, 1..=2) = tokens.get(at)?.digits()? else { return None };
    (tokens.glued_mark(at + 1) == Some('/')).then_some(())?;
    let (whole, 1..=2) = tokens.glued_digits(at + 2)? else { return None };
    let clean = crate::dates::begins_cleanly(tokens, at);
    let next = tokens.get(at + 3)?;
    let of = next.gap == Gap::Space
        && (next.is(Class::Of) || next.entry.is_some_and(|it| it.unit.is_some()));
    let (part, whole) = (part as i64, whole as i64);
    (clean && of && part > 0 && part < whole && whole <= 20).then_some(Fraction {
        part,
        whole,
        start: at,
        end: at + 3,
    })
}

//! Numbers in figures and in words: with separators, scales and ranges, in four scripts.

mod compounds;
mod figures;
mod han;
mod hangul;
mod signs;
mod words;

use regesta_model::NumberValue;

use crate::lexicon::Class;
use crate::tokens::{Gap, Kind, Tokens};

pub(crate) use compounds::{opens_compound, ordinal as compound_ordinal};
pub(crate) use han::{is_numeral, numerals_end, positional, value as han_value};
pub(crate) use hangul::whole_word as hangul_value;
pub(crate) use signs::{Sign, number_sign};
pub(crate) use words::number as number_word;

/// A number read from tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Amount {
    /// How much.
    pub(crate) value: NumberValue,
    /// First byte.
    pub(crate) from: usize,
    /// Byte after the last; inside a token where a unit is written on.
    pub(crate) to: usize,
    /// First token not wholly read.
    pub(crate) next: usize,
    /// Whether it is said in words of an alphabet.
    pub(crate) in_words: bool,
}

/// One number before ranges are joined.
#[derive(Clone, Copy, Debug)]
struct One {
    /// The value, scale included.
    value: NumberValue,
    /// The scale word's factor; 1 where there is none.
    scale: i64,
    to: usize,
    next: usize,
    in_words: bool,
}

/// Reads the number, or the range of two, that begins at a token.
pub(crate) fn read(tokens: &Tokens, at: usize) -> Option<Amount> {
    let from = tokens.get(at)?.start;
    let first = one(tokens, at)?;
    let (value, last) = range(tokens, at, &first).unwrap_or((first.value, first));
    let in_words = first.in_words;
    Some(Amount { value, from, to: last.to, next: last.next, in_words })
}

fn one(tokens: &Tokens, at: usize) -> Option<One> {
    match tokens.get(at)?.kind {
        Kind::Digits(..) => figures::read(tokens, at),
        Kind::Word => words::read(tokens, at),
        Kind::Numeral => han::read(tokens, at),
        Kind::Hangul => hangul::read(tokens, at),
        Kind::Han(_) | Kind::Mark(_) => None,
    }
}

/// Makes a decimal of the figures before and after the point.
fn decimal(whole: i64, figures: i64, below: i64) -> Option<NumberValue> {
    let exact = whole.checked_mul(below)?.checked_add(figures)?;
    Some(NumberValue::Decimal(exact as f64 / below as f64))
}

/// Reads the second number of a range: `4-5`, `10-15 тысяч`, `four or five`, `三至五`, `between five and ten`.
fn range(tokens: &Tokens, at: usize, first: &One) -> Option<(NumberValue, One)> {
    let joiner = tokens.get(first.next).filter(|it| it.gap <= Gap::Line)?;
    if tokens.before(first.next).is_some_and(|it| it.end != first.to) {
        return None;
    }
    let dash = matches!(
        joiner.kind,
        Kind::Mark('-' | '–' | '—' | '‑' | '~' | '～' | '〜' | '∼' | '…' | '÷')
            | Kind::Han('至' | '到' | '或')
    );
    let between = || tokens.before(at).is_some_and(|it| it.is(Class::Between));
    let word = joiner.is(Class::To)
        || joiner.is(Class::Or)
        || joiner.is(Class::And) && between()
        || tokens.words(first.next) == "내지";
    let next = tokens.get(first.next + 1).filter(|it| it.gap <= Gap::Line)?;
    if !dash && !word || next.mark().is_some() {
        return None;
    }
    let second = one(tokens, first.next + 1)?;
    let high = whole(second.value)?;
    // `10-15 тысяч`, `1,5-2 млн.`: the scale word stands once and counts for both.
    let shared = scaled(first.value, second.scale).and_then(whole).filter(|it| *it < high);
    let low = match shared.filter(|_| first.scale == 1 && second.scale > 1) {
        Some(low) => low,
        None => whole(first.value)?,
    };
    // `1643-1644` are numbers of documents as often as a range; what they count decides later.
    let fits = low < high
        && high / 1_000 <= low.max(1)
        && (first.in_words == second.in_words || second.scale > 1);
    fits.then_some((NumberValue::Range(low, high), second))
}

fn whole(value: NumberValue) -> Option<i64> {
    if let NumberValue::Whole(value) = value { Some(value) } else { None }
}

/// Multiplies a value by a scale word.
fn scaled(value: NumberValue, scale: i64) -> Option<NumberValue> {
    match value {
        NumberValue::Whole(value) => Some(NumberValue::Whole(value.checked_mul(scale)?)),
        NumberValue::Decimal(value) => {
            let product = value * scale as f64;
            let near = (product.round() - product).abs() < 1e-6 && product.abs() < 1e15;
            Some(if near {
                NumberValue::Whole(product.round() as i64)
            } else {
                NumberValue::Decimal(product)
            })
        }
        NumberValue::Range(low, high) => {
            Some(NumberValue::Range(low.checked_mul(scale)?, high.checked_mul(scale)?))
        }
        NumberValue::Fraction(..) => None,
    }
}

#[cfg(test)]
mod tests;

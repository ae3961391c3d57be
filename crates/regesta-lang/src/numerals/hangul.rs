//! Korean numbers in Hangul: native (`세`, `스물일곱`, `두세`) and of Chinese origin (`삼만 오천`, `십오`).

use regesta_model::NumberValue;

use super::One;
use crate::lexicon::{LEXICON, NumberWord};
use crate::tokens::Tokens;

/// Reads a number whose first token is Hangul: a whole token, or the start of one that a unit ends.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<One> {
    let token = tokens.get(at)?;
    let word = tokens.words(at);
    let (value, len) = native(word).or_else(|| chinese(word))?;
    // `두 번째` is an ordinal, `열 다섯` one number.
    if tokens.words(at + 1).starts_with("번째")
        || word.get(len..).is_some_and(|it| it.starts_with("번째") || it.starts_with('째'))
    {
        return None;
    }
    let whole = len == word.len();
    if whole
        && let NumberValue::Whole(tens @ (10 | 20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)) = value
        && let Some(NumberWord::Digit(ones)) = tokens.get(at + 1).and_then(|it| it.entry?.number)
    {
        let (value, to) = (NumberValue::Whole(tens + ones), tokens.get(at + 1)?.end);
        return Some(One { value, scale: 1, to, next: at + 2, in_words: true });
    }
    let next = if whole { at + 1 } else { at };
    Some(One { value, scale: 1, to: token.start + len, next, in_words: true })
}

/// Returns the factor of a scale syllable.
pub(super) fn scale(c: char) -> Option<i64> {
    match c {
        '십' => Some(10),
        '백' => Some(100),
        '천' => Some(1_000),
        '만' => Some(10_000),
        '억' => Some(100_000_000),
        _ => None,
    }
}

/// Reads native numerals at the start of a word; returns the value and the bytes read.
fn native(word: &str) -> Option<(NumberValue, usize)> {
    let (first, len) = longest(word)?;
    match first {
        NumberWord::Pair(low, high) => Some((NumberValue::Range(low, high), len)),
        NumberWord::Digit(value) => Some((NumberValue::Whole(value), len)),
        NumberWord::Ten(tens) => match word.get(len..).and_then(longest) {
            Some((NumberWord::Digit(value), more)) => {
                Some((NumberValue::Whole(tens + value), len + more))
            }
            _ => Some((NumberValue::Whole(tens), len)),
        },
        _ => None,
    }
}

fn longest(word: &str) -> Option<(NumberWord, usize)> {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).take(3);
    ends.filter_map(|end| {
        let number = LEXICON.get(word.get(..end)?)?.number?;
        Some((number, end))
    })
    .last()
}

/// Reads numerals of Chinese origin; only with a scale, as the digits alone are parts of too many words.
fn chinese(word: &str) -> Option<(NumberValue, usize)> {
    let (mut total, mut section, mut current, mut len) = (0i64, 0i64, None, 0);
    let mut scales = 0;
    for c in word.chars() {
        if let Some(value) = digit(c) {
            if current.is_some() {
                return None;
            }
            current = Some(value);
        } else if let Some(factor) = scale(c) {
            scales += 1;
            if factor >= 10_000 {
                section += current.take().unwrap_or(i64::from(section == 0));
                total = total.checked_add(section.checked_mul(factor)?)?;
                section = 0;
            } else {
                section += current.take().unwrap_or(1) * factor;
            }
        } else {
            break;
        }
        len += c.len_utf8();
    }
    let syllables = word.get(..len)?.chars().count();
    let value = total.checked_add(section)?.checked_add(current.unwrap_or_default())?;
    (scales > 0 && syllables >= 2).then_some((NumberValue::Whole(value), len))
}

fn digit(c: char) -> Option<i64> {
    match c {
        '일' => Some(1),
        '이' => Some(2),
        '삼' => Some(3),
        '사' => Some(4),
        '오' => Some(5),
        '육' | '륙' => Some(6),
        '칠' => Some(7),
        '팔' => Some(8),
        '구' => Some(9),
        _ => None,
    }
}

//! Korean numbers in Hangul: native (`세`, `스물일곱`, `두세`) and of Chinese origin (`삼만 오천`, `십오`, `삼사십`).

use regesta_model::NumberValue;

use super::One;
use crate::lexicon::{LEXICON, NumberWord};
use crate::tokens::{Gap, Kind, Tokens};

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
        && native(word).is_some()
    {
        let (value, to) = (NumberValue::Whole(tens + ones), tokens.get(at + 1)?.end);
        return Some(One { value, scale: 1, to, next: at + 2, in_words: true });
    }
    if whole && let Some(it) = with_lower_parts(tokens, at, value) {
        return Some(it);
    }
    let next = if whole { at + 1 } else { at };
    Some(One { value, scale: 1, to: token.start + len, next, in_words: true })
}

/// `삼만 오천`: after a myriad a space may stand, and the lower part in the next word.
fn with_lower_parts(tokens: &Tokens, at: usize, value: NumberValue) -> Option<One> {
    let NumberValue::Whole(mut total) = value else { return None };
    let (mut next, mut to, mut res) = (at + 1, tokens.get(at)?.end, None);
    let mut above = total;
    while tokens.words(next - 1).ends_with(['만', '억', '조'])
        && let Some(token) =
            tokens.get(next).filter(|it| it.kind == Kind::Hangul && it.gap == Gap::Space)
    {
        let word = tokens.words(next);
        let Some((NumberValue::Whole(lower), len)) = chinese(word).or_else(|| single(word)) else {
            break;
        };
        let room = lowest_scale(above);
        if lower >= room {
            break;
        }
        total = total.checked_add(lower)?;
        above = lower;
        let whole = len == word.len();
        (to, next) = (token.start + len, if whole { next + 1 } else { next });
        res = Some(One { value: NumberValue::Whole(total), scale: 1, to, next, in_words: true });
        if !whole {
            break;
        }
    }
    let _ = to;
    res
}

/// The greatest of the scales 만, 억, 조 that divides a number.
fn lowest_scale(number: i64) -> i64 {
    [1_000_000_000_000, 100_000_000, 10_000].into_iter().find(|it| number % it == 0).unwrap_or(1)
}

/// A digit or a scale of one syllable that is the whole word, below a myriad that was said before it.
fn single(word: &str) -> Option<(NumberValue, usize)> {
    let mut chars = word.chars();
    let c = chars.next()?;
    let value = digit(c).or_else(|| scale(c).filter(|it| *it < 10_000))?;
    chars.next().is_none().then_some((NumberValue::Whole(value), word.len()))
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
            Some((NumberWord::Pair(low, high), more)) => {
                Some((NumberValue::Range(tens + low, tens + high), len + more))
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
    let end = word.char_indices().find(|(_, c)| digit(*c).is_none() && scale(*c).is_none());
    let len = end.map_or(word.len(), |(at, _)| at);
    let syllables: Vec<char> = word.get(..len)?.chars().collect();
    let scales = syllables.iter().filter(|it| scale(**it).is_some()).count();
    // `천 명`, `백여 명`: a single scale is a number where nothing else is in the word.
    let alone = syllables.len() == 1
        && (len == word.len()
            || word.get(len..).is_some_and(|it| it.starts_with('여') || it.starts_with("명")));
    if scales == 0 || syllables.len() < 2 && !alone {
        return None;
    }
    if let Some(at) = syllables.windows(2).position(|it| {
        let [a, b] = it else { return false };
        digit(*a).zip(digit(*b)).is_some_and(|(a, b)| a > 0 && b == a + 1)
    }) {
        let without = |skipped: usize| {
            let rest = syllables.iter().enumerate().filter(|(it, _)| *it != skipped);
            sum(rest.map(|(_, c)| *c))
        };
        return Some((NumberValue::Range(without(at + 1)?, without(at)?), len));
    }
    Some((NumberValue::Whole(sum(syllables.into_iter())?), len))
}

fn sum(syllables: impl Iterator<Item = char>) -> Option<i64> {
    let (mut total, mut section, mut current) = (0i64, 0i64, None);
    for c in syllables {
        if let Some(value) = digit(c) {
            if current.is_some() {
                return None;
            }
            current = Some(value);
        } else {
            let factor = scale(c)?;
            if factor >= 10_000 {
                section += current.take().unwrap_or(i64::from(section == 0 && total == 0));
                // `억만` counts nothing.
                if section == 0 {
                    return None;
                }
                total = total.checked_add(section.checked_mul(factor)?)?;
                section = 0;
            } else {
                section += current.take().unwrap_or(1) * factor;
            }
        }
    }
    total.checked_add(section)?.checked_add(current.unwrap_or_default())
}

/// Reads syllables that are a number and nothing else: `삼`, `이오공`, `삼점오`.
pub(crate) fn whole_word(word: &str) -> Option<NumberValue> {
    let positional =
        |it: &str| it.chars().try_fold(0i64, |sum, c| sum.checked_mul(10)?.checked_add(digit(c)?));
    let read = |it: &str| match chinese(it) {
        Some((NumberValue::Whole(value), len)) if len == it.len() => Some(value),
        _ => positional(it).filter(|_| !it.is_empty()),
    };
    match word.split_once('점') {
        Some((whole, tail)) => {
            let below = 10i64.checked_pow(u32::try_from(tail.chars().count()).ok()?)?;
            super::decimal(read(whole)?, positional(tail)?, below)
        }
        None => read(word).map(NumberValue::Whole),
    }
}

fn digit(c: char) -> Option<i64> {
    match c {
        '영' | '공' | '령' => Some(0),
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

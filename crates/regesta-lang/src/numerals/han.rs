//! Chinese numerals: `一万六千`, `十五`, `一九四九`, `四五` (four or five).

use regesta_model::NumberValue;

use super::One;
use crate::tokens::{Kind, Tokens};

/// Reads a number whose first token is a run of Chinese numerals.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<One> {
    // `第三` is an ordinal.
    if tokens.before(at).is_some_and(|it| it.kind == Kind::Han('第')) {
        return None;
    }
    let words = tokens.words(at);
    let value = pair(words).or_else(|| value(words).map(NumberValue::Whole))?;
    let to = tokens.get(at)?.end;
    Some(One { value, scale: 1, to, next: at + 1, in_words: false })
}

/// Says whether a character is a Chinese numeral.
pub(crate) fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '零'
            | '○'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '萬'
            | '亿'
            | '億'
            | '廿'
            | '卅'
            | '两'
            | '兩'
    )
}

/// Returns the value of one digit.
fn digit(c: char) -> Option<i64> {
    match c {
        '〇' | '零' | '○' => Some(0),
        '一' => Some(1),
        '二' | '两' | '兩' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

/// Returns the factor of a scale.
pub(super) fn scale(c: char) -> Option<i64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        '万' | '萬' => Some(10_000),
        '亿' | '億' => Some(100_000_000),
        _ => None,
    }
}

/// Reads numerals digit by digit, as years are written: `一九四九`.
pub(crate) fn positional(words: &str) -> Option<i64> {
    words.chars().try_fold(0i64, |sum, c| sum.checked_mul(10)?.checked_add(digit(c)?))
}

/// Reads numerals with scales: `一万六千`, `十五`, `一百零五`; digit by digit where there are no scales.
pub(crate) fn value(words: &str) -> Option<i64> {
    if words.chars().all(|it| digit(it).is_some()) {
        return positional(words);
    }
    let (mut total, mut section, mut current, mut last) = (0i64, 0i64, None, 1i64);
    for c in words.chars() {
        if let Some(value) = digit(c) {
            // Two digits in a row with scales about them are no number; a nought only fills.
            if current.is_some_and(|it| it != 0) {
                return None;
            }
            current = Some(value);
            last = if value == 0 { 10 } else { last };
        } else if matches!(c, '廿' | '卅') {
            section += if c == '廿' { 20 } else { 30 };
            last = 10;
        } else {
            let factor = scale(c)?;
            if factor >= 10_000 {
                section += current.take().unwrap_or(i64::from(section == 0));
                total = total.checked_add(section.checked_mul(factor)?)?;
                section = 0;
            } else {
                section += current.take().filter(|it| *it > 0).unwrap_or(1) * factor;
            }
            last = factor;
        }
    }
    // `一万六` is sixteen thousand: a last digit without a scale takes the next lower one.
    let rest = current.unwrap_or_default();
    let rest = if last >= 100 && rest > 0 { rest * (last / 10) } else { rest };
    total.checked_add(section)?.checked_add(rest)
}

/// Reads two neighbouring digits as a range: `四五`, `十五六`, `三四十`, `两三千`.
fn pair(words: &str) -> Option<NumberValue> {
    let chars: Vec<char> = words.chars().collect();
    let at = chars.windows(2).position(|it| {
        let [a, b] = it else { return false };
        digit(*a).zip(digit(*b)).is_some_and(|(a, b)| a > 0 && (b == a + 1 || (a, b) == (3, 5)))
    })?;
    if chars.iter().filter(|it| digit(**it).is_some()).count() != 2 {
        return None;
    }
    let with = |skipped: usize| {
        let words: String =
            chars.iter().enumerate().filter(|(it, _)| *it != skipped).map(|(_, c)| *c).collect();
        value(&words)
    };
    Some(NumberValue::Range(with(at + 1)?, with(at)?))
}

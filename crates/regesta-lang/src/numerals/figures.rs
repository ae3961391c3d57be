//! Numbers in figures: `1,900`, `100.000`, `16 000`, `3.5 million`, `16 тысяч`, `1.6万`, `3 만 5천`.

use regesta_model::NumberValue;

use super::{One, han, hangul, scaled};
use crate::lexicon::NumberWord;
use crate::tokens::{Gap, Kind, Token, Tokens, digit_value};

/// Reads a number whose first token is digits.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<One> {
    let (value, next) = plain(tokens, at)?;
    let to = tokens.before(next)?.end;
    let base = One { value, scale: 1, to, next, in_words: false };
    Some(with_scale_word(tokens, &base).or_else(|| with_myriads(tokens, &base)).unwrap_or(base))
}

/// Reads digits with their separators; returns the token after them.
fn plain(tokens: &Tokens, at: usize) -> Option<(NumberValue, usize)> {
    let (value, len) = tokens.get(at)?.digits()?;
    let mut total = i64::try_from(value).ok()?;
    let mut next = at + 1;
    if len <= 3 && value > 0 {
        let mark = separator(tokens, next);
        while let Some(group) = mark.and_then(|mark| group(tokens, next, mark)) {
            total = total.checked_mul(1_000)?.checked_add(group.0)?;
            next = group.1;
        }
    }
    if let Some((tail, len)) = tokens.glued_digits(next + 1)
        && matches!(tokens.glued_mark(next), Some('.' | ','))
        && (len < 3 || value == 0)
        && tokens.glued_mark(next + 2).is_none_or(|it| {
            !matches!(it, '.' | ',' | '/' | '-' | ':') || tokens.glued_digits(next + 3).is_none()
        })
    {
        let decimal = total as f64 + tail as f64 / 10f64.powi(i32::from(len));
        return Some((NumberValue::Decimal(decimal), next + 2));
    }
    Some((NumberValue::Whole(total), next))
}

/// What parts the thousands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Mark(char),
    Space,
}

fn separator(tokens: &Tokens, next: usize) -> Option<Separator> {
    match tokens.glued_mark(next) {
        Some(mark @ ('.' | ',' | '\'' | '’' | '，')) => Some(Separator::Mark(mark)),
        Some(_) => None,
        None => Some(Separator::Space),
    }
}

fn group(tokens: &Tokens, at: usize, separator: Separator) -> Option<(i64, usize)> {
    let digits = match separator {
        Separator::Mark(mark) => {
            (tokens.glued_mark(at) == Some(mark)).then_some(())?;
            tokens.get(at + 1).filter(|it| it.gap == Gap::None)?
        }
        Separator::Space => tokens.get(at).filter(|it| it.gap == Gap::Space)?,
    };
    let (value, 3) = digits.digits()? else { return None };
    let next = if separator == Separator::Space { at + 1 } else { at + 2 };
    // `14 450.5` and `1 234.567` do not mix; a mark with digits after it belongs to another number.
    let mixed = separator == Separator::Space
        && matches!(tokens.glued_mark(next), Some('.' | ':' | '/' | '-'))
        && tokens.glued_digits(next + 1).is_some();
    (!mixed).then_some((i64::try_from(value).ok()?, next))
}

/// `16 тысяч`, `3.5 million`, `2 тыс.`
fn with_scale_word(tokens: &Tokens, base: &One) -> Option<One> {
    let token = tokens.get(base.next).filter(|it| it.gap <= Gap::Line)?;
    let scale = scale_word(token).or_else(|| scale_letters(tokens, base.next))?;
    let mut next = base.next + 1;
    let mut to = token.end;
    let short = tokens.words(base.next).chars().count() <= 4;
    if short && tokens.glued_mark(next) == Some('.') {
        to = tokens.get(next)?.end;
        next += 1;
    }
    Some(One { value: scaled(base.value, scale)?, scale, to, next, in_words: false })
}

fn scale_word(token: &Token) -> Option<i64> {
    match token.entry?.number? {
        NumberWord::Scale(scale) => Some(scale),
        _ => None,
    }
}

/// `£125m`, `$2.8bn`: letters written on to a sum of money.
fn scale_letters(tokens: &Tokens, at: usize) -> Option<i64> {
    let scale = match tokens.words(at) {
        "m" | "M" => 1_000_000,
        "bn" => 1_000_000_000,
        _ => return None,
    };
    let glued = tokens.get(at)?.gap == Gap::None;
    let money = [2, 4].into_iter().any(|back| {
        let mark = at.checked_sub(back).and_then(|it| tokens.mark_anywhere(it));
        matches!(mark, Some('$' | '£' | '€' | '¥'))
    });
    (glued && money).then_some(scale)
}

/// `1.6万`, `3 만 5천`, `22억 5천만`: scales of the Chinese and Korean counting, with further parts after them.
fn with_myriads(tokens: &Tokens, base: &One) -> Option<One> {
    let token = tokens.get(base.next).filter(|it| it.gap <= Gap::Space)?;
    if !matches!(token.kind, Kind::Numeral | Kind::Hangul | Kind::Han(_)) {
        return None;
    }
    // `550多万`: the word that blurs the number stands inside it.
    let blurs = [' ', '\u{a0}', '多', '余', '餘', '여'];
    let from = base.to + leading(tokens.text.get(base.to..)?, &blurs);
    let (value, to) = match base.value {
        NumberValue::Whole(first) => {
            let (value, to) = mixed(tokens.text, from, first)?;
            (NumberValue::Whole(value), to)
        }
        value => {
            let (scale, to) = scale_at(tokens.text, from)?;
            (scaled(value, scale)?, to)
        }
    };
    let mut next = base.next;
    while tokens.get(next).is_some_and(|it| it.end <= to) {
        next += 1;
    }
    let scale = scale_at(tokens.text, from)?.0;
    Some(One { value, scale, to, next, in_words: false })
}

fn leading(text: &str, skipped: &[char]) -> usize {
    text.len() - text.trim_start_matches(skipped).len()
}

fn scale_of(c: char) -> Option<i64> {
    han::scale(c).or_else(|| hangul::scale(c))
}

/// Reads the scales that stand at a byte, `천만` as their product; returns the byte after them.
fn scale_at(text: &str, from: usize) -> Option<(i64, usize)> {
    let (mut scale, mut to) = (1i64, from);
    for c in text.get(from..)?.chars().take(3) {
        let Some(factor) = scale_of(c) else { break };
        scale = scale.checked_mul(factor)?;
        to += c.len_utf8();
    }
    (to > from).then_some((scale, to))
}

/// Reads scales and figures in turn from a byte on, after a first figure; returns the value and the byte after it.
fn mixed(text: &str, from: usize, first: i64) -> Option<(i64, usize)> {
    let (mut total, mut section, mut current) = (0i64, 0i64, Some(first));
    let (mut at, mut to) = (from, from);
    while let Some(c) = text.get(at..)?.chars().next() {
        if let Some(factor) = scale_of(c) {
            let digits = current.take();
            if factor >= 10_000 {
                section = section.checked_add(digits.unwrap_or(i64::from(section == 0)))?;
                total = total.checked_add(section.checked_mul(factor)?)?;
                section = 0;
            } else {
                section = section.checked_add(digits.unwrap_or(1).checked_mul(factor)?)?;
            }
            at += c.len_utf8();
            to = at;
            continue;
        }
        // A further figure belongs to it where a scale follows, or where it fills the four places below.
        let start = at + leading(text.get(at..)?, &[' ']);
        let Some((value, len, end)) = figure(text, start) else { break };
        let scaled_at = end + leading(text.get(end..)?, &[' ']);
        let scaled = text.get(scaled_at..)?.chars().next().and_then(scale_of).is_some();
        if current.is_some() || !(scaled || len == 4 || start == at) {
            break;
        }
        current = Some(value);
        (at, to) = (if scaled { scaled_at } else { end }, end);
    }
    let value = total.checked_add(section)?.checked_add(current.unwrap_or_default())?;
    (to > from).then_some((value, to))
}

/// Reads up to four digits at a byte: value, how many, and the byte after them.
fn figure(text: &str, from: usize) -> Option<(i64, usize, usize)> {
    let (mut value, mut len, mut to) = (0i64, 0, from);
    for c in text.get(from..)?.chars().take(5) {
        let Some(digit) = digit_value(c) else { break };
        value = value * 10 + digit as i64;
        to += c.len_utf8();
        len += 1;
    }
    (1..=4).contains(&len).then_some((value, len, to))
}

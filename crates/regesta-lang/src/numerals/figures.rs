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

/// `1.6万`, `3 만 5천`: scales of the Chinese and Korean counting, with a further part after them.
fn with_myriads(tokens: &Tokens, base: &One) -> Option<One> {
    let rest = tokens.text.get(base.to..)?;
    // `550多万`: the word that blurs the number stands inside it.
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '多', '余', '餘', '여']);
    let token = tokens.get(base.next).filter(|it| it.gap <= Gap::Space)?;
    if !matches!(token.kind, Kind::Numeral | Kind::Hangul | Kind::Han(_)) {
        return None;
    }
    let from = base.to + (rest.len() - trimmed.len());
    let (scale, mut to) = scale_at(tokens.text, from)?;
    let mut value = scaled(base.value, scale)?;
    if let (NumberValue::Whole(sum), Some((more, end))) = (value, lesser(tokens.text, to, scale)) {
        value = NumberValue::Whole(sum.checked_add(more)?);
        to = end;
    }
    let mut next = base.next;
    while tokens.get(next).is_some_and(|it| it.end <= to) {
        next += 1;
    }
    Some(One { value, scale, to, next, in_words: false })
}

/// Reads the scales that stand at a byte, `천만` as their product; returns the byte after them.
fn scale_at(text: &str, from: usize) -> Option<(i64, usize)> {
    let mut scale = 1i64;
    let mut to = from;
    for c in text.get(from..)?.chars().take(3) {
        let Some(factor) = han::scale(c).or_else(|| hangul::scale(c)) else { break };
        scale = scale.checked_mul(factor)?;
        to += c.len_utf8();
    }
    // `만` and `천` open ordinary words too (`3 천막`): what follows has to end the word or be a counter, which the caller's unit decides.
    (to > from).then_some((scale, to))
}

/// Reads the lesser part of `3만 5천`: figures with a smaller scale or none.
fn lesser(text: &str, from: usize, above: i64) -> Option<(i64, usize)> {
    let rest = text.get(from..)?;
    let trimmed = rest.trim_start_matches(' ');
    let start = from + (rest.len() - trimmed.len());
    let (mut value, mut to, mut len) = (0i64, start, 0);
    for c in trimmed.chars().take(5) {
        let Some(digit) = digit_value(c) else { break };
        value = value * 10 + digit as i64;
        to += c.len_utf8();
        len += 1;
    }
    if len == 0 || len > 4 {
        return None;
    }
    match scale_at(text, to) {
        Some((scale, end)) if scale < above => {
            let value = value.checked_mul(scale)?;
            let more = lesser(text, end, scale);
            Some(more.map_or((value, end), |(more, end)| (value.saturating_add(more), end)))
        }
        Some(_) => None,
        // `3만 5000명` with a space is one number; `3만, 20명` is not, for the comma.
        None => (value < above).then_some((value, to)),
    }
}

//! Numbers in figures: `1,900`, `100.000`, `16 000`, `3.5 million`, `16 тысяч`, `1.6万`, `3 만 5천`.

use regesta_model::NumberValue;

use super::signs::{Sign, number_sign};
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
    let (mut next, mut grouped) = (at + 1, None);
    if len <= 3 && value > 0 {
        let mark = separator(tokens, next).filter(|it| !is_decimal_mark(tokens, at, *it));
        while let Some(group) = mark.and_then(|mark| group(tokens, next, mark)) {
            total = total.checked_mul(1_000)?.checked_add(group.0)?;
            next = group.1;
            grouped = mark;
        }
    }
    if let Some((figures, len)) = tail(tokens, next, grouped, (value, len)) {
        let below = 10i64.checked_pow(u32::from(len))?;
        return Some((super::decimal(total, i64::try_from(figures).ok()?, below)?, next + 2));
    }
    if let Some((part, whole, after)) = fraction_after(tokens, next) {
        return Some((NumberValue::Decimal(total as f64 + part as f64 / whole as f64), after));
    }
    if let Some(after) = super::words::half_after(tokens, next) {
        return Some((NumberValue::Decimal(total as f64 + 0.5), after));
    }
    Some((NumberValue::Whole(total), next))
}

/// Reads the figures after the decimal mark: value and how many.
fn tail(
    tokens: &Tokens,
    next: usize,
    grouped: Option<Separator>,
    first: (u64, u8),
) -> Option<(u64, u8)> {
    let mark = tokens.glued_mark(next).filter(|it| matches!(it, '.' | ',' | '．' | '，' | '·'))?;
    let (value, len) = tokens.glued_digits(next + 1)?;
    // `12.1950` is a month; three figures after the only mark are thousands, but for a leading nought.
    let parted = grouped.is_some_and(|it| it != Separator::Mark(mark));
    let year = len == 4 && (1_800..2_100).contains(&value);
    let decimal = is_decimal_mark(tokens, next - 1, Separator::Mark(mark));
    let fits = len < 3
        || first.0 == 0 && first.1 == 1
        || parted && grouped.is_some()
        || decimal
        || (4..=8).contains(&len) && !year;
    // Another mark with figures after it makes it a date, a range of references or a version.
    let chained = |it: char| match it {
        '.' | ',' | '/' | ':' => true,
        '-' => len == 2 && mark == '.' && !parted,
        _ => false,
    };
    let goes_on = tokens.glued_mark(next + 2).is_some_and(chained);
    let ends = !goes_on || tokens.glued_digits(next + 3).is_none();
    (fits && ends && len <= 12).then_some((value, len))
}

/// Says whether three figures after a mark are decimals: where a scale or a share follows the language's own mark
/// (`1,234 млн.`, `1.234 million`, `2,125%`).
fn is_decimal_mark(tokens: &Tokens, at: usize, separator: Separator) -> bool {
    let Separator::Mark(mark) = separator else { return false };
    if tokens.glued_digits(at + 2).is_none_or(|it| it.1 != 3) {
        return false;
    }
    use regesta_model::Language::{Chinese, English, Japanese, Korean, Undetermined};
    let own = match tokens.language {
        English | Chinese | Japanese | Korean => '.',
        Undetermined => return false,
        _ => ',',
    };
    let follower = tokens.get(at + 3);
    let scaled = follower.and_then(scale_word).is_some_and(|it| it >= 1_000_000)
        || matches!(follower.map(|it| it.kind), Some(Kind::Mark('%' | '％' | '°')));
    mark == own && scaled
}

/// Reads a fraction written after a whole number: `2½`, `2 1/2`; returns the token after it.
fn fraction_after(tokens: &Tokens, next: usize) -> Option<(i64, i64, usize)> {
    let token = tokens.get(next).filter(|it| it.gap <= Gap::Space)?;
    if let Kind::Mark(mark) = token.kind {
        let Sign::Fraction(part, whole) = number_sign(mark)? else { return None };
        return Some((part, whole, next + 1));
    }
    let (part, 1..=2) = token.digits().filter(|_| token.gap == Gap::Space)? else { return None };
    matches!(tokens.glued_mark(next + 1), Some('/' | '⁄')).then_some(())?;
    let (whole, 1..=2) = tokens.glued_digits(next + 2)? else { return None };
    let sound = 0 < part && part < whole && matches!(whole, 2..=10 | 12 | 16);
    let ends = tokens
        .glued_mark(next + 3)
        .is_none_or(|it| !matches!(it, '/' | '-' | '.') || tokens.glued_digits(next + 4).is_none());
    (sound && ends).then_some((part as i64, whole as i64, next + 3))
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
    // `25-тысячный`, `$2-million`
    let hyphen = matches!(tokens.glued_mark(base.next), Some('-' | '‑'))
        && tokens.get(base.next + 1).is_some_and(|it| it.gap == Gap::None && it.is_letters());
    let word = if hyphen { base.next + 1 } else { base.next };
    let token = tokens.get(word).filter(|it| it.gap <= Gap::Line)?;
    let adjective = || hyphen.then(|| scale_adjective(tokens.words(word))).flatten();
    let scale = scale_word(token).or_else(|| scale_letters(tokens, word)).or_else(adjective)?;
    let mut next = word + 1;
    let mut to = token.end;
    let short = tokens.words(word).chars().count() <= 4;
    if short && tokens.glued_mark(next) == Some('.') {
        to = tokens.get(next)?.end;
        next += 1;
    }
    Some(One { value: scaled(base.value, scale)?, scale, to, next, in_words: false })
}

fn scale_word(token: &Token) -> Option<i64> {
    let entry = token.entry?;
    match (entry.number, entry.local) {
        (Some(NumberWord::Scale(scale)), _) | (_, Some((_, NumberWord::Scale(scale)))) => {
            Some(scale)
        }
        _ => None,
    }
}

/// `25-тысячный`, `2-миллионная`
fn scale_adjective(word: &str) -> Option<i64> {
    match word {
        _ if word.starts_with("тысячн") => Some(1_000),
        _ if word.starts_with("миллионн") => Some(1_000_000),
        _ => None,
    }
}

/// `£125m`, `$2.8bn`: letters written on to a sum of money.
fn scale_letters(tokens: &Tokens, at: usize) -> Option<i64> {
    let scale = match tokens.words(at) {
        "k" | "K" => 1_000,
        "m" | "M" | "mn" => 1_000_000,
        "bn" | "b" | "B" => 1_000_000_000,
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

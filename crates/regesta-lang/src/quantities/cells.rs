//! Reads a cell of a table as one number: what may be a date or a list number in running text is a number here.

use regesta_model::{Language, NumberValue, Span};

use super::bounds::Bounds;
use super::units::Counts;
use super::{Counted, scan, scan_beside};
use crate::lexicon::Hint;
use crate::numerals::{self, Sign, hangul_value, number_sign};
use crate::tokens::{Gap, Kind, Tokens, each_stretch_in};
use crate::{dates, quantities::echoes};

/// Reads the number of a cell.
pub(super) fn read(words: &str, language: Language) -> Option<Counted> {
    let mut alone = scan_beside(words, language, &[]);
    if let Some(at) = alone.iter().position(|it| covers(words, it)) {
        return Some(alone.swap_remove(at));
    }
    let special = in_figures(words)
        .or_else(|| in_syllables(words))
        .or_else(|| in_one_sign(words))
        .or_else(|| numeral(words, language))
        .or_else(|| hinted(words, language));
    if special.is_some() {
        return special;
    }
    let dated =
        dates::find(words, language).iter().any(|it| !it.is_relative() && is_all(words, it.span));
    if dated {
        return None;
    }
    scan(words, language).into_iter().next().or_else(|| labelled(words, language))
}

/// Says whether nothing but marks stands beside the words.
fn covers(words: &str, it: &Counted) -> bool {
    is_all(words, it.words)
}

fn is_all(words: &str, span: Span) -> bool {
    let beside = |it: Option<&str>| it.is_some_and(|it| !it.contains(char::is_alphanumeric));
    beside(words.get(..span.start as usize)) && beside(words.get(span.end as usize..))
}

fn found(words: &str, value: NumberValue, unit: Counts) -> Counted {
    let start = words.len() - words.trim_start().len();
    let span = Span::new(start..start + words.trim().len());
    Counted { number: span, words: span, value, unit, bounds: Bounds::default() }
}

/// `3/4` alone in its cell is a fraction.
fn in_figures(words: &str) -> Option<Counted> {
    let (part, whole) = words.trim().split_once(['/', '⁄'])?;
    let figures = |it: &str| (!it.is_empty() && it.len() < 4).then(|| it.parse::<i64>().ok())?;
    let (part, whole) = (figures(part.trim())?, figures(whole.trim())?);
    (0 < part && part < whole)
        .then(|| found(words, NumberValue::Fraction(part, whole), Counts::Unknown))
}

/// `삼`, `이오공`, `삼점오`, `반`
fn in_syllables(words: &str) -> Option<Counted> {
    let trimmed = words.trim();
    let value = match trimmed {
        "반" | "半" | "一半" | "半数" | "절반" => NumberValue::Fraction(1, 2),
        _ => hangul_value(trimmed)?,
    };
    Some(found(words, value, Counts::Nothing))
}

/// `½`, `①`
fn in_one_sign(words: &str) -> Option<Counted> {
    let mut chars = words.trim().chars();
    let (sign, None) = (number_sign(chars.next()?)?, chars.next()) else { return None };
    Some(match sign {
        Sign::Fraction(part, whole) => {
            found(words, NumberValue::Fraction(part, whole), Counts::Unknown)
        }
        Sign::Enclosed(value) => found(words, NumberValue::Whole(value), Counts::Nothing),
    })
}

/// A number that running text takes for a word or for a part of a name, where it is all of the cell: `兩`, `第38`, `列 한`.
fn numeral(words: &str, language: Language) -> Option<Counted> {
    let mut res = None;
    each_stretch_in(words, language, |tokens| {
        for at in 0..tokens.len() {
            let read = numerals::read(tokens, at).filter(|_| res.is_none());
            let Some(amount) = read else { continue };
            if is_all(words, Span::new(amount.from..amount.to)) {
                res = Some(found(words, amount.value, Counts::Nothing));
            }
        }
    });
    res
}

/// `двадцать пятый`, `втрое`, `第三十八`, `두 번째`: ordinals and multiplicatives that are all of the cell.
fn hinted(words: &str, language: Language) -> Option<Counted> {
    let mut res = None;
    each_stretch_in(words, language, |tokens| {
        for at in 0..tokens.len() {
            let hint = echoes::hint(tokens, at).filter(|_| res.is_none());
            let Some((hint, value, next)) = hint else { continue };
            let whole = is_all(words, Span::new(tokens.bytes(at, next)));
            let unit = match hint {
                Hint::Multiple(_) => Counts::Known("time".to_owned()),
                Hint::Ordinal(_) => Counts::Nothing,
                Hint::Implied(_) => continue,
            };
            res = whole.then(|| found(words, NumberValue::Whole(value), unit));
        }
    });
    res.or_else(|| in_characters(words)).or_else(|| {
        let stem = words.trim().strip_suffix("번째").or_else(|| words.trim().strip_suffix('째'))?;
        numeral(stem, language)
    })
}

fn in_characters(words: &str) -> Option<Counted> {
    let trimmed = words.trim();
    let ordinal = trimmed.strip_prefix('第').or_else(|| trimmed.strip_suffix("番目"))?;
    let end = ordinal.find(|it| !numerals::is_numeral(it)).unwrap_or(ordinal.len());
    let value = numerals::han_value(ordinal.get(..end).filter(|it| !it.is_empty())?)?;
    Some(found(words, NumberValue::Whole(value), Counts::Nothing))
}

/// A list number or a numbered thing, where the cell has nothing else: `1)`, `Лист 2`.
fn labelled(words: &str, language: Language) -> Option<Counted> {
    let mut res = None;
    each_stretch_in(words, language, |tokens: &Tokens| {
        let digits = (0..tokens.len()).find(|it| {
            tokens.get(*it).is_some_and(|it| {
                matches!(it.kind, Kind::Digits(..)) && it.gap < Gap::Paragraph
                    || it.digits().is_some()
            })
        });
        let amount = digits.and_then(|at| numerals::read(tokens, at));
        res = res.take().or(amount.map(|it| found(words, it.value, Counts::Nothing)));
    });
    let only = dates::find(words, language).is_empty() && !words.contains(':');
    res.filter(|_| only)
}

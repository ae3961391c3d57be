//! Years of East Asian dates: `1949年`, `一九四九年`, `단기 4283년`, `주체39(1950)년`, `昭和二十年`, `今年`, `五十年代`.

use super::super::combined::Match;
use super::super::reading::{Digits, Partial, When, Year};
use super::super::years::parenthesised;
use super::{Read, han, marker, number};
use crate::lexicon::look_up;
use crate::tokens::{Gap, Kind, Tokens};

/// Reads a year with its marker.
pub(super) fn year(tokens: &Tokens, at: usize) -> Option<Read> {
    if let Some(it) = relative_year(tokens, at) {
        return Some(it);
    }
    let (offset, first) = era(tokens, at).map_or((None, at), |(offset, next)| (Some(offset), next));
    let (value, count) = number(tokens, first)?;
    if offset.is_none() && han(tokens, first) == Some('元') {
        return None;
    }
    let mut next = first + 1;
    let stated = parenthesised(tokens, next);
    if let (Some((_, after)), Some(_)) = (stated, offset) {
        next = after;
    }
    let (mut next, mut to) = marker(tokens, next, &['年'], '년')?;
    // `昭和二十年（一九四五年）`
    if offset.is_some()
        && stated.is_none()
        && let Some((_, after)) = parenthesised(tokens, next)
    {
        (next, to) = (after, tokens.before(after)?.end);
    }
    let value = i32::try_from(value).ok()?;
    let korean = tokens.get(first + 1).is_some_and(|it| it.kind == Kind::Hangul);
    let year = match (offset, stated) {
        (Some(_), Some((year, _))) => Year::Full(year),
        (Some(offset), None) => Year::Full(value.checked_add(offset)?),
        (None, _) if count == 4 && (1000..=2100).contains(&value) => Year::Full(value),
        // Korea counted from Tangun to the end of 1961.
        (None, _) if korean && (4200..=4300).contains(&value) => Year::Full(value - 2333),
        (None, _) if is_republican(tokens, first, next, value) => Year::Full(value + 1911),
        (None, _) if count == 2 && value < 100 => Year::Short(value as u8),
        (None, _) => return None,
    };
    let plausible = !matches!(year, Year::Full(it) if !(1000..=2100).contains(&it));
    let date = Partial { year, ..Partial::default() };
    plausible.then_some(Read { date, next, to, until: false })
}

/// `卅八年十二月`, `三十八年十二月`: years of the common era are read digit by digit (`四九年`), years of the republic as numbers.
fn is_republican(tokens: &Tokens, at: usize, next: usize, value: i32) -> bool {
    let counted = tokens.words(at).contains(['十', '廿', '卅']);
    let month = number(tokens, next).is_some_and(|(it, _)| (1..=12).contains(&it))
        && marker(tokens, next + 1, &['月'], '월').is_some();
    counted && month && (1..=60).contains(&value)
}

/// Reads the name of an era; returns its offset and the token after it.
fn era(tokens: &Tokens, at: usize) -> Option<(i32, usize)> {
    let token = tokens.get(at)?;
    match token.kind {
        Kind::Hangul => {
            if let Some(offset) = token.entry.and_then(|it| it.era) {
                return Some((offset, at + 1));
            }
            // `단군 기원 4283년`
            let second =
                tokens.get(at + 1).filter(|it| it.kind == Kind::Hangul && it.gap <= Gap::Space)?;
            let both = tokens.words(at) == "단군" && tokens.words(at + 1) == "기원";
            (both && second.end > token.end).then_some((-2333, at + 2))
        }
        Kind::Han(_) => (2..=4).rev().find_map(|length| {
            let last = tokens.get(at + length - 1).filter(|it| matches!(it.kind, Kind::Han(_)))?;
            let name = tokens.text.get(token.start..last.end)?;
            (name.chars().count() == length).then_some(())?;
            Some((look_up(name)?.era?, at + length))
        }),
        _ => None,
    }
}

/// Reads `今年`, `去年`, `明年`, `올해`, `작년`.
fn relative_year(tokens: &Tokens, at: usize) -> Option<Read> {
    let token = tokens.get(at)?;
    let (by, next, to) = match token.kind {
        Kind::Han(first) => {
            let by = match first {
                '今' | '本' => 0,
                '去' | '昨' => -1,
                '明' | '来' | '來' => 1,
                '前' => -2,
                _ => return None,
            };
            let year = tokens.get(at + 1).filter(|it| it.kind == Kind::Han('年'))?;
            // `之前年`, `以前年度`: a character before makes it another word; `前年` needs to begin the words.
            let inside = first == '前'
                && tokens.get(at)?.gap == Gap::None
                && tokens.before(at).is_some_and(|it| !matches!(it.kind, Kind::Mark(_)));
            (!inside).then_some((by, at + 2, year.end))?
        }
        Kind::Hangul => {
            const YEARS: [(&str, i8); 11] = [
                ("올해", 0),
                ("금년", 0),
                ("당년", 0),
                ("작년", -1),
                ("지난해", -1),
                ("거년", -1),
                ("재작년", -2),
                ("래년", 1),
                ("내년", 1),
                ("명년", 1),
                ("다음해", 1),
            ];
            let word = tokens.words(at);
            let (name, by) = YEARS.iter().find(|(it, _)| word.starts_with(it))?;
            let rest = word.len() - name.len();
            (rest <= 6).then_some((*by, at + 1, token.start + name.len()))?
        }
        _ => return None,
    };
    let date = Partial { year: Year::Relative(by), ..Partial::default() };
    Some(Read { date, next, to, until: false })
}

/// Reads `1950年代`, `五十年代`, `20世纪50年代`, `1950년대`, `20世纪`.
pub(super) fn decade(tokens: &Tokens, at: usize) -> Option<Match> {
    let (value, count) = number(tokens, at).filter(|_| han(tokens, at).is_none())?;
    let value = i32::try_from(value).ok()?;
    if let Some((next, to)) = century(tokens, at + 1)
        && (1..=21).contains(&value)
    {
        let base = (value - 1) * 100;
        if let Some((decade, _)) = number(tokens, next)
            && let Some((end, to)) = decade_marker(tokens, next + 1)
            && let Ok(decade @ 0..=90) = i32::try_from(decade)
        {
            return Some(ten_years(at, end, to, base + decade));
        }
        let year = Year::Full(base);
        let date = Partial { year, digits: Digits::Century, ..Partial::default() };
        return Some(Match { cut: Some(to), ..Match::new(at, next, When::At(date)) });
    }
    let (end, to) = decade_marker(tokens, at + 1)?;
    let year = match value {
        1000..=2100 => value,
        10..=90 if count <= 2 => 1900 + value,
        _ => return None,
    };
    (year % 10 == 0).then(|| ten_years(at, end, to, year))
}

fn ten_years(at: usize, end: usize, to: usize, year: i32) -> Match {
    let date = Partial { year: Year::Full(year), digits: Digits::Decade, ..Partial::default() };
    Match { cut: Some(to), ..Match::new(at, end, When::At(date)) }
}

fn decade_marker(tokens: &Tokens, at: usize) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|it| it.gap <= Gap::Space)?;
    match token.kind {
        Kind::Han('年') => {
            let end = tokens.get(at + 1)?.end;
            (han(tokens, at + 1) == Some('代')).then_some((at + 2, end))
        }
        Kind::Hangul => {
            tokens.words(at).starts_with("년대").then_some((at + 1, token.start + "년대".len()))
        }
        _ => None,
    }
}

fn century(tokens: &Tokens, at: usize) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|it| it.gap <= Gap::Space)?;
    match token.kind {
        Kind::Han('世') => {
            let end = tokens.get(at + 1)?.end;
            matches!(han(tokens, at + 1), Some('纪' | '紀')).then_some((at + 2, end))
        }
        Kind::Hangul => {
            tokens.words(at).starts_with("세기").then_some((at + 1, token.start + "세기".len()))
        }
        _ => None,
    }
}

//! Chinese, Japanese and Korean dates: `1949年12月29日`, `一九五七年十二月十六日和二十五日`, `단기 4283년 9월`, `馬電`.

use super::combined::Match;
use super::east_asian_times;
use super::reading::{Part, Partial, When, Year};
use super::rhyme_days;
use super::times::begins_cleanly;
use super::years::parenthesised;
use crate::lexicon::{LEXICON, look_up};
use crate::numerals::{han_value, positional};
use crate::tokens::{Gap, Kind, Token, Tokens};

/// A date read so far: what it says, the token after it and the byte where its words end.
#[derive(Clone, Copy)]
pub(super) struct Read {
    pub(super) date: Partial,
    pub(super) next: usize,
    pub(super) to: usize,
    pub(super) until: bool,
}

/// Says whether a date may begin with a character that is no numeral: of a relative year, a half of the day, an era or a rhyme.
pub(super) fn may_begin(c: char) -> bool {
    "今本去明上下早凌清晚晨午".contains(c) || LEXICON.opens_era(c) || LEXICON.rhyme(c).is_some()
}

/// Reads the dates in Chinese characters or Hangul that begin at a token.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Vec<Match>> {
    if let Some(it) = rhyme_days::read(tokens, at) {
        return Some(vec![it]);
    }
    if let Some(it) = months_with_dash(tokens, at) {
        return Some(vec![it]);
    }
    if let Some(it) = east_asian_times::alone(tokens, at) {
        return Some(vec![matched(at, &it)]);
    }
    let first = one(tokens, at)?;
    let mut res = vec![matched(at, &first)];
    let (mut last, mut start) = (first, first.next);
    while res.len() < 9
        && let Some((ranged, after)) = joined(tokens, &last)
        && let Some(mut next) = one(tokens, after)
    {
        inherit(&mut next.date, &last.date);
        start = start.max(after);
        if ranged {
            let previous = res.pop()?;
            let when = When::Interval(last.date, next.date);
            res.push(Match { when, ..extended(previous, &next) });
            break;
        }
        res.push(matched(after, &next));
        last = next;
    }
    Some(res)
}

fn matched(start: usize, it: &Read) -> Match {
    let when = if it.until { When::Until(it.date) } else { When::At(it.date) };
    Match { cut: Some(it.to), ..Match::new(start, it.next, when) }
}

fn extended(first: Match, last: &Read) -> Match {
    Match { end: last.next, cut: Some(last.to), ..first }
}

fn inherit(date: &mut Partial, from: &Partial) {
    if date.year == Year::Missing {
        date.year = from.year;
        if date.month.is_none() {
            date.month = from.month;
        }
    }
}

/// Returns the byte after a marker at a token: one of the characters, or Hangul that begins with the syllable.
pub(super) fn marker(
    tokens: &Tokens,
    at: usize,
    han: &[char],
    syllable: char,
) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|it| it.gap <= Gap::Space)?;
    match token.kind {
        Kind::Han(c) if han.contains(&c) => Some((at + 1, token.end)),
        Kind::Hangul => {
            let rest = tokens.words(at).strip_prefix(syllable)?;
            let after = if rest.is_empty() { at + 1 } else { at };
            particle(rest, syllable).then_some((after, token.start + syllable.len_utf8()))
        }
        _ => None,
    }
}

/// What may be written on to `년`, `월`, `일` without making it another word (`일본`, `월남`).
fn particle(rest: &str, syllable: char) -> bool {
    const ANY: [&str; 22] = [
        "에", "의", "은", "이", "을", "과", "와", "부터", "까지", "도", "경", "말", "초", "중순",
        "상순", "하순", "로", "오전", "오후", "자", "부", "대",
    ];
    let fits = |it: &&str| rest.strip_prefix(*it).is_some_and(|more| more.chars().count() <= 2);
    rest.is_empty() || ANY.iter().any(fits) && !(syllable == '일' && rest.starts_with("이상"))
}

/// Returns the number at a token and how many digits or numerals it has.
pub(super) fn number(tokens: &Tokens, at: usize) -> Option<(i64, usize)> {
    let token: &Token = tokens.get(at)?;
    let words = tokens.words(at);
    match token.kind {
        Kind::Digits(value, len) => Some((i64::try_from(value).ok()?, usize::from(len))),
        Kind::Numeral => {
            let count = words.chars().count();
            let digits = positional(words).filter(|_| count > 1);
            Some((digits.or_else(|| han_value(words))?, count))
        }
        _ => None,
    }
}

/// Returns the number at a token, from 1 to `most`.
pub(super) fn small(tokens: &Tokens, at: usize, most: i64) -> Option<u8> {
    let (value, _) = number(tokens, at)?;
    u8::try_from(value).ok().filter(|_| (1..=most).contains(&value))
}

/// Reads one date: a year, a month, a day and a time, as far as they are there; at least one with its marker.
fn one(tokens: &Tokens, at: usize) -> Option<Read> {
    let spaced = tokens.get(at)?.gap;
    if spaced == Gap::None && !begins_cleanly(tokens, at) {
        return None;
    }
    let mut read = year(tokens, at).unwrap_or(Read {
        date: Partial::default(),
        next: at,
        to: 0,
        until: false,
    });
    let with_year = read.next > at;
    let before = read;
    if with_year {
        after_year(tokens, &mut read);
    }
    let in_month = month(tokens, &mut read);
    let in_day = day(tokens, &mut read, with_year || in_month);
    if in_day {
        east_asian_times::clock(tokens, &mut read);
    }
    if in_month && !in_day {
        after_month(tokens, &mut read);
    }
    // `50年` alone counts years; `50年9月` is a date.
    let short = matches!(before.date.year, Year::Short(_)) && !in_month;
    (!short && (with_year || in_month || in_day)).then_some(read)
}

/// Reads `1949年`, `一九四九年`, `단기 4283년`, `주체39(1950)년`, `民国三十八年`, `今年`.
fn year(tokens: &Tokens, at: usize) -> Option<Read> {
    if let Some(it) = relative_year(tokens, at) {
        return Some(it);
    }
    let (offset, first) = era(tokens, at).map_or((None, at), |(offset, next)| (Some(offset), next));
    let (value, count) = number(tokens, first)?;
    let mut next = first + 1;
    let stated = parenthesised(tokens, next);
    if let (Some((_, after)), Some(_)) = (stated, offset) {
        next = after;
    }
    let (next, to) = marker(tokens, next, &['年'], '년')?;
    let value = i32::try_from(value).ok()?;
    let year = match (offset, stated) {
        (Some(_), Some((year, _))) => Year::Full(year),
        (Some(offset), None) => Year::Full(value.checked_add(offset)?),
        (None, _) if count == 4 && (1000..=2100).contains(&value) => Year::Full(value),
        (None, _) if count == 2 && value < 100 => Year::Short(value as u8),
        (None, _) => return None,
    };
    let plausible = !matches!(year, Year::Full(it) if !(1000..=2100).contains(&it));
    let date = Partial { year, ..Partial::default() };
    plausible.then_some(Read { date, next, to, until: false })
}

/// Reads the name of an era; returns its offset and the token after it.
fn era(tokens: &Tokens, at: usize) -> Option<(i32, usize)> {
    let token = tokens.get(at)?;
    match token.kind {
        Kind::Hangul => Some((token.entry?.era?, at + 1)),
        Kind::Han(_) => {
            let second = tokens.get(at + 1).filter(|it| matches!(it.kind, Kind::Han(_)))?;
            let name = tokens.text.get(token.start..second.end)?;
            Some((look_up(name)?.era?, at + 2))
        }
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
                '去' => -1,
                '明' => 1,
                _ => return None,
            };
            let year = tokens.get(at + 1).filter(|it| it.kind == Kind::Han('年'))?;
            // `本年度` is a business year, `明年` after a character of its own may be a name.
            (by, at + 2, year.end)
        }
        Kind::Hangul => {
            const YEARS: [(&str, i8); 8] = [
                ("올해", 0),
                ("금년", 0),
                ("작년", -1),
                ("지난해", -1),
                ("거년", -1),
                ("래년", 1),
                ("내년", 1),
                ("명년", 1),
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

/// Returns the Chinese character at a token.
pub(super) fn han(tokens: &Tokens, at: usize) -> Option<char> {
    match tokens.get(at)?.kind {
        Kind::Han(c) => Some(c),
        _ => None,
    }
}

/// Reads `前后` and `底以前` after a year.
fn after_year(tokens: &Tokens, read: &mut Read) {
    let pair = (han(tokens, read.next), han(tokens, read.next + 1));
    let end = |it: usize| tokens.get(it).map_or(read.to, |it| it.end);
    match pair {
        (Some('前'), Some('后' | '後')) | (Some('左'), Some('右')) => {
            read.date.approximate = true;
            (read.to, read.next) = (end(read.next + 1), read.next + 2);
        }
        (Some('底' | '末'), Some('以' | '之' | '前')) => {
            let last = if pair.1 == Some('前') { read.next + 1 } else { read.next + 2 };
            if han(tokens, last) == Some('前') {
                read.until = true;
                (read.to, read.next) = (end(last), last + 1);
            }
        }
        (Some('底' | '末' | '初'), _) => {
            read.date.approximate = true;
            (read.to, read.next) = (end(read.next), read.next + 1);
        }
        _ => {}
    }
}

fn month(tokens: &Tokens, read: &mut Read) -> bool {
    let Some(value) = small(tokens, read.next, 12) else { return false };
    if tokens.get(read.next).is_some_and(|it| it.gap > Gap::Space && read.to > 0) {
        return false;
    }
    let Some((next, to)) = marker(tokens, read.next + 1, &['月'], '월') else { return false };
    read.date.month = Some(value);
    (read.next, read.to) = (next, to);
    true
}

/// Reads `上旬`, `初`, `底`, `间` after a month.
fn after_month(tokens: &Tokens, read: &mut Read) {
    let end = |it: usize| tokens.get(it).map_or(read.to, |it| it.end);
    let (part, len) = match (han(tokens, read.next), han(tokens, read.next + 1)) {
        (Some('上'), Some('旬')) => (Some(Part::Early), 2),
        (Some('中'), Some('旬')) => (Some(Part::Mid), 2),
        (Some('下'), Some('旬')) => (Some(Part::Late), 2),
        (Some('初'), _) => (Some(Part::Early), 1),
        (Some('底' | '末'), _) => (Some(Part::Late), 1),
        (Some('间' | '間'), _) => (None, 1),
        (Some('前'), Some('后' | '後')) => (None, 2),
        _ => return after_korean_month(tokens, read),
    };
    read.date.part = part;
    read.date.approximate = part.is_none();
    (read.to, read.next) = (end(read.next + len - 1), read.next + len);
}

fn after_korean_month(tokens: &Tokens, read: &mut Read) {
    let Some(token) = tokens.get(read.next).filter(|it| it.gap <= Gap::Space) else { return };
    let rest = tokens.text.get(read.to.max(token.start)..token.end).unwrap_or_default();
    let parts = [
        ("상순", Part::Early),
        ("초", Part::Early),
        ("중순", Part::Mid),
        ("하순", Part::Late),
        ("말", Part::Late),
    ];
    if let Some((word, part)) = parts.iter().find(|(it, _)| rest.starts_with(it)) {
        read.date.part = Some(*part);
        (read.to, read.next) = (read.to.max(token.start) + word.len(), read.next + 1);
    }
}

/// Reads a day; without year and month only where it cannot be a number of days.
fn day(tokens: &Tokens, read: &mut Read, dated: bool) -> bool {
    let Some(value) = small(tokens, read.next, 39) else { return false };
    let Some((next, to)) = marker(tokens, read.next + 1, &['日', '号', '號'], '일') else {
        return false;
    };
    let korean = tokens.get(read.next + 1).is_some_and(|it| it.kind == Kind::Hangul);
    if !dated {
        let mark = han(tokens, read.next + 1);
        let follower = han(tokens, next);
        let counts =
            matches!(follower, Some('内' | '內' | '后' | '後' | '间' | '間' | '之' | '本' | '以'));
        let rest = tokens.words(read.next + 1).strip_prefix('일').unwrap_or_default();
        let named = !korean || ["에", "자", "부"].iter().any(|it| rest.starts_with(it));
        if counts || !named || value > 31 || !korean && mark != Some('日') {
            return false;
        }
    }
    read.date.day = Some(value);
    (read.next, read.to) = (next, to);
    true
}

/// Reads what joins two dates: whether they are a range, and the token after.
fn joined(tokens: &Tokens, last: &Read) -> Option<(bool, usize)> {
    let token = tokens.get(last.next).filter(|it| it.gap <= Gap::Space)?;
    let rest = tokens.text.get(last.to.max(token.start)..token.end)?;
    match token.kind {
        Kind::Han('至' | '到') | Kind::Mark('-' | '–' | '—' | '~' | '～') => {
            Some((true, last.next + 1))
        }
        Kind::Han('和' | '及' | '与' | '與' | '、') | Kind::Mark('、') => {
            Some((false, last.next + 1))
        }
        Kind::Hangul if matches!(rest, "부터" | "에서") => Some((true, last.next + 1)),
        Kind::Hangul if matches!(rest, "과" | "와" | "및") => Some((false, last.next + 1)),
        _ => None,
    }
}

/// Reads `3-4月`, `7~9월`: months with the marker after the second.
fn months_with_dash(tokens: &Tokens, at: usize) -> Option<Match> {
    let with_year = year(tokens, at);
    let first = with_year.map_or(at, |it| it.next);
    let from = small(tokens, first, 12)?;
    let dash = tokens.get(first + 1).filter(|it| it.gap <= Gap::Space)?;
    if !matches!(dash.kind, Kind::Mark('-' | '–' | '~' | '～') | Kind::Han('至' | '到')) {
        return None;
    }
    let to = small(tokens, first + 2, 12)?;
    let (next, cut) = marker(tokens, first + 3, &['月'], '월')?;
    let year = with_year.map_or(Year::Missing, |it| it.date.year);
    let month = |it| Partial { year, month: Some(it), ..Partial::default() };
    let when = When::Interval(month(from), month(to));
    Some(Match { cut: Some(cut), ..Match::new(at, next, when) })
}

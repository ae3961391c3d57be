//! Chinese, Japanese and Korean dates: `1949年12月29日`, `一九五七年十二月十六日和二十五日`, `단기 4283년 9월`, `馬電`.

mod joined;
mod parts;
mod relative;
mod rhyme_days;
mod times;
mod years;

use super::combined::Match;
use super::reading::{Partial, When, Year};
use super::times::begins_cleanly;
use super::zones;
use crate::lexicon::LEXICON;
use crate::numerals::{han_value, positional};
use crate::tokens::{Gap, Kind, Token, Tokens};

/// A date read so far: what it says, the token after it and the byte where its words end.
#[derive(Clone, Copy)]
pub(super) struct Read {
    date: Partial,
    next: usize,
    to: usize,
    until: bool,
}

impl Read {
    fn at(tokens: &Tokens, at: usize) -> Read {
        let to = tokens.get(at).map_or(0, |it| it.start);
        Read { date: Partial::default(), next: at, to, until: false }
    }

    /// Takes in tokens up to one.
    fn extend(&mut self, tokens: &Tokens, next: usize) {
        self.to = tokens.before(next).map_or(self.to, |it| it.end);
        self.next = next;
    }
}

/// Says whether a date may begin with a character that is no numeral: of a relative day or year, a half of the day, an era, a rhyme, a clock.
pub(super) fn may_begin(c: char) -> bool {
    static FIRST: std::sync::LazyLock<Vec<bool>> = std::sync::LazyLock::new(|| {
        let begins = |it: char| {
            "今本去昨前明后後上下早凌清晨晚午正中零公西第农農阴陰旧舊夏冬腊臘春元".contains(it)
                || LEXICON.opens_era(it)
                || LEXICON.rhyme(it).is_some()
                || rhyme_days::is_branch(it)
                || zones::opens_name(it)
        };
        ('\u{4e00}'..='\u{9fff}').map(begins).collect()
    });
    let place = (c as usize).wrapping_sub(0x4e00);
    FIRST.get(place).copied().unwrap_or(false)
}

/// Says whether a date may begin with a word of Hangul that no table has: of a year, a day, a half of the day, a clock, with particles.
pub(super) fn hangul_may_begin(word: &str) -> bool {
    static FIRST: std::sync::LazyLock<Vec<char>> = std::sync::LazyLock::new(|| {
        let of_words = "올금당작지재거래내명다오새아저밤음단어그엊모이전".chars();
        let of_zones = ('\u{ac00}'..='\u{d7a3}').filter(|it| zones::opens_name(*it));
        let mut res: Vec<char> = of_words.chain(of_zones).collect();
        res.sort_unstable();
        res.dedup();
        res
    });
    word.chars().next().is_some_and(|it| FIRST.binary_search(&it).is_ok() || LEXICON.opens_era(it))
}

/// Reads the dates in Chinese characters or Hangul that begin at a token.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Vec<Match>> {
    let kind = tokens.get(at)?.kind;
    let one_match = |it: Option<Match>| it.map(|it| vec![it]);
    if let Kind::Digits(..) = kind {
        // Figures are a date of this family only with a marker, a joint or a further numeral after them.
        let next = tokens.get(at + 1).filter(|it| it.gap <= Gap::Space)?;
        if !matches!(next.kind, Kind::Han(_) | Kind::Hangul | Kind::Mark(_)) {
            return None;
        }
    }
    if matches!(kind, Kind::Han(_)) {
        if let Some(it) = rhyme_days::read(tokens, at) {
            return Some(vec![it]);
        }
        if let Some(it) = relative::read(tokens, at) {
            return Some(vec![matched(at, &with_clock(tokens, it))]);
        }
    } else if kind == Kind::Hangul
        && let Some(it) = relative::read(tokens, at)
    {
        return Some(vec![matched(at, &with_clock(tokens, it))]);
    }
    if let Some(list) = joined::shared_marker(tokens, at) {
        return Some(list);
    }
    if let Some(it) = times::alone(tokens, at) {
        return Some(vec![matched(at, &it)]);
    }
    one_match(years::decade(tokens, at).or_else(|| joined::dotted(tokens, at)))
        .or_else(|| joined::chain(tokens, at))
}

fn with_clock(tokens: &Tokens, mut read: Read) -> Read {
    if read.date.names_day() {
        times::clock(tokens, &mut read);
    }
    read
}

fn matched(start: usize, it: &Read) -> Match {
    let when = if it.until { When::Until(it.date) } else { When::At(it.date) };
    Match { cut: Some(it.to), ..Match::new(start, it.next, when) }
}

/// Returns the token and the byte after a marker at a token: one of the characters, or Hangul that begins with the syllable.
fn marker(tokens: &Tokens, at: usize, han: &[char], syllable: char) -> Option<(usize, usize)> {
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
    const ANY: [&str; 34] = [
        "에",
        "의",
        "은",
        "이",
        "을",
        "과",
        "와",
        "부터",
        "까지",
        "도",
        "경",
        "말",
        "초",
        "중순",
        "상순",
        "하순",
        "로",
        "오전",
        "오후",
        "자",
        "부",
        "대",
        "중",
        "간",
        "상반기",
        "하반기",
        "봄",
        "여름",
        "가을",
        "겨울",
        "무렵",
        "현재",
        "이전",
        "이후",
    ];
    let fits = |it: &&str| rest.strip_prefix(*it).is_some_and(|more| more.chars().count() <= 2);
    rest.is_empty() || ANY.iter().any(fits) && !(syllable == '일' && rest.starts_with("이상"))
}

/// Returns the number at a token and how many digits or numerals it has.
fn number(tokens: &Tokens, at: usize) -> Option<(i64, usize)> {
    let token: &Token = tokens.get(at)?;
    let words = tokens.words(at);
    match token.kind {
        Kind::Digits(value, len) => Some((i64::try_from(value).ok()?, usize::from(len))),
        Kind::Numeral => {
            let count = words.chars().count();
            let digits = positional(words).filter(|_| count > 1);
            Some((digits.or_else(|| han_value(words))?, count))
        }
        // The first year of an era and the first month of a year.
        Kind::Han('元') => Some((1, 1)),
        _ => None,
    }
}

/// Returns the number at a token, from 1 to `most`.
fn small(tokens: &Tokens, at: usize, most: i64) -> Option<u8> {
    let (value, _) = number(tokens, at)?;
    u8::try_from(value).ok().filter(|_| (1..=most).contains(&value))
}

/// Reads one date: a year, a month, a day and a time, as far as they are there; at least one with its marker.
///
/// `dated` where a date stands before it whose month and year it may share.
fn one(tokens: &Tokens, at: usize, dated: bool) -> Option<Read> {
    let spaced = tokens.get(at)?.gap;
    if spaced == Gap::None && !begins_cleanly(tokens, at) {
        return None;
    }
    let lunar = past_lunar(tokens, at);
    let start = lunar.unwrap_or(at);
    let mut read = years::year(tokens, start).unwrap_or(Read::at(tokens, start));
    let with_year = read.next > start;
    let before = read;
    if with_year {
        if let Some(after) = past_lunar(tokens, read.next) {
            read.date.lunar = true;
            read.next = after;
        } else {
            parts::after_year(tokens, &mut read);
        }
    }
    read.date.lunar |= lunar.is_some();
    let in_month = month(tokens, &mut read);
    let in_day = day(tokens, &mut read, with_year || in_month || dated);
    if in_day {
        times::clock(tokens, &mut read);
    }
    if in_month && !in_day {
        parts::after_month(tokens, &mut read);
    }
    if with_year && !in_month && !in_day {
        parts::festival(tokens, &mut read);
    }
    // `50年` alone counts years; `50年9月` is a date.
    let short = matches!(before.date.year, Year::Short(_)) && !in_month;
    (!short && (with_year || in_month || in_day)).then_some(read)
}

/// Steps over `农历`, `旧历`, `음력`.
fn past_lunar(tokens: &Tokens, at: usize) -> Option<usize> {
    match (han(tokens, at), han(tokens, at + 1)) {
        (Some('农' | '農' | '阴' | '陰' | '旧' | '舊' | '夏'), Some('历' | '曆' | '暦')) => {
            Some(at + 2)
        }
        _ if tokens.words(at) == "음력" => Some(at + 1),
        _ => None,
    }
}

/// Returns the Chinese character at a token.
fn han(tokens: &Tokens, at: usize) -> Option<char> {
    match tokens.get(at)?.kind {
        Kind::Han(c) => Some(c),
        _ => None,
    }
}

fn month(tokens: &Tokens, read: &mut Read) -> bool {
    if let Some(month) = lunar_month(tokens, read.next) {
        read.date.lunar = true;
        read.date.month = Some(month);
        read.extend(tokens, read.next + 2);
        return true;
    }
    let Some(value) = small(tokens, read.next, 12) else { return false };
    if tokens
        .get(read.next)
        .is_some_and(|it| it.gap > Gap::Space && read.to > 0 && it.start > read.to)
    {
        return false;
    }
    let Some((next, to)) = marker(tokens, read.next + 1, &['月'], '월') else { return false };
    read.date.month = Some(value);
    (read.next, read.to) = (next, to);
    true
}

/// `正月`, `冬月`, `腊月`: the first and the last two months of the lunar year.
fn lunar_month(tokens: &Tokens, at: usize) -> Option<u8> {
    let month = match han(tokens, at)? {
        '正' => 1,
        '冬' => 11,
        '腊' | '臘' => 12,
        _ => return None,
    };
    (han(tokens, at + 1) == Some('月')).then_some(month)
}

/// Reads a day; without year and month only where it cannot be a number of days.
fn day(tokens: &Tokens, read: &mut Read, dated: bool) -> bool {
    // `初五`, and the other days of a lunar month without a marker.
    if dated
        && han(tokens, read.next) == Some('初')
        && let Some(value) = small(tokens, read.next + 1, 10)
    {
        read.date.lunar = true;
        read.date.day = Some(value);
        read.extend(tokens, read.next + 2);
        return true;
    }
    let Some(value) = small(tokens, read.next, 39) else { return false };
    let Some((next, to)) = marker(tokens, read.next + 1, &['日', '号', '號'], '일') else {
        let lunar =
            read.date.lunar && tokens.get(read.next).is_some_and(|it| it.kind == Kind::Numeral);
        if lunar && value <= 30 {
            read.date.day = Some(value);
            read.extend(tokens, read.next + 1);
        }
        return lunar && value <= 30;
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

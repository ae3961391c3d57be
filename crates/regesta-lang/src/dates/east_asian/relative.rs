//! East Asian days and months counted from the anchor's: `昨日`, `本月五日`, `上月`, `어제`, `지난달 15일`.

use super::super::reading::{Counted, Partial, Toward};
use super::{Read, day, han, parts};
use crate::calendars::DateWord;
use crate::tokens::{Gap, Kind, Tokens};

/// Reads a counted day or month that begins at a token.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Read> {
    match tokens.get(at)?.kind {
        Kind::Han(_) => chinese_day(tokens, at)
            .or_else(|| chinese_month(tokens, at))
            .or_else(|| chinese_weekday(tokens, at)),
        Kind::Hangul => korean(tokens, at),
        _ => None,
    }
}

fn counted(tokens: &Tokens, at: usize, next: usize, counted: Counted) -> Read {
    let mut read = Read::at(tokens, at);
    read.date = Partial::of_counted(counted);
    read.extend(tokens, next);
    read
}

/// `昨日`, `今天`, `明天`, `前天`, `后天`; `本日`.
fn chinese_day(tokens: &Tokens, at: usize) -> Option<Read> {
    let day = han(tokens, at + 1)?;
    let by = match (han(tokens, at)?, day) {
        ('昨', '日' | '天' | '晚') => -1,
        ('今', '日' | '天' | '晚' | '晨') | ('本', '日') => 0,
        ('明', '天' | '晨' | '晚') => 1,
        // `明日` may begin a name (`明日香`) as little as `今日`: it is a day.
        ('明', '日') => 1,
        ('前', '日' | '天') if begins_words(tokens, at) => -2,
        ('后' | '後', '天') => 2,
        _ => return None,
    };
    // The half of the day belongs to the time: `昨晚八时`.
    let half = matches!(day, '晚' | '晨');
    Some(counted(tokens, at, at + 2 - usize::from(half), Counted::Days(by)))
}

/// `以前天`, `三天前日`: after another character `前` closes what is before it.
fn begins_words(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at).is_some_and(|it| it.gap > Gap::None)
        || tokens.before(at).is_none_or(|it| matches!(it.kind, Kind::Mark(_)))
}

/// `本月五日`, `上月`, `下个月`.
fn chinese_month(tokens: &Tokens, at: usize) -> Option<Read> {
    let by = match han(tokens, at)? {
        '本' | '今' => 0,
        '上' => -1,
        '下' | '来' | '來' => 1,
        _ => return None,
    };
    let word = at + 1 + usize::from(matches!(han(tokens, at + 1), Some('个' | '個')));
    (han(tokens, word) == Some('月')).then_some(())?;
    Some(in_month(tokens, counted(tokens, at, word + 1, Counted::Months(by))))
}

fn in_month(tokens: &Tokens, mut read: Read) -> Read {
    if !day(tokens, &mut read, true) {
        parts::after_month(tokens, &mut read);
    }
    read
}

/// `上星期三`, `本周五`, `下周一`.
fn chinese_weekday(tokens: &Tokens, at: usize) -> Option<Read> {
    let toward = match han(tokens, at)? {
        '本' => Toward::This,
        '上' => Toward::Last,
        '下' => Toward::Next,
        _ => return None,
    };
    let word = at + 1 + usize::from(matches!(han(tokens, at + 1), Some('个' | '個')));
    let next = match (han(tokens, word), han(tokens, word + 1)) {
        (Some('周' | '週'), _) => word + 1,
        (Some('星'), Some('期')) | (Some('礼'), Some('拜')) => word + 2,
        _ => return None,
    };
    let day = match tokens.words(next) {
        "一" => 1,
        "二" => 2,
        "三" => 3,
        "四" => 4,
        "五" => 5,
        "六" => 6,
        "日" | "天" => 7,
        _ => return None,
    };
    Some(counted(tokens, at, next + 1, Counted::Weekday(day, toward)))
}

/// `어제`, `오늘`, `지난달 15일`, `이달 초순`.
fn korean(tokens: &Tokens, at: usize) -> Option<Read> {
    let token = tokens.get(at)?;
    let words = tokens.words(at);
    let (word, length) = match token.entry.and_then(|it| it.date) {
        Some(word) => (word, words.len()),
        None => with_particle(words)?,
    };
    let by = match word {
        DateWord::Day(by) => Counted::Days(i16::from(by)),
        DateWord::Month(by) => Counted::Months(by),
        _ => return None,
    };
    let mut read = counted(tokens, at, at + 1, by);
    read.to = token.start + length;
    if matches!(by, Counted::Months(_)) && length == words.len() {
        read = in_month(tokens, read);
    }
    Some(read)
}

/// `어제의`, `오늘은`: a word with one particle written on.
fn with_particle(words: &str) -> Option<(DateWord, usize)> {
    const PARTICLES: [&str; 8] = ["의", "은", "는", "에", "도", "부터", "까지", "날"];
    let name = PARTICLES.iter().find_map(|it| words.strip_suffix(it))?;
    Some((crate::lexicon::look_up(name)?.date?, name.len()))
}

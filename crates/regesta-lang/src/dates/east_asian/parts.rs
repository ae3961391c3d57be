//! What stands after an East Asian year or month: `前后`, `底以前`, `上旬`, `上半年`, `第一季度`, `春`, `초순`, `상반기`, festivals.

use std::sync::LazyLock;

use super::super::reading::Part;
use super::{Read, han, number};
use crate::tables::rows;
use crate::tokens::{Gap, Kind, Tokens};

fn matches_at(tokens: &Tokens, read: &Read, words: &str) -> bool {
    tokens.text.get(read.to..).is_some_and(|it| it.trim_start_matches(' ').starts_with(words))
}

/// Takes in words that stand right after what is read.
fn take(tokens: &Tokens, read: &mut Read, words: &str) -> bool {
    if !matches_at(tokens, read, words) {
        return false;
    }
    let rest = tokens.text.get(read.to..).unwrap_or_default();
    read.to += rest.len() - rest.trim_start_matches(' ').len() + words.len();
    while tokens.get(read.next).is_some_and(|it| it.end <= read.to) {
        read.next += 1;
    }
    // A word that goes on after what was taken is read no further.
    if tokens.get(read.next).is_some_and(|it| it.start < read.to) {
        read.next += 1;
    }
    true
}

fn take_one<T: Copy>(tokens: &Tokens, read: &mut Read, list: &[(&str, T)]) -> Option<T> {
    list.iter().find(|(words, _)| take(tokens, read, words)).map(|(_, value)| *value)
}

const HALVES: [(&str, Part); 14] = [
    ("上半年", Part::FirstHalf),
    ("下半年", Part::SecondHalf),
    ("前半年", Part::FirstHalf),
    ("后半年", Part::SecondHalf),
    ("後半年", Part::SecondHalf),
    ("상반기", Part::FirstHalf),
    ("하반기", Part::SecondHalf),
    ("상반년", Part::FirstHalf),
    ("하반년", Part::SecondHalf),
    ("1/4분기", Part::Quarter(1)),
    ("1분기", Part::Quarter(1)),
    ("2분기", Part::Quarter(2)),
    ("3분기", Part::Quarter(3)),
    ("4분기", Part::Quarter(4)),
];

const SEASONS: [(&str, u8); 16] = [
    ("春季", 21),
    ("夏季", 22),
    ("秋季", 23),
    ("冬季", 24),
    ("春天", 21),
    ("夏天", 22),
    ("秋天", 23),
    ("冬天", 24),
    ("春", 21),
    ("夏", 22),
    ("秋", 23),
    ("冬", 24),
    ("봄", 21),
    ("여름", 22),
    ("가을", 23),
    ("겨울", 24),
];

/// Reads `前后`, `底以前`, `上半年`, `第三季度`, `秋`, `말` after a year.
pub(super) fn after_year(tokens: &Tokens, read: &mut Read) {
    let Some(token) = tokens.get(read.next).filter(|it| it.gap <= Gap::Space) else { return };
    if !matches!(token.kind, Kind::Han(_) | Kind::Hangul | Kind::Digits(..)) {
        return;
    }
    if let Kind::Digits(..) = token.kind {
        quarter_of_four(tokens, read);
        return;
    }
    if let Some(part) = take_one(tokens, read, &HALVES).or_else(|| quarter(tokens, read)) {
        read.date.part = Some(part);
    } else if let Some(season) = take_one(tokens, read, &SEASONS) {
        read.date.season = Some(season);
    } else if take_one(
        tokens,
        read,
        &[("前后", ()), ("前後", ()), ("左右", ()), ("경", ()), ("무렵", ())],
    )
    .is_some()
    {
        read.date.approximate = true;
    } else if take_one(
        tokens,
        read,
        &[
            ("底以前", ()),
            ("底之前", ()),
            ("底前", ()),
            ("末以前", ()),
            ("末前", ()),
            ("말까지", ()),
        ],
    )
    .is_some()
    {
        read.until = true;
    } else if take_one(
        tokens,
        read,
        &[
            ("年底", ()),
            ("年初", ()),
            ("底", ()),
            ("末", ()),
            ("初", ()),
            ("年中", ()),
            ("초", ()),
            ("말", ()),
            ("중반", ()),
        ],
    )
    .is_some()
    {
        read.date.approximate = true;
    }
}

/// `第一季度`, `第3季度`.
fn quarter(tokens: &Tokens, read: &mut Read) -> Option<Part> {
    let first = read.next + usize::from(han(tokens, read.next) == Some('第'));
    let (value, _) = number(tokens, first)?;
    let quarter = u8::try_from(value).ok().filter(|it| (1..=4).contains(it))?;
    (han(tokens, first + 1) == Some('季')).then_some(())?;
    let whole = usize::from(matches!(han(tokens, first + 2), Some('度')));
    read.extend(tokens, first + 2 + whole);
    Some(Part::Quarter(quarter))
}

/// `3/4분기`, `3·4 분기`, `3분기`.
fn quarter_of_four(tokens: &Tokens, read: &mut Read) {
    let Some((value @ 1..=4, 1)) = tokens.digits(read.next) else { return };
    let mut next = read.next + 1;
    if matches!(tokens.glued_mark(next), Some('/' | '·' | '.'))
        && tokens.glued_digits(next + 1) == Some((4, 1))
    {
        next += 2;
    }
    if tokens.words(next).starts_with("분기") {
        read.date.part = Some(Part::Quarter(value as u8));
        read.extend(tokens, next + 1);
        let start = tokens.get(next).map_or(read.to, |it| it.start);
        read.to = start + "분기".len();
    } else if han(tokens, read.next + 1) == Some('季') {
        read.date.part = Some(Part::Quarter(value as u8));
        let whole = usize::from(han(tokens, read.next + 2) == Some('度'));
        read.extend(tokens, read.next + 2 + whole);
    }
}

const PARTS: [(&str, Part); 16] = [
    ("上旬", Part::FirstThird),
    ("中旬", Part::SecondThird),
    ("下旬", Part::LastThird),
    ("初旬", Part::FirstThird),
    ("상순", Part::FirstThird),
    ("초순", Part::FirstThird),
    ("중순", Part::SecondThird),
    ("하순", Part::LastThird),
    ("上半月", Part::FirstHalf),
    ("下半月", Part::SecondHalf),
    ("月初", Part::Early),
    ("月底", Part::Late),
    ("初", Part::Early),
    ("底", Part::Late),
    ("末", Part::Late),
    ("초", Part::Early),
];

/// Reads `上旬`, `初`, `底`, `间`, `하순`, `말` after a month.
pub(super) fn after_month(tokens: &Tokens, read: &mut Read) {
    let Some(token) = tokens.get(read.next).filter(|it| it.gap <= Gap::Space) else { return };
    if !matches!(token.kind, Kind::Han(_) | Kind::Hangul) {
        return;
    }
    if take_one(
        tokens,
        read,
        &[("底以前", ()), ("底前", ()), ("末以前", ()), ("末前", ()), ("말까지", ())],
    )
    .is_some()
    {
        read.until = true;
    } else if let Some(part) = take_one(tokens, read, &PARTS) {
        read.date.part = Some(part);
    } else if take(tokens, read, "말") {
        read.date.part = Some(Part::Late);
    } else if take_one(
        tokens,
        read,
        &[
            ("间", ()),
            ("間", ()),
            ("前后", ()),
            ("前後", ()),
            ("左右", ()),
            ("경", ()),
            ("간", ()),
            ("무렵", ()),
        ],
    )
    .is_some()
    {
        read.date.approximate = true;
    }
}

/// A festival: its name, month, day and whether they are of the lunar calendar.
struct Festival {
    name: &'static str,
    month: u8,
    day: u8,
    lunar: bool,
}

static FESTIVALS: LazyLock<Vec<Festival>> = LazyLock::new(|| {
    let read = |row: Vec<&'static str>| {
        let [names, month, day, calendar, ..] = row[..] else { return Vec::new() };
        let (Ok(month), Ok(day)) = (month.parse(), day.parse()) else { return Vec::new() };
        let lunar = calendar == "lunar";
        names.split(' ').map(|name| Festival { name, month, day, lunar }).collect()
    };
    let mut res: Vec<Festival> =
        rows(include_str!("../../../../../data/festivals.tsv")).flat_map(read).collect();
    res.sort_by_key(|it| std::cmp::Reverse(it.name.len()));
    res
});

/// Reads a festival after a year: `1951年春节`, `今年国庆节`, `1950년 추석`.
pub(super) fn festival(tokens: &Tokens, read: &mut Read) {
    if read.date.part.is_some() || read.date.season.is_some() && !matches_at(tokens, read, "节") {
        return;
    }
    if read.date.season == Some(21) && take_one(tokens, read, &[("节", ()), ("節", ())]).is_some()
    {
        read.date.season = None;
        (read.date.month, read.date.day, read.date.lunar) = (Some(1), Some(1), true);
        return;
    }
    let Some(it) = FESTIVALS.iter().find(|it| matches_at(tokens, read, it.name)) else { return };
    take(tokens, read, it.name);
    (read.date.month, read.date.day, read.date.lunar) = (Some(it.month), Some(it.day), it.lunar);
}

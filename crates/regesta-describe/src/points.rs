//! Numbered points: the numbers of a list at any depth, and the sentences under each.

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use regesta_model::Span;

use crate::{prose::Sentence, vocabulary};

/// How the number of a point is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// `1.`
    Stop,
    /// `1)`
    Closed,
    /// `(1)`
    Bracketed,
    /// `a)`, `(a)`, `а)`
    Letter,
    /// `II.`
    Roman,
    /// `(ii)`, `ii)`
    SmallRoman,
    /// `1.2.`, `1.2.3`: how many numbers stand before the last
    Decimal(u8),
    /// `一、`
    Han,
    /// `（一）`
    HanBracketed,
    /// `第一，`, `第一条`, `Article 1.`, `Пункт 1.`
    Named,
    /// `①`
    Circled,
    /// `가.`, `가)`
    Hangul,
    /// `(가)`
    HangulBracketed,
}

/// The number that opens a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) style: Style,
    pub(crate) number: u32,
    /// Bytes from the start of the words to the end of the number.
    pub(crate) len: usize,
}

/// A point of a list.
#[derive(Clone, Debug)]
pub(crate) struct Point {
    /// Its number as the document counts: `2`, `1(3)`.
    pub(crate) item: String,
    /// Which list it belongs to, over all texts; sub-points belong to the list of their point.
    pub(crate) list: usize,
    /// 0 for a point of the list itself, 1 for its sub-points.
    pub(crate) depth: usize,
    /// Its sentences, by place.
    pub(crate) sentences: Range<usize>,
    /// Where its words begin, after the number.
    pub(crate) body: u32,
    /// All its words.
    pub(crate) span: Span,
}

const HAN: &str = "一二三四五六七八九";
const HANGUL: &str = "가나다라마바사아자차카타파하";

/// Words before the number of an article or a point, and those after it.
static WORDS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let table = vocabulary::rows(include_str!("../../../data/point_words.tsv"));
    table.filter_map(|row| Some((*row.get(1)?, *row.get(2)?))).collect()
});

/// Reads the number that opens a point.
pub(crate) fn marker(words: &str) -> Option<Marker> {
    let lead = words.len() - words.trim_start_matches(['"', '“', '«', '*', '#', ' ']).len();
    let rest = words.get(lead..)?;
    let (style, number, len) = bracketed(rest)
        .or_else(|| named(rest))
        .or_else(|| counted(rest))
        .or_else(|| lettered(rest))?;
    Some(Marker { style, number, len: lead + len })
}

/// `(1)`, `（一）`, `(a)`, `①`
fn bracketed(words: &str) -> Option<(Style, u32, usize)> {
    let first = words.chars().next()?;
    if ('①'..='⑳').contains(&first) {
        return Some((Style::Circled, first as u32 - '①' as u32 + 1, first.len_utf8()));
    }
    let inner = words.strip_prefix(['(', '（'])?;
    let close = inner.char_indices().take(5).find(|(_, it)| matches!(it, ')' | '）'))?.0;
    let label = inner.get(..close)?;
    let len = words.len() - inner.len() + close + inner.get(close..)?.chars().next()?.len_utf8();
    if let Some((number, all)) = digits(label) {
        return (all == label.len()).then_some((Style::Bracketed, number, len));
    }
    if let Some(number) = han(label) {
        return Some((Style::HanBracketed, number, len));
    }
    if let Some(number) = syllable(label) {
        return Some((Style::HangulBracketed, number, len));
    }
    let roman = || Some((Style::SmallRoman, small_roman(label)?, len));
    letter(label).map(|it| (Style::Letter, it, len)).or_else(roman)
}

/// `第一条`, `第二，`, `Article 3.`, `제3조`
fn named(words: &str) -> Option<(Style, u32, usize)> {
    if let Some(rest) = words.strip_prefix('第') {
        let figures = digits(rest);
        let label: String =
            rest.chars().take_while(|it| HAN.contains(*it) || *it == '十').collect();
        let (number, len) = figures.or_else(|| Some((han(&label)?, label.len())))?;
        let after = rest.get(len..)?.chars().next()?;
        let closes = matches!(after, '，' | '、' | '条' | '條' | '：' | ',');
        let len = '第'.len_utf8() + len + after.len_utf8();
        return closes.then_some((Style::Named, number, len));
    }
    WORDS.iter().find_map(|(before, after)| {
        let rest = words.strip_prefix(before)?;
        let blank = rest.len() - rest.trim_start().len();
        let (number, len) = digits(rest.get(blank..)?)?;
        let end = before.len() + blank + len;
        let rest = words.get(end..)?;
        let end = end + rest.strip_prefix(after).map(|_| after.len())?;
        let rest = words.get(end..)?;
        let stop = rest.chars().next().filter(|it| ".:)—–".contains(*it));
        // A heading of its own line needs no stop.
        let closes = stop.is_some() || rest.is_empty() || !after.is_empty();
        closes.then_some((Style::Named, number, end + stop.map_or(0, char::len_utf8)))
    })
}

/// `1.`, `2)`, `一、`, `IV.`
fn counted(words: &str) -> Option<(Style, u32, usize)> {
    if let Some((number, len)) = digits(words) {
        let after = words.get(len..)?;
        let stop = after.chars().next()?;
        let next = after.chars().nth(1);
        let style = match stop {
            '.' | '．' | '、' => Style::Stop,
            ')' | '）' => Style::Closed,
            _ => return None,
        };
        let goes_on = next.is_none_or(|it| it.is_ascii_digit() || it == '.');
        if goes_on && stop == '.' {
            return decimal(words);
        }
        return (!goes_on && number < 100).then_some((style, number, len + stop.len_utf8()));
    }
    let label: String = words.chars().take_while(|it| HAN.contains(*it) || *it == '十').collect();
    if !label.is_empty() {
        let stop = words.get(label.len()..)?.chars().next()?;
        let number = han(&label).filter(|_| matches!(stop, '、' | '．' | '.'))?;
        return Some((Style::Han, number, label.len() + stop.len_utf8()));
    }
    let label: String = words.chars().take_while(|it| "IVX".contains(*it)).collect();
    let after = words.get(label.len()..)?;
    (after.starts_with(". ")).then_some((Style::Roman, roman(&label)?, label.len() + 1))
}

/// `1.2.`, `1.2.3 Title`: a capital or a stop follows, or it is a quantity or a day.
fn decimal(words: &str) -> Option<(Style, u32, usize)> {
    const DEEPEST: u8 = 3;
    let (mut number, mut len) = digits(words)?;
    let mut depth = 0;
    while let Some((next, more)) = words.get(len..)?.strip_prefix('.').and_then(digits) {
        (number, len, depth) = (next, len + 1 + more, depth + 1);
    }
    let rest = words.get(len..)?;
    let stop = rest.chars().next().filter(|it| matches!(it, '.' | ')'));
    let after = rest.get(stop.map_or(0, char::len_utf8)..)?;
    let first = after.trim_start().chars().next()?;
    let apart = after.starts_with(char::is_whitespace) && first.is_alphabetic();
    let fits = (1..=DEEPEST).contains(&depth) && apart && !first.is_lowercase();
    fits.then_some((Style::Decimal(depth), number, len + stop.map_or(0, char::len_utf8)))
}

/// `a)`, `б)`, `가.`, `ii)`
fn lettered(words: &str) -> Option<(Style, u32, usize)> {
    let first = words.chars().next()?;
    let rest = words.get(first.len_utf8()..)?;
    let len = first.len_utf8();
    if let Some(number) = syllable(words.get(..len)?) {
        let stops = rest.starts_with(". ") || rest.starts_with(')');
        return stops.then_some((Style::Hangul, number, len + 1));
    }
    let single = letter(words.get(..len)?).filter(|_| rest.starts_with(')'));
    single.map(|number| (Style::Letter, number, len + 1)).or_else(|| {
        let label = words.get(..words.find(')').filter(|it| *it < 6)?)?;
        Some((Style::SmallRoman, small_roman(label)?, label.len() + 1))
    })
}

/// `가` is the first, `나` the second.
fn syllable(label: &str) -> Option<u32> {
    let mut letters = label.chars();
    let syllable = letters.next().filter(|_| letters.next().is_none())?;
    Some(HANGUL.chars().position(|it| it == syllable)? as u32 + 1)
}

fn small_roman(label: &str) -> Option<u32> {
    label.bytes().all(|it| b"ivx".contains(&it)).then(|| roman(&label.to_ascii_uppercase()))?
}

/// One figure or two, of half or full width.
fn digits(words: &str) -> Option<(u32, usize)> {
    let (mut number, mut len, mut count) = (0, 0, 0);
    for c in words.chars() {
        let wide = ('０'..='９').contains(&c).then(|| c as u32 - '０' as u32);
        let Some(digit) = c.to_digit(10).or(wide) else { break };
        (number, len, count) = (number * 10 + digit, len + c.len_utf8(), count + 1);
        if count > 2 {
            return None;
        }
    }
    (count > 0).then_some((number, len))
}

fn letter(label: &str) -> Option<u32> {
    let mut letters = label.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    match letter {
        'a'..='z' => Some(letter as u32 - 'a' as u32 + 1),
        'A'..='Z' => Some(letter as u32 - 'A' as u32 + 1),
        'а'..='и' => Some(letter as u32 - 'а' as u32 + 1),
        'к'..='я' => Some(letter as u32 - 'а' as u32),
        _ => None,
    }
}

fn han(label: &str) -> Option<u32> {
    let digit = |it: char| HAN.chars().position(|han| han == it).map(|at| at as u32 + 1);
    let mut value = 0;
    for it in label.chars() {
        value = match (it, digit(it)) {
            ('十', _) => value.max(1) * 10,
            (_, Some(digit)) => value + digit,
            _ => return None,
        };
    }
    (1..100).contains(&value).then_some(value)
}

fn roman(label: &str) -> Option<u32> {
    const NUMBERS: [&str; 12] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    NUMBERS.iter().position(|it| *it == label).map(|it| it as u32 + 1)
}

/// An open level of a list.
struct Level {
    style: Style,
    number: u32,
    label: String,
}

/// Finds the points of all lists among these sentences; lists of a single point are none.
pub(crate) fn points(text: &str, sentences: &[Sentence]) -> Vec<Point> {
    let mut res: Vec<Point> = Vec::new();
    let mut levels: Vec<Level> = Vec::new();
    let (mut list, mut last) = (0, None::<usize>);
    for (at, sentence) in sentences.iter().enumerate() {
        let words = sentence.span.of(text);
        let Some(found) = marker(words) else { continue };
        let before = last.and_then(|it: usize| sentences.get(it));
        if before.is_some_and(|it| it.text != sentence.text) {
            levels.clear();
        }
        let passages = before.map_or(0, |it| sentence.passage.saturating_sub(it.passage));
        let introduced = at > 0
            && sentences.get(at - 1).is_some_and(|it| it.span.of(text).ends_with([':', '：']));
        if !step(&mut levels, found, passages <= 1 || introduced, &mut list) {
            continue;
        }
        last = Some(at);
        let item = levels.iter().map(|it| it.label.as_str()).collect();
        let body = sentence.span.start + found.len as u32;
        let depth = levels.len().saturating_sub(1);
        let span = sentence.span;
        res.push(Point { item, list, depth, sentences: at..at + 1, body, span });
    }
    extend(sentences, &mut res);
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for it in res.iter().filter(|it| it.depth == 0) {
        *counts.entry(it.list).or_default() += 1;
    }
    res.retain(|it| counts.get(&it.list).is_some_and(|it| *it > 1));
    res
}

/// Takes a number into the open levels: the next of a level, or the first of a new one; says whether it counts.
fn step(levels: &mut Vec<Level>, mut found: Marker, near: bool, list: &mut usize) -> bool {
    let lettered = |levels: &[Level]| {
        levels.iter().any(|it| it.style == Style::Letter && it.number + 1 == found.number)
    };
    if found.style == Style::Letter
        && let Some(number) = [(9, 1), (22, 5), (24, 10)].iter().find(|it| it.0 == found.number)
        && !lettered(levels)
    {
        // `i`, `v` and `x` go on with letters only after `h`, `u` and `w`.
        (found.style, found.number) = (Style::SmallRoman, number.1);
    }
    let next = |it: &Level| {
        it.style == found.style && (1..=2).contains(&found.number.saturating_sub(it.number))
    };
    if let Some(place) = levels.iter().rposition(next) {
        levels.truncate(place + 1);
    } else if found.number == 1 {
        let same = levels.iter().position(|it| it.style == found.style);
        match same {
            Some(place) => levels.truncate(place),
            None if !near => levels.clear(),
            None => (),
        }
        if levels.is_empty() {
            *list += 1;
        }
        levels.push(Level { style: found.style, number: 0, label: String::new() });
    } else {
        return false;
    }
    let nested = levels.len() > 1;
    if let Some(level) = levels.last_mut() {
        level.number = found.number;
        let number = match found.style {
            Style::Letter => char::from_u32('a' as u32 + found.number - 1).map(String::from),
            _ => None,
        };
        let number = number.unwrap_or_else(|| found.number.to_string());
        level.label = match found.style {
            Style::Decimal(_) if nested => format!(".{number}"),
            _ if nested => format!("({number})"),
            _ => number,
        };
    }
    true
}

/// A point goes on to the next one or to the end of its passage; the last one inside a passage is a single sentence.
fn extend(sentences: &[Sentence], points: &mut [Point]) {
    for place in 0..points.len() {
        let next = points.get(place + 1).map_or(sentences.len(), |it| it.sentences.start);
        let Some(point) = points.get_mut(place) else { continue };
        let Some(first) = sentences.get(point.sentences.start) else { continue };
        let rest = sentences.get(point.sentences.start..next).unwrap_or_default();
        let inside = rest.iter().take_while(|it| it.passage == first.passage).count();
        let followed = sentences.get(next).is_some_and(|it| it.passage == first.passage);
        if first.opens || followed {
            point.sentences.end = point.sentences.start + inside.max(1);
            if let Some(last) = sentences.get(point.sentences.end - 1) {
                point.span = first.span.join(last.span);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Option<(Style, u32, &str)> {
        marker(words).map(|it| (it.style, it.number, words.get(it.len..).unwrap_or_default()))
    }

    #[test]
    fn numbers_of_every_style_are_read() {
        for (words, style, number) in [
            ("3. Boats", Style::Stop, 3),
            ("３．船只", Style::Stop, 3),
            ("(ii) Boats", Style::SmallRoman, 2),
            ("iv) Boats", Style::SmallRoman, 4),
            ("б) суда", Style::Letter, 2),
            ("1.2. Суда", Style::Decimal(1), 2),
            ("2.3.1 Boats", Style::Decimal(2), 1),
            ("(나) 배", Style::HangulBracketed, 2),
            ("제3조 배", Style::Named, 3),
            ("第3条 船只", Style::Named, 3),
            ("Article 3", Style::Named, 3),
            ("Điều 3. Tàu", Style::Named, 3),
        ] {
            let found = read(words);
            assert_eq!(found.map(|it| (it.0, it.1)), Some((style, number)), "{words}");
        }
    }

    #[test]
    fn quantities_and_days_open_no_point() {
        for words in
            ["1.5 million tons", "5.3.1952 the boats", "12.4.52 г.", "100. Boats", "mid) way"]
        {
            assert_eq!(read(words), None, "{words}");
        }
    }
}

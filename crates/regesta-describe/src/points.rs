//! Numbered points: the numbers of a list at any depth, and the sentences under each.

use std::{collections::HashMap, ops::Range};

use regesta_model::Span;

use crate::prose::Sentence;

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
    /// `一、`
    Han,
    /// `（一）`
    HanBracketed,
    /// `第一，`, `第一条`, `Article 1.`, `Пункт 1.`
    Named,
    /// `①`
    Circled,
    /// `가.`
    Hangul,
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
const WORDS: [&str; 9] =
    ["Article", "Art.", "Point", "Пункт", "Статья", "Artikel", "Punkt", "§", "제"];

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
    if let Ok(number) = label.parse::<u32>() {
        return (number < 100).then_some((Style::Bracketed, number, len));
    }
    if let Some(number) = han(label) {
        return Some((Style::HanBracketed, number, len));
    }
    Some((Style::Letter, letter(label)?, len))
}

/// `第一条`, `第二，`, `Article 3.`
fn named(words: &str) -> Option<(Style, u32, usize)> {
    if let Some(rest) = words.strip_prefix('第') {
        let digits: String =
            rest.chars().take_while(|it| HAN.contains(*it) || *it == '十').collect();
        let after = rest.get(digits.len()..)?.chars().next()?;
        let closes = matches!(after, '，' | '、' | '条' | '條' | '：' | ',');
        let len = '第'.len_utf8() + digits.len() + after.len_utf8();
        return Some((Style::Named, han(&digits).filter(|_| closes)?, len));
    }
    let word = WORDS.iter().find(|it| words.starts_with(**it))?;
    let rest = words.get(word.len()..)?;
    let blank = rest.len() - rest.trim_start().len();
    let (number, digits) = digits(rest.get(blank..)?)?;
    let after = rest.get(blank + digits..)?;
    let stop = after.chars().next().filter(|it| ".:)조".contains(*it))?;
    Some((Style::Named, number, word.len() + blank + digits + stop.len_utf8()))
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

/// `a)`, `б)`, `가.`
fn lettered(words: &str) -> Option<(Style, u32, usize)> {
    let first = words.chars().next()?;
    let rest = words.get(first.len_utf8()..)?;
    if let Some(place) = HANGUL.chars().position(|it| it == first) {
        return rest.starts_with(". ").then_some((
            Style::Hangul,
            place as u32 + 1,
            first.len_utf8() + 1,
        ));
    }
    let number = letter(words.get(..first.len_utf8())?)?;
    rest.starts_with(')').then_some((Style::Letter, number, first.len_utf8() + 1))
}

fn digits(words: &str) -> Option<(u32, usize)> {
    let len = words.bytes().take_while(u8::is_ascii_digit).count();
    let number = words.get(..len).filter(|_| (1..3).contains(&len))?.parse().ok()?;
    Some((number, len))
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
fn step(levels: &mut Vec<Level>, found: Marker, near: bool, list: &mut usize) -> bool {
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
        level.label = if nested { format!("({number})") } else { number };
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

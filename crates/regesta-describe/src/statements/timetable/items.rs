//! Finds the points of a text one after the other: `(1) ... (2) ...`, `1. ...`, `а) ...`, `一、...`, `First stage: ...`.

use std::sync::LazyLock;

use regesta_model::Span;
use regex::Regex;

use crate::patterns::compile;

/// One point: its number as written, the words after it, and all its words.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) number: Option<String>,
    pub(super) body: Span,
    pub(super) span: Span,
}

/// How a point is numbered: points of one list are numbered in one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Bracketed,
    Figure,
    Letter,
    Han,
    Stage,
}

struct Mark {
    style: Style,
    value: u32,
    span: Span,
    number: Option<String>,
}

/// Returns the lists of points of these passages, each list in order; `passages` are the paragraphs of one text.
pub(super) fn lists(text: &str, passages: &[Span], stage: &Regex) -> Vec<Vec<Item>> {
    let mut marks: Vec<(Mark, usize)> = Vec::new();
    for (place, passage) in passages.iter().enumerate() {
        marks.extend(marks_in(text, *passage, stage).into_iter().map(|it| (it, place)));
    }
    let mut res: Vec<Vec<Item>> = Vec::new();
    let mut open: Vec<(Style, u32, usize)> = Vec::new();
    for (at, (mark, place)) in marks.iter().enumerate() {
        let next = marks.get(at + 1).filter(|(_, other)| other == place);
        let end = next
            .map_or(passages.get(*place).map_or(mark.span.end, |it| it.end), |(it, _)| {
                it.span.start
            });
        let span = Span { start: mark.span.start, end }.trimmed(text);
        let body = Span { start: mark.span.end.min(span.end), end: span.end }.trimmed(text);
        let item = Item { number: mark.number.clone(), body, span };
        let follows = |(style, value, list): &(Style, u32, usize)| {
            (*style == mark.style && (*value + 1 == mark.value || mark.value == 0)).then_some(*list)
        };
        let list = open.iter().rev().find_map(follows).filter(|_| mark.value != 1);
        match list {
            Some(list) => {
                open.retain(|(style, _, other)| *other != list && *style != mark.style);
                open.push((mark.style, mark.value, list));
                if let Some(list) = res.get_mut(list) {
                    list.push(item);
                }
            }
            None => {
                open.retain(|(style, ..)| *style != mark.style);
                open.push((mark.style, mark.value, res.len()));
                res.push(vec![item]);
            }
        }
    }
    res
}

fn marks_in(text: &str, passage: Span, stage: &Regex) -> Vec<Mark> {
    static MARK: LazyLock<Regex> = LazyLock::new(|| {
        compile(
            r"(?:^|\n|[.;:。；：]\s*)\s*(?P<mark>[(（](?P<bracketed>\d{1,2})[)）]|(?P<figure>\d{1,2})(?:[.)]\s|[.)、](?:\p{Han}|\p{Hangul}))|(?P<letter>[a-hа-з])\)|[(（]?(?P<han>[一二三四五六七八九十]{1,2})[、)）.])",
        )
    });
    let words = passage.of(text);
    let mut res: Vec<Mark> = Vec::new();
    for found in MARK.captures_iter(words) {
        let Some(whole) = found.name("mark") else { continue };
        let group = |name: &str| found.name(name).map(|it| it.as_str());
        let (style, value, shown) = match () {
            () if group("bracketed").is_some() => {
                (Style::Bracketed, figure(group("bracketed")), group("bracketed"))
            }
            () if group("figure").is_some() => {
                (Style::Figure, figure(group("figure")), group("figure"))
            }
            () if group("letter").is_some() => {
                (Style::Letter, letter(group("letter")), group("letter"))
            }
            () => (Style::Han, han(group("han")), group("han")),
        };
        let end =
            whole.start() + whole.as_str().trim_end_matches(|it: char| it.is_alphabetic()).len();
        let end = if style == Style::Han || style == Style::Letter { whole.end() } else { end };
        if value > 0 {
            let span = Span {
                start: passage.start + whole.start() as u32,
                end: passage.start + end as u32,
            };
            res.push(Mark { style, value, span, number: shown.map(str::to_owned) });
        }
    }
    if res.is_empty() {
        res = stages(passage, words, stage);
    }
    res
}

/// Stages that are named one after the other: each at the beginning of a clause (`On the second stage, ...`), the first of a
/// paragraph at its beginning.
fn stages(passage: Span, words: &str, stage: &Regex) -> Vec<Mark> {
    const LEAD: usize = 14;
    let mark = |at: usize| {
        let at = passage.start + at as u32;
        Mark { style: Style::Stage, value: 0, span: Span { start: at, end: at }, number: None }
    };
    let mut named = Vec::new();
    let mut first = None;
    for found in stage.find_iter(words) {
        first = first.or(Some(found.start()));
        let before = words.get(..found.start()).unwrap_or_default();
        let stop = before.rfind(['.', ';', ':', '。', '；', '：']);
        let begin = stop.map_or(0, |at| {
            at + before.get(at..).and_then(|it| it.chars().next()).map_or(1, char::len_utf8)
        });
        let lead = before.get(begin..).unwrap_or_default();
        let blank = lead.len() - lead.trim_start().len();
        let counted = found.as_str().contains(char::is_whitespace)
            || found.as_str().starts_with(['第', '首', '末', '제', '첫', '최', '마']);
        if counted && lead.trim().len() < LEAD {
            named.push(begin + blank);
        }
    }
    named.dedup();
    match named.as_slice() {
        [_, _, ..] => named.into_iter().map(mark).collect(),
        _ if first.is_some_and(|it| it < 12) => vec![mark(0)],
        _ => Vec::new(),
    }
}

fn figure(words: Option<&str>) -> u32 {
    words.and_then(|it| it.parse().ok()).unwrap_or_default()
}

fn letter(words: Option<&str>) -> u32 {
    let place = |letters: &str, it: char| letters.chars().position(|other| other == it);
    let it = words.and_then(|it| it.chars().next()).and_then(|it| it.to_lowercase().next());
    let found = it.and_then(|it| place("abcdefgh", it).or_else(|| place("абвгдежз", it)));
    found.map_or(0, |it| it as u32 + 1)
}

fn han(words: Option<&str>) -> u32 {
    let value = |it: char| {
        "一二三四五六七八九十".chars().position(|other| other == it).map_or(0, |it| it as u32 + 1)
    };
    let mut letters = words.unwrap_or_default().chars();
    match (letters.next(), letters.next()) {
        (Some('十'), Some(unit)) => 10 + value(unit),
        (Some(one), None) => value(one),
        (Some(ten), Some('十')) => 10 * value(ten),
        _ => 0,
    }
}

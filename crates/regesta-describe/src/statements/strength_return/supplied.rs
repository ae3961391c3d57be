//! Figures that only the words around them make a count: `a strength of 2,410, of whom 188 are officers`.

use std::sync::LazyLock;

use regesta_model::{NumberValue, Quantity, Span};
use regex::Regex;

use super::words::{Class, Role, Words, class};
use crate::{page::Page, passages::Passage, patterns::compile};

/// Most bytes between a figure and the words that make it one.
const NEAR: usize = 240;

/// Returns the counts of a passage that the record's quantities lack.
pub(super) fn read(
    page: &Page<'_>,
    passage: &Passage,
    words: &Words,
    known: &[Quantity],
) -> Vec<Quantity> {
    static FIGURE: LazyLock<Regex> = LazyLock::new(|| compile(r"\d{1,3}(?:[,. \u{a0}]\d{3})+|\d+"));
    let said = passage.span.of(page.text);
    if !words.say(Role::Part, said) {
        return Vec::new();
    }
    let start = |it: &Quantity| it.spans.first().map_or(u32::MAX, |it| it.start);
    let from = known.partition_point(|it| start(it) < passage.span.start);
    let to = known.partition_point(|it| start(it) < passage.span.end);
    let known = known.get(from..to).unwrap_or_default();
    let mut res = Vec::new();
    for found in FIGURE.find_iter(said) {
        let at = passage.span.start;
        let span = Span { start: at + found.start() as u32, end: at + found.end() as u32 };
        let taken = known.iter().flat_map(|it| &it.spans).any(|it| it.overlaps(span));
        let glued = said.get(found.end()..).and_then(|it| it.chars().next());
        if taken || page.is_dated(span) || glued.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let digits: String = found.as_str().chars().filter(char::is_ascii_digit).collect();
        let Ok(value) = digits.parse() else { continue };
        let (before, after) = (window(said, found.start(), true), window(said, found.end(), false));
        let Some((unit, end)) = unit(before, after, words, passage) else { continue };
        res.push(Quantity {
            value: NumberValue::Whole(value),
            unit,
            approximate: false,
            comparator: None,
            language: passage.language,
            spans: vec![Span { start: span.start, end: span.end + end as u32 }],
        });
    }
    res
}

/// The words near a place, before or after it.
fn window(said: &str, at: usize, before: bool) -> &str {
    let mut edge = if before { at.saturating_sub(NEAR) } else { (at + NEAR).min(said.len()) };
    while !said.is_char_boundary(edge) {
        edge = if before { edge + 1 } else { edge - 1 };
    }
    let near = if before { said.get(edge..at) } else { said.get(at..edge) }.unwrap_or_default();
    // Another sentence says nothing of this one's figures.
    let stop = |it: &str| [". ", ".\n", "。"].iter().filter_map(|stop| it.rfind(stop)).max();
    match stop(near).filter(|_| before) {
        Some(stop) => near.get(stop..).unwrap_or_default(),
        None => near,
    }
}

/// What a figure counts by the words around it, and how many bytes after it belong to it.
fn unit(before: &str, after: &str, words: &Words, passage: &Passage) -> Option<(String, usize)> {
    let opens = words.of(Role::Part).find(after).is_some_and(|it| {
        after.get(..it.start()).is_some_and(|it| !it.contains(char::is_alphanumeric))
    });
    let total = words.say(Role::Total, before) || words.say(Role::Cue, before);
    if opens && total {
        return Some(("person".to_owned(), 0));
    }
    let copula = words.of(Role::Copula).find(after)?;
    let bare = after.get(..copula.start())?;
    if bare.contains(char::is_alphanumeric) || !words.say(Role::Part, before) {
        return None;
    }
    let rest = after.get(copula.end()..)?;
    let end = rest.find([',', ';', '.', '\n', '，', '；', '。']).unwrap_or(rest.len());
    let noun = rest.get(..end)?.trim();
    let noun = noun.split_whitespace().next()?;
    let found = regesta_lang::quantities::normalize(&format!("5 {noun}"), passage.language)?;
    let close = copula.end() + rest.find(noun)? + noun.len();
    (class(&found.unit) == Some(Class::Person)).then_some((found.unit, close))
}

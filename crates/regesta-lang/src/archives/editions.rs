//! Reads where in a printed edition: `т. V, кн. 2, с. 141-147`, `1950, vol. VII, document 225`.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    chain::Item,
    cursor::{char_at, is_word_char, latin_value, skip, skip_gap},
    labels::{Scheme, label_at, label_of},
    leaves::leaves_at,
};

/// Reads the labelled parts that begin at this offset, in any order.
pub(super) fn places_at(text: &str, at: usize) -> Vec<Item> {
    let mut res: Vec<Item> = Vec::new();
    let mut next = at;
    while let Some(item) = place_at(text, next).filter(|it| !has(&res, it.label.part)) {
        let end = item.range.end;
        res.push(item);
        match skip_gap(text, end, 4, ",.;:，、") {
            Some(after) => next = after_aside(text, after),
            None => break,
        }
    }
    res.sort_by_key(|it| it.label.rank);
    res
}

fn has(items: &[Item], part: &str) -> bool {
    items.iter().any(|it| it.label.part == part)
}

/// Skips `(Winter 1995/1996)` and the stops after it.
fn after_aside(text: &str, at: usize) -> usize {
    static ASIDE: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^\([^()\n]{1,60}\)[\s,.:;]{0,3}").ok());
    let rest = text.get(at..).unwrap_or_default();
    at + ASIDE.as_ref().and_then(|it| it.find(rest)).map_or(0, |it| it.end())
}

fn place_at(text: &str, at: usize) -> Option<Item> {
    static VALUE: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^(?:[IVXLХ]{1,7}|[0-9]{1,4}(?:[-–/][0-9]{1,4})?)").ok());
    if char_at(text, at) == Some('第') {
        return counted_at(text, at);
    }
    let labelled = label_at(Scheme::Edition, text, at);
    let start = match labelled {
        Some(hit) => skip_gap(text, hit.end, 3, ".")?,
        None => at,
    };
    if let Some(hit) = labelled.filter(|it| it.label.part == "pages") {
        let leaves = leaves_at(text, start)?;
        let (value, end, oddities) = (leaves.value, leaves.end, leaves.oddities);
        return Some(Item { label: hit.label, value, range: at..end, oddities });
    }
    let found = VALUE.as_ref()?.find(text.get(start..)?)?;
    let end = start + found.end();
    let digits = found.as_str().starts_with(|it: char| it.is_ascii_digit());
    if char_at(text, end).is_some_and(is_word_char) || labelled.is_none() && !digits {
        return None;
    }
    let bare = if found.as_str().len() < 4 { "issue" } else { "year" };
    let label = labelled.map(|it| it.label).or_else(|| label_of(Scheme::Edition, bare))?;
    let value = latin_value(&found.as_str().replace('Х', "X"));
    Some(Item { label, value, range: at..end, oddities: Vec::new() })
}

/// Reads `第1卷`, `第545页`.
fn counted_at(text: &str, at: usize) -> Option<Item> {
    let leaves = leaves_at(text, skip(text, at, 1, |it| it == '第'))?;
    let hit = label_at(Scheme::Edition, text, leaves.end)?;
    let range = at..hit.end;
    Some(Item { label: hit.label, value: leaves.value, range, oddities: leaves.oddities })
}

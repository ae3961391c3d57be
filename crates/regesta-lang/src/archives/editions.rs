//! Reads where in a printed edition: `т. V, кн. 2, с. 141-147`, `1950, vol. VII, document 225`, `第六卷，第12页`.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    chain::Item,
    cursor::{char_at, is_cjk, is_word_char, latin_value, skip, skip_gap},
    labels::{EDITION, label_at, label_of},
    leaves::leaves_at,
};

/// Segments of a subtitle or an imprint that may stand between two places.
const MOST_SEGMENTS: usize = 5;
const LONGEST_SEGMENT: usize = 60;

/// Reads the places that begin at this offset, in any order; they come out in the order of a normal form.
pub(super) fn places_at(text: &str, at: usize) -> Vec<Item> {
    let mut res: Vec<Item> = Vec::new();
    let mut next = at;
    loop {
        let read = place_at(text, next, &res).filter(|it| !has(&res, it.label.part));
        let Some(item) = read.or_else(|| {
            let later = after_segments(text, next)?;
            place_at(text, later, &res).filter(|it| !has(&res, it.label.part))
        }) else {
            break;
        };
        let end = item.range.end;
        res.push(item);
        match skip_gap(text, end, 5, ",.;:，、；：》」 /") {
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
        LazyLock::new(|| Regex::new(r"^[(（][^()（）\n]{1,60}[)）][\s,.:;，：]{0,3}").ok());
    let rest = text.get(at..).unwrap_or_default();
    at + ASIDE.as_ref().and_then(|it| it.find(rest)).map_or(0, |it| it.end())
}

/// Skips `Korea and China, Washington, 1983, ` up to a labelled place.
fn after_segments(text: &str, at: usize) -> Option<usize> {
    let mut next = at;
    for _ in 0..MOST_SEGMENTS {
        let first = char_at(text, next)?;
        let opens = first.is_uppercase()
            || is_cjk(first)
            || first.is_ascii_digit()
            || "«“\"".contains(first);
        let end = skip(text, next, LONGEST_SEGMENT, |it| !",.;:，。；：()（）\n".contains(it));
        let marked = char_at(text, end)?;
        if !opens || !",.;:，：(（".contains(marked) || !only_years(text.get(next..end)?) {
            return None;
        }
        next = after_aside(text, skip_gap(text, end, 4, ",.;:，：")?);
        if next <= end && !matches!(marked, '(' | '（') {
            return None;
        }
        let starts = char_at(text, next) == Some('第') || label_at(EDITION, text, next).is_some();
        if starts && place_at(text, next, &[]).is_some() {
            return Some(next);
        }
    }
    None
}

/// Says whether every number in these words is a year: `Winter 1995/96`, `1987年`.
fn only_years(words: &str) -> bool {
    let numbers = words.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty());
    numbers.map(str::len).all(|it| it == 4 || it == 2 && words.contains('/'))
}

fn place_at(text: &str, at: usize, before: &[Item]) -> Option<Item> {
    if let Some(item) = counted_at(text, at) {
        return Some(item);
    }
    let labelled = label_at(EDITION, text, at);
    let start = match labelled {
        Some(hit) => skip_gap(text, hit.end, 3, ".")?,
        None => at,
    };
    let start = skip(text, start, 1, |it| it == '№');
    let start = skip(text, start, 1, |it| it == ' ');
    if let Some(hit) = labelled.filter(|it| it.label.part == "pages") {
        let leaves = leaves_at(text, start)?;
        let (value, end, oddities) = (leaves.value, leaves.end, leaves.oddities);
        return Some(Item { label: hit.label, value, range: at..end, oddities });
    }
    match labelled {
        Some(hit) => {
            let (value, end) = value_at(text, start)?;
            Some(Item { label: hit.label, value, range: at..end, oddities: Vec::new() })
        }
        None => bare_at(text, at, before),
    }
}

fn value_at(text: &str, at: usize) -> Option<(String, usize)> {
    static VALUE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"^(?:[IVXLХ]{1,7}(?:/[0-9IVX]{1,3})?|[0-9]{1,4}(?:[-–/][0-9]{1,4})?[A-Z]?|[上中下])",
        )
        .ok()
    });
    let found = VALUE.as_ref()?.find(text.get(at..)?)?;
    let end = at + found.end();
    let value = latin_value(&found.as_str().replace('Х', "X"));
    (!char_at(text, end).is_some_and(is_word_char)).then_some((value, end))
}

/// Reads what stands without a label: the year of a volume, `VII`, an issue, or pages after a volume.
fn bare_at(text: &str, at: usize, before: &[Item]) -> Option<Item> {
    let (value, end) = value_at(text, at)?;
    let digits = value.starts_with(|it: char| it.is_ascii_digit());
    if !digits && !value.is_ascii() {
        return None;
    }
    let next = char_at(text, end);
    let closed = next.is_none_or(|it| ",.;:()，：\n ".contains(it));
    let volume = next == Some(':') && value.len() < 3;
    let part = match (digits, value.len()) {
        (false, _) if closed => "volume",
        (true, 1 | 2) if volume => "volume",
        (true, 1..4) if has(before, "volume") => "pages",
        (true, _) if has(before, "volume") && value.contains('-') => "pages",
        (true, _) if has(before, "issue") && value.contains('-') => "pages",
        (true, 1..4) => "issue",
        (true, 4..) => {
            let year = value.get(..4).and_then(|it| it.parse().ok());
            let issues = value.len() < 6 && value.contains('-');
            if year.is_some_and(|it: u32| (1800..2100).contains(&it)) {
                "year"
            } else if issues {
                "issue"
            } else {
                return None;
            }
        }
        _ => return None,
    };
    let label = label_of(EDITION, part)?;
    Some(Item { label, value, range: at..end, oddities: Vec::new() })
}

/// Reads `第1卷`, `第六册`, `第545页`, `上卷`.
fn counted_at(text: &str, at: usize) -> Option<Item> {
    let first = char_at(text, at)?;
    let start = skip(text, at, 1, |it| it == '第');
    let part = matches!(first, '上' | '中' | '下');
    if start == at && !part {
        return None;
    }
    let (value, end, oddities) = match leaves_at(text, start) {
        Some(leaves) => (leaves.value, leaves.end, leaves.oddities),
        None => {
            let end = skip(text, start, 6, |it| "一二三四五六七八九十百上中下".contains(it));
            let words = text.get(start..end)?;
            let value = han_number(words).map_or(words.to_owned(), |it| it.to_string());
            (value, end, Vec::new())
        }
    };
    let unit = skip(text, end, 1, |it| it == ' ');
    let hit = label_at(EDITION, text, unit).filter(|_| end > start)?;
    Some(Item { label: hit.label, value, range: at..hit.end, oddities })
}

/// Reads a number below a thousand in Han numerals.
fn han_number(words: &str) -> Option<u32> {
    let mut total = 0;
    let mut digit = 0;
    for c in words.chars() {
        match ("一二三四五六七八九".chars().position(|it| it == c), c) {
            (Some(place), _) => digit = u32::try_from(place).ok()? + 1,
            (None, '十') => {
                total += digit.max(1) * 10;
                digit = 0;
            }
            (None, '百') => {
                total += digit.max(1) * 100;
                digit = 0;
            }
            _ => return None,
        }
    }
    Some(total + digit).filter(|it| *it > 0)
}

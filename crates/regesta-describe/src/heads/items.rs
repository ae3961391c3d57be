//! Reads the lines of a head or a sheet as labels and values, and gives each label the value that stands beside it or under it.

use std::ops::Range;

use regesta_model::Span;

use super::{
    dates::{self, Order},
    words::{self, Label},
};
use crate::page::Page;

/// A line of a head.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// A label, with the value on its line.
    Label { label: Label, span: Span, value: Option<Span>, line: usize, weak: bool },
    /// A line without a label.
    Value { span: Span, line: usize },
}

/// A label with the value it was given.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) label: Label,
    pub(super) span: Span,
    pub(super) value: Option<Span>,
    pub(super) line: usize,
}

/// Reads lines as items.
pub(super) fn read(page: &Page<'_>, lines: Range<usize>) -> Vec<Item> {
    let mut res = Vec::new();
    for line in lines {
        let Some(span) = page.lines.get(line).map(|it| it.span) else { break };
        let before = res.len();
        labels_on(page.text, span, line, &mut res);
        if res.len() == before {
            res.push(Item::Value { span, line });
        }
    }
    res
}

/// The labels on a line: one at its start, and further ones with a colon inside its value.
fn labels_on(text: &str, span: Span, line: usize, res: &mut Vec<Item>) {
    const LONGEST: usize = 200;
    let bare = without_specks(text, span);
    if bare.len() > LONGEST {
        return;
    }
    let Some((label, end)) = words::label_at(bare.of(text)) else { return };
    let written = Span { start: bare.start, end: bare.start + end as u32 };
    let after = Span { start: written.end, end: bare.end };
    let Some((mut value, weak)) = value_after(text, label, written, after) else { return };
    let mut more = Vec::new();
    if let Some(whole) = value
        && let Some(cut) = inner_label(text, whole)
    {
        labels_on(text, Span { start: whole.start + cut as u32, end: whole.end }, line, &mut more);
        if !more.is_empty() {
            value = Some(Span { start: whole.start, end: whole.start + cut as u32 }.trimmed(text))
                .filter(|it| !it.is_empty());
        }
    }
    res.push(Item::Label { label, span: written, value, line, weak });
    res.extend(more);
}

/// A line without the specks, rules and stray letters that a scan shows at its start.
fn without_specks(text: &str, span: Span) -> Span {
    let mut rest = span;
    for _ in 0..3 {
        let words = rest.of(text);
        let lead =
            words.find(|it: char| it.is_alphanumeric() || "([".contains(it)).unwrap_or(words.len());
        rest.start += lead as u32;
        let words = rest.of(text);
        let speck = words
            .split_once(' ')
            .filter(|(it, more)| it.chars().count() == 1 && it.is_ascii() && !more.is_empty())
            .filter(|(_, more)| words::label_at(more.trim_start()).is_some());
        match speck {
            Some((it, _)) => rest.start += it.len() as u32 + 1,
            None => break,
        }
    }
    rest
}

/// The value on a label's line, if the words are a label there: it is followed by a mark, or shouted, or has the line for itself.
fn value_after(
    text: &str,
    label: Label,
    written: Span,
    after: Span,
) -> Option<(Option<Span>, bool)> {
    let name = written.of(text);
    let cased = |it: &char| it.is_lowercase() || it.is_uppercase();
    let upper = name.chars().filter(cased).filter(|it| it.is_uppercase()).count();
    let letters = name.chars().filter(cased).count();
    let mostly = upper * 4 >= letters * 3;
    let capital = name.chars().find(|it| it.is_alphabetic()).is_none_or(|it| !it.is_lowercase());
    let rest = after.of(text);
    let marked = rest.trim_start().starts_with([':', ';', '：', '=', '|', '!']);
    let value_start =
        rest.find(|it: char| it.is_alphanumeric() || "([#№\"“".contains(it)).unwrap_or(rest.len());
    let value = Span { start: after.start + value_start as u32, end: after.end }.trimmed(text);
    let value = Some(value).filter(|it| !it.is_empty());
    let dense = letters == 0;
    match (marked, value) {
        (true, value) if capital => Some((value, false)),
        (false, None) if mostly && (!dense || label.letters > 1) => Some((None, false)),
        (false, Some(value)) if mostly && (letters >= 2 || dense) => {
            let words = value.of(text);
            let named = words.starts_with(|it: char| it.is_uppercase() || it.is_numeric())
                || dense && !words.is_empty();
            let short = words.chars().count() <= 70;
            let sure = label.of_sheet || label.letters >= 9 || dense && rest.starts_with(' ');
            (named && short && rest.starts_with([' ', '.', ',', '_', '\t']))
                .then_some((Some(value), !sure))
        }
        _ => None,
    }
}

/// Where another label with a colon begins inside a value: `Harbour Office   DATE: 4 May 1953`.
fn inner_label(text: &str, value: Span) -> Option<usize> {
    let words = value.of(text);
    words.match_indices([':', '：']).find_map(|(colon, _)| {
        let before = words[..colon].trim_end();
        let mut starts: Vec<usize> = before
            .char_indices()
            .filter(|(at, c)| c.is_uppercase() && *at > 0 && before[..*at].ends_with([' ', '\t']))
            .map(|(at, _)| at)
            .collect();
        starts.reverse();
        starts.into_iter().take(3).find(|at| {
            let found = words::label_at(&words[*at..]);
            found.is_some_and(|(label, end)| label.letters >= 4 && at + end == before.len())
        })
    })
}

/// Gives labels their values: on the line, else the lines below, which a run of labels takes in order.
pub(super) fn pairs(page: &Page<'_>, items: &[Item], order: Order) -> Vec<Pair> {
    let mut res: Vec<Pair> = Vec::new();
    let mut pending: Vec<usize> = Vec::new();
    let mut valued = false;
    for item in items {
        match item {
            Item::Label { label, span, value, line, .. } => {
                let fit = value.filter(|it| fits(page, label.names, *it, order));
                if fit.is_some() || valued {
                    pending.clear();
                }
                valued = false;
                res.push(Pair { label: *label, span: *span, value: fit, line: *line });
                if fit.is_none() && value.is_none_or(|it| is_speck(it.of(page.text))) {
                    pending.push(res.len() - 1);
                }
            }
            Item::Value { span, .. } => {
                let words = span.of(page.text);
                let value = value_of(page.text, *span);
                if is_speck(words) || words::stamps(words).contains(&"release") {
                    continue;
                }
                let for_date = |it: &usize| res.get(*it).is_some_and(|it| it.label.names == "date");
                let takes = |it: &usize| {
                    res.get(*it).is_some_and(|it| fits(page, it.label.names, value, order))
                };
                let dated = pending.iter().position(|it| for_date(it) && takes(it));
                let place = dated.or_else(|| pending.iter().position(takes));
                valued = true;
                if let Some(place) = place {
                    let at = pending.remove(place);
                    if let Some(pair) = res.get_mut(at) {
                        pair.value = Some(value);
                    }
                }
            }
        }
    }
    res
}

/// The words of a value line without the colon and the specks before them.
pub(super) fn value_of(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let lead = words.find(|it: char| it.is_alphanumeric() || "([#№\"“".contains(it)).unwrap_or(0);
    Span { start: span.start + lead as u32, end: span.end }
}

/// Says whether words are too little to be a value.
pub(super) fn is_speck(words: &str) -> bool {
    words.chars().filter(|it| it.is_alphanumeric()).count() < 2
        && !words.chars().any(|it| it.is_ascii_digit())
}

/// Says whether words can be the value of what a label names.
pub(super) fn fits(page: &Page<'_>, names: &str, value: Span, order: Order) -> bool {
    let words = value.of(page.text);
    let letters = words.chars().filter(|it| it.is_alphabetic()).count();
    let digits = words.chars().filter(|it| it.is_ascii_digit()).count();
    let dated = || !dates::read(page.text, value, order).is_empty() || page.is_date_line(value);
    match names {
        "date" | "received" | "other-date" => {
            words.len() <= 60 && (dated() || digits >= 4 && letters == 0 && words.contains('/'))
        }
        "pages" => digits > 0 && digits <= 4 && letters <= 6,
        "record-id" => digits >= 3 && words.len() <= 60,
        "sender" | "recipient" | "via" | "attention" => {
            letters >= 2
                && words.chars().count() <= 110
                && !(digits > letters && dated())
                && !words.starts_with("(Off")
                && !words.starts_with("(When")
                && words::label_at(words).is_none_or(|(label, _)| label.names == "recipient")
        }
        _ => true,
    }
}

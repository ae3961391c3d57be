//! Gives the labels of a sheet the values that a reading put below them: a column of labels, then a column of values.

use regesta_model::Span;

use super::{
    dates::{self, Order},
    items::{self, Item, Pair},
    words,
};
use crate::page::Page;

/// What a label costs that stays without a value, and a value that no label takes.
const LEFT_OUT: i32 = -1;
/// How much less a value suits a label after which another already had its own.
const PASSED: i32 = 2;
/// More labels or values than this stand in no column.
const LONGEST: usize = 48;

/// A label that waits for its value.
#[derive(Clone, Copy, Debug)]
struct Waiting {
    /// Its place among the pairs.
    at: usize,
    /// Whether a label below it has its value already.
    passed: bool,
}

/// Labels with their values: beside them, else out of the run of values below, each column in its order.
pub(super) fn pairs(page: &Page<'_>, items: &[Item], order: Order) -> Vec<Pair> {
    let mut res: Vec<Pair> = Vec::new();
    let mut waiting: Vec<Waiting> = Vec::new();
    let mut values: Vec<Span> = Vec::new();
    for item in items {
        match item {
            Item::Label { label, span, value, line, .. } => {
                settle(page, &mut res, &mut waiting, &mut values, order);
                let fit = value.filter(|it| items::fits(page, label.names, *it, order));
                let open =
                    fit.is_none() && value.is_none_or(|it| items::is_speck(it.of(page.text)));
                res.push(Pair { label: *label, span: *span, value: fit, line: *line });
                if !open {
                    waiting.iter_mut().for_each(|it| it.passed = true);
                } else if label.names != "heading" {
                    waiting.push(Waiting { at: res.len() - 1, passed: false });
                }
            }
            Item::Value { span, .. } => {
                let words = span.of(page.text);
                let stamped = words::stamps(words).contains(&"release");
                if !items::is_speck(words) && !stamped && values.len() < LONGEST {
                    values.push(items::value_of(page.text, *span));
                }
            }
        }
    }
    settle(page, &mut res, &mut waiting, &mut values, order);
    res.extend(unlabelled_sender(page, items, &res));
    res.sort_by_key(|it| it.line);
    res
}

/// The sender whose label was lost: a value that begins with the colon after it, above the addressee's label.
fn unlabelled_sender(page: &Page<'_>, items: &[Item], pairs: &[Pair]) -> Option<Pair> {
    if pairs.iter().any(|it| it.label.names == "sender") {
        return None;
    }
    items.windows(2).find_map(|it| {
        let [Item::Value { span, line }, Item::Label { label, .. }] = it else { return None };
        let opens = span.of(page.text).trim_start().starts_with(':');
        let value = items::value_of(page.text, *span);
        let suits = label.names == "recipient" && opens;
        let sender = words::Label { names: "sender", ..*label };
        suits.then_some(Pair {
            label: sender,
            span: Span { start: span.start, end: value.start },
            value: Some(value),
            line: *line,
        })
    })
}

/// Hands a run of values to the labels that wait for one; those before the last that got one wait no longer.
fn settle(
    page: &Page<'_>,
    pairs: &mut [Pair],
    waiting: &mut Vec<Waiting>,
    values: &mut Vec<Span>,
    order: Order,
) {
    if values.is_empty() || waiting.is_empty() {
        values.clear();
        return;
    }
    if waiting.len() > LONGEST {
        waiting.drain(..waiting.len() - LONGEST);
    }
    let names: Vec<(&str, bool)> =
        waiting.iter().filter_map(|it| Some((pairs.get(it.at)?.label.names, it.passed))).collect();
    let matched = aligned(page, &names, values, order);
    for (at, value) in &matched {
        let next = matched.iter().map(|it| it.1).find(|it| it > value).unwrap_or(values.len());
        let span =
            values.get(*value).copied().map(|it| continued(page, it, values.get(value + 1..next)));
        if let Some(pair) = waiting.get(*at).and_then(|it| pairs.get_mut(it.at)) {
            pair.value = span;
        }
    }
    if let Some((last, _)) = matched.last() {
        waiting.drain(..=*last);
    }
    values.clear();
}

/// Which value each label takes, so that both columns keep their order and the fits are best.
fn aligned(
    page: &Page<'_>,
    names: &[(&str, bool)],
    values: &[Span],
    order: Order,
) -> Vec<(usize, usize)> {
    let width = values.len() + 1;
    let mut best = vec![0; (names.len() + 1) * width];
    let cell = |at: usize, value: usize| at * width + value;
    let mut fits = vec![None; names.len() * values.len()];
    for (at, (names, passed)) in names.iter().enumerate() {
        for (value, span) in values.iter().enumerate() {
            let less = if *passed { PASSED } else { 0 };
            fits[at * values.len() + value] = fit(page, names, *span, order).map(|it| it - less);
        }
    }
    for at in (0..=names.len()).rev() {
        for value in (0..=values.len()).rev() {
            best[cell(at, value)] = match (at < names.len(), value < values.len()) {
                (false, _) => LEFT_OUT * (values.len() - value).min(4) as i32,
                (true, false) => LEFT_OUT * (names.len() - at) as i32,
                (true, true) => {
                    let left = best[cell(at + 1, value)].max(best[cell(at, value + 1)]) + LEFT_OUT;
                    let taken = fits[at * values.len() + value]
                        .map(|fit: i32| fit + best[cell(at + 1, value + 1)]);
                    taken.map_or(left, |it| it.max(left))
                }
            };
        }
    }
    let (mut at, mut value) = (0, 0);
    let mut res = Vec::new();
    while at < names.len() && value < values.len() {
        let taken = fits[at * values.len() + value].map(|fit| fit + best[cell(at + 1, value + 1)]);
        if taken == Some(best[cell(at, value)]) {
            res.push((at, value));
            (at, value) = (at + 1, value + 1);
        } else if best[cell(at, value + 1)] >= best[cell(at + 1, value)] {
            value += 1;
        } else {
            at += 1;
        }
    }
    res
}

/// How well a value suits what a label names, if it can be its value at all.
fn fit(page: &Page<'_>, names: &str, value: Span, order: Order) -> Option<i32> {
    const LONG: usize = 25;
    const SHORT: usize = 8;
    let words = value.of(page.text);
    let length = words.chars().count();
    let figures = words.chars().filter(char::is_ascii_digit).count();
    let letters = words.chars().filter(|it| it.is_alphabetic()).count();
    let dated = || is_date(page.text, value, order, 3);
    match names {
        "date" | "received" | "other-date" => dated().then_some(4),
        "pages" => (figures > 0 && figures <= 4 && letters <= 6 && !dated()).then_some(3),
        "record-id" => (figures >= 3 && length <= 60).then_some(3),
        "title" => (letters >= 4 && !dated()).then_some(if length > LONG { 3 } else { 1 }),
        "sender" | "recipient" => (items::fits(page, names, value, order) && !dated())
            .then_some(if length > 2 * LONG { 0 } else { 2 }),
        _ => Some(if length <= SHORT && !words.contains(' ') { 2 } else { 1 }),
    }
}

/// Says whether words are a date with at most so many other letters, or the noughts that stand for an unknown one.
pub(super) fn is_date(text: &str, value: Span, order: Order, most: usize) -> bool {
    let words = value.of(text);
    let others = |found: &dates::HeadDate| {
        let around = [
            Span { start: value.start, end: found.span.start },
            Span { start: found.span.end, end: value.end },
        ];
        around.iter().flat_map(|it| it.of(text).chars()).filter(|it| it.is_alphanumeric()).count()
    };
    is_unknown(words)
        || dates::read(text, value, order).first().is_some_and(|it| others(it) <= most)
}

/// Says whether a date is one that stands where none is known: noughts, or the first day a register counts from.
pub(super) fn is_unknown(words: &str) -> bool {
    let bare = words.trim_matches(|it: char| !it.is_ascii_digit());
    bare.starts_with("00/00") || bare.starts_with("00-00") || bare == "01/01/1900"
}

/// A value with the line below that goes on with it: `CHIEF,` and `HARBOUR OFFICE`.
fn continued(page: &Page<'_>, value: Span, below: Option<&[Span]>) -> Span {
    const LONGEST: u32 = 60;
    let Some(next) = below.and_then(<[Span]>::first) else { return value };
    let line = page.lines.partition_point(|it| it.span.end <= next.start);
    let opens =
        page.lines.get(line).is_some_and(|it| it.span.of(page.text).starts_with([':', ';']));
    let whole = Span { start: value.start, end: next.end };
    let figures = next.of(page.text).chars().filter(char::is_ascii_digit).count();
    if !opens && whole.len() <= LONGEST as usize && figures < 4 { whole } else { value }
}

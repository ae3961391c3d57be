//! Reads what happened to a communication from the times on its form and under it.

use std::ops::Range;

use regesta_model::{EventKind, Span};

use crate::{page::Page, vocabulary};

/// Something that happened, by the place of its date on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Happening {
    pub(crate) kind: EventKind,
    /// Place of the date in `Page::dates`.
    pub(crate) date: usize,
}

/// Reads the happenings on form lines: each date with the nearest word before it on its line that says what happened.
pub(crate) fn read(page: &Page<'_>, lines: &[usize]) -> Vec<Happening> {
    let mut res = Vec::new();
    for at in lines {
        let Some(line) = page.lines.get(*at) else { continue };
        let mut from = line.span.start;
        let mut last = None;
        for date in dates_on(page, line.span) {
            let span = page.dates[date].span;
            let before = Span { start: from.min(span.start), end: span.start }.of(page.text);
            last = vocabulary::event(before).or(last);
            if let Some(kind) = last {
                res.push(Happening { kind, date });
            }
            from = span.end;
        }
    }
    res
}

/// Places of the dates inside a span.
pub(crate) fn dates_on(page: &Page<'_>, span: Span) -> Range<usize> {
    let from = page.dates.partition_point(|it| it.span.start < span.start);
    let to = page.dates.partition_point(|it| it.span.start < span.end);
    from..to.max(from)
}

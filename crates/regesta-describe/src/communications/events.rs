//! Reads what happened to a communication from the times on its form and under it.

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
        for date in page.dates_on(line.span) {
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

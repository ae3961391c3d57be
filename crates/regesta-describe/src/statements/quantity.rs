//! Quantities: what the texts count.

use regesta_lang::quantities;
use regesta_model::{Record, Span};

use super::StatementReader;
use crate::{Context, communications::LineKind};

pub(super) const READER: StatementReader =
    StatementReader { name: "quantity", page: include_str!("quantity.md"), read };

fn read(context: &Context<'_>, record: &mut Record) {
    let page = context.page;
    for outline in context.outlines {
        let counts = |kind: &LineKind| {
            matches!(
                kind,
                LineKind::Body | LineKind::Table | LineKind::Salutation(_) | LineKind::Close
            )
        };
        let outside = |at: &usize| outline.is_form(*at) || outline.is_processing(*at);
        let lines: Vec<usize> = outline
            .kinds
            .iter()
            .filter(|(at, kind)| counts(kind) && !outside(at))
            .map(|(at, _)| *at)
            .collect();
        let same = |a: &usize, b: &usize| {
            a + 1 == *b && page.lines[*a].paragraph == page.lines[*b].paragraph
        };
        for run in lines.chunk_by(same) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let span = page.span_of(*first..*last + 1);
            let language = page.lines[*first].language;
            let dates = page.dates_in(span).iter().filter(|it| !it.found.is_relative());
            let dates: Vec<Span> = dates
                .map(|it| Span { start: it.span.start - span.start, end: it.span.end - span.start })
                .collect();
            let words = span.of(page.text);
            record.quantities.extend(
                quantities::find_beside(words, language, &dates).into_iter().map(|mut it| {
                    for cited in &mut it.spans {
                        *cited =
                            Span { start: cited.start + span.start, end: cited.end + span.start };
                    }
                    it
                }),
            );
        }
    }
    record.quantities.retain(|it| {
        let dated = |span: &Span| page.is_dated(*span);
        !it.spans.iter().any(dated)
    });
    record.quantities.sort_by_key(|it| it.spans.first().copied());
}

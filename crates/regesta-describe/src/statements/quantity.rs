//! Quantities: what the texts count.

use regesta_lang::quantities;
use regesta_model::{Record, Span};

use super::StatementReader;
use crate::{
    Context,
    communications::LineKind,
    passages::{Passage, Place, passages},
};

pub(super) const READER: StatementReader =
    StatementReader { name: "quantity", page: include_str!("quantity.md"), read };

fn read(context: &Context<'_>, record: &mut Record) {
    let page = context.page;
    let counts = |kind: &LineKind| {
        matches!(kind, LineKind::Body | LineKind::Table | LineKind::Salutation(_) | LineKind::Close)
    };
    let running = |it: &Passage| it.place == Place::Running;
    for Passage { span, language, .. } in passages(context, counts).into_iter().filter(running) {
        let dates = page.dates_in(span).iter().filter(|it| !it.found.is_relative());
        let dates: Vec<Span> = dates
            .map(|it| Span { start: it.span.start - span.start, end: it.span.end - span.start })
            .collect();
        let found = quantities::find_beside(span.of(page.text), language, &dates);
        record.quantities.extend(found.into_iter().map(|mut it| {
            for cited in &mut it.spans {
                *cited = Span { start: cited.start + span.start, end: cited.end + span.start };
            }
            it
        }));
    }
    record.quantities.retain(|it| {
        let dated = |span: &Span| page.is_dated(*span);
        !it.spans.iter().any(dated)
    });
    record.quantities.sort_by_key(|it| it.spans.first().copied());
}

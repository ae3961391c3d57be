//! Dates: every date of the catalogue and the texts, with what it is to the document.

use regesta_model::{DateMention, DateRole, EventKind, Record, Span};

use super::StatementReader;
use crate::{Context, chronology, zones::Zone};

pub(super) const READER: StatementReader =
    StatementReader { name: "date", page: include_str!("date.md"), read };

fn read(context: &Context<'_>, record: &mut Record) {
    let page = context.page;
    let mut line = 0;
    for (at, date) in page.dates.iter().enumerate() {
        while page.lines.get(line).is_some_and(|it| it.span.end <= date.span.start) {
            line += 1;
        }
        let zone = context.zones.of.get(line).copied().unwrap_or(Zone::Text);
        let silent = matches!(zone, Zone::Furniture | Zone::Head | Zone::Rights | Zone::Funding);
        let cited = context
            .zones
            .references
            .iter()
            .flat_map(|it| &it.spans)
            .any(|it| it.overlaps(date.span));
        let impossible = date.found.impossible.clone();
        let edtf = context.chronology.edtf(at).unwrap_or_default();
        if silent || cited || (edtf.is_empty() && impossible.is_none()) {
            continue;
        }
        record.dates.push(DateMention {
            edtf: edtf.to_owned(),
            role: role(context, record, zone, at, date.span),
            basis: context.chronology.basis(at),
            language: date.language,
            impossible,
            spans: vec![date.span],
        });
    }
}

fn role(context: &Context<'_>, record: &Record, zone: Zone, at: usize, span: Span) -> DateRole {
    match zone {
        Zone::CatalogueDate | Zone::Label | Zone::Value("date.catalogue") => {
            return DateRole::Catalogue;
        }
        Zone::PrintedDate => return DateRole::Document,
        _ => (),
    }
    let mut events = record.communications.iter().flat_map(|it| &it.events);
    if let Some(event) = events.find(|it| it.spans.contains(&span)) {
        return match event.kind {
            EventKind::Drafted => DateRole::Drafted,
            EventKind::Sent => DateRole::Sent,
            EventKind::Received => DateRole::Received,
            EventKind::Deciphered => DateRole::Deciphered,
            EventKind::Typed => DateRole::Typed,
            EventKind::Registered | EventKind::Returned => DateRole::Stamp,
        };
    }
    let catalogue = context.chronology.edtf(at) == record.date();
    let on_form =
        context.form_lines().any(|(line, _)| context.page.lines[line].span.contains(span));
    match zone {
        Zone::Value("citation") | Zone::SourceNote | Zone::Title if catalogue => {
            DateRole::Catalogue
        }
        Zone::Text if on_form => DateRole::Stamp,
        _ if chronology::is_cited(context.page.text, span) || zone == Zone::Title => {
            DateRole::Cited
        }
        _ => DateRole::Mentioned,
    }
}

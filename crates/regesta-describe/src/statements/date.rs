//! Dates: every date of the catalogue and the texts, with what it is to the document.

use std::collections::HashMap;

use regesta_model::{DateMention, DateRole, EventKind, Record, Span};

use super::StatementReader;
use crate::{Context, zones::Zone};

pub(super) const READER: StatementReader =
    StatementReader { name: "date", page: include_str!("date.md"), read };

fn read(context: &Context<'_>, record: &mut Record) {
    let page = context.page;
    let events = event_roles(record);
    let uploaded = uploaded(context);
    let cited: Vec<Span> =
        context.zones.references.iter().flat_map(|it| it.spans.clone()).collect();
    let (mut line, mut reference) = (0, 0);
    for (at, date) in page.dates.iter().enumerate() {
        while page.lines.get(line).is_some_and(|it| it.span.end <= date.span.start) {
            line += 1;
        }
        while cited.get(reference).is_some_and(|it| it.end <= date.span.start) {
            reference += 1;
        }
        let zone = context.zones.of.get(line).copied().unwrap_or(Zone::Text);
        let silent = matches!(zone, Zone::Furniture | Zone::Head | Zone::Rights | Zone::Funding);
        let in_reference = cited.get(reference).is_some_and(|it| it.overlaps(date.span));
        let impossible = date.found.impossible.clone();
        let edtf = context.chronology.edtf(at).unwrap_or_default();
        if silent || in_reference || (edtf.is_empty() && impossible.is_none()) {
            continue;
        }
        let role = events.get(&date.span).copied();
        record.dates.push(DateMention {
            edtf: edtf.to_owned(),
            role: (uploaded.iter().any(|it| it.contains(date.span)).then_some(DateRole::Uploaded))
                .or_else(|| role_of_zone(zone))
                .or(role)
                .unwrap_or_else(|| role_in_text(context, record, zone, (at, line))),
            basis: context.chronology.basis(at),
            language: date.language,
            impossible,
            spans: vec![date.span],
        });
    }
}

/// What the catalogue's labels call the day on which the page was put up.
fn uploaded(context: &Context<'_>) -> Vec<Span> {
    let labels = context.zones.labelled.iter().filter(|it| it.names == "date.uploaded");
    labels.filter_map(|it| it.value).collect()
}

fn role_of_zone(zone: Zone) -> Option<DateRole> {
    match zone {
        Zone::CatalogueDate | Zone::Label | Zone::Value("date.catalogue") => {
            Some(DateRole::Catalogue)
        }
        Zone::PrintedDate => Some(DateRole::Document),
        _ => None,
    }
}

/// The words of every event with the role its date has.
fn event_roles(record: &Record) -> HashMap<Span, DateRole> {
    let role = |kind| match kind {
        EventKind::Drafted => DateRole::Drafted,
        EventKind::Sent => DateRole::Sent,
        EventKind::Received => DateRole::Received,
        EventKind::Deciphered => DateRole::Deciphered,
        EventKind::Typed => DateRole::Typed,
        EventKind::Registered | EventKind::Returned => DateRole::Stamp,
    };
    let events = record.communications.iter().flat_map(|it| &it.events);
    events.flat_map(|event| event.spans.iter().map(move |it| (*it, role(event.kind)))).collect()
}

/// The role of the date at this place of `Page::dates`, on this line, that no event has.
fn role_in_text(
    context: &Context<'_>,
    record: &Record,
    zone: Zone,
    (at, line): (usize, usize),
) -> DateRole {
    let catalogue = context.chronology.edtf(at) == record.date();
    match zone {
        Zone::Value("citation") | Zone::SourceNote | Zone::Title if catalogue => {
            DateRole::Catalogue
        }
        Zone::Text if context.is_on_form(line) && !in_sentence(context, at, line) => {
            DateRole::Stamp
        }
        Zone::Title => DateRole::Cited,
        _ => DateRole::Mentioned,
    }
}

/// Says whether a date of a form stands among other words, as in a heading that says what the paper is about.
fn in_sentence(context: &Context<'_>, at: usize, line: usize) -> bool {
    const WORDS: usize = 5;
    let (page, date) = (context.page, context.page.dates[at].span);
    let before = Span { start: page.lines[line].span.start, end: date.start }.of(page.text);
    before.split_whitespace().filter(|it| it.chars().all(char::is_alphabetic)).count() > WORDS
}

//! Credits: who translated, obtained and paid for the document.

use regesta_model::{Field, FieldName, Span};

use super::{FieldReader, tidied};
use crate::{Context, vocabulary, zones::Zone};

pub(super) const READER: FieldReader = FieldReader {
    name: "credit",
    fields: &[FieldName::Translator, FieldName::Funder, FieldName::Provider],
    page: include_str!("credit.md"),
    read,
};

/// Parts of the page that credit people.
const ZONES: &[Zone] = &[
    Zone::Funding,
    Zone::SourceNote,
    Zone::Label,
    Zone::Value("citation"),
    Zone::Value("source"),
    Zone::Value("credit.funder"),
    Zone::Value("credit.translator"),
    Zone::Value("credit.provider"),
    Zone::Other,
];

fn read(context: &Context<'_>) -> Vec<Field> {
    let mut res: Vec<Field> = Vec::new();
    for run in credit_runs(context) {
        for name in READER.fields {
            for value in vocabulary::credited(name.code(), run.of(context.page.text)) {
                let span = Span {
                    start: run.start + value.start as u32,
                    end: run.start + value.end as u32,
                };
                add(context, &mut res, *name, span);
            }
        }
    }
    for labelled in &context.zones.labelled {
        let name = FieldName::from_code(labelled.names).filter(|it| READER.fields.contains(it));
        if let (Some(name), Some(value)) = (name, labelled.value)
            && !res
                .iter()
                .any(|it| it.name == name && it.spans.iter().any(|span| value.contains(*span)))
        {
            add(context, &mut res, name, value);
        }
    }
    repeat_funder(context, &mut res);
    res.extend(empty_labels(context));
    res
}

/// Labels that have lost the name they announce.
fn empty_labels(context: &Context<'_>) -> impl Iterator<Item = Field> {
    let empty = context.zones.labelled.iter().filter(|it| it.value.is_none());
    empty.filter_map(|it| {
        let name = FieldName::from_code(it.names).filter(|it| READER.fields.contains(it))?;
        Some(Field { name, value: String::new(), edtf: None, spans: vec![it.label] })
    })
}

/// Runs of lines that may credit somebody: one a zone and paragraph.
fn credit_runs(context: &Context<'_>) -> Vec<Span> {
    let (page, zones) = (context.page, context.zones);
    let lines: Vec<usize> =
        (0..page.lines.len()).filter(|it| ZONES.contains(&zones.of[*it])).collect();
    let same = |a: &usize, b: &usize| {
        a + 1 == *b
            && zones.of[*a] == zones.of[*b]
            && page.lines[*a].paragraph == page.lines[*b].paragraph
    };
    let runs = lines.chunk_by(same);
    runs.filter_map(|run| Some(page.span_of(*run.first()?..run.last()? + 1))).collect()
}

/// Adds a credit, or cites it once more where the same words credit again.
fn add(context: &Context<'_>, res: &mut Vec<Field>, name: FieldName, span: Span) {
    let span = span.trimmed(context.page.text);
    let value = tidied(span.of(context.page.text));
    if value.is_empty() {
        return;
    }
    match res.iter_mut().find(|it| it.name == name && it.value == value) {
        Some(field) if !field.spans.contains(&span) => field.spans.push(span),
        Some(_) => (),
        None => res.push(Field { name, value, edtf: None, spans: vec![span] }),
    }
}

/// Pages repeat the name of who paid for them on a line of its own.
fn repeat_funder(context: &Context<'_>, res: &mut [Field]) {
    for at in context.zones.lines(Zone::Funding) {
        let span = context.page.lines[at].span;
        let value = tidied(span.of(context.page.text));
        if let Some(field) =
            res.iter_mut().find(|it| it.name == FieldName::Funder && it.value == value)
            && !field.spans.contains(&span)
        {
            field.spans.push(span);
        }
    }
}

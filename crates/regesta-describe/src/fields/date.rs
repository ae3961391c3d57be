//! The date: the catalogue's, or the one that the edition or the document itself gives.

use regesta_model::{DateBasis, EventKind, Field, FieldName, Span};

use super::{FieldReader, quoted};
use crate::{
    Context,
    heads::{is_released, is_stamp},
    page::Page,
    zones::Zone,
};

pub(super) const READER: FieldReader = FieldReader {
    name: "date",
    fields: &[FieldName::CatalogueDate, FieldName::DocumentDate, FieldName::UploadedDate],
    page: include_str!("date.md"),
    read,
};

fn read(context: &Context<'_>) -> Vec<Field> {
    let mut res = Vec::new();
    let zone = |zone| context.zones.lines(zone).map(|it| context.page.lines[it].span).next();
    let labelled = |names: &str| {
        context
            .zones
            .labelled
            .iter()
            .filter(move |it| it.names == names)
            .filter_map(|it| it.value)
            .next()
    };
    if let Some((span, edtf)) = context.zones.sheet.as_ref().and_then(|it| it.date.as_ref()) {
        res.push(stated(context, FieldName::CatalogueDate, *span, edtf));
        return res;
    }
    if context.zones.sheet.as_ref().is_some_and(|it| it.undated) {
        return res;
    }
    let catalogue = zone(Zone::CatalogueDate)
        .or_else(|| labelled("date.catalogue").filter(|_| context.zones.has_catalogue))
        .filter(|it| !context.page.source.text_is_file || !is_stamp(context.page, *it));
    res.extend(catalogue.and_then(|it| dated(context, FieldName::CatalogueDate, it)));
    res.extend(zone(Zone::PrintedDate).and_then(|it| dated(context, FieldName::DocumentDate, it)));
    let sent = context.head.events.iter().any(|it| it.kind == EventKind::Sent);
    let trusted = context.zones.sheet.is_some() || context.head.damaged || sent;
    if let Some((span, edtf)) = context.head.date.as_ref().filter(|_| res.is_empty() || trusted) {
        res.clear();
        res.push(stated(context, FieldName::DocumentDate, *span, edtf));
    }
    if res.is_empty() && !context.head.damaged {
        res.extend(own_date(context));
    }
    for it in &context.zones.labelled {
        let name = FieldName::from_code(it.names).filter(|it| READER.fields.contains(it));
        match (name, it.value) {
            (Some(FieldName::UploadedDate), Some(value)) => {
                res.extend(dated(context, FieldName::UploadedDate, value));
            }
            (Some(name), None) if context.zones.has_catalogue => {
                res.push(Field { name, value: String::new(), edtf: None, spans: vec![it.label] });
            }
            _ => (),
        }
    }
    res
}

/// The field of the first date inside a span; it cites the date's own words.
fn dated(context: &Context<'_>, name: FieldName, span: Span) -> Option<Field> {
    let date = context.page.dates_in(span).first()?;
    let (_, edtf) = context.chronology.at(context.page, date.span)?;
    let mut field = quoted(context, name, date.span);
    field.edtf = Some(edtf.to_owned());
    Some(field)
}

/// The field of a date as a head or a sheet states it.
fn stated(context: &Context<'_>, name: FieldName, span: Span, edtf: &str) -> Field {
    let mut field = quoted(context, name, span);
    field.edtf = Some(edtf.to_owned());
    field
}

/// How many lines from the top the document's own date line may stand.
const HEAD: usize = 12;

/// Says whether a line names an office or a place and then a date, and ends there: `Legation of Olenin, Maresk, April 2, 1901. (Received May 1.)`.
fn is_dateline(page: &Page<'_>, span: Span) -> bool {
    const LONGEST: usize = 160;
    let Some(date) = page.dates_in(span).first() else { return false };
    let before = Span { start: span.start, end: date.span.start }.of(page.text).trim_end();
    let after = Span { start: date.span.end, end: span.end }.of(page.text);
    let ends = after.trim_start_matches([' ', '.', ',', ']']);
    span.len() <= LONGEST
        && before.ends_with([',', '，'])
        && (ends.is_empty() || ends.starts_with(['(', '[', '（', '—']))
}

/// The date the document bears: in its own head by label, under the text, above it, or else the first on its form.
fn own_date(context: &Context<'_>) -> Option<Field> {
    let page = context.page;
    let head = context
        .zones
        .labelled
        .iter()
        .filter(|it| it.names == "date.catalogue")
        .find_map(|it| it.value);
    let under = context
        .outlines
        .iter()
        .flat_map(|it| it.drafts.iter().filter(|it| it.parent.is_none()))
        .find_map(|it| it.date);
    let above = page
        .lines
        .iter()
        .take(HEAD)
        .map(|it| it.span)
        .find(|it| page.is_date_line(*it) || is_dateline(page, *it));
    let on_form = context.outlines.iter().flat_map(|it| &it.form).map(|it| page.lines[*it].span);
    let opening = page.lines.iter().take(3).map(|it| it.span).filter(|it| it.len() < 400);
    let mut spans = head.into_iter().chain(above).chain(under).chain(on_form).chain(opening);
    let stamped = |it: &Span| page.source.text_is_file && is_stamp(page, *it);
    let field = spans.find_map(|it| {
        let found = Some(it).filter(|it| !stamped(it));
        found.and_then(|it| dated(context, FieldName::DocumentDate, it))
    })?;
    // The notices on a scan give a year to dates that state none, and the periods its sentences speak of are not its own.
    let whole = |edtf: &str| edtf.len() == "1951-04-02".len();
    let stated = |field: &Field| {
        let place = field.spans.first().and_then(|it| context.chronology.at(page, *it));
        let inferred =
            place.is_some_and(|(at, _)| context.chronology.basis(at) == DateBasis::Inferred);
        !inferred && field.edtf.as_deref().is_some_and(whole)
    };
    let scanned = page.source.text_is_file && !stated(&field) && is_released(page);
    (!scanned).then_some(field)
}

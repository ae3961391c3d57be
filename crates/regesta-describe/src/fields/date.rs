//! The date: the catalogue's, or the one that the edition or the document itself gives.

use regesta_model::{Field, FieldName, Span};

use super::{FieldReader, quoted};
use crate::{Context, communications::LineKind, zones::Zone};

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
    let catalogue = zone(Zone::CatalogueDate)
        .or_else(|| labelled("date.catalogue").filter(|_| context.zones.has_catalogue));
    res.extend(catalogue.and_then(|it| dated(context, FieldName::CatalogueDate, it)));
    res.extend(zone(Zone::PrintedDate).and_then(|it| dated(context, FieldName::DocumentDate, it)));
    if res.is_empty() {
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
    let above = context.outlines.iter().find_map(|outline| {
        let lines = outline.kinds.iter().take(12).filter(|(at, _)| outline.is_form(*at));
        let mut dates = lines.filter(|(_, kind)| *kind == LineKind::Date);
        dates.next().map(|(at, _)| page.lines[*at].span)
    });
    let on_form = context.outlines.iter().flat_map(|it| &it.form).map(|it| page.lines[*it].span);
    let opening = page.lines.iter().take(3).map(|it| it.span).filter(|it| it.len() < 400);
    let mut spans = head.into_iter().chain(above).chain(under).chain(on_form).chain(opening);
    spans.find_map(|it| dated(context, FieldName::DocumentDate, it))
}

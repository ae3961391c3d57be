//! The title: the catalogue's, or the one the document bears itself.

use regesta_model::{Field, FieldName, MarkKind, Span};

use super::{FieldReader, quoted};
use crate::Context;

pub(super) const READER: FieldReader = FieldReader {
    name: "title",
    fields: &[FieldName::Title, FieldName::DocumentTitle],
    page: include_str!("title.md"),
    read,
};

fn read(context: &Context<'_>) -> Vec<Field> {
    if let Some(span) = context.title_span() {
        let name =
            if context.zones.has_catalogue { FieldName::Title } else { FieldName::DocumentTitle };
        return vec![quoted(context, name, span)];
    }
    let head = context.page.source.marks.iter().find(|it| it.kind == MarkKind::PageTitle);
    let span = head.map(|it| without_site(context, it.span));
    span.map(|it| quoted(context, FieldName::Title, it)).into_iter().collect()
}

/// A page's title often ends with the name of the site, after a mark that separates them.
fn without_site(context: &Context<'_>, span: Span) -> Span {
    let words = span.of(context.page.text);
    let cut = [" - ", " | ", " :: ", " — ", " – ", "_", " « "]
        .iter()
        .filter_map(|it| words.rfind(it))
        .max();
    match cut {
        Some(at) if words[..at].chars().count() >= 6 => {
            Span { start: span.start, end: span.start + at as u32 }
        }
        _ => span,
    }
}

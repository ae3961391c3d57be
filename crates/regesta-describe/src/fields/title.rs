//! The title: the catalogue's, or the one the document bears itself.

use regesta_model::{CommunicationKind, Field, FieldName, MarkKind, Span};

use super::{FieldReader, quoted};
use crate::{
    Context,
    communications::{LineKind, Outline},
    vocabulary, volume,
};

pub(super) const READER: FieldReader = FieldReader {
    name: "title",
    fields: &[FieldName::Title, FieldName::DocumentTitle],
    page: include_str!("title.md"),
    read,
};

fn read(context: &Context<'_>) -> Vec<Field> {
    let typed: Vec<Span> = if context.zones.has_catalogue {
        Vec::new()
    } else {
        context.outlines.iter().filter_map(|it| typed_heading(context, it)).collect()
    };
    if let Some(span) = context.title_span().filter(|_| typed.is_empty()) {
        let name =
            if context.zones.has_catalogue { FieldName::Title } else { FieldName::DocumentTitle };
        return vec![quoted(context, name, span)];
    }
    let head = context.page.marks.iter().find(|it| it.kind == MarkKind::PageTitle);
    if let Some(head) = head {
        return vec![quoted(context, FieldName::Title, without_site(context, head.span))];
    }
    let own = if typed.is_empty() { subject(context).into_iter().collect() } else { typed };
    own.into_iter().map(|it| quoted(context, FieldName::DocumentTitle, it)).collect()
}

/// The heading over a typed paper: its kind in capitals, and what the same paragraph says it is about.
fn typed_heading(context: &Context<'_>, outline: &Outline) -> Option<Span> {
    const KIND: usize = 48;
    const LINES: usize = 5;
    let page = context.page;
    let heads = |at: &usize| {
        let words = page.words(*at);
        words.len() <= 2 * KIND
            && words.chars().count() <= KIND
            && !words.chars().any(|it| it.is_lowercase() || it.is_ascii_digit())
            && words.chars().any(char::is_uppercase)
            && vocabulary::genre(words).is_some()
    };
    let all = || outline.form.iter().copied().filter(heads);
    let journal =
        |at: &usize| vocabulary::genre(page.words(*at)) == Some(CommunicationKind::Journal);
    let first = all().find(|it| !journal(it)).or_else(|| all().next())?;
    let paragraph = page.paragraph_of(first);
    let more = (first + 1..paragraph.end).take_while(|at| {
        outline.is_form(*at)
            && !matches!(outline.kind_of(*at), Some(LineKind::Date | LineKind::Number))
    });
    let lines = more.count();
    (1..=LINES).contains(&lines).then(|| page.span_of(first..first + 1 + lines))
}

/// The subject that a mail or a memorandum names in its head, beside those it goes between.
fn subject(context: &Context<'_>) -> Option<Span> {
    const REACH: usize = 16;
    if context.zones.damaged
        || context.head.senders.is_empty() && context.head.recipients.is_empty()
    {
        return None;
    }
    (0..context.page.lines.len().min(REACH)).find_map(|at| {
        let words = context.page.words(at);
        let (label, value) = words.split_once([':', '：'])?;
        let named = volume::words::mail_label(label) == Some("subject");
        let span = context.page.lines.get(at)?.span;
        let value = Span { start: span.end - value.len() as u32, end: span.end };
        Some(value.trimmed(context.page.text)).filter(|it| named && !it.is_empty())
    })
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

//! Rights: the statement, and whom to ask.

use regesta_model::{Field, FieldName, Span};

use super::{FieldReader, quoted};
use crate::{Context, vocabulary, zones::Zone};

pub(super) const READER: FieldReader = FieldReader {
    name: "rights",
    fields: &[FieldName::Rights, FieldName::RightsContact],
    page: include_str!("rights.md"),
    read,
};

fn read(context: &Context<'_>) -> Vec<Field> {
    let page = context.page;
    let mut res = Vec::new();
    let labelled = context.zones.labelled.iter().filter(|it| it.names == "rights");
    res.extend(labelled.filter_map(|it| it.value).map(|it| quoted(context, FieldName::Rights, it)));
    let contacts = context.zones.labelled.iter().filter(|it| it.names == "rights.contact");
    let contacts = contacts.filter_map(|it| it.value);
    res.extend(contacts.map(|it| quoted(context, FieldName::RightsContact, it)));
    let lines: Vec<usize> = context.zones.lines(Zone::Rights).collect();
    let same =
        |a: &usize, b: &usize| a + 1 == *b && page.lines[*a].paragraph == page.lines[*b].paragraph;
    for run in lines.chunk_by(same) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let span = page.span_of(*first..*last + 1);
        match contact(span.of(page.text)) {
            Some((from, to)) => {
                let at = Span { start: span.start + from as u32, end: span.start + to as u32 };
                res.push(quoted(context, FieldName::RightsContact, at));
            }
            None if !res.iter().any(|it| it.name == FieldName::Rights) => {
                res.push(quoted(context, FieldName::Rights, span))
            }
            None => (),
        }
    }
    if !res.iter().any(|it| it.name == FieldName::Rights) {
        res.extend(imprint(context));
    }
    res
}

/// The address in a paragraph that says whom to ask: an e-mail address, or what a page put in its place.
fn contact(words: &str) -> Option<(usize, usize)> {
    static ADDRESS: std::sync::LazyLock<regex::Regex> = std::sync::LazyLock::new(|| {
        crate::patterns::compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\[e-?mail[\s\u{a0}]protected\]")
    });
    ADDRESS.find(words).map(|it| (it.start(), it.end()))
}

/// A copyright notice in the page's furniture.
fn imprint(context: &Context<'_>) -> Option<Field> {
    let mut lines = context.zones.lines(Zone::Furniture).map(|it| context.page.lines[it].span);
    lines.find_map(|span| {
        let words = span.of(context.page.text);
        let notices = vocabulary::credits(FieldName::Rights.code(), words);
        let found = notices.into_iter().find_map(|it| it.find(words))?;
        let start = span.start + found.start() as u32;
        Some(quoted(
            context,
            FieldName::Rights,
            Span { start, end: start + found.len() as u32 }.trimmed(context.page.text),
        ))
    })
}

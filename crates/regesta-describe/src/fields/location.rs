//! Where the record itself is found: publisher, address, record number.

use std::sync::LazyLock;

use regesta_model::{Field, FieldName, Span};
use regex::Regex;

use super::{FieldReader, quoted};
use crate::{Context, zones::Zone};

pub(super) const READER: FieldReader = FieldReader {
    name: "location",
    fields: &[FieldName::Url, FieldName::Publisher, FieldName::RecordId],
    page: include_str!("location.md"),
    read,
};

static ADDRESS: LazyLock<Regex> =
    LazyLock::new(|| crate::patterns::compile(r#"https?://[^\s<>"”»)\]]+"#));

fn read(context: &Context<'_>) -> Vec<Field> {
    let mut res = Vec::new();
    for zone in [Zone::Value("url"), Zone::Value("citation"), Zone::SourceNote, Zone::Label] {
        if let Some(span) = addresses(context, zone).next() {
            res.push(quoted(context, FieldName::Url, span));
            res.extend(number_in_address(context, span));
            break;
        }
    }
    res.extend(publisher(context));
    res
}

fn addresses<'a>(context: &'a Context<'_>, zone: Zone) -> impl Iterator<Item = Span> + 'a {
    context.zones.lines(zone).filter_map(|at| {
        let line = context.page.lines[at].span;
        let found = ADDRESS.find(line.of(context.page.text))?;
        let words = found.as_str().trim_end_matches(['.', ',', ';']);
        let start = line.start + found.start() as u32;
        Some(Span { start, end: start + words.len() as u32 })
    })
}

/// The record number at the end of an address, where no label gives one.
fn number_in_address(context: &Context<'_>, address: Span) -> Option<Field> {
    let labelled = context.zones.labelled.iter().any(|it| it.names == FieldName::RecordId.code());
    let words = address.of(context.page.text).trim_end_matches('/');
    let number = words
        .rsplit('/')
        .next()
        .filter(|it| it.len() >= 3 && it.bytes().all(|it| it.is_ascii_digit()))?;
    let end = address.start + words.len() as u32;
    (!labelled).then(|| {
        quoted(context, FieldName::RecordId, Span { start: end - number.len() as u32, end })
    })
}

/// A citation names the publisher between the date and the archival reference.
fn publisher(context: &Context<'_>) -> Option<Field> {
    let citation = context
        .zones
        .labelled
        .iter()
        .filter(|it| it.names == "citation")
        .find_map(|it| it.value)?;
    let page = context.page;
    let reference =
        context.zones.references.iter().flat_map(|it| &it.spans).find(|it| citation.contains(**it));
    let address = addresses(context, Zone::Value("citation")).next();
    let end = reference.map(|it| it.start).or(address.map(|it| it.start)).unwrap_or(citation.end);
    let date = page.dates_in(Span { start: citation.start, end }).last()?.span;
    let between = Span { start: date.end, end }.trimmed(page.text);
    let words = between.of(page.text);
    let bare = words.trim_matches(|it: char| it.is_whitespace() || ",.;:<>()".contains(it));
    let start = between.start + (words.find(bare)? as u32);
    let fits = (4..=120).contains(&bare.chars().count());
    fits.then(|| {
        quoted(context, FieldName::Publisher, Span { start, end: start + bare.len() as u32 })
    })
}

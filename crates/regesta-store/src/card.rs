//! What a list of results shows of a document, and what the index knows of it.

use std::collections::BTreeMap;

use regesta_model::{
    CheckedRecord, Finding, LayerRole, ReferenceKind, SegmentKind, Severity, Source, Span,
};
use serde::{Deserialize, Serialize};

use crate::{
    days::{self, Days},
    queries::search::Facet,
};

/// What a list of results shows of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Card {
    pub(crate) title: String,
    pub(crate) date: Option<String>,
    pub(crate) kind: Option<String>,
    pub(crate) languages: Vec<String>,
    pub(crate) senders: Vec<String>,
    pub(crate) recipients: Vec<String>,
    pub(crate) references: Vec<String>,
    pub(crate) findings: Vec<(Severity, u64)>,
    /// The pieces of the reading text that are searched: the document without page furniture.
    pub(crate) pieces: Vec<Span>,
    /// Where a reader without a question starts: the summary, or the first text.
    pub(crate) opening: Span,
}

impl Card {
    /// Makes the card; `reading` are the findings about reading the source.
    pub(crate) fn new(source: &Source, checked: &CheckedRecord, reading: &[Finding]) -> Card {
        let record = &checked.record;
        let names =
            |pick: fn(&regesta_model::Communication) -> &Vec<regesta_model::Cited<String>>| {
                distinct(record.communications.iter().flat_map(pick).map(|it| tidy(&it.value)))
            };
        let archival = record.references.iter().filter(|it| it.kind == ReferenceKind::Archival);
        let mut severities = BTreeMap::new();
        for finding in reading.iter().chain(&checked.findings) {
            *severities.entry(finding.severity).or_default() += 1;
        }
        let pieces = pieces(source, checked);
        Card {
            title: record
                .title()
                .map(tidy)
                .or_else(|| record.description())
                .unwrap_or_else(|| source.name.clone()),
            date: record.date().map(str::to_owned),
            kind: record.communications.first().map(|it| it.kind.code().to_owned()),
            languages: record.languages().iter().map(|it| it.code().to_owned()).collect(),
            senders: names(|it| &it.senders),
            recipients: names(|it| &it.recipients),
            references: distinct(archival.map(|it| it.normal.clone())),
            findings: severities.into_iter().collect(),
            opening: opening(checked, &pieces),
            pieces,
        }
    }

    /// Returns the days the document's date may mean.
    pub(crate) fn days(&self) -> Days {
        self.date.as_deref().map(days::days).unwrap_or_default()
    }
}

/// Returns the values a document has for each facet, sorted, each once.
pub(crate) fn facets(
    card: &Card,
    checked: &CheckedRecord,
    reading: &[Finding],
) -> Vec<(Facet, String)> {
    let record = &checked.record;
    let mut res: Vec<(Facet, String)> = Vec::new();
    res.extend(days::years(card.days()).iter().map(|it| (Facet::Year, it.to_string())));
    res.extend(card.languages.iter().map(|it| (Facet::Language, it.clone())));
    let kinds = record.communications.iter().map(|it| it.kind.code().to_owned());
    res.extend(kinds.map(|it| (Facet::Kind, it)));
    let correspondents = card.senders.iter().chain(&card.recipients);
    res.extend(correspondents.map(|it| (Facet::Correspondent, it.clone())));
    let archival = record.references.iter().filter(|it| it.kind == ReferenceKind::Archival);
    res.extend(archival.filter_map(|it| it.part("archive")).map(|it| (Facet::Archive, tidy(it))));
    let findings = reading.iter().chain(&checked.findings);
    res.extend(findings.map(|it| (Facet::Finding, it.code.clone())));
    res.retain(|(_, value)| !value.is_empty());
    res.sort();
    res.dedup();
    res
}

/// Words by which a document is also found although its text spells them otherwise.
pub(crate) fn also(source: &str, card: &Card, source_id: Option<&str>) -> String {
    let mut res = vec![source];
    res.extend(source_id);
    res.extend(card.date.as_deref());
    let values = card.references.iter().chain(&card.senders).chain(&card.recipients);
    res.extend(values.map(String::as_str));
    res.join("\n")
}

/// Returns what is searched: the record's span, or the whole text where it has none, less page furniture; in the first
/// record of a volume also what stands before it.
fn pieces(source: &Source, checked: &CheckedRecord) -> Vec<Span> {
    let record = &checked.record;
    let whole = match record.span {
        it if it.is_empty() => Span::new(0..source.text.len()),
        it => it,
    };
    let furniture = record.layers.iter().filter(|it| it.role == LayerRole::Chrome);
    let mut furniture: Vec<Span> = furniture.flat_map(|it| it.spans.iter().copied()).collect();
    furniture.sort();
    let mut res = Vec::new();
    let mut start = whole.start;
    for part in furniture {
        if part.start > start {
            res.push(Span { start, end: part.start.min(whole.end) });
        }
        start = start.max(part.end);
    }
    if start < whole.end {
        res.push(Span { start, end: whole.end });
    }
    let front = record.segments.iter().filter(|it| it.kind == SegmentKind::FrontMatter);
    res.extend(front.flat_map(|it| it.spans.iter().copied()));
    res.retain(|it| it.start < it.end && !it.of(&source.text).trim().is_empty());
    res
}

fn opening(checked: &CheckedRecord, pieces: &[Span]) -> Span {
    let record = &checked.record;
    let summary = record.layer(LayerRole::Summary);
    let layer = summary.or_else(|| record.texts().next());
    let first = layer.and_then(|it| it.spans.first()).or(pieces.first());
    first.copied().unwrap_or_default()
}

/// Joins the words of a name or title that stands on several lines.
fn tidy(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn distinct(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut res: Vec<String> = Vec::new();
    for value in values.filter(|it| !it.is_empty()) {
        if !res.contains(&value) {
            res.push(value);
        }
    }
    res
}

//! A document: its catalogue entry, its communications, its texts side by side, its findings in the margin.

mod body;
mod entry;
mod notes;
mod reading;
mod relations;
mod tree;
mod volume;

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use regesta_export::{dates, exports::citation};
use regesta_model::{FieldName, Language, Layer};
use regesta_store::queries::{correspondence::Neighbourhood, document::StoredDocument};

use self::{
    body::{Body, FoldedView, RowView},
    entry::Line,
    notes::{Anchored, NoteView},
    reading::Reading,
    relations::Relations,
    tree::Branch,
    volume::VolumeView,
};
use super::{Pager, clipped};
use crate::{
    address,
    frame::{Collection, Frame, Here},
    wording,
};

/// How many bytes of a title are shown.
const TITLE: usize = 900;

/// Which columns of the text are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Show {
    /// The original alone.
    Original,
    /// The translation alone.
    Translation,
    /// Both, side by side.
    #[default]
    Both,
}

impl Show {
    const ALL: [Show; 3] = [Show::Original, Show::Translation, Show::Both];

    const fn name(self) -> &'static str {
        match self {
            Show::Original => "original",
            Show::Translation => "translation",
            Show::Both => "both",
        }
    }
}

/// What the address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    show: Show,
    part: Option<usize>,
    finding: Option<usize>,
}

impl Asked {
    /// Reads the query string; what it does not know it passes over.
    pub(crate) fn read(pairs: &[(String, String)]) -> Self {
        let mut res = Asked::default();
        for (name, value) in pairs {
            match name.as_str() {
                "show" => {
                    let known = Show::ALL.into_iter().find(|it| it.name() == value);
                    res.show = known.unwrap_or_default();
                }
                "part" => res.part = value.parse().ok(),
                "finding" => res.finding = value.parse().ok(),
                _ => {}
            }
        }
        res
    }
}

#[derive(Template)]
#[template(path = "document.html")]
struct Page {
    frame: Frame,
    address: String,
    title: String,
    title_language: &'static str,
    imprint: Vec<String>,
    entry: Vec<Line>,
    branches: Vec<Branch>,
    branches_more: usize,
    relations: Relations,
    show: &'static str,
    switches: Vec<(&'static str, String, bool)>,
    rows: Vec<RowView>,
    outside: Vec<NoteView>,
    outside_more: usize,
    folded: Vec<FoldedView>,
    pager: Pager,
    previous: Option<(String, String)>,
    next: Option<(String, String)>,
    volume: Option<VolumeView>,
    citation: String,
    findings: usize,
    wordless: bool,
}

/// Shows a document.
pub(crate) fn page(
    collection: &Arc<Collection>,
    document: &StoredDocument,
    around: Option<&(Neighbourhood, usize)>,
    asked: &Asked,
) -> Response {
    super::shown(&view(collection, document, around, asked))
}

fn view(
    collection: &Arc<Collection>,
    document: &StoredDocument,
    around: Option<&(Neighbourhood, usize)>,
    asked: &Asked,
) -> Page {
    let record = &document.checked.record;
    let findings = notes::numbered(document);
    let reading = Reading::new(document, &findings);
    let part = chosen_part(&reading, asked);
    let body = Body::new(document, &findings, &reading, part);
    let address = address::document(&record.id);
    let linked = |it: &(String, String)| (address::document(&it.0), clipped(&it.1, 300));
    let paired = reading.sections.iter().any(|it| it.right.is_some());
    let parted = |part: usize| format!("?part={part}{}", show_suffix(asked.show));
    let branches = if part == 0 { tree::branches(record, &reading) } else { Vec::new() };
    let count = u64::try_from(reading.parts.len()).unwrap_or(u64::MAX);
    Page {
        frame: Frame::new(collection, Here::Documents),
        title: clipped(&title(document), TITLE),
        title_language: title_language(document).code(),
        imprint: imprint(document),
        entry: if part == 0 { entry::lines(document, &reading) } else { Vec::new() },
        branches_more: if part == 0 { record.communications.len() - branches.len() } else { 0 },
        branches,
        relations: match around {
            Some((all, at)) if part == 0 => relations::of(all, *at),
            _ => Relations::default(),
        },
        show: if paired { asked.show.name() } else { "both" },
        switches: if paired { switches(asked, part) } else { Vec::new() },
        pager: Pager::new(part + 1, 1, count, parted),
        previous: document.previous.as_ref().map(linked),
        next: document.next.as_ref().map(linked),
        volume: document.volume.as_ref().map(|it| volume::view(it, document)),
        citation: citation::of(record),
        findings: findings.len(),
        wordless: reading.rows.is_empty(),
        rows: body.rows,
        outside: body.outside,
        outside_more: body.outside_more,
        folded: body.folded,
        address,
    }
}

fn chosen_part(reading: &Reading<'_>, asked: &Asked) -> usize {
    let last = reading.parts.len().saturating_sub(1);
    let of_finding =
        asked.finding.and_then(|it| it.checked_sub(1)).map(|it| reading.part_of_note(it));
    let asked_for = asked.part.map(|it| it.saturating_sub(1));
    of_finding.or(asked_for).unwrap_or_default().min(last)
}

fn show_suffix(show: Show) -> String {
    if show == Show::Both { String::new() } else { format!("&show={}", show.name()) }
}

fn switches(asked: &Asked, part: usize) -> Vec<(&'static str, String, bool)> {
    let href = |show: Show| format!("?part={}{}#text", part + 1, show_suffix(show));
    Show::ALL.into_iter().map(|it| (it.name(), href(it), it == asked.show)).collect()
}

fn imprint(document: &StoredDocument) -> Vec<String> {
    let record = &document.checked.record;
    let mut res: Vec<String> = record.date().map(dates::in_words).into_iter().collect();
    res.extend(record.communications.first().map(|it| wording::kind(it.kind).to_owned()));
    let languages: Vec<&str> = record.languages().iter().map(|it| it.name()).collect();
    if !languages.is_empty() {
        res.push(languages.join(" and "));
    }
    res
}

/// The document's title; where it bears none its kind and parties, else the name of its file.
fn title(document: &StoredDocument) -> String {
    let record = &document.checked.record;
    let described = || record.description().unwrap_or_else(|| document.source.name.clone());
    record.title().map_or_else(described, str::to_owned)
}

fn title_language(document: &StoredDocument) -> Language {
    let record = &document.checked.record;
    let titles = [FieldName::Title, FieldName::DocumentTitle];
    let mut fields =
        titles.iter().flat_map(|it| record.fields_named(*it)).filter(|it| !it.value.is_empty());
    let span = fields.next().and_then(|it| it.spans.first()).copied().unwrap_or_default();
    let holds = |it: &&Layer| it.spans.iter().any(|l| l.contains(span));
    record.layers.iter().find(holds).map_or(Language::Undetermined, |it| it.language)
}

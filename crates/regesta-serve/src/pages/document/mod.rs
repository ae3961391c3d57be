//! A document: its catalogue entry, its communications, its texts side by side, its findings in the margin.

mod entry;
mod notes;
mod reading;
mod tree;

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use regesta_export::{dates, exports::citation};
use regesta_model::{AlignmentStatus, FieldName, Language, Layer, Span};
use regesta_store::queries::document::StoredDocument;

use self::{
    entry::Line,
    notes::{Anchored, NoteView, Numbered},
    reading::{Placed, Reading},
    tree::Branch,
};
use super::Pager;
use crate::{
    address,
    frame::{Collection, Frame, Here},
    text::{
        parts,
        runs::{Mark, MarkKind, Note},
        writer::{Lines, Writer},
    },
    wording,
};

/// How much folded text the last part shows, as rendered; the rest is in the plain text.
const FOLDED: usize = 16_000;

/// How many notes without words in the text stand above it.
const OUTSIDE: usize = 16;

/// How many characters of a title are shown.
const TITLE: usize = 400;

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
    show: &'static str,
    switches: Vec<(&'static str, String, bool)>,
    rows: Vec<RowView>,
    outside: Vec<NoteView>,
    outside_more: usize,
    folded: Vec<FoldedView>,
    pager: Pager,
    previous: Option<(String, String)>,
    next: Option<(String, String)>,
    citation: String,
    findings: usize,
    wordless: bool,
}

/// A row as the page shows it.
struct RowView {
    number: usize,
    headings: Option<(String, Option<String>)>,
    paired: bool,
    class: String,
    begins: Option<(String, String)>,
    left: Cell,
    right: Option<Cell>,
    notes: Vec<NoteView>,
    notes_more: usize,
    /// How many lines of the grid the notes may take: down to the next notes, so that they push no text apart.
    lines: usize,
}

/// How many lines of the grid the notes of one row take at most.
const LINES: usize = 12;

/// Gives the notes of every row the room down to the next notes.
fn give_room(rows: &mut [RowView]) {
    let mut room = 0;
    for row in rows.iter_mut().rev() {
        row.lines = (room + 1).min(LINES);
        let above = usize::from(row.begins.is_some()) + usize::from(row.headings.is_some());
        room = if row.notes.is_empty() { room + 1 + above } else { above };
        if row.headings.is_some() {
            // Every section is a grid of its own.
            room = 0;
        }
    }
}

/// One side of a row.
struct Cell {
    language: &'static str,
    html: String,
    /// What is said in place of words.
    gap: Option<&'static str>,
}

struct FoldedView {
    name: &'static str,
    language: &'static str,
    html: String,
    cut: bool,
}

/// Shows a document.
pub(crate) fn page(
    collection: &Arc<Collection>,
    document: &StoredDocument,
    asked: &Asked,
) -> Response {
    super::shown(&view(collection, document, asked))
}

fn view(collection: &Arc<Collection>, document: &StoredDocument, asked: &Asked) -> Page {
    let record = &document.checked.record;
    let findings = notes::numbered(document);
    let reading = Reading::new(document, &findings);
    let part = chosen_part(&reading, asked);
    let body = Body::new(document, &findings, &reading, part);
    let address = address::document(&record.id);
    let linked = |it: &(String, String)| (address::document(&it.0), notes::clipped(&it.1, 120));
    let paired = reading.sections.iter().any(|it| it.right.is_some());
    let parted = |part: usize| format!("?part={part}{}", show_suffix(asked.show));
    let count = u64::try_from(reading.parts.len()).unwrap_or(u64::MAX);
    Page {
        frame: Frame::new(collection, Here::Documents),
        title: notes::clipped(record.title().unwrap_or(&document.source.name), TITLE),
        title_language: title_language(document).code(),
        imprint: imprint(document),
        entry: if part == 0 { entry::lines(document, &reading) } else { Vec::new() },
        branches: if part == 0 { tree::branches(record, &reading) } else { Vec::new() },
        branches_more: if part == 0 { tree::more(record) } else { 0 },
        show: if paired { asked.show.name() } else { "both" },
        switches: if paired { switches(asked, part) } else { Vec::new() },
        pager: Pager::new(part + 1, 1, count, parted),
        previous: document.previous.as_ref().map(linked),
        next: document.next.as_ref().map(linked),
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

fn title_language(document: &StoredDocument) -> Language {
    let record = &document.checked.record;
    let titles = [FieldName::Title, FieldName::DocumentTitle];
    let mut fields =
        titles.iter().flat_map(|it| record.fields_named(*it)).filter(|it| !it.value.is_empty());
    let span = fields.next().and_then(|it| it.spans.first()).copied().unwrap_or_default();
    let holds = |it: &&Layer| it.spans.iter().any(|l| l.contains(span));
    record.layers.iter().find(holds).map_or(Language::Undetermined, |it| it.language)
}

/// The rendered text of one part with its notes.
struct Body {
    rows: Vec<RowView>,
    outside: Vec<NoteView>,
    outside_more: usize,
    folded: Vec<FoldedView>,
}

impl Body {
    fn new(
        document: &StoredDocument,
        findings: &[Numbered<'_>],
        reading: &Reading<'_>,
        part: usize,
    ) -> Body {
        let record = &document.checked.record;
        let text = document.source.text.as_str();
        let note = |number: usize| {
            let here = reading.part_of_note(number - 1) == part;
            if here { Note::Here } else { Note::OtherPart }
        };
        let mut marks = notes::marks(findings, note);
        marks.extend(
            entry::cited(document).into_iter().map(|span| Mark { span, kind: MarkKind::Cited }),
        );
        marks.sort_by_key(|it| it.span.start);
        let lines =
            if document.source.media_type == "text/plain" { Lines::Wrapped } else { Lines::Blocks };
        let writer = Writer::new(text, &marks, &record.segments, lines);
        let shown = Shown { document, findings, reading, writer: &writer };
        let first = reading.parts.get(part).copied().unwrap_or_default();
        let mut rows: Vec<RowView> = Vec::new();
        let mut section = None;
        for (at, placed) in reading.part(part).iter().enumerate() {
            let opens = section != Some(placed.section);
            section = Some(placed.section);
            rows.push(shown.row(first + at, placed, opens));
        }
        give_room(&mut rows);
        let last = part + 1 == reading.parts.len();
        let folded = if last { shown.folded() } else { Vec::new() };
        let outside: &[usize] = if part == 0 { &reading.outside } else { &[] };
        let anchored = |number: usize| anchored(&rows, &folded, number);
        Body {
            outside: outside
                .iter()
                .take(OUTSIDE)
                .filter_map(|it| findings.get(*it))
                .map(|it| notes::view(*it, text, anchored(it.number)))
                .collect(),
            outside_more: outside.len().saturating_sub(OUTSIDE),
            rows,
            folded,
        }
    }
}

/// Says what the address of a finding leads to: its words where they are on the page, else its note.
fn anchored(rows: &[RowView], folded: &[FoldedView], number: usize) -> Anchored {
    let anchor = format!("id=\"finding-{number}\"");
    let cells = rows.iter().flat_map(|it| [Some(&it.left), it.right.as_ref()]).flatten();
    let mut html = cells.map(|it| &it.html).chain(folded.iter().map(|it| &it.html));
    if html.any(|it| it.contains(&anchor)) { Anchored::InText } else { Anchored::AtNote }
}

/// What the rows of a page are made from.
struct Shown<'a> {
    document: &'a StoredDocument,
    findings: &'a [Numbered<'a>],
    reading: &'a Reading<'a>,
    writer: &'a Writer<'a>,
}

impl Shown<'_> {
    fn row(&self, number: usize, placed: &Placed, opens: bool) -> RowView {
        let section = self.reading.sections.get(placed.section);
        let right = section.and_then(|it| it.right);
        let status = placed.row.status;
        let language =
            |layer: Option<&Layer>| layer.map_or(Language::Undetermined, |it| it.language);
        let left_layer = section.map(|it| it.left);
        let omitted =
            (status == Some(AlignmentStatus::Omitted)).then_some("not in the translation");
        let added = (status == Some(AlignmentStatus::Added)).then_some("not in the original");
        let left = self.cell(&placed.row.original, language(left_layer), added);
        let right = right.map(|it| self.cell(&placed.row.translation, it.language, omitted));
        let notes =
            placed.notes.iter().take(notes::NOTES_AT_ONCE).filter_map(|it| self.findings.get(*it));
        let record = &self.document.checked.record;
        let communication = placed.begins.and_then(|it| record.communications.get(it));
        let notes = notes.map(|it| {
            let anchor = format!("id=\"finding-{}\"", it.number);
            let found = left.html.contains(&anchor)
                || right.as_ref().is_some_and(|it| it.html.contains(&anchor));
            let anchored = if found { Anchored::InText } else { Anchored::AtNote };
            notes::view(*it, &self.document.source.text, anchored)
        });
        RowView {
            number: number + 1,
            headings: section.filter(|_| opens).map(|it| (heading(it.left), it.right.map(heading))),
            paired: right.is_some(),
            class: class(placed),
            begins: communication.map(|it| (it.id.clone(), tree::heading(it))),
            notes: notes.collect(),
            notes_more: placed.notes.len().saturating_sub(notes::NOTES_AT_ONCE),
            lines: 1,
            left,
            right,
        }
    }

    fn cell(&self, spans: &[Span], language: Language, gap: Option<&'static str>) -> Cell {
        Cell { language: language.code(), html: self.writer.pieces(spans, language), gap }
    }

    fn folded(&self) -> Vec<FoldedView> {
        let text = self.document.source.text.as_str();
        let mut room = FOLDED;
        let layers = reading::folded(&self.document.checked.record, text);
        layers
            .into_iter()
            .map(|it| {
                let mut spans = Vec::new();
                for span in &it.spans {
                    let weight = parts::weight(span.of(text)) + 200;
                    if weight > room {
                        break;
                    }
                    room -= weight;
                    spans.push(*span);
                }
                FoldedView {
                    name: it.name,
                    language: it.language.code(),
                    html: self.writer.pieces(&spans, it.language),
                    cut: spans.len() < it.spans.len(),
                }
            })
            .collect()
    }
}

fn heading(layer: &Layer) -> String {
    format!("{}, {}", wording::role(layer.role), layer.language.name())
}

fn class(placed: &Placed) -> String {
    let mut res = String::new();
    if placed.depth > 0 {
        res.push_str(&format!("enclosed d{}", placed.depth));
    }
    if placed.goes_on {
        res.push_str(" goes-on");
    }
    match placed.row.status {
        Some(AlignmentStatus::Omitted) => res.push_str(" omitted"),
        Some(AlignmentStatus::Added) => res.push_str(" added"),
        _ => {}
    }
    res
}

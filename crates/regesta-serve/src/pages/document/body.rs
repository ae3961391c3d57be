//! One part of a document as the page shows it: rows of two columns with their notes, and what is folded away.

use regesta_model::{AlignmentStatus, Language, Layer, Span};
use regesta_store::queries::document::StoredDocument;

use super::{
    entry,
    notes::{self, Anchored, NoteView, Numbered},
    reading::{self, Placed, Reading},
    tree,
};
use crate::{
    text::{
        parts,
        runs::{Mark, MarkKind, Note},
        writer::{Lines, Writer},
    },
    wording,
};

/// How many bytes the notes without words in the text weigh at most.
const OUTSIDE: usize = 14_000;

/// How much folded text the last part shows, as rendered; the rest is in the plain text.
const FOLDED: usize = 16_000;

/// A row as the page shows it.
pub(super) struct RowView {
    pub(super) number: usize,
    pub(super) headings: Option<(String, Option<String>)>,
    pub(super) paired: bool,
    pub(super) class: String,
    pub(super) begins: Option<(String, String)>,
    pub(super) left: Cell,
    pub(super) right: Option<Cell>,
    pub(super) notes: Vec<NoteView>,
    pub(super) notes_more: usize,
    /// How many lines of the grid the notes may take: down to the next notes, so that they push no text apart.
    pub(super) lines: usize,
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
pub(super) struct Cell {
    pub(super) language: &'static str,
    pub(super) html: String,
    /// What is said in place of words.
    pub(super) gap: Option<&'static str>,
}

/// Words folded away.
pub(super) struct FoldedView {
    pub(super) name: &'static str,
    pub(super) language: &'static str,
    pub(super) html: String,
    pub(super) cut: bool,
}

/// The rendered text of one part with its notes.
pub(super) struct Body {
    pub(super) rows: Vec<RowView>,
    pub(super) outside: Vec<NoteView>,
    pub(super) outside_more: usize,
    pub(super) folded: Vec<FoldedView>,
}

impl Body {
    /// Renders one part, from 0.
    pub(super) fn new(
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
        let own = outside.iter().filter_map(|it| findings.get(*it)).copied();
        let own = notes::that_fit(own, OUTSIDE);
        let note = |it: &Numbered<'_>| notes::view(*it, text, anchored(&rows, &folded, it.number));
        Body {
            outside: own.iter().map(note).collect(),
            outside_more: outside.len() - own.len(),
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
        let own = placed.notes.iter().filter_map(|it| self.findings.get(*it)).copied();
        let own = notes::that_fit(own, notes::ROW_NOTES);
        let notes_more = placed.notes.len() - own.len();
        let record = &self.document.checked.record;
        let communication = placed.begins.and_then(|it| record.communications.get(it));
        let notes = own.iter().map(|it| {
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
            notes_more,
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

//! Lays the texts of a document out: which layers stand side by side, in which rows, with which notes, in which part.

use regesta_model::{AlignmentStatus, Language, Layer, LayerRole, Record, SegmentKind, Span};
use regesta_store::queries::document::StoredDocument;

use super::{
    notes::{self, Numbered},
    tree,
};
use crate::text::{
    parts,
    rows::{self, Row},
    writer::MARKS_AT_ONCE,
};

/// A row placed on the page.
pub(super) struct Placed {
    pub(super) row: Row,
    /// Which of the sections it belongs to.
    pub(super) section: usize,
    /// How many communications enclose its words.
    pub(super) depth: usize,
    /// The communication whose words begin here, by its place in the record.
    pub(super) begins: Option<usize>,
    /// Whether it goes on in the middle of a paragraph.
    pub(super) goes_on: bool,
    /// The notes beside it, by their place among the findings.
    pub(super) notes: Vec<usize>,
}

/// Layers that stand beside each other, or one that stands alone.
pub(super) struct Section<'a> {
    pub(super) left: &'a Layer,
    pub(super) right: Option<&'a Layer>,
}

/// The whole text of a document laid out.
pub(super) struct Reading<'a> {
    pub(super) sections: Vec<Section<'a>>,
    pub(super) rows: Vec<Placed>,
    /// First row of each part.
    pub(super) parts: Vec<usize>,
    /// Notes whose words are not in the texts, by their place among the findings.
    pub(super) outside: Vec<usize>,
}

impl<'a> Reading<'a> {
    /// Lays the document out.
    pub(super) fn new(document: &'a StoredDocument, findings: &[Numbered<'_>]) -> Self {
        let record = &document.checked.record;
        let text = document.source.text.as_str();
        let sections = sections(record);
        let mut rows: Vec<Placed> = Vec::new();
        for (at, section) in sections.iter().enumerate() {
            let laid = match section.right {
                Some(right) => {
                    rows::parallel(text, &section.left.spans, &right.spans, &record.alignments)
                }
                None => rows::single(text, &section.left.spans),
            };
            rows.extend(laid.into_iter().map(|row| placed(record, text, row, at)));
        }
        mark_beginnings(record, &mut rows);
        let outside = place_notes(&mut rows, findings);
        let weights = rows.iter().map(|it| weight(text, it, findings));
        let parts = parts::starts(weights);
        Reading { sections, rows, parts, outside }
    }

    /// The rows of a part, from 0.
    pub(super) fn part(&self, part: usize) -> &[Placed] {
        let start = self.parts.get(part).copied().unwrap_or_default();
        let end = self.parts.get(part + 1).copied().unwrap_or(self.rows.len());
        self.rows.get(start..end).unwrap_or_default()
    }

    /// The query string of the part whose rows hold a byte of the reading text, empty for the first;
    /// words that no row holds are folded away in the last.
    pub(super) fn page_of(&self, at: u32) -> String {
        let row = self.rows.iter().position(|it| holds(&it.row, at));
        match row.map_or(self.parts.len().saturating_sub(1), |row| self.part_of_row(row)) {
            0 => String::new(),
            part => format!("?part={}", part + 1),
        }
    }

    /// The part, from 0, where the note of a finding stands.
    pub(super) fn part_of_note(&self, finding: usize) -> usize {
        let row = self.rows.iter().position(|it| it.notes.contains(&finding));
        row.map_or(0, |row| self.part_of_row(row))
    }

    fn part_of_row(&self, row: usize) -> usize {
        self.parts.partition_point(|it| *it <= row).saturating_sub(1)
    }
}

/// Which layers stand beside each other: those the alignment joins, else the first original and the first translation.
fn sections(record: &Record) -> Vec<Section<'_>> {
    let texts: Vec<&Layer> = record.texts().collect();
    let of = |span: &Span| texts.iter().position(|it| it.spans.iter().any(|l| l.contains(*span)));
    let joined = || record.alignments.iter().filter(|it| it.status == AlignmentStatus::Aligned);
    let left = joined().filter_map(|it| it.source.first()).find_map(of);
    let right = joined().filter_map(|it| it.target.first()).find_map(of);
    let is = |role: LayerRole| move |it: &&Layer| it.role == role;
    let left = left.or_else(|| texts.iter().position(is(LayerRole::Original)));
    let right = right
        .or_else(|| texts.iter().position(is(LayerRole::Translation)))
        .or_else(|| texts.iter().position(is(LayerRole::RelayTranslation)));
    let mut res = Vec::new();
    let pair = left.zip(right).filter(|(left, right)| left != right);
    if let Some((left, right)) = pair.and_then(|(l, r)| Some((*texts.get(l)?, *texts.get(r)?))) {
        res.push(Section { left, right: Some(right) });
    }
    let used = |at: usize| pair.is_some_and(|(left, right)| at == left || at == right);
    let alone = texts.iter().enumerate().filter(|(at, _)| !used(*at)).map(|(_, it)| *it);
    let notes = record.layers.iter().filter(|it| it.role == LayerRole::Note);
    res.extend(alone.chain(notes).map(|left| Section { left, right: None }));
    res
}

fn placed(record: &Record, text: &str, row: Row, section: usize) -> Placed {
    let first = row.original.first().or(row.translation.first()).copied().unwrap_or_default();
    let before = text.get(..first.start as usize).unwrap_or_default();
    let goes_on = !before.trim_end_matches([' ', '\t']).ends_with('\n') && !before.is_empty();
    let middle = first.trimmed(text);
    let at = middle.start + (middle.end - middle.start) / 2;
    let holders = record
        .communications
        .iter()
        .filter(|it| it.spans.iter().any(|span| span.start <= at && at < span.end));
    let depth = holders.map(|it| tree::depth(record, it)).max().unwrap_or_default();
    Placed { row, section, depth, begins: None, goes_on, notes: Vec::new() }
}

/// Marks the row where the words of each communication begin, in the first of its layers.
fn mark_beginnings(record: &Record, rows: &mut [Placed]) {
    for (at, communication) in record.communications.iter().enumerate() {
        let depth = tree::depth(record, communication);
        let begin = tree::begin(communication);
        let row = rows.iter_mut().find(|it| {
            let ends = it.row.original.iter().chain(&it.row.translation).map(|span| span.end);
            it.begins.is_none() && it.depth >= depth && ends.max().is_some_and(|end| end > begin)
        });
        if let Some(row) = row {
            row.begins = Some(at);
        }
    }
}

/// Puts each note beside the row of its first words; returns those that have none.
fn place_notes(rows: &mut [Placed], findings: &[Numbered<'_>]) -> Vec<usize> {
    let mut outside = Vec::new();
    for (at, it) in findings.iter().enumerate() {
        let place = it.finding.labels.first().map(|it| it.span.start);
        let row = place.and_then(|place| rows.iter_mut().find(|it| holds(&it.row, place)));
        match row {
            Some(row) => row.notes.push(at),
            None => outside.push(at),
        }
    }
    outside
}

fn holds(row: &Row, at: u32) -> bool {
    row.original.iter().chain(&row.translation).any(|it| it.start <= at && at < it.end)
}

fn weight(text: &str, placed: &Placed, findings: &[Numbered<'_>]) -> usize {
    let spans = || placed.row.original.iter().chain(&placed.row.translation);
    let words = spans().map(|it| parts::weight(it.of(text))).sum::<usize>();
    let labels = findings.iter().flat_map(|it| &it.finding.labels);
    let marked = labels.filter(|it| spans().any(|span| span.overlaps(it.span))).count();
    let notes = placed.notes.iter().filter_map(|it| findings.get(*it));
    let notes = notes.map(|it| notes::weight(it.finding)).sum::<usize>();
    // The row's own markup, and the anchors of a handful of cited values.
    500 + words + marked.min(MARKS_AT_ONCE) * 240 + notes.min(notes::ROW_NOTES)
}

/// A layer whose words are folded away: the catalogue's, the site's, or those no layer claims.
pub(super) struct Folded {
    pub(super) name: &'static str,
    pub(super) language: Language,
    pub(super) spans: Vec<Span>,
}

/// Returns everything in the record's span that is not among its texts and notes.
pub(super) fn folded(record: &Record, text: &str) -> Vec<Folded> {
    let away = |it: &&Layer| {
        matches!(it.role, LayerRole::Summary | LayerRole::Catalogue | LayerRole::Chrome)
    };
    let mut res: Vec<Folded> = record
        .layers
        .iter()
        .filter(away)
        .map(|it| Folded {
            name: crate::wording::role(it.role),
            language: it.language,
            spans: rows::in_order(&it.spans),
        })
        .collect();
    let front = record.segments.iter().filter(|it| it.kind == SegmentKind::FrontMatter);
    let front: Vec<Span> = front.flat_map(|it| it.spans.iter().copied()).collect();
    if !front.is_empty() {
        res.push(Folded {
            name: "Front of the volume",
            language: Language::Undetermined,
            spans: front,
        });
    }
    let rest = unclaimed(record, text);
    if !rest.is_empty() {
        res.push(Folded {
            name: "Other words of the page",
            language: Language::Undetermined,
            spans: rest,
        });
    }
    res
}

fn unclaimed(record: &Record, text: &str) -> Vec<Span> {
    let claimed: Vec<Span> = record.layers.iter().flat_map(|it| it.spans.iter().copied()).collect();
    let whole = match record.span {
        it if it.is_empty() => Span::new(0..text.len()),
        it => it,
    };
    let mut res = Vec::new();
    let mut at = whole.start;
    for span in rows::in_order(&claimed) {
        if at < span.start {
            res.push(Span { start: at, end: span.start.min(whole.end) });
        }
        at = at.max(span.end);
    }
    if at < whole.end {
        res.push(Span { start: at, end: whole.end });
    }
    res.retain(|it| it.start < it.end && !it.of(text).trim().is_empty());
    res
}

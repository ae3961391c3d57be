//! Margin notes: the findings of a document, numbered as their marks in the text are.

use regesta_model::{Finding, Span};
use regesta_store::queries::document::StoredDocument;

use crate::{
    address,
    pages::{Room, SeverityView, clipped},
    text::runs::{Mark, MarkKind, Note},
    wording,
};

/// How many notes stand beside one row.
const NOTES_AT_ONCE: usize = 24;

/// How many places a note names.
const PLACES: usize = 5;

/// How many bytes of a place's words a note quotes.
const WORDS: usize = 180;

/// How many bytes of a message or a fix a note shows.
const SENTENCE: usize = 900;

/// How many bytes the notes of one row weigh at most.
pub(super) const ROW_NOTES: usize = 16_000;

/// A finding with the number of its note.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbered<'a> {
    pub(super) number: usize,
    pub(super) finding: &'a Finding,
}

/// Numbers the findings of a document as the queue does: those of the rules, then those of the reading of its source.
pub(super) fn numbered(document: &StoredDocument) -> Vec<Numbered<'_>> {
    let findings = document.checked.findings.iter().chain(&document.reading_findings);
    findings.enumerate().map(|(at, finding)| Numbered { number: at + 1, finding }).collect()
}

/// Returns a mark for every place of every finding.
pub(super) fn marks(findings: &[Numbered<'_>], note: impl Fn(usize) -> Note) -> Vec<Mark> {
    let places = findings
        .iter()
        .flat_map(|it| it.finding.labels.iter().enumerate().map(move |label| (it, label)));
    places
        .map(|(it, (at, label))| Mark {
            span: label.span,
            kind: MarkKind::Finding {
                number: it.number,
                label: at + 1,
                severity: it.finding.severity,
                note: note(it.number),
            },
        })
        .collect()
}

/// A margin note.
#[derive(Clone, Debug)]
pub(super) struct NoteView {
    pub(super) number: usize,
    pub(super) code: String,
    pub(super) rule: String,
    pub(super) page: String,
    pub(super) severity: SeverityView,
    pub(super) message: String,
    pub(super) fix: Option<String>,
    pub(super) basis: &'static str,
    pub(super) places: Vec<Place>,
    /// Whether the note itself is what the finding's address leads to.
    pub(super) anchored: Anchored,
}

/// What the address of a finding leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchored {
    /// The words in the text.
    InText,
    /// The note, where the words are not on the page.
    AtNote,
}

/// A place a note names.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) href: String,
    pub(super) words: String,
    pub(super) note: String,
}

/// Makes the note of a finding; `text` is the reading text.
pub(super) fn view(it: Numbered<'_>, text: &str, anchored: Anchored) -> NoteView {
    let labels = it.finding.labels.iter().enumerate();
    // A single place without a word of its own is the mark the note answers to: nothing to name.
    let several = it.finding.labels.len() > 1 || anchored == Anchored::AtNote;
    let named = labels.filter(|(_, label)| several || !label.note.is_empty());
    NoteView {
        number: it.number,
        code: it.finding.code.clone(),
        rule: wording::rule(&it.finding.name),
        page: address::rule(&it.finding.code),
        severity: it.finding.severity.into(),
        message: clipped(&it.finding.message, SENTENCE),
        fix: it.finding.fix.as_deref().map(|fix| clipped(fix, SENTENCE)),
        basis: wording::basis(it.finding.basis),
        places: named
            .take(PLACES)
            .map(|(at, label)| Place {
                href: match at {
                    0 => format!("#finding-{}", it.number),
                    _ => format!("#finding-{}-{}", it.number, at + 1),
                },
                words: clipped(&one_line(label.span, text), WORDS),
                note: clipped(&label.note, SENTENCE),
            })
            .collect(),
        anchored,
    }
}

/// Bounds the rendered size of a note from above.
pub(super) fn weight(finding: &Finding) -> usize {
    let sentence = |words: &str| SENTENCE.min(words.len().saturating_mul(5));
    let places = finding.labels.iter().take(PLACES);
    700 + sentence(&finding.message)
        + finding.fix.as_deref().map_or(0, sentence)
        + places.map(|it| 100 + WORDS + sentence(&it.note)).sum::<usize>()
}

/// The first of these findings, as many as there is room for beside one row.
pub(super) fn that_fit<'a>(
    findings: impl Iterator<Item = Numbered<'a>>,
    most: usize,
) -> Vec<Numbered<'a>> {
    let mut room = Room(most);
    findings.take(NOTES_AT_ONCE).take_while(|it| room.takes(weight(it.finding))).collect()
}

fn one_line(span: Span, text: &str) -> String {
    let words = span.of(text);
    let head = words.get(..words.floor_char_boundary(WORDS * 2)).unwrap_or_default();
    head.split_whitespace().collect::<Vec<_>>().join(" ")
}

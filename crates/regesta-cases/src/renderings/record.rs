//! A whole record, part by part: what a page of `examples/records` shows of a document of the sample collection.

use std::fmt::Write as _;

use regesta_model::{AlignedUnit, CheckedRecord, FieldName, Layer, Record, Segment, Span};

use super::{ends, fields, findings, quoted, statements};

/// The statements of a record in the order in which a reader asks for them.
const STATEMENTS: &[&str] = &[
    "communication",
    "date",
    "quantity",
    "reference",
    "cross-reference",
    "entity",
    "request",
    "provision",
    "strength-return",
    "timetable",
    "distribution",
];

/// Renders everything that is known of a document, each part under its name; parts without content are left out.
#[must_use]
pub fn record(text: &str, checked: &CheckedRecord) -> String {
    let record = &checked.record;
    let mut res = String::new();
    let mut part = |name: &str, lines: &str| {
        if !lines.is_empty() {
            let _ = write!(res, "\n## {name}\n\n```text\n{lines}```\n");
        }
    };
    part("layers", &record.layers.iter().map(|it| layer(text, it)).collect::<String>());
    part("segments", &record.segments.iter().map(|it| segment(text, it)).collect::<String>());
    part("fields", &fields(text, record, FieldName::ALL));
    for kind in STATEMENTS {
        part(kind, &statements(text, record, kind));
    }
    part("alignments", &alignments(text, record));
    part("findings", &findings(text, Some(record), &checked.findings));
    res
}

fn layer(text: &str, it: &Layer) -> String {
    format!("{} {} {} {}\n", it.id, it.role, it.language, pieces(text, &it.spans))
}

fn segment(text: &str, it: &Segment) -> String {
    let language = it.language.map(|it| format!(" {it}")).unwrap_or_default();
    format!("{}{language} {}\n", it.kind, pieces(text, &it.spans))
}

/// The first and the last words of a part, and in how many pieces it stands.
fn pieces(text: &str, spans: &[Span]) -> String {
    let words = match spans {
        [] => String::new(),
        [only] => ends(only.of(text)),
        [first, .., last] => {
            format!("{} […] {}", ends(first.of(text)), ends(last.of(text)))
        }
    };
    let count = if spans.len() > 1 { format!(" ({} pieces)", spans.len()) } else { String::new() };
    format!("{words:?}{count}")
}

/// How many sentences answer each other, and the words of those that have no counterpart.
fn alignments(text: &str, record: &Record) -> String {
    let mut res = String::new();
    let alone = |it: &&AlignedUnit| it.source.is_empty() || it.target.is_empty();
    let paired = record.alignments.iter().filter(|it| !alone(it)).count();
    if paired > 0 {
        let _ = writeln!(res, "{paired} aligned");
    }
    for it in record.alignments.iter().filter(alone) {
        let words: Vec<String> =
            it.source.iter().chain(&it.target).map(|it| quoted(text, *it)).collect();
        let _ = writeln!(res, "{} {}", it.status, words.join(" + "));
    }
    res
}

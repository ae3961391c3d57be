//! A citation of a document as one plain sentence, to be pasted into a footnote.

use std::fmt::Write as _;

use regesta_model::{Evidence, FieldName, Record, ReferenceKind};

use crate::{dates, exports::Export};

/// A plain citation, one line for each document.
pub const EXPORT: Export = Export {
    name: "citation",
    media_type: "text/plain; charset=utf-8",
    page: include_str!("citation.md"),
    export,
};

/// Returns the citation of every document of the source, each on its line.
pub fn export(evidence: &Evidence) -> Vec<u8> {
    let mut res = String::new();
    for checked in &evidence.records {
        res.push_str(&of(&checked.record));
        res.push('\n');
    }
    res.into_bytes()
}

/// Returns the citation of one document: title, date, where it lies, collection, record number, translator, address.
pub fn of(record: &Record) -> String {
    let mut parts: Vec<String> = record.date().map(dates::in_words).into_iter().collect();
    let mut places: Vec<&str> = Vec::new();
    for reference in record.references.iter().filter(|it| it.kind == ReferenceKind::Archival) {
        if !places.contains(&reference.normal.as_str()) {
            places.push(&reference.normal);
        }
    }
    if !places.is_empty() {
        parts.push(places.join("; also "));
    }
    parts.extend(record.value(FieldName::Collection).map(one_line));
    parts.extend(record.value(FieldName::RecordId).map(|it| format!("record {}", one_line(it))));
    parts.extend(
        record.value(FieldName::Translator).map(|it| format!("translated by {}", one_line(it))),
    );
    let mut res = match record.title() {
        Some(title) => format!("“{}”", one_line(title).trim_end_matches('.')),
        None => record.description().unwrap_or_else(|| "[untitled document]".to_owned()),
    };
    for part in parts {
        // Writing into a String cannot fail.
        let _ = write!(res, ", {part}");
    }
    res.push('.');
    if let Some(url) = record.value(FieldName::Url) {
        let _ = write!(res, " {}", one_line(url));
    }
    res
}

fn one_line(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use regesta_model::{Field, Reference, Span};

    use super::*;

    fn field(name: FieldName, value: &str, edtf: Option<&str>) -> Field {
        Field {
            name,
            value: value.to_owned(),
            edtf: edtf.map(str::to_owned),
            spans: vec![Span::new(0..1)],
        }
    }

    #[test]
    fn a_citation_names_each_place_once_and_leaves_out_what_is_not_known() {
        let lies_in = |normal: &str| Reference {
            kind: ReferenceKind::Archival,
            normal: normal.to_owned(),
            parts: Vec::new(),
            missing: Vec::new(),
            spans: vec![Span::new(0..1)],
        };
        let place = "Zolotorechensk Archive, f. 7, op. 2, d. 31, ll. 4-5";
        let mut record = Record {
            fields: vec![
                field(FieldName::Title, "Telegram from the ferry\noffice.", None),
                field(FieldName::DocumentDate, "3.II.52", Some("1952-02-03")),
            ],
            references: vec![lies_in(place), lies_in(place)],
            ..Record::default()
        };
        assert_eq!(
            of(&record),
            format!("“Telegram from the ferry office”, 3 February 1952, {place}.")
        );
        record.fields.clear();
        record.references.clear();
        assert_eq!(of(&record), "[untitled document].");
    }
}

//! The words a finding points at, with the rest of their line, made once when the finding is stored.

use regesta_model::{Finding, Label, Language, Record};

use crate::queries::findings::Quotation;

/// How many characters of the line are kept on either side.
const AROUND: usize = 120;

/// Quotes the words of every label.
pub(crate) fn quotations(text: &str, records: &[&Record], finding: &Finding) -> Vec<Quotation> {
    finding.labels.iter().map(|it| quotation(text, records, it)).collect()
}

fn quotation(text: &str, records: &[&Record], label: &Label) -> Quotation {
    let range = label.span.range();
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let line_before = before.rsplit('\n').next().unwrap_or_default();
    let line_after = after.split('\n').next().unwrap_or_default();
    let start = line_before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let layers = records.iter().flat_map(|it| &it.layers);
    let home = layers.filter(|it| it.spans.iter().any(|span| span.contains(label.span)));
    let language = home.map(|it| it.language).next().unwrap_or(Language::Undetermined);
    Quotation {
        before: line_before.get(start..).unwrap_or_default().to_owned(),
        words: label.span.of(text).to_owned(),
        after: line_after.chars().take(AROUND).collect(),
        note: label.note.clone(),
        language: language.code().to_owned(),
    }
}

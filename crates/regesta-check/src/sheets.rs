//! Numbers printed on the sheets of a document, gathered text by text.

use regesta_model::{FieldName, Record, SegmentKind, Span};

/// A number as one sheet bears it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    /// Its digits.
    pub(crate) digits: String,
    /// The words that state it.
    pub(crate) span: Span,
}

impl Printed {
    /// Returns the value; `None` where there are too many digits for a number.
    pub(crate) fn value(&self) -> Option<u32> {
        self.digits.parse().ok()
    }
}

/// Returns the numbers of a field in reading order, one list for each text of the record.
///
/// A translation that repeats the sheets of its original is a text of its own.
pub(crate) fn printed(text: &str, record: &Record, name: FieldName) -> Vec<Vec<Printed>> {
    let mut all: Vec<Printed> = record
        .fields_named(name)
        .flat_map(|field| &field.spans)
        .filter_map(|span| digits(text, *span))
        .collect();
    all.sort_by_key(|it| it.span);
    all.dedup();
    let layers: Vec<_> = record.texts().collect();
    let layer_of = |it: &Printed| {
        layers.iter().position(|layer| layer.spans.iter().any(|span| span.overlaps(it.span)))
    };
    let mut res: Vec<(Option<usize>, Vec<Printed>)> = Vec::new();
    for number in all {
        let layer = layer_of(&number);
        match res.iter_mut().find(|(it, _)| *it == layer) {
            Some((_, numbers)) => numbers.push(number),
            None => res.push((layer, vec![number])),
        }
    }
    res.into_iter().map(|(_, numbers)| numbers).collect()
}

/// Says whether a segment of this kind overlaps the span.
pub(crate) fn stands_in(record: &Record, span: Span, kind: SegmentKind) -> bool {
    segments(record, kind).any(|it| it.overlaps(span))
}

/// Says whether a new telegram form stands between two places.
pub(crate) fn form_between(record: &Record, from: Span, to: Span) -> bool {
    segments(record, SegmentKind::Form).any(|it| from.end <= it.start && it.start < to.start)
}

fn segments(record: &Record, kind: SegmentKind) -> impl Iterator<Item = Span> {
    let of_kind = record.segments.iter().filter(move |it| it.kind == kind);
    of_kind.flat_map(|it| it.spans.iter().copied())
}

/// Returns the first run of digits in the words, for words such as `Sheet 2` and `No. 15603`.
fn digits(text: &str, span: Span) -> Option<Printed> {
    let words = span.of(text);
    let start = words.find(|c: char| c.is_ascii_digit())?;
    let rest = words.get(start..)?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let run = rest.get(..end)?;
    let canonical = run.trim_start_matches('0');
    let digits = if canonical.is_empty() { run } else { canonical };
    Some(Printed { digits: digits.to_owned(), span })
}

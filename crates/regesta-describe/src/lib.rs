//! Turns a reading text into records: segments, layers, fields, communications and statements, every value cited.
//!
//! A page is seen as lines, divided into catalogue, furniture and text; the text into layers by language; each layer
//! into communications; then fields and statements are read, each by a file of its own.

mod alignment;
mod chronology;
mod columns;
mod communications;
mod content;
mod context;
pub mod fields;
mod furniture;
mod heads;
mod labels;
mod layers;
mod page;
mod passages;
mod patterns;
mod phrases;
mod points;
mod prose;
mod segments;
mod standing;
pub mod statements;
mod stretches;
mod titles;
mod vocabulary;
mod wordlist;
mod zones;

use std::collections::HashSet;

use regesta_model::{Record, Source, Span};

pub(crate) use context::Context;

/// Lines that stand in many documents of the folder: furniture of the site or of the form.
#[derive(Clone, Debug, Default)]
pub struct RepeatedLines(HashSet<u64>);

impl RepeatedLines {
    /// Makes the set from fingerprints as `fingerprints` gives them.
    pub fn new(lines: impl IntoIterator<Item = u64>) -> Self {
        RepeatedLines(lines.into_iter().collect())
    }

    /// Says whether no line is known to repeat.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Says whether a line with this fingerprint repeats across the folder.
    pub fn contains(&self, fingerprint: u64) -> bool {
        self.0.contains(&fingerprint)
    }
}

/// Returns the fingerprints of a source's distinct lines, sorted. Lines that differ only in white space share one.
///
/// Lines longer than a notice are left out: they are a writer's own.
pub fn fingerprints(source: &Source) -> Vec<u64> {
    let lines = source.text.lines().filter(|it| !it.trim().is_empty() && it.len() <= 1_200);
    let mut res: Vec<u64> = lines.map(furniture::fingerprint).collect();
    res.sort_unstable();
    res.dedup();
    res
}

/// Describes the documents of a source. Never fails; the same source and lines give the same records.
pub fn describe(source: &Source, repeated: &RepeatedLines) -> Vec<Record> {
    if source.text.trim().is_empty() {
        return Vec::new();
    }
    let page = page::Page::new(source, repeated);
    let zones = zones::Zones::new(&page);
    let texts = layers::texts(&page, &zones);
    let outlines: Vec<_> =
        texts.iter().map(|it| communications::outline(&page, &zones.cited, it)).collect();
    let chronology = chronology::Chronology::new(&page, &zones, &outlines);
    let context = Context::new(&page, &zones, &texts, &outlines, &chronology);
    let mut record = Record {
        id: record_id(&source.name, 0),
        source_id: None,
        span: Span::new(0..source.text.len()),
        segments: segments::segments(&context),
        layers: segments::layers(&context),
        alignments: alignment::align(&context),
        ..Record::default()
    };
    for reader in fields::ALL {
        record.fields.extend((reader.read)(&context));
    }
    record.fields.sort_by_key(|it| (it.name, it.spans.first().copied()));
    for reader in statements::ALL {
        (reader.read)(&context, &mut record);
    }
    vec![record]
}

/// Id of a record: of the source's name and its place in it, in 12 letters and digits that are easily told apart.
fn record_id(name: &str, place: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let mut value = furniture::fingerprint(&format!("{name} #{place}"));
    (0..12)
        .map(|_| {
            let letter = LETTERS[(value % LETTERS.len() as u64) as usize];
            value /= LETTERS.len() as u64;
            char::from(letter)
        })
        .collect()
}

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
mod editorial;
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
mod volume;
pub mod volumes;
mod wordlist;
mod zones;

use std::collections::HashSet;

use regesta_model::{Record, Source};

pub(crate) use context::Context;
pub use volume::Volume;

/// Lines that stand in many documents of the folder: furniture of the site or of the form.
#[derive(Clone, Debug, Default)]
pub struct RepeatedLines(HashSet<u64>);

impl RepeatedLines {
    /// Makes the set from fingerprints as `fingerprints` gives them.
    pub fn new(lines: impl IntoIterator<Item = u64>) -> Self {
        RepeatedLines(lines.into_iter().collect())
    }

    /// In how many of so many documents a line stands at least before it counts as repeated.
    pub fn least(documents: usize) -> usize {
        const FEWEST: usize = 3;
        // More than this is never asked for: a site's furniture stands in a corner of a large folder too.
        const ENOUGH: usize = 20;
        const ONE_IN: usize = 50;
        (documents / ONE_IN).clamp(FEWEST, ENOUGH)
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
    let mut res: Vec<u64> = furniture::notices(&source.text).collect();
    res.sort_unstable();
    res.dedup();
    res
}

/// Describes the documents of a source. Never fails; the same source and lines give the same records.
///
/// A caller that has many processors or little room describes a [`Volume`] document by document instead.
pub fn describe(source: &Source, repeated: &RepeatedLines) -> Vec<Record> {
    let volume = Volume::new(source);
    (0..volume.len()).filter_map(|it| volume.describe(it, repeated)).collect()
}

/// Describes one document: a source, or its part of one.
fn describe_part(source: &Source, part: &volume::Part<'_>, repeated: &[&RepeatedLines]) -> Record {
    let page = page::Page::new(source, part, repeated);
    let zones = zones::Zones::new(&page);
    let texts = layers::texts(&page, &zones);
    let outlines: Vec<_> =
        texts.iter().map(|it| communications::outline(&page, &zones.cited, it)).collect();
    let chronology = chronology::Chronology::new(&page, &zones, &outlines);
    let context = Context::new(&page, &zones, &texts, &outlines, &chronology);
    let mut record = Record {
        span: part.span,
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
    record
}

//! The search index: what is in it and how documents get in; derived from the database at any time.

pub(crate) mod folding;
pub(crate) mod statistics;
pub(crate) mod tokenizer;

use std::path::Path;

use regesta_model::Span;
use tantivy::{
    Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term,
    directory::MmapDirectory,
    schema::{FAST, Field, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions},
};

use crate::{StoreError, queries::search::Facet};

const TOKENIZER: &str = "asymmetric";

/// How much memory the index gathers before it writes a segment.
const HEAP: usize = 48_000_000;

/// The fields of a document in the index.
#[derive(Clone, Debug)]
pub(crate) struct Fields {
    /// Name of the source, to delete by.
    pub(crate) source: Field,
    /// Place of the record in its source.
    pub(crate) ordinal: Field,
    /// First day the date may mean, or `NO_DAY`.
    pub(crate) day_from: Field,
    /// Last day the date may mean, or `NO_DAY`.
    pub(crate) day_to: Field,
    pub(crate) title: Field,
    pub(crate) body: Field,
    /// Normal forms and names under which the document is also found.
    pub(crate) also: Field,
    facets: Vec<(Facet, Field)>,
}

impl Fields {
    /// Returns the fields with words, each with its weight in the ranking.
    pub(crate) fn words(&self) -> [(Field, f32); 3] {
        [(self.title, 3.0), (self.body, 1.0), (self.also, 1.0)]
    }
}

/// The index and a reader of its last commit.
#[derive(Clone)]
pub(crate) struct SearchIndex {
    pub(crate) index: Index,
    pub(crate) reader: IndexReader,
    pub(crate) fields: Fields,
}

impl std::fmt::Debug for SearchIndex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SearchIndex").finish_non_exhaustive()
    }
}

/// One record as the index takes it.
pub(crate) struct Entry<'a> {
    pub(crate) source: &'a str,
    pub(crate) ordinal: u64,
    pub(crate) days: (i64, i64),
    pub(crate) title: &'a str,
    pub(crate) text: &'a str,
    pub(crate) pieces: &'a [Span],
    pub(crate) also: &'a str,
    pub(crate) facets: &'a [(Facet, String)],
}

impl SearchIndex {
    /// Opens the index, or makes an empty one where there is none that can be read.
    pub(crate) fn open_or_create(dir: &Path) -> Result<SearchIndex, StoreError> {
        if let Ok(found) = SearchIndex::open(dir) {
            return Ok(found);
        }
        if dir.exists() {
            std::fs::remove_dir_all(dir)?;
        }
        std::fs::create_dir_all(dir)?;
        SearchIndex::of(Index::create_in_dir(dir, schema().0)?)
    }

    /// Opens an index that is there.
    pub(crate) fn open(dir: &Path) -> Result<SearchIndex, StoreError> {
        let directory = MmapDirectory::open(dir).map_err(tantivy::TantivyError::from)?;
        let index = Index::open(directory)?;
        if index.schema() != schema().0 {
            return Err(StoreError::Missing(dir.to_owned()));
        }
        SearchIndex::of(index)
    }

    fn of(index: Index) -> Result<SearchIndex, StoreError> {
        index.tokenizers().register(TOKENIZER, tokenizer::Asymmetric);
        let reader =
            index.reader_builder().reload_policy(ReloadPolicy::OnCommitWithDelay).try_into()?;
        Ok(SearchIndex { index, reader, fields: schema().1 })
    }

    /// Returns the generation of the database that the last commit contains.
    pub(crate) fn generation(&self) -> Result<i64, StoreError> {
        let payload = self.index.load_metas()?.payload;
        Ok(payload.and_then(|it| it.parse().ok()).unwrap_or_default())
    }

    /// Starts writing.
    pub(crate) fn writer(&self) -> Result<IndexWriter, StoreError> {
        Ok(self.index.writer_with_num_threads(1, HEAP)?)
    }

    /// Forgets every record of a source.
    pub(crate) fn forget(&self, writer: &IndexWriter, source: &str) {
        writer.delete_term(Term::from_field_text(self.fields.source, source));
    }

    /// Adds a record.
    pub(crate) fn add(&self, writer: &IndexWriter, entry: &Entry<'_>) -> Result<(), StoreError> {
        let fields = &self.fields;
        let mut document = TantivyDocument::new();
        document.add_text(fields.source, entry.source);
        document.add_u64(fields.ordinal, entry.ordinal);
        document.add_i64(fields.day_from, entry.days.0);
        document.add_i64(fields.day_to, entry.days.1);
        document.add_text(fields.title, entry.title);
        document.add_text(fields.also, entry.also);
        for piece in entry.pieces {
            document.add_text(fields.body, piece.of(entry.text));
        }
        for (facet, value) in entry.facets {
            let field = fields.facets.iter().find(|(it, _)| it == facet);
            if let Some((_, field)) = field {
                document.add_text(*field, value);
            }
        }
        writer.add_document(document)?;
        Ok(())
    }
}

/// Makes the schema; the same each time.
fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let positions = TextFieldIndexing::default()
        .set_tokenizer(TOKENIZER)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let words = TextOptions::default().set_indexing_options(positions);
    let value = TextOptions::default().set_fast("raw");
    let fields = Fields {
        source: schema.add_text_field("source", STRING | FAST),
        ordinal: schema.add_u64_field("ordinal", FAST),
        day_from: schema.add_i64_field("day_from", FAST),
        day_to: schema.add_i64_field("day_to", FAST),
        title: schema.add_text_field("title", words.clone()),
        body: schema.add_text_field("body", words.clone()),
        also: schema.add_text_field("also", words),
        facets: Facet::ALL
            .iter()
            .map(|it| (*it, schema.add_text_field(it.name(), value.clone())))
            .collect(),
    };
    (schema.build(), fields)
}

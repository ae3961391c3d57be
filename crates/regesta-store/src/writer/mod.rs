//! Writing: batches of changes, each one transaction of the database, and the index brought up after them.

mod catching_up;
mod ids;
mod reading;
mod relations;
mod rows;

use regesta_model::{CheckedRecord, Finding, Source};
use tantivy::IndexWriter;

pub use reading::{Known, Lines};
pub(crate) use relations::{HELD, SOUGHT};

use crate::{
    Store, StoreError,
    card::{self, Card},
    index::Entry,
    lock::Lock,
    queries::document,
    schema::NO_DAY,
};

/// How many records may be in the index without a commit; what a killed build has to index again.
const COMMIT_EVERY: usize = 20_000;

/// What tells a changed file from an unchanged one without reading it; times in nanoseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// Length in bytes.
    pub size: i64,
    /// When the content was last changed.
    pub modified: i64,
    /// When the file itself was last changed, its rights included.
    pub changed: i64,
}

/// A source as read, not yet described.
#[derive(Clone, Debug)]
pub struct Read {
    /// The source.
    pub source: Source,
    /// Of the file it was read from.
    pub stamp: Stamp,
    /// Fingerprints of its lines.
    pub lines: Vec<u64>,
    /// What is to be said about reading it.
    pub findings: Vec<Finding>,
}

/// A stored source with its records.
#[derive(Clone, Debug)]
pub struct Described {
    /// The source, as it was read.
    pub source: Source,
    /// What was to be said about reading it.
    pub findings: Vec<Finding>,
    /// Digest of the repeated lines it was described with.
    pub digest: String,
    /// Its documents.
    pub records: Vec<CheckedRecord>,
}

impl Described {
    /// What was said about reading the part of the source that a record is of; about the whole source, in its first record.
    fn of_reading(&self, checked: &CheckedRecord) -> Vec<Finding> {
        let first = self.records.first().is_some_and(|it| std::ptr::eq(it, checked));
        document::of_part(&self.findings, checked.record.span, first)
    }
}

/// One change of the store.
#[derive(Clone, Debug)]
pub enum Change {
    /// The file is gone.
    Removed(String),
    /// The file was touched; its content is what it was.
    Touched(String, Stamp),
    /// The file is new or changed: its text takes the place of what was, its records are still to come.
    Read(Box<Read>),
    /// The records of a source take the place of those it had.
    Described(Box<Described>),
}

/// The one writer of a store.
pub struct Writer {
    store: Store,
    index: IndexWriter,
    generation: i64,
    waiting: usize,
    changed: bool,
    _lock: Lock,
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").field("generation", &self.generation).finish_non_exhaustive()
    }
}

impl Writer {
    /// Starts writing, and brings the index up to the database where a killed build left it behind.
    pub(crate) async fn start(store: Store, lock: Lock) -> Result<Writer, StoreError> {
        let index = store.index.writer()?;
        let generation = rows::generation(&store.pool).await?;
        let mut res = Writer { store, index, generation, waiting: 0, changed: false, _lock: lock };
        res.catch_up().await?;
        Ok(res)
    }

    /// Writes a batch of changes in one transaction, then into the index.
    ///
    /// # Errors
    /// Where the database or the index refuse; the batch is then not in the store.
    pub async fn write(&mut self, batch: Vec<Change>) -> Result<(), StoreError> {
        if batch.is_empty() {
            return Ok(());
        }
        let generation = self.generation + 1;
        let batch: Vec<(Change, Vec<Card>)> = batch.into_iter().map(with_cards).collect();
        let mut transaction = self.store.pool.begin().await?;
        let gone = rows::write(&mut transaction, &batch, generation).await?;
        rows::set_generation(&mut transaction, generation).await?;
        if batch.iter().any(|(it, _)| matches!(it, Change::Read(_) | Change::Removed(_))) {
            rows::set_unsettled(&mut transaction).await?;
        }
        transaction.commit().await?;
        self.generation = generation;
        for source in &gone {
            self.changed = true;
            self.store.index.forget(&self.index, source);
        }
        for (change, cards) in &batch {
            if let Change::Described(described) = change {
                self.index_records(described, cards)?;
            }
        }
        if self.waiting >= COMMIT_EVERY {
            self.commit_index()?;
        }
        Ok(())
    }

    /// Gives every record its own id and makes everything written visible to searches. To be called when every source
    /// is described: the store counts as settled from here on.
    ///
    /// # Errors
    /// Where the database or the index refuse.
    pub async fn finish(mut self) -> Result<(), StoreError> {
        ids::settle(&self.store.pool).await?;
        self.store.note_overview(self.generation).await?;
        if self.changed {
            self.commit_index()?;
            sqlx::query("delete from tombstone").execute(&self.store.pool).await?;
            self.index.wait_merging_threads()?;
        }
        self.store.index.reader.reload()?;
        rows::clear_unsettled(&self.store.pool).await
    }

    fn index_records(&mut self, described: &Described, cards: &[Card]) -> Result<(), StoreError> {
        let source = &described.source;
        for ((ordinal, checked), card) in (0..).zip(&described.records).zip(cards) {
            let facets = card::facets(card, checked, &described.of_reading(checked));
            let also = card::also(&source.name, card, checked.record.source_id.as_deref());
            let days = card.days();
            let entry = Entry {
                source: &source.name,
                ordinal,
                days: (days.from.unwrap_or(NO_DAY), days.to.unwrap_or(NO_DAY)),
                title: &card.title,
                text: &source.text,
                pieces: &card.pieces,
                also: &also,
                facets: &facets,
            };
            self.store.index.add(&self.index, &entry)?;
            self.waiting += 1;
        }
        self.changed = true;
        Ok(())
    }

    fn commit_index(&mut self) -> Result<(), StoreError> {
        let mut commit = self.index.prepare_commit()?;
        commit.set_payload(&self.generation.to_string());
        commit.commit()?;
        self.waiting = 0;
        Ok(())
    }
}

fn with_cards(change: Change) -> (Change, Vec<Card>) {
    let cards = match &change {
        Change::Described(it) => {
            let card = |record| Card::new(&it.source, record, &it.of_reading(record));
            it.records.iter().map(card).collect()
        }
        _ => Vec::new(),
    };
    (change, cards)
}

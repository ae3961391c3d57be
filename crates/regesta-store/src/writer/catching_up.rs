//! Bringing the index up to the database: whatever is newer than the index's last commit is indexed again.

use sqlx::Row as _;

use super::Writer;
use crate::{
    StoreError,
    card::{self, Card},
    index::{Entry, SearchIndex},
    queries::{document, search::Facet},
};

impl Writer {
    /// Indexes again the sources written or removed after the index's last commit.
    pub(super) async fn catch_up(&mut self) -> Result<(), StoreError> {
        let mut indexed = self.store.index.generation()?;
        if indexed > self.generation {
            // The machine lost power and the database went back further than the index did.
            self.index.delete_all_documents()?;
            indexed = 0;
        }
        if indexed == self.generation {
            return Ok(());
        }
        let pool = &self.store.pool;
        let removed: Vec<String> =
            sqlx::query_scalar("select source from tombstone where generation > $1")
                .bind(indexed)
                .fetch_all(pool)
                .await?;
        let written: Vec<String> =
            sqlx::query_scalar("select name from source where generation > $1 order by name")
                .bind(indexed)
                .fetch_all(pool)
                .await?;
        for name in removed.iter().chain(&written) {
            self.store.index.forget(&self.index, name);
        }
        for name in &written {
            self.index_again(name).await?;
        }
        self.changed = true;
        self.commit_index()?;
        Ok(self.store.index.reader.reload()?)
    }

    async fn index_again(&mut self, name: &str) -> Result<(), StoreError> {
        let pool = &self.store.pool;
        let rows = sqlx::query(
            "select ordinal, day_from, day_to, card, record from record where source = $1",
        )
        .bind(name)
        .fetch_all(pool)
        .await?;
        if rows.is_empty() {
            return Ok(());
        }
        let Some(source) = document::source(pool, name).await? else { return Ok(()) };
        for row in rows {
            let ordinal: i64 = row.try_get(0)?;
            let card: Card = serde_json::from_str(row.try_get(3)?)?;
            let record: regesta_model::Record = serde_json::from_str(row.try_get(4)?)?;
            let facets: Vec<(String, String)> =
                sqlx::query_as("select facet, value from facet where source = $1 and ordinal = $2")
                    .bind(name)
                    .bind(ordinal)
                    .fetch_all(pool)
                    .await?;
            let known = |name: &str| Facet::ALL.iter().copied().find(|it| it.name() == name);
            let facets: Vec<(Facet, String)> =
                facets.into_iter().filter_map(|(it, value)| Some((known(&it)?, value))).collect();
            let entry = Entry {
                source: name,
                ordinal: u64::try_from(ordinal).unwrap_or_default(),
                days: (row.try_get(1)?, row.try_get(2)?),
                title: &card.title,
                text: &source.text,
                pieces: &card.pieces,
                also: &card::also(name, &card, record.source_id.as_deref()),
                facets: &facets,
            };
            let index: &SearchIndex = &self.store.index;
            index.add(&self.index, &entry)?;
        }
        Ok(())
    }
}

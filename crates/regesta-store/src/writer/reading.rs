//! What a build asks the store: what it knows, the lines of every source, and texts that are to be described.

use std::collections::HashMap;

use regesta_model::{Finding, Source};
use sqlx::Row as _;

use super::{Stamp, Writer, rows::UNSETTLED};
use crate::{StoreError, queries::document, schema::READING, store::meta};

/// How many rows are fetched at a time.
const PAGE: i64 = 512;

/// What the store knows of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Of the file when it was read.
    pub stamp: Stamp,
    /// SHA-256 of its bytes; empty where it could not be read.
    pub sha256: String,
}

/// The lines of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// Name of the source.
    pub source: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Fingerprints of its distinct lines.
    pub fingerprints: Vec<u64>,
    /// Digest of the repeated lines it was described with; `None` where it is still to be described.
    pub described: Option<String>,
}

impl Writer {
    /// Returns what the store knows of every file, by name.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn known(&self) -> Result<HashMap<String, Known>, StoreError> {
        let rows = sqlx::query("select name, size, modified, changed, sha256 from source")
            .fetch_all(&self.store.pool)
            .await?;
        let mut res = HashMap::with_capacity(rows.len());
        for row in rows {
            let stamp = Stamp {
                size: row.try_get(1)?,
                modified: row.try_get(2)?,
                changed: row.try_get(3)?,
            };
            res.insert(row.try_get(0)?, Known { stamp, sha256: row.try_get(4)? });
        }
        Ok(res)
    }

    /// Says whether sources are still to be described: something was read or removed, in this build or in one that
    /// was stopped half way. What is removed counts too: lines it shared may no longer repeat in the others.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn is_unfinished(&self) -> Result<bool, StoreError> {
        Ok(meta(&self.store.pool, UNSETTLED).await?.is_some())
    }

    /// Calls `visit` with the lines of every source, in the order of names.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn for_each_lines(
        &self,
        mut visit: impl FnMut(Lines) + Send,
    ) -> Result<(), StoreError> {
        let mut after = String::new();
        loop {
            let rows = sqlx::query(
                "select name, sha256, lines, described from source
                 where name > $1 order by name limit $2",
            )
            .bind(&after)
            .bind(PAGE)
            .fetch_all(&self.store.pool)
            .await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = last.try_get(0)?;
            for row in rows {
                let bytes: Vec<u8> = row.try_get(2)?;
                let numbers = bytes.chunks_exact(8).filter_map(|it| it.try_into().ok());
                visit(Lines {
                    source: row.try_get(0)?,
                    sha256: row.try_get(1)?,
                    fingerprints: numbers.map(u64::from_le_bytes).collect(),
                    described: row.try_get(3)?,
                });
            }
        }
    }
}

impl crate::Store {
    /// Returns a source as it was read, with the findings about reading it.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn source(&self, name: &str) -> Result<Option<(Source, Vec<Finding>)>, StoreError> {
        let Some(source) = document::source(&self.pool, name).await? else { return Ok(None) };
        let findings = document::findings(&self.pool, name, READING).await?;
        Ok(Some((source, findings)))
    }
}

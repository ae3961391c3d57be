//! What can go wrong with a store, each with what to do about it.

use std::{io, path::PathBuf};

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder of the store cannot be written.
    #[error("cannot write to {}: {cause}; give another place with --store DIR", .dir.display())]
    NotWritable {
        /// Where the store was to be.
        dir: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// Another process writes to the store.
    #[error("{} is being written by another regesta{}; wait until it has finished, or stop it", .dir.display(), .process)]
    Busy {
        /// The store.
        dir: PathBuf,
        /// The other process, where it is known, as ` (process 12)`.
        process: String,
    },
    /// There is no store, or one that this version cannot read.
    #[error("there is no store in {} that this version can read; run `regesta build` first", .0.display())]
    Missing(PathBuf),
    /// The database is damaged; it can be deleted and made again.
    #[error(
        "the database of the store is damaged ({0}); delete the store and build again, nothing is lost by it"
    )]
    Damaged(String),
    /// The database refused.
    #[error("the database of the store failed: {0}")]
    Database(sqlx::Error),
    /// The index refused.
    #[error(
        "the search index failed: {0}; delete the store and build again, nothing is lost by it"
    )]
    Index(#[from] tantivy::TantivyError),
    /// A row does not hold what was written.
    #[error(
        "a row of the store cannot be read: {0}; delete the store and build again, nothing is lost by it"
    )]
    Row(#[from] serde_json::Error),
    /// Reading or writing a file of the store failed.
    #[error("a file of the store failed: {0}")]
    File(#[from] io::Error),
}

impl StoreError {
    /// Says whether deleting the store and building it again is the way out.
    pub fn is_damage(&self) -> bool {
        matches!(self, StoreError::Damaged(_) | StoreError::Index(_) | StoreError::Row(_))
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        /// SQLITE_CORRUPT and SQLITE_NOTADB, the primary codes.
        const DAMAGE: [i64; 2] = [11, 26];
        let code = error.as_database_error().and_then(|it| it.code());
        let primary = code.and_then(|it| it.parse::<i64>().ok()).map(|it| it & 0xff);
        match primary {
            Some(code) if DAMAGE.contains(&code) => StoreError::Damaged(error.to_string()),
            _ if matches!(error, sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_)) => {
                StoreError::Damaged(error.to_string())
            }
            _ => StoreError::Database(error),
        }
    }
}

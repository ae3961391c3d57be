//! Opening a store: what is there is kept where it fits, and deleted and built again where it does not.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{
    SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{
    StoreError, Writer,
    index::SearchIndex,
    lock,
    queries::Remembered,
    schema::{FORMAT, TABLES},
};

/// The store of a folder.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) pool: SqlitePool,
    pub(crate) index: SearchIndex,
    pub(crate) remembered: Remembered,
}

/// What opening a store for writing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Nothing; the store was made.
    New,
    /// A store that fits.
    Kept,
    /// A store that did not fit, for this reason; it was deleted and made new.
    Rebuilt(&'static str),
}

impl Store {
    /// Opens a store to read what the last build left.
    ///
    /// # Errors
    /// Where there is none of this format, or it cannot be read.
    pub async fn open(dir: &Path) -> Result<Store, StoreError> {
        if !database(dir).exists() {
            return Err(StoreError::Missing(dir.to_owned()));
        }
        let pool = connect(dir).await?;
        if meta(&pool, "format").await?.as_deref() != Some(FORMAT) {
            return Err(StoreError::Missing(dir.to_owned()));
        }
        let index = SearchIndex::open(&index_dir(dir))?;
        Ok(Store { pool, index, remembered: Remembered::default() })
    }

    /// Opens a store to write, made new where there is none, where it is damaged, or where another format or engine
    /// made it. `engine` names everything that decides what reading, describing and checking give.
    ///
    /// # Errors
    /// Where the folder cannot be written or another process writes.
    pub async fn open_to_write(
        dir: &Path,
        engine: &str,
    ) -> Result<(Store, Writer, Opening), StoreError> {
        prepare(dir)?;
        let lock = lock::take(dir)?;
        let opening = match fault(dir, engine).await? {
            None => Opening::Kept,
            Some(fault) => {
                delete(dir)?;
                create(dir, engine).await?;
                match fault {
                    Fault::None => Opening::New,
                    Fault::Of(reason) => Opening::Rebuilt(reason),
                }
            }
        };
        let pool = connect(dir).await?;
        let index = SearchIndex::open_or_create(&index_dir(dir))?;
        let store = Store { pool, index, remembered: Remembered::default() };
        let writer = Writer::start(store.clone(), lock).await?;
        Ok((store, writer, opening))
    }

    /// Deletes the store in a folder, to be built again; leaves everything else in the folder alone.
    ///
    /// # Errors
    /// Where another process writes, or files cannot be deleted.
    pub fn delete(dir: &Path) -> Result<(), StoreError> {
        prepare(dir)?;
        let _lock = lock::take(dir)?;
        delete(dir)
    }

    /// Closes the database.
    pub async fn close(self) {
        self.pool.close().await;
    }
}

enum Fault {
    None,
    Of(&'static str),
}

/// Says why the store has to be made, if it has to.
async fn fault(dir: &Path, engine: &str) -> Result<Option<Fault>, StoreError> {
    if !database(dir).exists() {
        return Ok(Some(Fault::None));
    }
    let values = async {
        let pool = connect(dir).await?;
        let res = (meta(&pool, "format").await?, meta(&pool, "engine").await?);
        pool.close().await;
        Ok::<_, StoreError>(res)
    };
    match values.await {
        Ok((Some(format), Some(its))) if format == FORMAT && its == engine => Ok(None),
        Ok(_) => Ok(Some(Fault::Of("another version of Regesta made the store"))),
        Err(StoreError::Database(sqlx::Error::Io(cause))) => Err(StoreError::File(cause)),
        Err(_) => Ok(Some(Fault::Of("the store was damaged"))),
    }
}

fn prepare(dir: &Path) -> Result<(), StoreError> {
    let not_writable = |cause: io::Error| StoreError::NotWritable { dir: dir.to_owned(), cause };
    fs::create_dir_all(dir).map_err(not_writable)?;
    let ignore = dir.join(".gitignore");
    if !ignore.exists() {
        fs::write(ignore, "*\n").map_err(not_writable)?;
    }
    Ok(())
}

fn database(dir: &Path) -> PathBuf {
    dir.join("records.sqlite")
}

fn index_dir(dir: &Path) -> PathBuf {
    dir.join("index")
}

fn delete(dir: &Path) -> Result<(), StoreError> {
    for name in ["records.sqlite-wal", "records.sqlite-shm", "records.sqlite"] {
        match fs::remove_file(dir.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    match fs::remove_dir_all(index_dir(dir)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

async fn connect(dir: &Path) -> Result<SqlitePool, StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(database(dir))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .busy_timeout(Duration::from_secs(20))
        .pragma("cache_size", "-8000");
    Ok(SqlitePoolOptions::new().max_connections(4).connect_with(options).await?)
}

/// Makes the tables in one transaction: either all of them are there or the store counts as unfinished.
async fn create(dir: &Path, engine: &str) -> Result<(), StoreError> {
    let pool = connect(dir).await?;
    let mut transaction = pool.begin().await?;
    for table in TABLES {
        sqlx::query(*table).execute(&mut *transaction).await?;
    }
    for (key, value) in [("format", FORMAT), ("engine", engine), ("generation", "0")] {
        sqlx::query("insert into meta (key, value) values ($1, $2)")
            .bind(key)
            .bind(value)
            .execute(&mut *transaction)
            .await?;
    }
    transaction.commit().await?;
    pool.close().await;
    Ok(())
}

/// Returns a value of the store's own notes.
pub(crate) async fn meta(pool: &SqlitePool, key: &str) -> Result<Option<String>, StoreError> {
    Ok(sqlx::query_scalar("select value from meta where key = $1")
        .bind(key)
        .fetch_optional(pool)
        .await?)
}

/// Notes a value of the store's own, over what stood under its key.
pub(crate) async fn set_meta(pool: &SqlitePool, key: &str, value: &str) -> Result<(), StoreError> {
    sqlx::query(
        "insert into meta (key, value) values ($1, $2)
         on conflict (key) do update set value = excluded.value",
    )
    .bind(key)
    .bind(value)
    .execute(pool)
    .await?;
    Ok(())
}

//! One document with everything known of it.

use regesta_model::{CheckedRecord, Finding, Record, Source};
use sqlx::{Row as _, SqlitePool};

use crate::{Store, StoreError, schema::READING};

/// One document with everything known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredDocument {
    /// The source it stands in.
    pub source: Source,
    /// What was to be said about reading the source.
    pub reading_findings: Vec<Finding>,
    /// The record and its findings.
    pub checked: CheckedRecord,
    /// Id and title of the document before it by date, if any.
    pub previous: Option<(String, String)>,
    /// Id and title of the document after it by date, if any.
    pub next: Option<(String, String)>,
}

impl Store {
    /// Returns a document by its id; `None` where there is none.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn document(&self, id: &str) -> Result<Option<StoredDocument>, StoreError> {
        let row = sqlx::query("select source, ordinal, day_from, record from record where id = $1")
            .bind(id)
            .fetch_optional(&self.pool)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let name: String = row.try_get(0)?;
        let place = Place { day: row.try_get(2)?, source: &name, ordinal: row.try_get(1)? };
        let mut record: Record = serde_json::from_str(row.try_get(3)?)?;
        id.clone_into(&mut record.id);
        let Some(source) = source(&self.pool, &name).await? else { return Ok(None) };
        let checked =
            CheckedRecord { record, findings: findings(&self.pool, &name, place.ordinal).await? };
        Ok(Some(StoredDocument {
            source,
            reading_findings: findings(&self.pool, &name, READING).await?,
            checked,
            previous: neighbour(&self.pool, &place, PREVIOUS).await?,
            next: neighbour(&self.pool, &place, NEXT).await?,
        }))
    }
}

/// Where a document stands in the order of dates.
struct Place<'a> {
    day: i64,
    source: &'a str,
    ordinal: i64,
}

const PREVIOUS: &str =
    "select id, title from record where (day_from, source, ordinal) < ($1, $2, $3)
    order by day_from desc, source desc, ordinal desc limit 1";

const NEXT: &str = "select id, title from record where (day_from, source, ordinal) > ($1, $2, $3)
    order by day_from, source, ordinal limit 1";

async fn neighbour(
    pool: &SqlitePool,
    place: &Place<'_>,
    sql: &'static str,
) -> Result<Option<(String, String)>, StoreError> {
    Ok(sqlx::query_as(sql)
        .bind(place.day)
        .bind(place.source)
        .bind(place.ordinal)
        .fetch_optional(pool)
        .await?)
}

/// Returns a source as it was read.
pub(crate) async fn source(pool: &SqlitePool, name: &str) -> Result<Option<Source>, StoreError> {
    let row = sqlx::query(
        "select name, media_type, charset, sha256, bytes, body, text_is_file, marks
         from source where name = $1",
    )
    .bind(name)
    .fetch_optional(pool)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Source {
        name: row.try_get(0)?,
        media_type: row.try_get(1)?,
        charset: row.try_get(2)?,
        sha256: row.try_get(3)?,
        bytes: u64::try_from(row.try_get::<i64, _>(4)?).unwrap_or_default(),
        text: row.try_get(5)?,
        text_is_file: row.try_get::<i64, _>(6)? != 0,
        marks: serde_json::from_str(row.try_get(7)?)?,
    }))
}

/// Returns the findings of a record, or those about reading its source.
pub(crate) async fn findings(
    pool: &SqlitePool,
    source: &str,
    ordinal: i64,
) -> Result<Vec<Finding>, StoreError> {
    let rows: Vec<String> = sqlx::query_scalar(
        "select finding from finding where source = $1 and ordinal = $2 order by number",
    )
    .bind(source)
    .bind(ordinal)
    .fetch_all(pool)
    .await?;
    rows.iter().map(|it| Ok(serde_json::from_str(it)?)).collect()
}

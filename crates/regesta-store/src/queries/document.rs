//! One document with everything known of it.

use regesta_model::{CheckedRecord, Finding, Record, Source, Span};
use sqlx::{Row as _, SqlitePool};

use super::overview::number;
use crate::{Store, StoreError, schema::READING};

/// One document with everything known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredDocument {
    /// The source it stands in.
    pub source: Source,
    /// What was to be said about reading its part of the source; about the whole source, in its first document.
    pub reading_findings: Vec<Finding>,
    /// The record and its findings.
    pub checked: CheckedRecord,
    /// Id and title of the document before it by date, if any.
    pub previous: Option<(String, String)>,
    /// Id and title of the document after it by date, if any.
    pub next: Option<(String, String)>,
    /// The documents that stand in one file with it; `None` where it has its file for itself.
    pub volume: Option<Volume>,
}

/// The documents of one file, seen from one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volume {
    /// How many documents the file holds.
    pub count: u64,
    /// Place in the file of the first of those in `near`, from 1.
    pub first: u64,
    /// Id and title of the document and of those around it, in the order of the file.
    pub near: Vec<(String, String)>,
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
            reading_findings: of_part(
                &findings(&self.pool, &name, READING).await?,
                checked.record.span,
                place.ordinal == 0,
            ),
            volume: volume(&self.pool, &place).await?,
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

/// How many documents of its file are named on either side of one.
const NEAR: i64 = 8;

async fn volume(pool: &SqlitePool, place: &Place<'_>) -> Result<Option<Volume>, StoreError> {
    let count: i64 = sqlx::query_scalar("select count(*) from record where source = $1")
        .bind(place.source)
        .fetch_one(pool)
        .await?;
    if count < 2 {
        return Ok(None);
    }
    let first = place.ordinal.min(count - NEAR).saturating_sub(NEAR).max(0);
    let near = sqlx::query_as(
        "select id, title from record where source = $1 and ordinal >= $2
         order by ordinal limit $3",
    )
    .bind(place.source)
    .bind(first)
    .bind(NEAR * 2 + 1)
    .fetch_all(pool)
    .await?;
    Ok(Some(Volume { count: number(count), first: number(first) + 1, near }))
}

/// Of what was said about reading a source, that which is about a record's part of it. What points nowhere, or before the
/// first record, is said in the first.
pub(crate) fn of_part(findings: &[Finding], part: Span, is_first: bool) -> Vec<Finding> {
    let own = |it: &&Finding| match it.labels.first() {
        Some(label) if label.span.start >= part.start => {
            label.span.start < part.end || part.is_empty()
        }
        _ => is_first,
    };
    findings.iter().filter(own).cloned().collect()
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

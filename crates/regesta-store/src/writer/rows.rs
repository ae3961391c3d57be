//! The rows a change becomes.

use regesta_model::Record;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection, SqlitePool};

use super::{Change, Described, Read, relations::Relations};
use crate::{
    StoreError,
    card::{self, Card},
    quotations::quotations,
    schema::{NO_DAY, READING},
    store::meta,
};

/// Rows of one statement; more do not make it faster.
pub(super) const ROWS: usize = 64;

/// Key of the note that not everything is described: set with the first change, cleared at the end of a build.
pub(super) const UNSETTLED: &str = "unsettled";

pub(super) async fn generation(pool: &SqlitePool) -> Result<i64, StoreError> {
    let value = meta(pool, "generation").await?;
    let number = value.and_then(|it| it.parse().ok());
    number.ok_or_else(|| StoreError::Damaged("no generation".to_owned()))
}

pub(super) async fn set_generation(
    connection: &mut SqliteConnection,
    generation: i64,
) -> Result<(), StoreError> {
    sqlx::query("update meta set value = $1 where key = 'generation'")
        .bind(generation.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

/// Notes that sources were read or removed whose effect on the others is not yet described.
pub(super) async fn set_unsettled(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::query("insert into meta (key, value) values ($1, '') on conflict (key) do nothing")
        .bind(UNSETTLED)
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn clear_unsettled(pool: &SqlitePool) -> Result<(), StoreError> {
    sqlx::query("delete from meta where key = $1").bind(UNSETTLED).execute(pool).await?;
    Ok(())
}

/// Writes the rows; returns the sources whose records in the index are no longer right.
pub(super) async fn write(
    connection: &mut SqliteConnection,
    batch: &[(Change, Vec<Card>)],
    generation: i64,
) -> Result<Vec<String>, StoreError> {
    let mut gone = Vec::new();
    let mut rest = Rest::default();
    for (change, cards) in batch {
        let name = match change {
            Change::Removed(name) => {
                remove(connection, name, generation).await?;
                name
            }
            Change::Touched(name, stamp) => {
                sqlx::query(
                    "update source set size = $2, modified = $3, changed = $4 where name = $1",
                )
                .bind(name)
                .bind(stamp.size)
                .bind(stamp.modified)
                .bind(stamp.changed)
                .execute(&mut *connection)
                .await?;
                continue;
            }
            Change::Read(read) => {
                put_source(connection, read, generation).await?;
                rest.read(read)?;
                &read.source.name
            }
            Change::Described(described) => {
                mark_described(connection, described, generation).await?;
                rest.described(described, cards)?;
                &described.source.name
            }
        };
        if forget_records(connection, name).await? {
            gone.push(name.clone());
        }
    }
    rest.insert(connection).await?;
    Ok(gone)
}

async fn remove(
    connection: &mut SqliteConnection,
    name: &str,
    generation: i64,
) -> Result<(), StoreError> {
    sqlx::query("delete from source where name = $1").bind(name).execute(&mut *connection).await?;
    sqlx::query(
        "insert into tombstone (source, generation) values ($1, $2)
         on conflict (source) do update set generation = excluded.generation",
    )
    .bind(name)
    .bind(generation)
    .execute(connection)
    .await?;
    Ok(())
}

/// What is deleted with the records of a source.
const OF_RECORDS: &[&str] = &[
    "delete from facet where source = $1",
    "delete from correspondence where source = $1",
    "delete from correspondence_key where source = $1",
    "delete from naming where source = $1",
    "delete from twin where source = $1",
];

/// Deletes the records of a source with their findings; says whether there were any.
async fn forget_records(connection: &mut SqliteConnection, name: &str) -> Result<bool, StoreError> {
    sqlx::query("delete from finding where source = $1")
        .bind(name)
        .execute(&mut *connection)
        .await?;
    let records = sqlx::query("delete from record where source = $1")
        .bind(name)
        .execute(&mut *connection)
        .await?
        .rows_affected();
    if records == 0 {
        return Ok(false);
    }
    for table in OF_RECORDS {
        sqlx::query(*table).bind(name).execute(&mut *connection).await?;
    }
    Ok(true)
}

async fn put_source(
    connection: &mut SqliteConnection,
    read: &Read,
    generation: i64,
) -> Result<(), StoreError> {
    let source = &read.source;
    let lines: Vec<u8> = read.lines.iter().flat_map(|it| it.to_le_bytes()).collect();
    sqlx::query(
        "insert into source (name, size, modified, changed, sha256, charset, media_type, bytes,
             text_is_file, body, marks, lines, described, generation)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, null, $13)
         on conflict (name) do update set size = excluded.size, modified = excluded.modified,
             changed = excluded.changed, sha256 = excluded.sha256, charset = excluded.charset,
             media_type = excluded.media_type, bytes = excluded.bytes,
             text_is_file = excluded.text_is_file, body = excluded.body, marks = excluded.marks,
             lines = excluded.lines, described = null, generation = excluded.generation",
    )
    .bind(&source.name)
    .bind(read.stamp.size)
    .bind(read.stamp.modified)
    .bind(read.stamp.changed)
    .bind(&source.sha256)
    .bind(&source.charset)
    .bind(&source.media_type)
    .bind(i64::try_from(source.bytes).unwrap_or(i64::MAX))
    .bind(i64::from(source.text_is_file))
    .bind(&source.text)
    .bind(serde_json::to_string(&source.marks)?)
    .bind(lines)
    .bind(generation)
    .execute(connection)
    .await?;
    Ok(())
}

async fn mark_described(
    connection: &mut SqliteConnection,
    described: &Described,
    generation: i64,
) -> Result<(), StoreError> {
    sqlx::query("update source set described = $2, generation = $3 where name = $1")
        .bind(&described.source.name)
        .bind(&described.digest)
        .bind(generation)
        .execute(connection)
        .await?;
    Ok(())
}

/// Rows that are inserted many at a time, after everything that is deleted.
#[derive(Default)]
struct Rest {
    records: Vec<RecordRow>,
    findings: Vec<FindingRow>,
    facets: Vec<(String, i64, &'static str, String)>,
    relations: Relations,
}

struct RecordRow {
    source: String,
    ordinal: i64,
    /// Byte of the reading text where its part of the source begins.
    begins: u32,
    id: String,
    title: String,
    days: (i64, i64),
    card: String,
    record: String,
}

struct FindingRow {
    source: String,
    ordinal: i64,
    number: i64,
    finding: regesta_model::Finding,
    json: String,
    quotations: String,
}

impl Rest {
    fn read(&mut self, read: &Read) -> Result<(), StoreError> {
        let source = &read.source;
        self.findings(&source.name, READING, &source.text, &[], &read.findings)
    }

    fn described(&mut self, described: &Described, cards: &[Card]) -> Result<(), StoreError> {
        let source = &described.source;
        let all: Vec<&Record> = described.records.iter().map(|it| &it.record).collect();
        self.findings(&source.name, READING, &source.text, &all, &described.findings)?;
        for ((ordinal, checked), card) in (0..).zip(&described.records).zip(cards) {
            let days = card.days();
            self.records.push(RecordRow {
                source: source.name.clone(),
                ordinal,
                begins: checked.record.span.start,
                id: checked.record.id.clone(),
                title: card.title.clone(),
                days: (days.from.unwrap_or(NO_DAY), days.to.unwrap_or(NO_DAY)),
                card: serde_json::to_string(card)?,
                record: serde_json::to_string(&checked.record)?,
            });
            let facets = card::facets(card, checked, &described.of_reading(checked));
            let row = |(facet, value): (crate::queries::search::Facet, String)| {
                (source.name.clone(), ordinal, facet.name(), value)
            };
            self.facets.extend(facets.into_iter().map(row));
            let record = &checked.record;
            self.relations.add(&source.name, ordinal, &source.text, record)?;
            self.findings(&source.name, ordinal, &source.text, &[record], &checked.findings)?;
        }
        Ok(())
    }

    fn findings(
        &mut self,
        source: &str,
        ordinal: i64,
        text: &str,
        records: &[&Record],
        findings: &[regesta_model::Finding],
    ) -> Result<(), StoreError> {
        for (number, finding) in (1..).zip(findings) {
            self.findings.push(FindingRow {
                source: source.to_owned(),
                ordinal,
                number,
                json: serde_json::to_string(finding)?,
                quotations: serde_json::to_string(&quotations(text, records, finding))?,
                finding: finding.clone(),
            });
        }
        Ok(())
    }

    async fn insert(self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        for rows in self.records.chunks(ROWS) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "insert into record (source, ordinal, begins, base_id, id, title, day_from, day_to, card, record) ",
            );
            query.push_values(rows, |mut values, it| {
                values.push_bind(&it.source).push_bind(it.ordinal).push_bind(it.begins);
                values.push_bind(&it.id).push_bind(&it.id).push_bind(&it.title);
                values.push_bind(it.days.0).push_bind(it.days.1);
                values.push_bind(&it.card).push_bind(&it.record);
            });
            run(connection, query, rows.len()).await?;
        }
        for rows in self.findings.chunks(ROWS) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "insert into finding (source, ordinal, number, code, name, severity, finding, quotations) ",
            );
            query.push_values(rows, |mut values, it| {
                values.push_bind(&it.source).push_bind(it.ordinal).push_bind(it.number);
                values.push_bind(&it.finding.code).push_bind(&it.finding.name);
                values.push_bind(it.finding.severity.code());
                values.push_bind(&it.json).push_bind(&it.quotations);
            });
            run(connection, query, rows.len()).await?;
        }
        for rows in self.facets.chunks(ROWS) {
            let mut query =
                QueryBuilder::<Sqlite>::new("insert into facet (source, ordinal, facet, value) ");
            query.push_values(rows, |mut values, (source, ordinal, facet, value)| {
                values.push_bind(source).push_bind(*ordinal).push_bind(*facet).push_bind(value);
            });
            run(connection, query, rows.len()).await?;
        }
        self.relations.insert(connection).await
    }
}

/// Runs an insert; only the statement of a full chunk is worth remembering.
pub(super) async fn run(
    connection: &mut SqliteConnection,
    mut query: QueryBuilder<Sqlite>,
    rows: usize,
) -> Result<(), StoreError> {
    query.build().persistent(rows == ROWS).execute(connection).await?;
    Ok(())
}

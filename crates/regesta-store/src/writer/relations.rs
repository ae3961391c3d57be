//! The rows by which documents find each other: what a record can be found by, what it speaks of, whom it names.

use regesta_model::Record;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::rows::{ROWS, run};
use crate::StoreError;

/// Which side of a link a key is on.
pub(crate) const HELD: &str = "held";
/// The other side.
pub(crate) const SOUGHT: &str = "sought";

/// Rows that are inserted many at a time.
#[derive(Default)]
pub(super) struct Relations {
    correspondences: Vec<(String, i64, String)>,
    keys: Vec<(String, i64, &'static str, String)>,
    namings: Vec<(String, i64, regesta_relate::Naming)>,
    twins: Vec<(String, i64, regesta_relate::Twin)>,
}

impl Relations {
    /// Reads what a record gives to its collection.
    pub(super) fn add(
        &mut self,
        source: &str,
        ordinal: i64,
        text: &str,
        record: &Record,
    ) -> Result<(), StoreError> {
        let mut its = regesta_relate::read(text, record);
        let namings = std::mem::take(&mut its.namings);
        let twins = std::mem::take(&mut its.twins);
        let mut keys: Vec<(&'static str, &String)> = Vec::new();
        keys.extend(its.handles.iter().flat_map(|it| &it.keys).map(|it| (HELD, it)));
        keys.extend(its.links.iter().flat_map(|it| &it.keys).map(|it| (SOUGHT, it)));
        keys.sort_unstable();
        keys.dedup();
        let key =
            |(side, key): (&'static str, &String)| (source.to_owned(), ordinal, side, key.clone());
        self.keys.extend(keys.into_iter().map(key));
        self.correspondences.push((source.to_owned(), ordinal, serde_json::to_string(&its)?));
        self.namings.extend(namings.into_iter().map(|it| (source.to_owned(), ordinal, it)));
        self.twins.extend(twins.into_iter().map(|it| (source.to_owned(), ordinal, it)));
        Ok(())
    }

    pub(super) async fn insert(self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        for rows in self.correspondences.chunks(ROWS) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "insert into correspondence (source, ordinal, correspondence) ",
            );
            query.push_values(rows, |mut values, (source, ordinal, its)| {
                values.push_bind(source).push_bind(*ordinal).push_bind(its);
            });
            run(connection, query, rows.len()).await?;
        }
        for rows in self.keys.chunks(ROWS) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "insert into correspondence_key (source, ordinal, side, key) ",
            );
            query.push_values(rows, |mut values, (source, ordinal, side, key)| {
                values.push_bind(source).push_bind(*ordinal).push_bind(*side).push_bind(key);
            });
            run(connection, query, rows.len()).await?;
        }
        for rows in self.namings.chunks(ROWS) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "insert into naming (source, ordinal, form, part, kind) ",
            );
            query.push_values(rows, |mut values, (source, ordinal, it)| {
                values.push_bind(source).push_bind(*ordinal).push_bind(&it.form);
                values.push_bind(it.part.code()).push_bind(&it.kind);
            });
            run(connection, query, rows.len()).await?;
        }
        for rows in self.twins.chunks(ROWS) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "insert into twin (source, ordinal, one, other, rule) ",
            );
            query.push_values(rows, |mut values, (source, ordinal, it)| {
                values.push_bind(source).push_bind(*ordinal).push_bind(&it.one);
                values.push_bind(&it.other).push_bind(&it.rule);
            });
            run(connection, query, rows.len()).await?;
        }
        Ok(())
    }
}

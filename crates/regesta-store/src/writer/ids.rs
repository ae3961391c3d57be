//! Unique ids: where two records ask for one id, the later in the order of sources takes it with a number.

use std::collections::{BTreeMap, HashSet};

use sqlx::SqlitePool;

use crate::StoreError;

/// Gives every record its own id; the same records get the same ids whatever the order they came in.
pub(super) async fn settle(pool: &SqlitePool) -> Result<(), StoreError> {
    let rows: Vec<(String, String, i64, String)> = sqlx::query_as(
        "select base_id, source, ordinal, id from record where base_id in
             (select base_id from record group by base_id having count(*) > 1 or max(id) <> base_id)",
    )
    .fetch_all(pool)
    .await?;
    if rows.is_empty() {
        return Ok(());
    }
    let mut groups: BTreeMap<String, Vec<(String, i64, String)>> = BTreeMap::new();
    for (base, source, ordinal, id) in rows {
        groups.entry(base).or_default().push((source, ordinal, id));
    }
    let wanted: Vec<String> =
        sqlx::query_scalar("select distinct base_id from record").fetch_all(pool).await?;
    let mut taken: HashSet<String> = wanted.into_iter().collect();
    let mut transaction = pool.begin().await?;
    for (base, mut records) in groups {
        records.sort();
        for (place, (source, ordinal, old)) in records.into_iter().enumerate() {
            let id = if place == 0 { base.clone() } else { numbered(&base, &mut taken) };
            if id != old {
                sqlx::query("update record set id = $3 where source = $1 and ordinal = $2")
                    .bind(source)
                    .bind(ordinal)
                    .bind(id)
                    .execute(&mut *transaction)
                    .await?;
            }
        }
    }
    transaction.commit().await?;
    Ok(())
}

fn numbered(base: &str, taken: &mut HashSet<String>) -> String {
    let mut number = 2;
    loop {
        let id = format!("{base}-{number}");
        if taken.insert(id.clone()) {
            return id;
        }
        number += 1;
    }
}

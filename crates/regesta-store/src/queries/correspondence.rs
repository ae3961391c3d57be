//! Who answers and cites whom, what is cited and not held, what is asked for and still open.
//!
//! Nothing of this is stored: what each record gives is joined by its keys when somebody asks, so that adding a document writes that
//! document's rows alone.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use regesta_relate::{Asked, Correspondence, Graph, Held, Sought, Status};
use sqlx::{QueryBuilder, Sqlite, SqlitePool};

use crate::{
    Store, StoreError,
    store::meta,
    writer::{HELD, SOUGHT},
};

/// How many keys or records one statement asks for.
const AT_ONCE: usize = 200;

/// The most records that one key is followed to: a key that more bear tells nobody apart.
const OF_A_KEY: i64 = 400;

/// A document as its neighbours show it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbour {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The first day its date may mean, to sort by.
    pub day: i64,
    /// Its best date as EDTF, where it has one.
    pub date: Option<String>,
}

/// Documents and what they have to do with each other: of the whole collection, or around one document.
#[derive(Debug, Default)]
pub struct Neighbourhood {
    /// The documents; the graph numbers them by their place here.
    pub documents: Vec<Neighbour>,
    /// Who answers and cites whom.
    pub graph: Graph,
    /// What is asked for, each with the place of its document, by date.
    pub requests: Vec<(usize, Asked)>,
}

impl Neighbourhood {
    /// Says whether a request is answered.
    pub fn status(&self, request: &(usize, Asked)) -> Status {
        self.graph.status(request.0, &request.1)
    }

    /// The document that a link speaks in.
    pub fn speaker(&self, link: usize) -> Option<&Neighbour> {
        self.documents.get(self.graph.sought.get(link)?.document)
    }
}

/// A record by its source and its place in it.
type Place = (String, i64);

impl Store {
    /// Returns what all documents have to do with each other; made once for what was written last.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn correspondence(&self) -> Result<Arc<Neighbourhood>, StoreError> {
        let generation = meta(&self.pool, "generation").await?.unwrap_or_default();
        let mut remembered = self.remembered.correspondence.lock().await;
        if let Some((_, known)) = remembered.as_ref().filter(|it| it.0 == generation) {
            return Ok(Arc::clone(known));
        }
        let rows: Vec<(String, i64, String)> =
            sqlx::query_as("select source, ordinal, correspondence from correspondence")
                .fetch_all(&self.pool)
                .await?;
        let rows = rows.into_iter().map(|(source, ordinal, its)| ((source, ordinal), its));
        let made = Arc::new(joined(&self.pool, rows.collect(), None).await?);
        *remembered = Some((generation, Arc::clone(&made)));
        Ok(made)
    }

    /// Returns what a document has to do with others, and its place among them; `None` where there is none of this id.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn around(&self, id: &str) -> Result<Option<(Neighbourhood, usize)>, StoreError> {
        let place: Option<Place> =
            sqlx::query_as("select source, ordinal from record where id = $1")
                .bind(id)
                .fetch_optional(&self.pool)
                .await?;
        let Some(place) = place else { return Ok(None) };
        let mut rows = load(&self.pool, &BTreeSet::from([place.clone()])).await?;
        let own: Option<Correspondence> =
            rows.get(&place).map(|it| serde_json::from_str(it)).transpose()?;
        let own = own.unwrap_or_default();
        let handles = own.handles.iter().flat_map(|it| it.keys.iter().cloned());
        let links = own.links.iter().flat_map(|it| it.keys.iter().cloned());
        let keys: BTreeSet<String> = handles.chain(links).collect();
        // Whoever is spoken of by one of these keys, and whoever speaks by one of them.
        let mut near = with_keys(&self.pool, &keys, HELD).await?;
        let speaking = with_keys(&self.pool, &keys, SOUGHT).await?;
        near.extend(speaking.iter().cloned());
        near.remove(&place);
        rows.extend(load(&self.pool, &near).await?);
        // What they speak of may be somebody else: those must be weighed too.
        let mut others: BTreeSet<String> = BTreeSet::new();
        for it in speaking.iter().filter_map(|it| rows.get(it)) {
            let its: Correspondence = serde_json::from_str(it)?;
            let spoken =
                its.links.into_iter().filter(|it| it.keys.iter().any(|it| keys.contains(it)));
            others.extend(spoken.flat_map(|it| it.keys).filter(|it| !keys.contains(it)));
        }
        let mut further = with_keys(&self.pool, &others, HELD).await?;
        further.retain(|it| !rows.contains_key(it));
        rows.extend(load(&self.pool, &further).await?);
        let at = rows.keys().position(|it| *it == place);
        let made = joined(&self.pool, rows, Some((&place, &keys))).await?;
        Ok(at.map(|at| (made, at)))
    }
}

/// Returns the records that have one of these keys on this side, in order.
async fn with_keys(
    pool: &SqlitePool,
    keys: &BTreeSet<String>,
    side: &'static str,
) -> Result<BTreeSet<Place>, StoreError> {
    let mut res = BTreeSet::new();
    for key in keys {
        let rows: Vec<Place> = sqlx::query_as(
            "select source, ordinal from correspondence_key where key = $1 and side = $2
             order by source, ordinal limit $3",
        )
        .bind(key)
        .bind(side)
        .bind(OF_A_KEY)
        .fetch_all(pool)
        .await?;
        res.extend(rows);
    }
    Ok(res)
}

async fn load(
    pool: &SqlitePool,
    places: &BTreeSet<Place>,
) -> Result<BTreeMap<Place, String>, StoreError> {
    let places: Vec<&Place> = places.iter().collect();
    let mut res = BTreeMap::new();
    for some in places.chunks(AT_ONCE) {
        let mut query = QueryBuilder::<Sqlite>::new(
            "select source, ordinal, correspondence from correspondence where (source, ordinal) in (",
        );
        query.push_values(some, |mut values, (source, ordinal)| {
            values.push_bind(source).push_bind(*ordinal);
        });
        query.push(")");
        let rows: Vec<(String, i64, String)> = query.build_query_as().fetch_all(pool).await?;
        res.extend(rows.into_iter().map(|(source, ordinal, its)| ((source, ordinal), its)));
    }
    Ok(res)
}

/// Joins records in the order of their places. Around one document only those links of the others are followed that share a key with it:
/// for the rest not everybody who may be meant is here.
async fn joined(
    pool: &SqlitePool,
    rows: BTreeMap<Place, String>,
    around: Option<(&Place, &BTreeSet<String>)>,
) -> Result<Neighbourhood, StoreError> {
    let mut documents = neighbours(pool, &rows, around.is_none()).await?;
    let (mut held, mut sought, mut requests) = (Vec::new(), Vec::new(), Vec::new());
    let mut named = Vec::with_capacity(rows.len());
    for (document, (place, its)) in rows.iter().enumerate() {
        let its: Correspondence = serde_json::from_str(its)?;
        held.extend(its.handles.into_iter().map(|handle| Held { document, handle }));
        let is_followed = |keys: &[String]| {
            around.is_none_or(|(own, near)| own == place || keys.iter().any(|it| near.contains(it)))
        };
        let links = its.links.into_iter().filter(|it| is_followed(&it.keys));
        sought.extend(links.map(|link| Sought { document, link }));
        if around.is_none_or(|(own, _)| own == place) {
            requests.extend(its.requests.into_iter().map(|it| (document, it)));
        }
        named.push(documents.remove(place).unwrap_or_default());
    }
    requests.sort_by_key(|(document, _)| named.get(*document).map(|it| it.day));
    Ok(Neighbourhood { documents: named, graph: Graph::new(held, sought), requests })
}

/// What is shown of each document.
async fn neighbours(
    pool: &SqlitePool,
    rows: &BTreeMap<Place, String>,
    all: bool,
) -> Result<HashMap<Place, Neighbour>, StoreError> {
    type Row = (String, i64, String, String, i64, String);
    const COLUMNS: &str = "select source, ordinal, id, title, day_from, card from record";
    let mut found: Vec<Row> = Vec::new();
    if all {
        found = sqlx::query_as(COLUMNS).fetch_all(pool).await?;
    }
    let places: Vec<&Place> = if all { Vec::new() } else { rows.keys().collect() };
    for some in places.chunks(AT_ONCE) {
        let mut query =
            QueryBuilder::<Sqlite>::new(format!("{COLUMNS} where (source, ordinal) in ("));
        query.push_values(some, |mut values, (source, ordinal)| {
            values.push_bind(source).push_bind(*ordinal);
        });
        query.push(")");
        found.extend(query.build_query_as::<Row>().fetch_all(pool).await?);
    }
    let mut res = HashMap::with_capacity(found.len());
    for (source, ordinal, id, title, day, card) in found {
        let card: crate::card::Card = serde_json::from_str(&card)?;
        res.insert((source, ordinal), Neighbour { id, title, day, date: card.date });
    }
    Ok(res)
}

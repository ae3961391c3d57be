//! The site map: every address of the reading room and the page that answers.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, Query, State},
    http::header,
    middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use regesta_export::exports::evidence_json;
use regesta_model::Evidence;
use regesta_store::{Store, StoreError};

use crate::{
    assets,
    frame::Collection,
    guard,
    pages::{document, findings, home, keys, rule, search, trouble},
};

/// What every page can ask.
#[derive(Clone, Debug)]
struct Room {
    store: Store,
    collection: Arc<Collection>,
}

/// Pairs of a query string, in its order.
type Pairs = Query<Vec<(String, String)>>;

/// Returns the reading room of a store as a service.
pub fn router(store: Store, collection: Collection) -> Router {
    let room = Room { store, collection: Arc::new(collection) };
    Router::new()
        .route("/", get(front))
        .route("/search", get(catalogue))
        .route("/document/{*id}", get(one))
        .route("/findings", get(queue))
        .route("/rule/{code}", get(explanation))
        .route("/keys", get(keyboard))
        .route("/assets/{name}", get(assets::asset))
        .fallback(nowhere)
        .with_state(room)
        .layer(middleware::from_fn(guard::guard))
}

async fn front(State(room): State<Room>) -> Response {
    match room.store.overview().await {
        Ok(overview) => home::page(&room.collection, &overview),
        Err(error) => trouble::no_store(&room.collection, &error),
    }
}

async fn catalogue(State(room): State<Room>, Query(pairs): Pairs) -> Response {
    let asked = search::Asked::read(&pairs);
    match results(&room, &asked).await {
        Ok(response) => response,
        Err(error) => trouble::no_store(&room.collection, &error),
    }
}

async fn results(room: &Room, asked: &search::Asked) -> Result<Response, StoreError> {
    let results = room.store.search(&asked.query()).await?;
    let unfiltered = match asked.unfiltered().filter(|_| results.total == 0) {
        Some(query) => Some(room.store.search(&query).await?.total),
        None => None,
    };
    Ok(search::page(&room.collection, asked, &results, unfiltered))
}

async fn one(State(room): State<Room>, Path(id): Path<String>, Query(pairs): Pairs) -> Response {
    match document_in_form(&room, &id, &pairs).await {
        Ok(response) => response,
        Err(error) => trouble::no_store(&room.collection, &error),
    }
}

/// Answers `ID.json` and `ID.txt` with those forms of a document, anything else with its page.
async fn document_in_form(
    room: &Room,
    id: &str,
    pairs: &[(String, String)],
) -> Result<Response, StoreError> {
    if let Some(bare) = id.strip_suffix(".json")
        && let Some(it) = room.store.document(bare).await?
    {
        let evidence = Evidence {
            source: it.source,
            findings: it.reading_findings,
            records: vec![it.checked],
        };
        let media_type = [(header::CONTENT_TYPE, "application/json")];
        return Ok((media_type, evidence_json::export(&evidence)).into_response());
    }
    if let Some(bare) = id.strip_suffix(".txt")
        && let Some(it) = room.store.document(bare).await?
    {
        let media_type = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
        let span = it.checked.record.span;
        let part =
            if span.is_empty() { it.source.text } else { span.of(&it.source.text).to_owned() };
        return Ok((media_type, part).into_response());
    }
    Ok(match room.store.document(id).await? {
        Some(it) => document::page(&room.collection, &it, &document::Asked::read(pairs)),
        None => trouble::no_document(&room.collection, id),
    })
}

async fn queue(State(room): State<Room>, Query(pairs): Pairs) -> Response {
    let value = |name: &str| pairs.iter().find(|it| it.0 == name).map(|it| it.1.as_str());
    let rule = value("rule").filter(|it| !it.is_empty());
    let page = value("page").and_then(|it| it.parse().ok()).unwrap_or(1).clamp(1, 1_000_000);
    match room.store.queue(rule, (page - 1) * findings::PAGE, findings::PAGE).await {
        Ok(queue) => findings::page(&room.collection, &queue, rule, page),
        Err(error) => trouble::no_store(&room.collection, &error),
    }
}

async fn explanation(State(room): State<Room>, Path(code): Path<String>) -> Response {
    rule::page(&room.collection, &code).unwrap_or_else(|| trouble::no_rule(&room.collection, &code))
}

async fn keyboard(State(room): State<Room>) -> Response {
    keys::page(&room.collection)
}

async fn nowhere(State(room): State<Room>) -> Response {
    trouble::no_page(&room.collection)
}

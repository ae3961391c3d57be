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
    pages::{
        correspondence, document, findings, home, keys, person, persons, rule, search, trouble,
    },
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
        .route("/correspondence", get(letters))
        .route("/correspondence/{list}", get(listed_letters))
        .route("/cited/{slug}", get(cited))
        .route("/persons", get(everybody))
        .route("/person/{form}", get(somebody))
        .route("/findings", get(queue))
        .route("/rule/{code}", get(explanation))
        .route("/keys", get(keyboard))
        .route("/assets/{name}", get(assets::asset))
        .fallback(nowhere)
        .with_state(room)
        .layer(middleware::from_fn(guard::guard))
}

async fn front(State(room): State<Room>) -> Response {
    let answer =
        async { Ok::<_, StoreError>((room.store.overview().await?, room.store.names().await?)) };
    match answer.await {
        Ok((overview, names)) => home::page(&room.collection, &overview, &names),
        Err(error) => trouble::no_store(&room.collection, &error),
    }
}

/// The page asked for, from 1.
fn page_of(pairs: &[(String, String)]) -> usize {
    let value = pairs.iter().find(|it| it.0 == "page").and_then(|it| it.1.parse().ok());
    value.unwrap_or(1).clamp(1, 1_000_000)
}

async fn letters(State(room): State<Room>, Query(pairs): Pairs) -> Response {
    correspondence_list(&room, "", page_of(&pairs)).await
}

async fn listed_letters(
    State(room): State<Room>,
    Path(list): Path<String>,
    Query(pairs): Pairs,
) -> Response {
    correspondence_list(&room, &list, page_of(&pairs)).await
}

async fn correspondence_list(room: &Room, list: &str, page: usize) -> Response {
    let Some(list) = correspondence::List::named(list) else {
        return trouble::no_page(&room.collection);
    };
    let answer = async {
        Ok::<_, StoreError>((room.store.correspondence().await?, room.store.names().await?))
    };
    match answer.await {
        Ok((all, names)) => correspondence::page(&room.collection, &all, &names, list, page),
        Err(error) => trouble::no_store(&room.collection, &error),
    }
}

async fn cited(State(room): State<Room>, Path(slug): Path<String>) -> Response {
    match room.store.correspondence().await {
        Ok(all) => correspondence::stub(&room.collection, &all, &slug)
            .unwrap_or_else(|| trouble::no_page(&room.collection)),
        Err(error) => trouble::no_store(&room.collection, &error),
    }
}

async fn everybody(State(room): State<Room>, Query(pairs): Pairs) -> Response {
    let sort = pairs.iter().find(|it| it.0 == "sort").map(|it| it.1.as_str());
    let sort = persons::Sort::named(sort.unwrap_or_default());
    match room.store.names().await {
        Ok(names) => persons::page(&room.collection, &names, sort, page_of(&pairs)),
        Err(error) => trouble::no_store(&room.collection, &error),
    }
}

async fn somebody(
    State(room): State<Room>,
    Path(form): Path<String>,
    Query(pairs): Pairs,
) -> Response {
    match person_named(&room, &form, page_of(&pairs)).await {
        Ok(response) => response,
        Err(error) => trouble::no_store(&room.collection, &error),
    }
}

async fn person_named(room: &Room, form: &str, page: usize) -> Result<Response, StoreError> {
    let names = room.store.names().await?;
    let Some(named) = names.place_of(form).and_then(|at| names.all.get(at)) else {
        return Ok(trouble::no_page(&room.collection));
    };
    let forms: Vec<&str> = named.forms.iter().map(|it| it.of.form.as_str()).collect();
    let documents = room.store.appearances(&forms).await?;
    Ok(person::page(&room.collection, named, &documents, page))
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
        Some(it) => {
            let around = room.store.around(id).await?;
            document::page(&room.collection, &it, around.as_ref(), &document::Asked::read(pairs))
        }
        None => trouble::no_document(&room.collection, id),
    })
}

async fn queue(State(room): State<Room>, Query(pairs): Pairs) -> Response {
    let value = |name: &str| pairs.iter().find(|it| it.0 == name).map(|it| it.1.as_str());
    let rule = value("rule").filter(|it| !it.is_empty());
    let page = page_of(&pairs);
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

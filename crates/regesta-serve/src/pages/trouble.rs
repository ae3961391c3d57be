//! Pages for what could not be shown: each says what happened and what to do next.

use std::sync::Arc;

use askama::Template;
use axum::{http::StatusCode, response::Response};

use crate::frame::{Collection, Frame, Here};

#[derive(Template)]
#[template(path = "trouble.html")]
struct Trouble {
    frame: Frame,
    heading: &'static str,
    what: String,
    advice: Vec<(&'static str, &'static str)>,
}

/// There is no such page.
pub(crate) fn no_page(collection: &Arc<Collection>) -> Response {
    let what = "There is no page at this address.".to_owned();
    let advice = vec![("What is here", "/"), ("All documents", "/search")];
    shown(collection, StatusCode::NOT_FOUND, "Not found", what, advice)
}

/// There is no such document.
pub(crate) fn no_document(collection: &Arc<Collection>, id: &str) -> Response {
    let what = format!(
        "No document has the id “{id}”. Its file may have been renamed or taken out of the folder since the address was noted."
    );
    let advice = vec![("All documents", "/search"), ("Files that could not be read", "/#unread")];
    shown(collection, StatusCode::NOT_FOUND, "No such document", what, advice)
}

/// There is no such rule.
pub(crate) fn no_rule(collection: &Arc<Collection>, code: &str) -> Response {
    let what = format!("No rule has the code “{code}”.");
    let advice = vec![("The rules that speak in this collection", "/findings")];
    shown(collection, StatusCode::NOT_FOUND, "No such rule", what, advice)
}

/// The store did not answer.
pub(crate) fn no_store(collection: &Arc<Collection>, error: &dyn std::error::Error) -> Response {
    let what = format!(
        "The store did not answer: {error}. It holds nothing that cannot be made again: stop regesta, delete the folder .regesta beside your documents, and open the folder again."
    );
    shown(
        collection,
        StatusCode::INTERNAL_SERVER_ERROR,
        "The store did not answer",
        what,
        vec![("Try again", "")],
    )
}

fn shown(
    collection: &Arc<Collection>,
    status: StatusCode,
    heading: &'static str,
    what: String,
    advice: Vec<(&'static str, &'static str)>,
) -> Response {
    let frame = Frame::new(collection, Here::Elsewhere);
    let mut res = super::shown(&Trouble { frame, heading, what, advice });
    *res.status_mut() = status;
    res
}

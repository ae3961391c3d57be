//! The keys of the reading room.

use std::sync::Arc;

use askama::Template;
use axum::response::Response;

use crate::frame::{Collection, Frame, Here};

#[derive(Template)]
#[template(path = "keys.html")]
struct Keys {
    frame: Frame,
    groups: [(&'static str, &'static [(&'static str, &'static str)]); 3],
}

const EVERYWHERE: &[(&str, &str)] = &[
    ("/", "search"),
    ("?", "the keys valid here"),
    ("Esc", "leave the search field or close what is open; a filter is never lost"),
];
const LISTS: &[(&str, &str)] = &[
    ("j k", "next and previous entry"),
    ("Enter", "open the entry"),
    ("[ ]", "previous and next page of the list"),
];
const DOCUMENT: &[(&str, &str)] = &[
    ("j k", "next and previous unit of the text"),
    ("[ ]", "previous and next finding"),
    ("o", "original only"),
    ("t", "translation only"),
    ("b", "both side by side"),
    ("c", "cite"),
];

/// Shows the page.
pub(crate) fn page(collection: &Arc<Collection>) -> Response {
    let groups = [("Everywhere", EVERYWHERE), ("In a list", LISTS), ("In a document", DOCUMENT)];
    super::shown(&Keys { frame: Frame::new(collection, Here::Elsewhere), groups })
}

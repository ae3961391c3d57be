//! Documents that are cited and not held: one entry for all who cite the same one, and a page that a citation can point to.

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use regesta_relate::Stub;
use regesta_store::queries::correspondence::Neighbourhood;

use super::{Entry, line};
use crate::{
    address,
    frame::{Collection, Frame, Here},
};

/// How many documents that cite it an entry names.
const LINES: usize = 12;

/// How many stubs one address may stand for.
const ALIKE: usize = 12;

#[derive(Template)]
#[template(path = "cited.html")]
struct Page {
    frame: Frame,
    title: String,
    entries: Vec<Entry>,
}

/// The entry of a stub.
pub(super) fn entry(all: &Neighbourhood, it: &Stub) -> Entry {
    Entry {
        imprint: line::parties(&it.link),
        state: Some(("warning", "◌", "not held")),
        heading: line::described(&it.link),
        language: "en",
        href: address::cited(&it.link.slug()),
        quoted: None,
        lines: it.cited_by.iter().filter_map(|at| line::back(all, *at)).take(LINES).collect(),
    }
}

/// Shows what is known of a document that is cited and not held; none where nothing is cited so.
pub(crate) fn stub(
    collection: &Arc<Collection>,
    all: &Neighbourhood,
    slug: &str,
) -> Option<Response> {
    let is_meant = |it: &&Stub| {
        it.slugs(&all.graph.sought).iter().any(|it| it == slug) || it.link.slug() == slug
    };
    let entries: Vec<Entry> =
        all.graph.stubs.iter().filter(is_meant).take(ALIKE).map(|it| entry(all, it)).collect();
    let title = entries.first()?.heading.clone();
    Some(super::super::shown(&Page {
        frame: Frame::new(collection, Here::Correspondence),
        title,
        entries,
    }))
}

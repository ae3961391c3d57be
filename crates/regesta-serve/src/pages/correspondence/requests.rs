//! Requests: who is asked for what, and what became of it as far as the collection shows.

use regesta_export::dates;
use regesta_relate::{Asked, Status};
use regesta_store::queries::correspondence::Neighbourhood;

use super::{Entry, line};
use crate::{address, pages::clipped, wording};

/// How many bytes of a request's words are shown.
const WORDS: usize = 700;

/// How many replies an entry names.
const LINES: usize = 6;

/// A request with the place of its document, and what became of it.
pub(super) type Listed<'a> = (&'a (usize, Asked), Status);

/// Every request, by date.
pub(super) fn all(all: &Neighbourhood) -> Vec<Listed<'_>> {
    all.requests.iter().map(|it| (it, all.status(it))).collect()
}

/// The entry of a request: its words, where they stand, and who replies.
pub(super) fn entry(all: &Neighbourhood, ((document, it), status): &Listed<'_>) -> Entry {
    let its = all.documents.get(*document);
    let date = its.and_then(|it| it.date.as_deref()).map(dates::in_words);
    let date = clipped(&date.unwrap_or_default(), 160);
    let of = it.addressee.as_deref().map(|it| format!("asked of {}", clipped(it, 160)));
    let (label, links): (_, &[usize]) = match status {
        Status::Answered(links) => ("answered by", links),
        Status::PassedOn(links) => ("what passed it on is answered by", links),
        _ => ("", &[]),
    };
    let mut lines: Vec<line::Line> = its
        .map(|it| {
            let (href, title, _) = line::shown(it);
            line::Line {
                label: "in",
                to: vec![(href, title, String::new())],
                ..line::Line::default()
            }
        })
        .into_iter()
        .collect();
    let replies = links.iter().filter_map(|at| line::back(all, *at));
    lines.extend(replies.take(LINES).map(|it| line::Line { label, ..it }));
    Entry {
        imprint: [Some(date), of].into_iter().flatten().filter(|it| !it.is_empty()).collect(),
        state: Some(state(status)),
        heading: wording::act(it.act, it.is_order),
        language: "en",
        href: its.map(|its| address::document(&its.id)).unwrap_or_default(),
        quoted: Some((it.language.clone(), clipped(&it.words, WORDS))),
        lines,
    }
}

/// What became of a request: class, mark and word.
pub(crate) const fn state(status: &Status) -> (&'static str, &'static str, &'static str) {
    match status {
        Status::Open => ("warning", "◌", "open"),
        Status::PassedOn(_) => ("warning", "◌", "open, passed on"),
        Status::Answered(_) => ("info", "●", "answered"),
        Status::AnsweredWithin(_) => ("info", "●", "answered in the same document"),
        Status::AwaitsNone => ("info", "–", "no reply awaited"),
    }
}

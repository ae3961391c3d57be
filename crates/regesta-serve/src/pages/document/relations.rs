//! What a document answers and cites, who answers and cites it, and what became of what it asks for.

use regesta_store::queries::correspondence::Neighbourhood;

use super::super::{
    Room, clipped,
    correspondence::{
        line::{self, Line},
        state,
    },
    weight,
};
use crate::wording;

/// How much all of it weighs at most, in bytes.
const BYTES: usize = 14_000;

/// How many lines, and how many requests, are shown.
const LINES: usize = 24;
const REQUESTS: usize = 12;

/// How many bytes of a request's words are shown.
const WORDS: usize = 420;

/// What a document has to do with others.
#[derive(Default)]
pub(super) struct Relations {
    pub(super) lines: Vec<Line>,
    pub(super) lines_more: usize,
    pub(super) requests: Vec<Asked>,
    pub(super) requests_more: usize,
}

/// A request with what became of it.
pub(super) struct Asked {
    pub(super) state: (&'static str, &'static str, &'static str),
    pub(super) act: String,
    pub(super) of: Option<String>,
    pub(super) language: String,
    pub(super) words: String,
}

/// Gathers them for the document at this place: what it answers, who answers it, what it cites, who cites it.
pub(super) fn of(all: &Neighbourhood, at: usize) -> Relations {
    let graph = &all.graph;
    let links = graph.sought.iter().zip(&graph.resolved).enumerate();
    let mut lines: Vec<Line> = Vec::new();
    for (place, (it, to)) in links {
        let is_meant = |held: &usize| graph.held.get(*held).is_some_and(|it| it.document == at);
        if it.document == at {
            lines.extend(line::from(all, place));
        } else if to.found.iter().any(is_meant) {
            lines.extend(line::back(all, place));
        }
    }
    const ORDER: [&str; 4] = ["answers", "answered by", "cites", "cited by"];
    lines.sort_by_key(|it| (ORDER.iter().position(|label| *label == it.label), it.stub.is_some()));
    let mut room = Room(BYTES);
    let total = lines.len();
    let lines: Vec<Line> =
        lines.into_iter().take(LINES).take_while(|it| room.takes(line::heaviness(it))).collect();
    let asked: Vec<&(usize, regesta_relate::Asked)> =
        all.requests.iter().filter(|it| it.0 == at).collect();
    let shown = asked.iter().take(REQUESTS).map(|it| Asked {
        state: state(&all.status(it)),
        act: wording::act(it.1.act, it.1.is_order),
        of: it.1.addressee.as_deref().map(|it| clipped(it, 120)),
        language: it.1.language.clone(),
        words: clipped(&it.1.words, WORDS),
    });
    let requests: Vec<Asked> = shown.take_while(|it| room.takes(weight(&it.words) + 400)).collect();
    Relations {
        lines_more: total - lines.len(),
        lines,
        requests_more: asked.len() - requests.len(),
        requests,
    }
}

//! Correspondence: what answers and cites what, what is cited and not held, what is asked for and still open, who wrote to whom.

mod cited;
pub(crate) mod line;
mod pairs;
mod replies;
mod requests;

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use regesta_store::queries::{correspondence::Neighbourhood, names::Names};

use self::{line::Line, pairs::Pair};
use super::{Pager, Room};
use crate::{
    address,
    frame::{Collection, Frame, Here},
    wording,
};

pub(crate) use {cited::stub, requests::state};

/// How many entries a page shows.
pub(crate) const PAGE: usize = 40;

/// How much the entries of a page weigh at most, in bytes.
const BYTES: usize = 110_000;

/// Which list of the correspondence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// What answers and cites what.
    Replies,
    /// What is cited and not held.
    Cited,
    /// Requests that nobody answers.
    Open,
    /// All requests.
    Requests,
    /// Who wrote to whom.
    Pairs,
}

impl List {
    const ALL: [List; 5] = [List::Replies, List::Cited, List::Open, List::Requests, List::Pairs];

    /// Returns the list of this address, `cited`; the first one where there is none.
    pub(crate) fn named(name: &str) -> Option<List> {
        List::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Returns the last part of its address.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            List::Replies => "",
            List::Cited => "cited",
            List::Open => "open-requests",
            List::Requests => "requests",
            List::Pairs => "pairs",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            List::Replies => "Replies and citations",
            List::Cited => "Cited, not held",
            List::Open => "Open requests",
            List::Requests => "All requests",
            List::Pairs => "Who wrote to whom",
        }
    }

    const fn lead(self) -> &'static str {
        match self {
            List::Replies => {
                "Documents of this collection that answer or cite one another, with the words that say so and the rule that found what they mean."
            }
            List::Cited => {
                "Documents that the words speak of and this collection does not hold. Those that speak of the same one stand together."
            }
            List::Open => {
                "What is asked for in a document to which no other document here replies. Orders, and what was merely to be noted or passed on, await no reply."
            }
            List::Requests => {
                "What the documents ask for, by date, and what became of it as far as this collection shows."
            }
            List::Pairs => {
                "Senders and recipients, one line for each pair, whatever spellings the documents use."
            }
        }
    }

    const fn empty(self) -> &'static str {
        match self {
            List::Replies => "No document here answers or cites another that is here.",
            List::Cited => "Every document that is cited by its number or its day is here.",
            List::Open => "No request is open.",
            List::Requests => "No document asks for anything, as far as can be read.",
            List::Pairs => "No document names both a sender and a recipient.",
        }
    }
}

/// An entry of a list.
pub(super) struct Entry {
    /// Facts above the heading.
    pub(super) imprint: Vec<String>,
    /// A mark and a word for what became of it, with its class in the style sheet.
    pub(super) state: Option<(&'static str, &'static str, &'static str)>,
    pub(super) heading: String,
    /// Language code of the heading, where it is the documents' own words.
    pub(super) language: &'static str,
    pub(super) href: String,
    /// Words of the document, with their language.
    pub(super) quoted: Option<(String, String)>,
    pub(super) lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "correspondence.html")]
struct Page {
    frame: Frame,
    title: &'static str,
    lead: &'static str,
    empty: &'static str,
    tabs: Vec<(String, &'static str, String, bool)>,
    entries: Vec<Entry>,
    pairs: Vec<Pair>,
    pager: Pager,
}

/// Shows one page of a list.
pub(crate) fn page(
    collection: &Arc<Collection>,
    all: &Neighbourhood,
    names: &Names,
    list: List,
    page: usize,
) -> Response {
    super::shown(&view(collection, all, names, list, page))
}

fn view(
    collection: &Arc<Collection>,
    all: &Neighbourhood,
    names: &Names,
    list: List,
    page: usize,
) -> Page {
    let skipped = page.saturating_sub(1) * PAGE;
    let pairs = pairs::all(all, names);
    let replies = replies::speaking(all);
    let requests = requests::all(all);
    let open = requests.iter().filter(|it| it.1.is_open()).count();
    let counts = [replies.len(), all.graph.stubs.len(), open, requests.len(), pairs.len()];
    let tab = |(it, count): (&List, &usize)| {
        let figure = wording::thousands(*count as u64);
        (address::correspondence(it.name()), it.title(), figure, *it == list)
    };
    let chosen = List::ALL.iter().zip(&counts).find(|(it, _)| **it == list);
    let total = chosen.map_or(0, |(_, count)| *count);
    let entries: Vec<Entry> = match list {
        List::Replies => {
            replies.iter().skip(skipped).take(PAGE).map(|it| replies::entry(all, it)).collect()
        }
        List::Cited => {
            let stubs = all.graph.stubs.iter().skip(skipped).take(PAGE);
            stubs.map(|it| cited::entry(all, it)).collect()
        }
        List::Open | List::Requests => requests
            .iter()
            .filter(|it| list == List::Requests || it.1.is_open())
            .skip(skipped)
            .take(PAGE)
            .map(|it| requests::entry(all, it))
            .collect(),
        List::Pairs => Vec::new(),
    };
    let mut room = Room(BYTES);
    let entries = entries.into_iter().take_while(|it| room.takes(heaviness(it))).collect();
    let its = pairs.iter().filter(|_| list == List::Pairs).skip(skipped).take(PAGE);
    let its = its.map(|it| it.view(names)).take_while(|it| room.takes(it.heaviness())).collect();
    let to = |page: usize| format!("{}?page={page}", address::correspondence(list.name()));
    Page {
        frame: Frame::new(collection, Here::Correspondence),
        title: list.title(),
        lead: list.lead(),
        empty: list.empty(),
        tabs: List::ALL.iter().zip(&counts).map(tab).collect(),
        entries,
        pairs: its,
        pager: Pager::new(page, PAGE, total as u64, to),
    }
}

/// Bounds the rendered size of an entry from above.
fn heaviness(it: &Entry) -> usize {
    let quoted = it.quoted.as_ref().map_or(0, |it| super::weight(&it.1));
    let imprint: usize = it.imprint.iter().map(|it| super::weight(it) + 40).sum();
    400 + super::weight(&it.heading)
        + it.href.len()
        + quoted
        + imprint
        + it.lines.iter().map(line::heaviness).sum::<usize>()
}

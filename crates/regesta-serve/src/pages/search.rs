//! The catalogue: search in any script, narrowed by what the documents themselves say.

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use regesta_export::dates;
use regesta_model::{CommunicationKind, Language};
use regesta_store::queries::{
    overview::Count,
    search::{Facet, Hit, Order, Query, Results},
};

use super::{Pager, Room, SeverityView, clipped, weight};
use crate::{
    address,
    frame::{Collection, Frame, Here},
    wording,
};

/// How many results a page shows.
pub(crate) const PAGE: usize = 20;

/// How many values of a facet the page shows besides the chosen ones.
const VALUES: usize = 12;

/// How many more values of a facet can be unfolded.
const MORE_VALUES: usize = 40;

/// How much one facet weighs at most, in bytes: every value carries the whole question in its address.
const GROUP_BYTES: usize = 8_000;

/// How many characters of a question are read.
const WORDS: usize = 400;

/// How many filters are read.
const FILTERS: usize = 24;

/// How many bytes of a title, and of a name, a date or a reference, are shown.
const TITLE: usize = 600;
const NAME: usize = 160;

/// How many bytes of a snippet are shown.
const SNIPPET: usize = 1_200;

/// What the address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    words: String,
    filters: Vec<(Facet, String)>,
    order: Order,
    /// Page of results, from 1.
    page: usize,
}

impl Asked {
    /// Reads the query string; what it does not know it passes over.
    pub(crate) fn read(pairs: &[(String, String)]) -> Self {
        let mut res = Asked { page: 1, ..Asked::default() };
        for (name, value) in pairs {
            match name.as_str() {
                "q" => res.words = value.trim().chars().take(WORDS).collect(),
                "order" if value == "date" => res.order = Order::Date,
                "page" => res.page = value.parse().unwrap_or(1).clamp(1, 1_000_000),
                _ => {
                    let facet = Facet::ALL.iter().find(|it| it.name() == name);
                    let filter = facet.map(|it| (*it, value.clone()));
                    res.filters.extend(filter.filter(|it| {
                        !value.is_empty()
                            && res.filters.len() < FILTERS
                            && !res.filters.contains(it)
                    }));
                }
            }
        }
        res
    }

    /// The question for the store.
    pub(crate) fn query(&self) -> Query {
        Query {
            words: self.words.clone(),
            filters: self.filters.clone(),
            order: self.order,
            offset: (self.page - 1) * PAGE,
            limit: PAGE,
        }
    }

    /// The same question without filters, for the advice of an empty page.
    pub(crate) fn unfiltered(&self) -> Option<Query> {
        let query = Query { filters: Vec::new(), offset: 0, limit: 1, ..self.query() };
        (!self.filters.is_empty()).then_some(query)
    }

    fn address(&self) -> String {
        let mut pairs = Vec::new();
        if !self.words.is_empty() {
            pairs.push(format!("q={}", address::value(&self.words)));
        }
        let filter = |(facet, value): &(Facet, String)| {
            format!("{}={}", facet.name(), address::value(value))
        };
        pairs.extend(self.filters.iter().map(filter));
        if self.order == Order::Date {
            pairs.push("order=date".to_owned());
        }
        if self.page > 1 {
            pairs.push(format!("page={}", self.page));
        }
        if pairs.is_empty() { "/search".to_owned() } else { format!("/search?{}", pairs.join("&")) }
    }

    /// Address with a filter set where it was not, and unset where it was.
    fn toggled(&self, facet: Facet, value: &str) -> String {
        let mut other = Asked { page: 1, ..self.clone() };
        let filter = (facet, value.to_owned());
        match other.filters.iter().position(|it| *it == filter) {
            Some(at) => drop(other.filters.remove(at)),
            None => other.filters.push(filter),
        }
        other.address()
    }
}

#[derive(Template)]
#[template(path = "search.html")]
struct Search {
    frame: Frame,
    heading: String,
    words: String,
    chips: Vec<Chip>,
    clear: String,
    without_filters: Option<(String, String)>,
    without_words: Option<String>,
    groups: Vec<Group>,
    orders: Vec<(&'static str, String, bool)>,
    hits: Vec<Entry>,
    note: Option<String>,
    pager: Pager,
}

struct Chip {
    facet: &'static str,
    label: String,
    href: String,
}

struct Group {
    name: &'static str,
    values: Vec<Value>,
    rest: Vec<Value>,
}

struct Value {
    label: String,
    count: String,
    href: String,
    chosen: bool,
}

/// One result, as an entry of a catalogue.
struct Entry {
    href: String,
    title: String,
    date: Option<String>,
    between: Option<String>,
    kind: Option<String>,
    languages: Vec<(String, String)>,
    references: Vec<String>,
    snippet: Vec<(String, bool)>,
    findings: Vec<(SeverityView, String)>,
}

/// Shows the results; `unfiltered` says how many documents match without the filters.
pub(crate) fn page(
    collection: &Arc<Collection>,
    asked: &Asked,
    results: &Results,
    unfiltered: Option<u64>,
) -> Response {
    super::shown(&view(collection, asked, results, unfiltered))
}

fn view(
    collection: &Arc<Collection>,
    asked: &Asked,
    results: &Results,
    unfiltered: Option<u64>,
) -> Search {
    let mut frame = Frame::new(collection, Here::Documents);
    frame.words.clone_from(&asked.words);
    frame.kept = asked.filters.iter().map(|(facet, value)| (facet.name(), value.clone())).collect();
    let bare = Asked { filters: Vec::new(), page: 1, ..asked.clone() };
    let without_words = Asked { words: String::new(), page: 1, ..asked.clone() };
    let at_page = |page| Asked { page, ..asked.clone() }.address();
    let order = |order| Asked { order, page: 1, ..asked.clone() }.address();
    let by_date = asked.order == Order::Date;
    // Without words there is nothing to match better or worse: the order is by date anyway.
    let orders = if asked.words.is_empty() {
        vec![("earliest first", String::new(), true)]
    } else {
        vec![
            ("best match first", order(Order::Relevance), !by_date),
            ("earliest first", order(Order::Date), by_date),
        ]
    };
    Search {
        heading: heading(asked, results.total),
        words: asked.words.clone(),
        chips: asked
            .filters
            .iter()
            .map(|(facet, value)| chip(asked, results, *facet, value))
            .collect(),
        clear: bare.address(),
        without_filters: unfiltered
            .filter(|it| *it > 0)
            .map(|it| (wording::count(it, "document matches", "documents match"), bare.address())),
        without_words: (!asked.words.is_empty() && !asked.filters.is_empty())
            .then(|| without_words.address()),
        groups: results
            .facets
            .iter()
            .map(|(facet, counts)| group(collection, asked, *facet, counts))
            .filter(|it| !it.values.is_empty())
            .collect(),
        orders,
        hits: results.hits.iter().map(entry).collect(),
        note: results.note.clone(),
        pager: Pager::new(asked.page, PAGE, results.total, at_page),
        frame,
    }
}

fn heading(asked: &Asked, total: u64) -> String {
    let count = wording::count(total, "document", "documents");
    match (asked.words.is_empty(), total) {
        (true, _) => count,
        (false, 0) => format!("Nothing for “{}”", asked.words),
        (false, _) => format!("{count} for “{}”", asked.words),
    }
}

fn chip(asked: &Asked, results: &Results, facet: Facet, value: &str) -> Chip {
    let mut counts = results.facets.iter().filter(|it| it.0 == facet).flat_map(|it| &it.1);
    let label = counts.find(|it| it.value == value).map_or(value, |it| it.label.as_str());
    Chip { facet: facet.name(), label: clipped(label, NAME), href: asked.toggled(facet, value) }
}

const fn facet_name(facet: Facet) -> &'static str {
    match facet {
        Facet::Year => "Year",
        Facet::Language => "Language",
        Facet::Kind => "Kind",
        Facet::Correspondent => "Correspondent",
        Facet::Archive => "Archive",
        Facet::Finding => "Finding",
    }
}

fn group(collection: &Collection, asked: &Asked, facet: Facet, counts: &[Count]) -> Group {
    let chosen =
        |it: &Count| asked.filters.iter().any(|(f, value)| *f == facet && *value == it.value);
    let value = |it: &Count| Value {
        label: match collection.kind(&it.value) {
            Some(kind) if facet == Facet::Finding => {
                format!("{} {}", it.value, wording::rule(kind.name))
            }
            _ => clipped(&it.label, NAME),
        },
        count: wording::thousands(it.count),
        href: asked.toggled(facet, &it.value),
        chosen: chosen(it),
    };
    let mut values: Vec<Value> = Vec::new();
    let mut rest: Vec<Value> = Vec::new();
    let mut room = Room(GROUP_BYTES);
    let mut others = 0;
    for count in counts {
        let chosen = chosen(count);
        let next = value(count);
        let fits = room.takes(weight(&next.href) + weight(&next.label) + 160);
        others += usize::from(!chosen);
        if !chosen && (!fits || others > VALUES + MORE_VALUES) {
            break;
        }
        let list = if chosen || others <= VALUES { &mut values } else { &mut rest };
        list.push(next);
    }
    Group { name: facet_name(facet), values, rest }
}

/// The entry of one result.
fn entry(hit: &Hit) -> Entry {
    let names = |names: &[String]| match names {
        [] => None,
        [one] => Some(clipped(one, NAME)),
        [one, other] => Some(format!("{}, {}", clipped(one, NAME), clipped(other, NAME))),
        [one, other, ..] => {
            Some(format!("{}, {} and others", clipped(one, NAME), clipped(other, NAME)))
        }
    };
    Entry {
        href: address::document(&hit.id),
        title: clipped(&hit.title, TITLE),
        date: hit.date.as_deref().map(|it| clipped(&dates::in_words(it), NAME)),
        between: match (names(&hit.senders), names(&hit.recipients)) {
            (Some(from), Some(to)) => Some(format!("{from} → {to}")),
            (Some(from), None) => Some(format!("from {from}")),
            (None, Some(to)) => Some(format!("to {to}")),
            (None, None) => None,
        },
        kind: hit.kind.as_deref().map(kind_name),
        languages: hit.languages.iter().map(|it| (it.clone(), language_name(it))).collect(),
        references: hit.references.iter().take(3).map(|it| clipped(it, NAME)).collect(),
        snippet: snippet(hit),
        findings: hit
            .findings
            .iter()
            .map(|(severity, count)| (SeverityView::from(*severity), wording::thousands(*count)))
            .collect(),
    }
}

fn kind_name(code: &str) -> String {
    CommunicationKind::from_code(code)
        .map_or_else(|| code.to_owned(), |it| wording::kind(it).to_owned())
}

fn language_name(code: &str) -> String {
    Language::from_code(code).map_or_else(|| code.to_owned(), |it| it.name().to_owned())
}

fn snippet(hit: &Hit) -> Vec<(String, bool)> {
    let mut left = SNIPPET;
    let mut res = Vec::new();
    for fragment in &hit.snippet {
        let words = clipped(&fragment.text, left);
        left = left.saturating_sub(weight(&words) + "<mark class=hit></mark>".len());
        res.push((words, fragment.matched));
        if left == 0 {
            break;
        }
    }
    res
}

//! The communications of a document as a tree: who told whom, through whom, when, and what was enclosed.

use regesta_model::{Cited, Communication, Record};
use regesta_store::queries::search::Facet;

use super::{
    super::{Room, clipped, weight},
    reading::Reading,
};
use regesta_export::dates;

use crate::{address, wording};

/// How many communications the tree shows.
const COMMUNICATIONS: usize = 32;

/// How many bytes the tree weighs at most.
const TREE: usize = 14_000;

/// How many names, numbers or events of one.
const OF_EACH: usize = 8;

/// How deep the tree is drawn.
pub(super) const DEEPEST: usize = 4;

/// A communication of the tree.
#[derive(Clone, Debug)]
pub(super) struct Branch {
    pub(super) href: String,
    pub(super) kind: &'static str,
    pub(super) depth: usize,
    pub(super) parties: Vec<Party>,
    pub(super) numbers: Vec<(String, &'static str)>,
    pub(super) events: Vec<String>,
    pub(super) replies_to: Vec<String>,
}

/// Those who have one part in a communication.
#[derive(Clone, Debug)]
pub(super) struct Party {
    pub(super) part: &'static str,
    pub(super) names: Vec<(String, String)>,
    pub(super) more: usize,
}

/// Returns the communications, the enclosing before the enclosed.
pub(super) fn branches(record: &Record, reading: &Reading<'_>) -> Vec<Branch> {
    let mut room = Room(TREE);
    let shown = record.communications.iter().take(COMMUNICATIONS);
    shown.map(|it| branch(record, reading, it)).take_while(|it| room.takes(heaviness(it))).collect()
}

/// Bounds the rendered size of a communication from above.
fn heaviness(it: &Branch) -> usize {
    let names = it.parties.iter().flat_map(|party| &party.names);
    let names = names.map(|(name, href)| weight(name) + href.len() + 60).sum::<usize>();
    let numbers = it.numbers.iter().map(|it| weight(&it.0) + 80).sum::<usize>();
    let others = it.events.iter().chain(&it.replies_to).map(|it| weight(it) + 60).sum::<usize>();
    400 + names + numbers + others
}

/// How many communications enclose this one.
pub(super) fn depth(record: &Record, communication: &Communication) -> usize {
    let mut depth = 0;
    let mut parent = communication.enclosed_in.as_deref();
    while let Some(id) = parent.filter(|_| depth < DEEPEST) {
        depth += 1;
        let next = record.communications.iter().find(|it| it.id == id);
        parent = next.and_then(|it| it.enclosed_in.as_deref());
    }
    depth
}

/// The byte of the reading text where the words of a communication begin.
pub(super) fn begin(communication: &Communication) -> u32 {
    communication.spans.iter().map(|it| it.start).min().unwrap_or_default()
}

/// What a communication is called where it begins in the text.
pub(super) fn heading(it: &Communication) -> String {
    let mut res = wording::kind(it.kind).to_owned();
    let name = |names: &[Cited<String>]| names.first().map(|it| clipped(&tidy(&it.value), 80));
    if let Some(sender) = name(&it.senders) {
        res.push_str(&format!(" from {sender}"));
    }
    if let Some(recipient) = name(&it.recipients) {
        res.push_str(&format!(" to {recipient}"));
    }
    if let Some(event) = it.events.first() {
        res.push_str(&format!(", {}", dates::in_words(&event.edtf)));
    }
    res
}

fn branch(record: &Record, reading: &Reading<'_>, it: &Communication) -> Branch {
    let parties = [
        ("from", &it.senders),
        ("to", &it.recipients),
        ("through", &it.via),
        ("to be passed on to", &it.for_transmission_to),
        ("signed", &it.signatories),
    ];
    let numbers = it.numbers.iter().take(OF_EACH);
    Branch {
        href: format!("{}#{}", reading.page_of(begin(it)), it.id),
        kind: wording::kind(it.kind),
        depth: depth(record, it),
        parties: parties.into_iter().filter_map(|(part, names)| party(part, names)).collect(),
        numbers: numbers.map(|it| (clipped(&it.value, 60), wording::series(it.series))).collect(),
        events: it.events.iter().take(OF_EACH).map(event).collect(),
        replies_to: it.in_reply_to.iter().take(OF_EACH).map(|it| clipped(it, 60)).collect(),
    }
}

fn party(part: &'static str, names: &[Cited<String>]) -> Option<Party> {
    let mut shown: Vec<(String, String)> = Vec::new();
    for name in names.iter().map(|it| tidy(&it.value)).filter(|it| !it.is_empty()) {
        if !shown.iter().any(|it| it.0 == name) {
            shown.push((clipped(&name, 240), address::filter(Facet::Correspondent, &name)));
        }
    }
    let more = shown.len().saturating_sub(OF_EACH);
    shown.truncate(OF_EACH);
    (!shown.is_empty()).then_some(Party { part, names: shown, more })
}

fn event(it: &regesta_model::Event) -> String {
    let mut res = format!("{} {}", wording::event(it.kind), dates::in_words(&it.edtf));
    if let Some(zone) = &it.zone {
        res.push_str(&format!(" ({})", clipped(zone, 40)));
    }
    if let Some(place) = &it.place {
        res.push_str(&format!(", {}", clipped(&tidy(&place.value), 60)));
    }
    res
}

fn tidy(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

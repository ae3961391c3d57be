//! A line that leads from a document to another, with the words that speak of it and the rule that found it.

use regesta_export::dates;
use regesta_model::Script;
use regesta_relate::{Link, Relation, Rule};
use regesta_store::queries::correspondence::{Neighbour, Neighbourhood};

use crate::{
    address,
    pages::{clipped, weight},
    wording,
};

/// How many bytes of a title, of quoted words and of a name a line shows.
const TITLE: usize = 420;
const WORDS: usize = 360;
const NAME: usize = 160;

/// How many documents a line offers where nothing tells them apart.
const ALTERNATIVES: usize = 4;

/// How many mentions of one document a line quotes: one for each language.
const QUOTED: usize = 2;

/// A line that leads to another document, or to one that is not held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// What the one is to the other: `answers`, `cited by`.
    pub(crate) label: &'static str,
    /// The documents: address, title, date in words. Several where nothing tells them apart.
    pub(crate) to: Vec<(String, String, String)>,
    /// What is not held: its address and what it is.
    pub(crate) stub: Option<(String, String)>,
    /// The words that speak, with their language.
    pub(crate) quoted: Vec<(String, String)>,
    /// The rule that found it, in words.
    pub(crate) rule: &'static str,
}

/// Bounds the rendered size of a line from above.
pub(crate) fn heaviness(it: &Line) -> usize {
    let to: usize = it.to.iter().map(|it| it.0.len() + weight(&it.1) + weight(&it.2) + 140).sum();
    let stub = it.stub.as_ref().map_or(0, |it| it.0.len() + weight(&it.1) + 120);
    320 + to + stub + it.quoted.iter().map(|it| weight(&it.1) + 60).sum::<usize>()
}

/// What a document speaks of: the line from it.
pub(crate) fn from(all: &Neighbourhood, link: usize) -> Option<Line> {
    let (sought, resolved) = (all.graph.sought.get(link)?, all.graph.resolved.get(link)?);
    let mut held: Vec<usize> = resolved
        .found
        .iter()
        .filter_map(|at| all.graph.held.get(*at))
        .map(|it| it.document)
        .collect();
    held.dedup();
    let documents = held.iter().filter_map(|it| all.documents.get(*it)).take(ALTERNATIVES);
    let is_held = !held.is_empty();
    Some(Line {
        label: sought.link.relation.code(),
        to: documents.map(shown).collect(),
        stub: (!is_held).then(|| (address::cited(&sought.link.slug()), described(&sought.link))),
        quoted: quoted(&sought.link),
        rule: resolved.rule.map_or("", wording::link_rule),
    })
}

/// Who speaks of a document: the line to whoever does.
pub(crate) fn back(all: &Neighbourhood, link: usize) -> Option<Line> {
    let sought = all.graph.sought.get(link)?;
    let rule = all.graph.resolved.get(link).and_then(|it| it.rule);
    Some(Line {
        label: match sought.link.relation {
            Relation::Answers => "answered by",
            Relation::Cites => "cited by",
        },
        to: all.speaker(link).map(shown).into_iter().collect(),
        stub: None,
        quoted: quoted(&sought.link),
        rule: rule.map_or("", |it: Rule| wording::link_rule(it)),
    })
}

/// A document as a line shows it.
pub(crate) fn shown(it: &Neighbour) -> (String, String, String) {
    let date = it.date.as_deref().map(dates::in_words).unwrap_or_default();
    (address::document(&it.id), clipped(&it.title, TITLE), clipped(&date, NAME))
}

fn quoted(link: &Link) -> Vec<(String, String)> {
    let mut res: Vec<(String, String)> = Vec::new();
    for it in &link.mentions {
        if res.len() < QUOTED && !res.iter().any(|known| known.0 == it.language) {
            res.push((it.language.clone(), clipped(&it.words, WORDS)));
        }
    }
    res
}

/// What a document that is not held is, as far as those who cite it tell: `Despatch no. 77 of 20 October 1952`.
pub(crate) fn described(link: &Link) -> String {
    if let Some(reference) = &link.reference {
        return clipped(reference, NAME);
    }
    let kind = if link.kind.is_empty() { "document" } else { &link.kind };
    let mut res: String = kind.chars().take(1).flat_map(char::to_uppercase).collect();
    res += kind.get(1..).unwrap_or_default();
    if let Some(number) = &link.number {
        res += &format!(" no. {}", clipped(number, 60));
    }
    match (&link.date, &link.not_after) {
        (Some(date), _) => res += &format!(" of {}", dates::in_words(date)),
        (None, Some(last)) => res += &format!(", not after {}", dates::in_words(last)),
        (None, None) => {}
    }
    res
}

/// The parties of a document that is not held: `from X`, `to Y`.
pub(crate) fn parties(link: &Link) -> Vec<String> {
    let named = |parties: &[Vec<String>]| {
        let names = parties.iter().filter_map(|it| best(it));
        names.map(|it| clipped(it, NAME)).take(3).collect::<Vec<_>>().join(", ")
    };
    let (from, to) = (named(&link.senders), named(&link.recipients));
    let mut res = Vec::new();
    if !from.is_empty() {
        res.push(format!("from {from}"));
    }
    if !to.is_empty() {
        res.push(format!("to {to}"));
    }
    res
}

/// The name of a party to show: in Latin letters where there is one.
fn best(names: &[String]) -> Option<&str> {
    let latin =
        |it: &&String| it.chars().all(|it| matches!(Script::of(it), Script::Latin | Script::Other));
    names.iter().find(latin).or(names.first()).map(String::as_str)
}

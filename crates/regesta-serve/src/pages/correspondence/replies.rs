//! Replies and citations: documents that speak of others which are held.

use regesta_store::queries::correspondence::Neighbourhood;

use super::{Entry, line};

/// How many documents one entry leads to.
const LINES: usize = 12;

/// Returns the documents that speak of others held here, by date, as places among the documents.
pub(super) fn speaking(all: &Neighbourhood) -> Vec<usize> {
    let resolved = all.graph.sought.iter().zip(&all.graph.resolved);
    let mut res: Vec<usize> =
        resolved.filter(|(_, to)| !to.found.is_empty()).map(|(it, _)| it.document).collect();
    res.sort_by_key(|it| (all.documents.get(*it).map(|it| it.day), *it));
    res.dedup();
    res
}

/// The entry of a document.
pub(super) fn entry(all: &Neighbourhood, document: &usize) -> Entry {
    let links = all.graph.sought.iter().zip(&all.graph.resolved).enumerate();
    let its = links.filter(|(_, (it, to))| it.document == *document && !to.found.is_empty());
    let lines = its.filter_map(|(at, _)| line::from(all, at)).take(LINES).collect();
    let (href, heading, date) = all.documents.get(*document).map(line::shown).unwrap_or_default();
    Entry {
        imprint: vec![date],
        state: None,
        language: super::super::language_of(&heading),
        heading,
        href,
        quoted: None,
        lines,
    }
}

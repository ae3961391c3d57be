//! Stubs: documents that are cited and not held, one for all who cite it.

use crate::{Link, Meeting, Meetings, Resolution, Sought, weighing::same_kind};

/// How many others of a day or a number are asked whether they are the same one: a day of which more is cited tells nobody apart.
const NEAR: usize = 64;

/// A document that is cited and not held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stub {
    /// Everything that is said of it, by whoever cites it.
    pub link: Link,
    /// Who cites it: places among the links, in their order.
    pub cited_by: Vec<usize>,
}

impl Stub {
    /// Returns every address it goes by: what each of those who cite it would call it.
    pub fn slugs(&self, sought: &[Sought]) -> Vec<String> {
        let links = self.cited_by.iter().filter_map(|at| sought.get(*at));
        let mut res: Vec<String> = links.map(|it| it.link.slug()).collect();
        res.sort_unstable();
        res.dedup();
        res
    }
}

/// Gathers the links that were joined to nothing: those that speak of one document give one stub.
pub(crate) fn stubs(
    sought: &[Sought],
    resolved: &[Resolution],
    meetings: &mut Meetings,
) -> Vec<Stub> {
    let mut res: Vec<Stub> = Vec::new();
    let mut by_key: std::collections::HashMap<String, Vec<usize>> =
        std::collections::HashMap::new();
    let unheld = sought.iter().zip(resolved).enumerate();
    for (at, (it, _)) in unheld.filter(|(_, (_, to))| to.found.is_empty()) {
        let near = it.link.keys.iter().filter_map(|key| by_key.get(key)).flatten().copied();
        let mut near: Vec<usize> = near.collect();
        near.sort_unstable();
        near.dedup();
        near.truncate(NEAR);
        let known = near.into_iter().find(|known| {
            res.get(*known).is_some_and(|known| are_one(&known.link, &it.link, meetings))
        });
        let place = known.unwrap_or(res.len());
        match res.get_mut(place) {
            Some(stub) => {
                stub.cited_by.push(at);
                learn(&mut stub.link, &it.link);
            }
            None => res.push(Stub { link: it.link.clone(), cited_by: vec![at] }),
        }
        for key in &it.link.keys {
            let places = by_key.entry(key.clone()).or_default();
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
    res.sort_by_cached_key(|it| order(&it.link));
    res
}

/// By date, then by number; what has no date stands in the year of who cites it.
fn order(it: &Link) -> (String, Option<String>, Option<String>) {
    let year = || it.not_after.as_deref().and_then(|it| it.get(..4)).unwrap_or_default().to_owned();
    (it.date.clone().unwrap_or_else(year), it.number.clone(), it.reference.clone())
}

/// Whether two documents speak of the same one that is not held: the number and the date, or one of them and a party.
fn are_one(one: &Link, other: &Link, meetings: &mut Meetings) -> bool {
    if one.reference.is_some() || other.reference.is_some() {
        return one.reference == other.reference;
    }
    let shared = |one: &Option<String>, other: &Option<String>| {
        one.as_ref().zip(other.as_ref()).map(|(one, other)| one == other)
    };
    let number = shared(&one.number, &other.number);
    let date = shared(&one.date, &other.date);
    if number == Some(false) || date == Some(false) || !same_kind(&one.kind, &other.kind) {
        return false;
    }
    let sender = meetings.of(&one.senders, &other.senders);
    let recipient = meetings.of(&one.recipients, &other.recipients);
    let meets = sender == Meeting::Yes || recipient == Meeting::Yes;
    let against = sender == Meeting::No || recipient == Meeting::No;
    match (number, date) {
        (Some(true), Some(true)) => !against,
        (Some(true), None) | (None, Some(true)) => meets && !against,
        _ => false,
    }
}

/// What one of those who cite it says and another does not.
fn learn(known: &mut Link, other: &Link) {
    known.number = known.number.take().or_else(|| other.number.clone());
    known.date = known.date.take().or_else(|| other.date.clone());
    known.relation = known.relation.min(other.relation);
    if known.kind.is_empty() {
        known.kind.clone_from(&other.kind);
    }
    if known.senders.is_empty() {
        known.senders.clone_from(&other.senders);
    }
    if known.recipients.is_empty() {
        known.recipients.clone_from(&other.recipients);
    }
}

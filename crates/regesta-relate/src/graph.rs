//! The graph: each link joined to the communications that it may mean, the best of them kept with the rule that found it.

use std::collections::{BTreeMap, HashMap};

use crate::{Asked, Handle, Link, Meetings, Relation, Rule, Stub, stub, weigh};

/// A communication that the collection holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The document it is in, by whatever number the caller gives its documents.
    pub document: usize,
    /// What it is found by.
    pub handle: Handle,
}

/// What a document of the collection speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// The document that speaks.
    pub document: usize,
    /// What it speaks of.
    pub link: Link,
}

/// What a link was joined to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolution {
    /// Places in the list of what is held; several where nothing tells them apart; none where what is meant is not held.
    pub found: Vec<usize>,
    /// The rule that found them.
    pub rule: Option<Rule>,
}

/// Joins every link to what it means, in the links' order.
fn resolve(held: &[Held], sought: &[Sought], meetings: &mut Meetings) -> Vec<Resolution> {
    let mut by_key: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, it) in held.iter().enumerate() {
        for key in &it.handle.keys {
            by_key.entry(key).or_default().push(at);
        }
    }
    let one = |it: &Sought| {
        let keys = it.link.keys.iter().filter_map(|key| by_key.get(key.as_str()));
        let mut candidates: Vec<usize> = keys.flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        best(held, it, &candidates, meetings)
    };
    sought.iter().map(one).collect()
}

/// The best of the candidates: by the strongest rule, what stands by itself before what is enclosed somewhere.
fn best(held: &[Held], it: &Sought, candidates: &[usize], meetings: &mut Meetings) -> Resolution {
    let mut res: Vec<(Rule, bool, usize)> = Vec::new();
    for at in candidates {
        let Some(candidate) = held.get(*at).filter(|held| held.document != it.document) else {
            continue;
        };
        if let Some(rule) = weigh(&it.link, &candidate.handle, meetings) {
            res.push((rule, candidate.handle.is_enclosed, *at));
        }
    }
    let Some((rule, is_enclosed)) = res.iter().map(|it| (it.0, it.1)).min() else {
        return Resolution::default();
    };
    let found = res.into_iter().filter(|it| (it.0, it.1) == (rule, is_enclosed));
    Resolution { found: found.map(|it| it.2).collect(), rule: Some(rule) }
}

/// Whether a request is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// No held document replies to it.
    Open,
    /// No held document replies to it, but these reply to the communication that passed it on: places among the links.
    PassedOn(Vec<usize>),
    /// Another communication of the same document replies, by its id.
    AnsweredWithin(String),
    /// These links reply to it: places among the links.
    Answered(Vec<usize>),
    /// Nobody waits for a reply to it.
    AwaitsNone,
}

impl Status {
    /// Returns the stable code: `open`, `passed-on`, `answered`, `awaits-none`.
    pub const fn code(&self) -> &'static str {
        match self {
            Status::Open => "open",
            Status::PassedOn(_) => "passed-on",
            Status::AnsweredWithin(_) | Status::Answered(_) => "answered",
            Status::AwaitsNone => "awaits-none",
        }
    }

    /// Says whether an editor still looks for a reply.
    pub const fn is_open(&self) -> bool {
        matches!(self, Status::Open | Status::PassedOn(_))
    }
}

/// What is held, what it speaks of, and which of the one is the other.
#[derive(Debug, Default)]
pub struct Graph {
    /// The communications held, in the caller's order.
    pub held: Vec<Held>,
    /// What they speak of, in the caller's order.
    pub sought: Vec<Sought>,
    /// What each of the links was joined to.
    pub resolved: Vec<Resolution>,
    /// The documents cited and not held.
    pub stubs: Vec<Stub>,
    /// The links that answer each communication held.
    answers: BTreeMap<usize, Vec<usize>>,
    by_document: BTreeMap<usize, Vec<usize>>,
}

impl Graph {
    /// Joins what is sought to what is held.
    pub fn new(held: Vec<Held>, sought: Vec<Sought>) -> Graph {
        let mut meetings = Meetings::default();
        let resolved = resolve(&held, &sought, &mut meetings);
        let stubs = stub::stubs(&sought, &resolved, &mut meetings);
        let mut res = Graph { held, sought, resolved, stubs, ..Graph::default() };
        for (link, (it, to)) in res.sought.iter().zip(&res.resolved).enumerate() {
            if it.link.relation == Relation::Answers {
                for found in &to.found {
                    res.answers.entry(*found).or_default().push(link);
                }
            }
        }
        for (at, it) in res.held.iter().enumerate() {
            res.by_document.entry(it.document).or_default().push(at);
        }
        res
    }

    /// The links that answer a communication of a document; any of its communications where none is named.
    fn replies(&self, document: usize, communication: Option<&str>) -> Vec<usize> {
        let of_document = self.by_document.get(&document).into_iter().flatten();
        let meant = of_document.filter(|at| {
            let its = self.held.get(**at).map(|it| it.handle.communication.as_str());
            communication.is_none() || its == communication
        });
        let mut res: Vec<usize> =
            meant.filter_map(|at| self.answers.get(at)).flatten().copied().collect();
        res.sort_unstable();
        res.dedup();
        res
    }

    /// Says whether a request of a document is answered.
    pub fn status(&self, document: usize, request: &Asked) -> Status {
        if let Some(id) = &request.answered_by {
            return Status::AnsweredWithin(id.clone());
        }
        let direct = self.replies(document, request.communication.as_deref());
        if !direct.is_empty() {
            return Status::Answered(direct);
        }
        if !request.awaits_reply() {
            return Status::AwaitsNone;
        }
        let around = request.enclosing.iter().flat_map(|id| self.replies(document, Some(id)));
        let through: Vec<usize> = around.collect();
        if through.is_empty() { Status::Open } else { Status::PassedOn(through) }
    }
}

//! Links: what the words of a record speak of that lies outside it.

use regesta_model::{Communication, LayerRole, Record, Reference, ReferenceKind, Span};
use serde::{Deserialize, Serialize};

use crate::{
    Handle,
    handle::{
        self, MOST, NAME, is_day, key_of_day, key_of_reference, keys_of_number, number,
        without_hours, year,
    },
    tidy, words_of,
};

/// The longest words of a mention that are kept, in bytes.
const WORDS: usize = 240;

/// The most documents one record is said to speak of; a register of a whole office speaks of more than anybody can follow.
const LINKS: usize = 1_000;

/// What a document does by speaking of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// It answers it.
    Answers,
    /// It cites it.
    Cites,
}

impl Relation {
    /// Returns the stable code: `answers`, `cites`.
    pub const fn code(self) -> &'static str {
        match self {
            Relation::Answers => "answers",
            Relation::Cites => "cites",
        }
    }
}

/// Words that speak of the document meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The words, on one line.
    pub words: String,
    /// Code of their language.
    pub language: String,
    /// Where they stand in the reading text.
    pub span: Span,
}

/// What words of a record speak of, by every word it is spoken of with: a translation makes no second link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Id of the communication whose words speak.
    pub communication: Option<String>,
    /// What it does by speaking of it.
    pub relation: Relation,
    /// What kind of document is meant, as the table of document words calls it; empty where the words do not say.
    pub kind: String,
    /// The number it is given, as it is compared.
    pub number: Option<String>,
    /// Its date as EDTF without hours.
    pub date: Option<String>,
    /// The archival reference it is cited by.
    pub reference: Option<String>,
    /// Who sent it, as far as the words and the parties of the speaking document tell: each by its names.
    pub senders: Vec<Vec<String>>,
    /// Whom it went to.
    pub recipients: Vec<Vec<String>>,
    /// The last day on which it can have been written: that of the speaking document.
    pub not_after: Option<String>,
    /// The words, in reading order.
    pub mentions: Vec<Mention>,
    /// By what it is looked for.
    pub keys: Vec<String>,
}

impl Link {
    /// Names what is meant in an address: `telegram-402-1954`, `letter-1957-12-16`.
    pub fn slug(&self) -> String {
        let mut parts: Vec<&str> = Vec::new();
        parts.push(if self.kind.is_empty() { "document" } else { &self.kind });
        parts.extend(self.number.as_deref());
        parts.extend(self.reference.as_deref());
        match &self.date {
            Some(date) => parts.push(date),
            None => parts.extend(self.not_after.as_deref().and_then(year)),
        }
        parts.join("-").replace([' ', '/', ','], "-").to_lowercase()
    }
}

/// Returns what a record speaks of, in reading order. What it encloses itself is no link, nor is what it gives neither number, day nor
/// reference of.
pub(crate) fn links(text: &str, record: &Record, handles: &[Handle]) -> Vec<Link> {
    let mut res: Vec<Link> = Vec::new();
    let own: Vec<&str> = record
        .references
        .iter()
        .filter(|it| is_archival(it) && it.spans.iter().any(|it| handle::is_own(record, *it)))
        .map(|it| it.normal.as_str())
        .collect();
    for reference in &record.references {
        let Some(span) = reference.spans.first().copied() else { continue };
        let link = match reference.kind {
            ReferenceKind::CrossReference => of_words(text, record, handles, reference, span),
            ReferenceKind::Archival if !own.contains(&reference.normal.as_str()) => {
                of_reference(text, record, handles, reference, span)
            }
            _ => None,
        };
        let Some(link) = link else { continue };
        if let Some(known) = res.iter_mut().find(|it| are_one(it, &link)) {
            join(known, link);
        } else if res.len() < LINKS {
            res.push(link);
        }
    }
    for it in &mut res {
        it.keys = keys(it);
    }
    res
}

fn is_archival(it: &Reference) -> bool {
    it.kind == ReferenceKind::Archival
}

/// A document spoken of by its kind, number and date.
fn of_words(
    text: &str,
    record: &Record,
    handles: &[Handle],
    reference: &Reference,
    span: Span,
) -> Option<Link> {
    let date = reference.part("date").map(without_hours).filter(|it| is_day(it));
    let value = reference.part("number").map(number).filter(|it| !it.is_empty());
    if date.is_none() && value.is_none() || reference.part("target").is_some() {
        return None;
    }
    let kind = reference.part("kind").unwrap_or_default().to_owned();
    let holder = holder(record, span);
    if date.is_some() && may_be_enclosed(record, holder, &kind) {
        return None;
    }
    let own = handles.iter().find(|it| Some(it.communication.as_str()) == holder);
    let parties =
        |pick: fn(&Handle) -> &Vec<Vec<String>>| own.map(pick).cloned().unwrap_or_default();
    let author = || {
        let named = reference.part("whose").map(|it| tidy(it, NAME)).filter(|it| !it.is_empty());
        named.map(|it| vec![it]).into_iter().collect()
    };
    let (senders, recipients) = match reference.part("owner") {
        Some("your") => (parties(|it| &it.recipients), parties(|it| &it.senders)),
        Some("my") => (parties(|it| &it.senders), Vec::new()),
        Some(_) => (Vec::new(), Vec::new()),
        None => (author(), Vec::new()),
    };
    let relation = match reference.part("relation") {
        Some("answers") => Relation::Answers,
        _ => Relation::Cites,
    };
    Some(Link {
        communication: holder.map(str::to_owned),
        relation,
        kind,
        number: value,
        date,
        reference: None,
        senders,
        recipients,
        not_after: latest(own, record),
        mentions: vec![mention(text, record, span)],
        keys: Vec::new(),
    })
}

/// A document spoken of by where it lies, in a note or in the text.
fn of_reference(
    text: &str,
    record: &Record,
    handles: &[Handle],
    reference: &Reference,
    span: Span,
) -> Option<Link> {
    let notes = record.layers.iter().filter(|it| it.role == LayerRole::Note);
    let spoken = is_in_text(record, span) || notes.into_iter().any(|it| holds(&it.spans, span));
    if !spoken || !handle::is_precise(reference) || handle::is_own(record, span) {
        return None;
    }
    let holder = holder(record, span)?;
    let own = handles.iter().find(|it| it.communication == holder);
    Some(Link {
        communication: Some(holder.to_owned()),
        relation: Relation::Cites,
        kind: String::new(),
        number: None,
        date: None,
        reference: Some(tidy(&reference.normal, NAME)),
        senders: Vec::new(),
        recipients: Vec::new(),
        not_after: latest(own, record),
        mentions: vec![mention(text, record, span)],
        keys: Vec::new(),
    })
}

fn holds(spans: &[Span], span: Span) -> bool {
    spans.iter().any(|it| it.contains(span))
}

/// The innermost communication whose words these are.
fn holder(record: &Record, span: Span) -> Option<&str> {
    let length = |it: &Communication| {
        it.spans.iter().filter(|piece| piece.contains(span)).map(|piece| piece.len()).min()
    };
    // Of communications over the same words the enclosed stands later.
    let mut res: Option<(usize, &Communication)> = None;
    for it in &record.communications {
        if let Some(length) = length(it)
            && res.is_none_or(|(shortest, _)| length <= shortest)
        {
            res = Some((length, it));
        }
    }
    let lone = || {
        let mut roots = record.communications.iter().filter(|it| it.enclosed_in.is_none());
        roots.next().filter(|_| roots.next().is_none() && is_in_text(record, span))
    };
    res.map(|(_, it)| it).or_else(lone).map(|it| it.id.as_str())
}

/// Says whether words stand in a text of the document: those of a translation may be nobody's where it was not divided as the original was.
fn is_in_text(record: &Record, span: Span) -> bool {
    record.texts().any(|it| holds(&it.spans, span))
}

/// Says whether the document spoken of may be one that is enclosed here without a date of its own: then nothing says that it is not held.
fn may_be_enclosed(record: &Record, holder: Option<&str>, kind: &str) -> bool {
    let Some(holder) = holder else { return false };
    record.communications.iter().any(|it| {
        it.enclosed_in.as_deref() == Some(holder)
            && it.events.is_empty()
            && crate::weighing::is_of_kind(it.kind, kind)
    })
}

/// The last day on which the speaking communication, or else the record, can have been written.
fn latest(own: Option<&Handle>, record: &Record) -> Option<String> {
    let last = |edtf: &str| {
        let end = edtf.rsplit('/').next().unwrap_or_default().to_owned();
        Some(end).filter(|it| year(it).is_some())
    };
    let events = own.into_iter().flat_map(|it| &it.dates).filter_map(|(_, date)| last(date));
    events.max().or_else(|| record.date().map(without_hours).as_deref().and_then(last))
}

fn mention(text: &str, record: &Record, span: Span) -> Mention {
    let layer = record.layers.iter().find(|it| holds(&it.spans, span));
    let language = layer.map(|it| it.language.code()).unwrap_or_default();
    Mention { words: words_of(text, span, WORDS), language: language.to_owned(), span }
}

/// Whether two links of one record speak of one document: the translation says it again, or it is named shorter the second time.
fn are_one(one: &Link, other: &Link) -> bool {
    let agree = |one: &Option<String>, other: &Option<String>| {
        one.is_none() || other.is_none() || one == other
    };
    let shared = (one.number.is_some() && one.number == other.number)
        || (one.date.is_some() && one.date == other.date);
    if one.reference.is_some() || other.reference.is_some() {
        return one.reference == other.reference;
    }
    let beside = one.communication == other.communication
        || one.communication.is_none()
        || other.communication.is_none();
    let of_one_kind = one.kind == other.kind || crate::weighing::same_kind(&one.kind, &other.kind);
    beside
        && shared
        && of_one_kind
        && agree(&one.number, &other.number)
        && agree(&one.date, &other.date)
}

fn join(known: &mut Link, other: Link) {
    known.communication = known.communication.take().or(other.communication);
    known.number = known.number.take().or(other.number);
    known.date = known.date.take().or(other.date);
    known.relation = known.relation.min(other.relation);
    if known.kind.is_empty() {
        known.kind = other.kind;
    }
    if known.senders.is_empty() {
        known.senders = other.senders;
    }
    if known.recipients.is_empty() {
        known.recipients = other.recipients;
    }
    if known.mentions.len() < MOST {
        known.mentions.extend(other.mentions);
    }
}

/// By what a document spoken of is looked for. A number without a date is looked for in the year of who speaks and in the year before.
fn keys(it: &Link) -> Vec<String> {
    let mut res = Vec::new();
    let dated = it.date.as_deref().and_then(year);
    let speaking = it.not_after.as_deref().and_then(year);
    let before = speaking
        .and_then(|it| it.parse::<u32>().ok())
        .map(|it| format!("{:04}", it.saturating_sub(1)));
    let years: Vec<&str> = match dated {
        Some(year) => vec![year],
        None => speaking.into_iter().chain(before.as_deref()).collect(),
    };
    if let Some(number) = &it.number {
        res.extend(keys_of_number(number, &years));
        res.extend(keys_of_number(number, &[]));
    }
    res.extend(it.date.as_deref().map(key_of_day));
    res.extend(it.reference.as_deref().map(key_of_reference));
    res.sort_unstable();
    res.dedup();
    res
}

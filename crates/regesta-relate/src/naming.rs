//! Namings: whom a record names, as sender, as recipient or in its words, and which of its names stand for one another.

use regesta_model::{Cited, Entity, EntityKind, Record};
use serde::{Deserialize, Serialize};

use crate::{
    handle::{NAME, names_of},
    words_of,
};

/// The most names of one record.
const NAMINGS: usize = 400;

/// In what part a record names somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// As a sender or signatory.
    Sender,
    /// As a recipient, or as somebody it goes through or is to be passed on to.
    Recipient,
    /// In the words.
    Mentioned,
}

impl Part {
    /// Every part.
    pub const ALL: [Part; 3] = [Part::Sender, Part::Recipient, Part::Mentioned];

    /// Returns the stable code: `sender`, `recipient`, `mentioned`.
    pub const fn code(self) -> &'static str {
        match self {
            Part::Sender => "sender",
            Part::Recipient => "recipient",
            Part::Mentioned => "mentioned",
        }
    }
}

/// A form of a name in a record, once for each part in which it is named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Naming {
    /// The form, on one line.
    pub form: String,
    /// In what part.
    pub part: Part,
    /// What it names, where the record says: the code of an [`EntityKind`], else empty.
    pub kind: String,
}

/// Two forms that the record uses for one: the words of the original and of the translation for the same party, or mentions of one entity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Twin {
    /// The form that is smaller as a string.
    pub one: String,
    /// The other.
    pub other: String,
    /// The rule: `same-party`, or the one the record names for its entity.
    pub rule: String,
}

/// The rule that unites the names of one party in an original and its translation.
const SAME_PARTY: &str = "same-party";

/// Returns whom a record names and which of its names stand for one another; both sorted, each once.
pub(crate) fn namings(text: &str, record: &Record) -> (Vec<Naming>, Vec<Twin>) {
    let mut res: Vec<Naming> = Vec::new();
    let mut twins: Vec<Twin> = Vec::new();
    for it in &record.communications {
        let sent = it.senders.iter().chain(&it.signatories).map(|it| (Part::Sender, it));
        let got = it.recipients.iter().chain(&it.via).chain(&it.for_transmission_to);
        for (part, party) in sent.chain(got.map(|it| (Part::Recipient, it))) {
            let (forms, kind) = forms_of_party(text, record, party);
            add(&mut res, &mut twins, forms, part, kind, SAME_PARTY);
        }
    }
    let listed = |kind: EntityKind| matches!(kind, EntityKind::Person | EntityKind::Organisation);
    for it in record.entities.iter().filter(|it| listed(it.kind)) {
        let rule = it.rule.as_deref().unwrap_or("same-key");
        add(&mut res, &mut twins, forms_of_entity(text, it), Part::Mentioned, it.kind.code(), rule);
    }
    res.sort_unstable();
    res.dedup();
    res.truncate(NAMINGS);
    twins.sort_unstable();
    twins.dedup();
    twins.truncate(NAMINGS);
    (res, twins)
}

fn add(
    namings: &mut Vec<Naming>,
    twins: &mut Vec<Twin>,
    forms: Vec<String>,
    part: Part,
    kind: &str,
    rule: &str,
) {
    for form in &forms {
        if let Some(first) = forms.first().filter(|it| *it != form) {
            let (one, other) = if first < form { (first, form) } else { (form, first) };
            twins.push(Twin { one: one.clone(), other: other.clone(), rule: rule.to_owned() });
        }
    }
    let naming = |form: String| Naming { form, part, kind: kind.to_owned() };
    namings.extend(forms.into_iter().map(naming));
}

/// The names of a party: of the person named in its words, where the record knows one there, else the words as they stand.
fn forms_of_party<'a>(
    text: &str,
    record: &'a Record,
    party: &Cited<String>,
) -> (Vec<String>, &'a str) {
    let inside = |it: &&Entity| {
        it.kind == EntityKind::Person
            && it.spans.iter().any(|it| party.spans.iter().any(|party| party.contains(*it)))
    };
    let persons: Vec<&Entity> = record.entities.iter().filter(inside).collect();
    if persons.is_empty() {
        return (names_of(text, party), "");
    }
    let words = persons.iter().flat_map(|it| &it.spans);
    let words = words.filter(|it| party.spans.iter().any(|party| party.contains(**it)));
    let mut res: Vec<String> = Vec::new();
    for form in words.map(|it| words_of(text, *it, NAME)) {
        if !form.is_empty() && !res.contains(&form) {
            res.push(form);
        }
    }
    (res, EntityKind::Person.code())
}

fn forms_of_entity(text: &str, it: &Entity) -> Vec<String> {
    let mut res: Vec<String> = Vec::new();
    for form in it.spans.iter().map(|it| words_of(text, *it, NAME)) {
        if !form.is_empty() && !res.contains(&form) {
            res.push(form);
        }
    }
    res
}

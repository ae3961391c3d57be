//! Entities: persons, organisations and places that the words name, and what unites their mentions.

use serde::{Deserialize, Serialize};

use crate::{Language, Span};

crate::coded! {
    /// What an entity is.
    EntityKind {
        /// A person.
        Person = "person",
        /// An organisation: a government, a party, an army, a committee.
        Organisation = "organisation",
        /// A military unit or formation by its number or name.
        Unit = "unit",
        /// An archive.
        Archive = "archive",
        /// A place or country.
        Place = "place",
        /// A group of people: a nationality, a class, a side.
        Group = "group",
        /// An office that stands for whoever holds it.
        Role = "role",
        /// An event with a name.
        Event = "event",
    }
}

/// The mentions of one entity in one text or part of the page; mentions elsewhere share its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Id within the record, `e1`, `e2`, ...
    pub id: String,
    /// What it is.
    pub kind: EntityKind,
    /// The name to show: the table's, or the fullest form of the mentions in the record.
    pub name: String,
    /// What unites its mentions within and across documents: the id of an authority, else a key of its sounds.
    pub key: Option<String>,
    /// The rule that united the mentions (`authority`, `palladius-pinyin`, `same-spelling`).
    pub rule: Option<String>,
    /// Language of the words.
    pub language: Language,
    /// The words, each mention.
    pub spans: Vec<Span>,
}

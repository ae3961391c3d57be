//! What the records of one collection have to do with each other: who answers and cites whom, what is asked for and
//! still open, who is who.
//!
//! A record is read once, by itself ([`read`]): into handles it can be found by and links that say what it speaks of. Whatever
//! crosses documents is then a join by key and a weighing ([`Graph`]), so that nothing kept for one document ever changes
//! because another came. Nothing here does I/O.

pub mod decisions;
mod graph;
mod groups;
mod handle;
mod link;
mod meeting;
mod naming;
mod request;
mod stub;
pub mod unify;
mod weighing;

use regesta_lang::Page;
use regesta_model::{Record, Span};
use serde::{Deserialize, Serialize};

pub use graph::{Graph, Held, Resolution, Sought, Status};
pub use handle::Handle;
pub use link::{Link, Mention, Relation};
pub use meeting::{Meeting, Meetings};
pub use naming::{Naming, Part, Twin};
pub use request::Asked;
pub use stub::Stub;
pub use weighing::{Rule, weigh};

/// The pages about it, each the test of what it says.
pub const PAGES: &[Page] = &[
    Page { name: "link", text: include_str!("link.md") },
    Page { name: "request", text: include_str!("request.md") },
    Page { name: "stub", text: include_str!("stub.md") },
    Page { name: "unify", text: include_str!("unify.md") },
];

/// What one record gives to the collection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correspondence {
    /// What its communications can be found by.
    pub handles: Vec<Handle>,
    /// What its words speak of that lies outside it.
    pub links: Vec<Link>,
    /// What it asks for; renderings in a translation are not repeated.
    pub requests: Vec<Asked>,
    /// Whom it names.
    pub namings: Vec<Naming>,
    /// Which of those names stand for one another in it.
    pub twins: Vec<Twin>,
}

/// Reads what a record gives to its collection.
pub fn read(text: &str, record: &Record) -> Correspondence {
    let handles = handle::handles(text, record);
    let links = link::links(text, record, &handles);
    let (namings, twins) = naming::namings(text, record);
    Correspondence { handles, links, requests: request::requests(text, record), namings, twins }
}

/// The words of a span on one line, without marks around them, cut to so many bytes.
fn words_of(text: &str, span: Span, most: usize) -> String {
    tidy(span.of(text), most)
}

/// Words on one line, cut to so many bytes.
fn tidy(words: &str, most: usize) -> String {
    let mut res = String::with_capacity(words.len().min(most));
    for word in words.split_whitespace() {
        if !res.is_empty() {
            res.push(' ');
        }
        if res.len() + word.len() > most {
            let room = most.saturating_sub(res.len());
            res.push_str(word.get(..word.floor_char_boundary(room)).unwrap_or_default());
            res.push('…');
            break;
        }
        res.push_str(word);
    }
    res
}

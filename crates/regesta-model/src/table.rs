//! Tables that stand in words: strength returns, timetables, distribution lists.

use serde::{Deserialize, Serialize};

use crate::{Cited, Language, Span};

crate::coded! {
    /// Which strength a return gives.
    StrengthKind {
        /// What there is to be by the tables of organisation.
        Establishment = "establishment",
        /// What there is.
        Present = "present",
        /// What is lacking.
        Shortage = "shortage",
        /// What there is too many of.
        Surplus = "surplus",
    }
}

/// The headings under which a cell of a table stands, in the document's words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellHeading {
    /// Of its row.
    pub row: Option<Cited<String>>,
    /// Of its column.
    pub column: Option<Cited<String>>,
}

/// A count by rank or formation, with its sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StrengthReturn {
    /// Which strength it gives, where the words tell it from another.
    pub kind: Option<StrengthKind>,
    /// Places of its cells among the record's quantities.
    pub cells: Vec<usize>,
    /// The headings of each cell, where the cells stand in a table; else empty.
    pub headings: Vec<CellHeading>,
    /// The cells added up, where all are whole numbers of one kind of thing.
    pub sum: Option<i64>,
    /// Place among the record's quantities of the total that the words state.
    pub stated_total: Option<usize>,
    /// Language of the words.
    pub language: Language,
    /// The words.
    pub spans: Vec<Span>,
}

/// One phase of a timetable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// Its number as written.
    pub number: Option<String>,
    /// When, as EDTF.
    pub edtf: Option<String>,
    /// What is to happen, in the document's words.
    pub action: Cited<String>,
    /// Under which condition or after what, in the document's words.
    pub condition: Option<Cited<String>>,
}

/// What is to happen when, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timetable {
    /// Its phases in the order written.
    pub phases: Vec<Phase>,
    /// Whether each phase begins no earlier than the one before.
    pub is_in_order: bool,
    /// Language of the words.
    pub language: Language,
    /// The words.
    pub spans: Vec<Span>,
}

/// One line of a distribution list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DistributionEntry {
    /// Numbers of the copies, as written.
    pub copies: Vec<String>,
    /// How many copies, where a count stands in place of numbers.
    pub count: Option<i64>,
    /// To whom.
    pub recipient: Cited<String>,
}

/// To whom copies went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distribution {
    /// Its lines in order.
    pub entries: Vec<DistributionEntry>,
    /// How many copies the document says were made.
    pub declared_total: Option<i64>,
    /// Language of the words.
    pub language: Language,
    /// The words.
    pub spans: Vec<Span>,
}

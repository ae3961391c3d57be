//! Statements are facts read out of the words: dates and quantities.

use serde::{Deserialize, Serialize};

use crate::{Language, Span};

crate::coded! {
    /// What a date is to the document.
    DateRole {
        /// The catalogue's date.
        Catalogue = "catalogue",
        /// The date the document bears.
        Document = "document",
        /// When the communication was drafted or signed.
        Drafted = "drafted",
        /// When it was sent.
        Sent = "sent",
        /// When it was received.
        Received = "received",
        /// When it was deciphered.
        Deciphered = "deciphered",
        /// When it was typed.
        Typed = "typed",
        /// A stamp or written note.
        Stamp = "stamp",
        /// The date of another document this one speaks of.
        Cited = "cited",
        /// When the page was put up.
        Uploaded = "uploaded",
        /// A date the text speaks of.
        Mentioned = "mentioned",
    }
}

crate::coded! {
    /// What a reading rests on.
    DateBasis {
        /// The words alone.
        Text = "text",
        /// Something was supplied from the nearest dated words (a year, an anchor).
        Inferred = "inferred",
    }
}

/// A date with the words that state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMention {
    /// The date as EDTF, level 1; empty where the words state an impossible one.
    pub edtf: String,
    /// What it is to the document.
    pub role: DateRole,
    /// What the reading rests on.
    pub basis: DateBasis,
    /// Language of the words.
    pub language: Language,
    /// Why no such day or hour exists, where it does not.
    pub impossible: Option<String>,
    /// The words.
    pub spans: Vec<Span>,
}

/// The value of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
pub enum NumberValue {
    /// A whole number.
    Whole(i64),
    /// A decimal.
    Decimal(f64),
    /// From and to, both included.
    Range(i64, i64),
    /// Numerator and denominator.
    Fraction(i64, i64),
}

impl std::fmt::Display for NumberValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            NumberValue::Whole(value) => write!(f, "{value}"),
            NumberValue::Decimal(value) => write!(f, "{value}"),
            NumberValue::Range(from, to) => write!(f, "{from}-{to}"),
            NumberValue::Fraction(part, whole) => write!(f, "{part}/{whole}"),
        }
    }
}

crate::coded! {
    /// How a quantity bounds what it counts.
    Comparator {
        /// More than.
        More = "more",
        /// Less than.
        Less = "less",
        /// At least.
        AtLeast = "at-least",
        /// At most.
        AtMost = "at-most",
    }
}

/// A counted or measured quantity with the words that state it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// How many.
    pub value: NumberValue,
    /// What is counted, in English, from the table of units; empty where the words name none that is known.
    pub unit: String,
    /// Whether the words say "about".
    pub approximate: bool,
    /// Whether the words bound it.
    pub comparator: Option<Comparator>,
    /// Language of the words.
    pub language: Language,
    /// The words: number and unit.
    pub spans: Vec<Span>,
}

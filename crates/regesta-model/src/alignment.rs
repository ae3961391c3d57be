//! An alignment says which words of a translation answer to which words of the original.

use serde::{Deserialize, Serialize};

use crate::Span;

crate::coded! {
    /// Whether a unit has its counterpart.
    AlignmentStatus {
        /// Both sides are there.
        Aligned = "aligned",
        /// The original's words have no counterpart.
        Omitted = "omitted",
        /// The translation's words have no counterpart.
        Added = "added",
    }
}

/// One link of an alignment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AlignedUnit {
    /// Units of the original, in order; empty where the translation added.
    pub source: Vec<Span>,
    /// Units of the translation, in order; empty where it omitted.
    pub target: Vec<Span>,
    /// Whether both sides are there.
    pub status: AlignmentStatus,
    /// How sure the link is, 0 to 1.
    pub score: f64,
}

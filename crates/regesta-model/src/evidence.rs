//! Evidence is everything one source gave: its reading text, its records, and what is to be said about both.

use serde::{Deserialize, Serialize};

use crate::{Finding, Record, Source};

/// Everything one source gave.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The source as read.
    pub source: Source,
    /// What was to be said about reading it (unreadable, charset uncertain, ...); labels point into the reading text.
    pub findings: Vec<Finding>,
    /// The documents in it, in reading order; empty where nothing could be read.
    pub records: Vec<CheckedRecord>,
}

/// A record with what the rules found in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckedRecord {
    /// The record.
    pub record: Record,
    /// Findings, by place in the text, then by code.
    pub findings: Vec<Finding>,
}

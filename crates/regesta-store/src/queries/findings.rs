//! The queue of findings, by rule.

use regesta_model::Finding;

use super::overview::RuleCount;

/// Words a finding points at, with what stands around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Words before, from the same line.
    pub before: String,
    /// The words.
    pub words: String,
    /// Words after, from the same line.
    pub after: String,
    /// What is to be seen there.
    pub note: String,
    /// Language code of the words' layer.
    pub language: String,
}

/// A finding in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedFinding {
    /// Id of the document, where the source gave one.
    pub document: Option<String>,
    /// Title of the document, or name of the file.
    pub title: String,
    /// Place of the finding among its document's, from 1: the number of its margin note.
    pub number: usize,
    /// The finding.
    pub finding: Finding,
    /// The words it points at.
    pub quotations: Vec<Quotation>,
}

/// A page of the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// Every rule that speaks, errors first.
    pub rules: Vec<RuleCount>,
    /// How many findings the queue holds.
    pub total: u64,
    /// The page of findings asked for, by document, then by place.
    pub findings: Vec<QueuedFinding>,
}

//! What is in the collection, in counts.

use regesta_model::Severity;

/// How many documents share a value; the value is the one a filter takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The value as the filter takes it.
    pub value: String,
    /// The value as a reader sees it.
    pub label: String,
    /// How many documents.
    pub count: u64,
}

/// How often a rule speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleCount {
    /// Code of the rule.
    pub code: String,
    /// Name of the rule.
    pub name: String,
    /// Its severity.
    pub severity: Severity,
    /// How many findings.
    pub findings: u64,
    /// In how many documents.
    pub documents: u64,
}

/// What is in the collection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// How many documents.
    pub documents: u64,
    /// How many files.
    pub sources: u64,
    /// Files that gave no document, by name, with what to do about each.
    pub unread: Vec<(String, String)>,
    /// Documents by year, in order.
    pub years: Vec<Count>,
    /// Documents by language of their texts.
    pub languages: Vec<Count>,
    /// Documents by kind of communication.
    pub kinds: Vec<Count>,
    /// Senders and recipients, the most frequent first.
    pub correspondents: Vec<Count>,
    /// Archives referred to, the most frequent first.
    pub archives: Vec<Count>,
    /// Findings by rule, errors first.
    pub rules: Vec<RuleCount>,
}

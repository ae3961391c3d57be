//! One document with everything known of it.

use regesta_model::{CheckedRecord, Finding, Source};

/// One document with everything known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredDocument {
    /// The source it stands in.
    pub source: Source,
    /// What was to be said about reading the source.
    pub reading_findings: Vec<Finding>,
    /// The record and its findings.
    pub checked: CheckedRecord,
    /// Id and title of the document before it by date, if any.
    pub previous: Option<(String, String)>,
    /// Id and title of the document after it by date, if any.
    pub next: Option<(String, String)>,
}

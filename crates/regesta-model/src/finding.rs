//! A finding is what a rule or a reader has to say about words of a source.

use serde::{Deserialize, Serialize};

use crate::Span;

crate::coded! {
    /// How much a finding matters to an editor.
    Severity {
        /// Wrong: a citation or a figure would be false.
        Error = "error",
        /// Probably wrong.
        Warning = "warning",
        /// Worth knowing.
        Info = "info",
    }
}

crate::coded! {
    /// What a finding rests on.
    Basis {
        /// The words of the source alone.
        Text = "text",
        /// A table of the project.
        Table = "table",
        /// An inference.
        Inference = "inference",
    }
}

/// A kind of finding: what every rule and every reader's complaint has.
#[derive(Clone, Copy, Debug)]
pub struct FindingKind {
    /// Stable code, a letter and three digits.
    pub code: &'static str,
    /// Kebab-case name of the fault.
    pub name: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it rests on.
    pub basis: Basis,
    /// Markdown page: what it finds, why it matters, what to do, cases.
    pub page: &'static str,
}

impl FindingKind {
    /// Makes a finding of this kind; labels and a fix are added with `at` and `fix`.
    pub fn finding(&self, message: impl Into<String>) -> Finding {
        Finding {
            code: self.code.to_owned(),
            name: self.name.to_owned(),
            severity: self.severity,
            basis: self.basis,
            message: message.into(),
            labels: Vec::new(),
            fix: None,
        }
    }
}

/// One place a finding points at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// The words pointed at.
    pub span: Span,
    /// What is to be seen there; may be empty.
    pub note: String,
}

/// What was found, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Stable code of its kind.
    pub code: String,
    /// Name of its kind.
    pub name: String,
    /// How much it matters.
    pub severity: Severity,
    /// What it rests on.
    pub basis: Basis,
    /// One sentence for the editor.
    pub message: String,
    /// Places, the main one first; empty only where the file could not be read.
    pub labels: Vec<Label>,
    /// What to do about it.
    pub fix: Option<String>,
}

impl Finding {
    /// Adds a place.
    #[must_use]
    pub fn at(mut self, span: Span, note: impl Into<String>) -> Self {
        self.labels.push(Label { span, note: note.into() });
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub fn fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = Some(fix.into());
        self
    }
}

//! What was counted over all sources, and the line that says it.

use std::fmt;

use regesta_model::{Finding, Severity};

/// How much was looked at and found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Summary {
    pub(crate) files: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
}

impl Summary {
    /// Counts one file and its findings.
    pub(crate) fn add(&mut self, findings: &[&Finding]) {
        self.files += 1;
        for finding in findings {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => self.notes += 1,
            }
        }
    }

    /// Returns how many findings there are.
    pub(crate) fn findings(&self) -> usize {
        self.errors + self.warnings + self.notes
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let files = counted(self.files, "file");
        if self.findings() == 0 {
            return write!(f, "{files} checked, nothing found.");
        }
        let parts = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let parts: Vec<String> = parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| counted(*count, what))
            .collect();
        write!(
            f,
            "{files} checked: {}. `regesta explain CODE` says why one matters.",
            parts.join(", ")
        )
    }
}

/// `1 file`, `2 files`.
pub(crate) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

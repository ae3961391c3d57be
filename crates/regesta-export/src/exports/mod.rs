//! One file for each export, and one page beside it.

use regesta_model::Evidence;

pub mod citation;
pub mod evidence_json;

/// One export: what it is called, what it gives and a function.
#[derive(Clone, Copy, Debug)]
pub struct Export {
    /// Kebab-case name, as `--format` spells it.
    pub name: &'static str,
    /// Media type of the bytes.
    pub media_type: &'static str,
    /// Markdown page: what it gives, who reads it, cases.
    pub page: &'static str,
    /// Turns everything known of one source into the bytes of the format.
    pub export: fn(&Evidence) -> Vec<u8>,
}

/// Every export, in alphabetical order.
pub const ALL: &[Export] = &[citation::EXPORT, evidence_json::EXPORT];

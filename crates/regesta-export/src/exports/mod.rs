//! One file for each export, and one page beside it.

pub mod evidence_json;

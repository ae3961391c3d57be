//! Rules that look at a record and its words and say what an editor should look at.

use regesta_model::{Finding, FindingKind, Record};

mod lines;
mod numbers;
mod patterns;
pub mod rules;
mod sheets;

/// One rule: what it is called and a function.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Code, name, severity and page.
    pub kind: FindingKind,
    /// Looks at one record; `text` is the reading text its spans point into.
    pub check: fn(text: &str, record: &Record) -> Vec<Finding>,
}

/// Runs every rule on a record; findings come by place in the text, then by code.
pub fn check(text: &str, record: &Record) -> Vec<Finding> {
    let mut res: Vec<Finding> =
        rules::ALL.iter().flat_map(|rule| (rule.check)(text, record)).collect();
    res.sort_by_key(|it| (it.labels.first().map(|label| label.span), it.code.clone()));
    res
}

//! S605: sheets of one telegram taken from different copies.

use regesta_model::{Basis, FieldName, Finding, FindingKind, Record, Severity, Span};

use crate::{
    Rule,
    sheets::{self, Printed},
};

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "S605",
        name: "copy-number-inconsistent",
        severity: Severity::Warning,
        basis: Basis::Text,
        page: include_str!("copy_number_inconsistent.md"),
    },
    check,
};

fn check(text: &str, record: &Record) -> Vec<Finding> {
    let restarts = restarts(text, record);
    sheets::printed(text, record, FieldName::CopyNumber)
        .iter()
        .flat_map(|copies| {
            copies.chunk_by(|left, right| {
                let between = |it: &Span| left.span.end <= it.start && it.start < right.span.end;
                !restarts.iter().any(between)
                    && !sheets::form_between(record, left.span, right.span)
            })
        })
        .filter_map(mixed)
        .collect()
}

/// Returns the sheets numbered 1: there another copy of the document may begin.
fn restarts(text: &str, record: &Record) -> Vec<Span> {
    let sheets = sheets::printed(text, record, FieldName::SheetNumber);
    sheets.iter().flatten().filter(|it| it.value() == Some(1)).map(|it| it.span).collect()
}

fn mixed(copies: &[Printed]) -> Option<Finding> {
    let first = copies.first()?;
    let other = copies.iter().find(|it| it.digits != first.digits)?;
    let finding = RULE
        .kind
        .finding(format!(
            "the first sheet is of copy {}, a later one of copy {}",
            first.digits, other.digits
        ))
        .fix(
            "look at the scan: name both copies in the source note, or correct the misread number",
        );
    Some(copies.iter().fold(finding, |it, copy| it.at(copy.span, format!("copy {}", copy.digits))))
}

//! S605: sheets of one telegram taken from different copies.

use regesta_model::{Basis, FieldName, Finding, FindingKind, Record, Severity};

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
    let sheets = sheets::printed(text, record, FieldName::SheetNumber).concat();
    let same = |left: &Printed, right: &Printed| {
        !begins_again(&sheets, right) && !sheets::form_between(record, left.span, right.span)
    };
    let texts = sheets::printed(text, record, FieldName::CopyNumber);
    texts.iter().flat_map(|copies| copies.chunk_by(same)).filter_map(mixed).collect()
}

/// Says whether the sheet that bears this copy number is numbered 1: there another copy of the document begins.
fn begins_again(sheets: &[Printed], copy: &Printed) -> bool {
    let distance = |it: &Printed| it.span.start.abs_diff(copy.span.start);
    let own = sheets.iter().min_by_key(|it| distance(it));
    own.is_some_and(|it| it.value() == Some(1))
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

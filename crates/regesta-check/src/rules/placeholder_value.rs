//! M109: words that hold the place of a value.

use std::sync::LazyLock;

use regesta_model::{Basis, Finding, FindingKind, Record, Severity};

use crate::{
    Rule,
    patterns::{self, Table},
};

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "M109",
        name: "placeholder-value",
        severity: Severity::Info,
        basis: Basis::Table,
        page: include_str!("placeholder_value.md"),
    },
    check,
};

pub(crate) const PLACEHOLDERS: &str = include_str!("../../../../data/placeholders.tsv");
static TABLE: LazyLock<Table> = LazyLock::new(|| patterns::table(PLACEHOLDERS));

fn check(text: &str, record: &Record) -> Vec<Finding> {
    patterns::find(&TABLE, text, record.span)
        .into_iter()
        .map(|(span, pattern)| {
            RULE.kind
                .finding(format!("“{}” is {}", super::quoted(span.of(text)), pattern.what))
                .at(span, "not a value")
                .fix("put the value in, or treat it as not given")
        })
        .collect()
}

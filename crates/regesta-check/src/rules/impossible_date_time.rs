//! D301: days and hours that no calendar and no clock has.

use regesta_model::{Basis, Finding, FindingKind, Record, Severity};

use crate::Rule;

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "D301",
        name: "impossible-date-time",
        severity: Severity::Error,
        basis: Basis::Text,
        page: include_str!("impossible_date_time.md"),
    },
    check,
};

fn check(text: &str, record: &Record) -> Vec<Finding> {
    let impossible =
        record.dates.iter().filter_map(|it| it.impossible.as_deref().zip(it.spans.first()));
    impossible
        .map(|(why, span)| {
            RULE.kind
                .finding(format!("“{}” cannot be: {why}", super::quoted(span.of(text))))
                .at(*span, "no such day or hour")
                .fix("read the scan again; if the document says so itself, keep it and add [sic]")
        })
        .collect()
}

//! S613: end marks of agencies and platforms.

use std::sync::LazyLock;

use regesta_model::{Basis, Finding, FindingKind, Record, SegmentKind, Severity, Span};

use crate::{
    Rule,
    patterns::{self, Table},
};

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "S613",
        name: "end-mark-residue",
        severity: Severity::Info,
        basis: Basis::Table,
        page: include_str!("end_mark_residue.md"),
    },
    check,
};

pub(crate) const END_MARKS: &str = include_str!("../../../../data/end_marks.tsv");
static TABLE: LazyLock<Table> = LazyLock::new(|| patterns::table(END_MARKS));

fn check(text: &str, record: &Record) -> Vec<Finding> {
    let mut marks: Vec<Span> =
        patterns::find(&TABLE, text, record.span).into_iter().map(|(span, _)| span).collect();
    let described = record.segments.iter().filter(|it| it.kind == SegmentKind::EndMark);
    for span in described.flat_map(|it| &it.spans) {
        if !marks.iter().any(|it| it.overlaps(*span)) {
            marks.push(*span);
        }
    }
    marks.sort_unstable();
    marks
        .into_iter()
        .map(|span| {
            let mark = super::quoted(span.of(text));
            RULE.kind
                .finding(format!("“{mark}” marks the end of a text and is not part of it"))
                .at(span, "end mark")
                .fix("leave it out of an edition")
        })
        .collect()
}

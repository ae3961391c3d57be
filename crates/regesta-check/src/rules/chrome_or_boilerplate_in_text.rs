//! M108: menus, tools and notices of a site that stand among the words of the document.

use regesta_model::{Basis, Finding, FindingKind, Record, SegmentKind, Severity, Span};

use crate::Rule;

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "M108",
        name: "chrome-or-boilerplate-in-text",
        severity: Severity::Info,
        basis: Basis::Text,
        page: include_str!("chrome_or_boilerplate_in_text.md"),
    },
    check,
};

fn check(text: &str, record: &Record) -> Vec<Finding> {
    let runs = runs(text, record);
    let Some(first) = runs.first() else { return Vec::new() };
    let message = match runs.len() {
        1 => {
            format!("“{}” belongs to the site, not to the document", super::quoted(first.of(text)))
        }
        count => format!(
            "{count} stretches belong to the site, not to the document, “{}” first",
            super::quoted(first.of(text))
        ),
    };
    let finding = RULE.kind.finding(message).fix(
        "leave it out of an edition; Regesta keeps it apart from the text, searches and quotes without it",
    );
    vec![runs.iter().fold(finding, |it, span| it.at(*span, "page furniture"))]
}

/// Returns the furniture in reading order; pieces with only white space between them are one.
fn runs(text: &str, record: &Record) -> Vec<Span> {
    let segments = record.segments.iter().filter(|it| it.kind == SegmentKind::PageChrome);
    let spans = segments.flat_map(|it| &it.spans);
    let mut pieces: Vec<Span> =
        spans.map(|it| it.trimmed(text)).filter(|it| !it.is_empty()).collect();
    pieces.sort_unstable();
    let mut res: Vec<Span> = Vec::new();
    for piece in pieces {
        match res.last_mut() {
            Some(last) if adjacent(text, *last, piece) => *last = last.join(piece),
            _ => res.push(piece),
        }
    }
    res
}

fn adjacent(text: &str, left: Span, right: Span) -> bool {
    right.start <= left.end || Span { start: left.end, end: right.start }.of(text).trim().is_empty()
}

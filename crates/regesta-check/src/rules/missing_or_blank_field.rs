//! M101: labels that stand without a value.

use regesta_model::{Basis, Finding, FindingKind, Record, Severity, Span};

use crate::Rule;

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "M101",
        name: "missing-or-blank-field",
        severity: Severity::Warning,
        basis: Basis::Text,
        page: include_str!("missing_or_blank_field.md"),
    },
    check,
};

fn check(text: &str, record: &Record) -> Vec<Finding> {
    let blank = record.fields.iter().filter(|it| it.value.trim().is_empty());
    let mut labels: Vec<Span> = blank.filter_map(|it| it.spans.first().copied()).collect();
    labels.sort_unstable();
    labels.dedup();
    if labels.is_empty() {
        return Vec::new();
    }
    let names: Vec<String> = labels
        .iter()
        .map(|it| super::quoted(it.of(text)).trim_end_matches(':').to_owned())
        .collect();
    let message = match names.as_slice() {
        [name] => format!("the label “{name}” stands without a value"),
        _ => format!("{} labels stand without a value: {}", names.len(), listed(&names)),
    };
    let finding = RULE.kind.finding(message).fix(
        "look the value up on the archive's own page; it was probably lost when the page was saved",
    );
    vec![labels.iter().fold(finding, |it, span| it.at(*span, "nothing follows this label"))]
}

/// Lists names; of many only the first.
fn listed(names: &[String]) -> String {
    const SHOWN: usize = 5;
    match names.get(..SHOWN) {
        Some(first) if names.len() > SHOWN => {
            format!("{} and {} more", first.join(", "), names.len() - SHOWN)
        }
        _ => names.join(", "),
    }
}

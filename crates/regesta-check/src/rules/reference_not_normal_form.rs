//! R202: references spelt in another way than the normal form.

use regesta_lang::references::{self, Oddity};
use regesta_model::{Basis, Finding, FindingKind, Record, Reference, Severity, Span};

use crate::Rule;

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "R202",
        name: "reference-not-normal-form",
        severity: Severity::Info,
        basis: Basis::Table,
        page: include_str!("reference_not_normal_form.md"),
    },
    check,
};

fn check(text: &str, record: &Record) -> Vec<Finding> {
    record.references.iter().filter_map(|it| odd(text, it)).collect()
}

fn odd(text: &str, reference: &Reference) -> Option<Finding> {
    let mut labels: Vec<(Span, Vec<Oddity>)> = Vec::new();
    for span in &reference.spans {
        for departure in references::departures(span.of(text), reference) {
            let start = span.start as usize;
            let place = departure.span.range();
            labels.push((Span::new(start + place.start..start + place.end), departure.oddities));
        }
    }
    let mut oddities: Vec<Oddity> = labels.iter().flat_map(|(_, it)| it.iter().copied()).collect();
    oddities.sort_unstable();
    oddities.dedup();
    if oddities.is_empty() {
        return None;
    }
    let finding = RULE
        .kind
        .finding(format!("this reference is written with {}", described(&oddities)))
        .fix(format!("cite it as {}", reference.normal));
    Some(labels.iter().fold(finding, |it, (span, oddities)| it.at(*span, described(oddities))))
}

fn described(oddities: &[Oddity]) -> String {
    oddities.iter().map(|it| it.describe()).collect::<Vec<_>>().join(", ")
}

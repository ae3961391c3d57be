//! S607: a translation whose paragraphs have run together, or an original's.

use regesta_model::{Basis, Finding, FindingKind, Layer, LayerRole, Record, Severity, Span};

use crate::{
    Rule,
    lines::{self, Line},
};

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "S607",
        name: "paragraphs-collapsed",
        severity: Severity::Info,
        basis: Basis::Text,
        page: include_str!("paragraphs_collapsed.md"),
    },
    check,
};

/// How many paragraphs one text has at least.
const PARAGRAPHS: usize = 6;
/// How many times as many as the other.
const TIMES: usize = 4;
/// How many columns a paragraph that others ran into is wide at least.
const LONG: usize = 800;

fn check(text: &str, record: &Record) -> Vec<Finding> {
    let originals = || record.texts().filter(|it| it.role == LayerRole::Original);
    let translations = || record.texts().filter(|it| it.role != LayerRole::Original);
    let pairs = originals().flat_map(|one| translations().map(move |other| (one, other)));
    let findings = pairs.filter_map(|(one, other)| {
        let (of_one, of_other) = (paragraphs(text, record, one), paragraphs(text, record, other));
        collapsed(one, &of_one, other, &of_other)
            .or_else(|| collapsed(other, &of_other, one, &of_one))
    });
    findings.collect()
}

/// A paragraph: its words, and how many columns they take.
type Paragraph = (Span, usize);

/// Says that a text has run together, where the other keeps its paragraphs.
fn collapsed(
    whole: &Layer,
    paragraphs: &[Paragraph],
    run: &Layer,
    together: &[Paragraph],
) -> Option<Finding> {
    let (long, width) = together.iter().max_by_key(|(_, width)| *width)?;
    let fits = paragraphs.len() >= PARAGRAPHS
        && paragraphs.len() >= together.len() * TIMES
        && *width >= LONG;
    let count = |count: usize| match count {
        1 => "one paragraph".to_owned(),
        count => format!("{count} paragraphs"),
    };
    let (left, right) = (run.language.name(), whole.language.name());
    let message = format!(
        "the {left} text is {}, the {right} one {}",
        count(together.len()),
        paragraphs.len()
    );
    fits.then(|| {
        RULE.kind
            .finding(message)
            .at(*long, "run together")
            .fix("divide it into paragraphs where the other text begins one")
    })
}

/// The paragraphs of a layer: parted by blank lines, or each on a line of its own.
fn paragraphs(text: &str, record: &Record, layer: &Layer) -> Vec<Paragraph> {
    let lines = lines::of_layer(text, record, layer);
    let mut res: Vec<Paragraph> = Vec::new();
    let mut before: Option<Line> = None;
    for line in lines {
        let ended = before.is_some_and(|it| it.width > WRAPPED && lines::stops(it.span.of(text)));
        before = Some(line);
        match res.last_mut() {
            Some((span, width)) if !line.opens && !ended => {
                *span = span.join(line.span);
                *width += line.width;
            }
            _ => res.push((line.span, line.width)),
        }
    }
    res
}

/// Wider lines than that were not broken at a margin: they are paragraphs.
const WRAPPED: usize = 120;

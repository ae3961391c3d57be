//! Findings: `error Q401: message`, then a line for each place: language or part of the page, words, note.

use std::fmt::Write as _;

use regesta_model::{Finding, Layer, Record, Span};

use super::quoted;

/// Renders findings as pages of rules and of faults show them.
#[must_use]
pub fn findings(text: &str, record: Option<&Record>, findings: &[Finding]) -> String {
    let mut res = String::new();
    for finding in findings {
        let _ = writeln!(res, "{} {}: {}", finding.severity, finding.code, finding.message);
        for label in &finding.labels {
            let language = record.and_then(|it| language(it, label.span)).unwrap_or("--");
            let line = format!("  {language} {} {}", quoted(text, label.span), label.note);
            let _ = writeln!(res, "{}", line.trim_end());
        }
        if let Some(fix) = &finding.fix {
            let _ = writeln!(res, "  fix: {fix}");
        }
    }
    res
}

/// Says in which text of the document words stand, by its language, or in which other part of the page.
fn language(record: &Record, span: Span) -> Option<&'static str> {
    let holds = |it: &&Layer| it.spans.iter().any(|piece| piece.overlaps(span));
    let text = record.texts().find(holds).map(|it| it.language.code());
    text.or_else(|| record.layers.iter().find(holds).map(|it| it.role.code()))
}

//! Findings: `error Q401: message`, then a line for each place with its language, words and note.

use std::fmt::Write as _;

use regesta_model::{Finding, Record, Span};

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

fn language(record: &Record, span: Span) -> Option<&'static str> {
    let layers = record.texts().chain(&record.layers);
    let mut holding = layers.filter(|it| it.spans.iter().any(|piece| piece.overlaps(span)));
    holding.next().map(|it| it.language.code())
}

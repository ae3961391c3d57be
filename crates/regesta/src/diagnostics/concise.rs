//! A line for each finding: `path:line:column: error[Q401] name: message`.

use std::io;

use regesta_model::Finding;

use super::position;

pub(super) fn print(
    out: &mut impl io::Write,
    path: &str,
    text: &str,
    findings: &[&Finding],
) -> io::Result<()> {
    for finding in findings {
        let place = match finding.labels.first() {
            Some(label) => {
                let position = position(text, label.span.range().start);
                format!("{path}:{}:{}", position.line, position.column)
            }
            None => path.to_owned(),
        };
        let Finding { severity, code, name, message, .. } = finding;
        writeln!(out, "{place}: {severity}[{code}] {name}: {message}")?;
    }
    Ok(())
}

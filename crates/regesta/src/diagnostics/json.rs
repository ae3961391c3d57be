//! One JSON array of findings as the public JSON spells them, each with the path of its file; one finding a line.

use std::io;

use regesta_export::exports::evidence_json;
use regesta_model::Finding;
use serde::Serialize;

use super::Summary;

#[derive(Serialize)]
struct WithPath<'a, T> {
    path: &'a str,
    #[serde(flatten)]
    finding: T,
}

/// Prints the findings of one source; `summary` has counted them already.
pub(super) fn print(
    out: &mut impl io::Write,
    path: &str,
    text: &str,
    findings: &[&Finding],
    summary: &Summary,
) -> io::Result<()> {
    let mut first = summary.findings() == findings.len();
    let findings: Vec<Finding> = findings.iter().map(|it| (*it).clone()).collect();
    for finding in evidence_json::findings(text, &findings) {
        out.write_all(if first { b"[\n" } else { b",\n" })?;
        first = false;
        serde_json::to_writer(&mut *out, &WithPath { path, finding })?;
    }
    Ok(())
}

/// Closes the array.
pub(super) fn close(out: &mut impl io::Write, summary: &Summary) -> io::Result<()> {
    out.write_all(if summary.findings() == 0 { b"[]\n" } else { b"\n]\n" })
}

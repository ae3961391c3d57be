//! Findings as a reader sees them: quoted in place, a line each, or as JSON.

mod concise;
mod excerpt;
mod full;
mod json;
mod summary;

use std::io;

use clap::ValueEnum;
use regesta_model::{Evidence, Finding};

pub(crate) use self::summary::Summary;

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The words in place, with what to do about them
    Full,
    /// One line each, with path, line and column before it
    Concise,
    /// One JSON array, for programs
    Json,
}

/// Prints the findings of one source after another.
#[derive(Debug)]
pub(crate) struct Printer<W> {
    out: W,
    format: Format,
    /// Width of the terminal in columns.
    width: usize,
    summary: Summary,
}

impl<W: io::Write> Printer<W> {
    /// Makes a printer; `width` is that of the terminal, in columns.
    pub(crate) fn new(out: W, format: Format, width: usize) -> Self {
        Printer { out, format, width, summary: Summary::default() }
    }

    /// Prints everything found in one source, by place in the text.
    pub(crate) fn source(&mut self, path: &str, evidence: &Evidence) -> io::Result<()> {
        let text = &evidence.source.text;
        let of_records = evidence.records.iter().flat_map(|it| &it.findings);
        let mut findings: Vec<&Finding> = evidence.findings.iter().chain(of_records).collect();
        findings.sort_by_key(|it| (place(it), it.code.as_str()));
        self.summary.add(&findings);
        match self.format {
            Format::Full => full::print(&mut self.out, path, text, &findings, self.width),
            Format::Concise => concise::print(&mut self.out, path, text, &findings),
            Format::Json => json::print(&mut self.out, path, text, &findings, &self.summary),
        }
    }

    /// Prints what belongs at the end and returns what was counted.
    pub(crate) fn finish(mut self) -> io::Result<Summary> {
        match self.format {
            Format::Full => writeln!(self.out, "{}", self.summary)?,
            Format::Concise => (),
            Format::Json => json::close(&mut self.out, &self.summary)?,
        }
        self.out.flush()?;
        Ok(self.summary)
    }
}

fn place(finding: &Finding) -> Option<u32> {
    finding.labels.first().map(|it| it.span.start)
}

/// A place in a text as people count: lines and columns from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// Returns where a byte of the text stands.
pub(crate) fn position(text: &str, byte: usize) -> Position {
    let before = text.get(..byte).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |it| it + 1);
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    Position { line: before.matches('\n').count() + 1, column }
}

#[cfg(test)]
mod tests {
    use regesta_model::{Basis, FindingKind, Severity, Source, Span};

    use super::*;

    const KIND: FindingKind = FindingKind {
        code: "Q999",
        name: "lost-boat",
        severity: Severity::Error,
        basis: Basis::Text,
        page: "",
    };
    const TEXT: &str = "渡口已经修好，共有40艘船。\n\nThe ferry is ready, with 14 boats.\n";

    fn printed(format: Format) -> String {
        let span = |words: &str| {
            let start = TEXT.find(words).unwrap();
            Span::new(start..start + words.len())
        };
        let finding = KIND
            .finding("40 is 14")
            .at(span("40艘"), "original")
            .at(span("14 boats"), "translation")
            .fix("read the scan");
        let source = Source { text: TEXT.to_owned(), ..Source::default() };
        let evidence = Evidence { source, findings: vec![finding], records: Vec::new() };
        let mut bytes = Vec::new();
        let mut printer = Printer::new(anstream::StripStream::new(&mut bytes), format, 80);
        printer.source("a.txt", &evidence).unwrap();
        assert_eq!(printer.finish().unwrap().errors, 1);
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn both_languages_stand_under_each_other_with_marks_under_their_words() {
        let expected = "\
error[Q999]: 40 is 14
  ╭▸ a.txt:1:10
1 │ 渡口已经修好，共有40艘船。
  │                   ━━━━ original
2 │
3 │ The ferry is ready, with 14 boats.
  │                          ──────── translation
  │
  ╰ help: read the scan

1 file checked: 1 error. `regesta explain CODE` says why one matters.
";
        assert_eq!(printed(Format::Full), expected);
    }

    #[test]
    fn a_line_says_where_what_and_why() {
        assert_eq!(printed(Format::Concise), "a.txt:1:10: error[Q999] lost-boat: 40 is 14\n");
    }

    #[test]
    fn the_json_is_an_array_of_findings_with_their_paths() {
        let findings: serde_json::Value = serde_json::from_str(&printed(Format::Json)).unwrap();
        let finding = &findings[0];
        assert_eq!(finding["path"], "a.txt");
        assert_eq!(finding["spans"][0]["start"], 9);
        assert_eq!(finding["spans"][1]["text"], "14 boats");
    }
}

//! What `inspect` prints for a person: one screen for each document.

mod communications;

use std::io::{self, Write};

use annotate_snippets::renderer::{Effects, Style};
use regesta_model::{
    AlignmentStatus, CheckedRecord, Evidence, Finding, Layer, Record, ReferenceKind, Source, Span,
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::diagnostics::position;

const BOLD: Style = Style::new().effects(Effects::BOLD);
const DIM: Style = Style::new().effects(Effects::DIMMED);

/// Prints everything known of one source.
pub(crate) fn print(out: &mut impl Write, evidence: &Evidence, width: usize) -> io::Result<()> {
    let source = &evidence.source;
    let mut page = Page { out, text: &source.text, width };
    page.source(source)?;
    page.findings(&evidence.findings)?;
    if evidence.records.is_empty() {
        writeln!(page.out, "\nNo document was found in this file.")?;
    }
    if evidence.records.len() > 1 {
        writeln!(page.out, "\n{} documents in this file", evidence.records.len())?;
    }
    for record in &evidence.records {
        page.record(record)?;
    }
    Ok(())
}

/// The page being printed and the text its spans point into.
struct Page<'a, W> {
    out: &'a mut W,
    text: &'a str,
    width: usize,
}

impl<W: Write> Page<'_, W> {
    fn source(&mut self, source: &Source) -> io::Result<()> {
        let Source { name, media_type, charset, .. } = source;
        let chars = self.text.chars().count();
        writeln!(
            self.out,
            "{BOLD}{name}{BOLD:#}  {DIM}{media_type}, {charset}, {chars} characters{DIM:#}"
        )
    }

    fn record(&mut self, checked: &CheckedRecord) -> io::Result<()> {
        let record = &checked.record;
        let described = || record.description().unwrap_or_else(|| "(no title found)".to_owned());
        let title = record.title().map_or_else(described, str::to_owned);
        writeln!(self.out, "\n{BOLD}{title}{BOLD:#}")?;
        let languages: Vec<&str> = record.languages().iter().map(|it| it.name()).collect();
        let facts = [record.date().unwrap_or_default().to_owned(), languages.join(" and ")];
        let facts: Vec<String> = facts.into_iter().filter(|it| !it.is_empty()).collect();
        writeln!(self.out, "{DIM}{}{DIM:#}", facts.join("  ·  "))?;
        self.layers(&record.layers)?;
        self.fields(record)?;
        self.communications(&record.communications)?;
        self.dates(record)?;
        self.references(record)?;
        self.quantities(record)?;
        self.alignment(record)?;
        self.findings(&checked.findings)
    }

    fn layers(&mut self, layers: &[Layer]) -> io::Result<()> {
        self.heading("Texts", layers.len())?;
        for layer in layers {
            let chars: usize = layer.spans.iter().map(|it| it.of(self.text).chars().count()).sum();
            let role = layer.role.code();
            let language = layer.language.name();
            let row = format!("{role:<18}{language:<14}{chars:>7} characters  ");
            self.row(&row, layer.spans.first().copied())?;
        }
        Ok(())
    }

    fn fields(&mut self, record: &Record) -> io::Result<()> {
        self.heading("Fields", record.fields.len())?;
        for field in &record.fields {
            let value = if field.value.is_empty() { "(nothing follows)" } else { &field.value };
            let value = field.edtf.as_deref().filter(|it| !it.is_empty()).unwrap_or(value);
            let value = cut(value, self.width.saturating_sub(34));
            writeln!(self.out, "  {:<32}{value}", field.name)?;
        }
        Ok(())
    }

    fn dates(&mut self, record: &Record) -> io::Result<()> {
        self.heading("Dates", record.dates.len())?;
        for date in &record.dates {
            let value = if date.impossible.is_some() { "impossible" } else { &date.edtf };
            let row = format!("{value:<24}{:<12}", date.role);
            self.row(&row, date.spans.first().copied())?;
        }
        Ok(())
    }

    fn references(&mut self, record: &Record) -> io::Result<()> {
        self.heading("References", record.references.len())?;
        for reference in &record.references {
            let normal = match reference.kind {
                ReferenceKind::CrossReference => "another document",
                _ => &reference.normal,
            };
            self.row(&format!("{normal}  "), reference.spans.first().copied())?;
        }
        Ok(())
    }

    fn quantities(&mut self, record: &Record) -> io::Result<()> {
        self.heading("Quantities", record.quantities.len())?;
        for quantity in &record.quantities {
            let value = format!("{} {}", quantity.value, quantity.unit);
            self.row(&format!("{value:<24}"), quantity.spans.first().copied())?;
        }
        Ok(())
    }

    fn alignment(&mut self, record: &Record) -> io::Result<()> {
        if record.alignments.is_empty() {
            return Ok(());
        }
        let count = |status| record.alignments.iter().filter(|it| it.status == status).count();
        let counts = AlignmentStatus::ALL.iter().map(|it| format!("{} {it}", count(*it)));
        let counts: Vec<String> = counts.collect();
        writeln!(self.out, "\n{BOLD}Original and translation{BOLD:#}\n  {}", counts.join(", "))
    }

    fn findings(&mut self, findings: &[Finding]) -> io::Result<()> {
        self.heading("Findings", findings.len())?;
        for finding in findings {
            let line =
                finding.labels.first().map(|it| position(self.text, it.span.range().start).line);
            let line = line.map(|it| format!("line {it}")).unwrap_or_default();
            let Finding { code, severity, message, .. } = finding;
            writeln!(self.out, "  {severity:<8} {code}  {line:<10}{message}")?;
        }
        Ok(())
    }

    /// Prints a heading where something stands under it.
    fn heading(&mut self, heading: &str, count: usize) -> io::Result<()> {
        if count == 0 {
            return Ok(());
        }
        writeln!(self.out, "\n{BOLD}{heading}{BOLD:#}")
    }

    /// Prints a row with the words it was read from, cut to the width.
    fn row(&mut self, row: &str, words: Option<Span>) -> io::Result<()> {
        let words = words.map(|it| it.of(self.text)).unwrap_or_default();
        let room = self.width.saturating_sub(row.width() + 4).max(20);
        writeln!(self.out, "  {row}{DIM}“{}”{DIM:#}", cut(words, room))
    }
}

/// Puts words on one line and cuts them to so many columns.
fn cut(words: &str, columns: usize) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.width() <= columns {
        return line;
    }
    let mut room = columns.saturating_sub(1);
    let fits = |c: &char| match room.checked_sub(c.width().unwrap_or_default()) {
        Some(rest) => {
            room = rest;
            true
        }
        None => false,
    };
    let mut res: String = line.chars().take_while(fits).collect();
    res.push('…');
    res
}

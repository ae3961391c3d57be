//! Writes the words of a span as paragraphs of marked runs.

use std::fmt::Write as _;

use regesta_model::{Language, Segment, SegmentKind, Span};

use super::runs::{self, Mark};

/// How many marks one span carries at most; the rest is in the queue of findings.
pub(crate) const MARKS_AT_ONCE: usize = 48;

/// Lines of at least this width (a Han character counts two) are taken to be broken by a typist or a mailer, not by the author.
const WRAPPED: usize = 58;

/// Writes parts of one reading text.
pub(crate) struct Writer<'a> {
    text: &'a str,
    marks: &'a [Mark],
    segments: &'a [Segment],
    lines_are_blocks: Lines,
}

/// What a line break means in a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lines {
    /// The format's own blocks: every break is kept.
    Blocks,
    /// Plain text: long lines were broken to fit a sheet and run on.
    Wrapped,
}

impl<'a> Writer<'a> {
    /// Makes a writer; marks are sorted by their start.
    pub(crate) fn new(
        text: &'a str,
        marks: &'a [Mark],
        segments: &'a [Segment],
        lines_are_blocks: Lines,
    ) -> Self {
        debug_assert!(marks.is_sorted_by_key(|it| it.span.start), "marks come in order");
        Writer { text, marks, segments, lines_are_blocks }
    }

    /// Writes several spans one after another.
    pub(crate) fn pieces(&self, spans: &[Span], language: Language) -> String {
        let mut res = String::new();
        for span in spans {
            self.piece(&mut res, *span, language);
        }
        res
    }

    fn piece(&self, out: &mut String, span: Span, language: Language) {
        let marks: Vec<&Mark> = self
            .marks
            .iter()
            .take_while(|it| it.span.start < span.end)
            .filter(|it| starts_or_covers(it.span, span))
            .take(MARKS_AT_ONCE)
            .collect();
        for block in blocks(self.text, span) {
            match block {
                Block::Space(space) => out.push_str(space.of(self.text)),
                Block::Words(words) => self.paragraph(out, words, &marks, language),
            }
        }
    }

    fn paragraph(&self, out: &mut String, words: Span, marks: &[&Mark], language: Language) {
        let own: Vec<&Mark> =
            marks.iter().copied().filter(|it| starts_or_covers(it.span, words)).collect();
        let class = self.class(words);
        let preformatted = class == Some("table");
        let hard = |at: usize| {
            !preformatted && (self.lines_are_blocks == Lines::Blocks || !runs_on(self.text, at))
        };
        match class {
            Some(class) => {
                let _ = write!(out, "<p class=\"{class}\">");
            }
            None => out.push_str("<p>"),
        }
        runs::write(out, self.text, words, &own, language, &hard);
        out.push_str("</p>");
    }

    /// The look of a paragraph: of the smallest part of the page that holds it.
    fn class(&self, words: Span) -> Option<&'static str> {
        self.segments
            .iter()
            .filter_map(|it| Some((look(it.kind)?, holder(it, words)?)))
            .min_by_key(|(_, span)| span.len())
            .map(|(class, _)| class)
    }
}

fn holder(segment: &Segment, words: Span) -> Option<Span> {
    segment.spans.iter().copied().find(|it| it.contains(words))
}

const fn look(kind: SegmentKind) -> Option<&'static str> {
    match kind {
        SegmentKind::Form
        | SegmentKind::SheetHeader
        | SegmentKind::SheetFooter
        | SegmentKind::Processing
        | SegmentKind::EndMark => Some("form"),
        SegmentKind::DistributionTable => Some("table"),
        SegmentKind::Heading => Some("heading"),
        SegmentKind::Signature => Some("signature"),
        SegmentKind::ClosingDate | SegmentKind::Dateline => Some("dateline"),
        SegmentKind::ArchivalReference => Some("locus"),
        _ => None,
    }
}

fn starts_or_covers(mark: Span, words: Span) -> bool {
    mark.overlaps(words) || (mark.is_empty() && words.start <= mark.start && mark.start < words.end)
}

/// Says whether the line that ends at `at` was broken only to fit the sheet.
fn runs_on(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let width: usize = line.chars().map(|it| if (it as u32) < 0x1100 { 1 } else { 2 }).sum();
    width >= WRAPPED && !line.trim_start().starts_with('|')
}

enum Block {
    /// White space between paragraphs.
    Space(Span),
    /// A paragraph, neither beginning nor ending with white space.
    Words(Span),
}

/// Cuts a span at its blank lines.
fn blocks(text: &str, span: Span) -> Vec<Block> {
    let mut res = Vec::new();
    let mut start = span.start as usize;
    let end = span.end as usize;
    let words = span.of(text);
    let mut paragraph: Option<Span> = None;
    for line in words.split_inclusive('\n') {
        let line_span = Span::new(start..start + line.len());
        start += line.len();
        let inner = line_span.trimmed(text);
        if inner.is_empty() {
            res.extend(paragraph.take().map(Block::Words));
        } else {
            paragraph = Some(paragraph.map_or(inner, |it| it.join(inner)));
        }
    }
    res.extend(paragraph.map(Block::Words));
    with_spaces(res, span.start, u32::try_from(end).unwrap_or(u32::MAX))
}

fn with_spaces(paragraphs: Vec<Block>, start: u32, end: u32) -> Vec<Block> {
    let mut res = Vec::with_capacity(paragraphs.len() * 2 + 1);
    let mut at = start;
    for block in paragraphs {
        if let Block::Words(words) = &block {
            if at < words.start {
                res.push(Block::Space(Span { start: at, end: words.start }));
            }
            at = words.end;
        }
        res.push(block);
    }
    if at < end {
        res.push(Block::Space(Span { start: at, end }));
    }
    res
}

//! The running text of the documents: passages cut into sentences.

use std::ops::Range;

use regesta_lang::sentences;
use regesta_model::{Language, Span};

use crate::{
    communications::{LineKind, Outline},
    layers::TextLayer,
    page::Page,
};

/// A sentence of running text.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    pub(crate) language: Language,
    /// Number of the text it stands in.
    pub(crate) text: usize,
    /// Number of the passage it stands in, over all texts.
    pub(crate) passage: usize,
    /// Whether it opens its passage.
    pub(crate) opens: bool,
}

/// From this width on, in characters, a line is not the work of a line break at the margin.
const WIDEST: usize = 110;

/// Cuts the running text of all texts into sentences, in the order of the texts.
pub(crate) fn read(page: &Page<'_>, texts: &[TextLayer], outlines: &[Outline]) -> Vec<Sentence> {
    let mut res = Vec::new();
    let mut passage = 0;
    for (text, (layer, outline)) in texts.iter().zip(outlines).enumerate() {
        for span in passages(page, outline) {
            let found = sentences::sentences(span.of(page.text));
            res.extend(found.into_iter().enumerate().map(|(place, it)| Sentence {
                span: Span { start: span.start + it.start, end: span.start + it.end },
                language: layer.language,
                text,
                passage,
                opens: place == 0,
            }));
            passage += 1;
        }
    }
    res
}

/// The passages of a text: paragraphs of running text without what stands on forms and sheets.
fn passages(page: &Page<'_>, outline: &Outline) -> Vec<Span> {
    let lines: Vec<(usize, Span)> = outline
        .kinds
        .iter()
        .filter(|(at, _)| !outline.is_form(*at) && !outline.is_processing(*at))
        .filter_map(|(at, kind)| Some((*at, running(page.lines.get(*at)?.span, kind)?)))
        .collect();
    let paragraph = |at: usize| page.lines.get(at).map(|it| it.paragraph);
    let mut res = Vec::new();
    for run in lines.chunk_by(|a, b| a.0 + 1 == b.0 && paragraph(a.0) == paragraph(b.0)) {
        let spans: Vec<Span> = run.iter().map(|(_, it)| *it).collect();
        for piece in pieces(page.text, &spans) {
            let joined = spans.get(piece).and_then(|it| Some(it.first()?.join(*it.last()?)));
            res.extend(joined);
        }
    }
    res
}

/// The running words of a line: all of them, those after a salutation, or none.
fn running(line: Span, kind: &LineKind) -> Option<Span> {
    match kind {
        LineKind::Salutation(found) => {
            let rest = Span { start: found.span.end.clamp(line.start, line.end), end: line.end };
            (rest.len() > 2).then_some(rest)
        }
        LineKind::Body | LineKind::Date | LineKind::Number | LineKind::Name | LineKind::Stamp => {
            Some(line)
        }
        _ => None,
    }
}

/// Cuts the lines of a paragraph where one line is one paragraph, and before the number of a point; leaves together what
/// was broken at the margin.
fn pieces(text: &str, lines: &[Span]) -> Vec<Range<usize>> {
    let widths: Vec<usize> = lines.iter().map(|it| it.of(text).chars().count()).collect();
    let widest = widths.iter().copied().max().unwrap_or_default();
    let mut res = Vec::new();
    let mut start = 0;
    for at in 1..lines.len() {
        let (Some(before), Some(line)) = (lines.get(at - 1), lines.get(at)) else { continue };
        let (before, words) = (before.of(text), line.of(text));
        let short = widths.get(at - 1).is_some_and(|it| it * 4 < widest * 3);
        let stops = before
            .ends_with(['.', '!', '?', ':', ';', '。', '；', '：', '！', '？', '"', '”', '»']);
        if widest > WIDEST || (short && stops) || (stops && crate::points::marker(words).is_some())
        {
            res.push(start..at);
            start = at;
        }
    }
    res.push(start..lines.len());
    res
}

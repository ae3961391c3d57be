//! The running text of the documents: passages cut into sentences.

use std::ops::Range;

use regesta_lang::sentences;
use regesta_model::{Language, Span};

use crate::{
    Context,
    communications::LineKind,
    passages::{Passage, Place, passages},
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
pub(crate) fn read(context: &Context<'_>) -> Vec<Sentence> {
    let mut res = Vec::new();
    let mut passage = 0;
    for paragraph in passages(context, is_running) {
        let Some(layer) = context.texts.get(paragraph.text) else { continue };
        if paragraph.place != Place::Running {
            continue;
        }
        for span in pieces_of(context, &paragraph) {
            let found = sentences_of(context, span);
            res.extend(found.into_iter().enumerate().map(|(place, it)| Sentence {
                span: Span { start: span.start + it.start, end: span.start + it.end },
                language: layer.language,
                text: paragraph.text,
                passage,
                opens: place == 0,
            }));
            passage += 1;
        }
    }
    res
}

/// The sentences of a stretch of the page, in its own coordinates.
pub(crate) fn sentences_of(context: &Context<'_>, span: Span) -> Vec<Span> {
    let cited = &context.zones.cited;
    let from = cited.partition_point(|it| it.end <= span.start);
    let inside = cited.get(from..).unwrap_or_default().iter().take_while(|it| it.start < span.end);
    let inside: Vec<Span> = inside
        .map(|it| Span {
            start: it.start.saturating_sub(span.start),
            end: it.end.min(span.end) - span.start,
        })
        .collect();
    sentences::sentences_beside(span.of(context.page.text), &inside)
}

/// Says whether a line of this kind may hold running words.
fn is_running(kind: &LineKind) -> bool {
    matches!(
        kind,
        LineKind::Salutation(_)
            | LineKind::Body
            | LineKind::Date
            | LineKind::Number
            | LineKind::Name
            | LineKind::Stamp
    )
}

/// The pieces of a paragraph that are read each by itself.
fn pieces_of(context: &Context<'_>, paragraph: &Passage) -> Vec<Span> {
    let page = context.page;
    let kinds = context.outlines.get(paragraph.text).map_or(&[][..], |it| &it.kinds);
    let from = kinds.partition_point(|(at, _)| *at < paragraph.lines.start);
    let to = kinds.partition_point(|(at, _)| *at < paragraph.lines.end);
    let of_paragraph = kinds.get(from..to).unwrap_or_default().iter();
    let lines: Vec<Option<Span>> =
        of_paragraph.map(|(at, kind)| running(page.lines.get(*at)?.span, kind)).collect();
    let mut res = Vec::new();
    for run in lines.split(Option::is_none) {
        let spans: Vec<Span> = run.iter().flatten().copied().collect();
        for piece in pieces(page.text, &spans) {
            let joined = spans.get(piece).and_then(|it| Some(it.first()?.join(*it.last()?)));
            res.extend(joined);
        }
    }
    res
}

/// The running words of a line: all of them, those after a salutation, or none where nothing follows it.
fn running(line: Span, kind: &LineKind) -> Option<Span> {
    match kind {
        LineKind::Salutation(found) => {
            let rest = Span { start: found.span.end.clamp(line.start, line.end), end: line.end };
            (rest.len() > 2).then_some(rest)
        }
        _ => Some(line),
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

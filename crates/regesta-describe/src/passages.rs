//! Passages: the running words of a text, a paragraph of one language at a time, each with the place it has on the page.

use std::ops::Range;

use regesta_model::{Language, Span};

use crate::{Context, communications::LineKind};

/// Where a passage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Above the first communication or below the last: a form, a heading, a clerk's notes.
    Form,
    /// In the words of a communication.
    Running,
}

/// Lines of one paragraph and one text.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    /// The text, by its place in `Context::texts`.
    pub(crate) text: usize,
    /// Its lines.
    pub(crate) lines: Range<usize>,
    /// Its words.
    pub(crate) span: Span,
    /// Language of the first of its lines.
    pub(crate) language: Language,
    /// Where it stands.
    pub(crate) place: Place,
}

/// Returns the passages of all texts whose lines are kept, text by text, in reading order.
pub(crate) fn passages(context: &Context<'_>, keep: fn(&LineKind) -> bool) -> Vec<Passage> {
    let page = context.page;
    let mut res = Vec::new();
    for (text, outline) in context.outlines.iter().enumerate() {
        let place = |at: usize| match outline.is_form(at) || outline.is_processing(at) {
            true => Place::Form,
            false => Place::Running,
        };
        let kept: Vec<usize> =
            outline.kinds.iter().filter(|(_, kind)| keep(kind)).map(|(at, _)| *at).collect();
        let paragraph = |at: usize| page.lines.get(at).map(|it| it.paragraph);
        let joined = |a: &usize, b: &usize| {
            a + 1 == *b && paragraph(*a) == paragraph(*b) && place(*a) == place(*b)
        };
        for run in kept.chunk_by(joined) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let Some(line) = page.lines.get(*first) else { continue };
            let lines = *first..*last + 1;
            let (span, language) = (page.span_of(lines.clone()), line.language);
            res.push(Passage { text, lines, span, language, place: place(*first) });
        }
    }
    res
}

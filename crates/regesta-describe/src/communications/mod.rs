//! Finds the communications of a document: who addresses whom, what encloses what, when it was written, sent and received.

mod address;
mod assemble;
mod events;
mod kinds;
mod names;
mod outline;
mod parties;
mod quotes;
mod salutation;
mod walk;

pub(crate) use assemble::assemble;
pub(crate) use kinds::{LineKind, cites, number_mark};
pub(crate) use names::{is_name, tidy};
pub(crate) use outline::{Outline, outline};

use crate::page::Page;

/// Says whether a line opens a communication.
pub(crate) fn is_salutation(page: &Page<'_>, at: usize) -> bool {
    page.lines
        .get(at)
        .is_some_and(|line| salutation::read(page.text, line.span, line.language).is_some())
}

/// Says whether the words of a span open with a salutation.
pub(crate) fn calls(
    text: &str,
    span: regesta_model::Span,
    language: regesta_model::Language,
) -> bool {
    salutation::read(text, span, language).is_some()
}

/// The number on a line that is little else than a number in a series.
pub(crate) fn number_on(page: &Page<'_>, span: regesta_model::Span) -> Option<regesta_model::Span> {
    let words = span.of(page.text);
    let (before, number) = kinds::number_mark(words).filter(|_| kinds::is_number_line(words))?;
    (before.trim().is_empty() || kinds::announces_number(before)).then_some(())?;
    let start = span.end - number.len() as u32;
    Some(regesta_model::Span { start, end: start + kinds::digits(number) as u32 })
}

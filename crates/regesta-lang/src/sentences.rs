//! Splits running text into sentences.

use regesta_model::Span;

/// Returns the sentences of a text in order, trimmed of white space at their ends.
pub fn sentences(text: &str) -> Vec<Span> {
    vec![Span::new(0..text.len())]
}

//! What the `expect` blocks of each kind of page show; words are quoted, columns never.

mod composed;
mod fields;
mod findings;
mod marks;
pub mod readings;
mod record;
pub mod relations;
mod statements;
mod volumes;

pub use self::{
    fields::fields, findings::findings, marks::marks, record::record, statements::statements,
    volumes::volume,
};

use regesta_model::Span;

/// Quotes the words of a span, with escapes for what a reader cannot see.
fn quoted(text: &str, span: Span) -> String {
    format!("{:?}", span.of(text))
}

/// Quotes several pieces, joined by ` + `.
fn all_quoted(text: &str, spans: &[Span]) -> String {
    let pieces: Vec<String> = spans.iter().map(|it| quoted(text, *it)).collect();
    pieces.join(" + ")
}

/// The first and last words of a stretch.
fn ends(words: &str) -> String {
    const SHOWN: usize = 3;
    let all: Vec<&str> = words.split_whitespace().collect();
    if all.len() <= 2 * SHOWN {
        return all.join(" ");
    }
    format!("{} … {}", all[..SHOWN].join(" "), all[all.len() - SHOWN..].join(" "))
}

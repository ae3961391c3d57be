//! The text of a document as a reader sees it: rows of two columns, paragraphs, runs, parts.
//!
//! Invariant: the words of a column, its markup taken away, are exactly the words of its layer.

pub(crate) mod parts;
pub(crate) mod rows;
pub(crate) mod runs;
pub(crate) mod writer;

#[cfg(test)]
mod tests;

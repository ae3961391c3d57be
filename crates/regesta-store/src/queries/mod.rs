//! Questions the reading room and the command line ask the store, a file for each.

pub mod document;
pub mod findings;
mod matching;
pub mod overview;
pub mod search;
mod snippet;
mod words;

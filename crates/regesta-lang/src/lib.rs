//! Readings of words: archival references, dates, quantities, names, places, languages and sentences in four scripts.
//!
//! Every function takes words and returns readings with spans into those words; nothing here knows where the words stand.

mod archives;
mod calendars;
pub mod dates;
pub mod languages;
mod lexicon;
pub mod names;
mod numerals;
mod pages;
pub mod places;
pub mod quantities;
pub mod references;
pub mod scripts;
pub mod sentences;
mod tables;
mod tokens;

pub use pages::Page;

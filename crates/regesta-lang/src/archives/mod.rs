//! Archives, the labels of their references, and a grammar for each family of them.

mod chain;
mod codes;
mod collections;
mod cursor;
mod editions;
mod elements;
mod gaps;
mod labels;
mod leaves;
mod marks;
mod names;
mod normal;
mod scan;
mod signatures;

pub(crate) use names::{archive, archives, names_in};
pub use names::Title;
pub(crate) use scan::{Found, Manner, scan};

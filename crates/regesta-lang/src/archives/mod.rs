//! Archives, the labels of their references, and a grammar for each family of them.

mod chain;
mod cursor;
mod editions;
mod elements;
mod gaps;
mod labels;
mod leaves;
mod names;
mod normal;
mod scan;
mod shapes;
mod signatures;

pub(crate) use names::names_in;
pub(crate) use scan::{Found, Manner, scan};

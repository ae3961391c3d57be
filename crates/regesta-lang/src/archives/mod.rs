//! Archives, the labels of their references, and a grammar for each family of them.

mod bare;
mod chain;
mod codes;
mod collections;
mod concordance;
mod cursor;
mod editions;
mod elements;
mod equality;
mod gaps;
mod inverted;
mod labels;
mod leaves;
mod marks;
mod names;
mod normal;
mod scan;
mod signatures;
mod styles;
mod tuples;

pub(crate) use concordance::equivalents;
pub(crate) use equality::key;
pub(crate) use leaves::expand;
pub use names::{Archive, Title};
pub(crate) use names::{archives, names_in};
pub(crate) use normal::decimal_file_day;
pub(crate) use scan::{Found, Manner, scan};
pub(crate) use styles::render;
pub use styles::{STYLES, Style};

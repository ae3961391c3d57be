//! The structure of a saved web page: its tree, what its parts are, and its words in reading order.

mod attributes;
mod elements;
mod furniture;
mod guard;
mod head;
mod lists;
mod survey;
mod tree;
mod walk;
mod writer;

pub(crate) use walk::read;

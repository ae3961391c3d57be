//! One file for each command.

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod explain;
pub(crate) mod inspect;
pub(crate) mod names;
pub(crate) mod normalize;
pub(crate) mod open;
pub(crate) mod requests;
pub(crate) mod search;

//! Questions the reading room and the command line ask the store, a file for each.

pub mod correspondence;
pub mod document;
pub mod findings;
mod matching;
pub mod names;
pub mod overview;
pub mod search;
mod snippet;
mod words;

use std::sync::Arc;

use tokio::sync::Mutex;

/// Answers about the whole collection that are worth keeping until something is written, each with what it was made of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Remembered {
    pub(crate) correspondence: Kept<correspondence::Neighbourhood>,
    pub(crate) names: Kept<names::Names>,
}

/// An answer with what it was made of, once it has been asked for.
pub(crate) type Kept<T> = Arc<Mutex<Option<(String, Arc<T>)>>>;

//! The store of a folder: SQLite for records, Tantivy for search, both derived from the sources and deletable.
//!
//! SQLite holds the truth. The index is derived from it: every commit of the index carries the generation of the
//! database it contains, and whatever is newer is indexed again when the store is next opened for writing.

mod card;
mod days;
mod error;
mod index;
mod lock;
pub mod queries;
mod quotations;
mod schema;
mod store;
mod writer;

pub use error::StoreError;
pub use store::{Opening, Store};
pub use writer::{Change, Described, Known, Lines, Read, Stamp, Writer};

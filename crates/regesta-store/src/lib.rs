//! The store of a folder: SQLite for records, Tantivy for search, both derived from the sources and deletable.

pub mod queries;

//! Reading files of every kind, through the public function.

#[path = "it/charsets.rs"]
mod charsets;
#[path = "it/files.rs"]
mod files;
#[path = "it/promises.rs"]
mod promises;
#[path = "it/web_pages.rs"]
mod web_pages;

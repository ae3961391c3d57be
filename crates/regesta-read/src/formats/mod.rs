//! The formats a file can be in: each says by its content which files are its own, and reads them.

mod not_yet_read;
mod plain_text;
mod saved_web_page;

use regesta_model::{Finding, Mark};

/// A file as the folder gave it.
pub(crate) struct File<'a> {
    /// Path relative to the folder.
    pub(crate) name: &'a str,
    /// The bytes.
    pub(crate) bytes: &'a [u8],
    /// The first of them, decoded.
    pub(crate) head: &'a str,
}

/// What a format made of a file.
#[derive(Default)]
pub(crate) struct Words {
    pub(crate) media_type: String,
    pub(crate) charset: String,
    pub(crate) text: String,
    pub(crate) text_is_file: bool,
    pub(crate) marks: Vec<Mark>,
    pub(crate) findings: Vec<Finding>,
}

/// A format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Kebab-case name.
    pub name: &'static str,
    /// Markdown page: what is read and how, with cases.
    pub page: &'static str,
    recognises: fn(&File<'_>) -> bool,
    read: fn(&File<'_>) -> Words,
}

/// Every format, in the order in which they are asked; the last takes every file.
pub const ALL: &[Format] = &[not_yet_read::FORMAT, saved_web_page::FORMAT, plain_text::FORMAT];

/// Reads a file in the first format that recognises it.
pub(crate) fn read(file: &File<'_>) -> Words {
    let format = ALL.iter().find(|it| (it.recognises)(file));
    format.map(|it| (it.read)(file)).unwrap_or_default()
}

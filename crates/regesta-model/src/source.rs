//! A source is one file as read: its reading text and what the format said about parts of it.

use serde::{Deserialize, Serialize};

use crate::{Language, Span};

/// One file as read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Path relative to the folder, with `/` between its parts.
    pub name: String,
    /// Media type, `text/plain` or `text/html`.
    pub media_type: String,
    /// Charset the bytes were decoded from, lower case (`utf-8`, `windows-1251`).
    pub charset: String,
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Length of the file in bytes.
    pub bytes: u64,
    /// The reading text: the file itself as decoded for plain text, the words in reading order for every other format.
    pub text: String,
    /// Whether the decoded file is the reading text.
    pub text_is_file: bool,
    /// What the format says about parts of the reading text, sorted by start, outer before inner.
    pub marks: Vec<Mark>,
}

/// What the format says about a part of the reading text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The part.
    pub span: Span,
    /// What the format calls it.
    pub kind: MarkKind,
}

/// Structure that a format states outright.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum MarkKind {
    /// The title in the page's head (`<title>`).
    PageTitle,
    /// A named value in the page's head (`<meta name=... content=...>`); the span covers the content.
    Metadata(String),
    /// A heading of this level, 1 to 6.
    Heading(u8),
    /// One block of running text: a paragraph, a list item, a `div` with words of its own.
    Block,
    /// A row of a table.
    TableRow,
    /// A cell of a table, or a term or description of a description list.
    TableCell,
    /// A header cell of a table or the term of a description list.
    TableHeader,
    /// Navigation, page header or footer, menu, form, button: furniture by the page's own word.
    Furniture,
    /// The page's main part by its own word (`<main>`, `<article>`).
    Main,
    /// A block quotation.
    Quotation,
    /// A link with its address as written.
    Link(String),
    /// The declared language of a part.
    Language(Language),
}

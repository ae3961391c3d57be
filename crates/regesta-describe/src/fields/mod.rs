//! One file for each group of fields, and one page beside it.

use regesta_model::{Field, FieldName, Span};

use crate::Context;

mod communication_number;
mod credit;
mod date;
mod form_mark;
mod labelled;
mod location;
mod rights;
mod title;

/// A group of fields: a page of documentation and a function that reads them.
#[derive(Clone, Copy)]
pub struct FieldReader {
    /// Name of the group, as its file is called.
    pub name: &'static str,
    /// The fields it reads.
    pub fields: &'static [FieldName],
    /// Markdown page: what they are, how they are found, cases.
    pub page: &'static str,
    /// Reads the fields of a page.
    pub(crate) read: fn(&Context<'_>) -> Vec<Field>,
}

/// Every group of fields, in alphabetical order.
pub const ALL: &[FieldReader] = &[
    communication_number::READER,
    credit::READER,
    date::READER,
    form_mark::READER,
    labelled::READER,
    location::READER,
    rights::READER,
    title::READER,
];

/// A field with the words of its span, joined to one line and without markup, as its value.
fn quoted(context: &Context<'_>, name: FieldName, span: Span) -> Field {
    let value = tidied(span.of(context.page.text));
    Field { name, value, edtf: None, spans: vec![span] }
}

/// Words on one line, without the markup and quotation marks around them.
fn tidied(words: &str) -> String {
    let joined = words.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.trim_matches(|it: char| "*_#|<> ".contains(it)).to_owned()
}

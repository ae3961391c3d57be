//! Addresses of the reading room's pages; what a citation points to never moves.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use regesta_store::queries::search::Facet;

/// What is left alone in the value of a query string.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// What is left alone in a path; ids may hold `/`.
const PATH: &AsciiSet = &VALUE.remove(b'/');

/// Encodes a value for a query string.
pub(crate) fn value(words: &str) -> String {
    utf8_percent_encode(words, VALUE).to_string()
}

/// Address of a document.
pub(crate) fn document(id: &str) -> String {
    format!("/document/{}", utf8_percent_encode(id, PATH))
}

/// Address of a finding in its document, in whichever part of a long document it stands.
pub(crate) fn finding(id: &str, number: usize) -> String {
    format!("{}?finding={number}#finding-{number}", document(id))
}

/// Address of the documents that share a value.
pub(crate) fn filter(facet: Facet, wanted: &str) -> String {
    format!("/search?{}={}", facet.name(), value(wanted))
}

/// Address of the queue of one rule.
pub(crate) fn queue(code: &str) -> String {
    format!("/findings?rule={}", value(code))
}

/// Address of a rule's page.
pub(crate) fn rule(code: &str) -> String {
    format!("/rule/{}", utf8_percent_encode(code, VALUE))
}

/// Address of a list of the correspondence.
pub(crate) fn correspondence(list: &str) -> String {
    if list.is_empty() { "/correspondence".to_owned() } else { format!("/correspondence/{list}") }
}

/// Address of a document that is cited and not held.
pub(crate) fn cited(slug: &str) -> String {
    format!("/cited/{}", utf8_percent_encode(slug, VALUE))
}

/// Address of a person or organisation, by any form of the name.
pub(crate) fn person(form: &str) -> String {
    format!("/person/{}", utf8_percent_encode(form, VALUE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_ids_stay_inside_their_address() {
        assert_eq!(document("a/б\"?#.txt"), "/document/a/%D0%B1%22%3F%23.txt");
        assert_eq!(
            filter(Facet::Correspondent, "Ли & Ко"),
            "/search?correspondent=%D0%9B%D0%B8%20%26%20%D0%9A%D0%BE"
        );
    }
}

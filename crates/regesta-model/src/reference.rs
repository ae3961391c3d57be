//! References say where a document lies, or which other document is meant.

use serde::{Deserialize, Serialize};

use crate::Span;

crate::coded! {
    /// What a reference refers to.
    ReferenceKind {
        /// An archival unit.
        Archival = "archival",
        /// Another document, by its kind, date or number.
        CrossReference = "document-cross-reference",
        /// A publication.
        Publication = "publication",
    }
}

/// A reference with its parsed parts and its normal form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// What it refers to.
    pub kind: ReferenceKind,
    /// The normal form, `APRF, f. 45, op. 1, d. 334, ll. 8-9`; the words themselves for a cross-reference.
    pub normal: String,
    /// Named parts in the order of the normal form: `archive`, `fond`, `opis`, `papka`, `delo`, `leaves`, ...
    pub parts: Vec<(String, String)>,
    /// Required parts of its family that are missing, by name.
    pub missing: Vec<String>,
    /// The words.
    pub spans: Vec<Span>,
}

impl Reference {
    /// Returns the value of a named part.
    pub fn part(&self, name: &str) -> Option<&str> {
        self.parts.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }
}

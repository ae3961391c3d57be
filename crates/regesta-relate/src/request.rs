//! Requests as the collection lists them: who is asked for what, in which words.

use regesta_model::{Record, RequestAct, Span};
use serde::{Deserialize, Serialize};

use crate::{handle::NAME, words_of};

/// The longest words of a request that are kept, in bytes.
const WORDS: usize = 600;

/// A request or order of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Id within the record.
    pub id: String,
    /// What it asks for.
    pub act: RequestAct,
    /// Whether it orders instead of asking.
    pub is_order: bool,
    /// Of whom, as named.
    pub addressee: Option<String>,
    /// Id of the communication it stands in.
    pub communication: Option<String>,
    /// Ids of the communications around that one, the innermost first.
    pub enclosing: Vec<String>,
    /// Id of the communication of the same record that answers it.
    pub answered_by: Option<String>,
    /// Code of the language of the words.
    pub language: String,
    /// The words, on one line.
    pub words: String,
    /// Where they stand in the reading text.
    pub span: Span,
}

impl Asked {
    /// Says whether a reply is to be looked for: an order is to be carried out, and what is passed on or noted needs none.
    pub fn awaits_reply(&self) -> bool {
        !self.is_order && !matches!(self.act, RequestAct::PassOn | RequestAct::TakeNote)
    }
}

/// Returns the requests of a record, in reading order, each once however many languages it stands in.
pub(crate) fn requests(text: &str, record: &Record) -> Vec<Asked> {
    let asked = |it: &regesta_model::Request| {
        let span = it.spans.first().copied()?;
        Some(Asked {
            id: it.id.clone(),
            act: it.act,
            is_order: it.is_order,
            addressee: it.addressee.as_ref().map(|it| crate::tidy(&it.value, NAME)),
            communication: it.communication.clone(),
            enclosing: enclosing(record, it.communication.as_deref()),
            answered_by: it.answered_by.clone(),
            language: it.language.code().to_owned(),
            words: words_of(text, span, WORDS),
            span,
        })
    };
    record.requests.iter().filter(|it| it.same_as.is_none()).filter_map(asked).collect()
}

/// The communications around one, the innermost first.
fn enclosing(record: &Record, communication: Option<&str>) -> Vec<String> {
    let outer = |id: &str| {
        record.communications.iter().find(|it| it.id == id).and_then(|it| it.enclosed_in.clone())
    };
    let mut res: Vec<String> = Vec::new();
    let mut next = communication.and_then(outer);
    while let Some(id) = next.filter(|it| !res.contains(it)) {
        next = outer(&id);
        res.push(id);
    }
    res
}

//! Provisions and requests: what is to be, and what is asked.

use serde::{Deserialize, Serialize};

use crate::{Cited, Language, Span};

crate::coded! {
    /// How binding a provision is.
    Modality {
        /// It has to be done.
        Must = "must",
        /// It ought to be done.
        Should = "should",
        /// It is allowed.
        May = "may",
        /// It is forbidden.
        MustNot = "must-not",
        /// It will be done, or granted.
        Will = "will",
        /// It is proposed.
        Proposed = "proposed",
        /// It is foreseen.
        Expected = "expected",
        /// It is left unregulated.
        NotRegulated = "not-regulated",
    }
}

/// A rule, a plan's point or a proposal: who is to do what under which condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provision {
    /// Id within the record, `p1`, `p2`, ...
    pub id: String,
    /// Its number in the document (`2`, `1(3)`).
    pub item: Option<String>,
    /// Whom it concerns, in the document's words.
    pub who: Option<Cited<String>>,
    /// Under which condition, in the document's words.
    pub condition: Option<Cited<String>>,
    /// What is to be, in the document's words.
    pub disposition: Cited<String>,
    /// How binding it is.
    pub modality: Modality,
    /// Id of the communication it stands in.
    pub communication: Option<String>,
    /// From when it is in force, as EDTF.
    pub in_force: Option<String>,
    /// Id of the provision of the original that these words of a translation render.
    pub same_as: Option<String>,
    /// Language of the words.
    pub language: Language,
    /// All its words.
    pub spans: Vec<Span>,
}

crate::coded! {
    /// What a request asks for.
    RequestAct {
        /// Instructions or orders.
        Instructions = "request-instructions",
        /// A reply.
        Reply = "request-reply",
        /// An opinion.
        Opinion = "request-opinion",
        /// A decision or approval.
        Decision = "request-decision",
        /// Information.
        Information = "request-information",
        /// That something be considered.
        Consideration = "request-consideration",
        /// That it be passed on.
        PassOn = "pass-on",
        /// That it be noted.
        TakeNote = "take-note",
        /// That something be sent or given.
        Supply = "request-supply",
        /// That something be done: an order or a request for action.
        Action = "request-action",
        /// That receipt or execution be confirmed.
        Confirmation = "request-confirmation",
    }
}

/// A request or order: an act asked of an addressee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Id within the record, `q1`, `q2`, ...
    pub id: String,
    /// What it asks for.
    pub act: RequestAct,
    /// Whether it orders instead of asking.
    pub is_order: bool,
    /// Of whom, as named.
    pub addressee: Option<Cited<String>>,
    /// Id of the communication it stands in.
    pub communication: Option<String>,
    /// By when it is to be done, as EDTF: as said, or counted from the date of the communication.
    pub due: Option<Cited<String>>,
    /// Id of the communication of this record that answers it.
    pub answered_by: Option<String>,
    /// Id of the request of the original that these words of a translation render.
    pub same_as: Option<String>,
    /// Language of the words.
    pub language: Language,
    /// The words.
    pub spans: Vec<Span>,
}

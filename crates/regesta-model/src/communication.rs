//! A communication is somebody telling somebody something; one may enclose another.

use serde::{Deserialize, Serialize};

use crate::{Cited, Span};

crate::coded! {
    /// What kind of communication it is.
    CommunicationKind {
        /// A telegram or cable.
        Telegram = "telegram",
        /// A telegram sent in cipher, on its form.
        CipherTelegram = "cipher-telegram",
        /// A letter.
        Letter = "letter",
        /// A memorandum or note.
        Memorandum = "memorandum",
        /// An order, instruction or directive.
        Instruction = "instruction",
        /// A report.
        Report = "report",
        /// A record of a conversation.
        Conversation = "conversation",
        /// A telephone call as logged.
        TelephoneCall = "telephone-call",
        /// A diary or journal kept in office, or an extract of one.
        Journal = "journal",
        /// A message whose kind is not said.
        Message = "message",
    }
}

crate::coded! {
    /// Whose numbering a number belongs to.
    NumberSeries {
        /// The sender's.
        Sender = "sender",
        /// The receiving office's.
        Receiving = "receiving",
        /// The typist's or cipher office's.
        Processing = "processing",
    }
}

crate::coded! {
    /// What happened to a communication.
    EventKind {
        /// Written, dated or signed.
        Drafted = "drafted",
        /// Sent.
        Sent = "sent",
        /// Received.
        Received = "received",
        /// Deciphered.
        Deciphered = "deciphered",
        /// Typed.
        Typed = "typed",
        /// Registered.
        Registered = "registered",
        /// Returned.
        Returned = "returned",
    }
}

/// A number in a series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesNumber {
    /// Whose numbering.
    pub series: NumberSeries,
    /// The number as written.
    pub value: String,
    /// The words that state it.
    pub spans: Vec<Span>,
}

/// Something that happened to a communication at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// When, as EDTF.
    pub edtf: String,
    /// The time zone as the document names it.
    pub zone: Option<String>,
    /// The place as the document names it.
    pub place: Option<Cited<String>>,
    /// The words that state it.
    pub spans: Vec<Span>,
}

/// Somebody telling somebody something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Communication {
    /// Id within the record, `c1`, `c2`, ...
    pub id: String,
    /// What kind it is.
    pub kind: CommunicationKind,
    /// Id of the communication that encloses it.
    pub enclosed_in: Option<String>,
    /// Ids of communications of this record it replies to.
    pub in_reply_to: Vec<String>,
    /// Who sent it, as named in the document.
    pub senders: Vec<Cited<String>>,
    /// Whom it is addressed to.
    pub recipients: Vec<Cited<String>>,
    /// Through whom it goes.
    pub via: Vec<Cited<String>>,
    /// For whom the recipient is asked to pass it on.
    pub for_transmission_to: Vec<Cited<String>>,
    /// Who signed it.
    pub signatories: Vec<Cited<String>>,
    /// Its numbers.
    pub numbers: Vec<SeriesNumber>,
    /// What happened to it, in reading order.
    pub events: Vec<Event>,
    /// Its words, in the original and in translations; never empty.
    pub spans: Vec<Span>,
}

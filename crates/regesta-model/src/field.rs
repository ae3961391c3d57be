//! Fields are what a catalogue would say of a document, each with the words that say it.

use serde::{Deserialize, Serialize};

use crate::Span;

crate::coded! {
    /// Name of a field, as the public JSON spells it.
    FieldName {
        /// The catalogue's title.
        Title = "title",
        /// The title the document bears itself.
        DocumentTitle = "title.document",
        /// The catalogue's digest.
        Summary = "summary",
        /// The collection or volume.
        Collection = "collection",
        /// The date the catalogue gives.
        CatalogueDate = "date.catalogue",
        /// The date the document bears.
        DocumentDate = "date.document",
        /// When the page was put up.
        UploadedDate = "date.uploaded",
        /// The catalogue's number of the record.
        RecordId = "record-id",
        /// The address of the record's page.
        Url = "url",
        /// Who publishes the page.
        Publisher = "publisher",
        /// The original's language as the catalogue gives it, as an ISO 639 code.
        OriginalLanguage = "language.original",
        /// The classification the catalogue gives.
        Classification = "classification",
        /// A classification stamped or typed on the document.
        ClassificationMark = "classification.mark",
        /// Who translated it.
        Translator = "credit.translator",
        /// Who paid for it.
        Funder = "credit.funder",
        /// Who obtained or contributed it.
        Provider = "credit.provider",
        /// The statement of rights.
        Rights = "rights.statement",
        /// Whom to ask about rights.
        RightsContact = "rights.contact",
        /// The forms in which the page offers the document.
        Representations = "representations",
        /// The sender's number.
        SenderNumber = "communication.number.sender",
        /// The receiving office's number.
        ReceivingNumber = "communication.number.receiving",
        /// The number of this copy.
        CopyNumber = "copy.number",
        /// The number of a sheet.
        SheetNumber = "sheet.number",
        /// How many copies were typed.
        CopiesTyped = "copies.typed",
        /// Whether it may be copied.
        CopyingRule = "handling.copying",
        /// Whether and when it is to be returned.
        ReturnRule = "handling.return",
        /// How urgent it is.
        Precedence = "precedence",
    }
}

/// One field: a value and the words it was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Which field.
    pub name: FieldName,
    /// The value, tidied for reading (joined lines, no markup); empty where a label stands without a value.
    pub value: String,
    /// The value as EDTF, for dates.
    pub edtf: Option<String>,
    /// The words that state it, or the label that stands without a value; never empty.
    pub spans: Vec<Span>,
}

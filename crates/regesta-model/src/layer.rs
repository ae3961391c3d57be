//! Layers are the texts of a document; segments are the parts an editor would point at.

use serde::{Deserialize, Serialize};

use crate::{Language, Span};

crate::coded! {
    /// What a text is to the document.
    LayerRole {
        /// The text in the language of the document itself.
        Original = "original",
        /// A translation of the original.
        Translation = "translation",
        /// A translation that took the place of the original in the archive, itself translated again.
        RelayTranslation = "relay-translation",
        /// A digest by a cataloguer.
        Summary = "summary",
        /// The catalogue's own words: title, date, citation, credits, rights.
        Catalogue = "catalogue",
        /// A note by an editor or translator.
        Note = "note",
        /// Page furniture: navigation, tools, notices that belong to the site or the form.
        Chrome = "chrome",
    }
}

/// One text of a document, in one language, with one role: pieces of the reading text, never edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    /// Id within the record, `l1`, `l2`, ...
    pub id: String,
    /// What the text is to the document.
    pub role: LayerRole,
    /// Language of the text.
    pub language: Language,
    /// The pieces of the reading text, in order; never empty.
    pub spans: Vec<Span>,
}

crate::coded! {
    /// What a part of the page is.
    SegmentKind {
        /// Navigation, tools, notices of a site that stand among the document's own words.
        PageChrome = "page-chrome",
        /// Navigation, tools, notices around the document, where a saved web page has them by its nature.
        Navigation = "navigation",
        /// The title and named values of a web page's head.
        PageHead = "page-head",
        /// A label that names what follows.
        Label = "label",
        /// The date the catalogue gives.
        CatalogueDate = "catalogue-date",
        /// The title the catalogue gives.
        CatalogueTitle = "catalogue-title",
        /// The catalogue's digest.
        Summary = "catalogue-summary",
        /// A bibliographic citation of the document.
        Citation = "citation",
        /// A note on where the document lies and who obtained or translated it.
        SourceNote = "source-note",
        /// Who paid for it.
        FundingCredit = "funding-credit",
        /// Rights and reuse.
        Rights = "rights-boilerplate",
        /// A list of the forms in which the document is offered.
        Contents = "contents-list",
        /// Any other value the catalogue gives.
        CatalogueValue = "catalogue-value",
        /// A text of the document.
        TextLayer = "text-layer",
        /// The printed form and stamps above a telegram's text.
        Form = "cipher-telegram-form",
        /// A table of copies and their holders.
        DistributionTable = "distribution-table",
        /// The words of one communication.
        CommunicationBody = "communication-body",
        /// A heading inside the text.
        Heading = "heading",
        /// The words that call whom a letter or telegram is to.
        Salutation = "salutation",
        /// The polite words before the signature.
        Closing = "closing",
        /// The place and date above the text.
        Dateline = "dateline",
        /// A point of a numbered list, with its sub-points.
        NumberedPoint = "numbered-point",
        /// A note of an editor or a translator in the text.
        EditorialNote = "editorial-note",
        /// Words that an editor or a translator supplied in square brackets.
        Supplied = "editorial-bracket",
        /// Who signed.
        Signature = "signature",
        /// The date under the text.
        ClosingDate = "dateline-closing",
        /// Number, copy and sheet at the head of a continuation sheet.
        SheetHeader = "sheet-header",
        /// The pointer or stamp at the foot of a sheet.
        SheetFooter = "sheet-footer",
        /// Who deciphered, typed and checked it.
        Processing = "processing-block",
        /// An archive's reference under the text.
        ArchivalReference = "archival-reference",
        /// A mark that says the text ends here.
        EndMark = "end-mark",
        /// What stands in a file before the first of its many documents and belongs to none: title, imprint, contents.
        FrontMatter = "front-matter",
    }
}

/// A part of the page with its kind; segments may nest and overlap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// What the part is.
    pub kind: SegmentKind,
    /// Its language, where it has words of one.
    pub language: Option<Language>,
    /// Its pieces, in order; never empty.
    pub spans: Vec<Span>,
}

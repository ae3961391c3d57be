//! What every page has around its content: the bar, the notice, the style sheet.

use std::sync::Arc;

use regesta_model::FindingKind;

use crate::assets;

/// What the reading room shows beside the documents themselves.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    /// Name of the collection, shown in the bar of every page.
    pub title: String,
    /// A sentence shown on every page, for example that the documents are invented.
    pub notice: Option<String>,
    /// Every kind of finding, for the pages that explain them.
    pub kinds: Vec<FindingKind>,
}

impl Collection {
    /// Returns the kind with this code.
    pub(crate) fn kind(&self, code: &str) -> Option<&FindingKind> {
        self.kinds.iter().find(|it| it.code == code)
    }
}

/// The frame of one page.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The collection.
    pub(crate) collection: Arc<Collection>,
    /// What stands in the search field.
    pub(crate) words: String,
    /// Filters that a new question keeps.
    pub(crate) kept: Vec<(&'static str, String)>,
    /// Which entry of the bar is this page's own.
    pub(crate) here: Here,
}

/// Entries of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Here {
    /// The first page.
    Home,
    /// The catalogue and its documents.
    Documents,
    /// What answers and cites what.
    Correspondence,
    /// Persons and organisations.
    Persons,
    /// The queue of findings and the rules.
    Findings,
    /// Anything else.
    Elsewhere,
}

impl Frame {
    /// Makes the frame of a page.
    pub(crate) fn new(collection: &Arc<Collection>, here: Here) -> Self {
        Frame { collection: Arc::clone(collection), words: String::new(), kept: Vec::new(), here }
    }

    /// Address of an asset, changing with its content.
    #[expect(clippy::unused_self, reason = "templates call it on the frame")]
    pub(crate) fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// The attribute that marks the bar's own entry.
    pub(crate) fn current(&self, name: &str) -> &'static str {
        let own = match self.here {
            Here::Home => "home",
            Here::Documents => "documents",
            Here::Correspondence => "correspondence",
            Here::Persons => "persons",
            Here::Findings => "findings",
            Here::Elsewhere => "",
        };
        if own == name { " aria-current=page" } else { "" }
    }
}

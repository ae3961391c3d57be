//! A record is what we know of one document.

use serde::{Deserialize, Serialize};

use crate::{
    AlignedUnit, Cited, Communication, DateMention, Distribution, Entity, Field, FieldName,
    Language, Layer, LayerRole, Provision, Quantity, Reference, Request, Segment, Span,
    StrengthReturn, Timetable,
};

/// What we know of one document; every value cites words of the source's reading text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Stable id: of the source's name, and of what heads the document where the file holds several, so that a citation survives an edit of the text.
    pub id: String,
    /// The source's own id of the document, where it has one.
    pub source_id: Option<String>,
    /// The part of the reading text that is this document's.
    pub span: Span,
    /// Parts of the page, in reading order.
    pub segments: Vec<Segment>,
    /// Texts of the document: the originals, then translations, then the catalogue's, then furniture.
    pub layers: Vec<Layer>,
    /// Catalogue fields, in the order of `FieldName`, then of the text.
    pub fields: Vec<Field>,
    /// Communications, the enclosing before the enclosed.
    pub communications: Vec<Communication>,
    /// Dates, in reading order.
    pub dates: Vec<DateMention>,
    /// Quantities, in reading order.
    pub quantities: Vec<Quantity>,
    /// References, in reading order.
    pub references: Vec<Reference>,
    /// Persons, organisations and places that are named, in the order of their first mention.
    pub entities: Vec<Entity>,
    /// Counts by rank or formation, in reading order.
    pub strength_returns: Vec<StrengthReturn>,
    /// Timetables, in reading order.
    pub timetables: Vec<Timetable>,
    /// Distribution lists, in reading order.
    pub distributions: Vec<Distribution>,
    /// Provisions, in reading order.
    pub provisions: Vec<Provision>,
    /// Requests and orders, in reading order.
    pub requests: Vec<Request>,
    /// The alignment of the original with its translation.
    pub alignments: Vec<AlignedUnit>,
}

impl Record {
    /// Returns the fields of this name, in reading order.
    pub fn fields_named(&self, name: FieldName) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(move |it| it.name == name)
    }

    /// Returns the first value of a field that is not empty.
    pub fn value(&self, name: FieldName) -> Option<&str> {
        self.fields_named(name).map(|it| it.value.as_str()).find(|it| !it.is_empty())
    }

    /// Returns the title to show: the catalogue's, or the document's own.
    pub fn title(&self) -> Option<&str> {
        self.value(FieldName::Title).or_else(|| self.value(FieldName::DocumentTitle))
    }

    /// Returns what to call a document that bears no title: its kind and parties, `Letter from Veresov to Lugov`.
    pub fn description(&self) -> Option<String> {
        let first = self.communications.first()?;
        let names = |parties: &[Cited<String>]| -> Vec<String> {
            parties.iter().map(|it| it.value.clone()).collect()
        };
        let (senders, recipients) = (names(&first.senders), names(&first.recipients));
        if senders.is_empty() && recipients.is_empty() {
            return None;
        }
        let kind = first.kind.code().replace('-', " ");
        let mut res: String = kind.chars().take(1).flat_map(char::to_uppercase).collect();
        res += kind.get(1..).unwrap_or_default();
        if !senders.is_empty() {
            res += &format!(" from {}", senders.join(", "));
        }
        if !recipients.is_empty() {
            res += &format!(" to {}", recipients.join(", "));
        }
        Some(res)
    }

    /// Returns the document's best date as EDTF: of the document, of the catalogue, or of the first communication.
    pub fn date(&self) -> Option<&str> {
        let field = |name| self.fields_named(name).find_map(|it| it.edtf.as_deref());
        let event =
            || self.communications.iter().flat_map(|it| &it.events).map(|it| it.edtf.as_str());
        field(FieldName::DocumentDate)
            .or_else(|| field(FieldName::CatalogueDate))
            .or_else(|| event().next())
    }

    /// Returns the first layer of a role.
    pub fn layer(&self, role: LayerRole) -> Option<&Layer> {
        self.layers.iter().find(|it| it.role == role)
    }

    /// Returns the layers that are texts of the document: originals and translations.
    pub fn texts(&self) -> impl Iterator<Item = &Layer> {
        self.layers.iter().filter(|it| {
            matches!(
                it.role,
                LayerRole::Original | LayerRole::Translation | LayerRole::RelayTranslation
            )
        })
    }

    /// Returns the languages of the document's texts, in order, each once.
    pub fn languages(&self) -> Vec<Language> {
        let mut res: Vec<Language> = Vec::new();
        for layer in self.texts() {
            if !res.contains(&layer.language) {
                res.push(layer.language);
            }
        }
        res
    }
}

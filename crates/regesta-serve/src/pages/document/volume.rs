//! The other documents of a file that holds many: which stand around one, and where all of them are listed.

use regesta_store::queries::document::{StoredDocument, Volume};

use super::super::clipped;
use crate::address;

/// How many bytes of a title.
const TITLE: usize = 160;

/// The documents of a file as the page of one of them shows them.
#[derive(Clone, Debug)]
pub(super) struct VolumeView {
    /// Place of this document in the file, from 1.
    pub(super) place: u64,
    /// How many documents the file holds.
    pub(super) count: u64,
    /// Place of the first one listed.
    pub(super) first: u64,
    /// Address and title of each one listed, and whether it is this one.
    pub(super) near: Vec<(String, String, bool)>,
    /// Address of the list of all.
    pub(super) all: String,
}

/// Makes the view of a file from one of its documents.
pub(super) fn view(volume: &Volume, document: &StoredDocument) -> VolumeView {
    let own = &document.checked.record.id;
    let near = volume
        .near
        .iter()
        .map(|(id, title)| (address::document(id), clipped(title, TITLE), id == own));
    let before = volume.near.iter().position(|(id, _)| id == own).unwrap_or_default();
    let phrase = format!("\"{}\"", document.source.name.replace('"', " "));
    VolumeView {
        place: volume.first + u64::try_from(before).unwrap_or_default(),
        count: volume.count,
        first: volume.first,
        near: near.collect(),
        all: format!("/search?q={}", address::value(&phrase)),
    }
}

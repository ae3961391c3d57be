//! Decides who is meant by a surname or a pseudonym alone: what the rest of the record shows, and the years.

use std::collections::HashSet;

use regesta_model::{FieldName, Record};

use super::Gathered;
use super::stretch::Mention;
use super::table::{Entry, Use};

/// How long after their last year papers still name persons by the surname alone.
const REMEMBERED: u16 = 30;

/// The year of the document, where the record knows it.
pub(super) fn year(record: &Record) -> Option<u16> {
    let fields = [FieldName::DocumentDate, FieldName::CatalogueDate];
    let stated = fields.into_iter().flat_map(|it| record.fields_named(it));
    let stated = stated.filter_map(|it| it.edtf.as_deref());
    let events = record.communications.iter().flat_map(|it| &it.events).map(|it| it.edtf.as_str());
    let mentioned = record.dates.iter().map(|it| it.edtf.as_str());
    let mut years =
        stated.chain(events).chain(mentioned).filter_map(|it| it.get(..4)?.parse().ok());
    years.next()
}

/// Settles each surname and pseudonym: kept, turned into a person of that name, or taken back.
pub(super) fn settle(text: &str, gathered: &mut Gathered, year: Option<u16>) {
    let sure: HashSet<String> = gathered
        .placed
        .iter()
        .filter(|it| it.mention.is_person() && it.mention.settled && it.mention.entry().is_some())
        .map(|it| it.mention.key().to_owned())
        .collect();
    gathered.placed.retain_mut(|it| {
        let Some(entry) = it.mention.entry().filter(|_| !it.mention.settled) else { return true };
        if tells(entry, &it.mention, sure.contains(&entry.id), year) {
            it.mention.settled = true;
            return true;
        }
        let shown = it.mention.shown && entry.used == Use::Surname;
        if shown {
            it.mention.rename(text);
        }
        shown
    });
}

/// Whether the paper shows that an entry is meant by a surname or pseudonym alone.
fn tells(entry: &Entry, it: &Mention, named: bool, year: Option<u16>) -> bool {
    let within = |slack: u16| match (entry.years, year) {
        (Some((from, to)), Some(year)) => Some(from <= year && year <= to.saturating_add(slack)),
        _ => None,
    };
    match entry.used {
        Use::Name => true,
        Use::Pseudonym => (it.shown || named) && within(0) != Some(false),
        Use::Surname if named => !it.crowded,
        Use::Surname => {
            let fits = within(REMEMBERED);
            !it.crowded && !it.many && fits != Some(false) && (it.shown || fits == Some(true))
        }
    }
}

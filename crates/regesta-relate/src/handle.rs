//! Handles: what a communication can be found by when other documents speak of it.

use regesta_model::{
    Cited, Communication, CommunicationKind, EventKind, NumberSeries, Record, ReferenceKind,
    SegmentKind, Span,
};
use serde::{Deserialize, Serialize};

use crate::words_of;

/// The most names a party is known by, and the most of anything else: a damaged reading never makes a row a burden.
pub(crate) const MOST: usize = 12;
/// The longest name, in bytes.
pub(crate) const NAME: usize = 120;

/// What one communication of a record can be found by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handle {
    /// Id of the communication within its record; empty where the record has none and is found as a whole.
    pub communication: String,
    /// What kind it is.
    pub kind: CommunicationKind,
    /// Whether another communication encloses it.
    pub is_enclosed: bool,
    /// Who sent it, each by every name the record gives: in the original and in a translation.
    pub senders: Vec<Vec<String>>,
    /// Whom it is addressed to, likewise.
    pub recipients: Vec<Vec<String>>,
    /// Its numbers, each as `number` spells it.
    pub numbers: Vec<(NumberSeries, String)>,
    /// When it was drafted, sent and received, as EDTF without hours.
    pub dates: Vec<(EventKind, String)>,
    /// What it is found by; see `keys_of_number` and `key_of_day`.
    pub keys: Vec<String>,
}

/// Returns the handles of a record: one for each communication, one for the whole where there is none.
pub(crate) fn handles(text: &str, record: &Record) -> Vec<Handle> {
    let mut res: Vec<Handle> =
        record.communications.iter().map(|it| of_communication(text, it)).collect();
    if res.is_empty() {
        res.push(whole(record));
    }
    let own = own_references(record).map(|it| key_of_reference(&it.normal));
    if let Some(first) = res.first_mut() {
        first.keys.extend(own);
    }
    for it in &mut res {
        it.keys.sort_unstable();
        it.keys.dedup();
    }
    res
}

fn of_communication(text: &str, it: &Communication) -> Handle {
    let mut res = Handle {
        communication: it.id.clone(),
        kind: it.kind,
        is_enclosed: it.enclosed_in.is_some(),
        senders: it.senders.iter().take(MOST).map(|it| names_of(text, it)).collect(),
        recipients: it.recipients.iter().take(MOST).map(|it| names_of(text, it)).collect(),
        numbers: it.numbers.iter().map(|it| (it.series, number(&it.value))).collect(),
        dates: it.events.iter().map(|it| (it.kind, without_hours(&it.edtf))).collect(),
        keys: Vec::new(),
    };
    let tells = |kind: EventKind| {
        matches!(kind, EventKind::Drafted | EventKind::Sent | EventKind::Received)
    };
    res.dates.retain(|(kind, _)| tells(*kind));
    res.numbers.retain(|(_, it)| !it.is_empty());
    res.dates.dedup();
    res.numbers.dedup();
    res.dates.truncate(MOST);
    res.numbers.truncate(MOST);
    res.keys = keys(&res);
    res
}

/// A record without communications is found by its own date.
fn whole(record: &Record) -> Handle {
    let date = record.date().map(|it| (EventKind::Drafted, without_hours(it)));
    let mut res = Handle {
        communication: String::new(),
        kind: CommunicationKind::Message,
        is_enclosed: false,
        senders: Vec::new(),
        recipients: Vec::new(),
        numbers: Vec::new(),
        dates: date.into_iter().collect(),
        keys: Vec::new(),
    };
    res.keys = keys(&res);
    res
}

fn keys(it: &Handle) -> Vec<String> {
    let mut years: Vec<&str> = it.dates.iter().filter_map(|(_, date)| year(date)).collect();
    years.sort_unstable();
    years.dedup();
    let numbers = it.numbers.iter().flat_map(|(_, number)| keys_of_number(number, &years));
    let days = it.dates.iter().filter(|(_, date)| is_day(date)).map(|(_, date)| key_of_day(date));
    numbers.chain(days).collect()
}

/// The keys of a number: with each year it may be of, or bare where none is known.
pub(crate) fn keys_of_number(number: &str, years: &[&str]) -> Vec<String> {
    match years {
        [] => vec![format!("number {number}")],
        _ => years.iter().map(|year| format!("number {number} {year}")).collect(),
    }
}

/// The key of a day.
pub(crate) fn key_of_day(day: &str) -> String {
    format!("day {day}")
}

/// The key of an archival reference by its normal form.
pub(crate) fn key_of_reference(normal: &str) -> String {
    format!("reference {normal}")
}

/// A number as it is compared: without marks, signs of numbering and leading zeros, in capitals.
pub(crate) fn number(written: &str) -> String {
    let kept = |it: &char| it.is_ascii_alphanumeric() || matches!(it, '/' | '-') || is_letter(*it);
    let plain: String = written.chars().filter(kept).flat_map(char::to_uppercase).collect();
    plain.trim_matches(['-', '/']).trim_start_matches('0').to_owned()
}

/// Letters of a number's series, not the sign after it: `12-К`, but `第12号`, `제12호`.
fn is_letter(it: char) -> bool {
    it.is_alphabetic() && !matches!(it, '第' | '号' | '號' | '제' | '호' | '番')
}

/// A date without hours.
pub(crate) fn without_hours(edtf: &str) -> String {
    let cut = |it: &str| it.split('T').next().unwrap_or_default().to_owned();
    match edtf.split_once('/') {
        Some((from, to)) => format!("{}/{}", cut(from), cut(to)),
        None => cut(edtf),
    }
}

/// Says whether a date is one known day.
pub(crate) fn is_day(edtf: &str) -> bool {
    edtf.len() == 10
        && edtf.bytes().enumerate().all(|(at, it)| match at {
            4 | 7 => it == b'-',
            _ => it.is_ascii_digit(),
        })
}

/// The year of a date, where it is known.
pub(crate) fn year(edtf: &str) -> Option<&str> {
    edtf.get(..4).filter(|it| it.bytes().all(|it| it.is_ascii_digit()))
}

/// Every name of a party: as read, and as each place that names it writes it.
pub(crate) fn names_of(text: &str, it: &Cited<String>) -> Vec<String> {
    let mut res: Vec<String> = Vec::new();
    let written = it.spans.iter().map(|span| words_of(text, *span, NAME));
    for name in std::iter::once(crate::tidy(&it.value, NAME)).chain(written) {
        let name =
            name.trim_matches(|it: char| !it.is_alphanumeric() && !"()[]）］'’".contains(it));
        if !name.is_empty() && res.len() < MOST && !res.iter().any(|it| it == name) {
            res.push(name.to_owned());
        }
    }
    res
}

/// The references under which the document itself lies: those that a catalogue, a citation or an archive's note gives, to the leaf.
fn own_references(record: &Record) -> impl Iterator<Item = &regesta_model::Reference> {
    record
        .references
        .iter()
        .filter(|it| is_precise(it) && it.spans.first().is_some_and(|span| is_own(record, *span)))
}

/// Says whether a reference leads to leaves or to an item, not to a whole file.
pub(crate) fn is_precise(it: &regesta_model::Reference) -> bool {
    it.kind == ReferenceKind::Archival
        && it.missing.is_empty()
        && (it.part("leaves").is_some() || it.part("pages").is_some())
}

/// Says whether words say where the document itself lies.
pub(crate) fn is_own(record: &Record, span: Span) -> bool {
    use SegmentKind as K;
    let own = |kind: K| {
        matches!(
            kind,
            K::Citation | K::SourceNote | K::ArchivalReference | K::CatalogueValue | K::Form
        )
    };
    record
        .segments
        .iter()
        .any(|it| own(it.kind) && it.spans.iter().any(|piece| piece.contains(span)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_without_their_signs() {
        for (written, read) in [
            ("№ 0417", "417"),
            ("37호", "37"),
            ("第12号", "12"),
            ("6/1180", "6/1180"),
            ("12-к", "12-К"),
        ] {
            assert_eq!(number(written), read, "{written}");
        }
    }

    #[test]
    fn only_a_known_day_is_a_day() {
        assert!(is_day("1951-03-14"));
        for other in ["1951-03", "1951-03-1X", "1951-03-14/1951-03-15", "", "1951~"] {
            assert!(!is_day(other), "{other}");
        }
        assert_eq!(without_hours("1951-03-14T18:30"), "1951-03-14");
    }
}

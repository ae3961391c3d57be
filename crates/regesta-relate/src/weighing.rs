//! Weighs a communication against words that may speak of it, and names the rule by which it is the one.

use regesta_model::{CommunicationKind, EventKind, NumberSeries};
use serde::{Deserialize, Serialize};

use crate::{
    Handle, Link, Meeting, Meetings,
    handle::{is_day, key_of_reference},
};

/// By which rule a communication is taken for the one spoken of; what says more stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// It bears the number and the date, and a party of it is the one sought.
    NumberDateAndParty,
    /// It bears the number and the date.
    NumberAndDate,
    /// It lies where the words say.
    ArchivalReference,
    /// It bears the number, in the year meant, and a party of it is the one sought.
    NumberAndParty,
    /// It bears the date, is of the kind, and a party of it is the one sought.
    DateAndParty,
}

impl Rule {
    /// Returns the stable name: `number-and-date`, ...
    pub const fn code(self) -> &'static str {
        match self {
            Rule::NumberDateAndParty => "number-date-and-party",
            Rule::NumberAndDate => "number-and-date",
            Rule::ArchivalReference => "archival-reference",
            Rule::NumberAndParty => "number-and-party",
            Rule::DateAndParty => "date-and-party",
        }
    }
}

/// How a number or a date that is sought stands to what a communication bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// It bears it.
    Exact,
    /// It bears the day before or after: sent on the one, received or dated on the other.
    Near,
    /// It is not said, on either side.
    Unsaid,
    /// It bears another.
    Other,
}

/// Says by which rule a communication is the one that the words speak of; `None` where it is not, or where nothing makes it sure.
pub fn weigh(link: &Link, it: &Handle, meetings: &mut Meetings) -> Option<Rule> {
    if is_later(link, it) {
        return None;
    }
    if let Some(reference) = &link.reference {
        let lies_there = it.keys.contains(&key_of_reference(reference));
        return lies_there.then_some(Rule::ArchivalReference);
    }
    let (number, date) = (number(link, it), date(link, it));
    let is_other = date == Fit::Other || number == Fit::Other;
    if is_other || number != Fit::Exact && !is_of_kind(it.kind, &link.kind) {
        return None;
    }
    let sender = meetings.of(&link.senders, &it.senders);
    let recipient = meetings.of(&link.recipients, &it.recipients);
    let meets = sender == Meeting::Yes || recipient == Meeting::Yes;
    let against = [sender, recipient].into_iter().filter(|it| *it == Meeting::No).count();
    match (number, date) {
        (Fit::Exact, Fit::Exact) if meets && against == 0 => Some(Rule::NumberDateAndParty),
        (Fit::Exact, Fit::Exact) if against < 2 => Some(Rule::NumberAndDate),
        (Fit::Exact, Fit::Unsaid | Fit::Near) if meets && against == 0 => {
            Some(Rule::NumberAndParty)
        }
        (Fit::Unsaid, Fit::Exact) if meets && against == 0 => Some(Rule::DateAndParty),
        _ => None,
    }
}

/// A document cannot speak of what was written after it. Days of the same date line are compared, no hours: zones differ.
fn is_later(link: &Link, it: &Handle) -> bool {
    let written = it.dates.iter().filter(|(kind, _)| *kind != EventKind::Received);
    let first = written.map(|(_, date)| date.split('/').next().unwrap_or_default()).min();
    match (first, &link.not_after) {
        // A coarser date is later only where it is as far as it goes: `1951-04` is not after `1951-04-02`.
        (Some(first), Some(last)) => {
            let common = first.len().min(last.len());
            first.get(..common) > last.get(..common)
        }
        _ => false,
    }
}

fn number(link: &Link, it: &Handle) -> Fit {
    let Some(sought) = &link.number else { return Fit::Unsaid };
    if it.numbers.iter().any(|(_, number)| number == sought) {
        return Fit::Exact;
    }
    // Whoever cites a paper by its sender's number says nothing of the one it got where it was received.
    let bears_sent = it.numbers.iter().any(|(series, _)| *series == NumberSeries::Sender);
    if bears_sent { Fit::Other } else { Fit::Unsaid }
}

fn date(link: &Link, it: &Handle) -> Fit {
    let Some(sought) = &link.date else { return Fit::Unsaid };
    if it.dates.iter().any(|(_, date)| date == sought) {
        return Fit::Exact;
    }
    let days = || it.dates.iter().filter(|(_, date)| is_day(date)).map(|(_, date)| day(date));
    let near = |one: Option<i64>| {
        day(sought).zip(one).is_some_and(|(one, other)| (one - other).abs() == 1)
    };
    match () {
        () if days().next().is_none() => Fit::Unsaid,
        () if days().any(near) => Fit::Near,
        () => Fit::Other,
    }
}

/// The number of a day in the proleptic Gregorian calendar, for the distance between two.
fn day(edtf: &str) -> Option<i64> {
    let part = |range: std::ops::Range<usize>| edtf.get(range)?.parse::<i64>().ok();
    let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
    // The year begins in March, so that the leap day is its last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day)
}

/// Whether a communication may be called so.
pub(crate) fn is_of_kind(kind: CommunicationKind, called: &str) -> bool {
    use CommunicationKind as K;
    match called {
        "telegram" => matches!(kind, K::Telegram | K::CipherTelegram | K::Message),
        "letter" => matches!(kind, K::Letter | K::Memorandum | K::Message | K::Report),
        "note" | "memorandum" => matches!(kind, K::Memorandum | K::Letter | K::Message | K::Report),
        "despatch" | "report" => {
            matches!(kind, K::Report | K::Letter | K::Memorandum | K::Message | K::Conversation)
        }
        "instruction" | "decision" => {
            matches!(
                kind,
                K::Instruction | K::Telegram | K::CipherTelegram | K::Letter | K::Message
            )
        }
        _ => true,
    }
}

/// Whether two names of a kind may mean the same: what one translator calls a note is a memorandum to another.
pub(crate) fn same_kind(one: &str, other: &str) -> bool {
    one.is_empty()
        || other.is_empty()
        || one == other
        || CommunicationKind::ALL
            .iter()
            .filter(|it| **it != CommunicationKind::Message)
            .any(|it| is_of_kind(*it, one) && is_of_kind(*it, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_follow_each_other_are_one_apart() {
        for (one, other) in [
            ("1951-02-28", "1951-03-01"),
            ("1952-02-29", "1952-03-01"),
            ("1950-12-31", "1951-01-01"),
            ("1951-05-05", "1951-05-06"),
        ] {
            assert_eq!(day(other).zip(day(one)).map(|(other, one)| other - one), Some(1), "{one}");
        }
        assert_eq!(day("spring"), None);
    }
}

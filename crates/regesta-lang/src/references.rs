//! Finds archival references in any spelling and reads them into parts and a normal form.

use regesta_model::{Reference, ReferenceKind, Span};

use crate::archives::{Found, Manner, names_in, scan};

/// The pages about them, each the test of what it says.
pub const PAGES: &[crate::Page] = crate::pages::pages!["archives/russian"];

/// What is odd about the way a part of a reference is written, beyond the style of a house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Oddity {
    /// A letter N for the number sign, or a number sign where none is due (`Ф N 45`).
    NumberSign,
    /// Leaves with leading zeros, as scans are named (`0008-0009`).
    PaddedNumber,
    /// White space inside a range (`8- 9`).
    SpaceInRange,
    /// Another character read for the label's own (`1.` for `l.`, `On.` for `Оп.`).
    LookAlike,
}

impl Oddity {
    /// Says what is odd, in a few words that go on from "written with".
    pub const fn describe(self) -> &'static str {
        match self {
            Self::NumberSign => "N for the number sign",
            Self::PaddedNumber => "zeros before the leaf numbers",
            Self::SpaceInRange => "a space inside a range",
            Self::LookAlike => "a look-alike in place of a label",
        }
    }
}

/// Words of a reference that differ from its normal form in more than the style of a house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departure {
    /// The words, into the text that was searched: the odd parts that stand next to each other.
    pub span: Span,
    /// What is odd, each once, in order.
    pub oddities: Vec<Oddity>,
}

/// Finds every archival reference in a text; spans point into `text`.
///
/// A phrase that names an archive without any number is not a reference; see [`archive_names`].
pub fn find(text: &str) -> Vec<Reference> {
    scan(text, Manner::RunningText).into_iter().map(|it| it.reference).collect()
}

/// Reads words that are known to be a citation and nothing else: a cell of a table, a catalogue's field.
///
/// Also reads what would be too bold in running text: a file number alone, a collection named without a number.
pub fn read(citation: &str) -> Vec<Reference> {
    scan(citation, Manner::Citation).into_iter().map(|it| it.reference).collect()
}

/// Returns the normal form of a citation, its references joined by ` | `; `None` where there is no reference in it.
pub fn normalize(citation: &str) -> Option<String> {
    let normals: Vec<String> = read(citation).into_iter().map(|it| it.normal).collect();
    (!normals.is_empty()).then(|| normals.join(" | "))
}

/// Finds the archives named in a text, with or without numbers beside them, with their codes.
pub fn archive_names(text: &str) -> Vec<(Span, &'static str)> {
    names_in(text).into_iter().map(|(range, code)| (Span::new(range), code)).collect()
}

/// Returns where the words of a reference depart from its normal form in more than the style of a house.
///
/// `words` are the words of one of the reference's spans; the departures point into `words`.
pub fn departures(words: &str, reference: &Reference) -> Vec<Departure> {
    if reference.kind != ReferenceKind::Archival {
        return Vec::new();
    }
    let found: Vec<Found> = scan(words, Manner::Citation);
    let mut res: Vec<Departure> = Vec::new();
    let mut previous_was_odd = false;
    for (span, oddities) in found.into_iter().flat_map(|it| it.written) {
        let odd = !oddities.is_empty();
        match res.last_mut().filter(|_| odd && previous_was_odd) {
            Some(last) => {
                last.span = last.span.join(span);
                last.oddities.extend(oddities);
                last.oddities.sort_unstable();
                last.oddities.dedup();
            }
            None if odd => res.push(Departure { span, oddities }),
            None => {}
        }
        previous_was_odd = odd;
    }
    res
}

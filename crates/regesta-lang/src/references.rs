//! Finds archival references in any spelling and reads them into parts and a normal form.

use regesta_model::{Reference, ReferenceKind, Span};

use crate::archives::{self, Found, Manner, names_in, scan};
pub use crate::archives::{Archive, STYLES, Style, Title};

/// The pages about them, each the test of what it says.
pub const PAGES: &[crate::Page] = crate::pages::pages![
    "archives/russian",
    "archives/neighbours",
    "archives/chinese",
    "archives/central_europe",
    "archives/western",
    "archives/editions",
    "archives/styles",
    "archives/equality",
    "archives/leaves",
];

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

/// Prints a reference in the style of a house, the archive by its name in the language of the style.
pub fn render(reference: &Reference, style: Style) -> String {
    archives::render(reference, style)
}

/// Returns a key that is equal for two references to the same leaves of the same file, in whatever script, style, order and
/// spelling they are written.
pub fn key(reference: &Reference) -> String {
    archives::key(reference)
}

/// Says whether two references name the same leaves of the same file.
pub fn equal(one: &Reference, other: &Reference) -> bool {
    key(one) == key(other)
}

/// Says whether two references name the same leaves of the same file or, by the concordance, of a file and its twin elsewhere.
pub fn equivalent(one: &Reference, other: &Reference) -> bool {
    equal(one, other) || equivalents(one).iter().any(|it| equal(it, other))
}

/// Returns where else the same leaves lie, by the table of concordances: APRF 45/1/d.N is RGASPI 558/11/d.N.
pub fn equivalents(reference: &Reference) -> Vec<Reference> {
    archives::equivalents(reference)
}

/// Lists every leaf of a part of leaves or pages: `8-10, 12ob` is 8, 9, 10, 12ob.
pub fn expand_leaves(value: &str) -> Vec<String> {
    archives::expand(value)
}

/// Returns the day that a decimal file number of the Department of State encodes: `795.00/7-650` is 1950-07-06.
pub fn decimal_file_day(number: &str) -> Option<String> {
    archives::decimal_file_day(number)
}

/// Returns the table of archives and printed editions, in its order.
pub fn archives() -> &'static [Archive] {
    archives::archives()
}

/// Returns the archive or edition with this code.
pub fn archive(code: &str) -> Option<&'static Archive> {
    archives().iter().find(|it| it.code == code)
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

//! The tables that reading a damaged head rests on, with their words folded as they are compared.

use std::{collections::HashSet, sync::LazyLock};

use super::letters::{Form, folded};
use crate::vocabulary::rows;

/// A label in a head or on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// What it names: see `data/head_labels.tsv`.
    pub(super) names: &'static str,
    /// Whether only a sheet that describes the paper has it.
    pub(super) of_sheet: bool,
    /// Its place in the table: two labels that name one thing are told apart by it.
    pub(super) place: usize,
    /// How many letters it has.
    pub(super) letters: usize,
    /// How many words.
    pub(super) words: usize,
}

impl Label {
    /// Whether it is the beginning of a heading in several words, which only a head has.
    pub(super) fn is_phrase(self) -> bool {
        self.words > 1 && self.names == "recipient"
    }
}

/// Months by their folded names in every language of Latin script.
pub(super) fn months() -> &'static [(u8, String)] {
    static MONTHS: LazyLock<Vec<(u8, String)>> = LazyLock::new(|| {
        let table = rows(include_str!("../../../../data/months.tsv"));
        let latin = table.filter(|row| {
            row.get(2).is_some_and(|it| it.starts_with(|c: char| c.is_ascii_alphabetic()))
                && row.get(1).is_some_and(|it| matches!(*it, "en" | "de" | "fr" | "pl" | "hu"))
        });
        let mut res: Vec<(u8, String)> = latin
            .filter_map(|row| Some((row.first()?.parse().ok()?, *row.get(2)?)))
            .flat_map(|(month, forms)| {
                let forms: Vec<(u8, String)> =
                    forms.split(' ').map(|it| (month, folded(it))).collect();
                forms
            })
            .collect();
        res.sort();
        res.dedup();
        res
    });
    &MONTHS
}

/// Labels by their folded words, the longest first.
fn labels() -> &'static [(Form, Label)] {
    static LABELS: LazyLock<Vec<(Form, Label)>> = LazyLock::new(|| {
        let mut res: Vec<(Form, Label)> = rows(include_str!("../../../../data/head_labels.tsv"))
            .enumerate()
            .filter_map(|(at, row)| {
                let [names, place, _, written, ..] = row[..] else { return None };
                let words = written.split(' ').count();
                let letters = written.chars().filter(|it| it.is_alphanumeric()).count();
                Some((
                    Form::of(written),
                    Label { names, of_sheet: place == "sheet", place: at, letters, words },
                ))
            })
            .collect();
        res.sort_by_key(|(written, label)| std::cmp::Reverse((label.words, written.folded.len())));
        res
    });
    &LABELS
}

/// The label that begins with the first of these words, as byte length of its words.
pub(super) fn label_at(words: &str) -> Option<(Label, usize)> {
    const WORDS: usize = 5;
    let mut read = Form::default();
    let mut ends: Vec<(usize, Form)> = Vec::with_capacity(WORDS);
    let mut at = 0;
    for piece in words.split_inclusive([' ', '\u{a0}', '\t']).take(WORDS) {
        let bare = piece.trim_end();
        let cut = bare.find([':', ';', '：', '=', '|']).unwrap_or(bare.len());
        if cut == 0 && at > 0 {
            break;
        }
        read.push(&bare[..cut]);
        ends.push((at + cut, read.clone()));
        at += piece.len();
        if cut < bare.len() {
            break;
        }
    }
    labels().iter().find_map(|(written, label)| {
        let (end, read) = ends.get(label.words - 1)?;
        let same = match label.letters {
            4 | 5 => read.reads_but_one(written),
            6.. => read.reads(written) || read.folded == written.folded,
            _ => read.folded == written.folded,
        };
        same.then_some((*label, *end))
    })
}

/// Says whether folded words of one length differ in one letter, and by one that readings take for the other: see `data/letter_confusions.tsv`.
fn one_confused(read: &str, meant: &str) -> bool {
    static PAIRS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
        rows(include_str!("../../../../data/letter_confusions.tsv"))
            .filter_map(|row| Some((folded(row.first()?), folded(row.get(1)?))))
            .collect()
    });
    let taken = |a: char, b: char| {
        PAIRS.iter().any(|(one, other)| {
            one.starts_with(a) && other.starts_with(b) || one.starts_with(b) && other.starts_with(a)
        })
    };
    let mut differing = read.chars().zip(meant.chars()).filter(|(a, b)| a != b);
    let misread = differing.next().is_some_and(|(a, b)| taken(a, b));
    misread && differing.next().is_none() && read.chars().count() == meant.chars().count()
}

/// The kind of stamp or notice whose words stand here: see `data/stamp_words.tsv`.
pub(super) fn stamps(words: &str) -> Vec<&'static str> {
    static STAMPS: LazyLock<Vec<(&'static str, Vec<Form>, bool)>> = LazyLock::new(|| {
        rows(include_str!("../../../../data/stamp_words.tsv"))
            .filter_map(|row| {
                let [kind, _, written, ..] = row[..] else { return None };
                let goes_on = written.ends_with('*');
                Some((kind, written.split(' ').map(Form::of).collect(), goes_on))
            })
            .collect()
    });
    let read: Vec<Form> = words.split_whitespace().map(Form::of).collect();
    let found = STAMPS.iter().filter(|(_, written, goes_on)| {
        read.windows(written.len()).any(|some| {
            some.iter().zip(written).all(|(read, meant)| {
                read.reads(meant) || *goes_on && read.folded.starts_with(meant.folded.as_str())
            })
        })
    });
    let mut res: Vec<&str> = found.map(|(kind, _, _)| *kind).collect();
    res.dedup();
    res
}

/// Offices by their folded words.
fn offices() -> &'static [(Form, &'static str)] {
    static OFFICES: LazyLock<Vec<(Form, &'static str)>> = LazyLock::new(|| {
        rows(include_str!("../../../../data/offices.tsv"))
            .filter_map(|row| Some((Form::of(row.first()?), *row.get(1)?)))
            .collect()
    });
    &OFFICES
}

/// The office or station these words name, where a table knows it.
pub(super) fn office(words: &str) -> Option<&'static str> {
    let read = Form::of(words);
    let exact = offices().iter().find(|(written, _)| written.folded == read.folded);
    let near =
        || offices().iter().find(|(written, _)| written.folded.len() > 4 && read.reads(written));
    exact.or_else(near).map(|(_, name)| *name)
}

/// The office these words name where only an office can stand, as after `CITE`: a call sign is the first four letters of a city that
/// the table knows, and one letter of it may be misread where no other call sign is as near.
pub(super) fn cited_office(words: &str) -> Option<&'static str> {
    const SIGN: usize = 4;
    if let Some(name) = office(words) {
        return Some(name);
    }
    let read = folded(words);
    if read.chars().count() != SIGN {
        return None;
    }
    let mut sung: Vec<&'static str> = offices()
        .iter()
        .filter(|(written, _)| written.folded.get(..SIGN) == Some(read.as_str()))
        .map(|(_, name)| *name)
        .collect();
    sung.dedup();
    match sung[..] {
        [name] => return Some(name),
        [] => (),
        _ => return None,
    }
    let mut near: Vec<&'static str> = offices()
        .iter()
        .filter(|(written, _)| written.folded.len() == SIGN && one_confused(&read, &written.folded))
        .map(|(_, name)| *name)
        .collect();
    near.dedup();
    match near[..] {
        [name] => Some(name),
        _ => None,
    }
}

/// What the tables know that no party is called: the folded words of forms, and words of sentences.
struct NoParty {
    forms: Vec<Vec<Form>>,
    prose: HashSet<&'static str>,
}

/// Says whether words hold what no name of a person or an office does: see `data/party_words.tsv`.
pub(super) fn is_no_party(words: &str) -> bool {
    static TABLE: LazyLock<NoParty> = LazyLock::new(|| {
        let mut res = NoParty { forms: Vec::new(), prose: HashSet::new() };
        for row in rows(include_str!("../../../../data/party_words.tsv")) {
            match row[..] {
                ["form", _, written, ..] => {
                    res.forms.push(written.split(' ').map(Form::of).collect());
                }
                ["prose", _, written, ..] => {
                    res.prose.insert(written);
                }
                _ => (),
            }
        }
        res
    });
    let pieces = || words.split([' ', '/', ',', '\n', '\t']).filter(|it| !it.is_empty());
    let around = |it: char| !it.is_alphanumeric();
    let prose = pieces()
        .filter(|it| {
            it.len() > 1 && TABLE.prose.contains(it.trim_matches(around).to_lowercase().as_str())
        })
        .count();
    let read: Vec<Form> = pieces().map(Form::of).filter(|it| !it.folded.is_empty()).collect();
    let formed = || {
        TABLE.forms.iter().any(|written| {
            read.windows(written.len())
                .any(|some| some.iter().zip(written).all(|(read, meant)| read.reads(meant)))
        })
    };
    prose > 0 || formed()
}

/// Pairs of figures that readings take for each other.
pub(super) fn digit_confusions() -> &'static [(i32, i32)] {
    static PAIRS: LazyLock<Vec<(i32, i32)>> = LazyLock::new(|| {
        rows(include_str!("../../../../data/digit_confusions.tsv"))
            .filter_map(|row| Some((row.first()?.parse().ok()?, row.get(1)?.parse().ok()?)))
            .collect()
    });
    &PAIRS
}

/// Says whether words are a label and nothing else.
pub(super) fn is_label(words: &str) -> bool {
    label_at(words).is_some_and(|(_, end)| end == words.len())
}

//! The tables that reading a damaged head rests on, with their words folded as they are compared.

use std::sync::LazyLock;

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
    words: usize,
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

/// The office or station these words name, where a table knows it.
pub(super) fn office(words: &str) -> Option<&'static str> {
    static OFFICES: LazyLock<Vec<(Form, &'static str)>> = LazyLock::new(|| {
        rows(include_str!("../../../../data/offices.tsv"))
            .filter_map(|row| Some((Form::of(row.first()?), *row.get(1)?)))
            .collect()
    });
    let read = Form::of(words);
    let exact = OFFICES.iter().find(|(written, _)| written.folded == read.folded);
    let near =
        || OFFICES.iter().find(|(written, _)| written.folded.len() > 4 && read.reads(written));
    exact.or_else(near).map(|(_, name)| *name)
}

/// Says whether words are a label and nothing else.
pub(super) fn is_label(words: &str) -> bool {
    label_at(words).is_some_and(|(_, end)| end == words.len())
}

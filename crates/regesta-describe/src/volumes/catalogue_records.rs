//! Several records of a catalogue on one page or in one file: the same labels come again, with other values.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use regesta_model::Span;

use super::{VolumeForm, most, parts};
use crate::{
    furniture, vocabulary,
    volume::{Start, Survey},
};

pub(super) const FORM: VolumeForm =
    VolumeForm { name: "catalogue-records", page: include_str!("catalogue_records.md"), find };

/// A label on a line: what it names, and where its value begins on the line.
#[derive(Clone, Copy, Debug)]
struct Label {
    line: usize,
    names: &'static str,
    value: usize,
}

/// How many different labels a record has at least.
const LABELS: usize = 3;
/// How far from the first of its labels the others stand.
const REACH: usize = 24;
/// How many letters a record has besides its labels.
const LETTERS: usize = 60;

fn find(survey: &Survey<'_>) -> Vec<Start> {
    let labels = labels(survey);
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for label in &labels {
        *counts.entry(label.names).or_default() += 1;
    }
    let first = labels.iter().find(|it| {
        let opens = matches!(it.names, "record-id" | "title" | "source" | "citation" | "url");
        opens && counts.get(it.names).is_some_and(|it| *it > 1)
    });
    let Some(first) = first else { return Vec::new() };
    let anchors: Vec<Label> = labels.iter().filter(|it| it.names == first.names).copied().collect();
    let values: HashSet<String> =
        anchors.iter().map(|it| vocabulary::folded(value(survey, it).of(survey.text))).collect();
    if values.len() < anchors.len() || values.contains("") {
        return Vec::new();
    }
    let lines: Vec<usize> = anchors.iter().map(|it| it.line).collect();
    let all = parts(survey, &lines);
    if !are_records(survey, &all, &labels) {
        return Vec::new();
    }
    let headed = headings(survey, &lines);
    let start = |(anchor, line): (&Label, usize)| Start {
        line,
        head: line..anchor.line + LABELS,
        number: Some(value(survey, anchor)).filter(|_| anchor.names == "record-id"),
        dividers: Vec::new(),
    };
    anchors.iter().zip(headed).map(start).collect()
}

/// The labels that come more than once, in reading order. Only lines that begin like another one are looked at.
fn labels(survey: &Survey<'_>) -> Vec<Label> {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    let openings: Vec<(usize, usize, u64)> = (0..survey.lines.len())
        .filter_map(|at| {
            let words = survey.words(at);
            let len = opening(words)?;
            Some((at, len, furniture::fingerprint(words.get(..len)?)))
        })
        .inspect(|it| *counts.entry(it.2).or_default() += 1)
        .collect();
    let again = openings.iter().filter(|it| counts.get(&it.2).is_some_and(|it| *it > 1));
    let catalogue = |names: &str| !matches!(names, "sender" | "recipient" | "genre" | "section");
    again
        .filter_map(|(at, len, _)| {
            let names = vocabulary::label(survey.words(*at).get(..*len)?)?;
            let own = catalogue(names) && !names.starts_with("text.");
            own.then_some(Label { line: *at, names, value: *len })
        })
        .collect()
}

/// How many bytes of a line may be a label: up to a colon or the end of a cell, or all of a short line.
fn opening(words: &str) -> Option<usize> {
    const LONGEST: usize = 60;
    let stop = words.find([':', '：', '|', '\t']);
    let len = stop.unwrap_or(words.len());
    (len > 1 && len <= LONGEST).then_some(len)
}

/// The value of a label: the rest of its line, else the next line.
fn value(survey: &Survey<'_>, label: &Label) -> Span {
    let Some(line) = survey.line(label.line) else { return Span::default() };
    let rest = Span { start: line.span.start + label.value as u32, end: line.span.end };
    let words = rest.of(survey.text);
    let bare = words.trim_start_matches([':', '：', '|', '\t', ' ', '*']);
    let rest = Span { start: rest.end - bare.len() as u32, end: rest.end };
    let next = || survey.line(label.line + 1).map_or(Span::default(), |it| it.span);
    if rest.is_empty() { next() } else { rest }
}

/// Says whether the parts are records: each with labels of its own, the same ones in most, and with more than labels.
fn are_records(survey: &Survey<'_>, all: &[Range<usize>], labels: &[Label]) -> bool {
    let named = |part: &Range<usize>| -> HashSet<&str> {
        let from = labels.partition_point(|it| it.line < part.start);
        let near =
            labels.iter().skip(from).take_while(|it| it.line < part.end.min(part.start + REACH));
        near.map(|it| it.names).collect()
    };
    let first = all.first().map(named).unwrap_or_default();
    let alike = |part: &Range<usize>| {
        let own = named(part);
        own.len() >= LABELS && own.intersection(&first).count() >= LABELS
    };
    let told = |part: &Range<usize>| {
        let lines = labels.partition_point(|it| it.line < part.start);
        let count = labels.iter().skip(lines).take_while(|it| it.line < part.end).count();
        // A list of related documents has labels and short values, and nothing else.
        survey.has_letters(part.clone(), LETTERS + count * 16)
    };
    let size = |part: &Range<usize>| {
        let at = |it: usize| survey.line(it).map_or(0, |it| it.span.end as usize);
        at(part.end.saturating_sub(1)).saturating_sub(at(part.start))
    };
    let largest = all.iter().map(size).max().unwrap_or_default();
    let whole: usize = all.iter().map(size).sum();
    most(all, 80, alike) && most(all, 80, told) && largest * 10 <= whole * 9
}

/// Where the records begin: at a heading right above the first label, where nearly all have one, else at the label.
fn headings(survey: &Survey<'_>, lines: &[usize]) -> Vec<usize> {
    const ABOVE: usize = 3;
    let above = |line: usize| {
        (line.saturating_sub(ABOVE)..line).rev().find(|it| survey.heading(*it).is_some())
    };
    let found: Vec<Option<usize>> = lines.iter().map(|it| above(*it)).collect();
    let enough = found.iter().flatten().count() * 10 >= lines.len() * 8;
    lines.iter().zip(found).map(|(line, found)| found.filter(|_| enough).unwrap_or(*line)).collect()
}

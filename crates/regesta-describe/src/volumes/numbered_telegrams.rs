//! A file of telegrams one under another, each headed with its kind and its own number: `TELEGRAM No. 128`, `ШИФРТЕЛЕГРАММА № 128`.

use std::{collections::HashSet, ops::Range};

use regesta_model::Span;

use super::{VolumeForm, most, parts};
use crate::{
    communications, vocabulary,
    volume::{Start, Survey},
};

pub(super) const FORM: VolumeForm =
    VolumeForm { name: "numbered-telegrams", page: include_str!("numbered_telegrams.md"), find };

/// How many such heads a file has at least: two may be a telegram and the one it passes on.
const FEWEST: usize = 3;
/// How many letters a telegram has at least.
const LETTERS: usize = 60;

fn find(survey: &Survey<'_>) -> Vec<Start> {
    let heads: Vec<(usize, Span)> = (0..survey.lines.len())
        .filter(|it| survey.is_apart(*it))
        .filter_map(|it| Some((it, head(survey, it)?)))
        .filter(|it| !survey.continues(it.0))
        .collect();
    let numbers: HashSet<&str> = heads.iter().map(|it| it.1.of(survey.text)).collect();
    if heads.len() < FEWEST || numbers.len() < heads.len() {
        return Vec::new();
    }
    let lines: Vec<usize> = heads.iter().map(|it| it.0).collect();
    let all = parts(survey, &lines);
    let own = |it: &Range<usize>| {
        survey.has_letters(it.start + 1..it.end, LETTERS)
            && survey.is_addressed(it)
            && survey.is_dated(it)
    };
    let first = lines.first().copied().unwrap_or_default();
    let before = survey.line(first).map_or(0, |it| it.span.start as usize);
    if before * 2 > survey.text.len() || survey.is_letter(0..first) || !most(&all, 90, own) {
        return Vec::new();
    }
    let start = |(line, number): &(usize, Span)| Start {
        line: *line,
        head: *line..line + 4,
        number: Some(*number),
        dividers: Vec::new(),
    };
    heads.iter().map(start).collect()
}

/// The number on a line that is a kind of communication and its number, and little else.
fn head(survey: &Survey<'_>, line: usize) -> Option<Span> {
    const LONGEST: usize = 100;
    const WORDS: usize = 3;
    let words = survey.words(line);
    if words.len() > LONGEST {
        return None;
    }
    let (before, number) = communications::number_mark(words)?;
    let kind = before.split_whitespace().count() <= WORDS && vocabulary::genre(before).is_some();
    let further = vocabulary::form_mark("continuation").is_match(words);
    if !kind || further {
        return None;
    }
    let span = survey.line(line)?.span;
    let start = span.start as usize + (words.len() - number.len());
    let len = number.find(|it: char| !it.is_alphanumeric() && it != '/' && it != '-');
    Some(Span::new(start..start + len.unwrap_or(number.len())))
}

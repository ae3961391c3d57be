//! Papers put into one file under rules that bear their names: `===== 1951-03-05.txt =====`.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use regesta_model::Span;

use super::{VolumeForm, most, parts, separated_papers};
use crate::volume::{Start, Survey, rules};

pub(super) const FORM: VolumeForm =
    VolumeForm { name: "named-papers", page: include_str!("named_papers.md"), find };

/// How many letters a paper has at least.
const LETTERS: usize = 30;

fn find(survey: &Survey<'_>) -> Vec<Start> {
    let mut inscribed: HashMap<char, Vec<usize>> = HashMap::new();
    for at in 0..survey.lines.len() {
        if let Some(rule) = rules::rule(survey.words(at)).filter(|it| !it.words.is_empty()) {
            inscribed.entry(rule.mark).or_default().push(at);
        }
    }
    let mut inscribed: Vec<(char, Vec<usize>)> = inscribed.into_iter().collect();
    inscribed.sort_unstable_by_key(|(mark, rules)| (std::cmp::Reverse(rules.len()), *mark));
    let mut found = inscribed.into_iter().map(|(_, it)| of_inscribed(survey, &it));
    found.find(|it| it.len() > 1).unwrap_or_default()
}

/// Papers under rules that each bear another name: `===== 1951-03-05.txt =====`.
fn of_inscribed(survey: &Survey<'_>, rules: &[usize]) -> Vec<Start> {
    let name = |at: usize| rules::rule(survey.words(at)).map_or("", |it| it.words);
    let mut names: Vec<&str> = rules.iter().map(|it| name(*it)).collect();
    names.sort_unstable();
    names.dedup();
    let counted: Vec<String> =
        names.iter().map(|it| it.chars().filter(|c| !c.is_ascii_digit()).collect()).collect();
    let of_files = names.iter().filter(|it| is_file_name(it)).count() * 5 >= names.len() * 4;
    // Words that differ in a figure alone count pages or parts of one paper.
    let differ = counted.iter().collect::<HashSet<_>>().len() > 1;
    if names.len() < 2 || names.len() < rules.len() || !(of_files || differ) {
        return Vec::new();
    }
    let all = parts(survey, rules);
    let begins = |it: &Range<usize>| separated_papers::is_paper(survey, &(it.start + 1..it.end));
    let enough = if of_files { 30 } else { 80 };
    let whole = all.iter().all(|it| survey.has_letters(it.start + 1..it.end, LETTERS));
    if !whole
        || !most(&all, enough, begins)
        || survey.is_letter(0..all.first().map_or(0, |it| it.start))
    {
        return Vec::new();
    }
    all.iter().filter_map(|it| start(survey, it)).collect()
}

/// `1951-03-05.txt`, `scans/letter.html`: no white space, and an ending.
fn is_file_name(words: &str) -> bool {
    let ending = words.rsplit_once('.').map_or("", |(_, it)| it);
    let short =
        (2..=5).contains(&ending.len()) && ending.bytes().all(|it| it.is_ascii_alphanumeric());
    short
        && ending.bytes().any(|it| it.is_ascii_alphabetic())
        && words.split_whitespace().count() <= 3
}

fn start(survey: &Survey<'_>, part: &Range<usize>) -> Option<Start> {
    const HEAD: usize = 4;
    let rule = survey.line(part.start)?.span;
    let words = rule.of(survey.text);
    let name = rules::rule(words)?.words;
    let at = rule.start as usize + words.find(name)?;
    Some(Start {
        line: part.start,
        head: part.start..part.end.min(part.start + 1 + HEAD),
        number: Some(Span::new(at..at + name.len())).filter(|_| is_file_name(name)),
        dividers: vec![rule],
    })
}

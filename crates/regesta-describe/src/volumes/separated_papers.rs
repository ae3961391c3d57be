//! Papers put into one file, each set off by a rule of `====` or by the end of a page.

use std::{collections::HashMap, ops::Range};

use regesta_lang::languages;
use regesta_model::Language;

use super::{VolumeForm, most, parts};
use crate::{
    communications, vocabulary,
    volume::{
        Gap, Start, Survey,
        rules::{self, is_rule},
    },
};

pub(super) const FORM: VolumeForm =
    VolumeForm { name: "separated-papers", page: include_str!("separated_papers.md"), find };

/// How many letters a paper has at least.
const LETTERS: usize = 60;

fn find(survey: &Survey<'_>) -> Vec<Start> {
    let mut drawn: HashMap<char, Vec<usize>> = HashMap::new();
    let mut pages = Vec::new();
    for (at, line) in survey.lines.iter().enumerate() {
        if line.gap == Gap::Page {
            pages.push(at);
        }
        if let Some(rule) = rules::rule(survey.words(at)).filter(|it| it.words.is_empty()) {
            drawn.entry(rule.mark).or_default().push(at);
        }
    }
    let mut drawn: Vec<(char, Vec<usize>)> = drawn.into_iter().collect();
    drawn.sort_unstable_by_key(|(mark, rules)| (std::cmp::Reverse(rules.len()), *mark));
    let mut by_rule = drawn.into_iter().map(|(mark, it)| of_rules(survey, mark, &it));
    let found = by_rule.find(|it| it.len() > 1);
    found.unwrap_or_else(|| of_pages(survey, &pages))
}

/// Papers between rules without words. Rules of `=` are drawn to part papers; others serve tables and ornaments as well.
fn of_rules(survey: &Survey<'_>, mark: char, rules: &[usize]) -> Vec<Start> {
    let (fewest, enough) = if mark == '=' { (2, 75) } else { (3, 100) };
    let firsts = rules.iter().map(|it| it + 1).filter(|it| *it < survey.lines.len());
    let mut begins: Vec<usize> = [0].into_iter().chain(firsts).collect();
    begins.dedup();
    let cut = parts(survey, &begins);
    // A rule above a head and another below it: the short piece between them opens the next paper.
    let mut starts: Vec<usize> = Vec::new();
    let mut open = None;
    for part in &cut {
        let first = open.take().unwrap_or(part.start);
        if survey.has_letters(part.clone(), LETTERS) {
            starts.push(first);
        } else {
            open = Some(first);
        }
    }
    let cut = parts(survey, &starts);
    let own = cut.iter().filter(|it| !belongs_above(survey, it)).map(|it| it.start);
    let all = parts(survey, &own.collect::<Vec<usize>>());
    let own = all.len() >= fewest
        && most(&all, enough, |it| is_paper(survey, it))
        && speak_one_language(survey, &all)
        && !is_table(survey, rules);
    if !own {
        return Vec::new();
    }
    all.iter().map(|it| with_rule_above(survey, it)).collect()
}

/// Says whether a paper belongs to the one before: it is headed so, or the words above its rule announce it.
fn belongs_above(survey: &Survey<'_>, part: &Range<usize>) -> bool {
    let first = first_words(survey, part);
    let above = (0..part.start).rev().find(|it| !is_rule(survey.words(*it)));
    survey.continues(first) || above.is_some_and(|it| survey.words(it).ends_with([':', '：']))
}

/// Says whether rules frame rows of a table: lines between them are cut into columns.
fn is_table(survey: &Survey<'_>, rules: &[usize]) -> bool {
    let columns = |it: &&usize| {
        let words = survey.words(**it + 1);
        words.contains('|') || words.contains("   ") || words.contains('\t')
    };
    rules.iter().filter(columns).count() * 2 > rules.len()
}

/// Papers that each begin on a page of their own: every page is a whole letter.
fn of_pages(survey: &Survey<'_>, pages: &[usize]) -> Vec<Start> {
    const FEWEST: usize = 3;
    let mut begins: Vec<usize> = [0].into_iter().chain(pages.iter().copied()).collect();
    begins.dedup();
    let all = parts(survey, &begins);
    let whole = |it: &Range<usize>| is_whole_letter(survey, it) && !survey.continues(it.start);
    if all.len() < FEWEST || !most(&all, 100, whole) || !speak_one_language(survey, &all) {
        return Vec::new();
    }
    all.iter().map(|it| start(survey, it, 0)).collect()
}

/// Says whether a paper begins here: dated, and called by its kind, addressed to somebody, or with a line for its place and date.
pub(super) fn is_paper(survey: &Survey<'_>, part: &Range<usize>) -> bool {
    let part = first_words(survey, part)..part.end;
    survey.is_dated(&part)
        && (survey.names_genre(&part) || survey.is_addressed(&part) || survey.has_dateline(&part))
}

/// Says whether these lines are a letter from its salutation to its close.
fn is_whole_letter(survey: &Survey<'_>, part: &Range<usize>) -> bool {
    const FOOT: usize = 6;
    let foot = part.end.saturating_sub(FOOT).max(part.start)..part.end;
    let closes = |it: usize| {
        let words = survey.words(it);
        vocabulary::is_close(words) || communications::is_name(words)
    };
    survey.is_addressed(part) && survey.is_dated(part) && foot.into_iter().any(closes)
}

/// Says whether the papers are in one language: a text and its translation are one document.
fn speak_one_language(survey: &Survey<'_>, parts: &[Range<usize>]) -> bool {
    const READ: usize = 600;
    let language = |part: &Range<usize>| {
        let from = survey.line(part.start).map_or(0, |it| it.span.start as usize);
        let to = survey.line(part.end.saturating_sub(1)).map_or(from, |it| it.span.end as usize);
        let words = survey.text.get(from..to).unwrap_or_default();
        let middle = words.get(words.floor_char_boundary(words.len() / 3)..).unwrap_or_default();
        languages::identify(middle.get(..middle.floor_char_boundary(READ)).unwrap_or_default())
            .language
    };
    let mut counts: HashMap<Language, usize> = HashMap::new();
    for part in parts {
        *counts.entry(language(part)).or_default() += 1;
    }
    counts.values().max().is_some_and(|it| it * 5 >= parts.len() * 4)
}

/// The first line that is no rule.
fn first_words(survey: &Survey<'_>, part: &Range<usize>) -> usize {
    part.clone().find(|it| !is_rule(survey.words(*it))).unwrap_or(part.start)
}

/// The start of a paper that a rule stands above: the rule goes with what it opens.
fn with_rule_above(survey: &Survey<'_>, part: &Range<usize>) -> Start {
    let mut first = part.start;
    while let Some(above) = first.checked_sub(1).filter(|it| is_rule(survey.words(*it))) {
        first = above;
    }
    let rules = part.start - first;
    start(survey, &(first..part.end), rules)
}

fn start(survey: &Survey<'_>, part: &Range<usize>, dividing: usize) -> Start {
    const HEAD: usize = 4;
    let from = part.start + dividing;
    let head = from..part.end.min(from + HEAD);
    let ruled = head.clone().filter(|it| is_rule(survey.words(*it)));
    let dividers = (part.start..from).chain(ruled).filter_map(|it| Some(survey.line(it)?.span));
    Start { line: part.start, head, number: None, dividers: dividers.collect() }
}

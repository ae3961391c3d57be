//! Scans read one after another into one file: pages are marked (`## Page 2`), and each paper begins again with page 1.

use std::ops::Range;

use super::{VolumeForm, parts};
use crate::volume::{Start, Survey, words};

pub(super) const FORM: VolumeForm =
    VolumeForm { name: "paged-papers", page: include_str!("paged_papers.md"), find };

/// How many letters a paper has at least.
const LETTERS: usize = 60;

fn find(survey: &Survey<'_>) -> Vec<Start> {
    let marks: Vec<(usize, u32)> = (0..survey.lines.len())
        .filter_map(|it| Some((it, words::page_mark(survey.words(it))?)))
        .collect();
    let begins: Vec<usize> = marks.iter().filter(|it| it.1 == 1).map(|it| it.0).collect();
    if begins.len() < 2 || !count_on(&marks) {
        return Vec::new();
    }
    let named = begins.iter().filter(|it| name_above(survey, **it).is_some()).count();
    if named < begins.len() {
        return Vec::new();
    }
    let starts: Vec<usize> =
        begins.iter().map(|it| name_above(survey, *it).unwrap_or(*it)).collect();
    let names: std::collections::HashSet<&str> =
        starts.iter().map(|it| survey.words(*it)).collect();
    let all = parts(survey, &starts);
    let whole = |it: &Range<usize>| survey.has_letters(it.start + 2..it.end, LETTERS);
    if names.len() < starts.len() || !super::most(&all, 80, whole) {
        return Vec::new();
    }
    all.iter().map(|it| start(survey, it)).collect()
}

/// Says whether pages follow each other, or begin again with 1; a page or two may be missing.
fn count_on(marks: &[(usize, u32)]) -> bool {
    let near = |it: &&[(usize, u32)]| match it {
        [(_, before), (_, page)] => *page == 1 || (1..=3).contains(&page.saturating_sub(*before)),
        _ => false,
    };
    marks.windows(2).filter(near).count() * 10 >= marks.len().saturating_sub(1) * 9
}

/// The heading right above a first page, which names the paper.
fn name_above(survey: &Survey<'_>, page: usize) -> Option<usize> {
    let above = page.checked_sub(1)?;
    let words = survey.words(above);
    let headed = words.starts_with('#') || survey.heading(above).is_some();
    (headed && words::page_mark(words).is_none()).then_some(above)
}

fn start(survey: &Survey<'_>, part: &Range<usize>) -> Start {
    let spans = (part.start..part.start + 2).filter_map(|it| Some(survey.line(it)?.span));
    let dividers: Vec<_> = spans.collect();
    let number = dividers.first().map(|it| {
        let words = it.of(survey.text);
        let name = words.trim_start_matches(['#', ' ']);
        regesta_model::Span { start: it.end - name.len() as u32, end: it.end }
    });
    Start { line: part.start, head: part.start..part.start + 1, number, dividers: Vec::new() }
}

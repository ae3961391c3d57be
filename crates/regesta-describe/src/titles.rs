//! Finds the title of a page among its first lines.

use std::ops::Range;

use regesta_model::Script;

use crate::{labels::Labelled, page::Page, vocabulary, zones::Zone};

/// How many lines from the top a title is looked for.
const REACH: usize = 60;

/// Finds the lines of the title; `None` where a label names it, or where nothing looks like one.
pub(crate) fn find(
    page: &Page<'_>,
    zones: &[Zone],
    labelled: &[Labelled],
    has_catalogue: bool,
) -> Option<Range<usize>> {
    if let Some(value) = labelled.iter().filter(|it| it.names == "title").find_map(|it| it.value) {
        return repeated(page, labelled, vocabulary::folded(value.of(page.text)));
    }
    let in_label = |at: usize| labelled.iter().any(|it| it.lines.contains(&at));
    let mut best: Option<(i32, Range<usize>)> = None;
    let mut first = true;
    let mut at = 0;
    while at < page.lines.len().min(REACH) {
        if zones[at] != Zone::Text || in_label(at) || page.is_date_line(page.lines[at].span) {
            at += 1;
            continue;
        }
        let lines = title_lines(page, at);
        let words = page.span_of(lines.clone()).of(page.text);
        let marked = page.lines[at].heading.is_some();
        if let Some(score) = score(page, &lines, words, first) {
            let acceptable = marked || (has_catalogue && score >= 12) || (first && score >= 20);
            if acceptable && best.as_ref().is_none_or(|(it, _)| score > *it) {
                best = Some((score, lines.clone()));
            }
        }
        let prose = words.chars().count() > 300 && !marked;
        if prose || (!marked && crate::communications::is_salutation(page, at)) {
            break;
        }
        first = false;
        at = lines.end;
    }
    best.map(|(_, lines)| lines)
}

/// A title that a label names may stand at the head of the page as well.
fn repeated(page: &Page<'_>, labelled: &[Labelled], title: String) -> Option<Range<usize>> {
    let reach = page.lines.len().min(REACH);
    let outside =
        |at: usize| !labelled.iter().any(|it| it.lines.contains(&at)) && !page.lines[at].marks.head;
    (0..reach)
        .find(|at| outside(*at) && vocabulary::folded(page.words(*at)) == title)
        .map(|at| at..at + 1)
}

/// A bold or hard-wrapped title takes its whole paragraph, a heading the heading lines beside it.
fn title_lines(page: &Page<'_>, at: usize) -> Range<usize> {
    let paragraph = page.paragraph_of(at);
    let words = page.words(at);
    if let Some(level) = page.lines[at].heading {
        let more =
            page.lines[at..paragraph.end].iter().take_while(|it| it.heading == Some(level)).count();
        return at..at + more.max(1);
    }
    if words.starts_with("**") {
        let close = (at..paragraph.end).find(|it| {
            let line = page.words(*it);
            line.ends_with("**") && (*it > at || line.len() > 4)
        });
        return at..close.map_or(at + 1, |it| it + 1);
    }
    at..at + 1
}

fn score(page: &Page<'_>, lines: &Range<usize>, words: &str, first: bool) -> Option<i32> {
    let count = words.chars().count();
    if !(6..=400).contains(&count) || words.starts_with('|') {
        return None;
    }
    let level = page.lines[lines.start].heading;
    let bold = words.starts_with("**");
    let bare = words.trim_matches(['*', '#', ' ']);
    let stop = bare.ends_with(['.', '。', ':', '：', ';', ',', '!', '?']);
    if stop && level.is_none() && !bold {
        return None;
    }
    let mut score = 0;
    score += level.map_or(0, |it| 34 - 6 * i32::from(it.min(5)));
    score += if bold { 12 } else { 0 };
    score += if vocabulary::genre(bare).is_some() { 12 } else { 0 };
    score += if names_parties(bare) { 6 } else { 0 };
    let words_count = bare.split_whitespace().count();
    let dense =
        bare.chars().filter(|it| matches!(Script::of(*it), Script::Han | Script::Hangul)).count();
    score += if words_count >= 4 || dense >= 8 { 6 } else { 0 };
    let near = [lines.start.checked_sub(1), Some(lines.end)];
    let dated = near
        .into_iter()
        .flatten()
        .any(|it| page.lines.get(it).is_some_and(|line| page.is_date_line(line.span)));
    score += if dated { 5 } else { 0 };
    score += if first { 3 } else { 0 };
    let lettered: Vec<char> = bare.chars().filter(|it| it.is_alphabetic()).collect();
    let shouted = !lettered.is_empty() && lettered.iter().all(|it| it.is_uppercase());
    score -= if shouted && level.is_none() && words_count < 5 { 8 } else { 0 };
    Some(score)
}

/// Says whether a title names a sender or an addressee, or what it is about.
fn names_parties(words: &str) -> bool {
    let lower = format!(" {} ", words.to_lowercase());
    [
        " from ",
        " to ",
        " between ",
        " with ",
        " concerning ",
        " on ",
        " о ",
        " об ",
        " от ",
        "致",
        "给",
        "关于",
        "에게",
        "관한",
        "대한",
    ]
    .iter()
    .any(|it| lower.contains(it))
}

/// Says whether a line is a name or two and nothing else: a signature, a caption.
pub(crate) fn is_name_line(words: &str) -> bool {
    crate::communications::is_name(words)
}

//! Rows that a typist set in columns: by tabs or gaps of several blanks, with figures under each other.

use std::ops::Range;

use regesta_model::Span;

use crate::page::Line;

/// More bytes than that are no typed row.
const LONGEST: usize = 240;

/// Gives the rows of typed tables their cells. Their few words do not show the language of the page.
pub(crate) fn mark(text: &str, lines: &mut [Line]) {
    let mut open: Vec<(usize, Vec<Span>)> = Vec::new();
    for at in 0..lines.len() {
        let Some(line) = lines.get(at) else { continue };
        let row = if line.cells.is_empty() { pieces(text, line.span) } else { Vec::new() };
        if row.len() < 2 {
            close(text, lines, &mut open);
        } else {
            open.push((at, row));
        }
    }
    close(text, lines, &mut open);
}

/// Says whether a line is a row whose cells nothing but blanks part.
pub(crate) fn is_row(line: &Line) -> bool {
    let ends = line.cells.first().zip(line.cells.last());
    ends.is_some_and(|(first, last)| {
        first.start == line.span.start && last.end == line.span.end && line.cells.len() > 1
    })
}

/// Ends a run of rows, which is a table where figures stand in columns.
fn close(text: &str, lines: &mut [Line], open: &mut Vec<(usize, Vec<Span>)>) {
    if open.len() < 2 {
        open.clear();
        return;
    }
    let figures = |row: &Vec<Span>| row.iter().filter(|it| is_figure(it.of(text))).count();
    let width = open.iter().filter(|(_, it)| figures(it) > 0).map(|(_, it)| it.len()).next();
    let full = |row: &Vec<Span>| Some(row.len()) == width && figures(row) > 0;
    let rows = open.iter().filter(|(_, it)| full(it)).count();
    let wide = open.iter().any(|(_, it)| full(it) && figures(it) > 1);
    let opens = open.iter().position(|(_, it)| full(it));
    if let (true, Some(opens)) = (if wide { rows > 1 } else { rows > 2 }, opens) {
        for (at, cells) in open.drain(opens.saturating_sub(1)..) {
            if let Some(line) = lines.get_mut(at) {
                line.cells = cells;
                line.sure = false;
            }
        }
    }
    open.clear();
}

/// The parts of a line that gaps set apart; leaders are gaps too.
fn pieces(text: &str, span: Span) -> Vec<Span> {
    let words = span.of(text);
    let gapped = words.contains("  ") || words.contains('\t') || words.contains("...");
    if !gapped || words.len() > LONGEST {
        return Vec::new();
    }
    let mut res: Vec<Range<usize>> = Vec::new();
    let (mut start, mut end) = (None, 0);
    for (at, it) in words.char_indices() {
        let dotted = words.get(at..).is_some_and(|it| it.starts_with(".."))
            || words.get(..at).is_some_and(|it| it.ends_with(".."));
        let leader = it == '.' && dotted;
        if it.is_whitespace() || leader {
            continue;
        }
        let gap = words.get(end..at).unwrap_or_default();
        let apart = gap.contains('\t') || gap.chars().count() > 1;
        if let (Some(from), true) = (start, apart) {
            res.push(from..end);
            start = None;
        }
        start = start.or(Some(at));
        end = at + it.len_utf8();
    }
    res.extend(start.map(|it| it..end));
    let place = |it: Range<usize>| {
        let start = span.start + it.start as u32;
        Span { start, end: start + it.len() as u32 }
    };
    res.into_iter().map(place).collect()
}

/// Says whether a part is a figure, or the dash that stands for none.
fn is_figure(words: &str) -> bool {
    let figure = |it: char| it.is_ascii_digit() || ",. \u{a0}'’".contains(it);
    words.chars().all(figure) && words.contains(|it: char| it.is_ascii_digit())
        || words.chars().all(|it| "-–—".contains(it))
}

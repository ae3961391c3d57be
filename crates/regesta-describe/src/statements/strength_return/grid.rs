//! Rows and columns: the lines of a page that have cells, or that are a label and its figure.

use regesta_model::Span;

use crate::page::Page;

/// A row of a table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) span: Span,
    pub(super) cells: Vec<Span>,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// A whole number, with its figures and what is written close after them.
    Figure(i64, Span),
    /// Nothing, a dash or a word for nothing.
    Blank,
    /// Anything else.
    Words,
}

/// Returns the runs of lines that stand as rows of more than one cell, at least two of them with figures.
pub(super) fn tables(page: &Page<'_>, lines: &[usize]) -> Vec<Vec<Row>> {
    let mut res = Vec::new();
    let mut open: Vec<Row> = Vec::new();
    let mut last = None;
    for at in lines {
        let Some(line) = page.lines.get(*at) else { continue };
        let follows = last.is_none_or(|it: usize| it + 1 == *at);
        last = Some(*at);
        let words = line.span.of(page.text);
        let ruled = !words.contains(char::is_alphanumeric);
        let cells =
            if line.cells.is_empty() { cells(words, line.span) } else { line.cells.clone() };
        if cells.len() < 2 || !follows {
            close(page.text, &mut open, &mut res, ruled && follows);
        }
        if cells.len() > 1 && !ruled {
            open.push(Row { span: line.span, cells });
        }
    }
    close(page.text, &mut open, &mut res, false);
    res
}

/// Ends a table, unless only a rule stands between its rows.
fn close(text: &str, open: &mut Vec<Row>, res: &mut Vec<Vec<Row>>, goes_on: bool) {
    if goes_on {
        return;
    }
    let figured = |it: &&Row| it.cells.iter().any(|it| is_figure(text, *it));
    let rows = std::mem::take(open);
    if rows.iter().filter(figured).count() > 1 {
        res.push(rows);
    }
}

fn is_figure(text: &str, cell: Span) -> bool {
    matches!(read(text, cell), Cell::Figure(..))
}

/// More bytes than that are no label with its figure.
const LONGEST_ROW: usize = 120;

/// A label and its figure that a colon, dash or leaders set apart.
fn cells(words: &str, span: Span) -> Vec<Span> {
    if words.len() > LONGEST_ROW || !words.bytes().any(|it| it.is_ascii_digit()) {
        return Vec::new();
    }
    let place = |it: std::ops::Range<usize>| {
        let start = span.start + it.start as u32;
        Span { start, end: start + it.len() as u32 }
    };
    labelled(words).map(|it| it.map(place).to_vec()).unwrap_or_default()
}

/// A label and the figure that ends its line: `Officers: 188`, `Офицеров — 188`, `Officers....188`.
fn labelled(words: &str) -> Option<[std::ops::Range<usize>; 2]> {
    let marks = |it: char| it.is_whitespace() || ":：—–-.…=".contains(it);
    let figure = |it: char| it.is_ascii_digit() || ", \u{a0}.".contains(it);
    let bare = words.trim_end_matches([';', ',', '.', ' ']);
    let close = bare.trim_end_matches(|it: char| it.is_alphabetic() || it == '.').trim_end();
    let start = close.trim_end_matches(figure).len();
    let label = words.get(..start)?.trim_end_matches(marks);
    let figures = words.get(start..bare.len())?;
    let lead = figures.len() - figures.trim_start_matches(marks).len();
    let sign = words.get(label.len()..start + lead)?;
    let parted = sign.contains([':', '：', '—', '–', '…', '=']) || sign.contains("...");
    let named = label.chars().any(char::is_alphabetic) && !label.contains(['.', ';', '!', '?']);
    let short = label.split_whitespace().count() < 8;
    (parted && named && short).then(|| [0..label.len(), start + lead..bare.len()])
}

/// Reads a cell.
pub(super) fn read(text: &str, cell: Span) -> Cell {
    let span = cell.trimmed(text);
    let words = span.of(text);
    let nothing = words.chars().all(|it| "-–—−.…*_".contains(it));
    if nothing || ["нет", "nil", "none", "无", "無", "없음", "»", "\""].contains(&words) {
        return Cell::Blank;
    }
    let bare = words.trim_end_matches(['.', ',', ';', '*']);
    let figures = bare.trim_end_matches(|it: char| it.is_alphabetic()).trim_end();
    let unit = bare.get(figures.len()..).unwrap_or_default().trim();
    if unit.chars().count() > 6 {
        return Cell::Words;
    }
    match whole(figures).or_else(|| in_han(bare)) {
        Some(value) => {
            Cell::Figure(value, Span { start: span.start, end: span.start + bare.len() as u32 })
        }
        None => Cell::Words,
    }
}

/// A whole number in figures; groups of three may be set apart in any way.
fn whole(figures: &str) -> Option<i64> {
    let groups: Vec<&str> =
        figures.split([' ', '\u{a0}', '\u{202f}', ',', '.', '’', '\'']).collect();
    let (first, rest) = groups.split_first()?;
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let grouped = rest.is_empty() || first.len() < 4;
    let fits = digits(first) && grouped && rest.iter().all(|it| it.len() == 3 && digits(it));
    fits.then(|| groups.concat().parse().ok()).flatten().filter(|it| *it < 1_000_000_000)
}

/// A number in Chinese characters and nothing else.
fn in_han(words: &str) -> Option<i64> {
    let numeral = |it: char| "〇零一二三四五六七八九十百千万萬两兩".contains(it);
    if words.is_empty() || !words.trim_end_matches(['人', '名']).chars().all(numeral) {
        return None;
    }
    match regesta_lang::quantities::normalize(words, regesta_model::Language::Chinese)?.value {
        regesta_model::NumberValue::Whole(value) => Some(value),
        _ => None,
    }
}

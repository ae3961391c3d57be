//! T713: lines that a typist, a mailer or a scanner broke inside sentences and words, and columns that were read across.

use regesta_model::{Basis, Finding, FindingKind, Layer, Record, Severity, Span};

use crate::{
    Rule,
    lines::{self, Line},
};

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "T713",
        name: "line-break-damage",
        severity: Severity::Info,
        basis: Basis::Text,
        page: include_str!("line_break_damage.md"),
    },
    check,
};

/// How many breaks inside sentences a text has at least before they are not its author's.
const FEWEST: usize = 6;
/// How many places a finding names at most.
const PLACES: usize = 4;

fn check(text: &str, record: &Record) -> Vec<Finding> {
    let mut res = Vec::new();
    for layer in record.texts() {
        let lines = lines::of_layer(text, record, layer);
        let rows = across(text, &lines);
        if rows.len() >= FEWEST {
            res.push(columns(&rows));
        } else {
            res.extend(wrapped(text, layer, &lines));
        }
    }
    res
}

/// Lines broken at the margin: nearly all that are followed by another of their paragraph are about as wide as the widest.
fn wrapped(text: &str, layer: &Layer, lines: &[Line]) -> Option<Finding> {
    let mut widths: Vec<usize> = lines.iter().map(|it| it.width).collect();
    widths.sort_unstable();
    let margin = widths.get(widths.len() * 9 / 10).copied()?;
    if !(36..=110).contains(&margin) {
        return None;
    }
    let in_columns =
        |it: &&Line| it.span.of(text).contains("   ") || it.span.of(text).contains('\t');
    if lines.iter().filter(in_columns).count() * 4 > lines.len() {
        return None;
    }
    let followed = || lines.windows(2).filter_map(|it| Some((it.first()?, it.last()?)));
    let joined: Vec<(&Line, &Line)> = followed().filter(|(_, next)| !next.opens).collect();
    let inside: Vec<&(&Line, &Line)> = joined
        .iter()
        .filter(|(line, next)| {
            line.width * 4 >= margin * 3
                && !lines::stops(line.span.of(text))
                && goes_on(next.span.of(text))
        })
        .collect();
    if inside.len() < FEWEST || inside.len() * 2 < joined.len() {
        return None;
    }
    let divided: Vec<Span> =
        inside.iter().filter_map(|(line, next)| divided(text, line.span, next.span)).collect();
    let words = match divided.len() {
        0 => String::new(),
        1 => " and once inside a word".to_owned(),
        count => format!(" and {count} times inside a word"),
    };
    let language = layer.language.name();
    let finding = RULE
        .kind
        .finding(format!(
            "the lines of the {language} text are broken at some {margin} columns, {} times inside a sentence{words}",
            inside.len()
        ))
        .fix("join the lines of each paragraph in an edition; Regesta reads and searches across the breaks");
    let first = inside.first().map(|(line, next)| around(text, line.span, next.span));
    let places = first.into_iter().map(|it| (it, "broken here"));
    let divided = divided.into_iter().map(|it| (it, "one word"));
    let places = places.chain(divided).take(PLACES);
    Some(places.fold(finding, |it, (span, note)| it.at(span, note)))
}

/// Says whether words carry on a sentence: they begin with a small letter, or in a script that has none.
fn goes_on(words: &str) -> bool {
    let first = words.chars().find(|it| it.is_alphanumeric());
    first.is_some_and(|it| !it.is_uppercase())
}

/// The word that a hyphen divides between two lines.
fn divided(text: &str, line: Span, next: Span) -> Option<Span> {
    let before = line.of(text).strip_suffix(['-', '\u{ad}', '‐'])?;
    let small = |it: Option<char>| it.is_some_and(char::is_lowercase);
    let word = small(before.chars().next_back()) && small(next.of(text).chars().next());
    word.then(|| around(text, line, next))
}

/// The last word of a line and the first of the next.
fn around(text: &str, line: Span, next: Span) -> Span {
    let before = line.of(text);
    let after = next.of(text);
    let start = before.trim_end_matches(|it: char| !it.is_whitespace()).len();
    let end = after.find(char::is_whitespace).unwrap_or(after.len());
    // A script without spaces has no words to cut at: a few characters are shown.
    let start = start.max(before.char_indices().rev().nth(15).map_or(0, |(at, _)| at));
    let end = end.min(after.char_indices().nth(16).map_or(after.len(), |(at, _)| at));
    Span { start: line.start + start as u32, end: next.start + end as u32 }
}

/// A line that two columns share: the words of each.
#[derive(Clone, Copy, Debug)]
struct Row {
    left: Span,
    right: Span,
}

/// The longest run of lines that a gap divides at one place, with running words on either side of it.
fn across(text: &str, lines: &[Line]) -> Vec<Row> {
    const DRIFT: usize = 4;
    let mut best: Vec<Row> = Vec::new();
    let mut run: Vec<(usize, Row)> = Vec::new();
    for line in lines {
        match gap(text, line.span) {
            Some((column, row)) => {
                if run.last().is_some_and(|(last, _)| last.abs_diff(column) > DRIFT) {
                    run.clear();
                }
                run.push((column, row));
            }
            None => run.clear(),
        }
        if run.len() > best.len() {
            best = run.iter().map(|it| it.1).collect();
        }
    }
    let runs_on = |it: &&Row| !lines::stops(it.left.of(text)) && !lines::stops(it.right.of(text));
    if best.iter().filter(runs_on).count() * 2 > best.len() { best } else { Vec::new() }
}

/// The widest gap of a line, three blanks at least, as the column where the words after it begin.
fn gap(text: &str, line: Span) -> Option<(usize, Row)> {
    let words = line.of(text);
    let (mut at, mut widest) = (0, None::<(usize, usize)>);
    for piece in words.split_inclusive(|it: char| !it.is_whitespace()) {
        let blanks = piece.chars().filter(|it| it.is_whitespace()).count();
        let end = at + piece.len() - piece.chars().next_back().map_or(0, char::len_utf8);
        if blanks >= 3 && widest.is_none_or(|(count, _)| blanks > count) {
            widest = Some((blanks, end));
        }
        at += piece.len();
    }
    let (_, right) = widest?;
    let left = words.get(..right)?.trim_end();
    let after = words.get(right..)?;
    let running = |words: &str| {
        let letters = words.chars().filter(|it| it.is_alphabetic()).count();
        let figures = words.chars().filter(|it| it.is_ascii_digit()).count();
        letters >= 12 && figures * 5 < letters && words.split_whitespace().count() > 1
    };
    let row = Row {
        left: Span { start: line.start, end: line.start + left.len() as u32 },
        right: Span { start: line.start + right as u32, end: line.end },
    };
    let column = words.get(..right)?.chars().count();
    (running(left) && running(after)).then_some((column, row))
}

fn columns(rows: &[Row]) -> Finding {
    let finding = RULE.kind.finding(format!("{} lines run across two columns", rows.len())).fix(
        "read each column by itself: words that stand beside each other here are not one sentence",
    );
    let places = rows.iter().take(PLACES / 2);
    let mut finding = places.fold(finding, |it, row| {
        it.at(row.left, "of the left column").at(row.right, "of the right column")
    });
    finding.severity = Severity::Warning;
    finding
}

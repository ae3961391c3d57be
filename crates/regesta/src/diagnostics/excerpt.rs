//! Lines cut around the words that matter, so that a paragraph of three thousand characters does not fill the screen.

use std::ops::Range;

use regesta_model::{Label, Span};
use unicode_width::UnicodeWidthChar;

/// What stands for words left out.
const GAP: &str = " … ";
/// Fewest columns of context on either side of the words.
const LEAST_CONTEXT: usize = 12;

/// One line of the text, cut, with the words to point at.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// Number of the line, from 1.
    pub(super) line: usize,
    /// The line, cut.
    pub(super) text: String,
    /// Words pointed at: bytes of the cut line, number of the label, whether the words go on beyond it.
    pub(super) words: Vec<Words>,
}

/// Words pointed at in an excerpt.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Words {
    /// Bytes of the cut line.
    pub(super) range: Range<usize>,
    /// Which label they belong to.
    pub(super) label: usize,
    /// Lines the words go on for after this one.
    pub(super) more_lines: usize,
}

/// A label's words on the first of their lines.
struct Place {
    line: usize,
    line_range: Range<usize>,
    range: Range<usize>,
    label: usize,
    more_lines: usize,
}

/// Cuts the lines of the labels to `width` columns; excerpts come in the order of the text.
pub(super) fn excerpts(text: &str, labels: &[Label], width: usize) -> Vec<Excerpt> {
    let mut places: Vec<Place> =
        labels.iter().enumerate().map(|(at, it)| place(text, at, it.span)).collect();
    places.sort_by_key(|it| (it.range.start, it.label));
    let same_line = |left: &Place, right: &Place| left.line == right.line;
    places.chunk_by(same_line).filter_map(|it| excerpt(text, it, width)).collect()
}

/// Returns the head of a line, cut to `width` columns.
pub(super) fn head(line: &str, width: usize) -> String {
    let line = line.trim_end();
    let end = forward(line, 0..line.len(), width);
    let gap = if end < line.len() { GAP.trim_end() } else { "" };
    format!("{}{gap}", line.get(..end).unwrap_or_default())
}

fn place(text: &str, label: usize, span: Span) -> Place {
    let span = span.trimmed(text);
    let start = span.range().start.min(text.len());
    let before = text.get(..start).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |it| it + 1);
    let rest = text.get(start..).unwrap_or_default();
    let line_end = start + rest.find('\n').unwrap_or(rest.len());
    let line = text.get(line_start..line_end).unwrap_or_default();
    let line_end = line_start + line.trim_end().len().max(start - line_start);
    let end = span.range().end.min(line_end).max(start);
    Place {
        line: before.matches('\n').count() + 1,
        line_range: line_start..line_end,
        range: start..end,
        label,
        more_lines: span.of(text).matches('\n').count(),
    }
}

fn excerpt(text: &str, places: &[Place], width: usize) -> Option<Excerpt> {
    let first = places.first()?;
    let line = first.line_range.clone();
    let windows = windows(text, places, width);
    let mut res = Excerpt { line: first.line, text: String::new(), words: Vec::new() };
    let mut last_end = line.start;
    for window in &windows {
        if window.start > last_end {
            res.text.push_str(GAP.trim_start_matches(|_| res.text.is_empty()));
        }
        let offset = res.text.len();
        res.text.push_str(text.get(window.clone())?);
        for place in places.iter().filter(|it| window.contains(&it.range.start)) {
            let range = place.range.start..place.range.end.min(window.end);
            res.words.push(Words {
                range: offset + range.start - window.start..offset + range.end - window.start,
                label: place.label,
                more_lines: place.more_lines,
            });
        }
        last_end = window.end;
    }
    if last_end < line.end {
        res.text.push_str(GAP.trim_end());
    }
    Some(res)
}

/// Returns the parts of the line to show, in order and apart from each other.
fn windows(text: &str, places: &[Place], width: usize) -> Vec<Range<usize>> {
    let Some(first) = places.first() else { return Vec::new() };
    let line = first.line_range.clone();
    if columns(text.get(line.clone()).unwrap_or_default()) <= width {
        return vec![line];
    }
    let share = width / places.len();
    let mut res: Vec<Range<usize>> = Vec::new();
    for place in places {
        let longest = share.saturating_sub(2 * LEAST_CONTEXT).max(2 * LEAST_CONTEXT);
        let end = forward(text, place.range.start..place.range.end, longest);
        let shown = columns(text.get(place.range.start..end).unwrap_or_default());
        let context = (share.saturating_sub(shown) / 2).max(LEAST_CONTEXT);
        let start = backward(text, line.start..place.range.start, context);
        let end = if end < place.range.end { end } else { forward(text, end..line.end, context) };
        match res.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            _ => res.push(start..end),
        }
    }
    res
}

/// Returns the end of the first columns of a part.
fn forward(text: &str, part: Range<usize>, columns: usize) -> usize {
    let mut left = columns;
    for (at, c) in text.get(part.clone()).unwrap_or_default().char_indices() {
        match left.checked_sub(c.width().unwrap_or(1)) {
            Some(rest) => left = rest,
            None => return part.start + at,
        }
    }
    part.end
}

/// Returns the start of the last columns of a part.
fn backward(text: &str, part: Range<usize>, columns: usize) -> usize {
    let mut left = columns;
    for (at, c) in text.get(part.clone()).unwrap_or_default().char_indices().rev() {
        match left.checked_sub(c.width().unwrap_or(1)) {
            Some(rest) => left = rest,
            None => return part.start + at + c.len_utf8(),
        }
    }
    part.start
}

fn columns(words: &str) -> usize {
    words.chars().map(|it| it.width().unwrap_or(1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(text: &str, words: &str) -> Label {
        let start = text.find(words).unwrap();
        Label { span: Span::new(start..start + words.len()), note: String::new() }
    }

    #[test]
    fn a_long_line_is_cut_around_its_words_and_every_word_stays_quoted() {
        let text = format!(
            "head\n{}五百名 {}七百名 {}\ntail",
            "一".repeat(900),
            "二".repeat(900),
            "三".repeat(900)
        );
        let labels = [label(&text, "七百名"), label(&text, "五百名")];
        let excerpts = excerpts(&text, &labels, 80);
        let [excerpt] = excerpts.as_slice() else { panic!("{excerpts:?}") };
        assert_eq!(excerpt.line, 2);
        assert!(columns(&excerpt.text) < 100, "{}", excerpt.text);
        let quoted: Vec<&str> =
            excerpt.words.iter().map(|it| &excerpt.text[it.range.clone()]).collect();
        assert_eq!(quoted, ["五百名", "七百名"]);
    }

    #[test]
    fn words_over_several_lines_are_shown_by_their_first() {
        let text = "one two\nthree\nfour";
        let excerpts = excerpts(text, &[label(text, "two\nthree\nfour")], 80);
        assert_eq!(excerpts[0].text, "one two");
        assert_eq!(excerpts[0].words, [Words { range: 4..7, label: 0, more_lines: 2 }]);
    }
}

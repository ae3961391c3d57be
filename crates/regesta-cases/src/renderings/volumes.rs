//! Volumes: a line for each document with its number, date and title, then how its part of the file begins and ends.

use std::fmt::Write as _;

use regesta_model::{Record, SegmentKind, Span};

use super::quoted;

/// Renders where a file is cut and what stands before its first document.
#[must_use]
pub fn volume(text: &str, records: &[&Record]) -> String {
    let mut res = String::new();
    let front = records.iter().flat_map(|it| &it.segments);
    for segment in front.filter(|it| it.kind == SegmentKind::FrontMatter) {
        let words: Vec<String> = segment.spans.iter().map(|it| ends(text, *it)).collect();
        let _ = writeln!(res, "front {}", words.join(" + "));
    }
    if records.len() < 2 {
        res.push_str("one document\n");
        return res;
    }
    for record in records {
        let number = record.source_id.as_deref().unwrap_or("-");
        let date = record.date().unwrap_or("undated");
        let title = record.title().map(str::to_owned).or_else(|| record.description());
        let title = title.unwrap_or_else(|| "untitled".to_owned());
        let _ = writeln!(res, "{number} {date} {title:?}\n  {}", ends(text, record.span));
    }
    res
}

/// The first and last words of a part, quoted.
fn ends(text: &str, span: Span) -> String {
    const SHOWN: usize = 28;
    let span = span.trimmed(text);
    let words = span.of(text);
    if words.chars().count() <= SHOWN * 2 {
        return quoted(text, span);
    }
    let head: String = words.chars().take(SHOWN).collect();
    let tail: Vec<char> = words.chars().rev().take(SHOWN).collect();
    let tail: String = tail.into_iter().rev().collect();
    format!("{head:?} … {tail:?}")
}

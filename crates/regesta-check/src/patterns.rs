//! Tables of patterns: a regular expression, what it is, and its source, one a line.

use regesta_model::Span;
use regex::{Regex, RegexSet};

/// One pattern of a table.
#[derive(Debug)]
pub(crate) struct Pattern {
    regex: Regex,
    /// What words of this pattern are, for the editor.
    pub(crate) what: &'static str,
}

/// A table of patterns.
#[derive(Debug)]
pub(crate) struct Table {
    patterns: Vec<Pattern>,
    /// Tells in one pass which of them may stand in a text: most texts have none. Without regard to the ends of words, for
    /// which an automaton alone would not do; `None` where it cannot be built, and all have to be tried.
    candidates: Option<RegexSet>,
}

/// Reads a table with the columns `pattern`, `what`, `source`. A test compiles every line; one that does not compile is left out.
pub(crate) fn table(lines: &'static str) -> Table {
    let patterns: Vec<Pattern> = rows(lines)
        .filter_map(|(pattern, what)| Regex::new(pattern).ok().map(|regex| Pattern { regex, what }))
        .collect();
    let loose = patterns.iter().map(|it| it.regex.as_str().replace(r"\b", ""));
    let candidates = RegexSet::new(loose).ok();
    Table { patterns, candidates }
}

/// Returns where the patterns stand in a part of the text, in reading order; of two that overlap the first and longer one.
pub(crate) fn find<'a>(table: &'a Table, text: &str, part: Span) -> Vec<(Span, &'a Pattern)> {
    let words = part.of(text);
    let mut res: Vec<(Span, &Pattern)> = Vec::new();
    let candidates = table.candidates.as_ref().map(|it| it.matches(words));
    for (place, pattern) in table.patterns.iter().enumerate() {
        if candidates.as_ref().is_some_and(|it| !it.matched(place)) {
            continue;
        }
        for captures in pattern.regex.captures_iter(words) {
            let Some(found) = captures.name("mark").or_else(|| captures.get(0)) else { continue };
            let start = part.start as usize;
            res.push((Span::new(start + found.start()..start + found.end()), pattern));
        }
    }
    res.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut kept: Vec<(Span, &Pattern)> = Vec::new();
    for found in res {
        if kept.last().is_none_or(|(last, _)| !last.overlaps(found.0)) {
            kept.push(found);
        }
    }
    kept
}

fn rows(lines: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let data = lines.lines().filter(|it| !it.is_empty() && !it.starts_with('#')).skip(1);
    data.filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_compiles() {
        for lines in [crate::rules::PLACEHOLDERS, crate::rules::END_MARKS, crate::rules::GLYPHS] {
            assert!(rows(lines).count() > 3);
            for (pattern, _) in rows(lines) {
                Regex::new(pattern).unwrap();
            }
        }
    }
}

//! Many patterns at once: most words hold the literal parts of none, so most patterns are never run.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use regex::{Regex, RegexBuilder};
use regex_syntax::hir::{Hir, HirKind};

/// Patterns without regard to case, each found out by words it cannot do without.
pub(crate) struct Patterns {
    /// Each is compiled when it is first run.
    patterns: Vec<(String, OnceLock<Regex>)>,
    /// Finds the literals in lower-case words.
    searcher: Option<AhoCorasick>,
    /// Which pattern each literal belongs to.
    owners: Vec<usize>,
    /// Patterns without literals that all their matches hold.
    always: Vec<usize>,
}

impl Patterns {
    /// Compiles patterns.
    pub(crate) fn new<'a>(patterns: impl IntoIterator<Item = &'a str>) -> Patterns {
        let (mut compiled, mut literals, mut owners, mut always) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for pattern in patterns {
            let place = compiled.len();
            match regex_syntax::parse(pattern).ok().as_ref().and_then(required) {
                Some(words) => {
                    owners.extend(std::iter::repeat_n(place, words.len()));
                    literals.extend(words);
                }
                None => always.push(place),
            }
            compiled.push((pattern.to_owned(), OnceLock::new()));
        }
        let searcher = AhoCorasick::new(&literals).ok();
        if searcher.is_none() {
            always = (0..compiled.len()).collect();
        }
        Patterns { patterns: compiled, searcher, owners, always }
    }

    /// Returns a pattern by its place.
    pub(crate) fn get(&self, place: usize) -> Option<&Regex> {
        let (pattern, compiled) = self.patterns.get(place)?;
        Some(compiled.get_or_init(|| compile(pattern)))
    }

    /// Says of each pattern whether it may match these words; one of which it does not say so never does.
    pub(crate) fn candidates(&self, words: &str) -> Vec<bool> {
        let mut res = vec![false; self.patterns.len()];
        for place in &self.always {
            res[*place] = true;
        }
        if let Some(searcher) = &self.searcher {
            let lower = words.to_lowercase();
            for found in searcher.find_overlapping_iter(&lower) {
                if let Some(place) = self.owners.get(found.pattern().as_usize()) {
                    res[*place] = true;
                }
            }
        }
        res
    }
}

/// Compiles a pattern of the project's own; one that does not compile never matches, and a test sees to it that all do.
pub(crate) fn compile(pattern: &str) -> Regex {
    RegexBuilder::new(pattern)
        .case_insensitive(true)
        .size_limit(1 << 24)
        .build()
        .or_else(|_| Regex::new("[^\\s\\S]"))
        .unwrap_or_else(|_| unreachable!("a fixed pattern compiles"))
}

/// Returns lower-case words one of which every match holds; `None` where there are none.
fn required(pattern: &Hir) -> Option<Vec<String>> {
    match pattern.kind() {
        HirKind::Literal(literal) => {
            let word = std::str::from_utf8(&literal.0).ok()?.to_lowercase();
            (!word.trim().is_empty()).then(|| vec![word])
        }
        HirKind::Capture(capture) => required(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub),
        HirKind::Alternation(ways) => {
            let each: Option<Vec<Vec<String>>> = ways.iter().map(required).collect();
            Some(each?.concat())
        }
        HirKind::Concat(parts) => {
            let shortest = |words: &Vec<String>| words.iter().map(String::len).min();
            parts.iter().filter_map(required).max_by_key(shortest)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_of_the_table_compiles() {
        for row in crate::vocabulary::rows(include_str!("../../../data/form_marks.tsv")) {
            assert!(Regex::new(row[2]).is_ok(), "{}", row[2]);
        }
    }

    #[test]
    fn a_pattern_is_tried_where_its_words_stand_in_any_case() {
        let patterns =
            Patterns::new([r"(?:top|most)?\s*secret", r"экз(?:\.|емпляр)?\s*№\s*\d+", r"\d+"]);
        assert_eq!(patterns.candidates("TOP SECRET"), [true, false, true]);
        assert_eq!(patterns.candidates("Экз. № 7"), [false, true, true]);
        assert_eq!(patterns.candidates("Dear Sir"), [false, false, true]);
    }

    #[test]
    fn a_choice_without_words_has_none_required() {
        let hir = regex_syntax::parse(r"(?:secret|\d+)").unwrap();
        assert_eq!(required(&hir), None);
    }
}

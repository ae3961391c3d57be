//! Many patterns at once: most words hold the literal parts of none, so most patterns are never run.

use std::{collections::HashMap, ops::Deref, sync::OnceLock};

use aho_corasick::AhoCorasick;
use regex::{Regex, RegexBuilder};
use regex_syntax::hir::{Hir, HirKind};

/// A pattern without regard to case, compiled when it is first run.
pub(crate) struct Pattern {
    source: String,
    compiled: OnceLock<Regex>,
    /// Finds words one of which every match holds; none where there are no such words.
    searcher: OnceLock<Option<AhoCorasick>>,
}

impl Pattern {
    /// Takes a pattern to be compiled later.
    pub(crate) fn new(source: &str) -> Pattern {
        let source = source.to_owned();
        Pattern { source, compiled: OnceLock::new(), searcher: OnceLock::new() }
    }

    /// Says whether the pattern may match words, given in small letters; where it does not say so it never does.
    pub(crate) fn may_match(&self, lower: &str) -> bool {
        let searcher = self.searcher.get_or_init(|| {
            let words = regex_syntax::parse(&self.source).ok().as_ref().and_then(required)?;
            AhoCorasick::new(words.into_iter().min_by_key(|it| rank(it))?).ok()
        });
        searcher.as_ref().is_none_or(|it| it.is_match(lower))
    }
}

impl Deref for Pattern {
    type Target = Regex;

    fn deref(&self) -> &Regex {
        self.compiled.get_or_init(|| compile(&self.source))
    }
}

/// Patterns without regard to case, each found out by words it cannot do without.
pub(crate) struct Patterns {
    /// Each is compiled when it is first run.
    patterns: Vec<(String, OnceLock<Regex>)>,
    /// Finds the literals in lower-case words.
    searcher: Option<AhoCorasick>,
    /// Of each literal the patterns it belongs to, and the bit of the words among which it is.
    owners: Vec<Vec<(usize, u64)>>,
    /// The bits of each pattern's words; a match holds one word of every bit.
    needed: Vec<u64>,
}

impl Patterns {
    /// Takes patterns to be compiled later.
    pub(crate) fn new<'a>(patterns: impl IntoIterator<Item = &'a str>) -> Patterns {
        let mut res = Patterns {
            patterns: Vec::new(),
            searcher: None,
            owners: Vec::new(),
            needed: Vec::new(),
        };
        let mut literals: HashMap<String, usize> = HashMap::new();
        for pattern in patterns {
            let parsed = regex_syntax::parse(pattern).ok();
            let all = parsed.as_ref().and_then(required).unwrap_or_default();
            let mut needed = 0;
            for (bit, words) in (0..u64::BITS).map(|it| 1 << it).zip(all) {
                needed |= bit;
                for word in words {
                    let free = literals.len();
                    let place = *literals.entry(word).or_insert(free);
                    res.owners.resize(literals.len(), Vec::new());
                    if let Some(owners) = res.owners.get_mut(place) {
                        owners.push((res.patterns.len(), bit));
                    }
                }
            }
            res.needed.push(needed);
            res.patterns.push((pattern.to_owned(), OnceLock::new()));
        }
        let mut words: Vec<(String, usize)> = literals.into_iter().collect();
        words.sort_unstable_by_key(|(_, place)| *place);
        res.searcher = AhoCorasick::new(words.iter().map(|(word, _)| word)).ok();
        if res.searcher.is_none() {
            res.needed.fill(0);
        }
        res
    }

    /// Returns a pattern by its place.
    pub(crate) fn get(&self, place: usize) -> Option<&Regex> {
        let (pattern, compiled) = self.patterns.get(place)?;
        Some(compiled.get_or_init(|| compile(pattern)))
    }

    /// Returns the places of the patterns that may match these words, in order; the others never do.
    pub(crate) fn candidates(&self, words: &str) -> Vec<usize> {
        let mut missing = self.needed.clone();
        if let Some(searcher) = &self.searcher {
            let lower = words.to_lowercase();
            for found in searcher.find_overlapping_iter(&lower) {
                for (place, bit) in
                    self.owners.get(found.pattern().as_usize()).into_iter().flatten()
                {
                    if let Some(missing) = missing.get_mut(*place) {
                        *missing &= !bit;
                    }
                }
            }
        }
        missing.iter().enumerate().filter(|(_, it)| **it == 0).map(|(place, _)| place).collect()
    }
}

/// Compiles a pattern of the project's own; one that does not compile never matches, and a test sees to it that all do.
pub(crate) fn compile(pattern: &str) -> Regex {
    RegexBuilder::new(&with_short_classes(pattern))
        .case_insensitive(true)
        .size_limit(1 << 24)
        .build()
        .or_else(|_| Regex::new("[^\\s\\S]"))
        .unwrap_or_else(|_| unreachable!("a fixed pattern compiles"))
}

/// The letters of the scripts whose documents are read here, and of their neighbours: a tenth of Unicode's ranges, and
/// so in a tenth of the time to compile.
const LETTERS: &str = r"A-Za-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u02c1\u0370-\u0373\u0376\u0377\u037b-\u037d\u037f\u0386\u0388-\u0481\u048a-\u052f\u0531-\u0556\u0561-\u0587\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u10a0-\u10fa\u10fc-\u11ff\u1c80-\u1c88\u1e00-\u1fbc\u3005\u3006\u3031-\u3035\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua640-\ua66e\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb\uf900-\ufad9\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a\uff66-\uffbe\U00020000-\U000323af";
const DIGITS: &str = r"0-9\uff10-\uff19";
const MARKS: &str = r"_\u0300-\u036f\u0483-\u0487\u200c\u200d";

/// Puts these letters, digits and marks in the place of all that Unicode has, and folds no case where none is to be folded.
fn with_short_classes(pattern: &str) -> String {
    let mut res = String::with_capacity(pattern.len() * 2);
    // Where the outermost open bracket stands, how many are open, and whether letters with a case stand in them.
    let (mut opened, mut depth, mut cased) = (0, 0usize, false);
    let mut rest = pattern;
    while let Some(c) = rest.chars().next() {
        if c == '[' && depth == 0 {
            (opened, cased) = (res.len(), false);
        }
        let taken = match class_at(rest) {
            Some((name, class)) => {
                let (before, after) = if depth == 0 { ("(?-i:[", "])") } else { ("[", "]") };
                res.extend([before, class[0], class[1], class[2], class[3], after]);
                name.len()
            }
            None => {
                let escaped = if c == '\\' { rest.chars().nth(1) } else { None };
                let length = c.len_utf8() + escaped.map_or(0, char::len_utf8);
                res.push_str(rest.get(..length).unwrap_or_default());
                cased |= c.is_alphabetic() || escaped.is_some_and(|it| it == 'p' || it == 'P');
                match c {
                    '[' => depth += 1,
                    ']' => depth = depth.saturating_sub(1),
                    _ => (),
                }
                length
            }
        };
        if c == ']' && depth == 0 && !cased {
            res.insert_str(opened, "(?-i:");
            res.push(')');
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    res
}

/// The class whose name stands here, with what it holds.
fn class_at(pattern: &str) -> Option<(&'static str, [&'static str; 4])> {
    const CLASSES: [(&str, [&str; 4]); 4] = [
        (r"\p{L}", ["", LETTERS, "", ""]),
        (r"\w", ["", LETTERS, DIGITS, MARKS]),
        (r"\W", ["^", LETTERS, DIGITS, MARKS]),
        (r"\d", ["", "", DIGITS, ""]),
    ];
    CLASSES.into_iter().find(|it| pattern.starts_with(it.0))
}

/// Returns lists of lower-case words; every match holds a word of each list. `None` where there are none.
fn required(pattern: &Hir) -> Option<Vec<Vec<String>>> {
    match pattern.kind() {
        HirKind::Literal(literal) => {
            let word = std::str::from_utf8(&literal.0).ok()?.to_lowercase();
            (!word.trim().is_empty()).then(|| vec![vec![word]])
        }
        HirKind::Capture(capture) => required(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub),
        HirKind::Alternation(ways) => {
            let best = |way: &Hir| required(way)?.into_iter().min_by_key(|it| rank(it));
            let each: Option<Vec<Vec<String>>> = ways.iter().map(best).collect();
            Some(vec![each?.concat()])
        }
        HirKind::Concat(parts) => {
            let all: Vec<Vec<String>> = parts.iter().filter_map(required).flatten().collect();
            (!all.is_empty()).then_some(all)
        }
        _ => None,
    }
}

/// How common a list of words is: lower where its shortest word is longer, then where it has fewer words.
fn rank(words: &[String]) -> (std::cmp::Reverse<usize>, usize) {
    (std::cmp::Reverse(words.iter().map(String::len).min().unwrap_or_default()), words.len())
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
        assert_eq!(patterns.candidates("TOP SECRET"), [0, 2]);
        assert_eq!(patterns.candidates("Экз. № 7"), [1, 2]);
        assert_eq!(patterns.candidates("Dear Sir"), [2]);
    }

    #[test]
    fn a_pattern_is_tried_where_a_word_of_each_of_its_parts_stands() {
        let patterns = Patterns::new([r"(?:ask|beg)\s+(?:you|him)\s+to"]);
        assert_eq!(patterns.candidates("I beg you to wait"), [0]);
        assert_eq!(patterns.candidates("We ask them to wait"), [0; 0]);
    }

    #[test]
    fn short_classes_hold_letters_in_and_out_of_brackets() {
        for (pattern, word) in [
            (r"^\p{L}+$", "Ёлка"),
            (r"^[\p{L}\-]+$", "Сан-Сё"),
            (r"^\w+$", "통화7"),
            (r"^\\w$", r"\w"),
            (r"^[^\d]+$", "第"),
            (r"^[^.;\n]+$", "Ё—z"),
            (r"^[аб]+$", "АБ"),
            (r"^\W+$", "«— "),
            (r"^\d{2}$", "１9"),
        ] {
            assert!(compile(pattern).is_match(word), "{pattern} {word}");
        }
        assert!(!compile(r"^\W").is_match("м"));
        assert!(!compile(r"^[\p{L}]").is_match("7"));
    }

    #[test]
    fn a_choice_without_words_has_none_required() {
        let hir = regex_syntax::parse(r"(?:secret|\d+)").unwrap();
        assert_eq!(required(&hir), None);
    }
}

//! The marks of forms: what a line of a form says by its wording, from `data/form_marks.tsv`.

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use regex::Regex;

use super::rows;
use crate::patterns::{self, Pattern, Patterns};

/// The patterns of `data/form_marks.tsv` by their mark, over all languages.
static FORM_MARKS: LazyLock<HashMap<&'static str, String>> = LazyLock::new(|| {
    let mut patterns: HashMap<&'static str, Vec<String>> = HashMap::new();
    for row in rows(include_str!("../../../../data/form_marks.tsv")) {
        if let [mark, _, pattern, ..] = row[..] {
            patterns.entry(mark).or_default().push(pattern.to_owned());
        }
    }
    patterns.into_iter().map(|(mark, patterns)| (mark, alternatives(&patterns))).collect()
});

/// The patterns of `data/form_marks.tsv` apart, with the mark of each.
static MARKS: LazyLock<(Vec<&'static str>, Patterns)> = LazyLock::new(|| {
    let table = rows(include_str!("../../../../data/form_marks.tsv"));
    let (marks, patterns): (Vec<&str>, Vec<&str>) =
        table.filter_map(|row| Some((*row.first()?, *row.get(2)?))).unzip();
    (marks, Patterns::new(patterns))
});

/// The pattern of a mark of `data/form_marks.tsv`, over all languages.
pub(crate) fn form_mark(mark: &str) -> &'static Regex {
    static ALL: LazyLock<HashMap<&'static str, Pattern>> =
        LazyLock::new(|| FORM_MARKS.iter().map(|(mark, it)| (*mark, Pattern::new(it))).collect());
    static NEVER: LazyLock<Regex> = LazyLock::new(|| patterns::compile("[^\\s\\S]"));
    ALL.get(mark).map_or(&NEVER, |it| it)
}

/// The marks of a form that may stand in some words: the patterns whose literal words are there.
pub(crate) struct Marks<'a> {
    words: &'a str,
    candidates: Vec<(&'static str, &'static Regex)>,
}

impl<'a> Marks<'a> {
    /// Looks for the literal words of every mark.
    pub(crate) fn of(words: &'a str) -> Marks<'a> {
        let (names, patterns) = &*MARKS;
        let may = patterns.candidates(words).into_iter();
        let candidates = may.filter_map(|it| Some((*names.get(it)?, patterns.get(it)?))).collect();
        Marks { words, candidates }
    }

    /// Says whether a mark may stand in the words.
    pub(crate) fn may_have(&self, mark: &str) -> bool {
        self.candidates.iter().any(|(it, _)| *it == mark)
    }

    /// Finds a mark as its whole pattern finds it: the first place, and there the first line of the table.
    pub(crate) fn find(&self, mark: &str) -> Option<Range<usize>> {
        let own = self.candidates.iter().filter(|(it, _)| *it == mark);
        own.filter_map(|(_, pattern)| pattern.find(self.words))
            .map(|it| it.range())
            .min_by_key(|it| it.start)
    }
}

/// One pattern out of several; groups called `value...` are numbered apart, since a name may stand only once.
fn alternatives(patterns: &[String]) -> String {
    static VALUE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\(\?P<value\d*>").ok());
    let mut group = 0;
    let apart: Vec<String> = patterns
        .iter()
        .map(|pattern| match VALUE.as_ref() {
            Some(value) => value
                .replace_all(pattern, |_: &regex::Captures<'_>| {
                    group += 1;
                    format!("(?P<value{group}>")
                })
                .into_owned(),
            None => pattern.clone(),
        })
        .collect();
    format!("(?:{})", apart.join("|"))
}

//! Patterns of a table by language and meaning, run on one sentence at a time.

use std::{collections::HashMap, ops::Range};

use regesta_model::Language;

use crate::patterns::Patterns;

/// Patterns of many languages, each with what it means.
pub(crate) struct Phrasebook<T> {
    books: HashMap<Language, (Patterns, Vec<T>)>,
}

/// A phrase that was found.
#[derive(Clone, Debug)]
pub(crate) struct Phrase<T> {
    /// What it means.
    pub(crate) meaning: T,
    /// Its place in the sentence.
    pub(crate) range: Range<usize>,
    /// The part of it that the pattern names.
    pub(crate) part: Option<Range<usize>>,
}

impl<T: Copy> Phrasebook<T> {
    /// Makes the book of rows of language, pattern and meaning; rows of an unknown language are left out.
    pub(crate) fn new(rows: impl Iterator<Item = (&'static str, &'static str, T)>) -> Self {
        let mut sorted: HashMap<Language, Vec<(&'static str, T)>> = HashMap::new();
        for (language, pattern, meaning) in rows {
            if let Some(language) = Language::from_code(language) {
                sorted.entry(language).or_default().push((pattern, meaning));
            }
        }
        let books = sorted.into_iter().map(|(language, rows)| {
            let (patterns, meanings): (Vec<&str>, Vec<T>) = rows.into_iter().unzip();
            (language, (Patterns::new(patterns), meanings))
        });
        Phrasebook { books: books.collect() }
    }

    /// Finds the first place of each phrase in these words, in the order of the table.
    pub(crate) fn find(&self, language: Language, words: &str) -> Vec<Phrase<T>> {
        let Some((patterns, meanings)) = self.books.get(&language) else { return Vec::new() };
        let likely = patterns.candidates(words);
        likely
            .into_iter()
            .filter_map(|at| {
                let found = patterns.get(at)?.captures(words)?;
                let part = found.iter().skip(1).flatten().next().map(|it| it.range());
                let meaning = *meanings.get(at)?;
                Some(Phrase { meaning, range: found.get(0)?.range(), part })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::vocabulary;

    #[test]
    fn every_pattern_of_the_tables_is_one() {
        let requests = vocabulary::rows(include_str!("../../../data/request_words.tsv"));
        let modalities = vocabulary::rows(include_str!("../../../data/modality_words.tsv"));
        let patterns = requests.map(|row| row[2]).chain(modalities.map(|row| row[3]));
        for pattern in patterns {
            let parsed = regex_syntax::parse(pattern);
            assert!(parsed.is_ok(), "{pattern}: {parsed:?}");
        }
    }
}

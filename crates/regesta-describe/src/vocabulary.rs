//! The tables of `data/` that describing rests on, read once.

mod marks;

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
    sync::LazyLock,
};

use aho_corasick::AhoCorasick;
use regesta_lang::scripts::is_letter_or_digit;
use regesta_model::{CommunicationKind, EventKind, Language};
use regex::Regex;

pub(crate) use self::marks::{Marks, form_mark};
use crate::{patterns::Patterns, wordlist::Wordlist};

/// Rows of a table: comment lines and the header line left out.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|it| !it.starts_with('#') && !it.trim().is_empty())
        .skip(1)
        .map(|it| it.split('\t').collect())
}

/// Words as labels and phrases are compared: lower case, single spaces, no marks at the ends.
pub(crate) fn folded(words: &str) -> String {
    let around = |it: char| match it {
        ':' | '*' | '#' | '[' | ']' | '(' | ')' | '"' | '_' | '|' | '-' | '>' | '/' => true,
        _ if it.is_ascii() => it.is_whitespace(),
        _ => it.is_whitespace() || "：（）【】«»“”■●▪·•–—".contains(it),
    };
    let bare = words.trim_matches(around);
    let mut res = String::with_capacity(bare.len());
    for word in bare.split_whitespace() {
        if !res.is_empty() {
            res.push(' ');
        }
        if word.is_ascii() {
            let start = res.len();
            res.push_str(word);
            res[start..].make_ascii_lowercase();
        } else {
            res.push_str(&word.to_lowercase());
        }
    }
    res
}

/// What a label of the catalogue names: a field by its code, or one of the words explained in `data/labels.tsv`.
pub(crate) fn label(words: &str) -> Option<&'static str> {
    static LABELS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
        rows(include_str!("../../../data/labels.tsv"))
            .filter_map(|row| Some((folded(row.get(2)?), *row.first()?)))
            .collect()
    });
    if words.len() > 90 {
        return None;
    }
    let bare = folded(words);
    LABELS.get(&bare).copied().or_else(|| {
        let rest = without_language(&bare)?;
        LABELS.get(&rest).copied().filter(|it| it.starts_with("text."))
    })
}

/// `English translation`, `영문 번역`, `译文（英文）` without the language they name.
fn without_language(words: &str) -> Option<String> {
    if words.chars().count() > 40 {
        return None;
    }
    static SEARCHER: LazyLock<Option<AhoCorasick>> =
        LazyLock::new(|| AhoCorasick::new(language_names().iter().map(|it| &it.0)).ok());
    let found = SEARCHER.as_ref()?.find_overlapping_iter(words);
    let first = found.map(|it| it.pattern().as_usize()).min()?;
    let (name, _) = language_names().get(first)?;
    let rest = words.replacen(name.as_str(), " ", 1).replace(['(', ')', '（', '）', '[', ']'], " ");
    Some(folded(&rest))
}

fn language_names() -> &'static [(String, Language)] {
    static NAMES: LazyLock<Vec<(String, Language)>> = LazyLock::new(|| {
        rows(include_str!("../../../data/language_names.tsv"))
            .filter_map(|row| Some((folded(row.get(1)?), Language::from_code(row.first()?)?)))
            .collect()
    });
    &NAMES
}

/// Says whether these words are furniture by themselves.
pub(crate) fn is_furniture(words: &str) -> bool {
    static WORDS: LazyLock<(HashSet<String>, Openings)> = LazyLock::new(|| {
        let table = rows(include_str!("../../../data/furniture.tsv"));
        let words: Vec<&str> = table.filter_map(|row| row.get(1).copied()).collect();
        let whole = words.iter().filter(|it| !it.ends_with('*')).map(|it| folded(it)).collect();
        let begun = words.iter().filter_map(|it| it.strip_suffix('*')).map(str::to_lowercase);
        (whole, Openings::new(begun))
    });
    static MOST_LETTERS: LazyLock<usize> = LazyLock::new(|| {
        let (whole, begun) = &*WORDS;
        let all = whole.iter().chain(begun.0.values().flatten());
        all.map(|it| letters(it)).max().unwrap_or_default() + 24
    });
    let (whole, begun) = &*WORDS;
    if words.len() > *MOST_LETTERS && letters(words) > *MOST_LETTERS {
        return false;
    }
    let words = folded(words);
    let more = |rest: &str| rest.split_whitespace().count() <= 3 && rest.chars().count() <= 24;
    whole.contains(&words) || begun.after(&words).any(|rest| !rest.is_empty() && more(rest))
}

/// How many letters and figures words have; folding takes none away.
fn letters(words: &str) -> usize {
    words.chars().filter(|it| is_letter_or_digit(*it)).count()
}

/// Words that others may begin with, by their first letter.
struct Openings(HashMap<char, Vec<String>>);

impl Openings {
    fn new(openings: impl Iterator<Item = String>) -> Openings {
        let mut res: HashMap<char, Vec<String>> = HashMap::new();
        for opening in openings {
            if let Some(first) = opening.chars().next() {
                res.entry(first).or_default().push(opening);
            }
        }
        Openings(res)
    }

    /// What stands after each opening that these words begin with.
    fn after<'a>(&'a self, words: &'a str) -> impl Iterator<Item = &'a str> {
        let fits = words.chars().next().and_then(|it| self.0.get(&it));
        fits.into_iter().flatten().filter_map(|it| words.strip_prefix(it.as_str()))
    }
}

/// The kind of communication that words name: the first one named, by the longest word where several begin there.
pub(crate) fn genre(words: &str) -> Option<CommunicationKind> {
    static GENRES: LazyLock<Wordlist<CommunicationKind>> =
        LazyLock::new(|| {
            Wordlist::new(rows(include_str!("../../../data/genres.tsv")).filter_map(|row| {
                Some((*row.get(2)?, CommunicationKind::from_code(row.first()?)?))
            }))
        });
    let starts = |before: &str, word: &str| {
        let before = before.chars().next_back();
        !(before.is_some_and(char::is_alphanumeric) && word.is_ascii()
            || before.is_some_and(is_cyrillic))
    };
    let lower = words.to_lowercase();
    GENRES.find(&lower, starts).next()
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{4ff}').contains(&c)
}

/// The language a catalogue's word names.
pub(crate) fn language_named(words: &str) -> Option<Language> {
    let words = folded(words);
    language_names()
        .iter()
        .filter_map(|(name, language)| Some((words.find(name.as_str())?, *language)))
        .min_by_key(|(at, _)| *at)
        .map(|(_, language)| language)
}

/// What happened at a time that stands after these words, by the last word of the table among them.
pub(crate) fn event(words: &str) -> Option<EventKind> {
    static EVENTS: LazyLock<Wordlist<EventKind>> = LazyLock::new(|| {
        Wordlist::new(
            rows(include_str!("../../../data/event_words.tsv"))
                .filter_map(|row| Some((*row.get(2)?, EventKind::from_code(row.first()?)?))),
        )
    });
    let starts = |before: &str, _: &str| {
        !before.chars().next_back().is_some_and(|it| it.is_alphabetic() && !is_han_or_hangul(it))
    };
    let lower = words.to_lowercase();
    EVENTS.find(&lower, starts).last()
}

fn is_han_or_hangul(c: char) -> bool {
    use regesta_model::Script;
    matches!(Script::of(c), Script::Han | Script::Hangul)
}

/// Words that open a salutation, and words that close one, for a language.
#[derive(Debug, Default)]
pub(crate) struct FormsOfAddress {
    /// Before the name, the longest first.
    pub(crate) before: Vec<&'static str>,
    /// Those of them that open nothing but a salutation.
    pub(crate) greetings: Vec<&'static str>,
    /// Those of them that name nobody.
    pub(crate) polite: Vec<&'static str>,
    /// Those of them that open a salutation and do not stand inside one.
    pub(crate) prepositions: Vec<&'static str>,
    /// Offices that are themselves the addressee.
    pub(crate) offices: Vec<&'static str>,
    /// Such offices before a colon.
    pub(crate) called: Vec<&'static str>,
    /// After the name, the longest first.
    pub(crate) after: Vec<&'static str>,
    /// Ends of offices that are themselves the addressee.
    pub(crate) office_ends: Vec<&'static str>,
    /// Endings of the words that follow an office and belong to it.
    pub(crate) genitives: Vec<&'static str>,
}

/// The forms of address of a language.
pub(crate) fn forms_of_address(language: Language) -> &'static FormsOfAddress {
    static FORMS: LazyLock<HashMap<Language, FormsOfAddress>> = LazyLock::new(|| {
        let mut res: HashMap<Language, FormsOfAddress> = HashMap::new();
        for row in rows(include_str!("../../../data/forms_of_address.tsv")) {
            let [language, position, words, ..] = row[..] else { continue };
            let Some(language) = Language::from_code(language) else { continue };
            let forms = res.entry(language).or_default();
            match position {
                "before" => forms.before.push(words),
                "greeting" => {
                    forms.before.push(words);
                    forms.greetings.push(words);
                }
                "polite" => {
                    forms.before.push(words);
                    forms.polite.push(words);
                }
                "preposition" => {
                    forms.before.push(words);
                    forms.prepositions.push(words);
                }
                "office" => forms.offices.push(words),
                "called" => forms.called.push(words),
                "of-office" => forms.office_ends.push(words),
                "genitive" => forms.genitives.push(words),
                _ => forms.after.push(words),
            }
        }
        for forms in res.values_mut() {
            forms.before.sort_by_key(|it| std::cmp::Reverse(it.len()));
            forms.after.sort_by_key(|it| std::cmp::Reverse(it.len()));
        }
        res
    });
    static NONE: LazyLock<FormsOfAddress> = LazyLock::new(FormsOfAddress::default);
    FORMS.get(&language).unwrap_or(&NONE)
}

/// Says whether a line opens with a complimentary close.
pub(crate) fn is_close(words: &str) -> bool {
    static CLOSES: LazyLock<Openings> = LazyLock::new(|| {
        let table = rows(include_str!("../../../data/closings.tsv"));
        Openings::new(table.filter_map(|row| row.get(1).map(|it| folded(it))))
    });
    if words.len() > 160 {
        return false;
    }
    let words = folded(words);
    CLOSES.after(&words).any(|rest| !rest.starts_with(|c: char| c.is_alphabetic() && c.is_ascii()))
}

/// The credits of `data/credits.tsv`: the code of the field of each pattern.
static CREDITS: LazyLock<(Vec<&'static str>, Patterns)> = LazyLock::new(|| {
    let table = rows(include_str!("../../../data/credits.tsv"));
    let (fields, patterns): (Vec<&str>, Vec<&str>) =
        table.filter_map(|row| Some((*row.first()?, *row.get(2)?))).unzip();
    (fields, Patterns::new(patterns))
});

/// The patterns of a field of `data/credits.tsv` that may match these words.
pub(crate) fn credits(field: &str, words: &str) -> Vec<&'static Regex> {
    let (fields, patterns) = &*CREDITS;
    if !fields.contains(&field) {
        return Vec::new();
    }
    let fits = patterns.candidates(words).into_iter().filter(|it| fields.get(*it) == Some(&field));
    fits.filter_map(|place| patterns.get(place)).collect()
}

/// The names that a credit sentence gives, as byte ranges; a word written small is no name.
pub(crate) fn credited<'a>(
    field: &'a str,
    words: &'a str,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let values = credits(field, words).into_iter().flat_map(move |it| it.captures_iter(words));
    values
        .filter_map(|it| {
            it.iter().skip(1).flatten().next().map(|value| (value.range(), value.as_str()))
        })
        .filter(|(_, name)| {
            !name.chars().find(|it| it.is_alphabetic()).is_some_and(char::is_lowercase)
        })
        .map(|(range, _)| range)
}

/// Says whether words are a statement of rights: two different words of the table, and one that only such
/// statements have, or an address to write to.
pub(crate) fn speaks_of_rights(words: &str) -> bool {
    static WORDS: LazyLock<Wordlist<(usize, bool)>> = LazyLock::new(|| {
        let table = rows(include_str!("../../../data/rights_words.tsv"));
        let words = table.filter_map(|row| Some((*row.get(1)?, *row.get(2)? == "strong")));
        Wordlist::new(words.enumerate().map(|(at, (word, strong))| (word, (at, strong))))
    });
    let lower = words.to_lowercase();
    let found: HashSet<(usize, bool)> = WORDS.find(&lower, |_, _| true).collect();
    let addressed = lower.contains('@') || lower.contains("[email");
    found.len() >= 2 && (addressed || found.iter().any(|(_, strong)| *strong))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_in_any_dress() {
        assert_eq!(label("**Summary:**"), Some("summary"));
        assert_eq!(label("【标题】"), Some("title"));
        assert_eq!(label("Гриф секретности :"), Some("classification"));
        assert_eq!(label("the summary of losses"), None);
    }

    #[test]
    fn genres_are_words_not_parts_of_words() {
        assert_eq!(genre("Letter from A to B"), Some(CommunicationKind::Letter));
        assert_eq!(genre("Шифртелеграмма № 12"), Some(CommunicationKind::CipherTelegram));
        assert_eq!(genre("Newsletter"), None);
        assert_eq!(genre("통화 기록"), Some(CommunicationKind::TelephoneCall));
    }
}

//! The words with which texts of each language speak of other documents, from `data/document_words.tsv`.

use std::{
    collections::HashMap,
    sync::{LazyLock, OnceLock},
};

use regesta_model::Language;
use regex::Regex;

use crate::{
    patterns::{Pattern, compile},
    vocabulary,
};

/// The phrases of one language.
pub(super) struct Words {
    /// Nouns for documents; the name of the group is the kind.
    pub(super) nouns: Pattern,
    /// Whose it is, at the end of the words before the noun: the group `your`, `my` or `their`, with up to three words after it.
    pub(super) owner: Pattern,
    /// A copy or the text of it, at the end of the words before.
    pub(super) copy: Pattern,
    /// This very document, at the end of the words before.
    pub(super) own: Pattern,
    /// What stands before its date.
    pub(super) from: Pattern,
    /// Its number, at the beginning: the group `value`.
    pub(super) number: Pattern,
    /// Its number, at the end of the words before: the group `value`.
    pub(super) number_before: Pattern,
    /// What joins its author, at the beginning.
    pub(super) sender: Pattern,
    /// The words of one who answers, somewhere before.
    pub(super) answer: Pattern,
    /// A noun that by itself says that it was received.
    pub(super) incoming: Pattern,
    /// Words between its date and its noun, at the end of the words before.
    pub(super) filler: Pattern,
    /// The service's own words for a telegram, each with its number.
    pub(super) office: Pattern,
    /// The heading of a line of references.
    pub(super) label: Pattern,
    /// Whose it is with its number and no noun, `Ваш № 123`: the groups `your`, `my`, `their` and `value`.
    pub(super) numbered: Pattern,
    /// The words after a noun that say that it was received.
    pub(super) acknowledged: Pattern,
    /// What after the noun makes it the beginning of another word.
    pub(super) broken: Pattern,
}

/// The kinds of documents, as the groups of `Words::nouns` are called.
pub(super) const KINDS: &[&str] = &[
    "telegram",
    "letter",
    "note",
    "memorandum",
    "message",
    "despatch",
    "report",
    "instruction",
    "decision",
];

/// Returns the phrases of a language; English ones where it has none of its own.
pub(super) fn words(language: Language) -> Option<&'static Words> {
    // Compiled when a text in the language comes: compiling all takes longer than reading a document.
    static ALL: LazyLock<HashMap<Language, OnceLock<Words>>> = LazyLock::new(|| {
        let with_words = |it: &&Language| !of("kind:telegram", it.code()).is_empty();
        Language::ALL.iter().filter(with_words).map(|it| (*it, OnceLock::new())).collect()
    });
    let known = if ALL.contains_key(&language) { language } else { Language::English };
    ALL.get(&known).map(|it| it.get_or_init(|| read(known)))
}

/// Says whether a language is written without spaces between the words of such a phrase.
pub(super) fn is_dense(language: Language) -> bool {
    matches!(language, Language::Chinese | Language::Japanese | Language::Korean)
}

/// A series of telegrams in capitals with a number: `DIR 86565`.
pub(super) fn series() -> &'static Regex {
    static SERIES: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"\b[A-Z]{3,10}[ \-]\d{3,6}\b").ok());
    static NEVER: LazyLock<Regex> = LazyLock::new(|| compile("[^\\s\\S]"));
    SERIES.as_ref().unwrap_or(&NEVER)
}

fn of(role: &str, language: &str) -> String {
    let rows = vocabulary::rows(include_str!("../../../../../data/document_words.tsv"));
    let pattern = |row: Vec<&'static str>| match row[..] {
        [its_role, its_language, pattern, ..] if (its_role, its_language) == (role, language) => {
            Some(pattern)
        }
        _ => None,
    };
    rows.filter_map(pattern).collect::<Vec<&str>>().join("|")
}

fn either(pattern: &str) -> String {
    match pattern {
        "" => "[^\\s\\S]".to_owned(),
        some => format!("(?:{some})"),
    }
}

fn read(language: Language) -> Words {
    let code = language.code();
    let role = |it: &str| either(&of(it, code));
    let edge = if is_dense(language) { "" } else { r"\b" };
    let named = |prefix: &str, names: &[&str]| -> String {
        let each = names.iter().filter_map(|name| {
            let pattern = of(&format!("{prefix}:{name}"), code);
            (!pattern.is_empty()).then(|| format!("(?P<{name}>{pattern})"))
        });
        either(&each.collect::<Vec<_>>().join("|"))
    };
    let owner = named("owner", &["your", "my", "their"]);
    let (own, copy, filler) = (role("own"), role("copy"), role("filler"));
    let between = if is_dense(language) { r"\s*" } else { r"(?:\s+[\p{L}\-]+){0,3}\s+" };
    let mark = role("number");
    Words {
        nouns: Pattern::new(&format!("{edge}{}{edge}", named("kind", KINDS))),
        owner: Pattern::new(&format!(r"(?:\b(?:both|all|the|two|three)\s+(?:of\s+)?)?{edge}{owner}{between}$")),
        copy: Pattern::new(&format!(r"{edge}{copy}$")),
        own: Pattern::new(&format!(r"{edge}{own}(?:\s+\p{{L}}+)?\s*$")),
        from: Pattern::new(&format!("^{}", role("from"))),
        number: Pattern::new(&match is_dense(language) {
            true => r"^\s*(?:제|第|№|No\.?)\s*(?P<value>\d[\d/\-]*)\s*[호号號]?".to_owned(),
            false => format!(r"^,?\s*\(?{mark}(?P<value>[\p{{L}}]{{0,3}}[\-/]?\d[\p{{L}}\d/\-]*)\)?"),
        }),
        number_before: Pattern::new(r"(?:제|第)\s*(?P<value>\d[\d/\-]*)\s*[호号號]\s*(?:의|的)?\s*$"),
        sender: Pattern::new(&format!(r"^\s+{}\s", role("sender"))),
        answer: Pattern::new(&role("answer")),
        incoming: Pattern::new(&role("incoming")),
        filler: Pattern::new(&format!(r"\s*{filler}\s*$")),
        office: Pattern::new(&format!(
            r"{}\s*(?:(?:no|nos)\.?\s*)?(?P<value>\d{{1,5}})",
            role("office")
        )),
        label: Pattern::new(&format!("^\\W*{}", role("label"))),
        numbered: Pattern::new(&match is_dense(language) {
            true => "[^\\s\\S]".to_owned(),
            false => format!(
                r"(?:\b{owner}|\bна)\s+{mark}(?P<value>\d[\p{{L}}\d/\-]*)|\b{owner}\s+(?P<bare>\d{{1,5}}),?\s",
                owner = named("owner", &["your", "my"]),
            )
            .replace("|\\b(?:(?P<your>", "|\\b(?:(?P<your2>")
            .replacen("(?P<my>", "(?P<my1>", 1),
        }),
        acknowledged: Pattern::new(&format!("^{}", role("acknowledged"))),
        broken: Pattern::new(&format!("^{}", role("broken"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_of_the_table_compiles() {
        for row in include_str!("../../../../../data/document_words.tsv").lines().skip(4) {
            let cells: Vec<&str> = row.split('\t').collect();
            assert!(cells.len() == 4, "{row}");
            if !row.starts_with("role") && !row.starts_with('#') {
                assert!(Regex::new(cells[2]).is_ok(), "{row}");
            }
        }
    }
}

//! The words of plans, from `data/timetable_words.tsv`.

use std::{collections::HashMap, sync::LazyLock};

use regesta_model::Language;

use crate::{patterns::Pattern, vocabulary};

/// The words of one language.
pub(super) struct Words {
    /// Names a phase.
    pub(super) stage: Pattern,
    /// Says that a timetable or plan is given.
    pub(super) plan: Pattern,
    /// Says that something is to be done.
    pub(super) future: Pattern,
    /// Says that it was done.
    pub(super) past: Pattern,
    /// Opens what has to come first, at the beginning.
    pub(super) condition: Pattern,
    /// Heads a column of conditions.
    pub(super) condition_heading: Pattern,
    /// The same after a comma.
    pub(super) condition_after: Pattern,
}

/// Returns the words of a language; the English ones where it has none.
pub(super) fn words(language: Language) -> Option<&'static Words> {
    static ALL: LazyLock<HashMap<Language, Words>> = LazyLock::new(|| {
        let known = |it: &&Language| pattern("stage", **it).is_some();
        Language::ALL.iter().filter(known).map(|it| (*it, read(*it))).collect()
    });
    ALL.get(&language).or_else(|| ALL.get(&Language::English))
}

fn pattern(role: &str, language: Language) -> Option<&'static str> {
    let mut rows = vocabulary::rows(include_str!("../../../../../data/timetable_words.tsv"));
    let code = language.code();
    rows.find(|row| row.first() == Some(&role) && row.get(1) == Some(&code))?.get(2).copied()
}

fn read(language: Language) -> Words {
    let dense = matches!(language, Language::Chinese | Language::Korean | Language::Japanese);
    let edge = if dense { "" } else { r"\b" };
    let of = |role: &str| match pattern(role, language) {
        Some(it) => format!("{edge}(?:{it}){edge}"),
        None => "[^\\s\\S]".to_owned(),
    };
    Words {
        stage: Pattern::new(&of("stage")),
        plan: Pattern::new(&of("plan")),
        future: Pattern::new(&of("future")),
        past: Pattern::new(&of("past")),
        condition_heading: Pattern::new(&of("heading")),
        condition: Pattern::new(&format!(r"^\s*{}", of("condition"))),
        condition_after: Pattern::new(&format!(r"[,，]\s*{}", of("condition"))),
    }
}

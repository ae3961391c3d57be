//! The words of strength returns, from `data/strength_words.tsv`.

use std::{
    collections::HashMap,
    sync::{LazyLock, OnceLock},
};

use regesta_model::Language;
use regex::Regex;

use crate::{patterns::compile, vocabulary};

/// What a cell counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Formation,
    Person,
    Weapon,
    Vehicle,
}

/// The words of one language.
pub(super) struct Words {
    /// Beside a total.
    pub(super) total: Regex,
    /// After a total, before its parts.
    pub(super) part: Regex,
    /// That a strength is given.
    pub(super) cue: Regex,
    /// How many there are to be in each.
    pub(super) norm: Regex,
    /// What joins the members of a list, alone between two of them.
    pub(super) join: Regex,
    /// After which a second figure is no member of the list.
    pub(super) other: Regex,
}

/// Returns the class of a unit of `data/units.tsv`; `None` where no strength return counts it.
pub(super) fn class(unit: &str) -> Option<Class> {
    static CLASSES: LazyLock<HashMap<&'static str, Class>> = LazyLock::new(|| {
        let classes = [
            ("class:formation", Class::Formation),
            ("class:person", Class::Person),
            ("class:rank", Class::Person),
            ("class:weapon", Class::Weapon),
            ("class:vehicle", Class::Vehicle),
        ];
        let of_class = |(role, class): (&'static str, Class)| {
            let rows = rows().filter(move |row| row.first() == Some(&role));
            rows.filter_map(|row| row.get(2).copied())
                .flat_map(move |units| units.split('|').map(move |it| (it, class)))
        };
        classes.into_iter().flat_map(of_class).collect()
    });
    CLASSES.get(unit).copied()
}

/// Returns the words of a language; the English ones where it has none.
pub(super) fn words(language: Language) -> Option<&'static Words> {
    static ALL: LazyLock<HashMap<Language, OnceLock<Words>>> = LazyLock::new(|| {
        let known = |it: &&Language| rows().any(|row| row.get(1) == Some(&it.code()));
        Language::ALL.iter().filter(known).map(|it| (*it, OnceLock::new())).collect()
    });
    let known = if ALL.contains_key(&language) { language } else { Language::English };
    ALL.get(&known).map(|it| it.get_or_init(|| read(known)))
}

fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    vocabulary::rows(include_str!("../../../../../data/strength_words.tsv"))
}

fn read(language: Language) -> Words {
    let code = language.code();
    let dense = matches!(language, Language::Chinese | Language::Korean | Language::Japanese);
    let edge = if dense { "" } else { r"\b" };
    let pattern = |role: &str| -> String {
        let same = |row: &Vec<&str>| row.first() == Some(&role) && row.get(1) == Some(&code);
        match rows().find(same).and_then(|row| row.get(2).copied()) {
            Some(it) => format!("{edge}(?:{it}){edge}"),
            None => "[^\\s\\S]".to_owned(),
        }
    };
    Words {
        total: compile(&pattern("total")),
        part: compile(&pattern("part")),
        cue: compile(&pattern("cue")),
        norm: compile(&pattern("norm")),
        join: compile(&pattern("join")),
        other: compile(&pattern("other")),
    }
}

//! The words of strength returns, from `data/strength_words.tsv`.

use std::{
    collections::HashMap,
    sync::{LazyLock, OnceLock},
};

use regesta_model::{Language, StrengthKind};
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

/// What words of a return say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Stand beside a total.
    Total,
    /// Stand after a total, before its parts.
    Part,
    /// Say that a strength is given.
    Cue,
    /// Say how many there are to be in each.
    Norm,
    /// Join the members of a list, alone between two of them.
    Join,
    /// After them a second figure is no member of the list.
    Other,
    /// Stand between a figure and what it counts: `188 are officers`.
    Copula,
    /// Head a column or row of persons without naming their rank.
    Persons,
    /// Speak of what there is to be.
    Establishment,
    /// Speak of what there is.
    Present,
    /// Speak of what is lacking.
    Shortage,
    /// Speak of what there is too many of.
    Surplus,
}

const ROLES: [(Role, &str); 12] = [
    (Role::Total, "total"),
    (Role::Part, "part"),
    (Role::Cue, "cue"),
    (Role::Norm, "norm"),
    (Role::Join, "join"),
    (Role::Other, "other"),
    (Role::Copula, "copula"),
    (Role::Persons, "persons"),
    (Role::Establishment, "establishment"),
    (Role::Present, "present"),
    (Role::Shortage, "shortage"),
    (Role::Surplus, "surplus"),
];

/// The words of one language; a pattern is compiled when it is first asked for.
pub(super) struct Words {
    language: Language,
    compiled: [OnceLock<Regex>; ROLES.len()],
}

impl Words {
    /// The words of a role.
    pub(super) fn of(&self, role: Role) -> &Regex {
        static NEVER: LazyLock<Regex> = LazyLock::new(|| compile("[^\\s\\S]"));
        let known = ROLES.iter().zip(&self.compiled).find(|((it, _), _)| *it == role);
        known.map_or(&*NEVER, |((_, name), it)| it.get_or_init(|| read(self.language, name)))
    }

    /// Says whether some words of a role stand in these words.
    pub(super) fn say(&self, role: Role, words: &str) -> bool {
        self.of(role).is_match(words)
    }

    /// Says whether these words open with some of a role; marks may stand before them.
    pub(super) fn open_with(&self, role: Role, words: &str) -> bool {
        let found = self.of(role).find(words);
        found.is_some_and(|it| {
            words.get(..it.start()).is_some_and(|it| !it.contains(char::is_alphanumeric))
        })
    }

    /// Which strength a heading speaks of.
    pub(super) fn kind(&self, heading: &str) -> Option<StrengthKind> {
        let kinds = [
            (Role::Shortage, StrengthKind::Shortage),
            (Role::Surplus, StrengthKind::Surplus),
            (Role::Establishment, StrengthKind::Establishment),
            (Role::Present, StrengthKind::Present),
        ];
        kinds.into_iter().find(|(role, _)| self.say(*role, heading)).map(|(_, kind)| kind)
    }
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
    static ALL: LazyLock<HashMap<Language, Words>> = LazyLock::new(|| {
        let known = |it: &&Language| rows().any(|row| row.get(1) == Some(&it.code()));
        let fresh = |it: &Language| Words { language: *it, compiled: Default::default() };
        Language::ALL.iter().filter(known).map(|it| (*it, fresh(it))).collect()
    });
    ALL.get(&language).or_else(|| ALL.get(&Language::English))
}

fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    vocabulary::rows(include_str!("../../../../../data/strength_words.tsv"))
}

fn read(language: Language, role: &str) -> Regex {
    let code = language.code();
    let dense = matches!(language, Language::Chinese | Language::Korean | Language::Japanese);
    // Dashes have no edges.
    let edge = if dense || role == "copula" { "" } else { r"\b" };
    let same = |row: &Vec<&str>| row.first() == Some(&role) && row.get(1) == Some(&code);
    compile(&match rows().find(same).and_then(|row| row.get(2).copied()) {
        Some(it) => format!("{edge}(?:{it}){edge}"),
        None => "[^\\s\\S]".to_owned(),
    })
}

//! Unites the forms of a Western name in two scripts by their sounds.

use std::collections::{BTreeMap, BTreeSet};

use regesta_lang::names::{self, Key, Tradition};
use regesta_model::Script;

use super::Placed;
use super::naming::{self, Named};
use super::stretch::Who;

/// Forms of a record that are compared; a list of names is no record of one conversation.
const COMPARED: usize = 24;

/// A person whom no table lists, by the name the record gives.
struct Person {
    named: Named,
    script: Script,
    start: u32,
    /// The sounds of the surname.
    sounds: Vec<Key>,
}

/// Gives a form in another script the name of the Latin one, or of the first, that sounds alike and whose initials agree.
pub(super) fn unite(text: &str, placed: &mut [Placed]) {
    let mut persons: BTreeMap<String, Person> = BTreeMap::new();
    for it in placed.iter().filter(|it| it.mention.is_unlisted()) {
        let Who::Named(named) = &it.mention.who else { continue };
        let written = it.mention.span.of(text);
        let script =
            written.chars().find(|it| it.is_alphabetic()).map_or(Script::Other, Script::of);
        if matches!(script, Script::Latin | Script::Cyrillic) && !named.rule.ends_with("syllables")
        {
            let start = it.mention.span.start;
            let person = || Person { named: (**named).clone(), script, start, sounds: Vec::new() };
            persons.entry(named.key.clone()).or_insert_with(person);
        }
    }
    let scripts: BTreeSet<Script> = persons.values().map(|it| it.script).collect();
    if scripts.len() < 2 || persons.len() > COMPARED {
        return;
    }
    for it in persons.values_mut() {
        let form = naming::bare(surname(&it.named.name));
        let readings = names::readings_in(Tradition::Western, &form);
        it.sounds = readings.into_iter().filter(|it| !it.loose).map(|it| it.key).collect();
    }
    let mut order: Vec<&Person> = persons.values().collect();
    order.sort_by_key(|it| (it.script != Script::Latin, it.start));
    let mut united: BTreeMap<String, Named> = BTreeMap::new();
    for (at, it) in order.iter().enumerate() {
        let before = order.iter().take(at).find(|other| {
            other.script != it.script
                && !united.contains_key(&other.named.key)
                && may_be_one(&other.named.name, &it.named.name)
                && other.sounds.iter().any(|key| it.sounds.contains(key))
        });
        if let Some(before) = before {
            let named = Named { rule: "cyrillic-latin".into(), ..before.named.clone() };
            united.insert(it.named.key.clone(), named);
        }
    }
    for it in placed.iter_mut().filter(|it| it.mention.is_unlisted()) {
        if let Some(named) = united.get(it.mention.key()) {
            it.mention.who = Who::Named(Box::new(named.clone()));
        }
    }
}

/// The surname of a name: before the comma, else the last word.
fn surname(name: &str) -> &str {
    let bare = name.split_once(", ").map_or(name, |it| it.0);
    bare.rsplit(' ').next().unwrap_or(bare)
}

/// Whether two names with one surname may be one person's: the given names or their initials agree, or one has none.
pub(super) fn may_be_one(one: &str, other: &str) -> bool {
    let (one, other) = (given(one), given(other));
    one.iter().zip(other).all(|(one, other)| names::initials_agree(one, other))
}

/// The given names or initials of a name.
fn given(name: &str) -> Vec<&str> {
    let (before, after) = name.split_once(", ").unwrap_or((name, ""));
    let before: Vec<&str> = before.split(' ').collect();
    let given = before.len().saturating_sub(1);
    let after = after.split(' ').filter(|it| !it.is_empty());
    before.into_iter().take(given).chain(after).map(|it| it.trim_end_matches('.')).collect()
}

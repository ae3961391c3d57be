//! Finds the pairs of a long list that are worth a look: forms that share a spelling, a key or the bones of a surname.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use regesta_model::Script;

use super::linking::is_enough;
use super::person::{Person, folded};
use super::{Tradition, western};

/// A block with more forms than this tells nobody apart and is passed over.
const LARGEST: usize = 400;

/// Returns the pairs worth a look, each once, the smaller first.
pub(super) fn candidates(persons: &[Person]) -> Vec<(usize, usize)> {
    let mut blocks: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, person) in persons.iter().enumerate() {
        for block in of(person).into_iter().chain(person.gloss.iter().flat_map(|it| of(it))) {
            let members = blocks.entry(block).or_default();
            if members.last() != Some(&at) {
                members.push(at);
            }
        }
    }
    let mut res = Vec::new();
    for members in blocks.values().filter(|it| it.len() <= LARGEST) {
        for (place, left) in members.iter().enumerate() {
            res.extend(members.iter().skip(place + 1).map(|right| (*left, *right)));
        }
    }
    res.sort_unstable();
    res.dedup();
    res
}

fn hashed<T: Hash>(kind: u8, value: T) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind, value).hash(&mut hasher);
    hasher.finish()
}

/// The blocks that a form is in.
fn of(person: &Person) -> Vec<u64> {
    if person.is_one_syllable {
        return Vec::new();
    }
    let mut res = vec![hashed(0, &person.spelling)];
    let telling = person
        .readings
        .iter()
        .filter(|it| is_enough(it) || it.key.tradition == Tradition::Authority);
    res.extend(telling.map(|it| hashed(1, &it.key)));
    if let Some(name) = &person.western {
        res.extend(name.keys.iter().map(|it| hashed(2, (&it.key, ""))));
        let initial = name.given.first().map(|it| super::form::class(it));
        if let Some(initial) = initial {
            res.extend(name.keys.iter().map(|it| hashed(2, (&it.key, initial))));
        }
        res.extend(western::bones(&name.surname).into_iter().map(|it| hashed(3, it)));
        if matches!(person.form.script, Script::Latin | Script::Cyrillic) {
            res.extend(a_slip_away(&name.surname).into_iter().map(|it| hashed(4, it)));
        }
    }
    res
}

/// A long surname, and what is left of it without each of its letters.
fn a_slip_away(surname: &str) -> Vec<String> {
    let letters: Vec<char> = surname.to_lowercase().chars().map(folded).collect();
    if letters.len() < 7 || letters.len() > 24 {
        return Vec::new();
    }
    let without = |at: usize| {
        letters.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, it)| *it).collect()
    };
    std::iter::once(letters.iter().collect()).chain((0..letters.len()).map(without)).collect()
}

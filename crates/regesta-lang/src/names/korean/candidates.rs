//! The readings of a form while they are collected: each key once, the likeliest first, bounded in number.

use super::syllables::Syllable;
use crate::names::{Key, Reading, System, Tradition};

/// The most readings a form is given; the least likely beyond them are dropped.
const MOST: usize = 64;
/// The most readings looked at, so that no form costs much.
const LOOKED_AT: usize = 512;

/// The longest name in syllables: a surname of two and a given name of two.
const LONGEST: usize = 4;

#[derive(Clone, Copy, Debug)]
struct Candidate {
    syllables: [Syllable; LONGEST],
    len: usize,
    system: System,
    loose: bool,
    weight: u32,
}

impl Candidate {
    fn key(&self) -> &[Syllable] {
        self.syllables.get(..self.len).unwrap_or(&self.syllables)
    }
}

/// Readings being collected.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    found: Vec<Candidate>,
}

impl Candidates {
    /// Adds a reading whose likelihood is not in question.
    pub(super) fn add(
        &mut self,
        surname: &[Syllable],
        given: &[Syllable],
        system: System,
        loose: bool,
    ) {
        self.add_weighted(surname, given, system, loose, u32::MAX);
    }

    /// Adds a reading, and the one in which its given name is written as it sounds.
    pub(super) fn add_weighted(
        &mut self,
        surname: &[Syllable],
        given: &[Syllable],
        system: System,
        loose: bool,
        weight: u32,
    ) {
        self.add_one(surname, given, system, loose, weight);
        if let [one, two] = given
            && let Some(one) = one.before(*two)
        {
            self.add_one(surname, &[one, *two], system, loose, weight.saturating_sub(1));
        }
    }

    fn add_one(
        &mut self,
        surname: &[Syllable],
        given: &[Syllable],
        system: System,
        loose: bool,
        weight: u32,
    ) {
        let all = surname.iter().chain(given).map(|it| it.folded());
        let Some(first) = surname.first().filter(|_| self.found.len() < LOOKED_AT) else { return };
        let mut syllables = [*first; LONGEST];
        let mut len = 0;
        for (place, it) in syllables.iter_mut().zip(all) {
            *place = it;
            len += 1;
        }
        if (2..=LONGEST).contains(&len) {
            self.found.push(Candidate { syllables, len, system, loose, weight });
        }
    }

    /// Says whether there are none yet.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Says whether one of them forgives nothing.
    pub(super) fn has_sure(&self) -> bool {
        self.found.iter().any(|it| !it.loose)
    }

    /// Makes readings of them.
    pub(super) fn into_readings(mut self) -> Vec<Reading> {
        self.found.sort_unstable_by(|one, other| {
            one.key()
                .cmp(other.key())
                .then(one.loose.cmp(&other.loose))
                .then(other.weight.cmp(&one.weight))
        });
        self.found.dedup_by(|later, kept| later.key() == kept.key());
        self.found.sort_unstable_by(|one, other| {
            one.loose
                .cmp(&other.loose)
                .then(other.weight.cmp(&one.weight))
                .then(one.key().cmp(other.key()))
        });
        self.found.truncate(MOST);
        self.found.iter().map(Candidate::reading).collect()
    }
}

impl Candidate {
    fn reading(&self) -> Reading {
        let mut sounds = String::with_capacity(4 * self.len);
        for it in self.key() {
            if !sounds.is_empty() {
                sounds.push('-');
            }
            sounds.push(it.letter());
        }
        Reading {
            key: Key { tradition: Tradition::Korean, sounds },
            system: self.system,
            loose: self.loose,
        }
    }
}

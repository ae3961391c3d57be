//! Names in the Korean alphabet and in Chinese characters.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use super::candidates::Candidates;
use super::surnames::SURNAMES;
use super::syllables::Syllable;
use crate::names::System;

const DATA: &str = include_str!("../../../../../data/hanja_readings.tsv");

/// How characters are read.
pub(super) struct Characters {
    readings: HashMap<char, Vec<Syllable>>,
    weights: BTreeMap<Syllable, u16>,
}

/// The table, read once; the first reading of a character first.
pub(super) static CHARACTERS: LazyLock<Characters> = LazyLock::new(|| {
    let mut res = Characters { readings: HashMap::new(), weights: BTreeMap::new() };
    for rank in ["first", "shape", "further"] {
        for cells in crate::tables::rows(DATA) {
            if let [reading, its_rank, characters, ..] = cells[..]
                && its_rank == rank
                && let Some(syllable) = reading.chars().next().and_then(Syllable::new)
            {
                let weight = u16::try_from(characters.chars().count()).unwrap_or(u16::MAX);
                *res.weights.entry(syllable).or_default() +=
                    if rank == "shape" { 0 } else { weight };
                characters
                    .chars()
                    .for_each(|it| res.readings.entry(it).or_default().push(syllable));
            }
        }
    }
    res
});

impl Characters {
    fn of(&self, c: char) -> &[Syllable] {
        self.readings.get(&c).map_or(&[], Vec::as_slice)
    }

    /// Every syllable that characters are read as, and how many are.
    pub(super) fn weights(&self) -> impl Iterator<Item = (Syllable, u16)> {
        self.weights.iter().map(|(syllable, weight)| (*syllable, *weight))
    }
}

/// Reads a name of syllables of the Korean alphabet.
pub(super) fn hangul(written: &[char], res: &mut Candidates) {
    let syllables: Option<Vec<Syllable>> = written.iter().map(|it| Syllable::new(*it)).collect();
    let Some(syllables) = syllables else { return };
    if let [one, two, given @ ..] = syllables.as_slice()
        && (1..=2).contains(&given.len())
        && SURNAMES.is_compound(*one, *two)
    {
        res.add(&[*one, *two], given, System::Hangul, false);
    }
    if let [surname, given @ ..] = syllables.as_slice()
        && (1..=2).contains(&given.len())
    {
        res.add(&[*surname], given, System::Hangul, !SURNAMES.is_known(*surname));
    }
}

/// Reads a name in Chinese characters as a Korean reads it.
pub(super) fn hanja(written: &[char], res: &mut Candidates) {
    if let [first, second, given @ ..] = written
        && (1..=2).contains(&given.len())
        && let Some(surname) = SURNAMES.of_characters(*first, *second)
    {
        each_given(given, |it| res.add(&surname, it, System::Hanja, false));
    }
    if let [surname, given @ ..] = written
        && (1..=2).contains(&given.len())
    {
        let known = SURNAMES.of_character(*surname);
        let others = CHARACTERS.of(*surname);
        let readings = if known.is_empty() { others } else { known };
        for one in readings {
            let is_rare = known.is_empty() && !SURNAMES.is_known(*one);
            each_given(given, |it| res.add(&[*one], it, System::Hanja, is_rare));
        }
    }
}

/// Calls with every reading of one or two characters.
fn each_given(written: &[char], mut each: impl FnMut(&[Syllable])) {
    match written {
        [one] => CHARACTERS.of(*one).iter().for_each(|it| each(&[*it])),
        [one, two] => {
            for first in CHARACTERS.of(*one) {
                CHARACTERS.of(*two).iter().for_each(|it| each(&[*first, *it]));
            }
        }
        _ => (),
    }
}

//! Reads a form in Chinese characters.

use super::segmentation::MOST_SYLLABLES;
use super::{pinyin_of, surname_readings};
use crate::names::{Form, Key, Reading, System, Tradition};

/// More readings than this no form needs.
const MOST_READINGS: usize = 24;
/// Readings of a character that are in common use; the further ones ask for goodwill.
const USUAL: usize = 2;

/// Reads a form in characters: a surname as surnames are read, the rest in every way.
pub(super) fn hanzi(form: &Form) -> Vec<Reading> {
    let characters: Vec<char> =
        form.words.iter().flat_map(|it| it.chars()).take(MOST_SYLLABLES + 1).collect();
    if !(2..=MOST_SYLLABLES).contains(&characters.len()) {
        return Vec::new();
    }
    let (surname, heads) = surname(&characters);
    if heads.is_empty() && characters.len() == MOST_SYLLABLES {
        return Vec::new();
    }
    let unlikely = heads.is_empty() || characters.len() > surname + 2;
    let mut res: Vec<(String, bool)> =
        heads.iter().map(|it| (it.replace(' ', "-"), unlikely)).collect();
    if res.is_empty() {
        res.push((String::new(), true));
    }
    for c in characters.iter().skip(surname) {
        res = extended(&res, pinyin_of(*c));
    }
    res.sort_by_key(|(_, loose)| *loose);
    let reading = |(sounds, loose)| Reading {
        key: Key { tradition: Tradition::Chinese, sounds },
        system: System::Hanzi,
        loose,
    };
    res.into_iter().take(MOST_READINGS).map(reading).collect()
}

/// How many characters are a surname, and how it is read; no reading where no surname begins the form.
fn surname(characters: &[char]) -> (usize, super::characters::Readings) {
    let head = |length: usize| {
        let surname: String = characters.iter().take(length).collect();
        let readings = surname_readings(&surname);
        (characters.len() > length && !readings.is_empty()).then_some((length, readings))
    };
    head(2).or_else(|| head(1)).unwrap_or((0, &[]))
}

/// Every reading so far with every reading of one character more.
fn extended(so_far: &[(String, bool)], readings: &[&str]) -> Vec<(String, bool)> {
    let mut res = Vec::with_capacity(so_far.len() * readings.len());
    for (rank, reading) in readings.iter().enumerate() {
        for (head, loose) in so_far.iter().take(MOST_READINGS) {
            let separator = if head.is_empty() { "" } else { "-" };
            res.push((format!("{head}{separator}{reading}"), *loose || rank >= USUAL));
        }
    }
    res
}

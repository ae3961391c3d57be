//! Names of the Latin and Cyrillic worlds, and their transcriptions into Cyrillic, Chinese characters and Hangul.
//!
//! A Russian name is read into its sounds from Cyrillic and from any romanisation. For every other pair of alphabets there is no one
//! spelling to read, so two words are weighed: how much likelier is it that one transcribes the other than that they met by chance?

mod bones;
mod cases;
mod given;
mod romanisation;
mod sounds;
mod symbols;
#[cfg(test)]
mod tests;
mod transcription;
mod weighing;

use super::{Form, Key, Reading, System, Tradition};
pub(super) use bones::bones;
use symbols::{Alphabet, letters, spell};
pub(super) use weighing::{LIKELY, SURE, given_may_be_one, transcribed};

/// Fewest sounds of a name that is told by them.
const FEWEST: usize = 3;
/// Most readings of one word; the likeliest come first.
const MOST: usize = 10;

/// Returns the plausible readings of a form in this tradition: of one word all of them, of several the likeliest of each together.
pub(super) fn readings(form: &Form) -> Vec<Reading> {
    let mut words = form.words.iter().map(|it| of_word(it));
    let (Some(first), others) = (words.next(), words.collect::<Vec<_>>()) else {
        return Vec::new();
    };
    if others.is_empty() {
        return first;
    }
    let likeliest = std::iter::once(&first).chain(&others).map(|it| it.first());
    let Some(likeliest) = likeliest.collect::<Option<Vec<_>>>() else { return Vec::new() };
    let sounds: Vec<&str> = likeliest.iter().map(|it| it.key.sounds.as_str()).collect();
    let system = likeliest.iter().map(|it| it.system).max().unwrap_or(System::Latin);
    vec![reading(sounds.join("-"), system, likeliest.iter().any(|it| it.loose))]
}

fn of_word(word: &str) -> Vec<Reading> {
    let mut res: Vec<Reading> = Vec::new();
    let mut add = |sounds: String, system, loose| {
        if sounds.len() >= FEWEST && res.iter().all(|it| it.key.sounds != sounds) {
            res.push(reading(sounds, system, loose));
        }
    };
    match letters(word) {
        Some((Alphabet::Latin, folded)) => {
            let mut all = romanisation::readings(word, &folded);
            // The first reading of every family comes before the further ones of any.
            all.sort_by_key(|it| (it.guessed, it.rank));
            for it in all {
                add(it.sounds, System::Latin, it.guessed);
            }
        }
        Some((_, folded)) => {
            add(sounds::of_cyrillic(&folded), System::Cyrillic, false);
            for nominative in cases::nominatives(&folded) {
                add(sounds::of_cyrillic(&nominative), System::Cyrillic, true);
            }
        }
        None => {}
    }
    let names = spell(word).map_or(&[][..], |it| given::names(&it));
    for name in names {
        let system = if word.is_ascii() { System::Latin } else { System::Cyrillic };
        add(sounds::of_cyrillic(&name.to_lowercase()), system, true);
    }
    res.truncate(MOST);
    res
}

fn reading(sounds: String, system: System, loose: bool) -> Reading {
    Reading { key: Key { tradition: Tradition::Western, sounds }, system, loose }
}

//! Says in which language and script words are written.

mod east_asian;
mod spellings;
mod words;

use regesta_model::{Language, Script};

use self::{
    spellings::{CYRILLIC, Column, LATIN, Spellings},
    words::Words,
};
use crate::scripts::letters;

/// The pages about them, each the test of what it says.
pub const PAGES: &[crate::Page] = crate::pages::pages!["languages"];

/// What the words say about their language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Identification {
    /// The language, or `Undetermined` where the words carry no evidence (digits, marks) or are of a language without a name here.
    pub language: Language,
    /// The script of most letters.
    pub script: Script,
    /// How sure the language is, 0 to 1.
    pub confidence: f64,
}

impl Identification {
    fn new(language: Language, script: Script, confidence: f64) -> Identification {
        Identification { language, script, confidence }
    }
}

/// How sure Russian is for Cyrillic words that may all be names.
const RUSSIAN_BY_NAMES: f64 = 0.6;
/// How sure English is for Latin words that may all be names.
const ENGLISH_BY_NAMES: f64 = 0.2;
/// How sure the spelling of names must be to tell the language of the text they stand in.
const NAMES_SPEAK: f64 = 0.99;

/// Identifies the language of words.
///
/// Script decides first; among Cyrillic and among Latin words then the spelling, letter by letter, against what each language writes.
/// Only the beginning of a long text is read. The answer for a few capitalised words rests on their script: names have no language.
pub fn identify(text: &str) -> Identification {
    let sample = sample(text);
    let letters = letters(sample);
    match letters.script() {
        script @ (Script::Han | Script::Kana | Script::Hangul) => {
            let (language, confidence) = east_asian::identify(sample, &letters);
            Identification::new(language, script, confidence)
        }
        Script::Latin | Script::Cyrillic => alphabetic(sample, alphabet(sample, &letters)),
        Script::Other => Identification::new(Language::Undetermined, Script::Other, 0.0),
    }
}

/// Enough of a text to know its language by.
fn sample(text: &str) -> &str {
    const MOST: usize = 800;
    text.get(..text.floor_char_boundary(MOST)).unwrap_or(text)
}

/// Says in which of two alphabets a text is that has letters of both: names of foreign persons and places are what a line borrows,
/// so words that begin without a capital weigh more.
fn alphabet(text: &str, letters: &crate::scripts::Letters) -> Script {
    const RUNNING: usize = 10;
    if letters.cyrillic == 0 || letters.latin == 0 {
        return letters.script();
    }
    let (mut cyrillic, mut latin) = (0, 0);
    for word in text.split(|it: char| !it.is_alphabetic()) {
        let weight = if word.starts_with(char::is_lowercase) { RUNNING } else { 1 };
        for c in word.chars() {
            match Script::of(c) {
                Script::Cyrillic => cyrillic += weight,
                Script::Latin => latin += weight,
                _ => {}
            }
        }
    }
    if cyrillic >= latin { Script::Cyrillic } else { Script::Latin }
}

fn alphabetic(text: &str, script: Script) -> Identification {
    let (spellings, by_default, by_names): (&Spellings, _, _) = match script {
        Script::Cyrillic => (&CYRILLIC, Language::Russian, RUSSIAN_BY_NAMES),
        _ => (&LATIN, Language::English, ENGLISH_BY_NAMES),
    };
    let weighed = spellings.weigh(Words::new(text, script));
    let Some((column, confidence)) = weighed.best() else {
        return Identification::new(Language::Undetermined, script, 0.0);
    };
    if weighed.letters() < 2 && script == Script::Latin {
        return Identification::new(Language::Undetermined, script, 0.0);
    }
    match column {
        Column::Of(language) if confidence >= NAMES_SPEAK || !names_only(text) => {
            Identification::new(language, script, confidence)
        }
        _ if names_only(text) => Identification::new(by_default, script, by_names),
        _ => Identification::new(Language::Undetermined, script, 0.0),
    }
}

/// Says whether every word of a few begins with one capital, as names do.
fn names_only(text: &str) -> bool {
    const MOST: usize = 4;
    let is_part = |it: char| it.is_alphabetic() || matches!(it, '-' | '\'' | '’' | 'ʻ' | '‘');
    let mut words =
        text.split(|it: char| !is_part(it)).filter(|it| it.contains(char::is_alphabetic));
    let name = |it: &str| it.starts_with(char::is_uppercase);
    words.by_ref().take(MOST).all(name) && words.next().is_none()
}

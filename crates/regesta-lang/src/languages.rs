//! Says in which language and script words are written.

use std::sync::LazyLock;

use regesta_model::{Language, Script};

use crate::scripts::{Letters, Scores, letters, scores};

/// The pages about them, each the test of what it says.
pub const PAGES: &[crate::Page] = crate::pages::pages!["languages"];

/// What the words say about their language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Identification {
    /// The language, or `Undetermined` where the words carry no evidence (digits, marks, a lone name).
    pub language: Language,
    /// The script of most letters.
    pub script: Script,
    /// How sure the language is, 0 to 1.
    pub confidence: f64,
}

/// How sure a language is that its script alone gives away.
const BY_SCRIPT: f64 = 0.95;
/// How sure Russian is where Cyrillic words speak for no language.
const BY_DEFAULT: f64 = 0.6;
/// What speaks for Russian among Cyrillic words and for English among Latin ones before any word is read.
const PRIOR: f64 = 1.0;
/// What a sure detector weighs.
const STATISTICS: f64 = 2.5;
/// How sure English is for Latin words that may all be names.
const BY_NAMES: f64 = 0.2;

/// Identifies the language of words.
///
/// Script decides first, then letters, function words and endings, then a statistical detector for Latin words on which those are
/// silent. Only the beginning of a long text is read.
pub fn identify(text: &str) -> Identification {
    let sample = sample(text);
    let letters = letters(sample);
    let script = letters.script();
    let (language, confidence) = match script {
        Script::Han | Script::Kana | Script::Hangul => (east_asian(&letters), BY_SCRIPT),
        Script::Cyrillic => cyrillic(sample),
        Script::Latin => latin(sample, &letters),
        Script::Other => (Language::Undetermined, 0.0),
    };
    Identification { language, script, confidence }
}

/// Enough of a text to know its language by.
fn sample(text: &str) -> &str {
    const MOST: usize = 800;
    let cut = text.char_indices().map(|(at, _)| at).find(|at| *at >= MOST);
    cut.and_then(|it| text.get(..it)).unwrap_or(text)
}

fn east_asian(letters: &Letters) -> Language {
    let (han, kana, hangul) = (letters.han, letters.kana, letters.hangul);
    if kana > hangul && kana * 12 >= han {
        Language::Japanese
    } else if hangul > 0 && hangul * 4 >= han {
        Language::Korean
    } else {
        Language::Chinese
    }
}

fn cyrillic(text: &str) -> (Language, f64) {
    let mut scores = scores(text, &[Language::Russian, Language::Ukrainian, Language::Mongolian]);
    scores.add(Language::Russian, PRIOR);
    if names_only(text) && !scores.speaks_strongly() {
        return (Language::Russian, BY_DEFAULT);
    }
    if !scores.is_clear() {
        add_statistics(&mut scores, text);
    }
    match scores.best() {
        Some((language, margin)) => (language, 0.7 + 0.3 * margin),
        None => (Language::Russian, BY_DEFAULT),
    }
}

fn latin(text: &str, letters: &Letters) -> (Language, f64) {
    const CANDIDATES: &[Language] = &[
        Language::English,
        Language::French,
        Language::German,
        Language::Hungarian,
        Language::Polish,
        Language::Vietnamese,
    ];
    if letters.latin < 2 {
        return (Language::Undetermined, 0.0);
    }
    let mut scores = scores(text, CANDIDATES);
    scores.add(Language::English, PRIOR);
    if !scores.is_clear() {
        if names_only(text) && !scores.speaks_strongly() {
            return (Language::English, BY_NAMES);
        }
        add_statistics(&mut scores, text);
    }
    match scores.best() {
        Some((language, margin)) => (language, 0.5 + 0.5 * margin),
        None => (Language::English, BY_NAMES),
    }
}

/// Adds what trigram statistics say.
fn add_statistics(scores: &mut Scores, text: &str) {
    use whatlang::{Detector, Lang};
    static DETECTOR: LazyLock<Detector> = LazyLock::new(|| {
        let latin = [Lang::Eng, Lang::Fra, Lang::Deu, Lang::Hun, Lang::Pol, Lang::Vie];
        Detector::with_allowlist(latin.into_iter().chain([Lang::Rus, Lang::Ukr]).collect())
    });
    let Some(found) = DETECTOR.detect(text) else { return };
    let language = match found.lang() {
        Lang::Eng => Language::English,
        Lang::Fra => Language::French,
        Lang::Deu => Language::German,
        Lang::Hun => Language::Hungarian,
        Lang::Pol => Language::Polish,
        Lang::Rus => Language::Russian,
        Lang::Ukr => Language::Ukrainian,
        _ => Language::Vietnamese,
    };
    scores.add(language, STATISTICS * (0.5 + found.confidence()));
}

/// Says whether every word of a few begins with one capital, as names do.
fn names_only(text: &str) -> bool {
    const MOST: usize = 4;
    let mut words = text.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
    let name = |it: &str| it.chars().next().is_some_and(char::is_uppercase);
    words.by_ref().take(MOST).all(name) && words.next().is_none()
}

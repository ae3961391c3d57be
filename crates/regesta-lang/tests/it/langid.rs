//! Measures language identification on lines of known language, where they are at hand.

#![allow(clippy::print_stdout)] // A measurement prints its misses, and says so where it is skipped.

use std::{fs, path::Path};

use regesta_lang::languages;

/// Where the lines lie beside a checkout: `ru.sentences.txt`, `ru.word-pairs.txt`.
const LINES: &str = "../../../shared/corpora/langid";

fn share(kind: &str, language: &str) -> Option<f64> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(LINES);
    #[allow(clippy::disallowed_methods)]
    // A test measures against files; the crate itself reads none.
    let text = fs::read_to_string(path.join(format!("{language}.{kind}.txt"))).ok()?;
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
    let mut right = 0;
    for line in &lines {
        let found = languages::identify(line).language;
        right += usize::from(found.code() == language);
        if found.code() != language {
            println!("{kind} {language} -> {found}: {line}");
        }
    }
    Some(right as f64 / lines.len().max(1) as f64)
}

fn measure(kind: &str, languages: &[(&str, f64)]) {
    let mut misses = 0;
    for (language, least) in languages {
        let Some(share) = share(kind, language) else {
            println!("skipped: no lines of {language} at {LINES}");
            continue;
        };
        println!("== {kind} {language} {share:.3}");
        misses += usize::from(share < *least);
    }
    assert_eq!(misses, 0, "{kind}: languages below their least share");
}

#[test]
fn sentences_are_told_apart() {
    let main = ["ru", "zh", "ko", "en", "ja", "de"].map(|it| (it, 0.99));
    let other = ["fr", "vi", "uk", "hu", "pl", "mn"].map(|it| (it, 0.97));
    measure("sentences", &[main.as_slice(), other.as_slice()].concat());
}

#[test]
fn word_pairs_are_told_apart() {
    let all = ["ru", "zh", "ko", "en", "ja", "de", "fr", "vi", "uk", "hu", "pl", "mn"];
    // Two words of Latin or Cyrillic letters often belong to several languages; 0.9 is the aim.
    measure("word-pairs", &all.map(|it| (it, 0.84)));
}

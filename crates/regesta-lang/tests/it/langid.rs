//! Properties of language identification, and measurements on lines of known language where they are at hand.

#![allow(clippy::print_stdout)] // A measurement prints its misses, and says so where it is skipped.

use std::{fs, path::Path};

use proptest::prelude::*;
use regesta_lang::languages::{self, Identification};
use regesta_model::Language;

/// Where the lines lie beside a checkout: `ru.sentences.txt`, `ru.word-pairs.txt`.
const LINES: &str = "../../../shared/corpora/langid";

const MAIN: [&str; 6] = ["ru", "zh", "ko", "en", "ja", "de"];
const OTHER: [&str; 6] = ["fr", "vi", "uk", "hu", "pl", "mn"];

/// Lines of a language with what they are identified as.
fn identified(kind: &str, language: &str) -> Option<Vec<(String, Identification)>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(LINES);
    #[allow(clippy::disallowed_methods)]
    // A test measures against files; the crate itself reads none.
    let text = fs::read_to_string(path.join(format!("{language}.{kind}.txt"))).ok()?;
    let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    Some(lines.map(|it| (it.to_owned(), languages::identify(it))).collect())
}

fn measure(kind: &str, languages: &[(&str, f64)]) {
    let mut misses = 0;
    for (language, least) in languages {
        let Some(lines) = identified(kind, language) else {
            println!("skipped: no lines of {language} at {LINES}");
            continue;
        };
        let mut right = 0;
        for (line, found) in &lines {
            right += usize::from(found.language.code() == *language);
            if found.language.code() != *language {
                println!("{kind} {language} -> {}: {line}", found.language);
            }
        }
        let share = right as f64 / lines.len().max(1) as f64;
        println!("== {kind} {language} {share:.3}");
        misses += usize::from(share < *least);
    }
    assert_eq!(misses, 0, "{kind}: languages below their least share");
}

#[test]
fn sentences_are_told_apart() {
    let (main, other) = (MAIN.map(|it| (it, 0.99)), OTHER.map(|it| (it, 0.98)));
    measure("sentences", &[main.as_slice(), other.as_slice()].concat());
}

#[test]
fn word_pairs_are_told_apart() {
    // Two words of Latin letters may belong to several languages, and are often names.
    measure("word-pairs", &[MAIN, OTHER].concat().iter().map(|it| (*it, 0.94)).collect::<Vec<_>>());
}

#[test]
fn a_sure_answer_is_right() {
    let (mut sure, mut right) = (0, 0);
    for language in [MAIN, OTHER].concat() {
        for (_, found) in identified("word-pairs", language).into_iter().flatten() {
            sure += usize::from(found.confidence >= 0.9);
            right += usize::from(found.confidence >= 0.9 && found.language.code() == language);
        }
    }
    if sure == 0 {
        println!("skipped: no lines at {LINES}");
        return;
    }
    println!("== {right} of {sure} sure answers about two words are right");
    assert!(right as f64 >= 0.98 * sure as f64, "sure answers are wrong too often");
    assert!(sure > 2400, "answers are not sure often enough");
}

/// A line of each language, in words of our own.
const SENTENCES: [(&str, &str); 12] = [
    ("ru", "прошу сообщить о прибытии вагонов с продовольствием"),
    ("uk", "прохання повідомити про прибуття вагонів із харчами"),
    ("mn", "хүнсний ачаатай вагон ирсэн тухай мэдээлнэ үү"),
    ("en", "please report the arrival of the wagons with provisions"),
    ("de", "bitte um mitteilung über die ankunft der verpflegung"),
    ("fr", "veuillez signaler l'arrivée des wagons de vivres"),
    ("hu", "kérjük jelenteni az élelmiszert szállító vagonok érkezését"),
    ("pl", "proszę donieść o przybyciu wagonów z żywnością"),
    ("vi", "đề nghị báo cáo việc các toa lương thực đã đến"),
    ("zh", "请报告粮食车皮到达情况"),
    ("ko", "식량 차량의 도착을 보고하기 바람"),
    ("ja", "食糧貨車の到着を報告されたい"),
];

#[test]
fn a_line_of_each_language_is_known_in_small_letters_and_capitals() {
    for (language, line) in SENTENCES {
        for line in [line.to_owned(), line.to_uppercase()] {
            let found = languages::identify(&line);
            assert_eq!(found.language.code(), language, "{line}");
            assert!(found.confidence >= 0.9, "{line}: {}", found.confidence);
        }
    }
}

#[test]
fn languages_without_a_name_here_are_not_taken_for_others() {
    let lines = [
        "prosíme o zprávu o příjezdu vagonů s potravinami", // Czech
        "vă rugăm să raportați sosirea vagoanelor cu alimente", // Romanian
        "моля да съобщите за пристигането на вагоните с храна", // Bulgarian
        "молимо вас да јавите о доласку вагона са храном",  // Serbian
        "molimo da javite o dolasku vagona s hranom za vojsku", // Croatian
        "ruego informar de la llegada de los vagones con los víveres", // Spanish
        "si prega di comunicare l'arrivo dei vagoni con i viveri", // Italian
        "просім паведаміць аб прыбыцці вагонаў з харчаваннем", // Belarusian
        "proshu soobshchit o pribytii vagonov s prodovolstviem v krepost", // romanised Russian
    ];
    for line in lines {
        let found = languages::identify(line);
        assert_eq!(found.language, Language::Undetermined, "{line}: {found:?}");
    }
}

#[test]
fn what_has_no_words_has_no_language() {
    for line in
        ["", "15603", "* * *", "XIV", "12/III-50", "№ 1", "795.00/7-650", "—", "http://a.b/c"]
    {
        let found = languages::identify(line);
        assert_eq!((found.language, found.confidence), (Language::Undetermined, 0.0), "{line}");
    }
}

/// Marks and figures as they stand around words.
const AROUND: &str = "[0-9 .,;:()«»„“”\"№§*%/\t-]{0,12}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_is_identified_with_a_probability(text in any::<String>()) {
        let found = languages::identify(&text);
        prop_assert!((0.0..=1.0).contains(&found.confidence));
    }

    #[test]
    fn mixed_scripts_are_identified_with_a_probability(text in "[a-zà-ÿА-яіїүө毛主席のがは가나다0-9 .'’-]{0,60}") {
        let found = languages::identify(&text);
        prop_assert!((0.0..=1.0).contains(&found.confidence));
    }

    #[test]
    fn figures_and_marks_around_words_change_nothing(
        before in AROUND, after in AROUND, line in 0..SENTENCES.len(), words in 2..5_usize,
    ) {
        let (_, line) = SENTENCES[line];
        let line: Vec<&str> = line.split(' ').take(words).collect();
        let line = line.join(" ");
        let around = format!("{before} {line} {after}");
        prop_assert_eq!(languages::identify(&line), languages::identify(&around));
    }

    #[test]
    fn a_name_in_another_script_does_not_change_the_language_of_a_line(
        line in 0..6_usize, at in 0..5_usize,
        latin in "[A-Z][a-z]{1,6} [A-Z][a-z]{1,6}", cyrillic in "[А-Я][а-я]{1,6} [А-Я][а-я]{1,6}",
    ) {
        let (language, line) = SENTENCES[line];
        let mut words: Vec<&str> = line.split(' ').collect();
        words.insert(at, if matches!(language, "ru" | "uk" | "mn") { &latin } else { &cyrillic });
        prop_assert_eq!(languages::identify(&words.join(" ")).language.code(), language);
    }
}

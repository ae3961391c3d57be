//! Names made by rule and written in every system must be read to one key.

use proptest::prelude::*;

use super::characters::rows_of;
use super::surnames::is_surname;
use super::*;

/// A syllable in every system, and a character that is read so.
#[derive(Clone, Debug)]
struct Specimen {
    pinyin: &'static str,
    wade_giles: &'static str,
    palladius: &'static str,
    character: char,
}

fn syllables() -> Vec<Specimen> {
    let characters: Vec<[&str; 2]> =
        rows_of(include_str!("../../../../../data/hanzi_readings.tsv")).collect();
    let first = |joined: &'static str| joined.split('|').next().unwrap_or("");
    let specimen = |[pinyin, wade_giles, palladius]: [&'static str; 3]| {
        let (_, characters) = characters
            .iter()
            .map(|[readings, characters]| (readings, characters))
            .find(|(it, _)| **it == pinyin)?;
        let character = characters.chars().nth(3).or_else(|| characters.chars().next())?;
        Some(Specimen {
            pinyin,
            wade_giles: first(wade_giles),
            palladius: first(palladius),
            character,
        })
    };
    rows_of(include_str!("../../../../../data/pinyin.tsv")).filter_map(specimen).collect()
}

/// A surname and one or two syllables more.
fn names() -> impl Strategy<Value = (Specimen, Vec<Specimen>)> {
    let all = syllables();
    let surnames: Vec<Specimen> = rows_of(include_str!("../../../../../data/chinese_surnames.tsv"))
        // A single letter of pinyin is an initial.
        .filter(|[reading, _]: &[&'static str; 2]| reading.len() > 1)
        .filter_map(|[reading, surnames]| {
            let specimen = all.iter().find(|it| it.pinyin == reading)?;
            Some(Specimen { character: surnames.chars().next()?, ..specimen.clone() })
        })
        .collect();
    assert!(surnames.len() > 200 && all.len() > 390);
    (prop::sample::select(surnames), prop::collection::vec(prop::sample::select(all), 1..=2))
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |it| it.to_uppercase().chain(chars).collect())
}

/// Joins syllables with a mark before a vowel, as the system asks.
fn joined(syllables: impl Iterator<Item = &'static str>, mark: &str, vowels: &str) -> String {
    let mut res = String::new();
    for it in syllables {
        if !res.is_empty() && it.starts_with(|c| vowels.contains(c)) {
            res.push_str(mark);
        }
        res.push_str(it);
    }
    res
}

/// Every way to write a name.
fn written(surname: &Specimen, given: &[Specimen]) -> Vec<String> {
    let pinyin = || given.iter().map(|it| it.pinyin);
    let wade_giles = given.iter().map(|it| it.wade_giles).collect::<Vec<_>>().join("-");
    let palladius = given.iter().map(|it| it.palladius).collect::<Vec<_>>().join("-");
    let toned: String = given.iter().map(|it| format!("{}2", it.pinyin)).collect();
    let latin = format!("{} {}", capital(surname.pinyin), capital(&joined(pinyin(), "'", "aeo")));
    let giles = format!("{} {}", capital(surname.wade_giles), capital(&wade_giles));
    let cyrillic = format!("{} {}", capital(surname.palladius), capital(&palladius));
    let genitive = match palladius.strip_suffix(['ь', 'й']) {
        Some(stem) => format!("{} {stem}я", surname.palladius),
        None if palladius.ends_with('н') => format!("{} {palladius}а", surname.palladius),
        None => cyrillic.clone(),
    };
    let mut res = vec![
        std::iter::once(surname).chain(given).map(|it| it.character).collect(),
        format!("{}3 {}", capital(surname.pinyin), capital(&toned)),
        format!(
            "{} {}",
            capital(surname.pinyin),
            given.iter().map(|it| capital(it.pinyin)).collect::<String>()
        ),
        // `XI XI` are initials or numbers to any reader.
        if latin.split(' ').any(|it| it.len() > 2) { latin.to_uppercase() } else { latin.clone() },
        latin,
        giles.replace('\'', ""),
        giles.replace('ü', "u"),
        giles,
        cyrillic.to_uppercase(),
        cyrillic.replace(' ', "-"),
        cyrillic,
        genitive,
        format!(
            "{} {}",
            surname.palladius,
            joined(given.iter().map(|it| it.palladius), "ъ", "аеоэуюя")
        ),
    ];
    let last = joined(pinyin(), "'", "aeo");
    // What may be a surname first is one.
    let begun = |end: usize| last.get(..end).is_some_and(is_surname);
    if given.len() == 2 && !(1..=last.len()).any(begun) {
        res.push(format!("{last} {}", surname.pinyin));
    }
    res
}

fn sounds(written: &str) -> Vec<String> {
    readings(&Form::read(written)).into_iter().map(|it| it.key.sounds).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_name_has_one_key_however_it_is_written((surname, given) in names()) {
        let key = std::iter::once(&surname).chain(&given).map(|it| it.pinyin).collect::<Vec<_>>().join("-");
        for form in written(&surname, &given) {
            prop_assert!(sounds(&form).contains(&key), "{form} is read {:?}, not {key}", sounds(&form));
        }
    }

    #[test]
    fn no_text_is_too_much(text in ".{0,60}", name in "[a-zа-яü' -]{0,80}", han in "[一-龥]{0,12}") {
        for form in [text, name, han] {
            for script in [Script::Han, Script::Latin, Script::Cyrillic] {
                let form = Form { script, ..Form::read(&form) };
                prop_assert!(readings(&form).len() <= 96);
            }
        }
    }
}

#[test]
fn long_forms_are_no_names() {
    for form in [
        "an".repeat(4000),
        "сиань ".repeat(900),
        "周".repeat(5000),
        "a'".repeat(30),
        "-".repeat(900),
    ] {
        assert_eq!(sounds(&form), [""; 0]);
    }
}

#[test]
fn what_is_plainly_not_chinese_is_not_read_so() {
    let others = [
        "Malenkov",
        "Маленков",
        "Kim Il Sung",
        "Ким Ир Сен",
        "Pak Hon-yong",
        "Пак Хен Ен",
        "Stalin",
        "Сталин",
        "Тито",
        "Иван",
        "Lenin",
    ];
    for form in others {
        assert_eq!(sounds(form), [""; 0], "{form}");
    }
}

/// Pairs of pinyin and Palladius that a Debian package of the Unicode Common Locale Data Repository brings along.
const PAIRS: &str = "/usr/share/unicode/cldr/common/testData/transforms/ru-t-zh-Latn-pinyin.txt";

#[test]
#[allow(clippy::disallowed_methods)] // A test measures against a file; the crate itself reads none.
fn agrees_with_the_pairs_of_the_common_locale_data() {
    let Ok(pairs) = std::fs::read_to_string(PAIRS) else {
        println!("skipped: the package unicode-cldr-core is not installed");
        return;
    };
    let mut pairs_read = 0;
    for (pinyin, palladius) in
        pairs.lines().filter(|it| !it.starts_with('#')).filter_map(|it| it.split_once('\t'))
    {
        let (Some(latin), Some(cyrillic)) =
            (keys(pinyin, &syllables::PINYIN), keys(palladius, &syllables::PALLADIUS))
        else {
            // Sounds of interjections, which no name has.
            assert!(pinyin.chars().count() < 3 || pinyin == "xianangua", "{pinyin} {palladius}");
            continue;
        };
        assert!(latin.iter().any(|it| cyrillic.contains(it)), "{pinyin} {palladius}");
        pairs_read += 1;
    }
    assert!(pairs_read > 510, "{pairs_read}");
}

/// Every row of syllables that a text may stand for; `None` where there is none.
fn keys(text: &str, spellings: &syllables::Spellings) -> Option<Vec<Vec<&'static str>>> {
    let written = written::Written::of(&Form::read(text))?;
    let mut res = Vec::new();
    for pieces in segmentation::divisions(&written.text, spellings) {
        let mut rows: Vec<Vec<&'static str>> = vec![Vec::new()];
        for piece in pieces {
            rows = rows
                .iter()
                .flat_map(|row| {
                    piece.sounds.iter().map(|it| row.iter().copied().chain([it.pinyin]).collect())
                })
                .collect();
        }
        res.extend(rows);
    }
    (!res.is_empty()).then_some(res)
}

//! Every romanisation of a Russian name meets the name, transcriptions are told from chance, and nothing panics.

use proptest::prelude::*;

use super::*;

/// Romanisations by system: letters in the order of the alphabet, from а to я, ё after е.
const SYSTEMS: [(&str, &str); 11] = [
    ("BGN", "a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch  y ' e yu ya"),
    ("ALA-LC", "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y ' e iu ia"),
    ("ISO 9", "a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ  y ʹ è û â"),
    ("GOST 16876", "a b v g d e jo zh z i j k l m n o p r s t u f kh c ch sh shh  y ' e ju ja"),
    ("scholarly", "a b v g d e ë ž z i j k l m n o p r s t u f ch c č š šč  y ' ė ju ja"),
    ("newspapers", "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya"),
    ("Duden", "a b w g d e jo sch s i i k l m n o p r s t u f ch z tsch sch schtsch  y  e ju ja"),
    ("French", "a b v g d e io j z i ï k l m n o p r s t ou f kh ts tch ch chtch  y  e iou ia"),
    ("Polish", "a b w g d ie io ż z i j k ł m n o p r s t u f ch c cz sz szcz  y  e iu ia"),
    ("Hungarian", "a b v g d e jo zs z i j k l m n o p r sz t u f h c cs s scs  i  e ju ja"),
    ("Czech", "a b v g d e jo ž z i j k l m n o p r s t u f ch c č š šč  y  e ju ja"),
];
const ALPHABET: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

fn romanised(name: &str, letters: &str) -> String {
    let letters: Vec<&str> = letters.split(' ').collect();
    let of = |c: char| ALPHABET.chars().position(|it| it == c).and_then(|it| letters.get(it));
    name.chars().filter_map(of).copied().collect()
}

/// Surnames: one to three syllables, each a consonant or two, a vowel, sometimes a closing consonant, and an ending.
fn surname() -> impl Strategy<Value = String> {
    let syllable = "(б|в|г|д|ж|з|к|л|м|н|п|р|с|т|ф|х|ц|ч|ш|щ|гр|др|бр|тр|пл|ст|кр|шт|жд)(а|и|о|у|е|ё|я|ю)(л|р|н|к|м|й|ль|)";
    (
        proptest::collection::vec(syllable, 1..3),
        "(л|к|н|м|п|т|д|р|ш|ч|щ|ж|б)(ов|ев|ёв|ин|ский|енко|ович|аев|ьев)",
    )
        .prop_map(|(syllables, end)| syllables.concat() + &end)
}

/// Whether a word has letters that tell for whom it was romanised; `s` for `ш` alone does not, and `rz` reads as `ж` in Polish.
fn shows_its_readers(system: &str, latin: &str) -> bool {
    match system {
        "Polish" => !latin.contains("rz"),
        "Duden" => latin.contains('w') || latin.contains("sch"),
        "Hungarian" => ["zs", "cs", "sz"].iter().any(|it| latin.contains(it)),
        _ => true,
    }
}

fn sounds(word: &str) -> Vec<Reading> {
    readings(&Form { words: vec![word.to_owned()], ..Form::read("") })
}

#[test]
fn further_readings_of_one_family_leave_room_for_the_first_of_another() {
    let (name, latin) = (sounds("цулцалчский"), sounds("culcalcsszkij"));
    assert!(latin.iter().any(|it| it.key == name[0].key), "{latin:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn every_romanisation_meets_the_name(name in surname(), system in 0..SYSTEMS.len()) {
        let (system, letters) = SYSTEMS[system];
        let latin = romanised(&name, letters);
        prop_assume!(shows_its_readers(system, &latin) && !name.contains("кх"));
        let (wanted, found) = (sounds(&name), sounds(&latin));
        let wanted = &wanted.iter().find(|it| !it.loose).unwrap().key;
        prop_assert!(found.iter().any(|it| it.key == *wanted), "{system}: {name} {latin} {wanted:?} {found:?}");
    }

    #[test]
    fn nothing_panics(one in "\\PC{0,12}", two in "[А-яa-z金斯大林리스 ·.'-]{0,60}") {
        for word in [&one, &two] {
            let _ = sounds(word);
            let _ = bones(word);
        }
        let _ = transcribed(&one, &two);
        prop_assert_eq!(transcribed(&two, &one), transcribed(&one, &two));
    }
}

#[test]
fn transcriptions_are_told_from_chance() {
    let names = [
        ("Ludvig Holm", "Людвиг Хольм", "路德维希·霍尔姆", "루드비그 홀름"),
        ("Makarenkov", "Макаренков", "马卡连科夫", "마카렌코프"),
        ("Sobolevsky", "Соболевский", "索博列夫斯基", "소볼렙스키"),
        ("Nikonorov", "Никоноров", "尼科诺罗夫", "니코노로프"),
        ("Harrington", "Харрингтон", "哈林顿", "해링턴"),
    ];
    for (at, (latin, cyrillic, han, hangul)) in names.into_iter().enumerate() {
        for (other, (_, other_cyrillic, other_han, other_hangul)) in names.into_iter().enumerate() {
            for it in [other_cyrillic, other_han, other_hangul] {
                assert_eq!(transcribed(latin, it).is_some(), at == other, "{latin} {it}");
            }
            for it in [other_han, other_hangul] {
                assert_eq!(transcribed(cyrillic, it).is_some(), at == other, "{cyrillic} {it}");
            }
        }
        assert!(transcribed(han, hangul).is_none());
    }
}

#[test]
fn surnames_that_only_sound_alike_are_two() {
    for (one, two) in
        [("Petrov", "Павлов"), ("Ivanov", "Иванова"), ("Zhukov", "Чуйков"), ("Malenkov", "Маленко")]
    {
        assert!(transcribed(one, two).is_none(), "{one} {two}");
        let (left, right) = (sounds(one), sounds(two));
        let strict = |it: &&Reading| !it.loose;
        assert!(
            left.iter()
                .filter(strict)
                .all(|it| right.iter().filter(strict).all(|other| it.key != other.key))
        );
    }
    assert!(transcribed("Petrovsky", "페트로프").is_none());
    assert!(transcribed("Petrovsky", "彼得罗夫").is_none());
    assert!(transcribed("Karl Marlow", "弗里德里希·马洛").is_none());
}

#[test]
fn names_and_transcriptions_share_their_bones() {
    for (one, two) in
        [("Makarenkov", "马卡连科夫"), ("Sobolevsky", "索博列夫斯基"), ("Никоноров", "니코노로프")]
    {
        assert!(
            bones(one).iter().any(|it| bones(two).contains(it)),
            "{:?} {:?}",
            bones(one),
            bones(two)
        );
    }
}

//! Korean names written in every system are read to one key.

use std::collections::BTreeSet;

use super::readings;
use crate::names::Form;
use proptest::prelude::*;

/// Surnames as the South spells them, as the North does, and as each romanisation and Cyrillic system does.
const SURNAMES: &[[&str; 7]] = &[
    ["김", "김", "Kim", "Gim", "Kim", "Ким", "Ким"],
    ["이", "리", "Yi", "I", "Ri", "Ли", "Ли"],
    ["박", "박", "Pak", "Bak", "Pak", "Пак", "Пак"],
    ["최", "최", "Ch'oe", "Choe", "Choe", "Чхве", "Цой"],
    ["정", "정", "Chŏng", "Jeong", "Jong", "Чон", "Тен"],
    ["조", "조", "Cho", "Jo", "Jo", "Чо", "Те"],
    ["허", "허", "Hŏ", "Heo", "Ho", "Хо", "Хе"],
    ["노", "로", "No", "No", "Ro", "Но", "Ро"],
    ["유", "류", "Yu", "Yu", "Ryu", "Ю", "Лю"],
    ["임", "림", "Im", "Im", "Rim", "Им", "Лим"],
    ["여", "려", "Yŏ", "Yeo", "Ryo", "Ё", "Ле"],
    ["황", "황", "Hwang", "Hwang", "Hwang", "Хван", "Хван"],
];

/// Letters of given names, each as McCune-Reischauer (unvoiced, voiced), Revised, North Korean, Kontsevich (unvoiced, voiced) and
/// Soviet papers spell it.
type Letter = [&'static str; 7];
const INITIALS: &[Letter] = &[
    ["k", "g", "g", "k", "к", "г", "г"],
    ["n", "n", "n", "n", "н", "н", "н"],
    ["t", "d", "d", "t", "т", "д", "д"],
    ["m", "m", "m", "m", "м", "м", "м"],
    ["p", "b", "b", "p", "п", "б", "б"],
    ["s", "s", "s", "s", "с", "с", "с"],
    ["", "", "", "", "", "", ""],
    ["ch", "j", "j", "j", "ч", "чж", "ч"],
    ["ch'", "ch'", "ch", "ch", "чх", "чх", "ч"],
    ["t'", "t'", "t", "th", "тх", "тх", "тх"],
    ["h", "h", "h", "h", "х", "х", "х"],
];
const INITIAL_PLACES: &[u32] = &[0, 2, 3, 6, 7, 9, 11, 12, 14, 16, 18];
const VOWELS: &[Letter] = &[
    ["a", "a", "a", "a", "а", "а", "а"],
    ["ae", "ae", "ae", "ae", "э", "э", "э"],
    ["ŏ", "ŏ", "eo", "o", "о", "о", "е"],
    ["yŏ", "yŏ", "yeo", "yo", "ё", "ё", "е"],
    ["o", "o", "o", "o", "о", "о", "о"],
    ["u", "u", "u", "u", "у", "у", "у"],
    ["i", "i", "i", "i", "и", "и", "и"],
];
const VOWEL_PLACES: &[u32] = &[0, 1, 4, 6, 8, 13, 20];
const FINALS: &[Letter] = &[
    ["", "", "", "", "", "", ""],
    ["k", "k", "k", "k", "к", "к", "к"],
    ["n", "n", "n", "n", "н", "н", "н"],
    ["l", "l", "l", "l", "ль", "ль", "р"],
    ["m", "m", "m", "m", "м", "м", "м"],
    ["ng", "ng", "ng", "ng", "н", "н", "н"],
];
const FINAL_PLACES: &[u32] = &[0, 1, 4, 8, 16, 21];

/// Syllables that characters of names are read as.
const READ: &str = "가각간갈감강개경견결고곡곤공구국군기길나난남내단달담당대덕도동두득마만명모목문미민박반방배병변복봉부북분비사산상석선설성소손송수숙순\
                    시식신심아안암애양어억언여역연열염영오옥온우욱운웅이익인일임자장재정전절조종주준지진찬창채천철청초춘치칠탁탄태통하학한함해향허헌혁현형호홍후훈";

/// A syllable by its places in the tables of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Syllable(usize, usize, usize);

impl Syllable {
    fn hangul(self) -> char {
        let code = (INITIAL_PLACES[self.0] * 21 + VOWEL_PLACES[self.1]) * 28 + FINAL_PLACES[self.2];
        char::from_u32(0xAC00 + code).unwrap_or('?')
    }

    fn spelt(self, system: usize, voiced: usize) -> String {
        format!(
            "{}{}{}",
            INITIALS[self.0][system + voiced],
            VOWELS[self.1][system],
            FINALS[self.2][system]
        )
    }

    fn ends_open(self) -> bool {
        matches!(FINALS[self.2][0], "" | "n" | "m" | "ng")
    }
}

fn syllables() -> Vec<Syllable> {
    let all = (0..INITIALS.len()).flat_map(|i| (0..VOWELS.len()).map(move |v| (i, v)));
    let all = all.flat_map(|(i, v)| (0..FINALS.len()).map(move |f| Syllable(i, v, f)));
    all.filter(|it| READ.contains(it.hangul())).collect()
}

fn syllable() -> impl Strategy<Value = Syllable> {
    let places = syllables();
    assert!(places.len() > 80);
    (0..places.len()).prop_map(move |at| places[at])
}

/// Two syllables that no system spells alike: their vowels, initials and finals differ.
fn unlike() -> impl Strategy<Value = (Syllable, Syllable)> {
    let places = syllables();
    let with = |vowel: &'static str| {
        places
            .clone()
            .into_iter()
            .filter(move |it| VOWELS[it.1][0] == vowel && !INITIALS[it.0][0].starts_with("ch"))
    };
    let differ = |one: Syllable, two: Syllable| {
        INITIALS[one.0][6] != INITIALS[two.0][6] && FINALS[one.2][6] != FINALS[two.2][6]
    };
    let pairs: Vec<_> = with("a")
        .flat_map(|one| with("i").map(move |two| (one, two)))
        .filter(|(one, two)| differ(*one, *two))
        .collect();
    assert!(pairs.len() > 50);
    (0..pairs.len()).prop_map(move |at| pairs[at])
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn plain(word: &str) -> String {
    word.replace('ŏ', "o").replace('\'', "")
}

/// The name in every system.
fn written(surname: &[&str; 7], one: Syllable, two: Syllable) -> Vec<String> {
    let [south, north, mccune, revised, northern, kontsevich, soviet] = *surname;
    let (first, second) = (one.hangul(), two.hangul());
    let voiced = usize::from(one.ends_open());
    let both = |system: usize, voiced: usize, link: &str| {
        format!("{}{link}{}", capital(&one.spelt(system, 0)), two.spelt(system, voiced))
    };
    let apart = |system: usize, surname: &str| {
        format!("{surname} {} {}", capital(&one.spelt(system, 0)), capital(&two.spelt(system, 0)))
    };
    let soft = |link: &str, ending: &str| {
        format!("{soviet} {}{link}{}{ending}", capital(&one.spelt(6, 0)), capital(&two.spelt(6, 0)))
    };
    let is_declined = matches!(FINALS[two.2][6], "к" | "н" | "р" | "м");
    let mut res = vec![
        format!("{south}{first}{second}"),
        format!("{north}{first}{second}"),
        format!("{south} {first}{second}"),
        format!("{mccune} {}", both(0, voiced, "-")),
        format!(
            "{} {}",
            mccune.replace('ŏ', "o").to_uppercase(),
            both(0, voiced, "").replace('ŏ', "o")
        ),
        format!("{} {}", plain(mccune), plain(&both(0, voiced, "-"))),
        format!("{revised} {}", both(2, 0, "-")),
        format!("{} {revised}", both(2, 0, "-")),
        apart(3, northern),
        format!("{kontsevich} {}", both(4, voiced, "-")),
        soft(" ", ""),
        soft("-", ""),
    ];
    if is_declined {
        res.extend([soft(" ", "а"), soft(" ", "у"), soft(" ", "ом")]);
    }
    res
}

fn keys(form: &str) -> BTreeSet<String> {
    readings(&Form::read(form)).into_iter().map(|it| it.key.sounds).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn one_name_in_every_system_has_one_key(surname in 0..SURNAMES.len(), one in syllable(), two in syllable(), turn in 0..3_usize) {
        let forms = written(&SURNAMES[surname], one, two);
        // 김주석 is President Kim before it is a given name.
        prop_assume!(forms.iter().all(|it| Form::read(it).titles.is_empty()));
        let hangul = keys(&forms[0]);
        prop_assert!(!hangul.is_empty());
        // A third of the systems a name: every one of them is met thousands of times.
        for form in forms.iter().skip(turn).step_by(3) {
            prop_assert!(!keys(form).is_disjoint(&hangul), "{form}: {:?} and {}: {hangul:?}", keys(form), forms[0]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn names_of_other_sounds_never_meet(surname in 0..SURNAMES.len(), one in syllable(), (two, other) in unlike()) {
        let read = |last: Syllable| written(&SURNAMES[surname], one, last).into_iter().map(|it| (keys(&it), it)).collect::<Vec<_>>();
        let (left, right) = (read(two), read(other));
        for (keys, form) in &left {
            for (others, other) in &right {
                prop_assert!(keys.is_disjoint(others), "{form} and {other}");
            }
        }
    }

    #[test]
    fn any_words_are_read_without_failing(form in "(\\PC| |-|'|[KkИи가-힣金李]){0,40}") {
        prop_assert!(readings(&Form::read(&form)).len() <= 64);
    }

    #[test]
    fn words_of_korean_letters_are_read_without_failing(form in "([a-zŏŭ']{1,8}[ -]){1,4}|([а-яё]{1,6}[ -]){1,4}|[김이박남궁가-힣 ]{1,8}|[一-龥]{1,6}") {
        for it in readings(&Form::read(&form)) {
            let syllables = it.key.sounds.split('-').count();
            prop_assert!((2..=4).contains(&syllables), "{form}: {}", it.key.sounds);
        }
    }
}

/// What is no Korean name is not read as one.
#[test]
fn other_names_have_no_korean_reading() {
    let forms = [
        "Joseph Stalin",
        "Vyacheslav Molotov",
        "Kim Philby",
        "Dwight Eisenhower",
        "Zhou Enlai",
        "Deng Xiaoping",
        "Ho Chi Minh",
        "Иосиф Сталин",
        "Чжоу Эньлай",
        "Дэн Сяопин",
        "Вячеслав Молотов",
        "Kim",
        "Ким",
        "김",
        "金",
        "スターリン",
        "Pak 7",
        "",
    ];
    for form in forms {
        assert!(keys(form).is_empty(), "{form}: {:?}", keys(form));
    }
}

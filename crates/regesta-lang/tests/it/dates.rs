//! Properties of dates: what is printed reads back, and every derivable date of the specimens is exact with its anchor.

use std::{fs, path::Path};

use proptest::prelude::*;
use regesta_lang::dates::{Anchor, find, normalize};
use regesta_model::Language;

const ROMAN: [&str; 12] =
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "Х", "ХI", "XII"];
const RUSSIAN: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const GERMAN: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const HUNGARIAN: [&str; 12] = [
    "január",
    "február",
    "március",
    "április",
    "május",
    "június",
    "július",
    "augusztus",
    "szeptember",
    "október",
    "november",
    "december",
];
const POLISH: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];

fn han(number: u8) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let tens = ["", "十", "二十", "三十"][usize::from(number / 10)];
    format!("{tens}{}", DIGITS[usize::from(number % 10)])
}

fn printed(year: i32, month: u8, day: u8, style: usize) -> (String, Language) {
    let index = usize::from(month) - 1;
    match style {
        0 => (format!("{day}.{}.{year} г.", ROMAN[index]), Language::Russian),
        1 => (format!("{day} {} {year} года", RUSSIAN[index]), Language::Russian),
        2 => (format!("« {day} » {} 19 {:02} г.", RUSSIAN[index], year % 100), Language::Russian),
        3 => (format!("{} {day}, {year}", ENGLISH[index]), Language::English),
        4 => (format!("{day} {} {year}", ENGLISH[index]), Language::English),
        5 => (format!("{year}年{month}月{day}日"), Language::Chinese),
        6 => (format!("{year}年{}月{}日", han(month), han(day)), Language::Chinese),
        7 => (format!("民国{}年{month}月{day}日", year - 1911), Language::Chinese),
        8 => (format!("{year}년 {month}월 {day}일"), Language::Korean),
        9 => (format!("단기 {}년 {month}월 {day}일", year + 2333), Language::Korean),
        10 => (format!("{year}. {month}. {day}."), Language::Korean),
        11 => (format!("{day}. {} {year}", GERMAN[index]), Language::German),
        12 => (format!("{day} {} {year}", FRENCH[index]), Language::French),
        13 => (format!("{year}. {} {day}.", HUNGARIAN[index]), Language::Hungarian),
        14 => (format!("{day} {} {year} r.", POLISH[index]), Language::Polish),
        15 => (format!("ngày {day} tháng {month} năm {year}"), Language::Vietnamese),
        16 => (format!("{year} оны {month} дугаар сарын {day}"), Language::Mongolian),
        17 => (format!("{day:02}.{month:02}.{year}"), Language::Russian),
        _ => (format!("{year}-{month:02}-{day:02}"), Language::English),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn dates_printed_in_each_language_read_back(
        year in 1913i32..2000, month in 1u8..=12, day in 1u8..=28, style in 0usize..19
    ) {
        let (text, language) = printed(year, month, day, style);
        let want = Some(format!("{year:04}-{month:02}-{day:02}"));
        prop_assert_eq!(normalize(&text, language, None), want, "{}", text);
    }

    #[test]
    fn normal_forms_stay_as_they_are(
        year in 1900i32..2000, month in 1u8..=12, day in 1u8..=28, hour in 0u8..24, form in 0usize..12
    ) {
        let text = match form {
            0 => format!("{year}-{month:02}-{day:02}"),
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}-{month:02}-{day:02}T{hour:02}:{day:02}"),
            3 => format!("{year}-{month:02}-{day:02}T{hour:02}:{day:02}+09:00"),
            4 => format!("{year}-{month:02}/{}-{month:02}", year + 1),
            5 => format!("[{year}-{month:02}-01,{year}-{month:02}-02]"),
            6 => format!("../{year}-{month:02}-{day:02}"),
            7 => format!("{year}-{month:02}/.."),
            8 => format!("{year}-{month:02}~"),
            9 => format!("XXXX-{month:02}-{day:02}"),
            10 => format!("{:03}X", year / 10),
            _ => format!("{year}"),
        };
        prop_assert_eq!(normalize(&text, Language::Undetermined, None), Some(text.clone()));
    }
}

proptest! {
    #[test]
    fn nothing_panics(
        text in "([0-9]{1,8}|[.,/: \n\\-–—«»\"'\\[\\]()?~_]|\\PC|年|月|日|时|年代|至|亥|马|电|农历|초|년|월|일|시|월말|May|мая|III|г\\.|ночь|с|на|Q3|Z|GMT|декада|next|Thursday|ago|inst){0,40}",
        year in 1i32..3000, month in 1u8..=12, day in 1u8..=31
    ) {
        let anchor = Some(Anchor { year, month: Some(month), day: Some(day) });
        let _ = normalize(&text, Language::Undetermined, anchor);
        let mut last = 0;
        for it in find(&text, Language::English) {
            prop_assert!(it.span.start >= last && !it.span.is_empty());
            prop_assert!(text.get(it.span.range()).is_some());
            let _ = (it.edtf(anchor), it.zone(anchor), it.unspecified());
            last = it.span.end;
        }
    }
}

/// Rows of the specimens whose year (and month) only their document shows; with it they must be exact.
#[test]
fn specimens_are_exact_with_the_anchor_of_their_document() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/domain/dates.tsv");
    #[allow(clippy::disallowed_methods)] // A measurement reads its table.
    let Ok(table) = fs::read_to_string(path) else {
        println!("skipped: the table of specimens is not at hand");
        return;
    };
    let mut wrong = Vec::new();
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, words, language, want, ..] = cells[..] else { continue };
        if want.contains("after anchor") {
            continue;
        }
        let code = language.split('/').next().unwrap_or_default();
        let language = Language::from_code(code).unwrap_or(Language::Undetermined);
        let alone = normalize(words, language, None);
        let anchored = normalize(words, language, Anchor::of_edtf(want));
        if alone.as_deref() != Some(want) && anchored.as_deref() != Some(want) {
            wrong.push(format!("{words}: {want}, read {alone:?}, with its anchor {anchored:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

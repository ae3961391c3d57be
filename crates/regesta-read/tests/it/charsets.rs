//! Short texts in every charset, with and without a declaration, right and wrong.

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GB18030, KOI8_R, SHIFT_JIS, UTF_8, WINDOWS_1251, WINDOWS_1252,
};
use regesta_read::read;

const RUSSIAN: &str = "Прошу передать коменданту порта Зимовий о баржах";
const CAPITALS: &str = "ШИФРТЕЛЕГРАММА № 4417 ИЗ ПОМОРСКА ТОВ. ЗАРЕЦКОМУ";
const SIMPLIFIED: &str = "请转告港口司令部，我们的船队将于本月十五日到达，共有三百二十人。";
const TRADITIONAL: &str = "請轉告港口司令部，我們的船隊將於本月十五日到達，共有三百二十人。";
const KOREAN: &str = "항구 사령부에 전하여 주십시오. 우리 배는 이달 보름에 도착합니다.";
const JAPANESE: &str = "港の司令部にお伝えください。わたしたちの船は今月十五日に着きます。";
const FRENCH: &str = "Le télégramme a été remis au préfet, « sans délai », à Pâques";

const ALL: [(&str, &Encoding); 9] = [
    (RUSSIAN, WINDOWS_1251),
    (RUSSIAN, KOI8_R),
    (CAPITALS, WINDOWS_1251),
    (SIMPLIFIED, GB18030),
    (TRADITIONAL, BIG5),
    (KOREAN, EUC_KR),
    (JAPANESE, SHIFT_JIS),
    (FRENCH, WINDOWS_1252),
    (CAPITALS, UTF_8),
];

fn utf_16(text: &str, pair: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(pair).collect()
}

#[test]
fn undeclared_charsets_are_found_from_a_line_of_text() {
    for (text, encoding) in ALL {
        let reading = read("a.txt", &encoding.encode(text).0);
        assert_eq!(reading.source.text, text, "{}", encoding.name());
        assert_eq!(reading.source.charset, encoding.name().to_lowercase());
        assert_eq!(reading.findings, [], "{}", encoding.name());
    }
}

#[test]
fn utf_16_is_found_with_and_without_a_mark() {
    for text in [RUSSIAN, SIMPLIFIED, KOREAN, FRENCH] {
        for (name, pair) in
            [("utf-16le", u16::to_le_bytes as fn(u16) -> [u8; 2]), ("utf-16be", u16::to_be_bytes)]
        {
            for mark in ["", "\u{feff}"] {
                let reading = read("a.txt", &utf_16(&format!("{mark}{text}"), pair));
                assert_eq!(reading.source.text, text, "{name}");
                assert_eq!(reading.source.charset, name);
            }
        }
    }
}

#[test]
fn a_right_declaration_is_followed_without_a_word() {
    for (text, encoding) in ALL {
        let label = encoding.name();
        let page = format!("<html><meta charset={label}><title>x</title><p>{text}");
        let reading = read("a.html", &encoding.encode(&page).0);
        assert!(reading.source.text.contains(text), "{label}: {}", reading.source.text);
        assert_eq!(reading.findings, [], "{label}");
    }
}

#[test]
fn a_wrong_declaration_is_overruled_and_said() {
    for (declared, encoding, text) in [
        ("utf-8", WINDOWS_1251, RUSSIAN),
        ("iso-8859-1", KOI8_R, RUSSIAN),
        ("windows-1251", UTF_8, RUSSIAN),
        ("big5", GB18030, SIMPLIFIED),
        ("gb2312", EUC_KR, KOREAN),
        ("utf-8", SHIFT_JIS, JAPANESE),
    ] {
        let page = format!(
            "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={declared}\"></head><p>{text}"
        );
        let reading = read("a.html", &encoding.encode(&page).0);
        assert_eq!(reading.source.text, text, "{declared}");
        let [finding] = reading.findings.as_slice() else { panic!("{:?}", reading.findings) };
        assert_eq!(finding.code, "F004");
        assert!(finding.message.contains(declared), "{}", finding.message);
        let first_words: String = text.chars().take(5).collect();
        assert!(finding.message.contains(&first_words), "{}", finding.message);
        assert!(!finding.labels.is_empty());
    }
}

#[test]
fn two_characters_that_happen_to_be_valid_utf_8_are_not_taken_for_it() {
    let reading = read("a.txt", &GB18030.encode("联通 1951").0);
    assert_eq!(reading.source.text, "联通 1951");
    for text in ["№ 7", "café", "7 — 9", "Ω", "да", "가", "ё"] {
        assert_eq!(read("a.txt", text.as_bytes()).source.text, text);
    }
}

#[test]
fn what_the_bytes_do_not_settle_is_said() {
    let reading = read("a.txt", b"No. 7 \xe4\xe0");
    assert_eq!(reading.findings.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), ["F004"]);
}

#[test]
fn bytes_that_are_no_characters_are_kept_visible_and_pointed_at() {
    let mut bytes = format!("{RUSSIAN}\n{RUSSIAN}\n").into_bytes();
    bytes.extend_from_slice(b"\xff ");
    bytes.extend_from_slice(RUSSIAN.as_bytes());
    bytes.truncate(bytes.len() - 1);
    let reading = read("a.txt", &bytes);
    assert_eq!(reading.source.charset, "utf-8");
    let [finding] = reading.findings.as_slice() else { panic!("{:?}", reading.findings) };
    assert_eq!(finding.code, "F005");
    assert!(finding.message.contains("line 3"), "{}", finding.message);
    assert_eq!(finding.labels.len(), 2);
    for label in &finding.labels {
        assert_eq!(label.span.of(&reading.source.text), "\u{fffd}");
    }
}

#[test]
fn a_replacement_character_that_stands_in_the_file_is_no_fault_of_reading() {
    assert_eq!(read("a.txt", "Пор\u{fffd} Зимовий".as_bytes()).findings, []);
}

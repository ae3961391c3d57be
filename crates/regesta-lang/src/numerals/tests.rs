//! Cases and properties of numbers.

use proptest::prelude::*;
use regesta_model::Language;

use super::*;
use crate::tokens::each_stretch_in;

mod printing;

/// Reads the number at the start of a text, where all of the text is the number.
fn value(text: &str, language: Language) -> Option<NumberValue> {
    let mut res = None;
    each_stretch_in(text, language, |tokens| {
        let first = (0..2).find_map(|it| read(tokens, it));
        res = res.or(first.map(|it| it.value));
    });
    res
}

fn check(language: Language, cases: &[(&str, NumberValue)]) {
    for (text, want) in cases {
        assert_eq!(value(text, language), Some(*want), "{text}");
    }
}

#[test]
fn numbers_in_figures_are_read() {
    use NumberValue::{Decimal, Range, Whole};
    check(
        Language::Undetermined,
        &[
            ("100.000", Whole(100_000)),
            ("1,900", Whole(1_900)),
            ("16 000", Whole(16_000)),
            ("12\u{2009}345\u{202f}678,5", Decimal(12_345_678.5)),
            ("1.234.567,89", Decimal(1_234_567.89)),
            ("1'250'000", Whole(1_250_000)),
            ("１２，３４５", Whole(12_345)),
            ("16 тысяч", Whole(16_000)),
            ("2 тыс. человек", Whole(2_000)),
            ("25-тысячный", Whole(25_000)),
            ("3.5 million", Whole(3_500_000)),
            ("1.6万", Whole(16_000)),
            ("3 만 5천", Whole(35_000)),
            ("3만5천명", Whole(35_000)),
            ("22억 5천만", Whole(2_250_000_000)),
            ("3천 5백만", Whole(35_000_000)),
            ("550多万", Whole(5_500_000)),
            ("0.5", Decimal(0.5)),
            ("0.125", Decimal(0.125)),
            ("2½", Decimal(2.5)),
            ("2 1/2 miles", Decimal(2.5)),
            ("2 с половиной", Decimal(2.5)),
            ("4-5", Range(4, 5)),
            ("10-15 тысяч", Range(10_000, 15_000)),
            ("1,5-2 млн.", Range(1_500_000, 2_000_000)),
            ("10,000 - 15,000", Range(10_000, 15_000)),
            ("5-3", Whole(5)),
        ],
    );
    check(
        Language::Russian,
        &[("1,234 млн.", Whole(1_234_000)), ("1.234 млн.", Whole(1_234_000_000))],
    );
    check(
        Language::English,
        &[("1.234 million", Whole(1_234_000)), ("1,234 million", Whole(1_234_000_000))],
    );
}

#[test]
fn numbers_in_words_are_read() {
    use NumberValue::{Decimal, Range, Whole};
    check(
        Language::Undetermined,
        &[
            ("twenty-seven", Whole(27)),
            ("one hundred and five", Whole(105)),
            ("two thousand five hundred", Whole(2_500)),
            ("half a million", Whole(500_000)),
            ("half a dozen", Whole(6)),
            ("two and a half million", Whole(2_500_000)),
            ("three point two five", Decimal(3.25)),
            ("four or five", Range(4, 5)),
            ("between five and ten", Range(5, 10)),
            ("сто пятьдесят тысяч", Whole(150_000)),
            ("двадцать семь", Whole(27)),
            ("ста двадцатью семью тысячами", Whole(127_000)),
            ("полтора миллиона", Whole(1_500_000)),
            ("полтораста", Whole(150)),
            ("три с половиной", Decimal(3.5)),
            ("ноль целых пять десятых", Decimal(0.5)),
            ("две сотни", Whole(200)),
            ("около тысячи", Whole(1_000)),
            ("трое", Whole(3)),
            ("два - три", Range(2, 3)),
            ("двух-трех", Range(2, 3)),
            ("siebenundzwanzig", Whole(27)),
            ("zwei Millionen dreihunderttausend", Whole(2_300_000)),
            ("anderthalb", Decimal(1.5)),
            ("eine halbe Million", Whole(500_000)),
            ("zweieinhalb Millionen", Whole(2_500_000)),
        ],
    );
    check(Language::Ukrainian, &[("п’ять тисяч двісті", Whole(5_200)), ("п'ятнадцять", Whole(15))]);
    check(
        Language::French,
        &[
            ("quatre-vingt-dix-sept", Whole(97)),
            ("soixante et onze", Whole(71)),
            ("deux cent mille", Whole(200_000)),
        ],
    );
    check(Language::Polish, &[("dwa tysiące trzysta dwanaście", Whole(2_312))]);
    check(Language::Hungarian, &[("kétezer-ötszázharminc", Whole(2_530)), ("tizenöt", Whole(15))]);
}

#[test]
fn numbers_in_characters_are_read() {
    use NumberValue::{Decimal, Range, Whole};
    check(
        Language::Undetermined,
        &[
            ("一万六千", Whole(16_000)),
            ("一万六", Whole(16_000)),
            ("十五", Whole(15)),
            ("廿五", Whole(25)),
            ("一百零五", Whole(105)),
            ("四万万五千万", Whole(450_000_000)),
            ("一万亿", Whole(1_000_000_000_000)),
            ("壹萬伍仟叁佰", Whole(15_300)),
            ("三点五", Decimal(3.5)),
            ("三点五万", Whole(35_000)),
            ("四五", Range(4, 5)),
            ("两三千", Range(2_000, 3_000)),
            ("十五六", Range(15, 16)),
            ("三、四百", Range(300, 400)),
            ("三至五", Range(3, 5)),
            ("스물일곱 명", Whole(27)),
            ("두세 개", Range(2, 3)),
            ("삼만오천 명", Whole(35_000)),
            ("이백이십삼만 사천오백육십칠 명", Whole(2_234_567)),
            ("삼사십 명", Range(30, 40)),
            ("3 내지 4개", Range(3, 4)),
        ],
    );
    check(Language::Japanese, &[("一万六", Whole(10_006)), ("二五〇", Whole(250))]);
}

#[test]
fn words_that_are_no_numbers_are_left_alone() {
    for text in [
        "hundreds of",
        "тысячами",
        "第三",
        "이것",
        "лес",
        "семью свою",
        "Achtung",
        "陆军",
        "队伍",
        "亿万",
        "ten",
    ] {
        let language = if text == "ten" { Language::Polish } else { Language::Undetermined };
        assert_eq!(value(&format!("{text} x"), language), None, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn printed_numbers_read_back(number in number(), manner in 0usize..printing::MANNERS.len()) {
        let (language, print) = printing::MANNERS[manner];
        let text = print(number);
        prop_assert_eq!(value(&text, language), Some(NumberValue::Whole(number)), "{}", text);
    }

    #[test]
    fn printed_decimals_read_back(number in 0i64..10_000_000, figures in 1i64..100, language in 0usize..3) {
        let (language, group, point) = [
            (Language::English, ",", '.'),
            (Language::German, ".", ','),
            (Language::Russian, "\u{a0}", ','),
        ][language];
        let text = format!("{}{point}{figures:02}", printing::grouped(number, group));
        let want = NumberValue::Decimal((number * 100 + figures) as f64 / 100.0);
        prop_assert_eq!(value(&text, language), Some(want), "{}", text);
    }

    #[test]
    fn nothing_panics(text in "([0-9]{1,20}|[.,/: \n\\-–%½①']|\\PC|[一二三十百千万亿壹仟点、]{1,6}|[일이삼십백천만억두세점]{1,5}|half|and a|million|тысяч|целых|семью|hundert|und){0,40}", language in 0usize..8) {
        use Language::{Chinese, English, French, German, Hungarian, Japanese, Korean, Russian};
        let language = [Chinese, English, French, German, Hungarian, Japanese, Korean, Russian][language];
        each_stretch_in(&text, language, |tokens| {
            for at in 0..tokens.len() {
                if let Some(it) = read(tokens, at) {
                    assert!(it.from < it.to && it.next >= at && text.is_char_boundary(it.to));
                }
            }
        });
    }
}

/// Numbers of all sizes, small ones as often as great ones.
fn number() -> impl Strategy<Value = i64> {
    prop_oneof![2i64..100, 2i64..10_000, 2i64..1_000_000, 2i64..1_000_000_000]
}

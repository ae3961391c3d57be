//! Cases and properties of numbers.

use proptest::prelude::*;

use super::*;
use crate::tokens::each_stretch;

/// Reads the number at the start of a text.
fn value(text: &str) -> Option<NumberValue> {
    let mut res = None;
    each_stretch(text, |tokens| res = res.or(read(tokens, 0).map(|it| it.value)));
    res
}

#[test]
fn numbers_of_all_scripts_are_read() {
    use NumberValue::{Decimal, Range, Whole};
    let cases = [
        ("100.000", Whole(100_000)),
        ("1,900", Whole(1_900)),
        ("16 000", Whole(16_000)),
        ("16 тысяч", Whole(16_000)),
        ("2 тыс. человек", Whole(2_000)),
        ("3.5 million", Whole(3_500_000)),
        ("1.6万", Whole(16_000)),
        ("3 만 5천", Whole(35_000)),
        ("3만5천명", Whole(35_000)),
        ("22억 5천만", Whole(2_250_000_000)),
        ("3천 5백만", Whole(35_000_000)),
        ("550多万", Whole(5_500_000)),
        ("0.5", Decimal(0.5)),
        ("twenty-seven", Whole(27)),
        ("one hundred and five", Whole(105)),
        ("two thousand five hundred", Whole(2_500)),
        ("сто пятьдесят тысяч", Whole(150_000)),
        ("двадцать семь", Whole(27)),
        ("siebenundzwanzig", Whole(27)),
        ("一万六千", Whole(16_000)),
        ("十五", Whole(15)),
        ("一百零五", Whole(105)),
        ("四五", Range(4, 5)),
        ("两三千", Range(2_000, 3_000)),
        ("十五六", Range(15, 16)),
        ("스물일곱 명", Whole(27)),
        ("두세 개", Range(2, 3)),
        ("삼만오천 명", Whole(35_000)),
        ("4-5", Range(4, 5)),
        ("10-15 тысяч", Range(10_000, 15_000)),
        ("10,000 - 15,000", Range(10_000, 15_000)),
        ("four or five", Range(4, 5)),
        ("два - три", Range(2, 3)),
        ("двух-трех", Range(2, 3)),
        ("三至五", Range(3, 5)),
        ("5-3", Whole(5)),
        ("two three", Whole(2)),
    ];
    for (text, want) in cases {
        assert_eq!(value(text), Some(want), "{text}");
    }
    for text in ["hundreds of", "тысячами", "第三", "이것", "лес"] {
        assert_eq!(value(&format!("{text} x")), None, "{text}");
    }
}

proptest! {
    #[test]
    fn printed_numbers_read_back(number in 2i64..10_000_000, style in 0usize..5) {
        let grouped = |mark: &str| {
            let digits = number.to_string();
            let mut res = String::new();
            for (at, digit) in digits.chars().enumerate() {
                if at > 0 && (digits.len() - at) % 3 == 0 {
                    res.push_str(mark);
                }
                res.push(digit);
            }
            res
        };
        let text = match style {
            0 => grouped(","),
            1 => grouped("."),
            2 => grouped("\u{a0}"),
            3 => in_han(number),
            _ => in_english(number),
        };
        prop_assert_eq!(value(&text), Some(NumberValue::Whole(number)), "{}", text);
    }
}

fn in_han(number: i64) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if number >= 10_000 {
        let rest = number % 10_000;
        let nought = if rest > 0 && rest < 1_000 { "零" } else { "" };
        let tail = if rest > 0 { in_han(rest) } else { String::new() };
        return format!("{}万{nought}{tail}", in_han(number / 10_000));
    }
    let mut res = String::new();
    let mut gap = false;
    for (scale, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / scale % 10;
        if digit > 0 {
            if gap && !res.is_empty() {
                res.push('零');
            }
            res.push_str(DIGITS[digit as usize]);
            res.push_str(name);
        }
        gap = digit == 0;
    }
    res
}

fn in_english(number: i64) -> String {
    const SMALL: [&str; 20] = [
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let with = |scale: i64, name: &str| {
        format!("{} {name} {}", in_english(number / scale), in_english(number % scale))
            .trim()
            .to_owned()
    };
    match number {
        0..20 => SMALL[number as usize].to_owned(),
        20..100 if number % 10 == 0 => TENS[number as usize / 10].to_owned(),
        20..100 => format!("{}-{}", TENS[number as usize / 10], SMALL[number as usize % 10]),
        100..1_000 => with(100, "hundred"),
        1_000..1_000_000 => with(1_000, "thousand"),
        _ => with(1_000_000, "million"),
    }
}

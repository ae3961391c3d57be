//! Prints numbers in figures and in words of each language, for the tests to read back.

use regesta_model::Language;

/// How a number is printed, and in which language.
pub(super) type Manner = (Language, fn(i64) -> String);

/// Every manner.
pub(super) const MANNERS: &[Manner] = &[
    (Language::English, |it| grouped(it, ",")),
    (Language::German, |it| grouped(it, ".")),
    (Language::Russian, |it| grouped(it, "\u{a0}")),
    (Language::Russian, |it| grouped(it, ".")),
    (Language::German, |it| grouped(it, "'")),
    (Language::Chinese, |it| it.to_string()),
    (Language::Japanese, |it| full_width(&grouped(it, ","))),
    (Language::English, in_english),
    (Language::Russian, |it| in_russian(it, 0)),
    (Language::Russian, |it| in_russian(it, 1)),
    (Language::Russian, |it| in_russian(it, 2)),
    (Language::German, in_german),
    (Language::Chinese, |it| in_han(it, &PLAIN)),
    (Language::Chinese, |it| in_han(it, &FORMAL)),
    (Language::Japanese, in_japanese),
    (Language::Korean, |it| in_korean(it, "")),
    (Language::Korean, |it| in_korean(it, " ")),
    (Language::Korean, mixed_korean),
    (Language::Chinese, mixed_chinese),
];

pub(super) fn grouped(number: i64, mark: &str) -> String {
    let digits = number.to_string();
    let mut res = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            res.push_str(mark);
        }
        res.push(digit);
    }
    res
}

fn full_width(text: &str) -> String {
    text.chars().filter_map(|it| char::from_u32(it as u32 + 0xfee0)).collect()
}

fn word(words: &str, at: i64) -> &str {
    words.split(' ').nth(at as usize).expect("a word for each digit")
}

/// The groups of a number with the scale each stands before, the greatest first.
fn groups(number: i64, base: i64) -> Vec<(i64, usize)> {
    let mut res = Vec::new();
    let (mut rest, mut scale) = (number, 0);
    while rest > 0 {
        res.push((rest % base, scale));
        rest /= base;
        scale += 1;
    }
    res.retain(|it| it.0 > 0);
    res.reverse();
    res
}

fn in_english(number: i64) -> String {
    const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
    const TENS: &str = "- - twenty thirty forty fifty sixty seventy eighty ninety";
    let below_hundred = |it: i64| match it {
        0..20 => word(SMALL, it).to_owned(),
        _ if it % 10 == 0 => word(TENS, it / 10).to_owned(),
        _ => format!("{}-{}", word(TENS, it / 10), word(SMALL, it % 10)),
    };
    let below_thousand = |it: i64| match (it / 100, it % 100) {
        (0, rest) => below_hundred(rest),
        (hundreds, 0) => format!("{} hundred", word(SMALL, hundreds)),
        (hundreds, rest) => {
            format!("{} hundred and {}", word(SMALL, hundreds), below_hundred(rest))
        }
    };
    let parts = groups(number, 1_000).into_iter().map(|(it, scale)| {
        format!("{} {}", below_thousand(it), ["", "thousand", "million"][scale]).trim().to_owned()
    });
    parts.collect::<Vec<_>>().join(" ")
}

/// Prints in the nominative, genitive or instrumental.
fn in_russian(number: i64, case: usize) -> String {
    const SMALL: [&str; 3] = [
        "- один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
        "- одного двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати",
        "- одним двумя тремя четырьмя пятью шестью семью восемью девятью десятью одиннадцатью двенадцатью тринадцатью четырнадцатью пятнадцатью шестнадцатью семнадцатью восемнадцатью девятнадцатью",
    ];
    const TENS: [&str; 3] = [
        "- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
        "- - двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста",
        "- - двадцатью тридцатью сорока пятьюдесятью шестьюдесятью семьюдесятью восемьюдесятью девяноста",
    ];
    const HUNDREDS: [&str; 3] = [
        "- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
        "- ста двухсот трёхсот четырёхсот пятисот шестисот семисот восьмисот девятисот",
        "- ста двумястами тремястами четырьмястами пятьюстами шестьюстами семьюстами восемьюстами девятьюстами",
    ];
    const SCALES: [[&str; 3]; 3] =
        [["", "тысяч", "миллионов"], ["", "тысяч", "миллионов"], ["", "тысячами", "миллионами"]];
    let mut words: Vec<&str> = Vec::new();
    for (it, scale) in groups(number, 1_000) {
        if it >= 100 {
            words.push(word(HUNDREDS[case], it / 100));
        }
        match it % 100 {
            0 => {}
            rest @ 1..20 => words.push(word(SMALL[case], rest)),
            rest => {
                words.push(word(TENS[case], rest / 10));
                words.extend((rest % 10 > 0).then(|| word(SMALL[case], rest % 10)));
            }
        }
        words.push(SCALES[case][scale]);
    }
    // `семью` alone is a family.
    let alone = number == 7 && case == 2;
    if alone { "семь".to_owned() } else { words.join(" ").trim().to_owned() }
}

fn in_german(number: i64) -> String {
    const SMALL: &str = "- ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn";
    const TENS: &str = "- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig";
    let below_hundred = |it: i64| match it {
        0 => String::new(),
        1..20 => word(SMALL, it).to_owned(),
        _ if it % 10 == 0 => word(TENS, it / 10).to_owned(),
        _ => format!("{}und{}", word(SMALL, it % 10), word(TENS, it / 10)),
    };
    let below_thousand = |it: i64| match it / 100 {
        0 => below_hundred(it % 100),
        hundreds => format!("{}hundert{}", word(SMALL, hundreds), below_hundred(it % 100)),
    };
    let ending = |it: i64| if it % 100 == 1 { "s" } else { "" };
    let mut res = String::new();
    for (it, scale) in groups(number, 1_000) {
        res.push_str(&match scale {
            2 if it == 1 => "eine Million ".to_owned(),
            2 => format!("{} Millionen ", below_thousand(it) + ending(it)),
            1 => below_thousand(it) + "tausend",
            _ => below_thousand(it) + ending(it),
        });
    }
    res.trim().to_owned()
}

type Numerals = [&'static str; 2];
const PLAIN: Numerals = ["零 一 二 三 四 五 六 七 八 九", "- 十 百 千"];
const FORMAL: Numerals = ["零 壹 贰 叁 肆 伍 陆 柒 捌 玖", "- 拾 佰 仟"];

fn in_han(number: i64, numerals: &Numerals) -> String {
    let mut res = String::new();
    for (it, scale) in groups(number, 10_000) {
        if !res.is_empty() && it < 1_000 {
            res.push_str(word(numerals[0], 0));
        }
        let mut gap = false;
        for place in (0..4u32).rev() {
            let digit = it / 10i64.pow(place) % 10;
            let begun = it / 10i64.pow(place + 1) > 0;
            if digit > 0 {
                if gap && begun {
                    res.push_str(word(numerals[0], 0));
                }
                res.push_str(word(numerals[0], digit));
                if place > 0 {
                    res.push_str(word(numerals[1], i64::from(place)));
                }
            }
            gap = digit == 0;
        }
        res.push_str(["", "万", "亿"][scale]);
    }
    // Five, six and three in the formal series are words by themselves.
    if numerals[1] == FORMAL[1] && number < 10 { in_han(number, &PLAIN) } else { res }
}

fn in_japanese(number: i64) -> String {
    let digits = PLAIN[0];
    let below = |it: i64| {
        let mut res = String::new();
        for (place, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
            match it / place % 10 {
                0 => {}
                1 if place > 1 => res.push_str(name),
                digit => res += &format!("{}{name}", word(digits, digit)),
            }
        }
        res
    };
    let parts = groups(number, 10_000);
    parts.into_iter().map(|(it, scale)| below(it) + ["", "万", "億"][scale]).collect()
}

fn in_korean(number: i64, space: &str) -> String {
    if number < 10 {
        return word("- 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉", number).to_owned();
    }
    let below = |it: i64| {
        let mut res = String::new();
        for (place, name) in [(1_000, "천"), (100, "백"), (10, "십"), (1, "")] {
            match it / place % 10 {
                0 => {}
                1 if place > 1 => res.push_str(name),
                digit => res += &format!("{}{name}", word("- 일 이 삼 사 오 육 칠 팔 구", digit)),
            }
        }
        res
    };
    let parts = groups(number, 10_000);
    let parts = parts.into_iter().map(|(it, scale)| below(it) + ["", "만", "억"][scale]);
    parts.collect::<Vec<_>>().join(space)
}

fn mixed_korean(number: i64) -> String {
    let parts = groups(number, 10_000);
    let parts = parts.into_iter().map(|(it, scale)| {
        if scale == 0 { format!("{it:04}") } else { format!("{it}{}", ["", "만", "억"][scale]) }
    });
    let res = parts.collect::<Vec<_>>().join(" ");
    if number < 10_000 { number.to_string() } else { res }
}

fn mixed_chinese(number: i64) -> String {
    if number % 1_000 == 0 && number > 10_000 {
        return format!("{}万", number as f64 / 10_000.0);
    }
    number.to_string()
}

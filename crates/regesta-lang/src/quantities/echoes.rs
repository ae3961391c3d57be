//! Everything in a text that may repeat a number of its translation: ordinals, parts of dates, `both`, `трёхдневный`, any figures.

use regesta_model::{Language, NumberValue};

use super::{Counted, scan};
use crate::lexicon::{Hint, NumberWord};
use crate::tokens::{Gap, Kind, Tokens, each_stretch_in};
use crate::{dates, numerals};

/// Returns every number that a text says in whatever way, sorted, each once: the numbers it counts with, both ends of ranges,
/// ordinals, parts of fractions and of dates, multiplicatives, figures in names, and words that imply a number (`both`, `декада`).
///
/// What one text counts and a translation does not echo in any way is lost.
pub fn echoes(text: &str, language: Language) -> Vec<NumberValue> {
    let counted = scan(text, language);
    of_scan(text, language, &counted)
}

pub(super) fn of_scan(text: &str, language: Language, counted: &[Counted]) -> Vec<NumberValue> {
    let mut whole: Vec<i64> = Vec::new();
    let mut res: Vec<NumberValue> = Vec::new();
    for it in counted {
        match it.value {
            NumberValue::Whole(value) => whole.push(value),
            NumberValue::Range(low, high) => whole.extend([low, high]),
            NumberValue::Fraction(part, parts) => {
                whole.extend([part, parts]);
                res.push(it.value);
                if (part, parts) == (1, 2) {
                    whole.push(50);
                }
            }
            value => res.push(value),
        }
    }
    for date in dates::find(text, language) {
        let edtf = date.unspecified().into_iter().chain(date.edtf(None).map(|it| it.0));
        edtf.for_each(|it| figures(&it, &mut whole));
    }
    each_stretch_in(text, language, |tokens| {
        for at in 0..tokens.len() {
            of_token(tokens, at, &mut whole);
        }
    });
    // `1951` and `51`.
    let years: Vec<i64> = whole.iter().copied().filter(|it| (1_900..2_100).contains(it)).collect();
    whole.extend(years.into_iter().map(|it| it % 100));
    whole.sort_unstable();
    whole.dedup();
    res.extend(whole.into_iter().map(NumberValue::Whole));
    res
}

fn of_token(tokens: &Tokens, at: usize, res: &mut Vec<i64>) {
    let Some(token) = tokens.get(at) else { return };
    match token.kind {
        Kind::Digits(value, _) => res.extend(i64::try_from(value)),
        Kind::Numeral | Kind::Hangul => {
            if let Some(amount) = numerals::read(tokens, at) {
                push(amount.value, res);
            }
            let hint = token.entry.and_then(|it| it.hint);
            res.extend(hint.map(value_of));
            res.extend(prefix_hint(tokens.words(at)));
            if token.kind == Kind::Numeral {
                each_numeral(tokens.words(at), res);
            }
        }
        Kind::Word => {
            if let Some(NumberWord::Part(part)) = numerals::number_word(tokens, at) {
                res.push(part);
            }
            if let Some(amount) = numerals::read(tokens, at) {
                push(amount.value, res);
            }
            res.extend(token.entry.and_then(|it| it.number).and_then(|it| match it {
                NumberWord::Digit(value) | NumberWord::Tail(value) | NumberWord::Scale(value) => {
                    Some(value)
                }
                _ => None,
            }));
            res.extend(hint(tokens, at).map(|it| it.1));
            res.extend(token.entry.and_then(|it| it.hint).map(value_of));
            res.extend(derived(tokens.words(at)));
        }
        Kind::Han(c) => res.extend(match c {
            '双' | '雙' | '对' | '對' | '半' | '倍' => Some(2),
            _ => None,
        }),
        Kind::Mark(mark) => match numerals::number_sign(mark) {
            Some(numerals::Sign::Enclosed(value)) => res.push(value),
            Some(numerals::Sign::Fraction(part, whole)) => res.extend([part, whole]),
            None => {}
        },
    }
}

fn push(value: NumberValue, res: &mut Vec<i64>) {
    match value {
        NumberValue::Whole(value) => res.push(value),
        NumberValue::Range(low, high) => res.extend([low, high]),
        NumberValue::Fraction(part, whole) => res.extend([part, whole]),
        NumberValue::Decimal(_) => {}
    }
}

/// The digits of `五一` one by one, as a weekday may stand in front of a count.
fn each_numeral(words: &str, res: &mut Vec<i64>) {
    if words.chars().nth(1).is_some() {
        for (at, c) in words.char_indices() {
            res.extend(words.get(at..at + c.len_utf8()).and_then(numerals::han_value));
        }
    }
}

/// `이틀간`, `둘은`: a Korean word that implies a number, with particles behind it.
fn prefix_hint(word: &str) -> Option<i64> {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).take(3);
    let hints = ends.filter_map(|end| crate::lexicon::look_up(word.get(..end)?)?.hint);
    hints.last().map(value_of)
}

fn value_of(hint: Hint) -> i64 {
    match hint {
        Hint::Ordinal(value) | Hint::Multiple(value) | Hint::Implied(value) => value,
    }
}

/// Reads the ordinal, multiplicative or implied number that begins at a token; returns its value and the token after.
pub(super) fn hint(tokens: &Tokens, at: usize) -> Option<(Hint, i64, usize)> {
    let token = tokens.get(at)?;
    let here = token.entry.and_then(|it| it.hint);
    if let Some(hint) = here {
        return Some((hint, value_of(hint), at + 1));
    }
    if token.is_letters()
        && let Some(value) = numerals::compound_ordinal(tokens.words(at))
    {
        return Some((Hint::Ordinal(value), value, at + 1));
    }
    // `двадцать пятый`, `two hundred and fifth`, `38-я`, `38th`
    let amount = numerals::read(tokens, at)?;
    let NumberValue::Whole(value) = amount.value else { return None };
    let mut next = amount.next;
    while tokens.glued_mark(next) == Some('-') || tokens.words(next) == "and" {
        next += 1;
    }
    let last = tokens.get(next).filter(|it| it.gap <= Gap::Line && it.is_letters())?;
    if let Some(Hint::Ordinal(ones)) = last.entry.and_then(|it| it.hint) {
        let fits = (value % 10 == 0 && ones < 10) || (value % 100 == 0 && ones < 100);
        return fits.then(|| (Hint::Ordinal(value + ones), value + ones, next + 1));
    }
    let suffix = last.gap == Gap::None
        && tokens.words(next).chars().count() <= 3
        && token.digits().is_some();
    suffix.then_some((Hint::Ordinal(value), value, next + 1))
}

/// The numerals that open compounds.
const STEMS: [(&str, i64); 46] = [
    ("двухсот", 200),
    ("трехсот", 300),
    ("пятисот", 500),
    ("двадцати", 20),
    ("тридцати", 30),
    ("сорока", 40),
    ("пятидесяти", 50),
    ("шестидесяти", 60),
    ("семидесяти", 70),
    ("девяносто", 90),
    ("одиннадцати", 11),
    ("двенадцати", 12),
    ("пятнадцати", 15),
    ("восемнадцати", 18),
    ("двух", 2),
    ("двух", 2),
    ("дву", 2),
    ("трех", 3),
    ("тре", 3),
    ("четырех", 4),
    ("пяти", 5),
    ("шести", 6),
    ("семи", 7),
    ("восьми", 8),
    ("девяти", 9),
    ("десяти", 10),
    ("сто", 100),
    ("полу", 2),
    ("много", 0),
    ("двоих", 2),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
    ("zehn", 10),
    ("doppel", 2),
    ("zwölf", 12),
    ("zwanzig", 20),
    ("dreißig", 30),
    ("vierzig", 40),
    ("fünfzig", 50),
    ("hundert", 100),
];
/// The fractions inside German ones.
const ENDINGS: [(&str, i64); 3] = [("drittel", 3), ("hälfte", 2), ("viertel", 4)];

/// Reads the number in front of a Russian or German compound: `трёхдневный`, `двукратный`, `пятилетка`, `dreitägig`, `Zweidrittel`.
fn derived(word: &str) -> Vec<i64> {
    if word.len() < 6 {
        return Vec::new();
    }
    let folded: String = word
        .chars()
        .flat_map(char::to_lowercase)
        .map(|it| if it == 'ё' { 'е' } else { it })
        .collect();
    let stem = STEMS
        .iter()
        .filter(|(stem, value)| *value > 0 && folded.starts_with(stem))
        .max_by_key(|it| it.0.len());
    let ending = ENDINGS.iter().find(|(ending, _)| folded.contains(ending));
    stem.into_iter().chain(ending).map(|it| it.1).collect()
}

fn figures(text: &str, res: &mut Vec<i64>) {
    let runs = text.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty());
    res.extend(runs.filter_map(|it| it.parse::<i64>().ok()));
    // `193X`: a decade.
    res.extend(
        text.split(['-', '/', 'T'])
            .filter_map(|it| it.strip_suffix('X')?.parse::<i64>().ok())
            .map(|it| it % 10 * 10),
    );
}

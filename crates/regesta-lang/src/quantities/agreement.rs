//! Compares the numbers of a text with those of its translation.

use regesta_model::{Language, NumberValue, Span};

use super::{Counted, echoes, scan};

/// Numbers that one text states and the other does not echo; spans point into their own text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Disagreement {
    /// What the first text states alone.
    pub first: Vec<(Span, NumberValue)>,
    /// What the second text states alone.
    pub second: Vec<(Span, NumberValue)>,
}

impl Disagreement {
    /// Says whether each number has its echo.
    pub fn is_empty(&self) -> bool {
        self.first.is_empty() && self.second.is_empty()
    }
}

/// Compares the numbers of two texts of one meaning.
///
/// A number agrees where the other text says it in any way (`решение` of three days and `трёхдневный`), as an ordinal, in a date, or
/// in another measure (`30 miles`, `48 км`). None, one, and a half or two in words are said in too many ways (`a pair`, `the
/// countries`) and are never reported alone.
pub fn disagreement(first: (&str, Language), second: (&str, Language)) -> Disagreement {
    let (left, right) = (scan(first.0, first.1), scan(second.0, second.1));
    let left_echoes = echoes::of_scan(first.0, first.1, &left);
    let right_echoes = echoes::of_scan(second.0, second.1, &right);
    Disagreement {
        first: unmatched(first.0, &left, &right, &right_echoes),
        second: unmatched(second.0, &right, &left, &left_echoes),
    }
}

fn unmatched(
    text: &str,
    own: &[Counted],
    other: &[Counted],
    echoes: &[NumberValue],
) -> Vec<(Span, NumberValue)> {
    let mut res = Vec::new();
    for (at, it) in own.iter().enumerate() {
        let in_words = !it.number.of(text).contains(|it: char| {
            it.is_numeric() && it.is_ascii_digit() || ('０'..='９').contains(&it)
        });
        let missing = ends(it.value).into_iter().any(|value| {
            let unit = unit_of(own, at);
            !(is_weak(value, in_words)
                || is_echoed(value, echoes)
                || is_share(value, &unit, echoes)
                || is_converted(value, &unit, other)
                // `300 km (190 miles)`: said twice in one text, once in the other.
                || is_converted(value, &unit, own))
        });
        if missing {
            res.push((it.number, it.value));
        }
    }
    res
}

/// What a number counts; the unit of `2.5` in `2.5 to 10 cm` stands behind its neighbour.
fn unit_of(counted: &[Counted], at: usize) -> String {
    let unit = |it: usize| counted.get(it).map(|it| it.unit.clone().name()).unwrap_or_default();
    let ends = counted.get(at).map_or(0, |it| it.words.end);
    let near = counted.get(at + 1).is_some_and(|it| it.words.start.saturating_sub(ends) <= 12);
    if unit(at).is_empty() && near { unit(at + 1) } else { unit(at) }
}

/// A fifth is twenty percent.
fn is_share(value: NumberValue, unit: &str, echoes: &[NumberValue]) -> bool {
    let Some(percent) = as_number(value).filter(|_| unit == "percent") else { return false };
    let fractions = echoes.iter().filter(|it| matches!(it, NumberValue::Fraction(..)));
    fractions.filter_map(|it| as_number(*it)).any(|it| (it * 100.0 - percent).abs() < 1e-9)
}

/// The numbers a value is made of.
fn ends(value: NumberValue) -> Vec<NumberValue> {
    match value {
        NumberValue::Range(low, high) => vec![NumberValue::Whole(low), NumberValue::Whole(high)],
        value => vec![value],
    }
}

/// Said in too many ways to be missed.
fn is_weak(value: NumberValue, in_words: bool) -> bool {
    match value {
        NumberValue::Whole(0 | 1) => true,
        NumberValue::Whole(2) | NumberValue::Fraction(1, 2) => in_words,
        _ => false,
    }
}

fn is_echoed(value: NumberValue, echoes: &[NumberValue]) -> bool {
    let number = as_number(value);
    echoes.iter().any(|it| {
        *it == value
            || number
                .zip(as_number(*it))
                .is_some_and(|(a, b)| (a - b).abs() < 1e-9 * a.abs().max(1.0))
    }) || match value {
        // `one in five` is a fifth, a `Zweidrittelmehrheit` has two thirds.
        NumberValue::Fraction(part, whole) => {
            let said = |it: i64| echoes.contains(&NumberValue::Whole(it));
            said(whole) && (part == 1 || said(part)) || share(part, whole).is_some_and(said)
        }
        _ => false,
    }
}

/// Returns a fraction in percent, where it is whole.
fn share(part: i64, whole: i64) -> Option<i64> {
    let percent = part.checked_mul(100)?;
    (percent.checked_rem(whole)? == 0).then(|| percent / whole)
}

fn as_number(value: NumberValue) -> Option<f64> {
    match value {
        NumberValue::Whole(value) => Some(value as f64),
        NumberValue::Decimal(value) => Some(value),
        NumberValue::Fraction(part, whole) if whole != 0 => Some(part as f64 / whole as f64),
        _ => None,
    }
}

/// What a unit is worth in the base unit of its kind.
fn measure(unit: &str) -> Option<(char, f64)> {
    Some(match unit {
        "millimetre" => ('l', 0.001),
        "centimetre" => ('l', 0.01),
        "metre" => ('l', 1.0),
        "kilometre" => ('l', 1_000.0),
        "inch" => ('l', 0.0254),
        "foot" => ('l', 0.3048),
        "yard" => ('l', 0.9144),
        "mile" => ('l', 1_609.344),
        "nautical mile" => ('l', 1_852.0),
        "verst" => ('l', 1_066.8),
        "li" => ('l', 500.0),
        "gram" => ('w', 0.001),
        "kilogram" => ('w', 1.0),
        "ton" => ('w', 1_000.0),
        "pound" => ('w', 0.453_592_37),
        "ounce" => ('w', 0.028_35),
        "pood" => ('w', 16.38),
        "jin" => ('w', 0.5),
        "quintal" => ('w', 100.0),
        "hectare" => ('a', 10_000.0),
        "acre" => ('a', 4_046.86),
        "mu" => ('a', 666.67),
        "square metre" => ('a', 1.0),
        "square kilometre" => ('a', 1_000_000.0),
        "litre" => ('v', 1.0),
        "gallon" => ('v', 3.785),
        _ => return None,
    })
}

/// Says whether the other text gives the same length, weight or area in another unit, rounded, or heat in another scale.
fn is_converted(value: NumberValue, unit: &str, other: &[Counted]) -> bool {
    let Some(number) = as_number(value) else { return false };
    (0..other.len()).any(|at| {
        let theirs = unit_of(other, at);
        let numbers = other.get(at).map(|it| ends(it.value)).unwrap_or_default();
        (theirs != unit || unit == "degree")
            && numbers
                .into_iter()
                .filter_map(as_number)
                .any(|it| is_same(number, unit, it, &theirs))
    })
}

/// Translators round: a fifth more or less is the same length.
const ROUNDING: f64 = 0.2;

fn is_same(number: f64, unit: &str, other: f64, other_unit: &str) -> bool {
    if unit == "degree" && other_unit == "degree" {
        let fahrenheit = |celsius: f64| celsius * 1.8 + 32.0;
        let near = |a: f64, b: f64| a != b && (a - b).abs() <= 2.5;
        let [here, there] = [(number, other), (other, number)];
        return [here, there].iter().any(|(a, b)| near(fahrenheit(*a), *b) || near(a * 1.8, *b));
    }
    let Some(((kind, worth), (other_kind, other_worth))) = measure(unit).zip(measure(other_unit))
    else {
        return false;
    };
    let (here, there) = (number * worth, other * other_worth);
    kind == other_kind && (here - there).abs() <= ROUNDING * here.abs().max(there.abs())
}

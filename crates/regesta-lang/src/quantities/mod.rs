//! Finds numbers with what they count, in digits and in words.

mod agreement;
mod bounds;
mod cells;
mod context;
mod echoes;
mod fractions;
mod lists;
mod units;

use regesta_model::{Language, NumberValue, Quantity, Span};

use crate::dates::{self, FoundDate};
use crate::numerals;
use crate::tokens::{Gap, Kind, Tokens, each_stretch_in};

pub use agreement::{Disagreement, disagreement};
pub use echoes::echoes;

/// The pages about them, each the test of what it says.
pub const PAGES: &[crate::Page] = crate::pages::pages![
    "quantities/russian",
    "quantities/english",
    "quantities/german",
    "quantities/chinese",
    "quantities/korean",
    "quantities/japanese",
    "quantities/others",
    "quantities/units",
    "quantities/bounds",
    "quantities/not_quantities",
];

/// A number found in a text, with what it counts where something says so.
#[derive(Clone, Debug)]
struct Counted {
    /// The number alone.
    number: Span,
    /// Number, bounds and unit.
    words: Span,
    value: NumberValue,
    unit: units::Counts,
    bounds: bounds::Bounds,
}

/// Finds the quantities of a text in reading order; spans point into `text` and do not overlap.
///
/// List numbers, paragraph marks, years, dates, times, document and reference numbers are not quantities.
pub fn find(text: &str, language: Language) -> Vec<Quantity> {
    find_beside(text, language, &named(&dates::find(text, language)))
}

/// Finds the quantities of a text whose dates are known: the words of those that name a day, month or year, in order.
pub fn find_beside(text: &str, language: Language, dates: &[Span]) -> Vec<Quantity> {
    let mut counted = scan_beside(text, language, dates);
    lists::share_heads(text, &mut counted);
    let quantities = counted.into_iter().filter(Counted::is_quantity);
    quantities.map(|it| it.into_quantity(language)).collect()
}

/// Finds every number a translation ought to repeat: quantities, bare numbers and numbers of documents, not the
/// numbers of a list, calendar dates, or a `one` in words; spans hold the number alone.
///
/// Equal numbers have equal values however they are written: `16 тысяч`, `16,000` and `1.6万` are `Whole(16000)`.
/// A range stays one value, so a caller who compares numbers one by one expands it to its two ends.
pub fn numbers(text: &str, language: Language) -> Vec<(Span, NumberValue)> {
    numbers_and_dates(text, language).0
}

/// Finds every number a translation ought to repeat, and the dates of the text that were set apart from them.
pub fn numbers_and_dates(
    text: &str,
    language: Language,
) -> (Vec<(Span, NumberValue)>, Vec<FoundDate>) {
    let repeated = |it: &Counted| match it.value {
        NumberValue::Whole(1) => it.number.of(text).starts_with(|it: char| it.is_ascii_digit()),
        _ => true,
    };
    let dates = dates::find(text, language);
    let counted = scan_beside(text, language, &named(&dates)).into_iter();
    (counted.filter(repeated).map(|it| (it.number, it.value)).collect(), dates)
}

/// Reads words that are known to be one number and nothing else, a cell of a table, with what bounds it.
///
/// A reading of the whole cell is preferred, else its first number is taken; `None` where there is no number in the words.
/// Ordinals (`пятый`, `38-я`) and multiplicatives (`втрое`) have their number as value. A language of `Undetermined` is found
/// from the words.
pub fn normalize(words: &str, language: Language) -> Option<Quantity> {
    let language = match language {
        Language::Undetermined => crate::languages::identify(words).language,
        known => known,
    };
    let counted = cells::read(words, language)?;
    Some(counted.into_quantity(language))
}

impl Counted {
    /// Leaves the words before a place to the quantity that has them (`рот` in `만рот 0`).
    fn after(mut self, end: u32) -> Counted {
        self.words.start = self.words.start.max(end.min(self.number.start));
        self
    }

    fn into_quantity(self, language: Language) -> Quantity {
        Quantity {
            value: self.value,
            unit: self.unit.name(),
            approximate: self.bounds.approximate,
            comparator: self.bounds.comparator,
            language,
            spans: vec![self.words],
        }
    }

    fn is_quantity(&self) -> bool {
        match self.value {
            NumberValue::Fraction(..) => !matches!(self.unit, units::Counts::Time(_)),
            NumberValue::Whole(1) => self.unit.is_known(),
            _ => self.unit.is_something(),
        }
    }
}

/// Reads every number of a text that is not part of a calendar date.
fn scan(text: &str, language: Language) -> Vec<Counted> {
    scan_beside(text, language, &named(&dates::find(text, language)))
}

/// The words of the dates that name a day, month or year.
fn named(dates: &[FoundDate]) -> Vec<Span> {
    dates.iter().filter(|it| !it.is_relative()).map(|it| it.span).collect()
}

/// Reads every number of a text that does not stand in words that are taken.
fn scan_beside(text: &str, language: Language, taken: &[Span]) -> Vec<Counted> {
    let mut res = Vec::new();
    let mut first = 0;
    each_stretch_in(text, language, |tokens| {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            while taken.get(first).is_some_and(|it| it.end as usize <= token.start) {
                first += 1;
            }
            let dated = taken.get(first).is_some_and(|it| (it.start as usize) < token.end);
            if dated {
                res.extend(taken.get(first).and_then(|it| fused(tokens, at, *it)));
                at += 1;
                continue;
            }
            // A number may end inside a token (`3만5천명`); the rest of that token begins nothing.
            let inside = |it: &Counted| (it.words.end as usize) > token.start;
            if res.last().is_some_and(inside) {
                at += 1;
                continue;
            }
            at = match counted(tokens, at) {
                Some((it, next)) => {
                    let end = res.last().map_or(0, |it: &Counted| it.words.end);
                    res.extend(it.map(|it| it.after(end)));
                    next.max(at + 1)
                }
                None => at + 1,
            };
        }
    });
    res
}

/// Reads the number that lost the space before a date: `260` in `No. 26015.1.51`.
fn fused(tokens: &Tokens, at: usize, date: Span) -> Option<Counted> {
    let start = tokens.get(at)?.start;
    let digits = tokens.text.get(start..date.start as usize)?;
    let value = digits.parse().ok()?;
    let number = Span::new(start..start + digits.len());
    Some(Counted {
        number,
        words: number,
        value: NumberValue::Whole(value),
        unit: units::Counts::Nothing,
        bounds: bounds::Bounds::default(),
    })
}

/// Reads the number that begins at a token; returns it (unless it only numbers something) and the token after it.
fn counted(tokens: &Tokens, at: usize) -> Option<(Option<Counted>, usize)> {
    let token = tokens.get(at)?;
    let may_count = match token.kind {
        Kind::Word => token.entry.is_some(),
        Kind::Mark(mark) => {
            matches!(numerals::number_sign(mark), Some(numerals::Sign::Fraction(..)))
        }
        _ => true,
    };
    if !may_count {
        return None;
    }
    let past =
        dates::past_colon_time(tokens, at).or_else(|| context::is_clock_or_decade(tokens, at));
    if let Some(end) = past {
        return Some((None, end));
    }
    if context::is_indefinite(tokens, at) || context::is_in_name(tokens, at) {
        return Some((None, at + 1));
    }
    if let Some(it) = fractions::read(tokens, at) {
        return Some((Some(it.0), it.1));
    }
    let amount = numerals::read(tokens, at)?;
    let role = context::role(tokens, at, &amount);
    if role == context::Role::ListNumber {
        return Some((None, amount.next));
    }
    let unit = match role {
        context::Role::Count => units::after(tokens, at, &amount),
        _ => units::Found::nothing(&amount),
    };
    let in_numerals = !matches!(token.kind, Kind::Digits(..) | Kind::Word);
    let counts = unit.counts.is_something() || matches!(unit.counts, units::Counts::Time(_));
    if in_numerals && !counts && !context::sure_numeral(tokens, at) {
        return None;
    }
    let mut bounds = bounds::around(tokens, at, &amount, &unit);
    let inverted = inverted_unit(tokens, at, &unit);
    if let Some((_, start)) = inverted {
        bounds.approximate = true;
        bounds.from = bounds.from.min(start);
    }
    let (value, from) = match minus(tokens, at) {
        Some(from) => (negative(amount.value), from),
        None => (amount.value, amount.from),
    };
    let end = bounds.to.max(unit.to).max(amount.to);
    let counted = Counted {
        number: Span::new(from..amount.to),
        words: Span::new(bounds.from.min(from)..end),
        value,
        unit: inverted.map_or(unit.counts, |it| it.0),
        bounds,
    };
    Some((Some(counted), bounds.next.max(unit.next).max(amount.next)))
}

/// Returns the byte where a sign that makes the number at a token negative begins: `−5`, `минус 5`, `零下5度`.
fn minus(tokens: &Tokens, at: usize) -> Option<usize> {
    let sign =
        tokens.before(at).filter(|_| tokens.get(at).is_some_and(|it| it.gap <= Gap::Space))?;
    let start = || Some(sign.start);
    match sign.kind {
        Kind::Mark('−') if tokens.get(at)?.gap == Gap::None && sign.gap > Gap::None => start(),
        // A hyphen opens a list item or stands for a dash, unless a measure of heat or a share follows.
        Kind::Mark('-' | '–') if tokens.get(at)?.gap == Gap::None && sign.gap > Gap::None => {
            let measured = |it: usize| matches!(tokens.mark(it), Some('°' | '%' | '℃' | 'º'));
            let alone = at == 1;
            ((at..at + 4).any(measured) || alone).then_some(sign.start)
        }
        Kind::Word
            if matches!(tokens.words(at - 1), "минус" | "минусе" | "minus" | "Minus" | "мінус") =>
        {
            start()
        }
        Kind::Han('下')
            if at >= 2
                && tokens.get(at - 2)?.kind == Kind::Numeral
                && tokens.words(at - 2) == "零" =>
        {
            Some(tokens.get(at - 2)?.start)
        }
        Kind::Hangul if matches!(tokens.words(at - 1), "영하" | "마이너스") => start(),
        _ => None,
    }
}

fn negative(value: NumberValue) -> NumberValue {
    match value {
        NumberValue::Whole(value) => NumberValue::Whole(value.saturating_neg()),
        NumberValue::Decimal(value) => NumberValue::Decimal(-value),
        NumberValue::Range(low, high) => {
            NumberValue::Range(high.saturating_neg(), low.saturating_neg())
        }
        NumberValue::Fraction(part, whole) => NumberValue::Fraction(part.saturating_neg(), whole),
    }
}

/// `человек двести`: a counted noun before its number blurs it in Russian; returns the unit and where it begins.
fn inverted_unit(
    tokens: &Tokens,
    at: usize,
    unit: &units::Found,
) -> Option<(units::Counts, usize)> {
    if unit.counts != units::Counts::Nothing || tokens.get(at)?.gap != Gap::Space {
        return None;
    }
    let noun = tokens.before(at)?;
    let counted = noun.entry?.unit?;
    let word = tokens.words(at - 1).to_lowercase();
    let plural = matches!(
        word.as_str(),
        "человек" | "штук" | "раз" | "тонн" | "верст" | "рот" | "душ" | "лошадей"
    ) || ["ов", "ев", "ей"].iter().any(|it| word.ends_with(it))
        && word.chars().count() > 3;
    let numbered = tokens
        .before(at - 1)
        .is_some_and(|it| it.digits().is_some() || it.entry.is_some_and(|it| it.number.is_some()));
    let time = counted.kind == crate::lexicon::UnitKind::Time;
    let goes_on = tokens.get(at + 1).is_some_and(|it| {
        it.is_letters()
            && it.gap == Gap::Space
            && !it.is(crate::lexicon::Class::Function)
            && it.entry.is_none_or(|it| it.number.is_none())
    });
    (plural && !numbered && !time && !goes_on)
        .then(|| (units::Counts::Known(counted.name.to_owned()), noun.start))
}

#[cfg(test)]
mod tests;

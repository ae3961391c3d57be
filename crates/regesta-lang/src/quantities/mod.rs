//! Finds numbers with what they count, in digits and in words.

mod bounds;
mod context;
mod fractions;
mod lists;
mod units;

use regesta_model::{Language, NumberValue, Quantity, Span};

use crate::dates;
use crate::numerals;
use crate::tokens::{Kind, Tokens, each_stretch};

/// The pages about them, each the test of what it says.
pub const PAGES: &[crate::Page] = crate::pages::pages!["quantities/russian"];

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
    let mut counted = scan(text, language);
    lists::share_heads(text, &mut counted);
    let quantities = counted.into_iter().filter(Counted::is_quantity);
    quantities
        .map(|it| Quantity {
            value: it.value,
            unit: it.unit.name(),
            approximate: it.bounds.approximate,
            comparator: it.bounds.comparator,
            language,
            spans: vec![it.words],
        })
        .collect()
}

/// Finds every number a translation ought to repeat: quantities, bare numbers and numbers of documents, not the
/// numbers of a list, calendar dates, or a `one` in words; spans hold the number alone.
///
/// Equal numbers have equal values however they are written: `16 тысяч`, `16,000` and `1.6万` are `Whole(16000)`.
/// A range stays one value, so a caller who compares numbers one by one expands it to its two ends.
pub fn numbers(text: &str, language: Language) -> Vec<(Span, NumberValue)> {
    let repeated = |it: &Counted| match it.value {
        NumberValue::Whole(1) => it.number.of(text).starts_with(|it: char| it.is_ascii_digit()),
        _ => true,
    };
    let counted = scan(text, language);
    counted.into_iter().filter(repeated).map(|it| (it.number, it.value)).collect()
}

/// Reads words that are known to be one number and nothing else, a cell of a table, with what bounds it.
///
/// `None` where there is no number in the words. A language of `Undetermined` is found from the words.
pub fn normalize(words: &str, language: Language) -> Option<Quantity> {
    let language = match language {
        Language::Undetermined => crate::languages::identify(words).language,
        known => known,
    };
    let counted = scan(words, language).into_iter().next()?;
    Some(Quantity {
        value: counted.value,
        unit: counted.unit.name(),
        approximate: counted.bounds.approximate,
        comparator: counted.bounds.comparator,
        language,
        spans: vec![counted.words],
    })
}

impl Counted {
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
    let taken: Vec<Span> = dates::find(text, language)
        .into_iter()
        .filter(|it| !it.is_relative())
        .map(|it| it.span)
        .collect();
    let mut res = Vec::new();
    let mut first = 0;
    each_stretch(text, |tokens| {
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
                    res.extend(it);
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
        Kind::Mark(_) => false,
        _ => true,
    };
    if !may_count {
        return None;
    }
    if let Some(end) = dates::past_colon_time(tokens, at) {
        return Some((None, end));
    }
    if context::is_indefinite(tokens, at) {
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
    let bounds = bounds::around(tokens, at, &amount, &unit);
    let end = bounds.to.max(unit.to).max(amount.to);
    let counted = Counted {
        number: Span::new(amount.from..amount.to),
        words: Span::new(bounds.from.min(amount.from)..end),
        value: amount.value,
        unit: unit.counts,
        bounds,
    };
    Some((Some(counted), bounds.next.max(unit.next).max(amount.next)))
}

#[cfg(test)]
mod tests;

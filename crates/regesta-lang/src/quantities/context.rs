//! Says whether a number counts something, numbers a thing, or numbers an item of a list.

use crate::lexicon::Class;
use crate::numerals::Amount;
use crate::tokens::{Gap, Kind, Tokens};

/// What a number does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It may count what follows.
    Count,
    /// It names something: a document, a leaf, a model, a telephone.
    Name,
    /// It stands before an item of a list.
    ListNumber,
}

/// Says what the number at a token does.
pub(super) fn role(tokens: &Tokens, at: usize, amount: &Amount) -> Role {
    if tokens.get(at).is_none_or(|it| it.digits().is_none()) {
        return Role::Count;
    }
    if is_list_number(tokens, at, amount) {
        return Role::ListNumber;
    }
    if is_labelled(tokens, at) || is_chained(tokens, at, amount) { Role::Name } else { Role::Count }
}

/// Says whether Chinese or Hangul numerals are a number without a unit: at least two of them with a scale.
pub(super) fn sure_numeral(tokens: &Tokens, at: usize) -> bool {
    let words = tokens.words(at);
    tokens.get(at).is_some_and(|it| it.kind == Kind::Numeral)
        && words.chars().count() >= 2
        && words.contains(['十', '百', '千', '万', '萬', '亿', '億'])
        && !matches!(words, "万一" | "千万" | "万千" | "百万" | "万万")
}

/// `几十`, `数千`: tens and thousands that nobody counted.
pub(super) fn is_indefinite(tokens: &Tokens, at: usize) -> bool {
    let numeral = tokens.get(at).is_some_and(|it| it.kind == Kind::Numeral && it.gap == Gap::None);
    numeral
        && tokens.before(at).is_some_and(|it| {
            matches!(
                it.kind,
                Kind::Han('几' | '幾' | '数' | '數' | '上' | '成' | '统' | '統' | '唯')
            )
        })
}

/// `1.` or `1)` at the head of a line or a sentence, `(2)`.
fn is_list_number(tokens: &Tokens, at: usize, amount: &Amount) -> bool {
    let short = tokens.get(at).and_then(|it| it.digits()).is_some_and(|(_, len)| len <= 2);
    if !short || amount.next != at + 1 {
        return false;
    }
    let before = tokens.before(at);
    let head = tokens.line_begins(at)
        || before.is_some_and(|it| matches!(it.kind, Kind::Mark('.' | ':' | ';' | '*')))
            && tokens.get(at).is_some_and(|it| it.gap > Gap::None);
    let bracketed = before.is_some_and(|it| matches!(it.kind, Kind::Mark('(' | '（' | '[')));
    match tokens.glued_mark(at + 1) {
        Some(')' | '）') => head || bracketed,
        Some('.' | '．' | '、') => {
            head && tokens.get(at + 2).is_none_or(|it| it.digits().is_none() || it.gap > Gap::None)
        }
        _ => false,
    }
}

/// Says whether a label such as `№` or `лл.` stands before the number, or before the list of numbers it stands in.
fn is_labelled(tokens: &Tokens, at: usize) -> bool {
    let mut here = at;
    for _ in 0..6 {
        if tokens.line_begins(here) {
            return false;
        }
        let Some(before) = tokens.before(here) else { return false };
        if before.is(Class::Label) {
            return true;
        }
        match before.kind {
            Kind::Mark('.') => here -= 1,
            Kind::Mark(',' | '-' | '–' | '/') if here < at || amount_list(tokens, here) => {
                here -= 1
            }
            Kind::Digits(..) if here < at => here -= 1,
            _ => return before.kind == Kind::Han('第'),
        }
    }
    false
}

fn amount_list(tokens: &Tokens, at: usize) -> bool {
    at >= 2 && tokens.get(at - 2).is_some_and(|it| it.digits().is_some())
}

/// Digits of a code: `118-00080-10`, `Т-34`, `86-10-1234`, `5/a`, `38th`, `040089号`.
fn is_chained(tokens: &Tokens, at: usize, amount: &Amount) -> bool {
    let Some(token) = tokens.get(at) else { return true };
    if token.gap == Gap::None
        && let Some(before) = tokens.before(at)
    {
        let joins =
            matches!(before.kind, Kind::Mark('-' | '–' | '/' | '.' | ':' | '_' | '@' | '#'));
        let inner = at >= 2
            && before.gap == Gap::None
            && tokens.get(at - 2).is_some_and(|it| !matches!(it.kind, Kind::Mark(_)));
        if joins && inner || before.kind == Kind::Word && before.entry.is_none() {
            return true;
        }
    }
    if tokens.words(at).starts_with('0') && tokens.words(at).len() > 1 {
        return true;
    }
    let next = tokens.get(amount.next);
    let glued = next.is_some_and(|it| it.gap == Gap::None);
    let suffix =
        next.is_some_and(|it| it.is_letters() && it.entry.is_none_or(|it| it.unit.is_none()));
    let on = glued
        && next.is_some_and(|it| matches!(it.kind, Kind::Mark('-' | '–' | '/' | ':' | '_')))
        && tokens
            .get(amount.next + 1)
            .is_some_and(|it| it.gap == Gap::None && !matches!(it.kind, Kind::Mark(_)));
    on || glued && suffix
}

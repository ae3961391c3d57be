//! What the table of number words says of a word.

/// How a number word combines with its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberWord {
    /// 0 to 9.
    Digit(i64),
    /// 10 to 19, and other words that are complete below a hundred.
    Teen(i64),
    /// 20, 30, ... 90.
    Ten(i64),
    /// 100, 200, ... 900 in one word.
    Hundred(i64),
    /// A power of ten that multiplies what stands before it.
    Scale(i64),
    /// The denominator of a fraction.
    Part(i64),
    /// Two neighbouring numbers said in one word.
    Pair(i64, i64),
    /// A number and a half: `полтора`, `anderthalb`.
    Half(i64),
    /// A digit that is read only after another number, as the word is another one by itself.
    Tail(i64),
}

/// The number a word says without counting with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hint {
    /// A place in an order: `fifth`.
    Ordinal(i64),
    /// How many times: `twice`, `втрое`.
    Multiple(i64),
    /// A word that a number elsewhere may stand for: `both`, `a decade`.
    Implied(i64),
}

/// Reads the kind and value of a line as a word to count with.
pub(super) fn number_word(kind: &str, value: &str) -> Option<NumberWord> {
    if let Some((low, high)) = value.split_once('-') {
        return Some(NumberWord::Pair(low.parse().ok()?, high.parse().ok()?));
    }
    let value = value.parse().ok()?;
    match kind {
        "digit" => Some(NumberWord::Digit(value)),
        "teen" => Some(NumberWord::Teen(value)),
        "ten" => Some(NumberWord::Ten(value)),
        "hundred" => Some(NumberWord::Hundred(value)),
        "scale" => Some(NumberWord::Scale(value)),
        "part" => Some(NumberWord::Part(value)),
        "half" => Some(NumberWord::Half(value)),
        "tail" => Some(NumberWord::Tail(value)),
        _ => None,
    }
}

/// Reads the kind and value of a line as a word that says a number without counting.
pub(super) fn hint(kind: &str, value: &str) -> Option<Hint> {
    let value = value.parse().ok()?;
    match kind {
        "ordinal" => Some(Hint::Ordinal(value)),
        "multiple" => Some(Hint::Multiple(value)),
        "implied" => Some(Hint::Implied(value)),
        _ => None,
    }
}

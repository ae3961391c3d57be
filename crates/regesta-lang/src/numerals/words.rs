//! Numbers in words of an alphabet: `twenty-seven`, `сто пятьдесят тысяч`, `siebenundzwanzig`.

use regesta_model::NumberValue;

use super::One;
use crate::lexicon::{Class, NumberWord};
use crate::tokens::{Gap, Token, Tokens};

/// The sum of the words read so far.
#[derive(Default)]
struct Sum {
    total: i64,
    current: i64,
    /// The least power of ten that is still open below the last word.
    open: i64,
    scale: i64,
}

impl Sum {
    /// Adds a word; `None` where it cannot follow what was read.
    fn add(&mut self, word: NumberWord) -> Option<()> {
        let (value, room, below) = match word {
            NumberWord::Digit(value) => (value, 10, 1),
            NumberWord::Teen(value) => (value, 100, 1),
            NumberWord::Ten(value) => (value, 100, 10),
            NumberWord::Hundred(value) => (value, 1_000, 100),
            NumberWord::Scale(scale) => return self.multiply(scale),
            NumberWord::Part(_) | NumberWord::Pair(..) => return None,
        };
        if self.open < room {
            return None;
        }
        self.current += value;
        self.open = below;
        Some(())
    }

    fn multiply(&mut self, scale: i64) -> Option<()> {
        if self.current == 0 && (self.total > 0 || self.open == 1) {
            return None;
        }
        let counted = self.current.max(1);
        if scale < 1_000 {
            self.current = counted.checked_mul(scale).filter(|_| counted < 100)?;
            self.open = 100;
        } else {
            self.total = self.total.checked_add(counted.checked_mul(scale)?)?;
            self.current = 0;
            self.open = 1_000;
        }
        self.scale = self.scale.max(scale);
        Some(())
    }
}

/// Reads a number whose first token is a word.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<One> {
    let first = number(tokens.get(at)?)?;
    if matches!(first, NumberWord::Scale(_)) && !may_stand_alone(tokens, at) {
        return None;
    }
    let mut sum = Sum { open: 1_000_000, ..Sum::default() };
    sum.add(first)?;
    let mut next = at + 1;
    while let Some((word, after)) = further(tokens, next) {
        if sum.add(word).is_none() {
            break;
        }
        next = after;
    }
    let value = NumberValue::Whole(sum.total.checked_add(sum.current)?);
    let to = tokens.before(next)?.end;
    Some(One { value, scale: sum.scale.max(1), to, next, in_words: true })
}

fn number(token: &Token) -> Option<NumberWord> {
    token.entry?.number
}

/// `a hundred`, `тысяча`: a scale word with nothing before it counts once; `hundreds of` counts nothing.
fn may_stand_alone(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.words(at).to_lowercase();
    let article = matches!(tokens.before(at).map(|it| it.is(Class::Article)), Some(true))
        && !matches!(tokens.words(at - 1), "the" | "The");
    let english = word.is_ascii() && article && !word.ends_with('s');
    english
        || matches!(
            word.as_str(),
            "тысяча" | "тысячу" | "тысячей" | "миллион" | "hundert" | "tausend"
        )
}

/// The next word of a number, over a hyphen or an `and`.
fn further(tokens: &Tokens, at: usize) -> Option<(NumberWord, usize)> {
    let token = tokens.get(at).filter(|it| it.gap <= Gap::Line)?;
    let hyphen = matches!(token.mark(), Some('-' | '‑')) && token.gap == Gap::None;
    let and = token.entry.is_some_and(|_| matches!(tokens.words(at), "and" | "und"))
        && tokens.before(at).and_then(number).is_some_and(|it| matches!(it, NumberWord::Scale(_)));
    let word = if hyphen || and { at + 1 } else { at };
    let token = tokens.get(word).filter(|it| it.gap <= Gap::Line)?;
    Some((number(token)?, word + 1))
}

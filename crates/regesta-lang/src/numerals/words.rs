//! Numbers in words of an alphabet: `twenty-seven`, `сто пятьдесят тысяч`, `полтора миллиона`, `two and a half`.

use regesta_model::{Language, NumberValue, Script};

use super::{One, compounds};
use crate::lexicon::{Class, NumberWord};
use crate::tokens::{Gap, Token, Tokens};

/// The sum of the words read so far, in halves.
#[derive(Debug)]
pub(super) struct Sum {
    total: i64,
    current: i64,
    /// The least power of ten that is still open below the last word.
    open: i64,
    /// The greatest scale that multiplied; 0 where none did.
    scale: i64,
    /// The last scale; the next one has to be smaller.
    last: i64,
    /// Whether anything was added.
    begun: bool,
}

impl Default for Sum {
    fn default() -> Self {
        Sum { total: 0, current: 0, open: i64::MAX, scale: 0, last: i64::MAX, begun: false }
    }
}

impl Sum {
    /// Adds a word; `None` where it cannot follow what was read.
    pub(super) fn add(&mut self, word: NumberWord) -> Option<()> {
        let (value, room, below) = match word {
            NumberWord::Digit(value) => (value * 2, 10, 1),
            NumberWord::Tail(value) if self.begun => (value * 2, 10, 1),
            NumberWord::Half(value) => (value * 2 + 1, 10, 1),
            NumberWord::Teen(value) => (value.checked_mul(2)?, room_of(value), room_below(value)),
            // `quatre-vingts` multiplies, and eighty leaves room for the teens.
            NumberWord::Ten(20) if self.current == 8 && self.open == 1 => {
                (self.current, self.open) = (160, 20);
                return Some(());
            }
            NumberWord::Ten(value) => (value * 2, 100, 10),
            NumberWord::Hundred(value) => (value * 2, 1_000, 100),
            NumberWord::Scale(scale) => return self.multiply(scale),
            NumberWord::Tail(_) | NumberWord::Part(_) | NumberWord::Pair(..) => return None,
        };
        let french_teen = matches!(word, NumberWord::Teen(11..=19) | NumberWord::Ten(10))
            && (self.open == 20 || self.open == 10 && self.current % 200 == 120);
        if self.open < room && !french_teen {
            return None;
        }
        self.current = self.current.checked_add(value)?;
        self.open = below;
        self.begun = true;
        Some(())
    }

    fn multiply(&mut self, scale: i64) -> Option<()> {
        if self.current == 0 && self.begun || scale >= self.last {
            return None;
        }
        let counted = if self.current == 0 { 2 } else { self.current };
        if scale < 1_000 {
            self.current = counted.checked_mul(scale).filter(|_| counted < 200)?;
            self.open = if scale == 100 { 100 } else { 1 };
        } else {
            self.total = self.total.checked_add(counted.checked_mul(scale)?)?;
            self.current = 0;
            self.open = scale;
            self.last = scale;
        }
        self.scale = self.scale.max(scale);
        self.begun = true;
        Some(())
    }

    /// Adds half of one.
    fn add_half(&mut self) {
        self.current = self.current.saturating_add(1);
        self.open = 1;
    }

    /// Returns the sum where it is whole.
    pub(super) fn whole(&self) -> Option<i64> {
        let halves = self.total.checked_add(self.current)?;
        (halves % 2 == 0).then_some(halves / 2)
    }

    fn value(&self) -> Option<NumberValue> {
        let halves = self.total.checked_add(self.current)?;
        Some(match self.whole() {
            Some(whole) => NumberValue::Whole(whole),
            None => NumberValue::Decimal(halves as f64 / 2.0),
        })
    }
}

/// The least power of ten above a number, at least a hundred.
fn room_of(value: i64) -> i64 {
    let mut room = 100i64;
    while room <= value {
        room = room.saturating_mul(10);
    }
    room
}

/// The greatest power of ten that divides a number of thousands (`zweitausend fünfhundert`); 1 below a thousand.
fn room_below(value: i64) -> i64 {
    let mut room = 1i64;
    while value >= 1_000 && value % room.saturating_mul(10) == 0 {
        room = room.saturating_mul(10);
    }
    room
}

/// Reads a number whose first token is a word.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<One> {
    let first = number(tokens, at)?;
    if let NumberWord::Part(whole) = first {
        return part_of_scale(tokens, at, whole);
    }
    // `eine halbe Million`
    if let (NumberWord::Digit(1), Some(NumberWord::Part(whole))) = (first, number(tokens, at + 1))
        && let Some(it) = part_of_scale(tokens, at + 1, whole)
    {
        return Some(it);
    }
    if matches!(first, NumberWord::Scale(_)) && !may_stand_alone(tokens, at) {
        return None;
    }
    let mut sum = Sum::default();
    match first {
        // `семью тысячами`
        NumberWord::Tail(value) => {
            further(tokens, at + 1).filter(|it| matches!(it.0, NumberWord::Scale(_)))?;
            sum.add(NumberWord::Digit(value))?;
        }
        first => sum.add(first)?,
    }
    let mut next = at + 1;
    loop {
        if let Some(after) = half_after(tokens, next) {
            sum.add_half();
            next = after;
        }
        let Some((word, after)) = further(tokens, next) else { break };
        if sum.add(word).is_none() {
            break;
        }
        next = after;
    }
    let mut value = sum.value()?;
    if let Some((figures, below, after)) = decimals(tokens, next) {
        (value, next) = (super::decimal(sum.whole()?, figures, below)?, after);
        if let Some((NumberWord::Scale(scale), after)) = further(tokens, next) {
            (value, next) = (super::scaled(value, scale)?, after);
        }
    }
    let to = tokens.before(next)?.end;
    Some(One { value, scale: sum.scale.max(1), to, next, in_words: true })
}

/// Returns the number a token says in the language of the text.
pub(crate) fn number(tokens: &Tokens, at: usize) -> Option<NumberWord> {
    let entry = tokens.get(at)?.entry?;
    if let Some((language, number)) = entry.local
        && language == tokens.language
    {
        return Some(number);
    }
    if entry.compound {
        let language = match tokens.language {
            Language::Hungarian => Language::Hungarian,
            _ => Language::German,
        };
        return compounds::value(tokens.words(at), language).map(NumberWord::Teen);
    }
    // `ten` is a word of Polish, `hat` one of Hungarian: a known language reads its own words alone.
    use Language::{French, Hungarian, Polish, Vietnamese};
    let own = matches!(tokens.language, French | Hungarian | Polish | Vietnamese);
    let latin =
        || tokens.words(at).chars().next().is_some_and(|it| Script::of(it) == Script::Latin);
    entry.number.filter(|_| !own || !latin())
}

/// `a hundred`, `тысяча`: a scale word with nothing before it counts once; `hundreds of` counts nothing.
fn may_stand_alone(tokens: &Tokens, at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let before = tokens.before(at);
    let bounds = |it: &Token| {
        [Class::About, Class::More, Class::Less, Class::AtLeast, Class::AtMost, Class::To]
            .into_iter()
            .any(|class| it.is(class))
    };
    if token.is(Class::Alone) {
        // `Tausend` with a capital is a noun: `mehrere Tausend`.
        return !(token.capital && tokens.words(at).is_ascii() && !tokens.line_begins(at));
    }
    if token.is(Class::Bounded) {
        return before.is_some_and(bounds);
    }
    let word = tokens.words(at);
    let article = before.is_some_and(|it| it.is(Class::Article))
        && !matches!(tokens.words(at.saturating_sub(1)), "the" | "The");
    word.is_ascii() && article && !word.ends_with('s')
}

/// `half a million`, `четверть миллиона`, `half a dozen`.
fn part_of_scale(tokens: &Tokens, at: usize, whole: i64) -> Option<One> {
    let mut next = at + 1;
    if tokens.is(next, Class::Of) {
        next += 1;
    }
    if tokens.is(next, Class::Article) {
        next += 1;
    }
    let NumberWord::Scale(scale) = number(tokens, next)? else { return None };
    let token = tokens.get(next).filter(|it| it.gap <= Gap::Line)?;
    let plural = tokens.words(next).is_ascii() && tokens.words(next).ends_with('s');
    (scale % whole == 0 && !plural).then_some(One {
        value: NumberValue::Whole(scale / whole),
        scale,
        to: token.end,
        next: next + 1,
        in_words: true,
    })
}

/// The next word of a number, over a hyphen or an `and`.
fn further(tokens: &Tokens, at: usize) -> Option<(NumberWord, usize)> {
    let token = tokens.get(at).filter(|it| it.gap <= Gap::Line)?;
    let hyphen = matches!(token.mark(), Some('-' | '‑')) && token.gap == Gap::None;
    let and = token.entry.is_some() && joins(tokens, at);
    let word = if hyphen || and { at + 1 } else { at };
    tokens.get(word).filter(|it| it.gap <= Gap::Line)?;
    Some((number(tokens, word)?, word + 1))
}

/// Says whether an `and` goes on with the number before it: `hundred and five`, `vingt et un`.
fn joins(tokens: &Tokens, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|it| number(tokens, it));
    match tokens.words(at) {
        "and" | "und" => matches!(before, Some(NumberWord::Scale(_))),
        "et" => matches!(before, Some(NumberWord::Ten(_))),
        _ => false,
    }
}

/// Returns the token after `and a half`, `с половиной`.
pub(super) fn half_after(tokens: &Tokens, at: usize) -> Option<usize> {
    let end = match tokens.words(at) {
        "and" if tokens.words(at + 1) == "a" && tokens.words(at + 2) == "half" => at + 3,
        "с" if tokens.words(at + 1) == "половиной" => at + 2,
        "et" if matches!(tokens.words(at + 1), "demi" | "demie") => at + 2,
        _ => return None,
    };
    let joined = (at..end).all(|it| tokens.get(it).is_some_and(|it| it.gap <= Gap::Line));
    joined.then_some(end)
}

/// Reads what follows the point: `целых пять десятых`, `point five`, `Komma fünf`; returns the figures as a number, the
/// power of ten below them and the token after.
fn decimals(tokens: &Tokens, at: usize) -> Option<(i64, i64, usize)> {
    match tokens.words(at) {
        "point" | "Komma" | "komma" => {
            let (mut value, mut below, mut next) = (0i64, 1i64, at + 1);
            while let Some(NumberWord::Digit(digit)) = number(tokens, next) {
                value = value.checked_mul(10)?.checked_add(digit)?;
                below = below.checked_mul(10)?;
                next += 1;
            }
            (next > at + 1).then_some((value, below, next))
        }
        word if word.starts_with("цел") => {
            let from = if tokens.words(at + 1) == "и" { at + 2 } else { at + 1 };
            number(tokens, from).filter(|it| !matches!(it, NumberWord::Part(_)))?;
            let mut sum = Sum::default();
            let mut next = from;
            while let Some(word) = number(tokens, next)
                && sum.add(word).is_some()
            {
                next += 1;
            }
            let NumberWord::Part(whole @ (10 | 100 | 1_000)) = number(tokens, next)? else {
                return None;
            };
            Some((sum.whole()?, whole, next + 1))
        }
        _ => None,
    }
}

//! Finds what a number counts: a unit of the table, or a noun whose form shows that it is counted.

use crate::lexicon::{Class, Unit, UnitKind, look_up};
use crate::numerals::Amount;
use crate::tokens::{Gap, Kind, Tokens};

/// What a number counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Counts {
    /// Nothing that the words name.
    Nothing,
    /// A noun that the table of units does not know.
    Unknown,
    /// A unit of the table.
    Known(String),
    /// A formation that stands for those who command it, until the end of the list names them.
    Formation(&'static str),
    /// A length of time.
    Time(&'static str),
}

impl Counts {
    /// Returns the English name; empty where it is not known.
    pub(super) fn name(self) -> String {
        match self {
            Counts::Nothing | Counts::Unknown => String::new(),
            Counts::Known(name) => name,
            Counts::Formation(name) | Counts::Time(name) => name.to_owned(),
        }
    }

    pub(super) fn is_something(&self) -> bool {
        !matches!(self, Counts::Nothing | Counts::Time(_))
    }

    pub(super) fn is_known(&self) -> bool {
        matches!(self, Counts::Known(_) | Counts::Formation(_))
    }
}

/// What was found after a number.
pub(super) struct Found {
    pub(super) counts: Counts,
    /// Byte after the words.
    pub(super) to: usize,
    /// Token after the words.
    pub(super) next: usize,
    /// Whether a word between number and unit blurs it (`余`, `여`).
    pub(super) blurred: bool,
}

impl Found {
    /// What is found where nothing follows.
    pub(super) fn nothing(amount: &Amount) -> Found {
        Found { counts: Counts::Nothing, to: amount.to, next: amount.next, blurred: false }
    }
}

/// Finds what the number at a token counts.
pub(super) fn after(tokens: &Tokens, at: usize, amount: &Amount) -> Found {
    let text = tokens.text.get(amount.to..).unwrap_or_default();
    let next = text.trim_start_matches([' ', '\u{a0}']).chars().next();
    let found = match next {
        Some('%' | '％') => Some((Counts::Known("percent".to_owned()), 1)),
        Some('°' | '℃' | 'º') => Some((Counts::Known("degree".to_owned()), 1)),
        Some('€') => Some((Counts::Known("euro".to_owned()), 1)),
        Some('₽') => Some((Counts::Known("rouble".to_owned()), 1)),
        Some(c) if crate::numerals::is_numeral(c) || is_east_asian(c) => {
            return in_characters(tokens, amount).unwrap_or(Found::nothing(amount));
        }
        _ => None,
    };
    if let Some((counts, tokens_read)) = found {
        let next = amount.next + tokens_read;
        let to = tokens.before(next).map_or(amount.to, |it| it.end);
        return Found { counts, to, next, blurred: false };
    }
    in_words(tokens, at, amount)
        .or_else(|| currency(tokens, at, amount))
        .unwrap_or(Found::nothing(amount))
}

fn is_east_asian(c: char) -> bool {
    use regesta_model::Script;
    matches!(Script::of(c), Script::Han | Script::Hangul)
}

fn currency(tokens: &Tokens, at: usize, amount: &Amount) -> Option<Found> {
    tokens.get(at)?.digits()?;
    let mark = tokens.before(at).and_then(|it| it.mark())?;
    let name = match mark {
        '$' => "dollar",
        '£' => "pound",
        '€' => "euro",
        '₽' => "rouble",
        '₩' => "won",
        '¥' | '￥' if tokens.language == regesta_model::Language::Japanese => "yen",
        '¥' | '￥' => "yuan",
        _ => return None,
    };
    Some(Found { counts: Counts::Known(name.to_owned()), ..Found::nothing(amount) })
}

/// Finds a unit in words of an alphabet: `100,000 Korean recruits`, `87 человек`, `two plans`.
fn in_words(tokens: &Tokens, at: usize, amount: &Amount) -> Option<Found> {
    let mut unknown = None;
    let mut here = amount.next;
    // `300-килограммовый`, `20-degree`
    if tokens.glued_mark(here) == Some('-')
        && tokens.get(here + 1).is_some_and(|it| it.gap == Gap::None && it.is_letters())
    {
        here += 1;
    }
    // `сто с лишним человек`
    let blurred =
        tokens.words(here) == "с" && matches!(tokens.words(here + 1), "лишним" | "небольшим");
    if blurred {
        here += 2;
    }
    if tokens.words(here) == "per" && tokens.words(here + 1) == "cent" {
        let to = tokens.get(here + 1)?.end;
        return Some(Found {
            counts: Counts::Known("percent".to_owned()),
            to,
            next: here + 2,
            blurred: false,
        });
    }
    for step in 0..4 {
        let token = tokens.get(here).filter(|it| it.is_letters() && it.gap <= Gap::Line)?;
        let hyphen = tokens.glued_mark(here + 1) == Some('-');
        if hyphen && step == 0 && token.entry.is_none_or(|it| it.unit.is_none()) {
            here += 2;
            continue;
        }
        if let Some(unit) = token.entry.and_then(|it| it.unit)
            && !(token.is(Class::Function) || hyphen)
            && amount.value != regesta_model::NumberValue::Whole(0)
        {
            return Some(Found { blurred, ..known(tokens, amount, here, unit) });
        }
        if step > 2
            || token.is(Class::Function)
            || is_number(tokens, here)
            || token.month().is_some()
        {
            break;
        }
        // `24 Harbour Mansions` is an address.
        let address = step > 0 && tokens.get(amount.next).is_some_and(|it| it.capital);
        if unknown.is_none() && !address && looks_counted(tokens, at, here) {
            unknown = Some(here);
        }
        if tokens.get(here + 1).is_none_or(|it| it.mark().is_some()) {
            break;
        }
        here += 1;
    }
    let here = unknown?;
    let to = tokens.get(here)?.end;
    Some(Found { counts: Counts::Unknown, to, next: here + 1, blurred: false })
}

fn is_number(tokens: &Tokens, at: usize) -> bool {
    tokens
        .get(at)
        .is_some_and(|it| it.digits().is_some() || it.entry.is_some_and(|it| it.number.is_some()))
}

/// Makes what a known unit counts; takes in a second unit that the first one qualifies (`squad commanders`).
fn known(tokens: &Tokens, amount: &Amount, at: usize, unit: Unit) -> Found {
    let second = tokens
        .get(at + 1)
        .filter(|it| it.is_letters() && it.gap <= Gap::Line && !it.is(Class::Function))
        .and_then(|it| it.entry?.unit)
        .filter(|it| it.kind == UnitKind::Person && unit.kind == UnitKind::Thing)
        .filter(|_| tokens.words(at).is_ascii() && !tokens.words(at).ends_with('s'));
    let singular =
        tokens.words(at) == unit.name && amount.value != regesta_model::NumberValue::Whole(1);
    let (counts, next) = match (second, unit.kind) {
        (Some(second), _) => (Counts::Known(format!("{} {}", unit.name, second.name)), at + 2),
        (None, UnitKind::Time) => (Counts::Time(unit.name), at + 1),
        (None, UnitKind::Rank) => (Counts::Known(unit.name.to_owned()), at + 1),
        (None, UnitKind::Thing) if singular => (Counts::Formation(unit.name), at + 1),
        (None, _) => (Counts::Known(unit.name.to_owned()), at + 1),
    };
    let to = tokens.before(next).map_or(amount.to, |it| it.end);
    Found { counts, to, next, blurred: false }
}

/// Says whether a word the table does not know has the form of a counted noun.
fn looks_counted(tokens: &Tokens, at: usize, here: usize) -> bool {
    let in_digits = tokens.get(at).is_some_and(|it| it.digits().is_some());
    let heads_line = tokens.line_begins(at) && tokens.get(at).is_some_and(|it| it.gap > Gap::Line);
    let named = tokens.before(at).is_some_and(|it| {
        it.capital && it.is_letters() && it.entry.is_none() && !tokens.line_begins(at)
    });
    let word = tokens.words(here);
    if in_digits && (heads_line || named) || word.chars().count() < 4 {
        return false;
    }
    let shouted = word.chars().nth(1).is_some_and(char::is_uppercase);
    if word.is_ascii() {
        let verb = ["was", "has", "this", "does", "says", "less"].contains(&word);
        return word.ends_with('s') && !word.ends_with("ss") && !verb && !shouted;
    }
    const ENDINGS: [&str; 9] = ["а", "я", "ы", "и", "ов", "ев", "ей", "ий", "ек"];
    let lower = word.chars().next().is_some_and(char::is_lowercase);
    lower && ENDINGS.iter().any(|it| word.ends_with(it))
}

/// Finds a unit in Chinese characters or Hangul: `3个师`, `一万六千人`, `세 개 대대`, `3만 5천여 명`.
fn in_characters(tokens: &Tokens, amount: &Amount) -> Option<Found> {
    let mut at = skip_space(tokens.text, amount.to);
    let mut blurred = false;
    let mut counter = None;
    let written_on = |end: usize| {
        // `세인` opens many a name: a unit written on to a native numeral has to close the word, but for a particle.
        let rest = tokens.text.get(end..).unwrap_or_default();
        let unit = tokens.text.get(amount.to..end).unwrap_or_default();
        let long = unit.chars().count() >= 2 || matches!(unit, "명" | "개");
        long && rest.chars().take_while(|it| is_east_asian(*it)).count() <= 2
    };
    let native = amount.in_words && tokens.get(amount.next).is_some_and(|it| it.start < amount.to);
    for _ in 0..3 {
        let Some((class, end)) = prefix(tokens.text, at, |it| {
            it.is(Class::Counter)
                .then_some(Class::Counter)
                .or_else(|| (it.is(Class::About) && it.unit.is_none()).then_some(Class::About))
        }) else {
            break;
        };
        // `3个部队`: the beginning of a unit is no measure word.
        let longer = prefix(tokens.text, at, |it| it.unit).is_some_and(|it| it.1 > end);
        if longer && class == Class::Counter {
            break;
        }
        if class == Class::About {
            blurred = true;
        } else {
            // A measure word may be a unit too (`3名`, `2份`): what follows decides.
            counter = Some((at, end));
        }
        at = skip_space(tokens.text, end);
    }
    let unit = longest_unit(tokens.text, at).or_else(|| {
        let (from, _) = counter?;
        longest_unit(tokens.text, from)
    });
    let unit = unit.filter(|(_, end)| !native || written_on(*end));
    let counter = counter.filter(|(_, end)| !native || written_on(*end));
    let (counts, to) = match (unit, counter) {
        (Some((unit, end)), _) if unit.kind == UnitKind::Time => (Counts::Time(unit.name), end),
        (Some((unit, end)), counter) => {
            let one = amount.value == regesta_model::NumberValue::Whole(1);
            let sure = counter.is_some() || !one || unit.kind == UnitKind::Person;
            (if sure { Counts::Known(unit.name.to_owned()) } else { Counts::Nothing }, end)
        }
        (None, Some((_, end))) => (Counts::Unknown, end),
        (None, None) => return None,
    };
    let mut next = amount.next;
    while tokens.get(next).is_some_and(|it| it.end <= to) {
        next += 1;
    }
    Some(Found { counts, to, next, blurred })
}

fn skip_space(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + (rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len())
}

/// Returns the first that `take` accepts of the words of the table that stand at a byte, the longest first.
fn prefix<T>(
    text: &str,
    at: usize,
    take: impl Fn(&crate::lexicon::Entry) -> Option<T>,
) -> Option<(T, usize)> {
    let rest = text.get(at..)?;
    let ends: Vec<usize> = rest
        .char_indices()
        .take_while(|(_, c)| is_east_asian(*c))
        .map(|(at, c)| at + c.len_utf8())
        .take(5)
        .collect();
    ends.into_iter().rev().find_map(|end| {
        let found = take(look_up(rest.get(..end)?)?)?;
        Some((found, at + end))
    })
}

/// Returns the unit of the longest word of the table that stands at a byte; Chinese nouns may follow an adjective or two.
fn longest_unit(text: &str, at: usize) -> Option<(Unit, usize)> {
    let here = prefix(text, at, |it| it.unit);
    let han = |it: char| regesta_model::Script::of(it) == regesta_model::Script::Han;
    if here.is_some() || !text.get(at..)?.starts_with(han) {
        return here;
    }
    let mut from = at;
    for c in text.get(at..)?.chars().take(4) {
        if !han(c) {
            break;
        }
        from += c.len_utf8();
        let long = |it: usize| text.get(from..it).is_some_and(|it| it.chars().count() > 1);
        if let Some(found) = prefix(text, from, |it| it.unit).filter(|(_, end)| long(*end)) {
            return Some(found);
        }
    }
    None
}

/// Tokens of Hangul or Chinese end inside a word of the table; tells the kinds apart for the bounds.
pub(super) fn is_character(kind: Kind) -> bool {
    matches!(kind, Kind::Han(_) | Kind::Hangul | Kind::Numeral)
}

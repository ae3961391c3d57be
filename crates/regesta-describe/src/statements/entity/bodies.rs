//! Bodies, places and groups whom no table lists, by the noun of their name: `Shanghai Trade Bureau`, `Yalu River`, `Korean nationals`.

use regesta_model::EntityKind;

use super::class::Class;
use super::naming::{Named, plain};
use super::stretch::{Mention, Stretch};
use super::words::Gap;

/// The words that a name has at most before its noun.
const LONGEST: usize = 5;

/// Adds bodies, places and groups.
pub(super) fn find(stretch: &mut Stretch<'_>) {
    for at in 0..stretch.words.len() {
        let Some(found) = stretch.found.get(at) else { continue };
        let classes = found.classes;
        let found = if classes.has(Class::BODY) {
            body(stretch, at).or_else(|| body_of(stretch, at))
        } else if classes.has(Class::GROUND) {
            ground(stretch, at)
        } else if classes.has(Class::PEOPLE) {
            people(stretch, at)
        } else if classes.has(Class::ETHNIC) {
            ethnic(stretch, at)
        } else {
            None
        };
        if let Some((first, last, mention)) = found {
            stretch.add(first, last, mention);
        }
    }
}

fn is_spaced(stretch: &Stretch<'_>, at: usize) -> bool {
    stretch.word(at).is_some_and(|it| matches!(it.gap, Gap::Space | Gap::Line))
}

/// A mention of the words from one to another, named as they are written.
fn written(
    stretch: &Stretch<'_>,
    words: (usize, usize),
    kind: EntityKind,
    rule: &'static str,
) -> Mention {
    let span = stretch.span_of(words.0, words.1);
    let name = plain(span.of(stretch.text));
    let slug: String = name.to_lowercase().replace(' ', "-");
    let key = format!("{}:{slug}", kind.code());
    Mention::named(span, kind, Named { name, key, rule: rule.into() })
}

/// Whether a word may stand in the name of a body: a capital, not all capitals among small ones, no word of grammar, no person.
fn is_part(stretch: &Stretch<'_>, at: usize) -> bool {
    let Some(word) = stretch.word(at) else { return false };
    let shouted = word.capitals && word.letters > 5;
    word.capital
        && !word.digit
        && !word.initials
        && !shouted
        && !word.cyrillic
        && !stretch.is(at, Class::FUNCTION)
        && !stretch.is_title(at)
        && stretch.owner(at).is_none_or(|it| it.kind == EntityKind::Place)
}

/// Words with capitals before the noun: `Far Eastern Commission`.
fn body(stretch: &Stretch<'_>, at: usize) -> Option<(usize, usize, Mention)> {
    let noun = stretch.word(at)?;
    if !noun.capital
        || noun.capitals && noun.letters > 5
        || stretch.owner(at).is_some()
        || noun.cyrillic
    {
        return None;
    }
    let more = stretch.word(at + 1).is_some_and(|it| it.capital && it.gap == Gap::Space)
        && stretch.is(at + 1, Class::BODY);
    if more {
        return None;
    }
    let mut first = at;
    while first > 0
        && at - first < LONGEST
        && is_spaced(stretch, first)
        && is_part(stretch, first - 1)
    {
        first -= 1;
    }
    let generic = (first..at).all(|it| stretch.is(it, Class::COMMON.or(Class::BODY)));
    let opening = first + 1 == at && opens_sentence(stretch, first);
    (first < at && !generic && !opening).then(|| {
        (first, at, written(stretch, (first, at), EntityKind::Organisation, "noun-of-body"))
    })
}

/// Whether a sentence begins with a word, whose capital then tells nothing.
fn opens_sentence(stretch: &Stretch<'_>, at: usize) -> bool {
    let Some(word) = stretch.word(at) else { return false };
    let before =
        stretch.text.get(stretch.span.start as usize..word.start as usize).unwrap_or_default();
    let named = stretch.owner(at).is_some();
    !named
        && before
            .trim_end()
            .chars()
            .next_back()
            .is_none_or(|it| matches!(it, '.' | '!' | '?' | '"' | '“'))
}

/// The noun and what the body is for: `Ministry of Light Industry`.
fn body_of(stretch: &Stretch<'_>, at: usize) -> Option<(usize, usize, Mention)> {
    let noun = stretch.word(at)?;
    let link = stretch.word(at + 1)?.of(stretch.text);
    if !noun.capital
        || noun.capitals
        || stretch.owner(at).is_some()
        || !matches!(link, "of" | "for")
    {
        return None;
    }
    let word = |it: usize| stretch.word(it).map_or("", |it| it.of(stretch.text));
    let mut next = at + 2 + usize::from(word(at + 2) == "the");
    let start = next;
    while next < start + LONGEST && is_spaced(stretch, next) && is_part(stretch, next) {
        next += 1;
        if word(next) == "and" && is_part(stretch, next + 1) && is_spaced(stretch, next + 1) {
            next += 1;
        }
    }
    let last = next.checked_sub(1)?;
    let fits = last >= start && (at + 1..=last).all(|it| is_spaced(stretch, it));
    fits.then(|| (at, last, written(stretch, (at, last), EntityKind::Organisation, "noun-of-body")))
}

/// A place by the noun after its name: `Jilin Province`, `Yalu River`.
fn ground(stretch: &Stretch<'_>, at: usize) -> Option<(usize, usize, Mention)> {
    let noun = stretch.word(at)?;
    let first = at.checked_sub(1)?;
    let name = stretch.word(first)?;
    if !noun.capital
        || noun.capitals
        || noun.cyrillic
        || !is_spaced(stretch, at)
        || !is_part(stretch, first)
    {
        return None;
    }
    if let Some(place) = stretch.owner(first) {
        let span = place.span.join(noun.span());
        let whole = (0..=first)
            .rev()
            .take_while(|it| stretch.word(*it).is_some_and(|it| it.start >= place.span.start));
        let from = whole.last()?;
        return Some((from, at, Mention { span, ..place.clone() }));
    }
    let common = stretch.is(first, Class::COMMON.or(Class::BODY).or(Class::DEMONYM));
    let fits = !common && name.letters > 2 && !opens_sentence(stretch, first);
    fits.then(|| (first, at, written(stretch, (first, at), EntityKind::Place, "noun-of-place")))
}

/// A group by nationality and civil status: `Korean nationals`, `японские подданные`.
fn people(stretch: &Stretch<'_>, at: usize) -> Option<(usize, usize, Mention)> {
    let mut first = at.checked_sub(1)?;
    if !stretch.is(first, Class::DEMONYM)
        || !is_spaced(stretch, at)
        || stretch.owner(first).is_some()
    {
        return None;
    }
    let and = first >= 2
        && stretch.word(first - 1).is_some_and(|it| matches!(it.of(stretch.text), "and" | "и"))
        && stretch.is(first - 2, Class::DEMONYM);
    if and {
        first -= 2;
    }
    let mention = written(stretch, (first, at), EntityKind::Group, "nationality-and-status");
    Some((first, at, mention))
}

/// A people by an adjective: `ethnic Koreans`.
fn ethnic(stretch: &Stretch<'_>, at: usize) -> Option<(usize, usize, Mention)> {
    let last = at + 1;
    let plural = stretch.word(last).is_some_and(|it| it.of(stretch.text).ends_with('s'))
        || stretch.word(last).is_some_and(|it| it.cyrillic);
    let fits = stretch.is(last, Class::DEMONYM) && is_spaced(stretch, last) && plural;
    (fits && stretch.owner(last).is_none()).then(|| {
        (at, last, written(stretch, (at, last), EntityKind::Group, "nationality-and-status"))
    })
}

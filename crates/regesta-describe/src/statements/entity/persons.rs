//! Persons whom no table lists, in scripts that part their words: by initials, by title, by given name, by syllables with a known surname.

use regesta_lang::names;
use regesta_model::EntityKind;

use super::class::Class;
use super::naming;
use super::stretch::{Mention, Stretch};
use super::table::TABLE;
use super::words::{Gap, Word};

/// Adds the persons that form and position show, and gives listed surnames with initials of their own to whom they name.
pub(super) fn find(stretch: &mut Stretch<'_>) {
    let mut at = 0;
    while let Some(word) = stretch.word(at) {
        if !word.capital {
            at += 1;
            continue;
        }
        let found = with_initials(stretch, at)
            .or_else(|| syllabic(stretch, at).map(|it| (at, it.0, it.1)))
            .or_else(|| titled(stretch, at).map(|it| (at, it.0, it.1)))
            .or_else(|| given(stretch, at).map(|it| (at, it.0, it.1)));
        match found {
            Some((first, last, mention)) => {
                stretch.add(first, last, mention);
                at = last + 1;
            }
            None => at += 1,
        }
    }
}

/// Whether a word may be a surname: a capital, three letters, and no word that tables know as another.
fn is_surname(stretch: &Stretch<'_>, at: usize) -> bool {
    let Some(word) = stretch.word(at) else { return false };
    let long =
        word.letters >= 3 || word.letters == 2 && stretch.is(at, Class::CHINESE.or(Class::KOREAN));
    word.capital
        && long
        && !word.initials
        && !word.digit
        && !stretch.is(at, Class::NO_SURNAME)
        && (!stretch.is(at, Class::BODY) || stretch.is(at, Class::MANY))
}

/// Whether a word belongs to no mention, or to one of a listed person's surname alone.
fn is_free(stretch: &Stretch<'_>, at: usize) -> bool {
    stretch.owner(at).is_none_or(|it| it.is_partial())
}

/// Where a name ends: agencies write the surname after given names in capitals, `Terence HALE`.
fn end_of_name(stretch: &Stretch<'_>, last: usize) -> usize {
    let small = stretch.word(last).is_some_and(|it| !it.capitals && !it.initials);
    let next = last + 1;
    let surname = stretch.word(next).is_some_and(|it| {
        it.capitals && it.letters > 2 && !it.cyrillic && matches!(it.gap, Gap::Space | Gap::Line)
    });
    let alone = !stretch
        .word(next + 1)
        .is_some_and(|it| it.capitals && it.letters > 1 && it.gap == Gap::Space);
    let fits = small && surname && alone && is_surname(stretch, next) && is_free(stretch, next);
    if fits { next } else { last }
}

/// The person of the words from one to another, under a name of their own.
fn person(stretch: &Stretch<'_>, first: usize, last: usize) -> Mention {
    let span = stretch.span_of(first, last);
    Mention::named(span, EntityKind::Person, naming::other(span.of(stretch.text)))
}

fn is_dotted(word: &Word) -> bool {
    word.initials && word.stopped
}

/// Whether a word stands on the line of the one before, an initial's full stop at most between them.
fn is_near(stretch: &Stretch<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|it| stretch.word(it)) else { return false };
    stretch.word(at).is_some_and(|it| match it.gap {
        Gap::Space => true,
        Gap::Stop => before.initials,
        Gap::Other => before.initials && it.start == before.end,
        _ => false,
    })
}

/// `И. В. Орлов`, `I.V. Orlov`, `Орлов И.В.`
fn with_initials(stretch: &Stretch<'_>, at: usize) -> Option<(usize, usize, Mention)> {
    let first = stretch.word(at)?;
    if is_dotted(first) && stretch.owner(at).is_none() {
        let mut last = at;
        while last < at + 2
            && stretch.word(last + 1).is_some_and(is_dotted)
            && is_near(stretch, last + 1)
        {
            last += 1;
        }
        let surname = last + 1;
        let numbered = at.checked_sub(1).and_then(|it| stretch.word(it)).is_some_and(|it| it.digit)
            && is_near(stretch, at);
        let alike = stretch.word(surname).is_some_and(|it| it.cyrillic == first.cyrillic);
        let fits = alike
            && is_surname(stretch, surname)
            && is_free(stretch, surname)
            && is_near(stretch, surname)
            && !numbered
            && !is_country(stretch, at, last);
        return fits.then(|| with_given(stretch, (at, last), surname));
    }
    let mut last = at + 1;
    let initials =
        stretch.word(last).filter(|it| is_dotted(it) && it.cyrillic && first.cyrillic)?;
    if initials.letters == 1
        && stretch.word(last + 1).is_some_and(is_dotted)
        && is_near(stretch, last + 1)
    {
        last += 1;
    }
    let next = stretch.word(last + 1).is_some_and(|it| it.capitals == first.capitals);
    if next && is_near(stretch, last + 1) && is_surname(stretch, last + 1) {
        return None;
    }
    let enough = initials.letters > 1 || last > at + 1;
    let fits = enough
        && is_surname(stretch, at)
        && is_free(stretch, at)
        && is_near(stretch, at + 1)
        && !(first.capitals && first.letters < 4);
    fits.then(|| (at, last, bearer(stretch, (at + 1, last), at)))
}

/// Whether letters with full stops stand for a country: `U. S. Embassy`.
fn is_country(stretch: &Stretch<'_>, first: usize, last: usize) -> bool {
    let written = stretch.span_of(first, last).of(stretch.text);
    let letters: String = written.chars().filter(|it| it.is_alphabetic()).collect();
    letters.len() > 1 && TABLE.has_class(&letters, Class::DEMONYM)
}

/// Takes in a given name before the initials (`Terence E. Hale`) and a surname after a name (`J. Lee HALE`).
fn with_given(
    stretch: &Stretch<'_>,
    initials: (usize, usize),
    surname: usize,
) -> (usize, usize, Mention) {
    let (at, last) = initials;
    let name = |it: usize| {
        stretch.word(it).is_some_and(|it| it.capital && !it.initials && !it.digit && it.letters > 1)
            && stretch.owner(it).is_none()
            && !stretch.is(it, Class::NO_SURNAME.or(Class::BODY))
            && !stretch.is_title(it)
    };
    let near = stretch.word(at).is_some_and(|it| match it.gap {
        Gap::Space => true,
        Gap::Stop => {
            at.checked_sub(1).and_then(|it| stretch.word(it)).is_some_and(|it| it.letters < 5)
        }
        _ => false,
    });
    let shouted = |it: usize| stretch.word(it).is_some_and(|it| it.capitals);
    let known = |it: usize| {
        !shouted(it)
            || stretch.is(it, Class::GIVEN)
            || stretch.word(it).is_some_and(|it| it.stopped)
    };
    let given = at.checked_sub(1).filter(|it| near && name(*it) && known(*it));
    let next = surname + 1;
    let longer = stretch.word(next).is_some_and(|it| it.gap == Gap::Space)
        && is_surname(stretch, next)
        && stretch.owner(next).is_none()
        && (shouted(next) && !shouted(surname) || stretch.is(surname, Class::GIVEN));
    if longer {
        return (given.unwrap_or(at), next, person(stretch, given.unwrap_or(at), next));
    }
    match given {
        Some(given) if stretch.owner(surname).is_none() => {
            (given, surname, person(stretch, given, surname))
        }
        _ => (at, surname, bearer(stretch, (at, last), surname)),
    }
}

/// The listed person who bears a surname and agrees with its initials, or a person of that name.
fn bearer(stretch: &Stretch<'_>, initials: (usize, usize), surname: usize) -> Mention {
    let (first, last) = (initials.0.min(surname), initials.1.max(surname));
    let written: Vec<&str> = (initials.0..=initials.1)
        .filter_map(|it| stretch.word(it))
        .flat_map(|it| it.of(stretch.text).split('.'))
        .filter(|it| !it.is_empty())
        .collect();
    let agrees = |known: &[&str]| {
        !known.is_empty()
            && written.len() <= known.len()
            && written.iter().zip(known).all(|(one, other)| names::initials_agree(one, other))
    };
    let listed = stretch.word(surname).and_then(|word| {
        let found = TABLE.bearers(word).into_iter().find(|(_, it)| agrees(&it.initials))?;
        Mention::listed(stretch.span_of(first, last), found.0)
    });
    match listed {
        Some(it) => Mention { settled: true, ..it },
        None => person(stretch, first, last),
    }
}

/// Two or three words that read as a Chinese or Korean name.
fn syllabic(stretch: &Stretch<'_>, at: usize) -> Option<(usize, Mention)> {
    let (first, second) = (stretch.word(at)?, stretch.word(at + 1)?);
    let (chinese, korean) = (stretch.is(at, Class::CHINESE), stretch.is(at, Class::KOREAN));
    let parted = second.of(stretch.text).contains(['-', '\'', '’']);
    let read = first.cyrillic && second.letters > 4;
    let wordlike = stretch.is(at, Class::MANY) && !korean && !first.cyrillic;
    let plain = (stretch.is(at, Class::FUNCTION) || wordlike) && !parted && !read
        || stretch.is(at + 1, Class::NO_SURNAME.or(Class::GIVEN).or(Class::BODY));
    let alike = second.capital && second.cyrillic == first.cyrillic && second.gap == Gap::Space;
    let all_capitals = first.capitals && second.capitals;
    if !(chinese || korean)
        || plain
        || !alike
        || second.initials
        || second.letters > 12
        || !first.cyrillic && (all_capitals && first.letters > 1 && !parted)
        || stretch.owner(at).is_some()
        || stretch.owner(at + 1).is_some()
    {
        return None;
    }
    let third = stretch.word(at + 2).filter(|it| {
        it.gap == Gap::Space
            && it.letters <= 6
            && !it.initials
            && !it.digit
            && second.letters <= 6
            && (it.capital || korean && it.cyrillic && it.letters <= 5 && second.letters <= 4)
            && stretch.owner(at + 2).is_none()
            && !stretch.is(at + 2, Class::NO_SURNAME)
    });
    let traditions = stretch.traditions(at);
    let read = |last: usize| {
        let span = stretch.span_of(at, last);
        let named = stretch.memo.east_asian(span.of(stretch.text), traditions)?;
        Some((last, Mention::named(span, EntityKind::Person, named)))
    };
    third.and_then(|_| read(at + 2)).or_else(|| read(at + 1))
}

/// `Comrade Orlov`, `тов. Орлову`, `General Hale`: up to three words after a title.
fn titled(stretch: &Stretch<'_>, at: usize) -> Option<(usize, Mention)> {
    let (before, first) = (stretch.word(at.checked_sub(1)?)?, stretch.word(at)?);
    let processed = stretch.is(at - 1, Class::PROCESSOR)
        && matches!(first.gap, Gap::Space | Gap::Stop)
        && first.cyrillic == before.cyrillic;
    let titled = stretch.is_titled(at)
        && (before.capital
            || before.cyrillic
            || before.stopped
            || first.gap == Gap::Space && !before.capitals);
    let initials = stretch.word(at + 1).is_some_and(is_dotted) && is_near(stretch, at + 1);
    if initials && is_surname(stretch, at + 2) {
        return None;
    }
    let opens_line = first.gap == Gap::Line;
    let shouted = |it: &Word| it.capitals && it.letters > 1 && !it.cyrillic;
    let among = shouted(first)
        && (shouted(before)
            || stretch.word(at + 1).is_some_and(|it| shouted(it) && it.gap == Gap::Space));
    if !(processed || titled)
        || among
        || opens_line && !before.stopped
        || !is_surname(stretch, at)
        || stretch.owner(at).is_some()
    {
        return None;
    }
    let label = before.stopped && before.gap == Gap::Other && first.stopped && first.letters < 6;
    if label && !first.cyrillic {
        return None;
    }
    if !before.cyrillic
        && !before.capital
        && !stretch.is(at - 1, Class::PROCESSOR)
        && !before.stopped
    {
        return None;
    }
    let full = first.cyrillic && stretch.is(at - 1, Class::TITLE) && !before.stopped;
    if full && is_genitive(stretch, at) {
        return None;
    }
    let joins = |next: usize| {
        stretch.word(next).is_some_and(|it| it.gap == Gap::Space && it.capitals == first.capitals)
            && is_surname(stretch, next)
            && stretch.owner(next).is_none()
            && !stretch.is(next, Class::BODY)
    };
    let last = (at + 1..at + 3).take_while(|it| joins(*it)).last().unwrap_or(at);
    let last = end_of_name(stretch, last);
    let mut mention = person(stretch, at, last);
    mention.shown = true;
    Some((last, mention))
}

/// Whether an adjective after a title begins the name of what the title is of: `президент Прибрежной Республики`.
fn is_genitive(stretch: &Stretch<'_>, at: usize) -> bool {
    let Some(word) = stretch.word(at) else { return false };
    let lower = word.of(stretch.text).to_lowercase();
    let follows = stretch.word(at + 1).is_some_and(|it| it.cyrillic && it.gap == Gap::Space);
    let ends = ["ой", "ей", "ых", "их", "ого", "его"].iter().any(|it| lower.ends_with(it));
    ends && follows
}

/// `Terence Hale`, `Terence W. Hale`: a given name of the table and a surname.
fn given(stretch: &Stretch<'_>, at: usize) -> Option<(usize, Mention)> {
    let first = stretch.word(at)?;
    if first.letters < 3 || !stretch.is(at, Class::GIVEN) || stretch.owner(at).is_some() {
        return None;
    }
    let mut last = at + 1;
    if stretch.word(last).is_some_and(|it| it.initials) && is_near(stretch, last) {
        last += 1;
    }
    let surname = stretch.word(last)?;
    let next = stretch.word(last + 1);
    let more = first.capitals && next.is_some_and(|it| it.capitals && it.gap == Gap::Space);
    let fits = is_surname(stretch, last)
        && is_free(stretch, last)
        && is_near(stretch, last)
        && surname.cyrillic == first.cyrillic
        && surname.capitals == first.capitals
        && !more;
    fits.then(|| {
        let last = end_of_name(stretch, last);
        (last, person(stretch, at, last))
    })
}

//! Senders, addressees, signatories and translators: their place shows who is meant, and whom neither a table nor a title shows.

use regesta_lang::names::{Form, Tradition};
use regesta_model::{EntityKind, FieldName, Record, Span};

use super::class::Class;
use super::naming::{self, Named};
use super::stretch::{Mention, Stretch};
use super::table::{TABLE, is_dense, is_hangul};
use super::words::Gap;

/// Signatories beyond whom a page is a form, whose words stand alone like names.
const MANY: usize = 12;

/// Whether the page is a damaged reading of a scan.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Damaged {
    /// It is.
    Yes,
    /// It is not.
    No,
}

/// Where the record names parties and translators, in reading order.
///
/// Lines that stand alone in a damaged reading are no signatures.
pub(super) fn of(record: &Record, damaged: Damaged) -> Vec<Span> {
    let mut res: Vec<Span> = Vec::new();
    for it in &record.communications {
        for list in [&it.senders, &it.recipients, &it.via, &it.for_transmission_to] {
            res.extend(list.iter().flat_map(|it| it.spans.iter().copied()));
        }
        if it.signatories.len() <= MANY && damaged == Damaged::No {
            res.extend(it.signatories.iter().flat_map(|it| it.spans.iter().copied()));
        }
    }
    res.extend(record.fields_named(FieldName::Translator).flat_map(|it| it.spans.iter().copied()));
    res.sort_unstable();
    res.dedup();
    res
}

/// The parties of a stretch.
pub(super) fn within(parties: &[Span], span: Span) -> &[Span] {
    let from = parties.partition_point(|it| it.start < span.start);
    let to = parties.partition_point(|it| it.start < span.end);
    parties.get(from..to).unwrap_or_default()
}

/// Marks the persons of a stretch that stand as parties, and adds the parties in which nobody was found.
pub(super) fn find(stretch: &mut Stretch<'_>, parties: &[Span], damaged: Damaged) {
    let whole = stretch.span;
    for party in parties.iter().copied().filter(|it| whole.contains(*it)) {
        let mut known = false;
        for it in stretch.mentions.iter_mut().flatten().filter(|it| it.span.overlaps(party)) {
            it.shown |= it.is_person();
            known |= it.kind != EntityKind::Place || it.span.len() * 2 > party.len();
        }
        if known {
            continue;
        }
        if party.of(stretch.text).chars().any(is_dense) {
            let found = signs(stretch, party);
            stretch.mentions.extend(found.map(Some));
        } else if let Some((first, last, mention)) = spaced(stretch, party) {
            let shown = (first..=last).any(|it| {
                stretch.is(it, Class::GIVEN) || stretch.word(it).is_some_and(|it| it.initials)
            });
            if damaged == Damaged::No || shown || mention.kind == EntityKind::Role {
                stretch.add(first, last, mention);
            }
        }
    }
}

/// One to four words with a capital: a person, or the office whose title they are.
fn spaced(stretch: &Stretch<'_>, party: Span) -> Option<(usize, usize, Mention)> {
    let from = stretch.words.partition_point(|it| it.start < party.start);
    let to = stretch.words.partition_point(|it| it.end <= party.end);
    let opening = (from..to).take_while(|it| stretch.is_title(*it)).count();
    let first = from + opening;
    if first >= to {
        return office(stretch, from, to);
    }
    let common = |at: usize| {
        let Some(word) = stretch.word(at) else { return true };
        !word.capital && !particle(word.of(stretch.text))
            || word.digit
            || stretch.is(at, Class::NO_SURNAME)
            || stretch.is(at, Class::BODY) && !stretch.is(at, Class::MANY)
            || word.capitals && !word.cyrillic && to - first < 2
    };
    let named =
        (first..to).any(|it| stretch.word(it).is_some_and(|it| it.letters >= 3 && !it.initials));
    let apart = |at: usize| stretch.word(at).is_none_or(|it| it.gap == Gap::Other);
    if (first + 1..to).any(apart) {
        return None;
    }
    if to - first > 4 || (first..to).any(common) || !named {
        return None;
    }
    let last = to - 1;
    let span = stretch.span_of(first, last);
    let written = span.of(stretch.text);
    let read = stretch.memo.east_asian(written, stretch.traditions(first));
    let named = read.unwrap_or_else(|| naming::other(written));
    let mention = Mention::named(span, EntityKind::Person, named);
    Some((first, last, Mention { shown: true, ..mention }))
}

/// Small words inside names: `van`, `de`.
fn particle(word: &str) -> bool {
    word.len() <= 3 && word.is_ascii() && word.chars().all(|it| it.is_ascii_lowercase())
}

/// A party that is nothing but titles is an office: whoever holds it.
fn office(stretch: &Stretch<'_>, from: usize, to: usize) -> Option<(usize, usize, Mention)> {
    let last = to.checked_sub(1).filter(|it| *it >= from)?;
    let long = (from..to).any(|it| stretch.word(it).is_some_and(|it| it.letters > 4));
    let comrade = stretch.is(from, Class::SHORT_TITLE) || !long;
    let span = stretch.span_of(from, last);
    let name = naming::plain(span.of(stretch.text));
    let key = format!("role:{}", name.to_lowercase().replace(' ', "-"));
    let named = Named { name, key, rule: "office".into() };
    (!comrade).then(|| (from, last, Mention::named(span, EntityKind::Role, named)))
}

/// Characters or syllables: two to four with a known surname, or a Western name beside a title.
fn signs(stretch: &Stretch<'_>, party: Span) -> Option<Mention> {
    let whole = party.trimmed(stretch.text);
    let form = Form::read(whole.of(stretch.text));
    let [name] = form.words.as_slice() else { return None };
    let at = whole.of(stretch.text).find(name.as_str())?;
    let start = whole.start as usize + at;
    let span = Span::new(start..start + name.len());
    let tradition =
        if name.chars().any(is_hangul) { Tradition::Korean } else { Tradition::Chinese };
    let count = name.chars().count();
    let surname = name.chars().next().is_some_and(|it| TABLE.signs.contains(&it));
    let after = stretch.text.get(span.end as usize..).unwrap_or_default();
    let after = after.strip_prefix(' ').unwrap_or(after);
    let title = TABLE.dense_at(after).1.is_some_and(|it| it.1.has(Class::TITLE));
    let eastern = (2..=4).contains(&count) && surname;
    let named = eastern.then(|| stretch.memo.east_asian(name, &[tradition])).flatten();
    let western = || {
        let fits = (title || !form.titles.is_empty()) && (3..=8).contains(&count);
        let key = format!("name:{name}");
        fits.then(|| Named { name: name.clone(), key, rule: "same-spelling".into() })
    };
    let named = named.or_else(western)?;
    Some(Mention { shown: true, ..Mention::named(span, EntityKind::Person, named) })
}

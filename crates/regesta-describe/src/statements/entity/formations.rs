//! Military units and offices by their number, and conferences by their place and year.

use regesta_model::EntityKind;

use super::class::Class;
use super::naming::{Named, plain};
use super::stretch::{Mention, Stretch};
use super::words::{Gap, Word};

/// Adds units by their number and conferences.
pub(super) fn find(stretch: &mut Stretch<'_>) {
    for at in 0..stretch.words.len() {
        let Some(word) = stretch.word(at) else { continue };
        let found = if word.digit || word.capital && stretch.is(at, Class::ORDINAL) {
            numbered(stretch, at)
        } else if word.capital && stretch.is(at, Class::GATHERING) {
            conference(stretch, at)
        } else {
            None
        };
        if let Some((first, last, mention)) = found {
            let longer = (first..=last)
                .filter_map(|it| stretch.owner(it))
                .any(|it| it.span.len() >= mention.span.len());
            if !longer {
                stretch.add(first, last, mention);
            }
        }
    }
}

/// `38-я армия`, `the 65th Army`, `1st Marine Division`, `8 отдел`.
fn numbered(stretch: &Stretch<'_>, at: usize) -> Option<(usize, usize, Mention)> {
    let first = stretch.word(at)?;
    let written = first.of(stretch.text);
    let len = written.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = written.split_at_checked(len)?;
    let number = if len == 0 { stretch.found.get(at)?.value } else { number };
    let ordinal = len == 0 || !rest.is_empty();
    let beside =
        |at: usize| stretch.word(at).is_some_and(|it| matches!(it.gap, Gap::Space | Gap::Line));
    let noun = Class::FORMATION.or(Class::DEPARTMENT);
    let mut last = at + 1;
    while last < at + 3
        && beside(last)
        && !stretch.is(last, noun.or(Class::FUNCTION))
        && stretch.word(last).is_some_and(|it| it.capital && !it.digit)
    {
        last += 1;
    }
    let name = stretch.word(last).filter(|_| beside(last) && stretch.is(last, noun))?;
    let what = stretch.found.get(last)?.value;
    let office = stretch.is(last, Class::DEPARTMENT);
    let plural = !name.cyrillic && name.of(stretch.text).ends_with(['s', 'S']) && what != "Corps";
    let fits = if office {
        last == at + 1 && first.digit && name.cyrillic || ordinal && name.capital
    } else {
        ordinal && (name.capital || first.digit)
    };
    let sized = (1..=3).contains(&number.len());
    if !fits
        || plural
        || !sized
        || number.starts_with('0')
        || name.cyrillic != (rest.is_empty() && name.cyrillic || is_cyrillic(rest))
    {
        return None;
    }
    let middle: Vec<&str> =
        (at + 1..last).filter_map(|it| stretch.word(it)).map(|it| it.of(stretch.text)).collect();
    let kind = if office { EntityKind::Organisation } else { EntityKind::Unit };
    let span = stretch.span_of(at, last);
    Some((at, last, Mention::named(span, kind, unit(number, &middle.join(" "), what))))
}

fn is_cyrillic(word: &str) -> bool {
    word.chars().any(|it| ('Ѐ'..='ӿ').contains(&it))
}

/// A unit by its number: `38th Army`.
pub(super) fn unit(number: &str, middle: &str, what: &str) -> Named {
    let teen = ["11", "12", "13"].iter().any(|it| number.ends_with(it));
    let ending = match (teen, number.chars().last()) {
        (false, Some('1')) => "st",
        (false, Some('2')) => "nd",
        (false, Some('3')) => "rd",
        _ => "th",
    };
    let name = plain(&format!("{number}{ending} {middle} {what}"));
    let key = format!("unit:{}", name.to_lowercase().replace(' ', "-"));
    Named { name, key, rule: "unit-number".into() }
}

/// `the 1954 Geneva Conference`: a place, a gathering, the year before or after it.
fn conference(stretch: &Stretch<'_>, at: usize) -> Option<(usize, usize, Mention)> {
    let last = at.checked_sub(1)?;
    let owner = stretch.owner(at).or_else(|| stretch.owner(last))?;
    if !matches!(owner.kind, EntityKind::Place | EntityKind::Event) {
        return None;
    }
    let place = owner.span;
    let mut first = (0..at)
        .rev()
        .take_while(|it| stretch.word(*it).is_some_and(|it| it.start >= place.start))
        .last()?;
    let beside =
        |at: usize| stretch.word(at).is_some_and(|it| matches!(it.gap, Gap::Space | Gap::Line));
    if !(first + 1..=at).all(beside) {
        return None;
    }
    let of_place = (first..=last).filter_map(|it| stretch.word(it)).map(|it| it.of(stretch.text));
    let gathering = stretch.word(at)?.of(stretch.text);
    let mut name = format!("{} {gathering}", of_place.collect::<Vec<_>>().join(" "));
    let year = |it: usize| {
        let word = stretch.word(it).filter(|it| it.digit)?.of(stretch.text);
        (word.len() == 4 && word.starts_with(['1', '2'])).then_some(word)
    };
    let mut when = first.checked_sub(1).and_then(year).filter(|_| beside(first));
    let mut end = at;
    if when.is_some() {
        first -= 1;
        let article = first.checked_sub(1).and_then(|it| stretch.word(it));
        let article =
            article.is_some_and(|it: &Word| it.of(stretch.text).eq_ignore_ascii_case("the"));
        first -= usize::from(article && beside(first));
    } else if stretch.word(at + 1).is_some_and(|it| it.of(stretch.text) == "of") {
        when = year(at + 2);
        end = if when.is_some() { at + 2 } else { at };
    }
    if let Some(year) = when {
        name = format!("{name} {year}");
    }
    let key = format!("event:{}", name.to_lowercase().replace(' ', "-"));
    let named = Named { name, key, rule: "place-and-year".into() };
    Some((first, end, Mention::named(stretch.span_of(first, end), EntityKind::Event, named)))
}

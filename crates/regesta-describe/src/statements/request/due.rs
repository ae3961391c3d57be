//! By when something is to be done: a day that the words name, or days counted from the date of the communication.

use std::sync::LazyLock;

use regesta_lang::{dates::Anchor, quantities};
use regesta_model::{
    Cited, Communication, EventKind, FieldName, Language, NumberValue, Record, Span,
};

use super::table;
use crate::{
    Context,
    phrases::{Phrase, Phrasebook},
    prose::Sentence,
    standing,
};

/// Words that make a date or a length of time a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    /// Before a date: `not later than`.
    Before,
    /// After one: `以前`, `까지`.
    After,
    /// A length of time; its number of units of so many hours is the part: `within (five) days`.
    Hours(i32),
}

static WORDS: LazyLock<Phrasebook<Word>> = LazyLock::new(|| {
    Phrasebook::new(table().filter_map(|row| {
        let word = match *row.first()? {
            "due-before" => Word::Before,
            "due-after" => Word::After,
            "due-hours" => Word::Hours(1),
            "due-days" => Word::Hours(24),
            "due-weeks" => Word::Hours(7 * 24),
            "due-months" => Word::Hours(30 * 24),
            _ => return None,
        };
        Some((*row.get(1)?, *row.get(2)?, word))
    }))
});

/// Reads by when a request is to be done; the value is EDTF.
pub(super) fn read(
    context: &Context<'_>,
    sentence: &Sentence,
    clause: Span,
    communication: Option<&Communication>,
) -> Option<Cited<String>> {
    named(context, sentence.language, clause).or_else(|| {
        let from = communication.and_then(|it| date_of(it, false))?;
        let (span, days) = length(context.page.text, sentence.language, clause)?;
        Some(Cited::new(later(from, days)?, span))
    })
}

/// A date within the clause that the words beside it make a deadline.
fn named(context: &Context<'_>, language: Language, clause: Span) -> Option<Cited<String>> {
    let page = context.page;
    page.dates_on(clause).find_map(|at| {
        let span = page.dates.get(at)?.span;
        let edtf = context.chronology.edtf(at)?;
        if let Some(last) = edtf.strip_prefix("../") {
            return Some(Cited::new(last.to_owned(), span));
        }
        // `三日前` is three days earlier.
        let dense = matches!(language, Language::Chinese | Language::Japanese);
        if dense && !span.of(page.text).contains(['月', '年', '/', '.', '-']) {
            return None;
        }
        let before = Span { start: clause.start, end: span.start.max(clause.start) };
        let after = Span { start: span.end.min(clause.end), end: clause.end };
        let says = |words: &str, word: Word| {
            WORDS.find(language, words).iter().any(|it| it.meaning == word)
        };
        let due =
            says(before.of(page.text), Word::Before) || says(after.of(page.text), Word::After);
        let last = edtf.rsplit('/').next().filter(|it| !it.is_empty() && *it != "..")?;
        due.then(|| Cited::new(last.to_owned(), span))
    })
}

/// A length of time within which something is to be done: its words, and how many days it has.
fn length(text: &str, language: Language, clause: Span) -> Option<(Span, i32)> {
    let words = clause.of(text);
    let found = WORDS.find(language, words);
    let of_time = |it: &Phrase<Word>| match it.meaning {
        Word::Hours(hours) => Some((it.clone(), hours)),
        _ => None,
    };
    let (it, hours) = found.iter().find_map(of_time)?;
    let said = words.get(it.part.clone()?)?;
    let NumberValue::Whole(count) = quantities::normalize(said, language)?.value else {
        return None;
    };
    let count = i32::try_from(count).ok().filter(|it| (1..400).contains(it))?;
    let days = (count * hours + 23) / 24;
    let start = clause.start + it.range.start as u32;
    Some((Span { start, end: start + it.range.len() as u32 }, days))
}

/// The day a number of days after a date.
fn later(from: Anchor, days: i32) -> Option<String> {
    let Anchor { year, month: Some(month), day: Some(day) } = from.plus_days(days)? else {
        return None;
    };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// The day of a communication from which others are counted: that of its writing, or of its receipt.
fn date_of(it: &Communication, received: bool) -> Option<Anchor> {
    let kinds = [EventKind::Received, EventKind::Deciphered, EventKind::Drafted, EventKind::Sent];
    let order: &[usize] = if received { &[0, 1, 2, 3] } else { &[2, 3, 0, 1] };
    let of_kind = |kind: EventKind| it.events.iter().find(move |it| it.kind == kind);
    let dates = order.iter().filter_map(|at| of_kind(*kinds.get(*at)?));
    dates.filter_map(|it| Anchor::of_edtf(&it.edtf)).find(|it| it.day.is_some())
}

/// Gives the marks that a paper is to be returned within some days the day by which it is, counted from its receipt.
pub(super) fn of_returns(text: &str, record: &mut Record) {
    let places = |it: &regesta_model::Field| it.spans.first().copied();
    let due = record.fields.iter().map(|it| {
        let span = places(it).filter(|_| it.name == FieldName::ReturnRule && it.edtf.is_none())?;
        let standing = standing::communication_of(record, span).or(record.communications.first());
        let from = standing.and_then(|it| date_of(it, true))?;
        let languages = [Language::Russian, Language::English, Language::Chinese, Language::Korean];
        let (_, days) = languages.iter().find_map(|it| length(text, *it, span))?;
        later(from, days)
    });
    let due: Vec<Option<String>> = due.collect();
    for (field, due) in record.fields.iter_mut().zip(due) {
        field.edtf = field.edtf.take().or(due);
    }
}

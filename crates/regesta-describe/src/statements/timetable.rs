//! Timetables: what is to happen when.

mod items;
mod phase;
mod words;

use regesta_lang::dates::Anchor;
use regesta_model::{Phase, Record, Span, Timetable};

use self::{items::Item, words::Words};
use super::StatementReader;
use crate::{
    Context,
    communications::LineKind,
    passages::{Passage, Place, passages},
};

pub(super) const READER: StatementReader =
    StatementReader { name: "timetable", page: include_str!("timetable.md"), read };

fn read(context: &Context<'_>, record: &mut Record) {
    let keep = |kind: &LineKind| {
        matches!(kind, LineKind::Body | LineKind::Salutation(_) | LineKind::Date | LineKind::Number)
    };
    let all = passages(context, keep);
    let mut res: Vec<(usize, Timetable)> = Vec::new();
    for text in all.chunk_by(|a, b| a.text == b.text) {
        let running: Vec<&Passage> = text.iter().filter(|it| it.place == Place::Running).collect();
        for found in in_text(context, &running) {
            let at = running.first().map_or(0, |it| it.text);
            add(&mut res, at, found);
        }
    }
    for (text, outline) in context.outlines.iter().enumerate() {
        let rows: Vec<usize> = outline
            .kinds
            .iter()
            .filter(|(_, kind)| *kind == LineKind::Table)
            .map(|(at, _)| *at)
            .collect();
        for table in rows.chunk_by(|a, b| a + 1 == *b) {
            if let Some(found) = phase::table(context, table) {
                add(&mut res, text, found);
            }
        }
    }
    record.timetables.extend(res.into_iter().map(|(_, it)| it));
    record.timetables.sort_by_key(|it| it.spans.first().copied());
}

/// Adds a timetable; one that a text in another language gives with the same dates is the same.
fn add(all: &mut Vec<(usize, Timetable)>, text: usize, found: Timetable) {
    let dates = |it: &Timetable| -> Vec<Option<String>> {
        it.phases.iter().map(|it| it.edtf.clone()).collect()
    };
    let same = all.iter_mut().find(|(other, it)| {
        *other != text
            && it.spans.len() == 1
            && it.language != found.language
            && dates(it) == dates(&found)
    });
    match same {
        Some((_, it)) => it.spans.extend(found.spans),
        None => all.push((text, found)),
    }
}

/// Timetables in the running words of one text: its numbered points, or stages named one after the other.
fn in_text(context: &Context<'_>, passages: &[&Passage]) -> Vec<Timetable> {
    let text = context.page.text;
    let Some(words) = passages.first().and_then(|it| words::words(it.language)) else {
        return Vec::new();
    };
    let spans: Vec<Span> = passages.iter().map(|it| it.span).collect();
    let mut res = Vec::new();
    for list in items::lists(text, &spans, &words.stage) {
        let lead = list.first().and_then(|it| lead_in(text, &spans, it.span.start));
        if let Some(found) = timetable(context, passages, words, &list, lead) {
            res.push(found);
        }
    }
    res
}

/// The words before a list that announce it: the paragraph or sentence that ends with a colon.
fn lead_in(text: &str, passages: &[Span], at: u32) -> Option<Span> {
    let place = passages.partition_point(|it| it.start <= at).checked_sub(1)?;
    let own = passages.get(place)?;
    let before = Span { start: own.start, end: at }.trimmed(text);
    if before.is_empty() {
        let previous = passages.get(place.checked_sub(1)?)?;
        return previous.of(text).ends_with([':', '：', '—']).then_some(*previous);
    }
    let words = before.of(text);
    let start = words.rfind(['.', '。', '!', '?']).filter(|at| at + 2 < words.len());
    let start = before.start + start.map_or(0, |at| at as u32);
    let lead = Span { start, end: before.end };
    let open = lead.of(text).char_indices().find(|(_, it)| it.is_alphanumeric())?.0;
    Some(Span { start: start + open as u32, end: before.end })
}

/// A list of points is a timetable where most of them have a date and the words say that they are a plan.
fn timetable(
    context: &Context<'_>,
    passages: &[&Passage],
    words: &Words,
    list: &[Item],
    lead: Option<Span>,
) -> Option<Timetable> {
    let text = context.page.text;
    let said = |pattern: &regex::Regex| {
        list.iter().filter(|it| pattern.is_match(it.body.of(text))).count()
    };
    let dated = |it: &&Item| phase::dated(context, it.body).is_some();
    let early = |it: &Item| {
        phase::dated(context, it.body).is_some_and(|(_, span)| {
            let before = Span { start: it.body.start, end: span.start };
            before.of(text).chars().count() < 90 || it.body.len() < 260
        })
    };
    let count = list.iter().filter(dated).count();
    let opened = list.iter().filter(|it| early(it)).count();
    if list.len() < 2 || count < 2 || opened < 2 || count * 3 < list.len() * 2 {
        return None;
    }
    let (staged, future, past) = (said(&words.stage), said(&words.future), said(&words.past));
    let announced = lead.is_some_and(|it| words.plan.is_match(it.of(text)))
        || context.title_span().is_some_and(|it| words.plan.is_match(it.of(text)));
    let planned = staged * 2 >= list.len() || announced;
    let ahead = future * 2 >= list.len() && past < list.len();
    if !(planned && (ahead || staged * 2 >= list.len() && past == 0)) {
        return None;
    }
    let phases: Vec<Phase> = list.iter().filter_map(|it| phase::read(context, words, it)).collect();
    let whole = list.iter().map(|it| it.span).chain(lead).reduce(Span::join)?;
    let language = passages
        .iter()
        .find(|it| list.first().is_some_and(|one| it.span.contains(one.span)))?
        .language;
    Some(Timetable { is_in_order: in_order(&phases), phases, language, spans: vec![whole] })
}

/// Says whether each dated phase begins no earlier than the one before.
fn in_order(phases: &[Phase]) -> bool {
    let key = |it: &Anchor| (it.year, it.month.unwrap_or(1), it.day.unwrap_or(1));
    let begins: Vec<_> = phases
        .iter()
        .filter_map(|it| Anchor::of_edtf(it.edtf.as_deref()?))
        .map(|it| key(&it))
        .collect();
    begins.is_sorted()
}

//! Chooses the paper's own date among all those that its head shows: typed, stamped, printed, referred to.

use std::ops::{Range, RangeInclusive};

use regesta_model::{EventKind, Span};

use super::{
    HeadEvent,
    cable::Group,
    dates::{self, HeadDate, Order},
    is_stamp,
    items::Pair,
    stamps::Stamps,
    words,
};
use crate::page::Page;

/// The date chosen, and what the others tell.
#[derive(Debug, Default)]
pub(super) struct Dated {
    pub(super) own: Option<(Span, String)>,
    pub(super) events: Vec<HeadEvent>,
}

/// A date with what speaks for it.
struct Candidate {
    date: HeadDate,
    score: i32,
    received: bool,
}

/// How much must speak for a date before it is called the paper's own.
const ENOUGH: i32 = 7;

/// Chooses the date of a paper whose head stands on these lines.
pub(super) fn date(
    page: &Page<'_>,
    head: Range<usize>,
    pairs: &[Pair],
    group: Option<Group>,
    order: Order,
) -> Dated {
    let mut candidates = candidates(page, head.clone(), pairs, order);
    let mut res = Dated::default();
    let sent = group.and_then(|it| sent(page, it, &candidates, head.clone(), order));
    if let Some((group, date)) = sent {
        // An hour that never was is misread: the day stands without it.
        let timed = group.hour < 24 && group.minute < 60;
        res.events.push(HeadEvent {
            kind: EventKind::Sent,
            edtf: match timed {
                true => format!("{}T{:02}:{:02}", date.edtf(), group.hour, group.minute),
                false => date.edtf(),
            },
            zone: timed.then(|| "Z".to_owned()),
            span: group.span,
        });
        let stated = group.month.is_some();
        candidates.push(Candidate { date, score: if stated { 16 } else { 12 }, received: false });
    }
    let received =
        candidates.iter().filter(|it| it.received && it.score > -4).max_by_key(|it| it.score);
    res.events.extend(received.map(|it| HeadEvent {
        kind: EventKind::Received,
        edtf: it.date.edtf(),
        zone: None,
        span: it.date.span,
    }));
    agree(&mut candidates);
    let best = candidates.iter().rev().filter(|it| it.score >= ENOUGH).max_by_key(|it| it.score);
    res.own = best.map(|it| (it.date.span, it.date.edtf()));
    res
}

/// The day on which a cable was sent: of its group, in the month that follows it, else in the month of a stamp of that day or the next two.
fn sent(
    page: &Page<'_>,
    group: Group,
    candidates: &[Candidate],
    head: Range<usize>,
    order: Order,
) -> Option<(Group, HeadDate)> {
    let dated = |year: i32, month: u8| HeadDate {
        year,
        month,
        day: group.day,
        span: group.span,
        faults: 0,
    };
    if let Some((month, year)) = group.month {
        return Some((group, dated(year, month)));
    }
    let near = |it: &HeadDate| it.day.checked_sub(group.day).is_some_and(|it| it <= 3);
    let stamped = candidates.iter().filter(|it| it.score > -6 && near(&it.date));
    if let Some(found) = stamped.max_by_key(|it| it.score) {
        return Some((group, dated(found.date.year, found.date.month)));
    }
    if !group.sure {
        return None;
    }
    let foot = page.lines.len().saturating_sub(30).max(head.end)..page.lines.len();
    let spans = page.lines[foot].iter().map(|it| it.span);
    let found = spans
        .flat_map(|it| dates::read(page.text, it, order))
        .find(|it| near(it) && !is_stamp(page, it.span))?;
    Some((group, dated(found.year, found.month)))
}

/// Every date on the lines of a head, with what speaks for and against each.
fn candidates(page: &Page<'_>, head: Range<usize>, pairs: &[Pair], order: Order) -> Vec<Candidate> {
    let mut res: Vec<Candidate> = Vec::new();
    let likely = likely_years(page);
    let mut stamps = Stamps::new(page, head.clone());
    for line in head.clone() {
        let Some(span) = page.lines.get(line).map(|it| it.span) else { break };
        for date in on_line(page, span, order) {
            let date = stamps.put_right(page, date, order);
            let mut score = 6 - (line - head.start) as i32 / 12;
            let alone = place_on_line(page.text, span, date.span);
            score += alone;
            score -= i32::from(date.faults) * 2;
            let label =
                pairs.iter().rev().find(|it| it.value.is_some_and(|it| it.overlaps(date.span)));
            let named = label.map(|it| it.label.names);
            score += match named {
                Some("date") => 8,
                Some("other-date") => -12,
                Some("received") => -5,
                Some("subject" | "other" | "action" | "title") => -6,
                None if under_date(page, line, date.span) => 8,
                _ => 0,
            };
            let near: Vec<&str> = (line.saturating_sub(3)..=line)
                .filter(|it| *it == line || page.words(*it).len() <= 60)
                .flat_map(|it| stamps.on(page, it).to_vec())
                .collect();
            let received = near.contains(&"received") || named == Some("received");
            score -= if received { 4 } else { 0 };
            let own = stamps.on(page, line).to_vec();
            score -= if own.contains(&"reference") { 6 } else { 0 };
            let before = stamps.released.is_some_and(|it| date.year < it);
            let released = own.contains(&"release") || near.contains(&"release") && !before;
            score -= if released { 9 } else { 0 };
            score -= if stamps.is_after(line, date.year) { 12 } else { 0 };
            score -= if likely.contains(&date.year) { 0 } else { 12 };
            res.push(Candidate { date, score, received });
        }
    }
    res
}

/// Says whether a date ends a line under one that ends in the word for a date: the last box of a form.
fn under_date(page: &Page<'_>, line: usize, date: Span) -> bool {
    let ends = page.lines.get(line).is_some_and(|it| {
        let after = Span { start: date.end, end: it.span.end }.of(page.text);
        after.chars().filter(|it| it.is_alphanumeric()).count() <= 4
    });
    let above = || (0..line).rev().take(3).find(|it| !page.words(*it).trim().is_empty());
    ends && above().is_some_and(|it| {
        let words = page.words(it);
        let last = words.rsplit([' ', '\t', '|']).find(|it| it.chars().any(char::is_alphabetic));
        last.filter(|it| it.len() < words.len() && it.starts_with(char::is_uppercase))
            .and_then(words::label_at)
            .is_some_and(|(label, end)| {
                label.names == "date" && words.trim_end().len() >= end && words.len() <= 80
            })
    })
}

/// The dates of a line: as a damaged line shows them, else as the languages of the page write them.
fn on_line(page: &Page<'_>, line: Span, order: Order) -> Vec<HeadDate> {
    let found = dates::read(page.text, line, order);
    if !found.is_empty() {
        return found;
    }
    let full = |date: &crate::page::PageDate| {
        let (edtf, _) = date.found.edtf(None)?;
        let mut parts = edtf.get(..10).filter(|it| edtf.len() == it.len())?.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Some(HeadDate {
            year: year.parse().ok()?,
            month: month.parse().ok()?,
            day: day.parse().ok()?,
            span: date.span,
            faults: 0,
        })
    };
    page.dates_in(line)
        .iter()
        .filter(|it| !it.found.incomplete)
        .filter_map(full)
        .filter(|it| (1700..2100).contains(&it.year))
        .collect()
}

/// A date that has its line for itself speaks for itself; one inside a sentence is spoken of.
fn place_on_line(text: &str, line: Span, date: Span) -> i32 {
    let before = Span { start: line.start, end: date.start }.of(text);
    let after = Span { start: date.end, end: line.end }.of(text);
    let letters = |it: &str| it.chars().filter(|c| c.is_alphanumeric()).count();
    let others = letters(before) + letters(after);
    let small =
        |it: &str| it.split_whitespace().filter(|it| it.starts_with(char::is_lowercase)).count();
    let prose = small(before) + small(after);
    match others {
        0..=3 => 4,
        _ if prose >= 3 => -5,
        4..=12 => 2,
        13..=40 => 0,
        _ => -3,
    }
}

/// The first and last year a paper can well have: not far from the middle one of the years it speaks of, for a stamp may be of any year.
fn likely_years(page: &Page<'_>) -> RangeInclusive<i32> {
    let year = |it: &crate::page::PageDate| {
        let edtf = it.found.edtf(None).filter(|_| !it.found.incomplete)?.0;
        edtf.get(..4)?.parse::<i32>().ok()
    };
    let mut years: Vec<i32> =
        page.dates.iter().filter_map(year).filter(|it| (1700..2100).contains(it)).collect();
    years.sort_unstable();
    let Some(middle) = years.get(years.len() / 2).copied().filter(|_| years.len() > 2) else {
        return i32::MIN..=i32::MAX;
    };
    middle - 40..=middle + 15
}

/// A date that stands twice in a head, as typed and as stamped, is likelier the paper's.
fn agree(candidates: &mut [Candidate]) {
    let days: Vec<(i32, u8, u8)> = candidates
        .iter()
        .filter(|it| it.score > -4)
        .map(|it| (it.date.year, it.date.month, it.date.day))
        .collect();
    for it in candidates {
        let same =
            days.iter().filter(|day| **day == (it.date.year, it.date.month, it.date.day)).count();
        it.score += same.saturating_sub(1).min(2) as i32;
    }
}

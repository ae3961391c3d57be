//! Chooses the paper's own date among all those that its head shows: typed, stamped, printed, referred to.

use std::ops::Range;

use regesta_lang::scripts::{is_letter, is_letter_or_digit};
use regesta_model::{EventKind, Span};

use super::{
    HeadEvent,
    cable::Group,
    dates::{self, HeadDate, Order},
    items::Pair,
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
        res.events.push(HeadEvent {
            kind: EventKind::Sent,
            edtf: format!("{}T{:02}:{:02}", date.edtf(), group.hour, group.minute.min(59)),
            zone: Some("Z".to_owned()),
            span: group.span,
        });
        candidates.push(Candidate { date, score: 12, received: false });
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
    let near = |it: &HeadDate| {
        (it.day..=it.day.saturating_add(0)).contains(&group.day)
            || it.day.checked_sub(group.day).is_some_and(|it| it <= 3)
    };
    let stamped = candidates.iter().filter(|it| it.score > -6 && near(&it.date));
    if let Some(found) = stamped.max_by_key(|it| it.score) {
        return Some((group, dated(found.date.year, found.date.month)));
    }
    let foot = page.lines.len().saturating_sub(30).max(head.end)..page.lines.len();
    let spans = page.lines[foot].iter().map(|it| it.span);
    let found = spans
        .flat_map(|it| dates::read(page.text, it, order))
        .find(|it| near(it) && it.year < 1995)?;
    Some((group, dated(found.year, found.month)))
}

/// Every date on the lines of a head, with what speaks for and against each.
fn candidates(page: &Page<'_>, head: Range<usize>, pairs: &[Pair], order: Order) -> Vec<Candidate> {
    let mut res: Vec<Candidate> = Vec::new();
    let (first_year, last_year) = likely_years(page);
    for line in head.clone() {
        let Some(span) = page.lines.get(line).map(|it| it.span) else { break };
        for date in on_line(page, span, order) {
            let near: Vec<&str> = (line.saturating_sub(3)..=line)
                .flat_map(|it| {
                    let beside = it == line || page.words(it).len() <= 60;
                    if beside { words::stamps(page.words(it)) } else { Vec::new() }
                })
                .collect();
            let mut score = 6 - (line - head.start) as i32 / 12;
            score += place_on_line(page.text, span, date.span);
            score -= i32::from(date.faults) * 2;
            let label =
                pairs.iter().rev().find(|it| it.value.is_some_and(|it| it.overlaps(date.span)));
            score += match label.map(|it| it.label.names) {
                Some("date") => 8,
                Some("other-date") => -12,
                Some("received") => -5,
                Some("subject" | "other" | "title") => -6,
                _ => 0,
            };
            let received =
                near.contains(&"received") || label.is_some_and(|it| it.label.names == "received");
            score -= if received { 4 } else { 0 };
            score -= if near.contains(&"release") { 9 } else { 0 };
            let own = words::stamps(page.words(line));
            score -= if own.contains(&"reference") { 6 } else { 0 };
            score -= if (first_year..=last_year).contains(&date.year) { 0 } else { 12 };
            res.push(Candidate { date, score, received });
        }
    }
    res
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
fn likely_years(page: &Page<'_>) -> (i32, i32) {
    let year = |it: &crate::page::PageDate| {
        let edtf = it.found.edtf(None).filter(|_| !it.found.incomplete)?.0;
        edtf.get(..4)?.parse::<i32>().ok()
    };
    let mut years: Vec<i32> =
        page.dates.iter().filter_map(year).filter(|it| (1700..2100).contains(it)).collect();
    years.sort_unstable();
    let Some(middle) = years.get(years.len() / 2).copied().filter(|_| years.len() > 2) else {
        return (i32::MIN, i32::MAX);
    };
    (middle - 40, middle + 15)
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

/// Says whether a paper is a damaged reading: many of its lines hold specks, or letters, digits and marks inside words.
pub(crate) fn is_damaged(page: &Page<'_>) -> bool {
    const ENOUGH: usize = 8;
    let lines = page.lines.iter().take(120);
    let (mut all, mut bad) = (0, 0);
    for line in lines {
        all += 1;
        let words = line.span.of(page.text);
        let dressed = !line.cells.is_empty() || words.contains("://") || words.contains("**");
        bad += usize::from(!dressed && damaged(words));
    }
    page.source.text_is_file && all >= ENOUGH && (bad * 8 >= all || is_torn(page))
}

/// Says whether blank lines stand between lines of one sentence, as between the lines of a scanned page.
fn is_torn(page: &Page<'_>) -> bool {
    const ENOUGH: usize = 4;
    let lines = page.lines.iter().take(200);
    let (mut apart, mut torn) = (0, 0);
    for (above, below) in lines.clone().zip(lines.skip(1)) {
        if above.paragraph == below.paragraph {
            continue;
        }
        apart += 1;
        let ends = above.span.of(page.text).ends_with(|it: char| it.is_lowercase() || it == ',');
        let goes_on = below.span.of(page.text).starts_with(char::is_lowercase);
        torn += usize::from(ends && goes_on);
    }
    torn >= ENOUGH && torn * 8 >= apart
}

/// Says whether a line shows what only a reading of a bad scan shows.
fn damaged(words: &str) -> bool {
    let letters = words.chars().filter(|it| is_letter_or_digit(*it)).count();
    if letters == 0 {
        return words.chars().all(|it| !"-=_*|+.#— ".contains(it));
    }
    let odd = words.split_whitespace().any(|word| {
        let bare = word.trim_matches(|it: char| !is_letter_or_digit(it));
        let letter = bare.chars().any(is_letter);
        let strange = bare.chars().any(|it| "~£¢§¥°®\\{}<>=_^*|•".contains(it));
        let mixed = bare.len() >= 4
            && bare
                .chars()
                .zip(bare.chars().skip(1))
                .filter(|(a, b)| a.is_lowercase() && b.is_uppercase())
                .count()
                >= 2;
        letter && (strange || mixed)
    });
    let specks = words.starts_with(['~', '‘', '°', '_', '¢', '£', '{', '}', '|', ';', ',', ':'])
        || letters <= 2 && !words.starts_with(|it: char| it.is_ascii_digit() || it == '-');
    odd || specks
}

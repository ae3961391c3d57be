//! Settles which figure is the day in dates such as `10.01.50`, from the other dates of the same text.

use regesta_model::Language;

use super::FoundDate;
use super::reading::{Partial, When};

/// How many dates of a text stand in each order.
#[derive(Default)]
struct Votes {
    day_first: usize,
    month_first: usize,
}

impl Votes {
    /// A date with its month in words votes by which of the two comes first: `24 January` or `January 24`.
    fn vote(&mut self, words: &str) {
        match words.chars().find(|it| it.is_alphanumeric()) {
            Some(first) if first.is_ascii_digit() => self.day_first += 1,
            _ => self.month_first += 1,
        }
    }
}

/// Replaces every unordered date by one in the order of its siblings.
pub(super) fn settle(text: &str, language: impl FnOnce() -> Language, found: &mut [FoundDate]) {
    if !found.iter().any(|it| is_open(&it.when)) {
        return;
    }
    let language = language();
    let (mut dotted, mut slashed, mut worded) =
        (Votes::default(), Votes::default(), Votes::default());
    for it in found.iter() {
        let (When::At(date), words) = (&it.when, it.span.of(text)) else { continue };
        let (Some(day), Some(_)) = (date.day, date.month) else { continue };
        let votes = match separator(words) {
            Some('.') => &mut dotted,
            Some(_) => &mut slashed,
            None => {
                worded.vote(words);
                continue;
            }
        };
        let (day, month) = (u32::from(day), u32::from(date.month.unwrap_or_default()));
        let figures = figures(words);
        let stands = |pair: [u32; 2]| day != month && figures.windows(2).any(|it| it == pair);
        votes.day_first += usize::from(stands([day, month]));
        votes.month_first += usize::from(stands([month, day]) && !stands([day, month]));
    }
    let american = |own: &Votes| match own.month_first.cmp(&own.day_first) {
        std::cmp::Ordering::Greater => Some(true),
        std::cmp::Ordering::Less => Some(false),
        std::cmp::Ordering::Equal => None,
    };
    for it in found.iter_mut() {
        if !is_open(&it.when) {
            continue;
        }
        let dots = separator(it.span.of(text)) == Some('.');
        let own = if dots { &dotted } else { &slashed };
        let usual = || !dots && language == Language::English && american(&worded) != Some(false);
        let siblings = || american(if dots { &slashed } else { &dotted }).filter(|_| dots);
        let month_first = american(own).or_else(siblings).unwrap_or_else(usual);
        it.when = in_order(it.when, month_first);
    }
}

fn is_open(when: &When) -> bool {
    matches!(when, When::Unordered(..) | When::UnorderedRange(..))
}

/// Reads figures whose order is known now.
fn in_order(when: When, month_first: bool) -> When {
    let day = |a, b, year| {
        if month_first { Partial::of_day(year, a, b) } else { Partial::of_day(year, b, a) }
    };
    match when {
        When::Unordered(a, b, year, clock) => When::At(Partial { clock, ..day(a, b, year) }),
        When::UnorderedRange((a, b, first), (c, d, last)) => {
            When::Interval(day(a, b, first), day(c, d, last))
        }
        settled => settled,
    }
}

/// Returns the separator of a date in figures: the first mark between two digits that is not of a time.
fn separator(words: &str) -> Option<char> {
    let mut chars = words.chars().peekable();
    let mut after_digit = false;
    while let Some(c) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(char::is_ascii_digit);
        if after_digit && next_is_digit && matches!(c, '.' | '/' | '-' | '–') {
            return Some(c);
        }
        after_digit = c.is_ascii_digit();
    }
    None
}

/// Returns the numbers in a date, without those of a time with a colon.
fn figures(words: &str) -> Vec<u32> {
    words
        .split_whitespace()
        .filter(|it| !it.contains(':'))
        .flat_map(|it| it.split(|c: char| !c.is_ascii_digit()))
        .filter_map(|it| it.parse().ok())
        .collect()
}

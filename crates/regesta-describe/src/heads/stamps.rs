//! Knows the stamps and notices of a head, and what they say of the dates beside them: a paper is older than its release.

use std::ops::Range;

use super::{
    dates::{self, HeadDate, Order},
    words,
};
use crate::page::Page;

/// The stamps and notices on the lines of a head, each line read when it is first asked for.
#[derive(Debug)]
pub(super) struct Stamps {
    start: usize,
    lines: Vec<Option<Vec<&'static str>>>,
    /// The last year that a notice of release names.
    pub(super) released: Option<i32>,
    /// The lines with such a notice.
    notices: Vec<usize>,
}

impl Stamps {
    /// Finds the notices of release on these lines.
    pub(super) fn new(page: &Page<'_>, head: Range<usize>) -> Stamps {
        let mut res = Stamps {
            start: head.start,
            lines: vec![None; head.len()],
            released: None,
            notices: Vec::new(),
        };
        for line in head {
            if res.on(page, line).contains(&"release") {
                res.notices.push(line);
            }
        }
        let years = res.notices.iter().filter_map(|it| law(page, *it));
        res.released = years.max();
        res
    }

    /// The kinds of stamp on a line.
    pub(super) fn on(&mut self, page: &Page<'_>, line: usize) -> &[&'static str] {
        let Some(known) = line.checked_sub(self.start).and_then(|it| self.lines.get_mut(it)) else {
            return &[];
        };
        known.get_or_insert_with(|| words::stamps(page.words(line)))
    }

    /// Says whether a year beside a notice of release is not before it.
    pub(super) fn is_after(&self, line: usize, year: i32) -> bool {
        const NEAR: usize = 8;
        self.released.is_some_and(|it| year >= it)
            && self.notices.iter().any(|it| it.abs_diff(line) <= NEAR)
    }

    /// Reads the year of a misread date again where the paper refers to a later day: no paper knows what comes after it.
    pub(super) fn put_right(&mut self, page: &Page<'_>, date: HeadDate, order: Order) -> HeadDate {
        const NEAR: i32 = 10;
        let lines = self.start..self.start + self.lines.len();
        let mut later: Option<i32> = None;
        for line in lines {
            let Some(span) = page.lines.get(line).map(|it| it.span) else { break };
            if span.overlaps(date.span) || !self.on(page, line).contains(&"reference") {
                continue;
            }
            for cited in dates::read(page.text, span, order) {
                let far = (cited.year - date.year).abs();
                if cited.year > date.year && far <= NEAR && misread(date.year, cited.year) {
                    later = later.max(Some(cited.year));
                }
            }
        }
        later.map_or(date, |year| HeadDate { year, faults: date.faults + 1, ..date })
    }
}

/// Says whether two years differ in their last figure alone, and by one that readings take for another: see `data/digit_confusions.tsv`.
fn misread(read: i32, meant: i32) -> bool {
    let (a, b) = (read % 10, meant % 10);
    read / 10 == meant / 10
        && words::digit_confusions().iter().any(|it| *it == (a, b) || *it == (b, a))
}

/// The last year that the notice on a line names, there or where it runs on below.
pub(super) fn law(page: &Page<'_>, line: usize) -> Option<i32> {
    let below = (line + 1..line + 5).filter_map(|it| first_year(words_at(page, it)));
    year(words_at(page, line)).into_iter().chain(below).max()
}

/// The year that a notice names in four figures.
pub(super) fn year(words: &str) -> Option<i32> {
    let figures = words.split(|it: char| !it.is_ascii_digit()).filter(|it| it.len() == 4);
    figures.filter_map(|it| it.parse().ok()).find(|it| (1900..2100).contains(it))
}

/// The year with which a line begins, as a notice that runs on does.
fn first_year(words: &str) -> Option<i32> {
    let first = words.split(|it: char| !it.is_ascii_digit()).next()?;
    year(first)
}

fn words_at<'a>(page: &'a Page<'_>, line: usize) -> &'a str {
    page.lines.get(line).map_or("", |it| it.span.of(page.text))
}

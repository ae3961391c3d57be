//! Reads a file number and its pages: `118-00080-10, 78-79`, `档号109-00192-01，第3页`.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::{
    cursor::{char_at, is_word_char, latin_value, skip, skip_gap},
    labels::{EDITION, label_at},
    leaves::{is_plural, leaves_at},
};
use crate::references::Oddity;

/// A file number, with pages where they are given.
#[derive(Debug)]
pub(super) struct FileNumber {
    pub(super) file: String,
    pub(super) file_range: Range<usize>,
    pub(super) pages: Option<Pages>,
}

/// Pages of a file.
#[derive(Debug)]
pub(super) struct Pages {
    pub(super) value: String,
    pub(super) range: Range<usize>,
    pub(super) oddities: Vec<Oddity>,
}

impl FileNumber {
    /// Returns the offset after the last word.
    pub(super) fn end(&self) -> usize {
        self.pages.as_ref().map_or(self.file_range.end, |it| it.range.end)
    }

    /// Returns the number and pages as a normal form prints them.
    pub(super) fn print(&self) -> String {
        match &self.pages {
            Some(pages) if is_plural(&pages.value) => format!("{}, pp. {}", self.file, pages.value),
            Some(pages) => format!("{}, p. {}", self.file, pages.value),
            None => self.file.clone(),
        }
    }
}

/// Reads the file number that begins at this offset, with the pages after it.
pub(super) fn file_number_at(text: &str, at: usize) -> Option<FileNumber> {
    static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let copy = r" ?[(（][0-9]{1,3}[)）]";
        let sheets = r"~[0-9]{1,4}";
        let groups = format!(
            r"[A-Z]{{0,2}}[0-9]{{1,5}}(?:[-–—](?:[0-9]{{1,6}}|\p{{Han}}{{1,4}})){{1,5}}(?:{copy}|{sheets})?"
        );
        let yearly = r"[0-9]{1,4}-[0-9]{1,4}/[0-9]{1,4}-[0-9]{4}\.[0-9]{1,4}";
        Regex::new(&format!(r"^(?:[A-Z]{{1,2}}[0-9]{{5,11}}|{yearly}|{groups})")).ok()
    });
    let found = NUMBER.as_ref()?.find(text.get(at..)?)?;
    let end = at + found.end();
    if char_at(text, end).is_some_and(is_word_char) || is_calendar_day(found.as_str()) {
        return None;
    }
    let file = latin_value(found.as_str()).replace('（', "(").replace('）', ")");
    Some(FileNumber { file, file_range: at..end, pages: pages_at(text, end) })
}

/// Says whether figures read as a calendar day or a span of years rather than as a file number.
pub(super) fn is_calendar_day(figures: &str) -> bool {
    let groups: Vec<u32> = figures.split(['-', '–', '—']).map_while(|it| it.parse().ok()).collect();
    let year = |it: u32| (1500..2100).contains(&it);
    match groups[..] {
        [a, b] => year(a) && (year(b) || b < 100) || a < 32 && b < 100,
        [a, b, c] => {
            year(a) && b < 13 && c < 32 || a < 32 && b < 32 && (year(c) || c < 100 && a < 13)
        }
        _ => false,
    }
}

fn pages_at(text: &str, after: usize) -> Option<Pages> {
    let stopped = skip_gap(text, after, 4, ",.;:，、；：。")?;
    let labelled = label_at(EDITION, text, stopped).filter(|it| it.label.part == "pages");
    let at = match labelled {
        Some(_) => stopped,
        None => skip_gap(text, after, 4, ",;:，、；：")?,
    };
    if at == after {
        return None;
    }
    let at = skip(text, at, 1, |it| it == '第');
    let label = label_at(EDITION, text, at).filter(|it| it.label.part == "pages");
    let start = label.map_or(Some(at), |it| skip_gap(text, it.end, 3, "."))?;
    let leaves = leaves_at(text, start)?;
    let close = skip(text, leaves.end, 2, |it| matches!(it, ' ' | '页' | '頁'));
    let counted = text.get(leaves.end..close)?.contains(['页', '頁']);
    let next = char_at(text, skip(text, leaves.end, 3, char::is_whitespace));
    let year = leaves.value.len() == 4
        && leaves.value.parse().is_ok_and(|it: u32| (1500..2100).contains(&it));
    let goes_on = next.is_some_and(char::is_alphabetic) && !counted;
    if label.is_none() && (goes_on || year) {
        return None;
    }
    let end = if counted { close } else { leaves.end };
    Some(Pages { value: leaves.value, range: at..end, oddities: leaves.oddities })
}

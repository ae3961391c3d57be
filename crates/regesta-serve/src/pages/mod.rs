//! One file for each page of the reading room.

pub(crate) mod correspondence;
pub(crate) mod document;
pub(crate) mod findings;
pub(crate) mod home;
pub(crate) mod keys;
pub(crate) mod person;
pub(crate) mod persons;
pub(crate) mod rule;
pub(crate) mod search;
pub(crate) mod trouble;

#[cfg(test)]
mod tests;

use askama::Template;
use axum::{
    http::header,
    response::{Html, IntoResponse as _, Response},
};
use regesta_model::{Script, Severity};

use crate::wording;

/// Renders a page.
fn shown(page: &impl Template) -> Response {
    match page.render() {
        Ok(html) => ([(header::CACHE_CONTROL, "no-cache")], Html(html)).into_response(),
        // A template fails only where writing into memory fails.
        Err(error) => error.to_string().into_response(),
    }
}

/// A severity as pages show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SeverityView {
    /// Class in the style sheet: `error`, `warning`, `info`.
    pub(crate) class: &'static str,
    /// The word.
    pub(crate) word: &'static str,
    /// The mark that tells it without colour.
    pub(crate) mark: &'static str,
}

impl From<Severity> for SeverityView {
    fn from(severity: Severity) -> Self {
        SeverityView {
            class: severity.code(),
            word: wording::severity(severity),
            mark: wording::severity_mark(severity),
        }
    }
}

/// Links to the pages before and after this one of a long list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pager {
    /// "page 2 of 7"; empty where all is on one page.
    pub(crate) place: String,
    /// Address of the page before.
    pub(crate) previous: Option<String>,
    /// Address of the page after.
    pub(crate) next: Option<String>,
}

impl Pager {
    /// Makes the links of page `page`, from 1, of a list of `total`.
    fn new(page: usize, size: usize, total: u64, address: impl Fn(usize) -> String) -> Self {
        let size = u64::try_from(size.max(1)).unwrap_or(u64::MAX);
        let pages = usize::try_from(total.div_ceil(size)).unwrap_or(usize::MAX);
        if pages <= 1 {
            return Pager::default();
        }
        Pager {
            place: format!(
                "page {} of {}",
                wording::thousands(page as u64),
                wording::thousands(pages as u64)
            ),
            previous: (page > 1).then(|| address((page - 1).min(pages))),
            next: (page < pages).then(|| address(page + 1)),
        }
    }
}

/// Code of the language in whose type words of one script are best set; empty where every type will do.
fn language_of(words: &str) -> &'static str {
    let script = words.chars().map(Script::of).find(|it| *it != Script::Other);
    match script {
        Some(Script::Cyrillic) => "ru",
        Some(Script::Han) if words.chars().any(|it| Script::of(it) == Script::Kana) => "ja",
        Some(Script::Han) => "zh",
        Some(Script::Kana) => "ja",
        Some(Script::Hangul) => "ko",
        _ => "",
    }
}

/// Cuts words to a number of bytes as they are rendered, and says so.
fn clipped(words: &str, most: usize) -> String {
    let mut room = Room(most);
    match words.char_indices().find(|(_, c)| !room.takes(rendered(*c))) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or_default().trim_end()),
        None => words.to_owned(),
    }
}

/// Bytes of a character in a page.
fn rendered(c: char) -> usize {
    if matches!(c, '<' | '>' | '&' | '"' | '\'') { "&#60;".len() } else { c.len_utf8() }
}

/// Bytes of words in a page.
fn weight(words: &str) -> usize {
    words.chars().map(rendered).sum()
}

/// How many bytes are left for a part of a page: what every page promises is kept by giving each part its share.
#[derive(Clone, Copy, Debug)]
struct Room(usize);

impl Room {
    /// Takes room for this many bytes where there is enough, and says whether there was.
    fn takes(&mut self, weight: usize) -> bool {
        let left = self.0.checked_sub(weight);
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }
}

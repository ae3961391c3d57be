//! Saved web pages, HTML 3 to 5, however broken: their words in reading order, and what the page says of them.

use regesta_model::Span;

use super::{File, Format, Words};
use crate::charset::{self, Declarations};
use crate::{decoding, faults, markup, sniffing};

/// A saved web page.
pub(super) const FORMAT: Format = Format {
    name: "saved-web-page",
    page: include_str!("saved_web_page.md"),
    recognises: |file| sniffing::is_web_page(file.head),
    read,
};

fn read(file: &File<'_>) -> Words {
    let decoded = charset::decode(file.bytes, Declarations::Markup);
    let page = markup::read(&decoded.text);
    let mut findings = decoding::findings(&decoded, &page.text);
    if let Some(place) = page.too_deep {
        findings.push(faults::nesting_too_deep(first_words(&page.text, place)));
    }
    if !page.frames.is_empty() {
        findings.push(faults::text_in_frames(file.name, &page.frames));
    }
    Words {
        media_type: "text/html".to_owned(),
        charset: decoded.charset,
        text: page.text,
        text_is_file: false,
        marks: page.marks,
        findings,
    }
}

/// Returns the first line of words at or after a place, or the last ones before it.
fn first_words(text: &str, place: usize) -> Span {
    let after = text.get(place..).unwrap_or_default();
    let start = place + (after.len() - after.trim_start().len());
    let line = text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
    let shown = line.char_indices().nth(80).map_or(line.len(), |(at, _)| at);
    if shown > 0 {
        return Span::new(start..start + shown);
    }
    let last = text.trim_end().rfind('\n').map_or(0, |it| it + 1);
    Span::new(last..text.trim_end().len())
}

//! A file seen as raw lines, before it is known how many documents it holds, and what speaks for a document beginning at one.

use std::ops::Range;

use regesta_lang::{dates, languages};
use regesta_model::{Language, MarkKind, Source, Span};

use super::{Start, words};
use crate::{communications, vocabulary};

/// What stands between a line and the line before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing: the line goes on.
    None,
    /// A blank line, or the beginning of the file.
    Blank,
    /// The end of a page: a form feed.
    Page,
}

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawLine {
    /// The line without the white space at its ends.
    pub(crate) span: Span,
    /// What stands before it.
    pub(crate) gap: Gap,
}

/// A file seen as lines.
pub(crate) struct Survey<'a> {
    pub(crate) source: &'a Source,
    pub(crate) text: &'a str,
    pub(crate) lines: Vec<RawLine>,
}

/// How many lines the head of a document has at most.
const HEAD: usize = 10;
/// How many lines at its foot may date it.
const FOOT: usize = 4;
/// How long a line of a head is at most, in bytes.
const LINE: usize = 400;

impl<'a> Survey<'a> {
    /// Cuts a source into lines.
    pub(super) fn new(source: &'a Source) -> Self {
        let text = source.text.as_str();
        let mut lines = Vec::with_capacity(text.len() / 64 + 1);
        let (mut at, mut gap) = (0, Gap::Blank);
        for line in text.split_inclusive('\n') {
            let span = Span::new(at..at + line.len()).trimmed(text);
            at += line.len();
            let lead = line.get(..line.len() - line.trim_start().len()).unwrap_or_default();
            if lead.contains('\u{c}') {
                gap = Gap::Page;
            }
            if span.is_empty() {
                gap = if gap == Gap::Page { Gap::Page } else { Gap::Blank };
                continue;
            }
            lines.push(RawLine { span, gap });
            gap = if line.ends_with("\u{c}\n") { Gap::Page } else { Gap::None };
        }
        Survey { source, text, lines }
    }

    /// Returns a line by its place.
    pub(crate) fn line(&self, place: usize) -> Option<&RawLine> {
        self.lines.get(place)
    }

    /// Returns the words of a line; none past the last.
    pub(crate) fn words(&self, place: usize) -> &'a str {
        self.lines.get(place).map_or("", |it| it.span.of(self.text))
    }

    /// Says whether a line begins a paragraph or a page.
    pub(crate) fn is_apart(&self, place: usize) -> bool {
        self.lines.get(place).is_some_and(|it| it.gap != Gap::None)
    }

    /// Returns the level of the heading that the format makes of a line.
    pub(crate) fn heading(&self, place: usize) -> Option<u8> {
        let span = self.lines.get(place)?.span;
        let marks = &self.source.marks;
        let from =
            marks.partition_point(|it| it.span.start < span.start.saturating_sub(LINE as u32));
        let near = marks.iter().skip(from).take_while(|it| it.span.start <= span.start);
        near.filter(|it| it.span.contains(span)).find_map(|it| match it.kind {
            MarkKind::Heading(level) => Some(level),
            _ => None,
        })
    }

    /// Returns the words that a document is known by: its head without the dividers, on one line.
    pub(super) fn head_words(&self, start: &Start) -> String {
        const LETTERS: usize = 240;
        let mut res = String::new();
        for place in start.head.clone() {
            let Some(line) = self.lines.get(place) else { break };
            let mut rest = line.span;
            for divider in start.dividers.iter().filter(|it| it.overlaps(line.span)) {
                rest.start = rest.start.max(divider.end.min(rest.end));
            }
            let words = rest.of(self.text);
            res.push_str(words.get(..words.floor_char_boundary(LETTERS)).unwrap_or_default());
            res.push('\n');
            if res.len() > LETTERS * 2 {
                break;
            }
        }
        res
    }

    /// Counts the letters and figures of some lines, no further than to `enough`; Han characters and syllables count for three.
    pub(crate) fn has_letters(&self, lines: Range<usize>, enough: usize) -> bool {
        let mut count = 0;
        for place in lines {
            let letters = self.words(place).chars().filter(|it| it.is_alphanumeric());
            count += letters.map(|it| if it.len_utf8() > 2 { 3 } else { 1 }).sum::<usize>();
            if count >= enough {
                return true;
            }
        }
        false
    }

    /// The lines of a document that may be its head: the first, and no long ones.
    pub(crate) fn head(&self, part: &Range<usize>) -> impl Iterator<Item = usize> + use<'_, 'a> {
        let end = part.end.min(part.start + HEAD);
        (part.start..end).filter(|it| self.words(*it).len() <= LINE)
    }

    /// Says whether the head or the foot of a document gives its date, to the month at least.
    pub(crate) fn is_dated(&self, part: &Range<usize>) -> bool {
        let foot = part.end.saturating_sub(FOOT).max(part.start)..part.end;
        let foot = foot.filter(|it| self.words(*it).len() <= LINE / 2);
        self.head(part).chain(foot).any(|it| has_date(self.words(it)))
    }

    /// Says whether a line of the head is a date and a place, and nothing else.
    pub(crate) fn has_dateline(&self, part: &Range<usize>) -> bool {
        self.head(part).any(|it| is_dateline(self.words(it)))
    }

    /// Says whether the first lines name what the document is: a telegram, a letter.
    pub(crate) fn names_genre(&self, part: &Range<usize>) -> bool {
        self.head(part).take(3).any(|it| vocabulary::genre(self.words(it)).is_some())
    }

    /// Says whether the head names who writes or is written to: a label, a salutation.
    pub(crate) fn is_addressed(&self, part: &Range<usize>) -> bool {
        let head = part.start..part.end.min(part.start + HEAD);
        head.into_iter().any(|it| names_party(self.words(it)) || self.is_salutation(it))
    }

    /// Says whether a line opens a letter by calling somebody.
    pub(crate) fn is_salutation(&self, place: usize) -> bool {
        const OPENING: usize = 160;
        let Some(line) = self.lines.get(place) else { return false };
        let words = line.span.of(self.text);
        let start = line.span.start as usize;
        let opening = Span::new(start..start + words.floor_char_boundary(OPENING));
        let language = languages::identify(opening.of(self.text)).language;
        communications::calls(self.text, opening, language)
    }

    /// Says whether some lines read like a letter: somebody is called, or it closes politely. Documents that follow are enclosed in it.
    pub(crate) fn is_letter(&self, lines: Range<usize>) -> bool {
        let called = |it: usize| self.is_apart(it) && self.is_salutation(it);
        lines.clone().any(|it| vocabulary::is_close(self.words(it)) || called(it))
    }

    /// Says whether a line belongs to what stands before it: a heading over an enclosure, a further sheet.
    pub(crate) fn continues(&self, place: usize) -> bool {
        let announced = place.checked_sub(1).is_some_and(|before| {
            let words = self.words(before);
            words.ends_with([':', '：']) && words.len() > 12
        });
        announced || words::continues(self.words(place))
    }
}

/// Says whether words hold a date, to the month at least.
pub(crate) fn has_date(words: &str) -> bool {
    full_dates(words).next().is_some()
}

/// Says whether words are a date, with at most a place and a mark or two beside it.
fn is_dateline(words: &str) -> bool {
    let letters = |words: &str| words.chars().filter(|it| it.is_alphanumeric()).count();
    if words.len() > 160 {
        return false;
    }
    let Some(date) = full_dates(words).next() else { return false };
    let before = words.get(..date.start as usize).unwrap_or_default();
    let others = letters(words).saturating_sub(letters(date.of(words)));
    others <= letters(before) + 8 && letters(before) <= 48 && before.split_whitespace().count() <= 7
}

fn full_dates(words: &str) -> impl Iterator<Item = Span> {
    let numbered = words.bytes().any(|it| it.is_ascii_digit()) || words.contains(['年', '년']);
    let language = match numbered {
        true => languages::identify(words).language,
        false => Language::Undetermined,
    };
    let found = if numbered { dates::find(words, language) } else { Vec::new() };
    let known = |it: &dates::FoundDate| {
        !it.incomplete && it.edtf(None).is_some_and(|(edtf, _)| edtf.contains('-'))
    };
    found.into_iter().filter(move |it| known(it)).map(|it| it.span)
}

/// Says whether words open with the label of a sender or of an addressee.
fn names_party(words: &str) -> bool {
    let label = words.split_once([':', '：']).map(|(label, _)| label).filter(|it| it.len() <= 60);
    label.is_some_and(|it| matches!(vocabulary::label(it), Some("sender" | "recipient")))
}

//! Says what each line of a text is by its own words: salutation, heading, date, name, form, table.

use regesta_model::{Language, Script, Span};

use super::{names, salutation};
use crate::{page::Page, vocabulary};

/// What a line of a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LineKind {
    /// A row of a table.
    Table,
    /// Head of a continuation sheet: its number, copy, sheet.
    SheetHeader,
    /// Foot of a sheet: the pointer to the next, the order to return it.
    SheetFooter,
    /// Who deciphered, typed, checked.
    Processing,
    /// An archive's reference and little else.
    Reference,
    /// A mark that says the text ends.
    EndMark,
    /// A salutation, alone or before the text on its line.
    Salutation(salutation::Salutation),
    /// A line of the address over a letter: `Do`, and the lines under it.
    Address,
    /// A heading that opens an enclosed document.
    EnclosureHeading,
    /// A date and little else.
    Date,
    /// A number in a series, perhaps with a name and a date.
    Number,
    /// A name and nothing else.
    Name,
    /// A complimentary close.
    Close,
    /// A stamp: classification, precedence, a rule of handling.
    Stamp,
    /// Running text.
    Body,
}

/// Says what a line of a text in this language is.
pub(crate) fn kind(page: &Page<'_>, cited: &[Span], at: usize, language: Language) -> LineKind {
    let line = &page.lines[at];
    let words = line.span.of(page.text);
    let length = words.chars().count();
    if !line.cells.is_empty() || words.chars().all(|it| "|-+= ".contains(it)) {
        return LineKind::Table;
    }
    if let Some(found) = salutation::read(page.text, line.span, language) {
        return LineKind::Salutation(found);
    }
    if length <= 160 {
        if let Some(kind) = mark_of_form(words) {
            return kind;
        }
        if cites(cited, line.span) * 2 > words.len() {
            return LineKind::Reference;
        }
        let labelled = words.split_once([':', '：']).and_then(|(head, _)| vocabulary::label(head));
        if labelled == Some("source") {
            return LineKind::Reference;
        }
        if page.is_date_line(line.span) {
            return LineKind::Date;
        }
        if is_number_line(words) {
            return LineKind::Number;
        }
        if vocabulary::is_close(words) {
            return LineKind::Close;
        }
        if names::is_name(words) {
            return LineKind::Name;
        }
    }
    LineKind::Body
}

fn mark_of_form(words: &str) -> Option<LineKind> {
    let marks = vocabulary::Marks::of(words);
    let found = |mark: &str| marks.find(mark);
    let whole = |mark: &str, share: usize| {
        found(mark).is_some_and(|it| it.len() * 10 >= words.trim().len() * share)
    };
    let starts = |mark: &str| found(mark).is_some_and(|it| it.start <= 3);
    if whole("end", 9) {
        return Some(LineKind::EndMark);
    }
    if starts("continuation") || whole("sheet.number", 7) || whole("copy.number", 8) {
        return Some(LineKind::SheetHeader);
    }
    if whole("next-sheet", 7) {
        return Some(LineKind::SheetFooter);
    }
    let short = words.chars().count() <= 80;
    if (short && starts("processing")) || whole("copies.typed", 8) {
        return Some(LineKind::Processing);
    }
    if starts("handling.return") && words.chars().count() > 40 {
        return Some(LineKind::SheetFooter);
    }
    if ["classification.mark", "stamp", "precedence", "handling.copying", "handling.return"]
        .iter()
        .any(|it| whole(it, 6))
    {
        return Some(LineKind::Stamp);
    }
    found("enclosure")
        .is_some_and(|it| it.start <= 2 && it.len() * 10 >= words.len() * 7)
        .then_some(LineKind::EnclosureHeading)
}

/// Says whether paragraphs go on after a day on a line of its own, which then heads the next entry of a journal.
pub(super) fn heads_an_entry(page: &Page<'_>, rest: &[(usize, LineKind)]) -> bool {
    const PROSE: usize = 160;
    let next = rest.first().filter(|it| it.1 == LineKind::Body).map(|it| page.words(it.0));
    next.is_some_and(|it| it.len() > PROSE && !it.starts_with(['"', '“', '«', '「']))
}

/// Says whether a paragraph of running text follows soon: then a line like a clerk's note is a sentence.
pub(super) fn prose_follows(page: &Page<'_>, rest: &[(usize, LineKind)]) -> bool {
    const PROSE: usize = 120;
    const REACH: usize = 8;
    rest.iter()
        .take(REACH)
        .any(|(at, kind)| *kind == LineKind::Body && page.lines[*at].span.len() > PROSE)
}

/// Says whether running text follows: on the line itself, or on one of the lines after it.
pub(super) fn speaks_after(page: &Page<'_>, at: usize, rest: &[(usize, LineKind)]) -> bool {
    const SENTENCE: usize = 40;
    const REACH: usize = 60;
    let spoken = |at: usize| page.lines[at].span.len() > SENTENCE;
    let text = |kind: &LineKind| {
        matches!(kind, LineKind::Body | LineKind::Salutation(_) | LineKind::EnclosureHeading)
    };
    page.lines[at].span.len() > 2 * SENTENCE
        || rest.iter().take(REACH).any(|(at, kind)| text(kind) && spoken(*at))
}

/// How many bytes of a line are archival references; `cited` are their words, in order.
pub(crate) fn cites(cited: &[Span], span: Span) -> usize {
    let from = cited.partition_point(|it| it.end <= span.start);
    let inside = cited[from..].iter().take_while(|it| it.start < span.end);
    inside.map(|it| (it.end.min(span.end) - it.start.max(span.start)) as usize).sum()
}

/// `№ 260`, `No. 12/k`, `ORLOV No. 26`: a number in a series with at most a name before it.
pub(crate) fn is_number_line(words: &str) -> bool {
    let Some((before, number)) = number_mark(words) else { return false };
    let short = number.chars().filter(|it| it.is_alphanumeric()).count() <= 18;
    let before = before.trim();
    let named = names::is_name(before) && before.chars().count() <= 30;
    short && (before.is_empty() || announces_number(before) || named)
}

/// Says whether words stand before a number and are no name: `Исх.`, `외발`, `外发字`.
pub(super) fn announces_number(words: &str) -> bool {
    let words = words.trim();
    words.ends_with('字') || vocabulary::label(words) == Some("number")
}

/// The number at the start of words, without what follows it: `37호`, `12/к от`.
pub(super) fn digits(words: &str) -> usize {
    let part = |it: char| {
        let dense = matches!(Script::of(it), Script::Han | Script::Hangul);
        it.is_alphanumeric() && !dense || "/-".contains(it)
    };
    words.find(|it| !part(it)).unwrap_or(words.len())
}

/// The words before a number's mark and the number after it.
pub(crate) fn number_mark(words: &str) -> Option<(&str, &str)> {
    if !words.contains(|it: char| it.is_ascii_digit()) {
        return None;
    }
    for mark in ["№", "No.", "No ", "Nr.", "Nr ", "N ", "NO. ", "제", "第"] {
        if let Some(at) = words.find(mark) {
            let after = words[at + mark.len()..].trim_start();
            if after.starts_with(|it: char| it.is_ascii_digit()) {
                return Some((&words[..at], after));
            }
        }
    }
    None
}

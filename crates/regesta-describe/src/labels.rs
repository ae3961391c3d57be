//! Finds the labels of a catalogue and the values they name.

use std::ops::Range;

use regesta_model::Span;

use crate::{page::Page, vocabulary, zones::Zone};

/// A label with its value.
#[derive(Clone, Debug)]
pub(crate) struct Labelled {
    /// What it names: see `data/labels.tsv`.
    pub(crate) names: &'static str,
    /// The label's words.
    pub(crate) label: Span,
    /// The value's words; `None` where the label stands without a value.
    pub(crate) value: Option<Span>,
    /// The line of the label.
    pub(crate) label_line: usize,
    /// Lines of the label and its value.
    pub(crate) lines: Range<usize>,
}

impl Labelled {
    /// Says whether only a catalogue has such a label: a memorandum has `From:`, `To:` and `Date:` of its own.
    pub(crate) fn is_catalogue(&self) -> bool {
        !matches!(
            self.names,
            "tab"
                | "sender"
                | "recipient"
                | "number"
                | "subject"
                | "date.catalogue"
                | "genre"
                | "text.original"
                | "text.translation"
                | "contents"
                | "classification"
        )
    }

    /// Says whether the label opens a text of the document.
    pub(crate) fn opens_text(&self) -> bool {
        self.names.starts_with("text.")
    }

    /// Says whether the label has its line for itself.
    pub(crate) fn is_lone(&self) -> bool {
        self.value.is_none_or(|it| it.start > self.label.end + 2)
            && self.lines.start == self.label_line
    }
}

/// Finds every label outside furniture, in reading order.
pub(crate) fn find(page: &Page<'_>, zones: &[Zone]) -> Vec<Labelled> {
    let mut res: Vec<Labelled> = Vec::new();
    let mut at = 0;
    while at < page.lines.len() {
        let found = (zones[at] == Zone::Text).then(|| read(page, zones, at)).flatten();
        res.extend(inline(page, zones, at));
        match found {
            Some(labelled) => {
                at = labelled.lines.end.max(at + 1);
                res.push(labelled);
            }
            None => at += 1,
        }
    }
    as_tabs(&mut res);
    res
}

/// Two labels of texts with nothing between them are tabs of the page, not headings over texts.
fn as_tabs(labels: &mut [Labelled]) {
    let opening: Vec<usize> =
        (0..labels.len()).filter(|it| labels[*it].opens_text() && labels[*it].is_lone()).collect();
    let touch = |a: usize, b: usize| labels[a].label_line + 1 == labels[b].label_line;
    let tabs: Vec<usize> =
        opening.windows(2).filter(|it| touch(it[0], it[1])).flatten().copied().collect();
    for at in tabs {
        labels[at].names = "tab";
    }
}

fn read(page: &Page<'_>, zones: &[Zone], at: usize) -> Option<Labelled> {
    let line = &page.lines[at];
    let whole = |label: Span, names, value| Labelled {
        names,
        label,
        value,
        label_line: at,
        lines: at..at + 1,
    };
    if let [first, rest @ ..] = line.cells.as_slice()
        && let Some(names) = vocabulary::label(first.of(page.text))
    {
        let value =
            rest.first().zip(rest.last()).map(|(a, b)| a.join(*b)).filter(|it| !it.is_empty());
        let value = value.filter(|it| fits(page, names, *it));
        if value.is_some() || line.cells.len() > 1 {
            return Some(whole(*first, names, value));
        }
    }
    let words = line.span.of(page.text);
    if let Some(names) = vocabulary::label(words) {
        return Some(lone(page, zones, at, names));
    }
    let names = before_colon(words)?;
    let (head, _) = words.split_once([':', '：'])?;
    let start = line.span.start as usize;
    let colon = words[head.len()..].chars().next().map_or(1, char::len_utf8);
    let value = Span::new(start + head.len() + colon..line.span.end as usize).trimmed(page.text);
    let value = trimmed_markup(page.text, value);
    let value = Some(value).filter(|it| !it.is_empty() && fits(page, names, *it));
    Some(whole(Span::new(start..start + head.len()), names, value))
}

/// Several labels with their values on one line of furniture: `日期：1949-06-17 来源：《...》 字号：大`.
fn inline(page: &Page<'_>, zones: &[Zone], at: usize) -> Vec<Labelled> {
    let line = page.lines[at].span;
    if zones[at] != Zone::Furniture || page.lines[at].marks.furniture || line.len() > 300 {
        return Vec::new();
    }
    let words = line.of(page.text);
    let mut marks: Vec<(usize, usize, &'static str)> = Vec::new();
    for (colon, mark) in words.match_indices(['：', ':']) {
        let start = words[..colon].rfind(char::is_whitespace).map_or(0, |it| it + 1);
        let start = (start..colon).find(|it| words.is_char_boundary(*it)).unwrap_or(colon);
        let head = words[start..colon].trim_start();
        if let Some(names) = vocabulary::label(head) {
            marks.push((colon - head.len(), colon + mark.len(), names));
        }
    }
    let ends: Vec<usize> = marks.iter().skip(1).map(|it| it.0).chain([words.len()]).collect();
    let base = line.start as usize;
    let read = marks.iter().zip(ends).map(|((from, to, names), end)| Labelled {
        names,
        label: Span::new(base + from..base + to).trimmed(page.text),
        value: Some(Span::new(base + to..base + end).trimmed(page.text)),
        label_line: at,
        lines: at..at + 1,
    });
    read.filter(|it| it.value.is_some_and(|value| !value.is_empty() && fits(page, it.names, value)))
        .collect()
}

/// `**Label:** value` leaves its closing marks before the value.
fn trimmed_markup(text: &str, value: Span) -> Span {
    let words = value.of(text);
    let rest = words.trim_start_matches(['*', '_', ' ', '\u{a0}']);
    Span { start: value.end - rest.len() as u32, end: value.end }
}

/// A label on its own line takes the paragraph after it, where that fits what it names.
fn lone(page: &Page<'_>, zones: &[Zone], at: usize, names: &'static str) -> Labelled {
    let label = page.lines[at].span;
    let mut res = Labelled { names, label, value: None, label_line: at, lines: at..at + 1 };
    if names == "section" || names.starts_with("text.") {
        return res;
    }
    let next = at + 1;
    if next >= page.lines.len() || zones[next] != Zone::Text {
        return res;
    }
    let paragraph = page.paragraph_of(next);
    let same = paragraph.start <= at;
    let mut end = if same { next + 1 } else { paragraph.end };
    if page.lines[next].marks.term && page.lines[at].marks.term {
        return res;
    }
    if let Some(stop) = (next..end).find(|it| {
        let label = vocabulary::label(page.words(*it)).or_else(|| before_colon(page.words(*it)));
        label.is_some_and(|it| names != "contents" || !it.starts_with("text."))
            || *it > next && zones[*it] != Zone::Text
    }) {
        end = stop;
    }
    if same {
        end = (next..end.max(next)).take_while(|it| !page.words(*it).is_empty()).count() + next;
    }
    if end <= next {
        return res;
    }
    let value = page.span_of(next..end);
    if fits(page, names, value) {
        res.value = Some(value);
        res.lines = at..end;
    }
    res
}

/// What the label names that stands before a value on the same line.
fn before_colon(words: &str) -> Option<&'static str> {
    vocabulary::label(words.split_once([':', '：'])?.0)
}

/// Says whether words can be the value of what a label names: a record number has a digit, a date is one, a language has a known name.
fn fits(page: &Page<'_>, names: &str, value: Span) -> bool {
    let words = value.of(page.text);
    let count = words.chars().count();
    match names {
        "record-id" => words.chars().any(|it| it.is_ascii_digit()) && count <= 60,
        "date.catalogue" | "date.uploaded" => !page.dates_in(value).is_empty() && count <= 80,
        "language.original" => vocabulary::language_named(words).is_some() && count <= 60,
        "url" => words.contains("://") || words.contains("www."),
        "classification" | "publisher" | "collection" | "genre" => count <= 160,
        "sender" | "recipient" => count <= 240,
        "title" => count <= 500,
        _ => true,
    }
}

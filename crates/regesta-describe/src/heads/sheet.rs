//! Finds the sheet that an office has laid before a paper to describe it, and reads it as the paper's catalogue.

use std::{collections::HashSet, ops::Range};

use regesta_model::Span;

use super::{
    columns,
    dates::{self, HeadDate},
    items::{self, Item, Pair},
    stamps::Stamps,
    words,
};
use crate::{labels::Labelled, page::Page};

/// A sheet that describes the paper after it.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    /// The lines from its first label to its last, or to the value under it.
    pub(crate) lines: Range<usize>,
    /// What it says, for the catalogue.
    pub(crate) labelled: Vec<Labelled>,
    /// The date of the paper, as EDTF.
    pub(crate) date: Option<(Span, String)>,
    /// Whether it says that the paper's date is not known.
    pub(crate) undated: bool,
}

/// How far from the top a sheet begins, and how many lines it has.
const REACH: usize = 40;
const LONGEST: usize = 90;

/// Finds the sheet: lines near the top with several labels that only such sheets have, parties and a date among them.
pub(crate) fn find(page: &Page<'_>) -> Option<Sheet> {
    const LABELS: usize = 5;
    if !page.source.text_is_file {
        return None;
    }
    let items = items::read(page, 0..page.lines.len().min(REACH + LONGEST));
    let label_lines = || {
        items.iter().filter_map(|it| match it {
            Item::Label { label, line, .. } if label.of_sheet => Some((label.place, *line)),
            _ => None,
        })
    };
    let first = label_lines().next().map(|(_, line)| line).filter(|it| *it < REACH)?;
    let mut last = first;
    let mut seen: HashSet<usize> = HashSet::new();
    for (place, line) in label_lines() {
        if line > last + 25 {
            break;
        }
        seen.insert(place);
        last = line;
    }
    if seen.len() < LABELS {
        return None;
    }
    let end = end(page, &items, last);
    let inside: Vec<Item> = items
        .into_iter()
        .filter(|it| (first..end).contains(&line_of(it)))
        .map(|it| whole(page, it))
        .collect();
    let names = |names: &str| {
        inside.iter().any(|it| matches!(it, Item::Label { label, .. } if label.names == names))
    };
    let party = names("sender") || names("recipient");
    if !((names("date") || names("title")) && (party || seen.len() > LABELS)) {
        return None;
    }
    let spans: Vec<Span> = page.lines[first..end].iter().map(|it| it.span).collect();
    let order = dates::order(page.text, &spans);
    let pairs = columns::pairs(page, &inside, order);
    let released = Stamps::new(page, 0..end).released;
    let (date, undated) = date(page, &pairs, &spans, order, released);
    let labelled = pairs.iter().filter_map(|it| labelled(page, it)).collect();
    Some(Sheet { lines: first..end, labelled, date, undated })
}

/// `MEMO FOR THE FILE` is on a sheet what a column of values says, not a label with its value.
fn whole(page: &Page<'_>, item: Item) -> Item {
    match item {
        Item::Label { label, span, value: Some(value), line, .. } if label.is_phrase() => {
            let between = Span { start: span.end, end: value.start }.of(page.text);
            let whole = page.lines.get(line).map_or_else(Span::default, |it| it.span);
            if between.contains([':', ';']) { item } else { Item::Value { span: whole, line } }
        }
        _ => item,
    }
}

/// The line after the last label's value; where a column of labels stands above its values, after the column of these.
fn end(page: &Page<'_>, items: &[Item], last: usize) -> usize {
    const BELOW: usize = 40;
    let from = items.partition_point(|it| line_of(it) <= last);
    let open = items[..from]
        .iter()
        .rev()
        .take_while(|it| matches!(it, Item::Label { value: None, .. }))
        .count();
    let labelled = |it: &&Item| matches!(it, Item::Label { .. });
    let values = items[from..].iter().skip_while(labelled).take(BELOW).take_while(|it| {
        let Item::Value { span, .. } = whole(page, (*it).clone()) else { return false };
        let words = span.of(page.text);
        !words::stamps(words).contains(&"release") && !words.starts_with(['#', '-'])
    });
    let below = match open {
        0..=2 => last + 1,
        _ => values.last().map_or(last, line_of),
    };
    below.max(last) + 1
}

fn line_of(item: &Item) -> usize {
    match item {
        Item::Label { line, .. } | Item::Value { line, .. } => *line,
    }
}

/// The paper's date, and whether the sheet says that it is unknown: under the label that stands among its parties and title; else
/// the earliest on the sheet, for it was printed and reviewed later, and before the year `released` that a notice of release names.
fn date(
    page: &Page<'_>,
    pairs: &[Pair],
    lines: &[Span],
    order: dates::Order,
    released: Option<i32>,
) -> (Option<(Span, String)>, bool) {
    let read = |span: Span| {
        let known = !columns::is_unknown(span.of(page.text));
        dates::read(page.text, span, order).into_iter().next().filter(|_| known)
    };
    let party = |it: &Pair| matches!(it.label.names, "sender" | "recipient" | "title");
    let numbered = |it: &Pair| it.label.names == "record-id";
    let from = pairs.iter().position(party).or_else(|| pairs.iter().position(numbered));
    let mut own = pairs[from.unwrap_or(0)..].iter().filter(|it| it.label.names == "date");
    let labelled = own.find_map(|it| read(it.value?));
    let reviewed = |it: &HeadDate| {
        pairs.iter().any(|pair| {
            pair.label.names == "other-date"
                && pair.value.is_some_and(|value| value.overlaps(it.span))
        })
    };
    let alone = |it: &&Span| it.len() <= 40 && columns::is_date(page.text, **it, order, 8);
    let latest = || {
        let years = lines.iter().flat_map(|it| dates::read(page.text, *it, order));
        years.map(|it| it.year).max().unwrap_or_default()
    };
    let earliest = || {
        let latest = latest();
        let above = pairs.iter().find(|it| numbered(it)).map_or(0, |it| it.span.start);
        let below = lines.iter().filter(|it| it.start >= above);
        let dates = below.filter(alone).filter_map(|it| read(*it));
        let dates = dates.map(|it| it.in_century(page.text, latest));
        let dates = dates.filter(|it| !reviewed(it) && released.is_none_or(|year| it.year < year));
        dates.min_by_key(|it| (it.year, it.month, it.day))
    };
    let unknown = lines.iter().any(|it| {
        let words = it.of(page.text);
        it.len() <= 40 && words.split([' ', ':']).any(columns::is_unknown)
    });
    let found = labelled.or_else(|| if unknown { None } else { earliest() });
    (found.map(|it| (it.span, it.edtf())), unknown && found.is_none())
}

/// What a label of the sheet says, under the name that the catalogue has for it.
fn labelled(page: &Page<'_>, pair: &Pair) -> Option<Labelled> {
    let names = match pair.label.names {
        "sender" => "sender",
        "recipient" => "recipient",
        "title" => "title",
        "record-id" => "record-id",
        _ => return None,
    };
    let value = pair.value?.trimmed(page.text);
    let withheld = names != "title" && value.of(page.text).to_lowercase().contains("withheld");
    (!withheld && !value.is_empty()).then(|| Labelled {
        names,
        label: pair.span,
        value: Some(value),
        label_line: pair.line,
        lines: pair.line..pair.line + 1,
    })
}

/// The labels of a page, those inside a sheet as the sheet is read.
pub(crate) fn with_sheet(mut labelled: Vec<Labelled>, sheet: Option<&Sheet>) -> Vec<Labelled> {
    if let Some(sheet) = sheet {
        labelled.retain(|it| it.label_line >= sheet.lines.end);
        labelled.splice(0..0, sheet.labelled.iter().cloned());
    }
    labelled
}

//! Finds the sheet that an office has laid before a paper to describe it, and reads it as the paper's catalogue.

use std::{collections::HashSet, ops::Range};

use regesta_model::Span;

use super::{
    dates::{self, HeadDate},
    items::{self, Item, Pair},
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
    let inside: Vec<Item> =
        items.into_iter().filter(|it| (first..=last + 1).contains(&line_of(it))).collect();
    let names = |names: &str| {
        inside.iter().any(|it| matches!(it, Item::Label { label, .. } if label.names == names))
    };
    let party = names("sender") || names("recipient");
    if !((names("date") || names("title")) && (party || seen.len() > LABELS)) {
        return None;
    }
    let spans: Vec<Span> = page.lines[first..=last].iter().map(|it| it.span).collect();
    let order = dates::order(page.text, &spans);
    let pairs = items::pairs(page, &inside, order);
    let date = date(page, &pairs, &spans, order);
    let labelled = pairs.iter().filter_map(|it| labelled(page, it)).collect();
    Some(Sheet { lines: first..last + 1, labelled, date })
}

fn line_of(item: &Item) -> usize {
    match item {
        Item::Label { line, .. } | Item::Value { line, .. } => *line,
    }
}

/// The paper's date: under the label that stands among its parties and title; else the earliest on the sheet, for it was printed and reviewed later.
fn date(
    page: &Page<'_>,
    pairs: &[Pair],
    lines: &[Span],
    order: dates::Order,
) -> Option<(Span, String)> {
    let read = |span: Span| dates::read(page.text, span, order).into_iter().next();
    let party = |it: &Pair| matches!(it.label.names, "sender" | "recipient" | "title");
    let from = pairs.iter().position(party).unwrap_or(0);
    let own = pairs[from..].iter().filter(|it| it.label.names == "date");
    let labelled = own.clone().find_map(|it| read(it.value?));
    let blank = own.clone().any(|it| it.value.is_some_and(|it| it.of(page.text).starts_with("00")));
    let reviewed = |it: &HeadDate| {
        pairs.iter().any(|pair| {
            pair.label.names == "other-date"
                && pair.value.is_some_and(|value| value.overlaps(it.span))
        })
    };
    let earliest = || {
        let all = lines
            .iter()
            .filter(|it| it.len() <= 40 && !words::stamps(it.of(page.text)).contains(&"release"));
        let dates = all.filter_map(|it| read(*it)).filter(|it| !reviewed(it) && it.year < 1990);
        dates.min_by_key(|it| (it.year, it.month, it.day))
    };
    let found = labelled.or_else(|| if blank { None } else { earliest() })?;
    Some((found.span, found.edtf()))
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

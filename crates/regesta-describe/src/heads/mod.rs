//! Reads the head of a paper: memorandum, cable, dispatch or letter, in clean typing or in a ruinous reading of it.

mod cable;
mod choice;
mod dates;
mod items;
mod letters;
mod offices;
mod sheet;
mod words;

use regesta_model::{Cited, EventKind, Span};

use crate::{
    communications::tidy,
    page::Page,
    zones::{Zone, Zones},
};

pub(crate) use choice::is_damaged;
pub(crate) use sheet::Sheet;
pub(crate) use sheet::{find as find_sheet, with_sheet};

/// Something that happened to a paper, as its head tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeadEvent {
    pub(crate) kind: EventKind,
    pub(crate) edtf: String,
    pub(crate) zone: Option<String>,
    pub(crate) span: Span,
}

/// What the head of a paper says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    /// The paper's own date, with its EDTF.
    pub(crate) date: Option<(Span, String)>,
    pub(crate) senders: Vec<Cited<String>>,
    pub(crate) recipients: Vec<Cited<String>>,
    pub(crate) via: Vec<Cited<String>>,
    /// The sender's number.
    pub(crate) number: Option<Span>,
    /// Whether there is a head to read.
    pub(crate) found: bool,
    /// Whether the paper is a damaged reading.
    pub(crate) damaged: bool,
    /// Sent and received, where the head says so.
    pub(crate) events: Vec<HeadEvent>,
}

/// How many lines a head has at most, stamps and routing among them.
const REACH: usize = 70;

impl Head {
    /// Reads the head; empty where the page shows none.
    pub(crate) fn read(page: &Page<'_>, zones: &Zones) -> Head {
        let mut res = Head::default();
        let start = zones.sheet.as_ref().map_or(0, |it| it.lines.end);
        let end = page.lines.len().min(start + REACH);
        let text = (start..end).filter(|it| zones.of.get(*it) != Some(&Zone::Furniture)).count();
        let mut catalogue: Vec<&str> = zones
            .labelled
            .iter()
            .filter(|it| it.is_catalogue() && it.names != "keywords")
            .map(|it| it.names)
            .collect();
        catalogue.dedup();
        let catalogued = zones.sheet.is_none() && catalogue.len() > 1;
        if text == 0 || catalogued || !page.source.text_is_file {
            return res;
        }
        let items = items::read(page, start..end);
        let spans: Vec<Span> = page.lines[start..end].iter().map(|it| it.span).collect();
        let order = dates::order(page.text, &spans);
        let pairs = without_weak(items, page, order);
        let cable = cable::read(page, start..end);
        let labelled = |names: &str| pairs.iter().filter(|it| it.label.names == names).count() > 0;
        let party = labelled("sender") || labelled("recipient");
        let memorandum = party
            && (labelled("subject")
                || labelled("date")
                || labelled("sender") && labelled("recipient"));
        let wired = cable.group.is_some() || cable.sender.is_some();
        let damaged = zones.damaged;
        res.damaged = damaged;
        let dated = pairs.len() > 1
            && pairs.iter().any(|it| it.label.names == "date" && it.value.is_some());
        if !(memorandum || wired || damaged || dated) {
            return res;
        }
        res.found = true;
        let date = choice::date(page, start..end, &pairs, cable.group, order);
        res.date = date.own;
        res.events = date.events;
        res.number = cable.number;
        res.senders = cable.sender.into_iter().collect();
        res.recipients = cable.recipients;
        res.add_parties(page, &pairs);
        if (damaged || wired) && (res.senders.is_empty() || res.recipients.is_empty()) {
            let (senders, recipients) = offices::read(page, start..end);
            let other =
                |of: &[Cited<String>], it: &Cited<String>| of.iter().all(|of| of.value != it.value);
            if res.senders.is_empty() {
                res.senders = senders.into_iter().filter(|it| other(&res.recipients, it)).collect();
            }
            if res.recipients.is_empty() {
                res.recipients =
                    recipients.into_iter().filter(|it| other(&res.senders, it)).collect();
            }
        }
        res
    }

    fn add_parties(&mut self, page: &Page<'_>, pairs: &[items::Pair]) {
        for pair in pairs {
            let Some(value) = pair.value else { continue };
            let into = match pair.label.names {
                "sender" => &mut self.senders,
                "recipient" => &mut self.recipients,
                "via" => &mut self.via,
                _ => continue,
            };
            let Some(name) = party(page.text, value) else { continue };
            if into.len() < 4 && !into.iter().any(|it| it.value == name.value) {
                into.push(name);
            }
        }
    }
}

/// Says whether words stand on a stamp or a notice of release, or hold a year and no more.
pub(crate) fn is_stamp(page: &Page<'_>, span: Span) -> bool {
    let line = page.lines.partition_point(|it| it.span.end <= span.start);
    (line.saturating_sub(3)..=line)
        .any(|it| page.words(it).len() < 200 && words::stamps(page.words(it)).contains(&"release"))
}

/// Labels and values of a head: a label without a colon counts only beside another party's label.
fn without_weak(items: Vec<items::Item>, page: &Page<'_>, order: dates::Order) -> Vec<items::Pair> {
    use items::Item;
    const NEAR: usize = 6;
    let parties: Vec<(usize, &str)> = items
        .iter()
        .filter_map(|it| match it {
            Item::Label { label, line, .. }
                if matches!(label.names, "sender" | "recipient" | "subject") =>
            {
                Some((*line, label.names))
            }
            _ => None,
        })
        .collect();
    let kept: Vec<Item> = items
        .iter()
        .map(|it| match it {
            Item::Label { label, line, weak: true, .. } => {
                let other = |(at, names): &(usize, &str)| {
                    at.abs_diff(*line) <= NEAR && *names != label.names
                };
                let span = page.lines.get(*line).map_or_else(Span::default, |it| it.span);
                if parties.iter().any(other) || label.names == "date" {
                    it.clone()
                } else {
                    Item::Value { span, line: *line }
                }
            }
            _ => it.clone(),
        })
        .collect();
    items::pairs(page, &kept, order)
}

/// A party's name: the office a table knows by it, else the words as they stand.
fn party(text: &str, value: Span) -> Option<Cited<String>> {
    let words = value.of(text);
    let cut = words.find(['\t', '|', '{', '}', '[', '_', '<']).unwrap_or(words.len());
    let cut = words.find("   ").map_or(cut, |it| it.min(cut));
    let span = Span { start: value.start, end: value.start + cut as u32 }.trimmed(text);
    let name = words::office(span.of(text)).map_or_else(|| tidy(span.of(text)), str::to_owned);
    let letters = name.chars().filter(|it| it.is_alphabetic()).count();
    let capital = name.chars().find(|it| it.is_alphabetic()).is_some_and(|it| !it.is_lowercase());
    (letters >= 2 && capital && name.chars().count() <= 100 && !words::is_label(&name))
        .then(|| Cited::new(name, span))
}

//! Reads the head of a paper: memorandum, cable, dispatch or letter, in clean typing or in a ruinous reading of it.

mod cable;
mod choice;
mod columns;
mod damage;
mod dates;
mod items;
mod letters;
mod offices;
mod sheet;
mod stamps;
mod words;

use std::ops::Range;

use regesta_model::{Cited, EventKind, Span};

use crate::{
    communications::tidy,
    page::Page,
    zones::{Zone, Zones},
};

pub(crate) use damage::is_damaged;
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
        let mut res = Head { damaged: zones.damaged, ..Head::default() };
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
        let catalogued = zones.sheet.is_none() && !zones.damaged && catalogue.len() > 1;
        if text == 0 || !page.source.text_is_file {
            return res;
        }
        let cable = cable::read(page, start..end);
        let wired = cable.group.is_some_and(|it| it.sure) || cable.sender.is_some();
        if catalogued && !wired {
            return res;
        }
        let body = body(page, start..end);
        let items = items::read(page, start..body);
        let spans: Vec<Span> = page.lines[start..end].iter().map(|it| it.span).collect();
        let order = dates::order(page.text, &spans);
        let pairs = without_weak(items, page, order);
        let labelled = |names: &str| pairs.iter().filter(|it| it.label.names == names).count() > 0;
        let party = labelled("sender") || labelled("recipient");
        let memorandum = party
            && (labelled("subject")
                || labelled("date")
                || labelled("sender") && labelled("recipient"));
        let damaged = zones.damaged;
        let dated = pairs.len() > 1
            && pairs.iter().any(|it| it.label.names == "date" && it.value.is_some());
        let record = pairs.iter().any(|it| it.label.names == "recipient" && it.label.is_phrase());
        if !(memorandum || wired || damaged || dated || record) {
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
        if damaged || wired {
            res.add_offices(page, start..body);
        }
        res
    }

    /// Adds the offices that stand without labels, for the parties that no label named.
    fn add_offices(&mut self, page: &Page<'_>, lines: Range<usize>) {
        if !self.senders.is_empty() && !self.recipients.is_empty() {
            return;
        }
        let (senders, recipients) = offices::read(page, lines);
        let other =
            |of: &[Cited<String>], it: &Cited<String>| of.iter().all(|of| of.value != it.value);
        if self.senders.is_empty() {
            self.senders = senders.into_iter().filter(|it| other(&self.recipients, it)).collect();
        }
        if self.recipients.is_empty() {
            self.recipients =
                recipients.into_iter().filter(|it| other(&self.senders, it)).collect();
        }
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

/// The line on which the first numbered paragraph begins: no label below it is the head's.
fn body(page: &Page<'_>, lines: Range<usize>) -> usize {
    const WORDS: usize = 6;
    const LETTERS: usize = 35;
    let end = lines.end;
    let opens = |line: &usize| {
        let words = page.words(*line).trim_start_matches(|it: char| !it.is_alphanumeric());
        let rest = words.strip_prefix(['1', 'I', 'l']).map(str::trim_start);
        rest.and_then(|it| it.strip_prefix(['.', ','])).is_some_and(|it| {
            it.starts_with(' ') && it.len() >= LETTERS && it.split_whitespace().count() >= WORDS
        })
    };
    let mut lines = lines;
    lines.find(opens).unwrap_or(end)
}

/// Says whether a notice of release stands near the top of a page.
pub(crate) fn is_released(page: &Page<'_>) -> bool {
    const TOP: usize = 40;
    (0..page.lines.len().min(TOP)).any(|it| words::stamps(page.words(it)).contains(&"release"))
}

/// Says whether a name can be the one that signs a paper read from a scan: no words of a form, and like a person's name or an office.
pub(crate) fn can_sign(name: &str) -> bool {
    const LETTERS: usize = 5;
    let words = name.split_whitespace().filter(|it| it.chars().any(char::is_alphabetic)).count();
    let lone = || name.chars().count() >= LETTERS && name.contains(char::is_lowercase);
    (words == 1 && lone() || (2..=6).contains(&words)) && !words::is_no_party(name)
}

/// Says whether words stand on a stamp or a notice of release: on its line, or under it with no date that must be older.
pub(crate) fn is_stamp(page: &Page<'_>, span: Span) -> bool {
    const NEAR: usize = 3;
    const BELOW: usize = 8;
    let line = page.lines.partition_point(|it| it.span.end <= span.start);
    let year = stamps::year(span.of(page.text)).filter(|_| span.len() > 4);
    (line.saturating_sub(BELOW)..=line).any(|it| {
        let words = page.words(it);
        let law = || stamps::law(page, it).zip(year);
        let older = || law().is_some_and(|(law, own)| own < law);
        let younger = || law().is_some_and(|(law, own)| own >= law);
        words.len() < 200
            && words::stamps(words).contains(&"release")
            && (it == line || it + NEAR >= line && !older() || younger())
    })
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
    let kept = Span { start: value.start, end: value.start + cut as u32 }.trimmed(text);
    let bare = offices::without_precedence(kept.of(text));
    let span = Span { start: kept.end - bare.len() as u32, end: kept.end };
    let name = words::office(span.of(text)).map_or_else(|| tidy(span.of(text)), str::to_owned);
    let letters = name.chars().filter(|it| it.is_alphabetic()).count();
    let capital = name.chars().find(|it| it.is_alphabetic()).is_some_and(|it| !it.is_lowercase());
    (letters >= 2
        && capital
        && name.chars().count() <= 100
        && !words::is_label(&name)
        && !words::is_no_party(&name))
    .then(|| Cited::new(name, span))
}

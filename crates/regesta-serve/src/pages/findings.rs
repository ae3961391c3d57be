//! The queue of findings: the words in place, both languages under each other, a rule at a time.

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use regesta_store::queries::findings::{Queue, QueuedFinding, Quotation};

use super::{Pager, Room, SeverityView, clipped, weight};
use crate::{
    address,
    frame::{Collection, Frame, Here},
    wording,
};

/// How many findings a page shows.
pub(crate) const PAGE: usize = 20;

/// How many places of one finding are quoted.
const PLACES: usize = 6;

/// How much all quotations of a page weigh at most, in bytes.
const QUOTED_BYTES: usize = 56_000;

/// How many bytes of a message, and of a title, are shown.
const SENTENCE: usize = 900;
const TITLE: usize = 400;

/// How many characters a quotation shows of the words themselves.
const WORDS: usize = 280;

/// Words longer than this many characters are only underlined.
const LONG: usize = 48;

/// A line of at least this many characters on one side of the words was cut by the store.
const CUT: usize = 120;

#[derive(Template)]
#[template(path = "findings.html")]
struct Findings {
    frame: Frame,
    heading: String,
    rules: Vec<Rule>,
    all: Option<&'static str>,
    explained: Option<Explained>,
    findings: Vec<Entry>,
    pager: Pager,
}

struct Rule {
    code: String,
    name: String,
    severity: SeverityView,
    findings: String,
    href: String,
    chosen: bool,
}

struct Explained {
    href: String,
    basis: &'static str,
}

struct Entry {
    href: String,
    title: String,
    number: usize,
    code: String,
    rule: String,
    page: String,
    severity: SeverityView,
    message: String,
    fix: Option<String>,
    places: Vec<Place>,
    more: usize,
}

struct Place {
    before: String,
    words: String,
    after: String,
    note: String,
    language: String,
    long: bool,
}

/// Shows one page of the queue, of one rule or of all.
pub(crate) fn page(
    collection: &Arc<Collection>,
    queue: &Queue,
    rule: Option<&str>,
    page: usize,
) -> Response {
    super::shown(&view(collection, queue, rule, page))
}

fn view(collection: &Arc<Collection>, queue: &Queue, rule: Option<&str>, page: usize) -> Findings {
    let mut room = Room(QUOTED_BYTES);
    let chosen = queue.rules.iter().find(|it| Some(it.code.as_str()) == rule);
    let base =
        rule.map_or_else(|| "/findings?".to_owned(), |it| format!("{}&", address::queue(it)));
    let address = |page: usize| format!("{base}page={page}");
    let count = wording::count(queue.total, "finding", "findings");
    let kind = rule.and_then(|it| collection.kind(it));
    let name = chosen.map(|it| it.name.as_str()).or(kind.map(|it| it.name));
    Findings {
        frame: Frame::new(collection, Here::Findings),
        heading: match (rule, name) {
            (Some(code), Some(name)) => format!("{code}, {}: {count}", wording::rule(name)),
            (Some(code), None) => format!("{code}: {count}"),
            (None, _) => count,
        },
        rules: queue
            .rules
            .iter()
            .map(|it| Rule {
                code: it.code.clone(),
                name: wording::rule(&it.name),
                severity: it.severity.into(),
                findings: wording::thousands(it.findings),
                href: address::queue(&it.code),
                chosen: Some(it.code.as_str()) == rule,
            })
            .collect(),
        all: rule.map(|_| "/findings"),
        explained: kind
            .map(|it| Explained { href: address::rule(it.code), basis: wording::basis(it.basis) }),
        findings: queue.findings.iter().map(|it| entry(it, &mut room)).collect(),
        pager: Pager::new(page, PAGE, queue.total, address),
    }
}

/// The entry of one finding; quotations are taken out of the page's room.
fn entry(it: &QueuedFinding, room: &mut Room) -> Entry {
    let mut places: Vec<Place> = Vec::new();
    for quotation in it.quotations.iter().take(PLACES) {
        let next = place(quotation);
        let words = [&next.before, &next.words, &next.after, &next.note];
        if !room.takes(words.iter().map(|it| weight(it)).sum::<usize>() + 200) {
            break;
        }
        places.push(next);
    }
    Entry {
        href: it.document.as_deref().map(|id| address::finding(id, it.number)).unwrap_or_default(),
        title: clipped(&it.title, TITLE),
        number: it.number,
        code: it.finding.code.clone(),
        rule: wording::rule(&it.finding.name),
        page: address::rule(&it.finding.code),
        severity: it.finding.severity.into(),
        message: clipped(&it.finding.message, SENTENCE),
        fix: it.finding.fix.as_deref().map(|it| clipped(it, SENTENCE)),
        more: it.quotations.len() - places.len(),
        places,
    }
}

fn place(it: &Quotation) -> Place {
    let mut words: String = it.words.chars().take(WORDS).collect();
    let whole = words.len() == it.words.len();
    if !whole {
        words.push('…');
    }
    let cut = |side: &str| if side.chars().count() >= CUT { "…" } else { "" };
    Place {
        before: format!("{}{}", cut(&it.before), it.before.trim_start()),
        long: words.chars().count() > LONG,
        after: match whole {
            true => format!("{}{}", it.after.trim_end(), cut(&it.after)),
            false => String::new(),
        },
        words,
        note: clipped(&it.note, SENTENCE),
        language: it.language.clone(),
    }
}

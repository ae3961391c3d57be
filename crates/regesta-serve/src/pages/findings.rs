//! The queue of findings: the words in place, both languages under each other, a rule at a time.

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use regesta_store::queries::findings::{Queue, QueuedFinding, Quotation};

use super::{Pager, SeverityView};
use crate::{
    address,
    frame::{Collection, Frame, Here},
    wording,
};

/// How many findings a page shows.
pub(crate) const PAGE: usize = 25;

/// How many places of one finding are quoted.
const PLACES: usize = 6;

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
        findings: queue.findings.iter().map(entry).collect(),
        pager: Pager::new(page, PAGE, queue.total, address),
    }
}

fn entry(it: &QueuedFinding) -> Entry {
    Entry {
        href: it.document.as_deref().map(|id| address::finding(id, it.number)).unwrap_or_default(),
        title: it.title.clone(),
        number: it.number,
        code: it.finding.code.clone(),
        rule: wording::rule(&it.finding.name),
        page: address::rule(&it.finding.code),
        severity: it.finding.severity.into(),
        message: it.finding.message.clone(),
        fix: it.finding.fix.clone(),
        places: it.quotations.iter().take(PLACES).map(place).collect(),
        more: it.quotations.len().saturating_sub(PLACES),
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
        note: it.note.clone(),
        language: it.language.clone(),
    }
}

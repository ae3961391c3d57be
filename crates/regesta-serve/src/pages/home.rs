//! The first page: what is in the collection, every count a way into it.

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use regesta_store::queries::{
    overview::{Count, Overview, RuleCount},
    search::Facet,
};

use super::SeverityView;
use crate::{
    address,
    frame::{Collection, Frame, Here},
    wording,
};

/// How many values of a kind the page shows; the catalogue's filters have them all.
const VALUES: usize = 24;

/// How many unread files the page names.
const UNREAD: usize = 40;

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    frame: Frame,
    documents: String,
    sources: String,
    empty: bool,
    chart: Chart,
    groups: Vec<Group>,
    rules: Vec<Rule>,
    findings: String,
    unread: Vec<(String, String)>,
    unread_more: usize,
}

/// A group of counted values.
struct Group {
    name: &'static str,
    values: Vec<Value>,
    more: Option<String>,
}

/// A counted value that leads to its documents.
struct Value {
    label: String,
    href: String,
    count: String,
}

/// A rule that speaks.
struct Rule {
    code: String,
    name: String,
    severity: SeverityView,
    findings: String,
    documents: String,
    href: String,
    page: String,
}

/// Documents by year, drawn.
#[derive(Default)]
struct Chart {
    bars: Vec<Bar>,
}

/// One year of the chart; places in per cent of the width, heights in pixels.
struct Bar {
    year: String,
    label: String,
    count: String,
    href: String,
    x: String,
    middle: String,
    width: String,
    y: u64,
    height: u64,
    above: u64,
    named: bool,
}

/// Height of the tallest bar, in pixels.
const TALLEST: u64 = 88;

/// Pixels above the tallest bar, for its figure.
const HEAD: u64 = 18;

/// Shows the page.
pub(crate) fn page(collection: &Arc<Collection>, overview: &Overview) -> Response {
    super::shown(&view(collection, overview))
}

fn view(collection: &Arc<Collection>, overview: &Overview) -> Home {
    let findings = overview.rules.iter().map(|it| it.findings).sum();
    Home {
        frame: Frame::new(collection, Here::Home),
        documents: wording::count(overview.documents, "document", "documents"),
        sources: wording::count(overview.sources, "file", "files"),
        empty: overview.documents == 0,
        chart: chart(&overview.years),
        groups: [
            group("Languages", Facet::Language, &overview.languages),
            group("Kinds", Facet::Kind, &overview.kinds),
            group("Archives", Facet::Archive, &overview.archives),
            group("Correspondents", Facet::Correspondent, &overview.correspondents),
        ]
        .into_iter()
        .filter(|it| !it.values.is_empty())
        .collect(),
        rules: overview.rules.iter().map(rule).collect(),
        findings: wording::count(findings, "finding", "findings"),
        unread: overview.unread.iter().take(UNREAD).cloned().collect(),
        unread_more: overview.unread.len().saturating_sub(UNREAD),
    }
}

fn group(name: &'static str, facet: Facet, counts: &[Count]) -> Group {
    let value = |it: &Count| Value {
        label: it.label.clone(),
        href: address::filter(facet, &it.value),
        count: wording::thousands(it.count),
    };
    let more = counts.len().checked_sub(VALUES).filter(|it| *it > 0);
    Group {
        name,
        values: counts.iter().take(VALUES).map(value).collect(),
        more: more.map(|it| format!("and {} more", wording::thousands(it as u64))),
    }
}

fn rule(it: &RuleCount) -> Rule {
    Rule {
        code: it.code.clone(),
        name: wording::rule(&it.name),
        severity: it.severity.into(),
        findings: wording::thousands(it.findings),
        documents: wording::thousands(it.documents),
        href: address::queue(&it.code),
        page: address::rule(&it.code),
    }
}

/// Draws the years in their true distances where they lie within a lifetime, else side by side.
fn chart(years: &[Count]) -> Chart {
    let number = |it: &Count| it.value.parse::<i64>().ok();
    let mut dated: Vec<(i64, &Count)> =
        years.iter().filter_map(|it| Some((number(it)?, it))).collect();
    dated.sort_by_key(|it| it.0);
    let (Some(first), Some(last)) = (dated.first().map(|it| it.0), dated.last().map(|it| it.0))
    else {
        return Chart::default();
    };
    let true_distances = last - first < 80;
    let slots = if true_distances { last - first + 1 } else { dated.len() as i64 }.max(8);
    let most = dated.iter().map(|it| it.1.count).max().unwrap_or(1).max(1);
    let step = (slots + 13) / 14;
    let bar = |at: usize, year: i64, it: &Count| {
        let slot = if true_distances { year - first } else { at as i64 };
        let per_mille = |tenths: i64| format!("{}.{}%", tenths / 10, tenths % 10);
        let height = (it.count * TALLEST / most).max(2);
        let width = 1000 / slots;
        Bar {
            year: it.value.clone(),
            label: format!("{}: {}", it.label, wording::count(it.count, "document", "documents")),
            count: wording::thousands(it.count),
            href: address::filter(Facet::Year, &it.value),
            x: per_mille(slot * 1000 / slots + width / 10),
            middle: per_mille(slot * 1000 / slots + width / 2),
            width: per_mille((width * 8 / 10).max(1)),
            y: HEAD + TALLEST - height,
            height,
            above: HEAD + TALLEST - height - 5,
            named: slot % step == 0 || (dated.len() <= 14 && slots <= 28),
        }
    };
    Chart { bars: dated.iter().enumerate().map(|(at, (year, it))| bar(at, *year, it)).collect() }
}

//! The first page: what is in the collection, every count a way into it.

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use regesta_model::EntityKind;
use regesta_relate::unify::Named;
use regesta_store::queries::{
    names::{Appearances, Names},
    overview::{Count, Overview, RuleCount},
    search::Facet,
};

use super::{Room, SeverityView, clipped, weight};
use crate::{
    address,
    frame::{Collection, Frame, Here},
    wording,
};

/// How many values of a kind the page shows; the catalogue's filters have them all.
const VALUES: usize = 24;

/// How many bytes of a value or a file name, and of an advice, are shown.
const NAME: usize = 300;
const ADVICE: usize = 700;

/// How much one group of values weighs at most, in bytes.
const GROUP_BYTES: usize = 10_000;

/// How many bars the chart has at most.
const BARS: usize = 80;

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
    more: Option<(String, &'static str)>,
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
pub(crate) fn page(collection: &Arc<Collection>, overview: &Overview, names: &Names) -> Response {
    super::shown(&view(collection, overview, names))
}

fn view(collection: &Arc<Collection>, overview: &Overview, names: &Names) -> Home {
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
            correspondents(names),
        ]
        .into_iter()
        .filter(|it| !it.values.is_empty())
        .collect(),
        rules: overview.rules.iter().map(rule).collect(),
        findings: wording::count(findings, "finding", "findings"),
        unread: overview
            .unread
            .iter()
            .take(UNREAD)
            .map(|(name, advice)| (clipped(name, NAME), clipped(advice, ADVICE)))
            .collect(),
        unread_more: overview.unread.len().saturating_sub(UNREAD),
    }
}

fn group(name: &'static str, facet: Facet, counts: &[Count]) -> Group {
    let value = |it: &Count| Value {
        label: clipped(&it.label, NAME),
        href: address::filter(facet, &it.value),
        count: wording::thousands(it.count),
    };
    let mut room = Room(GROUP_BYTES);
    let fits = |it: &Value| room.takes(weight(&it.href) + weight(&it.label) + 120);
    let values: Vec<Value> = counts.iter().take(VALUES).map(value).take_while(fits).collect();
    let more = counts.len() - values.len();
    let more = (more > 0).then(|| format!("and {} more", wording::thousands(more as u64)));
    Group { name, values, more: more.map(|it| (it, "/search")) }
}

/// Persons who write and are written to, each once, by the form that stands for all.
fn correspondents(names: &Names) -> Group {
    let corresponds = |(it, documents): &(&Named, &Appearances)| {
        it.kind == EntityKind::Person && documents.sent + documents.received > 0
    };
    let mut all: Vec<(&Named, &Appearances)> =
        names.all.iter().zip(&names.documents).filter(corresponds).collect();
    all.sort_by_key(|(_, documents)| std::cmp::Reverse(documents.sent + documents.received));
    let value = |(it, documents): &(&Named, &Appearances)| Value {
        label: clipped(it.name(), NAME),
        href: address::person(it.name()),
        count: wording::thousands(documents.all),
    };
    let mut room = Room(GROUP_BYTES);
    let fits = |it: &Value| room.takes(weight(&it.href) + weight(&it.label) + 120);
    let values: Vec<Value> = all.iter().take(VALUES).map(value).take_while(fits).collect();
    let more = all.len() - values.len();
    let more = (more > 0).then(|| format!("and {} more", wording::thousands(more as u64)));
    Group { name: "Correspondents", values, more: more.map(|it| (it, "/persons")) }
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

/// Documents of a year or of a decade.
struct Period {
    first: i64,
    label: String,
    count: u64,
    years: Vec<i64>,
}

/// Counts by year; by decade where there are more years than bars, the latest where even those are more.
fn periods(years: &[Count]) -> Vec<Period> {
    let mut dated: Vec<(i64, u64)> =
        years.iter().filter_map(|it| Some((it.value.parse().ok()?, it.count))).collect();
    dated.sort_unstable();
    let mut res: Vec<Period> = Vec::new();
    for step in [1, 10] {
        res.clear();
        for (year, count) in &dated {
            let first = year.div_euclid(step) * step;
            match res.last_mut().filter(|it| it.first == first) {
                Some(period) => {
                    period.count += count;
                    period.years.push(*year);
                }
                None => {
                    let label = if step == 1 { first.to_string() } else { format!("{first}s") };
                    res.push(Period { first, label, count: *count, years: vec![*year] });
                }
            }
        }
        if res.len() <= BARS {
            break;
        }
    }
    let early = res.len().saturating_sub(BARS);
    res.drain(..early);
    res
}

/// Draws the years in their true distances where they lie within a lifetime, else side by side.
fn chart(years: &[Count]) -> Chart {
    let periods = periods(years);
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else {
        return Chart::default();
    };
    let true_distances = last.first - first.first < BARS as i64;
    let span = if true_distances { last.first - first.first + 1 } else { periods.len() as i64 };
    let slots = span.max(8);
    let start = first.first;
    let most = periods.iter().map(|it| it.count).max().unwrap_or(1).max(1);
    let bars = periods.iter().enumerate().map(|(at, it)| {
        let slot = if true_distances { it.first - start } else { at as i64 };
        bar(it, slot, slots, it.count * TALLEST / most)
    });
    Chart { bars: bars.collect() }
}

fn bar(it: &Period, slot: i64, slots: i64, height: u64) -> Bar {
    let per_cent = |per_mille: i64| format!("{}.{}%", per_mille / 10, per_mille % 10);
    let height = height.max(2);
    let width = 1000 / slots;
    let filters: Vec<String> = it.years.iter().map(|year| format!("year={year}")).collect();
    Bar {
        year: it.label.clone(),
        label: format!("{}: {}", it.label, wording::count(it.count, "document", "documents")),
        count: wording::thousands(it.count),
        href: format!("/search?{}", filters.join("&")),
        x: per_cent(slot * 1000 / slots + width / 10),
        middle: per_cent(slot * 1000 / slots + width / 2),
        width: per_cent((width * 8 / 10).max(1)),
        y: HEAD + TALLEST - height,
        height,
        above: HEAD + TALLEST - height - 5,
        named: slot % ((slots + 13) / 14) == 0,
    }
}

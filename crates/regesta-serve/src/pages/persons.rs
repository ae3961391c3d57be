//! Persons and organisations: each once, whatever spellings the documents use.

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use regesta_model::EntityKind;
use regesta_relate::unify::Named;
use regesta_store::queries::names::{Appearances, Names};

use super::{Pager, Room, clipped, weight};
use crate::{
    address,
    frame::{Collection, Frame, Here},
    wording,
};

/// How many entries a page shows.
pub(crate) const PAGE: usize = 60;

/// How many forms of one name an entry shows.
const FORMS: usize = 14;

/// How many bytes of a name are shown, and how many the entries of a page weigh at most.
const NAME: usize = 200;
const BYTES: usize = 120_000;

/// Which names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Persons.
    #[default]
    Persons,
    /// Organisations.
    Organisations,
    /// Offices and titles that stand for whoever holds them.
    Offices,
}

impl Sort {
    const ALL: [Sort; 3] = [Sort::Persons, Sort::Organisations, Sort::Offices];

    /// Returns the sort of this name in an address; persons where it is none.
    pub(crate) fn named(name: &str) -> Sort {
        Sort::ALL.into_iter().find(|it| it.name() == name).unwrap_or_default()
    }

    const fn name(self) -> &'static str {
        match self {
            Sort::Persons => "persons",
            Sort::Organisations => "organisations",
            Sort::Offices => "offices",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Sort::Persons => "Persons",
            Sort::Organisations => "Organisations",
            Sort::Offices => "Offices without a name",
        }
    }

    fn holds(self, it: &Named) -> bool {
        match it.kind {
            EntityKind::Person => self == Sort::Persons,
            EntityKind::Role => self == Sort::Offices,
            _ => self == Sort::Organisations,
        }
    }
}

/// A person or organisation of the list.
struct Entry {
    name: String,
    language: &'static str,
    href: String,
    forms: Vec<(String, &'static str)>,
    more: usize,
    facts: Vec<String>,
    decided: bool,
}

#[derive(Template)]
#[template(path = "persons.html")]
struct Page {
    frame: Frame,
    title: &'static str,
    tabs: Vec<(String, &'static str, String, bool)>,
    entries: Vec<Entry>,
    unknown: Vec<String>,
    pager: Pager,
}

/// Shows one page of the names.
pub(crate) fn page(
    collection: &Arc<Collection>,
    names: &Names,
    sort: Sort,
    page: usize,
) -> Response {
    let count = |sort: Sort| names.all.iter().filter(|it| sort.holds(it)).count();
    let to = |sort: Sort| match sort {
        Sort::Persons => "/persons".to_owned(),
        other => format!("/persons?sort={}", other.name()),
    };
    let tab = |it: &Sort| (to(*it), it.title(), wording::thousands(count(*it) as u64), *it == sort);
    let total = count(sort);
    let all = names.all.iter().zip(&names.documents);
    let its = all.filter(|it| sort.holds(it.0)).skip(page.saturating_sub(1) * PAGE);
    let mut room = Room(BYTES);
    let entries = its.take(PAGE).map(entry).take_while(|it| room.takes(heaviness(it))).collect();
    let turned = |page: usize| format!("/persons?sort={}&page={page}", sort.name());
    let unknown = names.unknown.iter().take(20);
    super::shown(&Page {
        frame: Frame::new(collection, Here::Persons),
        title: sort.title(),
        tabs: Sort::ALL.iter().map(tab).filter(|it| it.3 || it.2 != "0").collect(),
        entries,
        unknown: unknown
            .map(|(line, form)| format!("line {line}: “{}”", clipped(form, NAME)))
            .collect(),
        pager: Pager::new(page, PAGE, total as u64, turned),
    })
}

fn entry((it, documents): (&Named, &Appearances)) -> Entry {
    let forms = it.forms.iter().skip(1).take(FORMS);
    let form = |form: &regesta_relate::unify::NameForm| {
        (clipped(&form.of.form, NAME), super::language_of(&form.of.form))
    };
    Entry {
        name: clipped(it.name(), NAME),
        language: super::language_of(it.name()),
        href: address::person(it.name()),
        forms: forms.map(form).collect(),
        more: it.forms.len().saturating_sub(FORMS + 1),
        facts: facts(documents),
        decided: it
            .forms
            .iter()
            .any(|it| it.rule.as_deref() == Some(regesta_relate::unify::DECIDED)),
    }
}

/// In how many documents somebody writes, is written to and is named in the words.
fn facts(it: &Appearances) -> Vec<String> {
    let parts = [(it.sent, "writes"), (it.received, "receives"), (it.mentioned, "named in")];
    let words = |(count, verb): (u64, &str)| {
        format!("{verb} {}", wording::count(count, "document", "documents"))
    };
    parts.into_iter().filter(|it| it.0 > 0).map(words).collect()
}

/// Bounds the rendered size of an entry from above.
fn heaviness(it: &Entry) -> usize {
    let forms: usize = it.forms.iter().map(|it| weight(&it.0) + 60).sum();
    400 + weight(&it.name) + it.href.len() + forms
}

//! One person or organisation: every form with the rule that joined it, and the documents that name it.

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use regesta_export::dates;
use regesta_model::EntityKind;
use regesta_relate::{
    Part,
    unify::{DECIDED, NameForm, Named},
};
use regesta_store::queries::names::Appearance;

use super::{Pager, Room, clipped, weight};
use crate::{
    address,
    frame::{Collection, Frame, Here},
    wording,
};

/// How many documents a page shows.
pub(crate) const PAGE: usize = 60;

/// How many forms are shown, and how many bytes of each.
const FORMS: usize = 120;
const NAME: usize = 240;

/// How much the forms and the documents of a page weigh at most, in bytes.
const FORM_BYTES: usize = 50_000;
const DOCUMENT_BYTES: usize = 60_000;

/// A form of the name.
struct Form {
    form: String,
    language: &'static str,
    rule: String,
    with: String,
    counts: [String; 3],
}

/// A document that names the person.
struct Document {
    href: String,
    title: String,
    language: &'static str,
    date: String,
    part: &'static str,
    forms: String,
}

#[derive(Template)]
#[template(path = "person.html")]
struct Page {
    frame: Frame,
    name: String,
    language: &'static str,
    kind: &'static str,
    facts: Vec<String>,
    forms: Vec<Form>,
    forms_more: usize,
    documents: Vec<Document>,
    apart: Option<String>,
    pager: Pager,
}

/// Shows a person or organisation with the documents that name it.
pub(crate) fn page(
    collection: &Arc<Collection>,
    it: &Named,
    documents: &[Appearance],
    page: usize,
) -> Response {
    let mut room = Room(FORM_BYTES);
    let forms = it.forms.iter().take(FORMS).map(form);
    let forms: Vec<Form> =
        forms.take_while(|it| room.takes(weight(&it.form) + weight(&it.with) + 300)).collect();
    let mut room = Room(DOCUMENT_BYTES);
    let shown = documents.iter().skip(page.saturating_sub(1) * PAGE).take(PAGE).map(document);
    let shown = shown
        .take_while(|it| room.takes(weight(&it.title) + weight(&it.forms) + it.href.len() + 420));
    let turned = |page: usize| format!("{}?page={page}", address::person(it.name()));
    super::shown(&Page {
        frame: Frame::new(collection, Here::Persons),
        name: clipped(it.name(), NAME),
        language: super::language_of(it.name()),
        kind: match it.kind {
            EntityKind::Person => "Person",
            EntityKind::Role => "Office without a name",
            _ => "Organisation",
        },
        facts: facts(documents),
        forms_more: it.forms.len() - forms.len(),
        forms,
        documents: shown.collect(),
        apart: it.forms.get(1).map(|other| {
            let quoted = |it: &str| format!("'{}'", clipped(it, NAME).replace('\'', "'\\''"));
            format!("regesta names part FOLDER {} {}", quoted(it.name()), quoted(&other.of.form))
        }),
        pager: Pager::new(page, PAGE, documents.len() as u64, turned),
    })
}

fn facts(documents: &[Appearance]) -> Vec<String> {
    let count = |part: Part| documents.iter().filter(|it| it.parts.contains(&part)).count() as u64;
    let mut res = vec![wording::count(documents.len() as u64, "document", "documents")];
    for (part, verb) in [
        (Part::Sender, "writer of"),
        (Part::Recipient, "addressee of"),
        (Part::Mentioned, "named in the words of"),
    ] {
        let its = count(part);
        if its > 0 {
            res.push(format!("{verb} {}", wording::thousands(its)));
        }
    }
    res
}

fn form(it: &NameForm) -> Form {
    let count = |part: Part| match it.of.documents.get(&part) {
        Some(count) if *count > 0 => wording::thousands(*count),
        _ => String::new(),
    };
    Form {
        form: clipped(&it.of.form, NAME),
        language: super::language_of(&it.of.form),
        rule: match it.rule.as_deref() {
            Some(DECIDED) => "an editor’s decision".to_owned(),
            Some(rule) => wording::name_rule(rule),
            None => String::new(),
        },
        with: it.joined_to.as_deref().map(|it| clipped(it, NAME)).unwrap_or_default(),
        counts: Part::ALL.map(count),
    }
}

fn in_words(edtf: &str) -> String {
    clipped(&dates::in_words(edtf), 160)
}

fn document(it: &Appearance) -> Document {
    let has = |part: Part| it.parts.contains(&part);
    Document {
        href: address::document(&it.document.id),
        title: clipped(&it.document.title, 400),
        language: super::language_of(&it.document.title),
        date: it.document.date.as_deref().map(in_words).unwrap_or_default(),
        part: match (has(Part::Sender), has(Part::Recipient)) {
            (true, true) => "writes and receives",
            (true, false) => "writes",
            (false, true) => "receives",
            (false, false) => "named",
        },
        forms: clipped(&it.forms.join(" · "), 300),
    }
}

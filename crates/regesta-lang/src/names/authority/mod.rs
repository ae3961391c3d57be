//! Tables of authorities: conventional names, pseudonyms and other names that no sound gives away.

mod listing;

use std::collections::HashMap;
use std::sync::LazyLock;

pub use listing::{ListedForm, ListedPerson, listed_forms, listed_persons};

use super::form::may_agree;
use super::person::spelling;
use super::{Form, Key, Reading, System, Tradition};

/// A person of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The identifier, stable: `stalin`.
    pub id: &'static str,
    /// The name in English usage.
    pub name: &'static str,
    /// What the form is to the person.
    pub kind: Kind,
    /// From when and until when the form was used (EDTF), where that is known.
    pub from: Option<&'static str>,
    /// Until when.
    pub to: Option<&'static str>,
}

/// What a listed form is to its person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The name itself or a usual spelling of it.
    Name,
    /// A conventional name that no system of writing yields: `Sun Yat-sen`.
    Conventional,
    /// Another name of the person: a courtesy name, a birth name, a name taken in another country.
    Alias,
    /// A name for telegrams and the underground.
    Pseudonym,
}

/// A line of the table: a form of a person's name.
struct Listed {
    person: usize,
    kind: Kind,
    from: Option<&'static str>,
    to: Option<&'static str>,
}

struct Table {
    persons: Vec<(&'static str, &'static str, Vec<&'static str>)>,
    forms: HashMap<String, Vec<Listed>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { persons: Vec::new(), forms: HashMap::new() };
    let mut at: HashMap<&str, usize> = HashMap::new();
    for it in listed_persons() {
        at.insert(it.id, table.persons.len());
        table.persons.push((it.id, it.name, it.initials));
    }
    for it in listed_forms() {
        let Some(person) = at.get(it.person).copied() else { continue };
        let listed = Listed { person, kind: it.kind, from: it.from, to: it.to };
        table.forms.entry(spelling(&Form::read(it.form))).or_default().push(listed);
    }
    table
});

/// Returns whom the tables know under a name, in the order of the tables; several where the name was used by several.
pub fn known(form: &Form) -> Vec<Known> {
    let known = |it: &Listed| {
        let (id, name, _) = TABLE.persons.get(it.person)?;
        Some(Known { id, name, kind: it.kind, from: it.from, to: it.to })
    };
    listed(form).into_iter().filter_map(known).collect()
}

/// Lines of the table that a form matches: spelt so, or a listed surname with initials that agree.
fn listed(form: &Form) -> Vec<&'static Listed> {
    let whole = TABLE.forms.get(&spelling(form));
    if let Some(found) = whole {
        return found.iter().collect();
    }
    if form.initials.is_empty() {
        return Vec::new();
    }
    let surname = Form { initials: Vec::new(), ..form.clone() };
    let found = TABLE.forms.get(&spelling(&surname)).into_iter().flatten();
    let agree = |it: &&Listed| {
        let known = TABLE.persons.get(it.person).map(|it| it.2.as_slice()).unwrap_or_default();
        !known.is_empty()
            && it.kind != Kind::Pseudonym
            && form.initials.len() <= known.len()
            && form.initials.iter().zip(known).all(|(one, two)| may_agree(one, two))
    };
    found.filter(agree).collect()
}

/// Returns the plausible readings of a form in this tradition.
pub(super) fn readings(form: &Form) -> Vec<Reading> {
    let read = |it: &Listed| {
        let (id, ..) = TABLE.persons.get(it.person)?;
        let key = Key { tradition: Tradition::Authority, sounds: (*id).to_owned() };
        Some(Reading { key, system: System::Listed, loose: false })
    };
    let place = |id: &'static str| Reading {
        key: Key { tradition: Tradition::Authority, sounds: format!("place:{id}") },
        system: System::Listed,
        loose: false,
    };
    let places = crate::places::ids(form).into_iter().map(place);
    listed(form).into_iter().filter_map(read).chain(places).collect()
}

/// The rule of a link through the table: what the less usual of the two forms is to the person.
pub(super) fn rule(left: &Form, right: &Form, id: &str) -> Option<String> {
    if id.starts_with("place:") {
        return Some("place-exonym".to_owned());
    }
    let kind = |form: &Form| {
        listed(form)
            .into_iter()
            .filter(|it| TABLE.persons.get(it.person).is_some_and(|it| it.0 == id))
            .map(|it| it.kind)
            .min()
    };
    let name = match kind(left)?.max(kind(right)?) {
        Kind::Name => "listed",
        Kind::Conventional => "conventional-name",
        Kind::Alias => "alias",
        Kind::Pseudonym => "pseudonym",
    };
    Some(name.to_owned())
}

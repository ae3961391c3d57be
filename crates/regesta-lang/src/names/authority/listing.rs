//! The tables of authorities line by line, for those who look for every listed name in a text.

use super::Kind;

/// A person of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPerson {
    /// The identifier, stable: `stalin`.
    pub id: &'static str,
    /// The name in English usage.
    pub name: &'static str,
    /// Initials of the given name and the patronymic, romanised; empty where the table has none.
    pub initials: Vec<&'static str>,
    /// The first and the last year in which papers name the person by the surname alone.
    pub active: Option<(u16, u16)>,
}

/// A form of a listed person's name, as the table has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedForm {
    /// The identifier of the person.
    pub person: &'static str,
    /// The form.
    pub form: &'static str,
    /// What the form is to the person.
    pub kind: Kind,
    /// From when the form was used (EDTF), where that is known.
    pub from: Option<&'static str>,
    /// Until when.
    pub to: Option<&'static str>,
}

/// Returns the persons of the table, in its order.
pub fn listed_persons() -> impl Iterator<Item = ListedPerson> {
    crate::tables::rows(include_str!("../../../../../data/persons.tsv")).filter_map(|row| {
        let [id, name, initials, active, ..] = row.as_slice() else { return None };
        let years = active.split_once('/');
        Some(ListedPerson {
            id,
            name,
            initials: initials.split(' ').filter(|it| !it.is_empty()).collect(),
            active: years.and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?))),
        })
    })
}

/// Returns every form of their names, in the order of the table.
pub fn listed_forms() -> impl Iterator<Item = ListedForm> {
    let dated = |it: &'static str| Some(it).filter(|it| !it.is_empty());
    let rows = crate::tables::lines(include_str!("../../../../../data/person_names.tsv"));
    rows.filter_map(move |row| {
        let mut cells = row.splitn(7, '\t');
        let (person, form, kind) = (cells.next()?, cells.next()?, kind_of(cells.next()?)?);
        let (from, to) = (dated(cells.nth(1)?), dated(cells.next()?));
        Some(ListedForm { person, form, kind, from, to })
    })
}

fn kind_of(cell: &str) -> Option<Kind> {
    match cell {
        "name" => Some(Kind::Name),
        "conventional" => Some(Kind::Conventional),
        "alias" => Some(Kind::Alias),
        "pseudonym" => Some(Kind::Pseudonym),
        _ => None,
    }
}

//! Places under their modern, historical and foreign names, with coordinates.

mod inflection;
mod japanese;
mod table;

use crate::names::Form;
use table::TABLE;

/// The pages about them, each the test of what it says.
pub const PAGES: &[crate::Page] = crate::pages::pages!["places"];

/// A place of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The identifier, stable: `busan`.
    pub id: &'static str,
    /// The name in English usage of today, an older one in brackets.
    pub name: &'static str,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// The country it is in today (ISO 3166).
    pub country: &'static str,
}

/// How a name was recognised as a place's, surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The table lists the form.
    Listed,
    /// A Russian or other inflected form of one that is listed (`в Мукдене`).
    Inflected,
    /// A Japanese reading of the characters of a Korean place (`Joshin` for 城津).
    Read,
}

/// A place that a name may stand for, and the listed form that was recognised.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The place.
    pub place: &'static Place,
    /// The form as listed; of a Japanese reading the characters.
    pub form: &'static str,
    /// The language of the form: an IETF tag, `und` where several share it.
    pub language: &'static str,
    /// How the form came about (`pinyin`, `postal`, `japanese-reading`); empty where that is not known.
    pub system: &'static str,
    /// The first year in which it was the official or usual name.
    pub from: Option<u16>,
    /// The last one.
    pub to: Option<u16>,
    /// How it was recognised.
    pub certainty: Certainty,
}

/// Returns every place that a name may stand for, surest first, then in the order of the table.
pub fn find(name: &str) -> Vec<Found> {
    let form = table::folded(name);
    let res = listed(name);
    if !res.is_empty() {
        return res;
    }
    once(TABLE.by_japanese(&form).filter_map(|at| TABLE.found(at, Certainty::Read)).collect())
}

/// Returns the id and the name in English usage of every place of the table, in its order.
pub fn listed_places() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = crate::tables::rows(include_str!("../../../../data/places.tsv"));
    rows.filter_map(|row| match row.as_slice() {
        [id, name, ..] => Some((*id, *name)),
        _ => None,
    })
}

/// Returns every listed name with the id of its place, in the order of the table.
pub fn listed_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = crate::tables::lines(include_str!("../../../../data/place_names.tsv"));
    rows.filter_map(|row| {
        let mut cells = row.splitn(3, '\t');
        Some((cells.next()?, cells.next()?))
    })
}

/// Keeps the first find of each place.
fn once(found: Vec<Found>) -> Vec<Found> {
    let mut res: Vec<Found> = Vec::new();
    for it in found {
        if !res.iter().any(|other| other.place.id == it.place.id) {
            res.push(it);
        }
    }
    res
}

/// The places that the table lists under a name or a form of it; each place once.
fn listed(name: &str) -> Vec<Found> {
    let exact = |name: &str, certainty: Certainty| -> Vec<Found> {
        TABLE
            .exactly(&table::folded(name))
            .iter()
            .filter_map(|at| TABLE.found(*at, certainty))
            .collect()
    };
    let mut res = exact(name, Certainty::Listed);
    if res.is_empty() {
        let bare = inflection::without_preposition(name);
        res = exact(bare, Certainty::Listed);
        if res.is_empty() {
            let stems = inflection::stems(&table::folded(bare));
            res = stems
                .iter()
                .flat_map(|it| TABLE.by_stem(it))
                .filter_map(|at| TABLE.found(*at, Certainty::Inflected))
                .collect();
        }
    }
    once(res)
}

/// The identifiers of the places that the table lists under a name of as many words and without title or initials: `Lo Yang` is a person.
pub(crate) fn ids(form: &Form) -> Vec<&'static str> {
    if !form.initials.is_empty() || !form.titles.is_empty() {
        return Vec::new();
    }
    let as_long = |it: &Found| it.form.split_whitespace().count() == form.words.len();
    listed(&form.words.join(" ")).iter().filter(|it| as_long(it)).map(|it| it.place.id).collect()
}

//! The table of places and their names, indexed by spelling, by Russian stem and by Japanese reading.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::{Certainty, Found, Place, inflection, japanese};

/// A listed name of a place.
struct Name {
    place: usize,
    form: &'static str,
    language: &'static str,
    system: &'static str,
    from: Option<u16>,
    to: Option<u16>,
}

/// Places and names with their indexes; all positions are of names.
pub(super) struct Table {
    places: Vec<Place>,
    names: Vec<Name>,
    spellings: HashMap<String, Vec<usize>>,
    stems: HashMap<String, Vec<usize>>,
    japanese: HashMap<String, Vec<usize>>,
}

/// The table.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

impl Table {
    fn new() -> Table {
        let mut table = Table {
            places: Vec::new(),
            names: Vec::new(),
            spellings: HashMap::new(),
            stems: HashMap::new(),
            japanese: HashMap::new(),
        };
        let mut at: HashMap<&str, usize> = HashMap::new();
        for row in crate::tables::rows(include_str!("../../../../data/places.tsv")) {
            let [id, name, latitude, longitude, country, ..] = row.as_slice() else { continue };
            let (Ok(latitude), Ok(longitude)) = (latitude.parse(), longitude.parse()) else {
                continue;
            };
            at.insert(id, table.places.len());
            table.places.push(Place { id, name, latitude, longitude, country });
        }
        for row in crate::tables::rows(include_str!("../../../../data/place_names.tsv")) {
            let [id, form, language, system, from, to, ..] = row.as_slice() else { continue };
            let Some(place) = at.get(id).copied() else { continue };
            table.add(Name {
                place,
                form,
                language,
                system,
                from: from.parse().ok(),
                to: to.parse().ok(),
            });
        }
        table
    }

    fn add(&mut self, name: Name) {
        let at = self.names.len();
        let spelling = folded(name.form);
        if let Some(stem) = inflection::listed_stems(&spelling) {
            self.stems.entry(stem).or_default().push(at);
        }
        if name.system == "hanja" && name.language == "ko-Hani" {
            for reading in japanese::readings(name.form) {
                self.japanese.entry(reading).or_default().push(at);
            }
        }
        self.spellings.entry(spelling).or_default().push(at);
        self.names.push(name);
    }

    /// The names spelt so.
    pub(super) fn exactly(&self, folded: &str) -> &[usize] {
        self.spellings.get(folded).map(Vec::as_slice).unwrap_or_default()
    }

    /// The Cyrillic names with this stem.
    pub(super) fn by_stem(&self, stem: &str) -> &[usize] {
        self.stems.get(stem).map(Vec::as_slice).unwrap_or_default()
    }

    /// The names in characters that may be read so in Japanese, in the order of the table.
    pub(super) fn by_japanese(&self, folded: &str) -> impl Iterator<Item = usize> {
        let found: BTreeSet<usize> = japanese::sounds(folded)
            .and_then(|it| self.japanese.get(&it))
            .into_iter()
            .flatten()
            .copied()
            .collect();
        found.into_iter()
    }

    /// What was found at a position.
    pub(super) fn found(&self, at: usize, certainty: Certainty) -> Option<Found> {
        let name = self.names.get(at)?;
        let place: &'static Place = TABLE.places.get(name.place)?;
        let Name { form, language, system, from, to, .. } = *name;
        Some(Found { place, form, language, system, from, to, certainty })
    }
}

/// A spelling without case, marks over letters, hyphens, apostrophes and spaces, characters in one shape.
pub(super) fn folded(name: &str) -> String {
    let form = crate::names::letters_only(name);
    form.chars().map(plain).collect()
}

/// The letter without its mark.
fn plain(c: char) -> char {
    const MARKED: &[(&str, char)] = &[
        ("àáâãäåāăąạảấầậẩắằặẳ", 'a'),
        ("çćč", 'c'),
        ("ďđ", 'd'),
        ("èéêëēęěẹẻẽếềểễệ", 'e'),
        ("ìíîïīĩịỉ", 'i'),
        ("łľ", 'l'),
        ("ñńň", 'n'),
        ("òóôõöøōőŏơọỏốồổỗộớờởỡợ", 'o'),
        ("řŕ", 'r'),
        ("śšșş", 's'),
        ("ťțţ", 't'),
        ("ùúûüūůűŭưụủứừửữự", 'u'),
        ("ýỳỵ", 'y'),
        ("źżž", 'z'),
    ];
    if c.is_ascii() {
        return c;
    }
    MARKED.iter().find(|(marked, _)| marked.contains(c)).map_or(c, |it| it.1)
}

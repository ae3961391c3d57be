//! Who wrote to whom: senders and recipients as persons, whatever spellings the documents use.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use regesta_store::queries::{correspondence::Neighbourhood, names::Names};

use crate::{address, pages::clipped, wording};

/// How many bytes of a name are shown.
const NAME: usize = 200;

/// A sender and a recipient, by their places among the names.
pub(super) struct Between {
    from: usize,
    to: usize,
    documents: usize,
    years: (Option<String>, Option<String>),
}

/// A pair as the page shows it.
pub(super) struct Pair {
    pub(super) from: (String, String, &'static str),
    pub(super) to: (String, String, &'static str),
    pub(super) documents: String,
    pub(super) years: String,
}

/// Every pair, the most frequent first.
pub(super) fn all(all: &Neighbourhood, names: &Names) -> Vec<Between> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (at, it) in names.all.iter().enumerate() {
        places.extend(it.forms.iter().map(|form| (form.of.form.as_str(), at)));
    }
    let mut pairs: BTreeMap<(usize, usize), BTreeSet<usize>> = BTreeMap::new();
    for it in &all.graph.held {
        let known = |parties: &[Vec<String>]| -> BTreeSet<usize> {
            let names = parties.iter().flatten();
            names.filter_map(|it| places.get(it.as_str()).copied()).collect()
        };
        let (from, to) = (known(&it.handle.senders), known(&it.handle.recipients));
        for one in &from {
            for other in to.iter().filter(|it| *it != one) {
                pairs.entry((*one, *other)).or_default().insert(it.document);
            }
        }
    }
    let between = |((from, to), documents): ((usize, usize), BTreeSet<usize>)| {
        let dates = documents.iter().filter_map(|it| all.documents.get(*it)?.date.as_deref());
        let years: BTreeSet<&str> = dates.filter_map(regesta_export::dates::year).collect();
        let year = |it: Option<&&str>| it.map(|it| (*it).to_owned());
        Between {
            from,
            to,
            documents: documents.len(),
            years: (year(years.first()), year(years.last())),
        }
    };
    let mut res: Vec<Between> = pairs.into_iter().map(between).collect();
    res.sort_by_key(|it| (std::cmp::Reverse(it.documents), it.from, it.to));
    res
}

impl Pair {
    /// Bounds the rendered size of a pair from above.
    pub(super) fn heaviness(&self) -> usize {
        let name = |it: &(String, String, &str)| it.0.len() + super::super::weight(&it.1);
        200 + name(&self.from) + name(&self.to)
    }
}

impl Between {
    /// The pair as the page shows it.
    pub(super) fn view(&self, names: &Names) -> Pair {
        let name = |at: usize| {
            let name = names.all.get(at).map(|it| it.name()).unwrap_or_default();
            (address::person(name), clipped(name, NAME), super::super::language_of(name))
        };
        Pair {
            from: name(self.from),
            to: name(self.to),
            documents: wording::thousands(self.documents as u64),
            years: match &self.years {
                (Some(first), Some(last)) if first == last => first.clone(),
                (Some(first), Some(last)) => format!("{first}–{last}"),
                _ => String::new(),
            },
        }
    }
}

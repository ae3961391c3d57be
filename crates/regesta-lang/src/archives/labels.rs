//! The table of words that label the parts of a reference (`f.`, `Опись`, `doboz`, `页`).

use std::{collections::HashMap, hash::BuildHasherDefault, sync::LazyLock};

use super::cursor::{Folded, char_at, fold, is_cjk, skip, word_end};
use crate::lexicon::WordHasher;

const DATA: &str = include_str!("../../../../data/reference_labels.tsv");

/// The words with which one kind of reference labels its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Scheme {
    /// The family: `fonds`, `elements` or `edition`.
    base: &'static str,
    /// The country's own words, which go before those of the family; may be empty.
    dialect: &'static str,
}

/// Fond, opis, delo, leaves.
pub(super) const FONDS: Scheme = Scheme { base: "fonds", dialect: "" };
/// Boxes, folders, shelf marks.
pub(super) const ELEMENTS: Scheme = Scheme { base: "elements", dialect: "" };
/// Volumes and pages of a printed edition.
pub(super) const EDITION: Scheme = Scheme { base: "edition", dialect: "" };

impl Scheme {
    /// Returns the scheme with a country's own words.
    pub(super) const fn of(self, dialect: &'static str) -> Self {
        Self { base: self.base, dialect }
    }

    /// Says whether one of a country's own words begins at this offset.
    pub(super) fn knows(self, text: &str, at: usize) -> bool {
        !self.dialect.is_empty() && own_label_at(self, text, at).is_some()
    }

    /// Returns the name of the country's own words, which may be empty.
    pub(super) const fn dialect(self) -> &'static str {
        self.dialect
    }
}

/// A part of a reference and how it is labelled.
#[derive(Debug)]
pub(super) struct Label {
    /// Place of the part in the normal form.
    pub(super) rank: usize,
    /// Name of the part.
    pub(super) part: &'static str,
    /// What stands before the value in the normal form.
    pub(super) print: &'static str,
    /// The same for a range or a list.
    pub(super) plural: &'static str,
    /// The family of the label.
    base: &'static str,
    /// The country whose word it is; empty for a whole family's.
    dialect: &'static str,
}

impl Label {
    /// Says whether it labels leaves or pages, whose ranges have a label of their own.
    pub(super) fn counts_leaves(&self) -> bool {
        matches!(self.part, "leaves" | "leaf" | "pages" | "frame" | "cards")
    }

    /// Says whether it is a label of the fond, opis and delo family.
    pub(super) fn is_of_fonds(&self) -> bool {
        self.base == FONDS.base
    }

    /// Says whether it is a label of printed editions.
    pub(super) fn is_of_edition(&self) -> bool {
        self.base == EDITION.base
    }

    /// Says whether its number may follow without a blank or a stop: `SA2005`, `f-61`.
    pub(super) fn is_glued(&self) -> bool {
        matches!(
            self.part,
            "shipping advice" | "fond" | "dossier" | "record group" | "leaves" | "box"
        )
    }
}

/// A label found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct LabelHit {
    pub(super) label: &'static Label,
    /// Whether the spelling counts only inside a reference already begun.
    pub(super) inside_only: bool,
    /// End of the label's letters.
    pub(super) end: usize,
}

struct Spelling {
    words: Vec<String>,
    inside_only: bool,
    label: usize,
}

/// What a word stands for in each scheme that knows it.
type OfSchemes = Vec<(Scheme, Vec<Spelling>)>;

#[derive(Default)]
struct Labels {
    labels: Vec<Label>,
    /// By their first word, then by scheme.
    spellings: HashMap<String, OfSchemes, BuildHasherDefault<WordHasher>>,
    phrases: HashMap<&'static str, Vec<&'static str>>,
    series: Vec<(&'static str, &'static str, &'static str)>,
    /// The first bytes of all series.
    series_begin: Vec<u8>,
    aliases: Vec<(&'static str, &'static str)>,
}

/// A series known by its own name, found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Series {
    /// Code of its archive.
    pub(super) archive: &'static str,
    /// Its normal form.
    pub(super) print: &'static str,
    /// End of its name.
    pub(super) end: usize,
}

static LABELS: LazyLock<Labels> = LazyLock::new(|| {
    let mut res = Labels::default();
    for cells in crate::tables::rows(DATA) {
        if let [family, part, print, plural, spellings, ..] = cells[..] {
            let tilde = |it: &'static str| if it == "~" { "" } else { it };
            let (base, dialect) = family.split_once('/').unwrap_or((family, ""));
            match base {
                "series" => {
                    res.series.extend(spellings.split('|').map(|it| (part, print, it)));
                }
                "alias" => res.aliases.extend(spellings.split('|').map(|it| (part, it))),
                "phrase" => res.phrases.entry(part).or_default().extend(spellings.split('|')),
                _ => {
                    let (print, plural) = (tilde(print), tilde(plural));
                    let place = res.labels.len();
                    let same = |it: &&Label| it.part == part && it.base == base;
                    let rank = res.labels.iter().find(same).map_or(place, |it| it.rank);
                    res.labels.push(Label { rank, part, print, plural, base, dialect });
                    for spelling in spellings.split('|') {
                        res.add(Scheme { base, dialect }, place, spelling);
                    }
                }
            }
        }
    }
    for (_, spellings) in res.spellings.values_mut().flatten() {
        spellings.sort_by_key(|it| std::cmp::Reverse(it.words.len()));
    }
    res.series_begin = res.series.iter().filter_map(|it| it.2.bytes().next()).collect();
    res.series_begin.sort_unstable();
    res.series_begin.dedup();
    res
});

impl Labels {
    fn add(&mut self, scheme: Scheme, label: usize, spelling: &str) {
        let inside_only = spelling.starts_with('~');
        let words: Vec<String> =
            spelling.trim_start_matches('~').split(' ').map(str::to_owned).collect();
        let words: Vec<String> = words.iter().map(|it| fold(it)).collect();
        if let Some(first) = words.first() {
            let schemes = self.spellings.entry(key_of(first)).or_default();
            let spelling = Spelling { words, inside_only, label };
            match schemes.iter_mut().find(|(it, _)| *it == scheme) {
                Some((_, spellings)) => spellings.push(spelling),
                None => schemes.push((scheme, vec![spelling])),
            }
        }
    }

    /// The spellings of a scheme that begin with a folded word.
    fn of(&self, scheme: Scheme, word: &str) -> Option<&[Spelling]> {
        let schemes = self.spellings.get(word)?.iter();
        schemes.map(|(it, spellings)| (it, spellings)).find(|it| *it.0 == scheme).map(|it| &**it.1)
    }
}

/// Returns the phrases of the table with this name.
pub(super) fn phrases(name: &str) -> &'static [&'static str] {
    LABELS.phrases.get(name).map_or(&[], Vec::as_slice)
}

/// Returns the collections that have other names, each pair a printed name and another.
pub(super) fn aliases() -> &'static [(&'static str, &'static str)] {
    &LABELS.aliases
}

/// Reads the series that begins at this offset.
pub(super) fn series_at(text: &str, at: usize) -> Option<Series> {
    let rest = text.get(at..)?;
    if !LABELS.series_begin.contains(rest.as_bytes().first()?) {
        return None;
    }
    let longest = LABELS
        .series
        .iter()
        .filter(|(_, _, spelling)| rest.starts_with(spelling))
        .max_by_key(|(_, _, spelling)| spelling.len());
    let (archive, print, spelling) = longest?;
    let end = at + spelling.len();
    let small = spelling.ends_with(|it: char| it.is_lowercase());
    let ends =
        !char_at(text, end).is_some_and(|it| it.is_alphanumeric() && !(small && it.is_uppercase()));
    ends.then_some(Series { archive, print, end })
}

/// Returns the label of a part in a scheme's table.
pub(super) fn label_of(scheme: Scheme, word: &str) -> Option<&'static Label> {
    label_at(scheme, word, 0).filter(|it| it.end == word.len()).map(|it| it.label)
}

/// Returns the label of a part by the part's name, a country's own first.
pub(super) fn label_named(scheme: Scheme, part: &str) -> Option<&'static Label> {
    let of = |dialect: &str| {
        LABELS
            .labels
            .iter()
            .find(|it| it.part == part && it.base == scheme.base && it.dialect == dialect)
    };
    of(scheme.dialect).or_else(|| of(""))
}

/// Reads the label that begins at this offset, a country's own words first.
pub(super) fn label_at(scheme: Scheme, text: &str, at: usize) -> Option<LabelHit> {
    if !scheme.dialect.is_empty()
        && let Some(hit) = own_label_at(scheme, text, at)
    {
        return Some(hit);
    }
    own_label_at(scheme.of(""), text, at)
}

fn own_label_at(scheme: Scheme, text: &str, at: usize) -> Option<LabelHit> {
    let first = char_at(text, at)?;
    if is_cjk(first) {
        return cjk_label_at(scheme, text, at);
    }
    let end = word_end(text, at);
    if end == at || end - at > 40 {
        return None;
    }
    let word = Folded::of(text.get(at..end)?);
    let candidates = LABELS.of(scheme, word.as_str()?)?;
    candidates.iter().find_map(|it| {
        let end = rest_of_spelling(text, end, it.words.get(1..)?)?;
        let label = LABELS.labels.get(it.label)?;
        Some(LabelHit { label, inside_only: it.inside_only, end })
    })
}

fn rest_of_spelling(text: &str, mut end: usize, words: &[String]) -> Option<usize> {
    for word in words {
        let start = skip(text, end, 3, |it| it.is_whitespace() || matches!(it, '.' | '-' | '/'));
        end = word_end(text, start);
        if fold(text.get(start..end)?) != *word {
            return None;
        }
    }
    Some(end)
}

fn cjk_label_at(scheme: Scheme, text: &str, at: usize) -> Option<LabelHit> {
    let rest = text.get(at..)?;
    let key = rest.get(..rest.chars().next()?.len_utf8())?;
    let candidates = LABELS.of(scheme, key)?;
    let longest = candidates
        .iter()
        .filter_map(|it| Some((it, it.words.first()?)))
        .filter(|(_, word)| rest.starts_with(word.as_str()))
        .max_by_key(|(_, word)| word.len());
    let (spelling, word) = longest?;
    let label = LABELS.labels.get(spelling.label)?;
    Some(LabelHit { label, inside_only: spelling.inside_only, end: at + word.len() })
}

fn key_of(word: &str) -> String {
    match word.chars().next() {
        Some(first) if is_cjk(first) => first.to_string(),
        _ => word.to_owned(),
    }
}

//! The table of archives and editions, and their names found in a text.

use std::{collections::HashMap, hash::BuildHasherDefault, ops::Range, sync::LazyLock};

use super::{
    cursor::{Folded, char_at, char_before, fold, is_cjk, is_word_char, skip},
    labels::{EDITION, ELEMENTS, FONDS, Scheme},
};
use crate::{lexicon::WordHasher, scripts::is_letter_or_digit};

const DATA: &str = include_str!("../../../../data/archives.tsv");

/// How an archive writes its references.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// Fond, opis, delo, leaves.
    Fonds,
    /// The same with a papka.
    Papka,
    /// One file number, then pages.
    Signature,
    /// Boxes, folders, shelf marks.
    Elements,
    /// A printed edition.
    Edition,
}

/// An archive or a printed edition.
#[derive(Debug)]
pub struct Archive {
    /// Short name used in normal forms.
    pub code: &'static str,
    /// How its references are written, as the table says it: `elements/german`.
    pub grammar: &'static str,
    /// How its references are written.
    pub(super) family: Family,
    /// The words with which they label their parts.
    pub(super) scheme: Scheme,
    /// Parts without which a reference is incomplete.
    pub(super) required: Vec<&'static str>,
    /// The town where it is; empty where it is not known or has moved.
    pub place: &'static str,
    /// Its names, those it bears before those it has given up.
    pub names: Vec<Title>,
}

impl Archive {
    /// Returns the first full name in a language (`en`, `ru`, `zh`), which house styles print.
    pub fn full_name(&self, language: &str) -> Option<&'static str> {
        self.current(language).find(|it| !is_abbreviation(it))
    }

    /// Returns the first abbreviation in a language: `АП РФ`.
    pub fn short_name(&self, language: &str) -> Option<&'static str> {
        self.current(language).find(|it| is_abbreviation(it))
    }

    /// Says whether it is an archive and no printed edition.
    pub fn is_archive(&self) -> bool {
        self.family != Family::Edition
    }

    fn current(&self, language: &str) -> impl Iterator<Item = &'static str> {
        self.names.iter().filter(move |it| !it.former && it.language == language).map(|it| it.name)
    }
}

/// Says whether a name is written in capitals: more of its letters are than are not.
fn is_abbreviation(name: &str) -> bool {
    let letters = name.chars().filter(|it| it.is_alphabetic()).count();
    name.chars().filter(|it| it.is_uppercase()).count() * 2 > letters
}

/// A name of an archive or an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// The language code, `ru-Latn` for Russian in Latin letters; empty for an abbreviation of no one language.
    pub language: &'static str,
    /// The name.
    pub name: &'static str,
    /// Whether the archive has given the name up.
    pub former: bool,
    /// The first year of a former name, where it is known.
    pub from: Option<u16>,
    /// The last year of a former name, where it is known.
    pub to: Option<u16>,
    /// Whether it is too short to count unless a reference number follows it.
    weak: bool,
}

impl Title {
    /// Says whether the name tells of the archive without a number beside it.
    pub fn names_alone(&self) -> bool {
        !self.weak
    }

    /// Reads a name as the table writes it: `ru:РЦХИДНИ@1991-1999`, `?NAI`.
    fn read(cell: &'static str, former: bool) -> Self {
        let weak = cell.starts_with('?');
        let cell = cell.trim_start_matches('?');
        let (cell, years) = cell.rsplit_once('@').unwrap_or((cell, ""));
        let (from, to) = years.split_once('-').unwrap_or_default();
        let tagged = cell
            .split_once(':')
            .filter(|(tag, _)| tag.starts_with(|it: char| it.is_ascii_lowercase()));
        let (language, name) = tagged.unwrap_or(("", cell));
        Self { language, name, former, from: from.parse().ok(), to: to.parse().ok(), weak }
    }
}

/// A name of an archive found in a text.
#[derive(Clone, Debug)]
pub(super) struct NameHit {
    pub(super) archive: &'static Archive,
    /// Whether the name counts only where a reference number follows.
    pub(super) weak: bool,
    pub(super) range: Range<usize>,
}

struct Name {
    archive: usize,
    words: Vec<&'static str>,
    weak: bool,
    length: usize,
}

#[derive(Default)]
struct Names {
    archives: Vec<Archive>,
    names: HashMap<String, Vec<Name>, BuildHasherDefault<WordHasher>>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut res = Names::default();
    for cells in crate::tables::rows(DATA) {
        if let [code, grammar, required, place, names, former, ..] = cells[..] {
            let (base, dialect) = grammar.split_once('/').unwrap_or((grammar, ""));
            let (family, scheme) = match base {
                "fonds" => (Family::Fonds, FONDS),
                "papka" => (Family::Papka, FONDS),
                "signature" => (Family::Signature, FONDS),
                "edition" => (Family::Edition, EDITION),
                _ => (Family::Elements, ELEMENTS),
            };
            let titles = |cell: &'static str, former| {
                let filled = cell.split('|').filter(|it| !it.is_empty());
                filled.map(move |it| Title::read(it, former))
            };
            let names: Vec<Title> = titles(names, false).chain(titles(former, true)).collect();
            for name in &names {
                res.add(res.archives.len(), name.name, name.weak);
            }
            if !names.iter().any(|it| it.name == code) {
                res.add(res.archives.len(), code, false);
            }
            let (scheme, required) = (scheme.of(dialect), required.split_whitespace().collect());
            res.archives.push(Archive { code, grammar, family, scheme, required, place, names });
        }
    }
    for names in res.names.values_mut() {
        names.sort_by_key(|it| std::cmp::Reverse(it.length));
    }
    res
});

impl Names {
    fn add(&mut self, archive: usize, name: &'static str, weak: bool) {
        let words: Vec<&'static str> = if name.chars().any(is_cjk) {
            vec![name]
        } else {
            name.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect()
        };
        if let Some(first) = words.first() {
            let key = key_of(first);
            self.names.entry(key).or_default().push(Name {
                archive,
                weak,
                length: name.len(),
                words,
            });
        }
    }
}

/// Reads the longest name of an archive that begins at this offset.
pub(super) fn name_at(text: &str, at: usize) -> Option<NameHit> {
    names_at(text, at).next()
}

/// Reads the names of archives that begin at this offset, the longest first: several archives may bear one.
pub(super) fn names_at(text: &str, at: usize) -> impl Iterator<Item = NameHit> {
    candidates_at(text, at).iter().filter_map(move |it| {
        let end = end_of_name(text, at, it)?;
        Some(NameHit { archive: NAMES.archives.get(it.archive)?, weak: it.weak, range: at..end })
    })
}

fn candidates_at(text: &str, at: usize) -> &'static [Name] {
    let Some(first) = char_at(text, at).filter(|it| is_cjk(*it) || it.is_uppercase()) else {
        return &[];
    };
    let end = if is_cjk(first) { at + first.len_utf8() } else { skip(text, at, 3, is_word_char) };
    let key = Folded::of(text.get(at..end).unwrap_or_default());
    key.as_str().and_then(|it| NAMES.names.get(it)).map_or(&[], Vec::as_slice)
}

/// Returns the archive with this code.
pub(crate) fn archive(code: &str) -> Option<&'static Archive> {
    NAMES.archives.iter().find(|it| it.code == code)
}

/// Returns every archive and edition of the table, in its order.
pub(crate) fn archives() -> &'static [Archive] {
    &NAMES.archives
}

/// Says whether a word may begin at this offset.
pub(super) fn begins_word(text: &str, at: usize) -> bool {
    let begins = char_at(text, at).is_some_and(is_letter_or_digit);
    let cjk = char_at(text, at).is_some_and(is_cjk);
    begins && (cjk || !char_before(text, at).is_some_and(is_word_char))
}

/// Returns the names of archives in a text that need no number beside them, with their codes.
pub(crate) fn names_in(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut res = Vec::new();
    let mut next = 0;
    for (at, _) in text.char_indices() {
        if at < next || !begins_word(text, at) {
            continue;
        }
        if let Some(hit) = name_at(text, at).filter(|it| !it.weak) {
            next = hit.range.end;
            if hit.archive.family != Family::Edition {
                res.push((hit.range, hit.archive.code));
            }
        }
    }
    res
}

fn end_of_name(text: &str, at: usize, name: &Name) -> Option<usize> {
    let mut end = at;
    for (place, word) in name.words.iter().enumerate() {
        if word.chars().any(is_cjk) {
            end = end_of_cjk(text, end, word)?;
            continue;
        }
        let start = match place {
            0 => end,
            _ => {
                let start = skip(text, end, 4, |it| !is_letter_or_digit(it) && it != ';');
                if text.get(end..start)?.matches('\n').count() > 1 || start == end {
                    return None;
                }
                start
            }
        };
        end = skip(text, start, 60, is_word_char);
        if !same_word(word, text.get(start..end)?) {
            return None;
        }
    }
    Some(end)
}

fn end_of_cjk(text: &str, at: usize, name: &str) -> Option<usize> {
    let mut end = at;
    for wanted in name.chars().filter(|it| !it.is_whitespace()) {
        end = skip(text, end, 1, char::is_whitespace);
        let found = char_at(text, end).filter(|it| *it == wanted)?;
        end += found.len_utf8();
    }
    Some(end)
}

/// Says whether a written word is this word of a name: abbreviations letter for letter, words in any case and, in Russian,
/// with any ending.
fn same_word(name: &str, written: &str) -> bool {
    let capitals = name.chars().filter(|it| it.is_uppercase()).count();
    let length = name.chars().count();
    if name == written {
        return true;
    }
    if capitals > 1 || length < 4 && capitals > 0 {
        return false;
    }
    let (name, written) = (name.to_lowercase(), written.to_lowercase());
    if name == written {
        return true;
    }
    let cyrillic = name.chars().all(|it| matches!(it, 'а'..='я' | 'ё'));
    let shared = name.chars().zip(written.chars()).take_while(|(a, b)| a == b).count();
    cyrillic && length > 4 && shared + 3 > length && written.chars().count() < shared + 4
}

fn key_of(word: &str) -> String {
    match word.chars().next() {
        Some(first) if is_cjk(first) => first.to_string(),
        _ => fold(&word.chars().take(3).collect::<String>()),
    }
}

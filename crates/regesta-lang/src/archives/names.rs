//! The table of archives and editions, and their names found in a text.

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use super::cursor::{char_at, char_before, fold, is_cjk, is_word_char, skip};

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
pub(super) struct Archive {
    /// Short name used in normal forms.
    pub(super) code: &'static str,
    /// How its references are written.
    pub(super) family: Family,
    /// Parts without which a reference is incomplete.
    pub(super) required: Vec<&'static str>,
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
    names: HashMap<String, Vec<Name>>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut res = Names::default();
    for line in DATA.lines().filter(|it| !it.starts_with('#')).skip(1) {
        let cells: Vec<&'static str> = line.split('\t').collect();
        if let [code, family, required, names, former, ..] = cells[..] {
            let family = match family {
                "fonds" => Family::Fonds,
                "papka" => Family::Papka,
                "signature" => Family::Signature,
                "edition" => Family::Edition,
                _ => Family::Elements,
            };
            let required = required.split_whitespace().collect();
            let archive = res.archives.len();
            res.archives.push(Archive { code, family, required });
            for name in names.split('|').chain(former.split('|')).chain([code]) {
                res.add(archive, name);
            }
        }
    }
    for names in res.names.values_mut() {
        names.sort_by_key(|it| std::cmp::Reverse(it.length));
    }
    res
});

impl Names {
    fn add(&mut self, archive: usize, written: &'static str) {
        let name = written.trim_start_matches('?');
        let words: Vec<&'static str> = if name.chars().any(is_cjk) {
            vec![name]
        } else {
            name.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect()
        };
        if let Some(first) = words.first() {
            let name = Name {
                archive,
                weak: written.starts_with('?'),
                length: name.len(),
                words: words.clone(),
            };
            self.names.entry(key_of(first)).or_default().push(name);
        }
    }
}

/// Reads the longest name of an archive that begins at this offset.
pub(super) fn name_at(text: &str, at: usize) -> Option<NameHit> {
    let first = char_at(text, at)?;
    if !is_cjk(first) && !first.is_uppercase() {
        return None;
    }
    let end = if is_cjk(first) { at + first.len_utf8() } else { skip(text, at, 3, is_word_char) };
    let candidates = NAMES.names.get(&key_of(text.get(at..end)?))?;
    candidates.iter().find_map(|it| {
        let end = end_of_name(text, at, it)?;
        Some(NameHit { archive: NAMES.archives.get(it.archive)?, weak: it.weak, range: at..end })
    })
}

/// Returns the archive with this code.
pub(super) fn archive(code: &str) -> Option<&'static Archive> {
    NAMES.archives.iter().find(|it| it.code == code)
}

/// Says whether a word may begin at this offset.
pub(super) fn begins_word(text: &str, at: usize) -> bool {
    let begins = char_at(text, at).is_some_and(char::is_alphanumeric);
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
                let start = skip(text, end, 4, |it| !it.is_alphanumeric() && it != ';');
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

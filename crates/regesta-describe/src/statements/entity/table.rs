//! The tables of names in one index: words of spaced scripts by the hash of the first, characters and syllables by the first two.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use regesta_model::EntityKind;

use super::class::Class;
use super::declension::Piece;
use super::sources;
use super::words::{self, Word};

/// Whether words of a whole complete a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing follows.
    Neither,
    /// A name of its own, which words of its whole may follow.
    Own,
    /// Complete only with its whole: `Central Committee of ...`.
    Of,
}

/// What a form is to the person or body it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// A name that tells whom it names.
    Name,
    /// A Western surname alone: the paper has to show who is meant.
    Surname,
    /// A name that counts only where somebody is addressed, signs, or is glossed.
    Pseudonym,
}

/// Somebody or something that tables name, under one kind of form.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) kind: EntityKind,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) part: Part,
    pub(super) used: Use,
    /// The years in which the form was so used, where they are known.
    pub(super) years: Option<(u16, u16)>,
    /// Initials of a listed person, romanised.
    pub(super) initials: Vec<&'static str>,
}

/// What a pattern says of the words it fits.
#[derive(Clone, Copy, Debug)]
enum Meaning {
    Entry(u32),
    Class(Class, &'static str),
}

/// A form of a name, or a word that does something to names.
struct Pattern {
    first: u32,
    len: u8,
    /// An abbreviation in capitals.
    shouted: bool,
    /// The next pattern under the same hash.
    next: u32,
    meaning: Meaning,
}

/// Hashes that are hashes already.
#[derive(Default)]
pub(super) struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// A map by hashes of words.
pub(super) type ByHash<T> = HashMap<u64, T, BuildHasherDefault<Identity>>;

const NONE: u32 = u32::MAX;
/// Bits of the filter that tells most words apart from all listed ones.
const FILTER: u64 = 1 << 18;

/// The index.
pub(super) struct Table {
    pub(super) entries: Vec<Entry>,
    pieces: Vec<Piece>,
    patterns: Vec<Pattern>,
    heads: ByHash<u32>,
    /// Whether a hash may begin a pattern: any at all, and one of words written small.
    filter: Vec<u64>,
    small: Vec<u64>,
    dense: Vec<(Cow<'static, str>, u32, Meaning)>,
    dense_heads: ByHash<u32>,
    /// East Asian surnames of listed persons, in every spelling, with the persons.
    pub(super) surnames: ByHash<Vec<u32>>,
    /// Characters and syllables that are surnames.
    pub(super) signs: HashSet<char>,
    /// What may follow a name in Korean without a space.
    pub(super) particles: Vec<&'static str>,
    /// Characters that may stand before a Chinese name and are no part of it.
    pub(super) joiners: HashSet<char>,
    /// Nouns of formations in characters and syllables, with the English ones, the longest first.
    pub(super) formations: Vec<(&'static str, &'static str)>,
}

/// The index.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        entries: Vec::with_capacity(1_600),
        pieces: Vec::with_capacity(24_000),
        patterns: Vec::with_capacity(14_000),
        heads: ByHash::with_capacity_and_hasher(16_000, BuildHasherDefault::default()),
        filter: vec![0; (FILTER / 64) as usize],
        small: vec![0; (FILTER / 64) as usize],
        dense: Vec::with_capacity(5_000),
        dense_heads: ByHash::with_capacity_and_hasher(5_000, BuildHasherDefault::default()),
        surnames: ByHash::default(),
        signs: HashSet::new(),
        particles: Vec::new(),
        joiners: HashSet::new(),
        formations: Vec::new(),
    };
    sources::fill(&mut table);
    table
});

/// What the tables say of the words that begin at one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Found {
    /// The classes of the first word.
    pub(super) classes: Class,
    /// What the table says with its class.
    pub(super) value: &'static str,
    /// The longest listed name: how many words it has, and whom it names.
    pub(super) listed: Option<(usize, u32)>,
}

/// A listed name and a title in characters or syllables, each with its length.
pub(super) type Dense = (Option<(usize, u32)>, Option<(usize, Class)>);

/// Whether a character is written without spaces between words, or takes its particles without one.
pub(super) fn is_dense(c: char) -> bool {
    ('\u{3040}'..='\u{9fff}').contains(&c) || is_hangul(c)
}

/// Whether a character is a syllable of Korean.
pub(super) fn is_hangul(c: char) -> bool {
    ('\u{ac00}'..='\u{d7af}').contains(&c)
}

fn two(first: char, second: char) -> u64 {
    (u64::from(first as u32) << 32 | u64::from(second as u32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

impl Table {
    /// Adds an entry and returns its number.
    pub(super) fn entry(&mut self, entry: Entry) -> u32 {
        self.entries.push(entry);
        self.entries.len() as u32 - 1
    }

    /// Adds a form of a name.
    pub(super) fn form(&mut self, form: &'static str, entry: u32) {
        if form.contains(is_dense) {
            return self.dense(form.into(), Meaning::Entry(entry));
        }
        self.spaced(form.split([' ', '/']), Meaning::Entry(entry));
    }

    /// Adds a form that is made of a table's words and not written in it.
    pub(super) fn composed(&mut self, form: &str, entry: u32) {
        if form.chars().any(is_dense) {
            return self.dense(form.to_owned().into(), Meaning::Entry(entry));
        }
        self.spaced(form.split(' '), Meaning::Entry(entry));
    }

    /// Adds a word of a class.
    pub(super) fn class(
        &mut self,
        word: &'static str,
        piece: fn(&str) -> Piece,
        what: (Class, &'static str),
    ) {
        let meaning = Meaning::Class(what.0, what.1);
        if word.chars().any(is_dense) {
            return self.dense(word.into(), meaning);
        }
        self.add(&[piece(word)], false, meaning);
    }

    fn spaced<'a>(&mut self, written: impl Iterator<Item = &'a str>, meaning: Meaning) {
        let counts = |c: char| c.is_ascii_digit() || words::is_letter(c);
        let found: Vec<&str> = written.filter(|it| it.chars().any(counts)).collect();
        let pieces: Vec<Piece> = found.iter().map(|it| Piece::listed(it)).collect();
        let small = |c: char| words::is_letter(c) && !words::is_capital(c);
        let capitals = |it: &&str| !it.chars().any(small) && it.chars().count() <= 8;
        let shouted = found.len() == 1 && found.iter().all(capitals);
        self.add(&pieces, shouted, meaning);
    }

    fn add(&mut self, pieces: &[Piece], shouted: bool, meaning: Meaning) {
        let (Some(first), Ok(len)) = (pieces.first(), u8::try_from(pieces.len())) else { return };
        let at = self.patterns.len() as u32;
        let head = self.heads.entry(first.stem).or_insert(NONE);
        let next = std::mem::replace(head, at);
        let bit = first.stem % FILTER;
        let small = match meaning {
            Meaning::Entry(_) => !first.capital,
            Meaning::Class(class, _) => class.has(Class::SMALL),
        };
        for filter in [Some(&mut self.filter), Some(&mut self.small).filter(|_| small)] {
            if let Some(it) = filter.and_then(|it| it.get_mut((bit / 64) as usize)) {
                *it |= 1 << (bit % 64);
            }
        }
        let first = self.pieces.len() as u32;
        self.patterns.push(Pattern { first, len, shouted, next, meaning });
        self.pieces.extend_from_slice(pieces);
    }

    fn dense(&mut self, form: Cow<'static, str>, meaning: Meaning) {
        let mut chars = form.chars();
        let (Some(first), Some(second)) = (chars.next(), chars.next()) else { return };
        let at = self.dense.len() as u32;
        let head = self.dense_heads.entry(two(first, second)).or_insert(NONE);
        let next = std::mem::replace(head, at);
        self.dense.push((form, next, meaning));
    }

    /// The patterns whose first word is this one in one of its cases, each with what it says.
    fn each_beginning(&self, word: &Word, mut visit: impl FnMut(&Pattern)) {
        let forms = match (word.cyrillic, word.digit) {
            (_, true) => 1,
            (true, _) => word.stems.len(),
            _ => 2,
        };
        let filter = if word.capital || word.digit { &self.filter } else { &self.small };
        for hash in word.stems.iter().take(forms.min(usize::from(word.letters).max(1))) {
            let bit = hash % FILTER;
            let may = filter.get((bit / 64) as usize).is_some_and(|it| it >> (bit % 64) & 1 == 1);
            let mut at = if may { self.heads.get(hash).copied().unwrap_or(NONE) } else { NONE };
            while let Some(pattern) = self.patterns.get(at as usize) {
                at = pattern.next;
                if self.pieces.get(pattern.first as usize).is_some_and(|it| it.is(word)) {
                    visit(pattern);
                }
            }
        }
    }

    /// What is known of the words from the first on.
    pub(super) fn at(&self, words: &[Word]) -> Found {
        let mut res = Found::default();
        let Some(first) = words.first() else { return res };
        let mut best: (usize, u32) = (0, 0);
        self.each_beginning(first, |pattern| match pattern.meaning {
            Meaning::Class(class, value) => {
                res.classes = res.classes.or(class);
                if !value.is_empty() {
                    res.value = value;
                }
            }
            Meaning::Entry(entry) => {
                let len = usize::from(pattern.len);
                let longer = len > best.0 || len == best.0 && entry < best.1;
                if longer && self.fits(pattern, entry, words) {
                    best = (len, entry);
                }
            }
        });
        if best.0 == 1
            && res.classes.has(Class::COMMON.or(Class::FUNCTION))
            && self.is_place(best.1)
        {
            best.0 = 0;
        }
        res.listed = (best.0 > 0).then_some(best);
        res
    }

    fn is_place(&self, entry: u32) -> bool {
        self.entries.get(entry as usize).is_some_and(|it| it.kind == EntityKind::Place)
    }

    fn fits(&self, pattern: &Pattern, entry: u32, words: &[Word]) -> bool {
        let len = usize::from(pattern.len);
        let from = pattern.first as usize;
        let (Some(found), Some(pieces)) = (words.get(..len), self.pieces.get(from..from + len))
        else {
            return false;
        };
        let (Some(first), Some(piece)) = (found.first(), pieces.first()) else { return false };
        if piece.capital && !first.capital || pattern.shouted && !is_shouted(first, words.get(1)) {
            return false;
        }
        let body = |it: &Entry| matches!(it.kind, EntityKind::Organisation | EntityKind::Role);
        let loose = first.cyrillic || self.entries.get(entry as usize).is_some_and(body);
        found
            .iter()
            .zip(pieces)
            .all(|(word, piece)| piece.is(word) && (loose || word.capital || !piece.capital))
            && found.windows(2).all(|pair| match pair {
                [before, word] => word.adjoins(before),
                _ => true,
            })
    }

    /// The entries for which a word is a surname alone.
    pub(super) fn bearers(&self, word: &Word) -> Vec<(u32, &Entry)> {
        let mut res = Vec::new();
        self.each_beginning(word, |it| {
            if let Meaning::Entry(at) = it.meaning
                && let Some(entry) = self.entries.get(at as usize)
                && it.len == 1
                && entry.used == Use::Surname
            {
                res.push((at, entry));
            }
        });
        res
    }

    /// The listed names and titles in characters and syllables that begin a stretch: the longest of each, with its length.
    pub(super) fn dense_at(&self, rest: &str) -> Dense {
        let mut chars = rest.chars();
        let (Some(first), Some(second)) = (chars.next(), chars.next()) else { return (None, None) };
        let mut at = self.dense_heads.get(&two(first, second)).copied().unwrap_or(NONE);
        let (mut name, mut class): Dense = (None, None);
        while let Some((form, next, meaning)) = self.dense.get(at as usize) {
            at = *next;
            if !rest.starts_with(form.as_ref()) {
                continue;
            }
            match meaning {
                Meaning::Entry(entry) => {
                    let longer =
                        |it: (usize, u32)| form.len() > it.0 || form.len() == it.0 && *entry < it.1;
                    if name.is_none_or(longer) {
                        name = Some((form.len(), *entry));
                    }
                }
                Meaning::Class(it, _) => {
                    if class.is_none_or(|other| form.len() > other.0) {
                        class = Some((form.len(), *it));
                    }
                }
            }
        }
        (name, class)
    }

    /// The entry of a number.
    pub(super) fn get(&self, entry: u32) -> Option<&Entry> {
        self.entries.get(entry as usize)
    }

    /// Whether a reading of one syllable is a Chinese surname.
    pub(super) fn is_surname(&self, reading: &str) -> bool {
        self.has_class(reading, Class::CHINESE)
    }

    /// Whether a word as listed has a class.
    pub(super) fn has_class(&self, word: &str, class: Class) -> bool {
        let mut at = self.heads.get(&words::hashed(word, 0)).copied().unwrap_or(NONE);
        while let Some(pattern) = self.patterns.get(at as usize) {
            if matches!(pattern.meaning, Meaning::Class(it, _) if it.has(class)) {
                return true;
            }
            at = pattern.next;
        }
        false
    }

    /// Adds a listed person to the bearers of an East Asian surname.
    pub(super) fn add_surname(&mut self, surname: &str, entry: u32) {
        let bearers = self.surnames.entry(words::hashed(surname, 0)).or_default();
        if !bearers.contains(&entry) {
            bearers.push(entry);
        }
    }
}

/// Whether an abbreviation stands in capitals, and not among others: `UN` may be any word there.
fn is_shouted(first: &Word, next: Option<&Word>) -> bool {
    let short = first.letters <= 3 && !first.stopped && !first.cyrillic;
    let among =
        next.is_some_and(|it| it.capitals && it.letters > 3 && it.gap == super::words::Gap::Space);
    (first.capitals || first.initials) && !(short && among)
}

//! Names in Latin and Cyrillic letters: which word is the surname, endings of Russian cases, slips of print.

use super::candidates::Candidates;
use super::chunks::{self, Word};
use super::given;
use super::spellings::{Spelt, syllables, systems};
use super::surnames::SURNAMES;
use super::syllables::Syllable;
use super::through_russian;
use crate::names::{Form, System};

/// Reads a form.
pub(super) fn read(form: &Form, res: &mut Candidates) {
    let Some(mut words) = chunks::words(form) else { return };
    let slip = words.iter().any(|it| it.slip);
    read_orders(&words, slip, res);
    let is_cyrillic = words
        .iter()
        .flat_map(|it| &it.chunks)
        .flat_map(|it| it.chars())
        .any(|it| !it.is_ascii() && it >= 'а');
    if is_cyrillic {
        read_inflected(&mut words, res);
    }
    if res.is_empty() {
        read_slips(&mut words, is_cyrillic, res);
    }
    if !res.has_sure() {
        read_without_surname(&words, res);
    }
}

/// Reads a form that nothing else reads: with a slip of print mended, or as other languages copied it from Russian.
fn read_slips(words: &mut [Word], is_cyrillic: bool, res: &mut Candidates) {
    if is_cyrillic {
        if mend(words) {
            read_orders(words, true, res);
        }
        return;
    }
    for mut words in through_russian::spellings(words) {
        read_orders(&words, true, res);
        read_inflected(&mut words, res);
    }
}

/// Reads the form without a Russian ending on its last word: `Ким Ир Сена`.
fn read_inflected(words: &mut [Word], res: &mut Candidates) {
    let loose = !res.is_empty();
    let Some(last) = words.last_mut().and_then(|it| it.chunks.last_mut()) else { return };
    let written = last.clone();
    for (ending, stem) in ENDINGS {
        let Some(base) = written.strip_suffix(ending).filter(|it| it.chars().count() > 1) else {
            continue;
        };
        let is_hard = base.ends_with(|it: char| "кнрлмпбтсг".contains(it));
        if is_hard {
            last.clear();
            last.push_str(base);
            last.push_str(stem);
            break;
        }
    }
    if *last != written {
        read_orders(words, loose, res);
    }
}

/// Endings of Russian cases after a consonant, and what the nominative has in their place.
const ENDINGS: &[(&str, &str)] =
    &[("ом", ""), ("ем", "ь"), ("а", ""), ("у", ""), ("е", ""), ("ы", ""), ("я", "ь"), ("ю", "ь")];

/// Puts `н` where `и` was read for it after a vowel: `Сеи`. Says whether anything changed.
fn mend(words: &mut [Word]) -> bool {
    let mut changed = false;
    for chunk in words.iter_mut().flat_map(|it| &mut it.chunks) {
        let stem =
            chunk.strip_suffix('и').filter(|it| it.ends_with(|it: char| "аеёоуыэюя".contains(it)));
        if let Some(stem) = stem {
            *chunk = format!("{stem}н");
            changed = true;
        }
    }
    changed
}

/// A reading of a surname.
struct Surname {
    syllables: Vec<Syllable>,
    systems: u8,
}

/// How far the given name's pieces stand apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    Apart,
    Together,
}

/// Reads the form surname first and, where the words allow it, surname last.
fn read_orders(words: &[Word], loose: bool, res: &mut Candidates) {
    let shown = shown_surname(words);
    let [first, rest @ ..] = words else { return };
    let mut rank = usize::MAX;
    let leads = (first.chunks.len() == 1 || rest.is_empty()) && shown.is_none_or(|it| it == 0);
    if leads {
        rank = read_surname_first(words, loose, res);
    }
    if let Some((last, given)) = words.split_last()
        && last.chunks.len() == 1
        && !given.is_empty()
        && shown.is_none_or(|it| it == given.len())
    {
        let surnames = surnames(last.chunks.first().map_or("", String::as_str));
        let usual = |it: &Surname| SURNAMES.rank(&it.syllables);
        let last_rank = surnames.iter().map(usual).min().unwrap_or(usize::MAX);
        // Russian papers put the surname first; only capitals say otherwise.
        let is_russian = last.chunks.iter().any(|it| it.starts_with(|it| it >= 'а'));
        let is_sure = shown.is_some() || (rank == usize::MAX && !is_russian);
        if is_sure || (!is_russian && last_rank < COMMON && rank >= COMMON) {
            let pieces = given.iter().flat_map(|it| &it.chunks).map(String::as_str);
            let short = pieces.clone().count() == 1 && shown.is_none();
            read_given(&surnames, pieces, layout(given), loose || !is_sure || short, res);
        }
    }
}

/// Surnames so common that they are known at the end of a form too: the first so many of the table.
const COMMON: usize = 24;

/// Returns the rank of the surname; the highest number where the form does not begin with one.
fn read_surname_first(words: &[Word], loose: bool, res: &mut Candidates) -> usize {
    let mut pieces = words.iter().flat_map(|it| &it.chunks).map(String::as_str);
    let Some(first) = pieces.next() else { return usize::MAX };
    let given_words = if words.len() > 1 { words.get(1..).unwrap_or(&[]) } else { words };
    let simple = surnames(first);
    read_given(&simple, pieces.clone(), layout(given_words), loose, res);
    let mut rank = simple.iter().map(|it| SURNAMES.rank(&it.syllables)).min().unwrap_or(usize::MAX);
    let mut rest = pieces.clone();
    if let Some(second) = rest.next().filter(|_| rest.clone().next().is_some()) {
        let compound = compounds(first, second);
        if !compound.is_empty() {
            read_given(&compound, rest, Layout::Together, loose, res);
            rank = rank.min(COMMON);
        }
    }
    rank
}

/// Reads a name whose first word is no known surname: `Mu Chong`.
fn read_without_surname(words: &[Word], res: &mut Candidates) {
    let mut pieces = words.iter().flat_map(|it| &it.chunks).map(String::as_str);
    let first = pieces.next().filter(|_| words.first().is_some_and(|it| it.chunks.len() == 1));
    if first.is_none_or(|it| !surnames(it).is_empty()) {
        return;
    }
    let plain = first.map_or(&[][..], syllables).iter().filter(|it| !it.loose);
    let surnames: Vec<Surname> =
        plain.map(|it| Surname { syllables: vec![it.syllable], systems: it.systems }).collect();
    read_given(&surnames, pieces, layout(words.get(1..).unwrap_or(&[])), true, res);
}

/// The only word in capitals.
fn shown_surname(words: &[Word]) -> Option<usize> {
    let mut capitals = words.iter().enumerate().filter(|(_, it)| it.capitals);
    let (at, _) = capitals.next()?;
    (capitals.next().is_none() && words.len() > 1 && words.iter().any(|it| !it.capitals))
        .then_some(at)
}

fn layout(given: &[Word]) -> Layout {
    if given.len() > 1 { Layout::Apart } else { Layout::Together }
}

/// The surnames a piece may spell; rare spellings only where nothing else does.
fn surnames(piece: &str) -> Vec<Surname> {
    let read = syllables(piece);
    let systems_of = |one: Syllable| {
        read.iter()
            .filter(|it| it.syllable.folded() == one.folded())
            .fold(0, |all, it| all | it.systems)
    };
    let listed = SURNAMES.of_spelling(piece);
    let mut res: Vec<Surname> = listed
        .iter()
        .map(|it| Surname {
            syllables: it.clone(),
            systems: it.first().map_or(0, |one| systems_of(*one)),
        })
        .collect();
    let is_plain = !listed.is_empty() || read.iter().any(|it| !it.loose);
    let fits = |it: &&Spelt| SURNAMES.is_korean(it.syllable) && (!it.loose || !is_plain);
    for it in read.iter().filter(fits) {
        if !res
            .iter()
            .any(|known| known.syllables.iter().map(|it| it.folded()).eq([it.syllable.folded()]))
        {
            res.push(Surname { syllables: vec![it.syllable], systems: it.systems });
        }
    }
    if res.is_empty() {
        for (at, _) in piece.char_indices().skip(1) {
            let (left, right) = piece.split_at(at);
            res.extend(compounds(left, right));
        }
    }
    res
}

/// The surnames of two syllables that two pieces spell.
fn compounds(left: &str, right: &str) -> Vec<Surname> {
    let firsts = syllables(left);
    if firsts.is_empty() {
        return Vec::new();
    }
    let pairs = syllables(right).iter().flat_map(|two| firsts.iter().map(move |one| (one, two)));
    let known = pairs.filter(|(one, two)| SURNAMES.is_compound(one.syllable, two.syllable));
    known
        .map(|(one, two)| Surname {
            syllables: vec![one.syllable, two.syllable],
            systems: one.systems & two.systems,
        })
        .collect()
}

fn read_given<'a>(
    surnames: &[Surname],
    pieces: impl Iterator<Item = &'a str> + Clone,
    layout: Layout,
    loose: bool,
    res: &mut Candidates,
) {
    if surnames.is_empty() {
        return;
    }
    given::each(pieces, |it| {
        let mut read = [it.first.syllable; 2];
        let mut len = 1;
        if let (Some(place), Some(second)) = (read.get_mut(1), it.second) {
            *place = second.syllable;
            len = 2;
        }
        for surname in surnames {
            let rank =
                u32::try_from(SURNAMES.rank(&surname.syllables) / COMMON).unwrap_or(u32::MAX);
            let weight = it.weight() / rank.saturating_add(1);
            let both = it.systems() & surname.systems;
            let bits = if both == 0 { it.systems() } else { both };
            let system = system(bits, it.first.systems, layout);
            res.add_weighted(
                &surname.syllables,
                read.get(..len).unwrap_or(&read),
                system,
                loose || it.is_loose(),
                weight,
            );
        }
    });
}

/// Names the system where only one fits, or the way the pieces stand apart tells two of them from each other.
fn system(bits: u8, any: u8, layout: Layout) -> System {
    let together = layout == Layout::Together;
    if any & systems::LATIN != 0 {
        match bits & (systems::MCCUNE_REISCHAUER | systems::REVISED | systems::NORTH_KOREAN) {
            systems::MCCUNE_REISCHAUER => System::McCuneReischauer,
            systems::REVISED => System::Revised,
            systems::NORTH_KOREAN => System::NorthKorean,
            it if it & systems::REVISED != 0 || it == 0 => System::KoreanLatin,
            _ if together => System::McCuneReischauer,
            _ => System::NorthKorean,
        }
    } else {
        match bits & (systems::KONTSEVICH | systems::KHOLODOVICH) {
            systems::KONTSEVICH if together => System::Kontsevich,
            systems::KHOLODOVICH if together => System::Kholodovich,
            _ => System::KoreanCyrillic,
        }
    }
}

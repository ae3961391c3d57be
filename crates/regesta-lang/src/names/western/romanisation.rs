//! Reads a Latin word as a Russian name, in every romanisation it may be written in.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::sounds::settled;
use super::symbols::rows;
use crate::lexicon::WordHasher;

/// Families of romanisations, by the readers they were made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Family {
    Any,
    English,
    German,
    French,
    Polish,
    Hungarian,
    Czech,
}

/// How sure the letters of a word make it that it is written for certain readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Evidence {
    None,
    Possible,
    Plain,
}

/// A reading of a word as a Russian name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Romanised {
    /// Its sounds.
    pub(super) sounds: String,
    /// Whether the letters would rather be read otherwise.
    pub(super) guessed: bool,
    /// How many readings of its family are likelier.
    pub(super) rank: usize,
}

/// Most letters that together write one sound.
const LONGEST: usize = 7;
/// Most readings of one word in one family.
const MOST: usize = 8;

/// What letters sound like in each family.
type Table = HashMap<&'static str, Vec<&'static str>, BuildHasherDefault<WordHasher>>;

static TABLES: LazyLock<[(Family, Table); 7]> = LazyLock::new(|| {
    let all = [
        (Family::Any, "any"),
        (Family::English, "english"),
        (Family::German, "german"),
        (Family::French, "french"),
        (Family::Polish, "polish"),
        (Family::Hungarian, "hungarian"),
        (Family::Czech, "czech"),
    ];
    all.map(|(family, name)| {
        let of_family = |row: &'static str| {
            let mut cells = row.split('\t');
            (cells.next()? == name).then_some((cells.next()?, cells.next()?.split('|').collect()))
        };
        let table = rows(include_str!("../../../../../data/russian_romanisations.tsv"));
        (family, table.filter_map(of_family).collect())
    })
});

/// Returns every reading of a folded Latin word, given as it was written too; the likeliest first, each once.
pub(super) fn readings(written: &str, folded: &str) -> Vec<Romanised> {
    const FOREIGN: [Family; 5] =
        [Family::German, Family::French, Family::Polish, Family::Hungarian, Family::Czech];
    let evidence = FOREIGN.map(|it| (it, evidence(it, written, folded)));
    let plainly_foreign = evidence.iter().any(|(_, it)| *it == Evidence::Plain);
    let english = if plainly_foreign { Evidence::Possible } else { Evidence::Plain };
    let mut res: Vec<Romanised> = Vec::new();
    for (family, evidence) in [(Family::English, english)].into_iter().chain(evidence) {
        if evidence == Evidence::None {
            continue;
        }
        for (at, raw) in raw(family, folded).into_iter().enumerate() {
            let reading = Romanised {
                sounds: settled(&raw),
                guessed: at > 0 || evidence == Evidence::Possible,
                rank: at,
            };
            match res.iter_mut().find(|it| it.sounds == reading.sounds) {
                Some(known) => {
                    known.guessed &= reading.guessed;
                    known.rank = known.rank.min(reading.rank);
                }
                None => res.push(reading),
            }
        }
    }
    res
}

/// Says how sure the letters make it that a word is written for readers of a family.
fn evidence(family: Family, written: &str, folded: &str) -> Evidence {
    let holds = |pieces: &[&str]| pieces.iter().any(|it| folded.contains(it));
    let marked = |letters: &[char]| written.contains(letters);
    let ends = |endings: &[&str]| endings.iter().any(|it| folded.ends_with(it));
    let (plain, possible) = match family {
        Family::German => {
            let written_with_v = folded.contains('v');
            (
                holds(&["tsch", "dsch"]) || holds(&["sch"]) && !written_with_v,
                holds(&["w", "sch"]) && !written_with_v,
            )
        }
        Family::French => {
            let possible =
                holds(&["ch", "ou", "gue", "gui"]) || ends(&["ine"]) || folded.contains('j');
            let russian = ends(&["ov", "ev", "ine", "ski", "sky", "off", "eff", "itch"]);
            (
                holds(&["chtch"]) || holds(&["ou"]) && russian,
                possible && !holds(&["w", "sch", "sh", "zh"]),
            )
        }
        Family::Polish => {
            let plain = marked(&['ł', 'Ł', 'ż', 'Ż', 'ś', 'ń'])
                || holds(&["szcz"])
                || holds(&["sz", "cz"]) && holds(&["w"]);
            (plain, holds(&["sz", "cz", "rz", "w"]) && !holds(&["v", "sch"]))
        }
        Family::Hungarian => {
            (holds(&["zs", "scs"]), holds(&["cs", "sz", "gy"]) && !holds(&["w", "cz"]))
        }
        Family::Czech => (holds(&["č", "š", "ž"]) && !marked(&['ŝ', 'ż', 'ś', 'ć', 'ź']), false),
        Family::Any | Family::English => (false, false),
    };
    match (plain, possible) {
        (true, _) => Evidence::Plain,
        (_, true) => Evidence::Possible,
        _ => Evidence::None,
    }
}

fn table(family: Family) -> Option<&'static Table> {
    TABLES.iter().find(|(it, _)| *it == family).map(|(_, table)| table)
}

/// Reads a word letter by letter, the longest known letters first; all choices, the likeliest first.
fn raw(family: Family, folded: &str) -> Vec<String> {
    let (Some(own), Some(any)) = (table(family), table(Family::Any)) else { return Vec::new() };
    let ended = format!("{folded}$");
    let mut res = vec![String::with_capacity(folded.len() + 4)];
    let mut rest = ended.as_str();
    while !rest.is_empty() && rest != "$" {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
        let mut best: Option<(usize, &[&str])> = None;
        for end in ends {
            let sounds = rest.get(..end).and_then(|it| own.get(it).or_else(|| any.get(it)));
            best = sounds.map(|it| (end, it.as_slice())).or(best);
        }
        let Some((end, sounds)) = best else { return Vec::new() };
        res = extended(res, sounds);
        rest = rest.get(end..).unwrap_or_default();
    }
    res
}

/// Adds the sounds of the next letters to each reading so far.
fn extended(readings: Vec<String>, sounds: &[&str]) -> Vec<String> {
    let mut res: Vec<String> = Vec::with_capacity(readings.len());
    for (choice, sound) in sounds.iter().enumerate() {
        if choice > 0 && res.len() >= MOST {
            break;
        }
        res.extend(readings.iter().map(|it| format!("{it}{sound}")));
    }
    res.truncate(MOST.max(readings.len()));
    res
}

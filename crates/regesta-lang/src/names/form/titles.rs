//! Titles, ranks and forms of address that stand with a name.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Where a title stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    After,
    Either,
    /// Continues a title, never opens one: `of the USSR`.
    Continues,
}

/// A title: its words without full stops in small letters, `*` where Russian endings may follow.
struct Title {
    words: Vec<String>,
    place: Place,
}

/// The titles of spaced scripts by the first letters of their first word, and those of characters and syllables.
struct Titles {
    spaced: HashMap<String, Vec<Title>>,
    joined: Vec<(String, Place)>,
}

static TITLES: LazyLock<Titles> = LazyLock::new(|| {
    let mut res = Titles { spaced: HashMap::new(), joined: Vec::new() };
    let rows = crate::tables::lines(include_str!("../../../../../data/name_titles.tsv"));
    for row in rows {
        let mut cells = row.split('\t').skip(1);
        let (Some(place), Some(words)) = (cells.next().and_then(place), cells.next()) else {
            continue;
        };
        if crate::scripts::letters(words).is_east_asian() {
            res.joined.push((words.to_owned(), place));
        } else {
            let words: Vec<String> = words.split(' ').map(plain).collect();
            let Some(first) = words.first() else { continue };
            res.spaced.entry(head(first)).or_default().push(Title { words, place });
        }
    }
    res.spaced.values_mut().for_each(|it| it.sort_by_key(|it| std::cmp::Reverse(it.words.len())));
    res.joined.sort_by_key(|(it, _)| std::cmp::Reverse(it.len()));
    res
});

fn place(cell: &str) -> Option<Place> {
    match cell {
        "before" => Some(Place::Before),
        "after" => Some(Place::After),
        "either" => Some(Place::Either),
        "continues" => Some(Place::Continues),
        _ => None,
    }
}

/// Takes the titles off both ends of a name; a name that is nothing but titles keeps its words where it is one word.
pub(super) fn strip(words: &mut Vec<String>) -> Vec<String> {
    let mut res = Vec::new();
    let mut opened = false;
    while let Some(len) = spaced(words, opened, Side::Front) {
        res.push(words.drain(..len).collect::<Vec<_>>().join(" "));
        opened = true;
    }
    opened = false;
    while let Some(len) = spaced(words, opened, Side::Back) {
        let at = words.len().saturating_sub(len);
        res.push(words.split_off(at).join(" "));
        opened = true;
    }
    joined(words, &mut res);
    if words.is_empty() && res.len() == 1 && res.iter().all(|it| !it.contains(' ')) {
        return std::mem::replace(words, res).split_off(0);
    }
    res
}

/// Says whether words are titles, ranks and offices and nothing else: `Consul`, `Старший советник`, `局长`.
pub(super) fn are_all(mut words: Vec<String>) -> bool {
    let mut opened = false;
    while let Some(len) = spaced(&words, opened, Side::Front) {
        words.drain(..len);
        opened = true;
    }
    let joined = |word: &String| TITLES.joined.iter().any(|(title, _)| title == word);
    opened && words.is_empty() || !words.is_empty() && words.iter().all(joined)
}

/// Which end of the name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Front,
    Back,
}

/// The number of words of the longest title at this end.
fn spaced(words: &[String], opened: bool, side: Side) -> Option<usize> {
    let longest = words.len().min(6);
    (1..=longest).rev().find(|len| {
        let window = match side {
            Side::Front => words.get(..*len),
            Side::Back => words.get(words.len() - len..),
        };
        window.is_some_and(|it| listed(it, opened, side, words.len() > *len))
    })
}

fn listed(window: &[String], opened: bool, side: Side, more: bool) -> bool {
    let Some(first) = window.first() else { return false };
    let lower: Vec<String> = window.iter().map(|it| plain(it)).collect();
    if window.len() == 1 && is_capital_letter(first) && (!more || !opens_as_title(first)) {
        return false;
    }
    let fits = |it: &Title| {
        let stands = match it.place {
            Place::Either => true,
            Place::Before => side == Side::Front,
            Place::After => side == Side::Back,
            Place::Continues => opened && side == Side::Front,
        };
        stands
            && it.words.len() == lower.len()
            && it.words.iter().zip(&lower).all(|(title, word)| is_form_of(word, title))
    };
    lower
        .first()
        .is_some_and(|it| TITLES.spaced.get(&head(it)).is_some_and(|list| list.iter().any(fits)))
}

/// A single capital is an initial, unless it is the `Т.` of a comrade.
fn is_capital_letter(word: &str) -> bool {
    let mut letters = word.chars().filter(|it| it.is_alphabetic());
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

fn opens_as_title(word: &str) -> bool {
    word == "Т."
}

/// Whether a word is a title, or a form of one that is inflected.
fn is_form_of(word: &str, title: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "", "а", "у", "ом", "ем", "е", "и", "ы", "ей", "ю", "я", "ь", "й", "ой", "ого", "ому",
        "ым", "ий", "его", "ему", "им", "ая", "ую", "ям", "ами", "ах", "ых", "ие", "их",
    ];
    match title.strip_suffix('*') {
        None => word == title,
        Some(stem) => word.strip_prefix(stem).is_some_and(|it| ENDINGS.contains(&it)),
    }
}

/// Small letters without full stops.
fn plain(word: &str) -> String {
    word.chars()
        .filter(|it| *it != '.')
        .flat_map(char::to_lowercase)
        .map(|it| if it == 'ё' { 'е' } else { it })
        .collect()
}

fn head(word: &str) -> String {
    word.chars().filter(|it| *it != '*').take(1).collect()
}

/// Takes titles off names in characters and syllables, written apart (`김일성 동지`) or together (`毛泽东主席`).
fn joined(words: &mut Vec<String>, titles: &mut Vec<String>) {
    loop {
        let several = words.len() > 1;
        let Some(found) =
            TITLES.joined.iter().find_map(|(title, place)| cut(words, title, *place, several))
        else {
            return;
        };
        titles.push(found);
        words.retain(|it| !it.is_empty());
    }
}

fn cut(words: &mut [String], title: &str, place: Place, several: bool) -> Option<String> {
    let leaves = |rest: &str| several || (!rest.is_empty() && (title.chars().count() > 1));
    if place != Place::Before
        && let Some(last) = words.last_mut()
    {
        let rest = last.strip_suffix(title).filter(|it| leaves(it)).map(str::to_owned);
        if let Some(rest) = rest {
            *last = rest;
            return Some(title.to_owned());
        }
    }
    if place != Place::After
        && let Some(first) = words.first_mut()
    {
        let rest = first.strip_prefix(title).filter(|it| leaves(it)).map(str::to_owned);
        if let Some(rest) = rest {
            *first = rest;
            return Some(title.to_owned());
        }
    }
    None
}

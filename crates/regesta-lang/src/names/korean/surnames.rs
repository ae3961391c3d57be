//! Surnames: who bears them, their characters, and spellings of their own.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use super::syllables::Syllable;

const DATA: &str = include_str!("../../../../../data/korean_surnames.tsv");

/// The table of surnames.
pub(super) struct Surnames {
    korean: HashSet<Syllable>,
    ranks: HashMap<Syllable, usize>,
    chinese: HashSet<Syllable>,
    compound: HashSet<[Syllable; 2]>,
    characters: HashMap<char, Vec<Syllable>>,
    compound_characters: HashMap<[char; 2], [Syllable; 2]>,
    spellings: HashMap<&'static str, Vec<Vec<Syllable>>>,
}

/// The table, read once.
pub(super) static SURNAMES: LazyLock<Surnames> = LazyLock::new(|| {
    let mut res = Surnames {
        korean: HashSet::new(),
        ranks: HashMap::new(),
        chinese: HashSet::new(),
        compound: HashSet::new(),
        characters: HashMap::new(),
        compound_characters: HashMap::new(),
        spellings: HashMap::new(),
    };
    for cells in crate::tables::rows(DATA) {
        if let [surname, people, characters, latin, cyrillic, ..] = cells[..] {
            res.add(surname, people, characters);
            let read: Vec<Syllable> = surname.chars().filter_map(Syllable::new).collect();
            for spelling in latin.split('|').chain(cyrillic.split('|')).filter(|it| !it.is_empty())
            {
                res.spellings.entry(spelling).or_default().push(read.clone());
            }
        }
    }
    res
});

impl Surnames {
    fn add(&mut self, surname: &str, people: &str, characters: &str) {
        let syllables: Vec<Syllable> = surname.chars().filter_map(Syllable::new).collect();
        match syllables[..] {
            [one] => {
                let set = if people == "korean" { &mut self.korean } else { &mut self.chinese };
                set.insert(one.folded());
                let rank = self.ranks.len();
                self.ranks.entry(one.folded()).or_insert(rank);
                for c in characters.chars() {
                    self.characters.entry(c).or_default().push(one);
                }
            }
            [one, two] => {
                self.compound.insert([one.folded(), two.folded()]);
                let characters: Vec<char> = characters.chars().collect();
                if let [first, second] = characters[..] {
                    self.compound_characters.insert([first, second], [one, two]);
                }
            }
            _ => (),
        }
    }

    /// Says whether Koreans bear the surname, spelt as in the North or the South.
    pub(super) fn is_korean(&self, one: Syllable) -> bool {
        self.korean.contains(&one.folded())
    }

    /// The place of a surname among all, the most common first; compound ones come last.
    pub(super) fn rank(&self, surname: &[Syllable]) -> usize {
        match surname {
            [one] => self.ranks.get(&one.folded()).copied().unwrap_or(usize::MAX),
            _ => self.ranks.len(),
        }
    }

    /// Says whether Koreans or Chinese bear the surname.
    pub(super) fn is_known(&self, one: Syllable) -> bool {
        self.is_korean(one) || self.chinese.contains(&one.folded())
    }

    /// Says whether two syllables are one surname: 남궁, 선우.
    pub(super) fn is_compound(&self, one: Syllable, two: Syllable) -> bool {
        self.compound.contains(&[one.folded(), two.folded()])
    }

    /// How a character is read as a surname.
    pub(super) fn of_character(&self, c: char) -> &[Syllable] {
        self.characters.get(&c).map_or(&[], Vec::as_slice)
    }

    /// How two characters are read as one surname.
    pub(super) fn of_characters(&self, first: char, second: char) -> Option<[Syllable; 2]> {
        self.compound_characters.get(&[first, second]).copied()
    }

    /// The surnames that are spelt so in Latin or Cyrillic letters by people or papers.
    pub(super) fn of_spelling(&self, spelling: &str) -> &[Vec<Syllable>] {
        self.spellings.get(spelling).map_or(&[], Vec::as_slice)
    }
}

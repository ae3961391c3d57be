//! Every spelling of every syllable of a Korean name in Latin and Cyrillic letters, made from the tables of letters.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use super::characters::CHARACTERS;
use super::syllables::Syllable;

const DATA: &str = include_str!("../../../../../data/korean_letters.tsv");

/// The systems of the table of letters, a bit each.
pub(super) mod systems {
    /// McCune-Reischauer.
    pub(in super::super) const MCCUNE_REISCHAUER: u8 = 1;
    /// Revised.
    pub(in super::super) const REVISED: u8 = 2;
    /// North Korean.
    pub(in super::super) const NORTH_KOREAN: u8 = 4;
    /// A spelling of one's own, in Latin letters.
    pub(in super::super) const OWN: u8 = 8;
    /// Kontsevich.
    pub(in super::super) const KONTSEVICH: u8 = 16;
    /// Kholodovich.
    pub(in super::super) const KHOLODOVICH: u8 = 32;
    /// The practice of Soviet papers.
    pub(in super::super) const PERIOD: u8 = 64;
    /// All that are written in Latin letters.
    pub(in super::super) const LATIN: u8 = MCCUNE_REISCHAUER | REVISED | NORTH_KOREAN | OWN;
    /// All that are written in Cyrillic letters.
    pub(in super::super) const CYRILLIC: u8 = KONTSEVICH | KHOLODOVICH | PERIOD;
}

/// A syllable that a spelling may stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelt {
    /// The syllable, its initial as the spelling shows it.
    pub(super) syllable: Syllable,
    /// The systems that spell it so.
    pub(super) systems: u8,
    /// Whether others are spelt so more often.
    pub(super) loose: bool,
    /// How many characters are read so: how likely it is in a name.
    pub(super) weight: u16,
}

/// The syllables by their spelling.
static SPELLINGS: LazyLock<HashMap<Box<str>, Vec<Spelt>>> = LazyLock::new(|| {
    let letters = Letters::read();
    let mut res: HashMap<Box<str>, Vec<Spelt>> = HashMap::new();
    for (syllable, weight) in inventory() {
        letters.spell(syllable, |spelling, systems, loose| {
            let known = res.entry(spelling.into()).or_default();
            match known.iter_mut().find(|it| it.syllable == syllable) {
                Some(it) => {
                    it.systems |= systems;
                    it.loose &= loose;
                }
                None => known.push(Spelt { syllable, systems, loose, weight }),
            }
        });
    }
    for known in res.values_mut() {
        if known.iter().all(|it| it.loose) {
            known.iter_mut().for_each(|it| it.loose = false);
        }
    }
    res
});

/// Returns the syllables a spelling may stand for, in lower case, with the breves and apostrophes it is written with.
pub(super) fn syllables(spelling: &str) -> &'static [Spelt] {
    SPELLINGS.get(spelling).map_or(&[], Vec::as_slice)
}

/// The syllables of names: the readings of characters, each also as the South spells it at the beginning of a word.
fn inventory() -> BTreeMap<Syllable, u16> {
    let mut res: BTreeMap<Syllable, u16> = BTreeMap::new();
    for (syllable, weight) in CHARACTERS.weights() {
        for it in [syllable, syllable.folded()] {
            let known = res.entry(it).or_default();
            *known = known.saturating_add(weight);
        }
    }
    res
}

/// One way to spell a letter, and when.
struct Way {
    spelling: &'static str,
    systems: u8,
    rare: bool,
    when: &'static str,
}

/// The table of letters.
#[derive(Default)]
struct Letters {
    initials: HashMap<char, Vec<Way>>,
    vowels: HashMap<char, Vec<Way>>,
    finals: HashMap<char, Vec<Way>>,
}

impl Letters {
    fn read() -> Letters {
        let mut res = Letters::default();
        for cells in crate::tables::rows(DATA) {
            if let [place, letter, system, spellings, when, grade, ..] = cells[..] {
                let table = match place {
                    "initial" => &mut res.initials,
                    "vowel" => &mut res.vowels,
                    _ => &mut res.finals,
                };
                let Some(letter) = letter.chars().next() else { continue };
                let ways = table.entry(letter).or_default();
                for spelling in spellings.split('|') {
                    add(ways, Way { spelling, systems: bit(system), rare: grade == "rare", when });
                }
            }
        }
        res
    }

    /// Calls with every spelling of a syllable, the systems that spell it so (one's own where they are mixed) and whether it is rare.
    fn spell(&self, syllable: Syllable, mut each: impl FnMut(&str, u8, bool)) {
        let (initial, vowel, last) = syllable.letters();
        let bare = [Way { spelling: "", systems: u8::MAX, rare: false, when: "" }];
        let finals = last.map_or(&bare[..], |it| self.finals.get(&it).map_or(&[], Vec::as_slice));
        let mut spelling = String::new();
        for front in self.initials.get(&initial).into_iter().flatten() {
            for middle in self.vowels.get(&vowel).into_iter().flatten() {
                let fits =
                    before(front.when, middle.spelling) && allowed(middle.when, initial, last);
                if !fits || script(front.systems) & script(middle.systems) == 0 {
                    continue;
                }
                for back in
                    finals.iter().filter(|it| script(it.systems) & script(middle.systems) != 0)
                {
                    spelling.clear();
                    [front, middle, back].iter().for_each(|it| spelling.push_str(it.spelling));
                    let shared = front.systems & middle.systems & back.systems;
                    let mixed = script(front.systems)
                        & script(middle.systems)
                        & (systems::OWN | systems::PERIOD);
                    each(
                        &spelling,
                        if shared == 0 { mixed } else { shared },
                        front.rare || middle.rare || back.rare,
                    );
                }
            }
        }
    }
}

fn add(ways: &mut Vec<Way>, way: Way) {
    match ways.iter_mut().find(|it| it.spelling == way.spelling && it.when == way.when) {
        Some(it) => {
            it.systems |= way.systems;
            it.rare &= way.rare;
        }
        None => ways.push(way),
    }
}

fn bit(system: &str) -> u8 {
    match system {
        "mr" => systems::MCCUNE_REISCHAUER,
        "rr" => systems::REVISED,
        "nk" => systems::NORTH_KOREAN,
        "own" => systems::OWN,
        "kontsevich" => systems::KONTSEVICH,
        "kholodovich" => systems::KHOLODOVICH,
        _ => systems::PERIOD,
    }
}

/// All systems of the scripts that some systems are written in.
fn script(bits: u8) -> u8 {
    [systems::LATIN, systems::CYRILLIC]
        .into_iter()
        .filter(|it| it & bits != 0)
        .fold(0, |all, it| all | it)
}

/// Whether an initial may be spelt so before the vowel as it is spelt.
fn before(when: &str, vowel: &str) -> bool {
    when.strip_prefix("before:").is_none_or(|it| it.split('|').any(|one| vowel.starts_with(one)))
}

/// Whether a vowel may be spelt so after an initial and before a final.
fn allowed(when: &str, initial: char, last: Option<char>) -> bool {
    match when {
        "open" => last.is_none(),
        "closed" => last.is_some(),
        "alone" => initial == 'ㅇ',
        _ => when.strip_prefix("after:").is_none_or(|it| it.contains(initial)),
    }
}

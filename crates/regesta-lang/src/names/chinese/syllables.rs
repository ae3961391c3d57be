//! The syllables of Mandarin as each system spells them, with the endings and slips they are met with.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::characters::rows_of;
use super::{palladius, wade_giles};

/// A syllable that a spelling may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sound {
    /// Pinyin without tone.
    pub(super) pinyin: &'static str,
    /// What the spelling asks for.
    pub(super) condition: Condition,
}

/// What a spelling of a syllable asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    /// Nothing: the system spells so.
    Regular,
    /// An ending of Russian declension, which only the end of a word has.
    Declined,
    /// An aspirated syllable without its apostrophe: nobody who writes apostrophes leaves it out.
    Unmarked,
    /// A surname: only surnames are so spelt.
    Surname,
    /// The soft sign that is left out: nobody who writes soft signs leaves one out.
    Hardened,
    /// A soft sign too many, forgiven where nothing else is.
    Softened,
    /// Forgiveness: the system spells otherwise.
    Slip,
}

/// A system of spelling the syllables of Mandarin with letters.
pub(super) struct Spellings {
    sounds: HashMap<String, Vec<Sound>>,
    /// The longest spelling, in characters.
    pub(super) longest: usize,
}

/// Pinyin without tones.
pub(super) static PINYIN: LazyLock<Spellings> = LazyLock::new(|| Spellings::of(pinyin));
/// Wade-Giles, without the marks over e and over the u of tzu and ssu.
pub(super) static WADE_GILES: LazyLock<Spellings> = LazyLock::new(|| {
    let mut res = Spellings::of(|row, put| {
        row.wade_giles.split('|').for_each(|it| wade_giles::spellings(it, put))
    });
    wade_giles::surnames(&mut |spelling, pinyin| {
        res.put(spelling, Sound { pinyin, condition: Condition::Surname })
    });
    res
});
/// Palladius's Cyrillic.
pub(super) static PALLADIUS: LazyLock<Spellings> = LazyLock::new(|| {
    Spellings::of(|row, put| {
        for (at, spelling) in row.palladius.split('|').enumerate() {
            palladius::spellings(spelling, at == 0, put);
        }
    })
});

static TABLE: &str = include_str!("../../../../../data/pinyin.tsv");

/// A syllable of the table.
struct Row {
    pinyin: &'static str,
    wade_giles: &'static str,
    palladius: &'static str,
}

/// Receives a spelling of the syllable at hand.
pub(super) type Put<'a> = dyn FnMut(&str, Condition) + 'a;

impl Spellings {
    fn of(spell: impl Fn(&Row, &mut Put<'_>)) -> Spellings {
        let mut res = Spellings { sounds: HashMap::new(), longest: 0 };
        for [pinyin, wade_giles, palladius] in rows_of(TABLE) {
            let row = Row { pinyin, wade_giles, palladius };
            spell(&row, &mut |spelling, condition| res.put(spelling, Sound { pinyin, condition }));
        }
        res
    }

    fn put(&mut self, spelling: &str, sound: Sound) {
        self.longest = self.longest.max(spelling.chars().count());
        let sounds = self.sounds.entry(spelling.to_owned()).or_default();
        match sounds.iter_mut().find(|it| it.pinyin == sound.pinyin) {
            Some(known) if sound.condition == Condition::Regular => *known = sound,
            Some(_) => {}
            None => sounds.push(sound),
        }
    }

    /// Returns the syllables that a spelling may stand for.
    pub(super) fn sounds(&self, spelling: &str) -> &[Sound] {
        self.sounds.get(spelling).map_or(&[], Vec::as_slice)
    }
}

/// Pinyin as it is written where ü is at hand and where it is not.
fn pinyin(row: &Row, put: &mut Put<'_>) {
    put(row.pinyin, Condition::Regular);
    if row.pinyin.contains('ü') {
        put(&row.pinyin.replace('ü', "v"), Condition::Regular);
        put(&row.pinyin.replace('ü', "yu"), Condition::Regular);
        let is_known_apart = matches!(row.pinyin, "lü" | "nü");
        put(
            &row.pinyin.replace('ü', "u"),
            if is_known_apart { Condition::Slip } else { Condition::Regular },
        );
    }
}

//! The symbols a name is compared by: Latin letters, Cyrillic letters, halves of pinyin syllables, letters of Korean syllables.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The alphabet a word is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Alphabet {
    /// Latin letters, marks dropped unless they change the sound.
    Latin,
    /// Cyrillic letters, those of other languages put as the Russian ones of their sound.
    Cyrillic,
    /// Chinese characters, as the initials and finals of their readings in pinyin.
    Han,
    /// Korean syllables, as their letters.
    Hangul,
}

/// A word as symbols, between one for its beginning and one for its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spelling {
    /// What the symbols are of.
    pub(super) alphabet: Alphabet,
    /// The symbols, numbered from 1 within the alphabet.
    pub(super) symbols: Vec<u8>,
    /// How many letters or, in East Asia, syllables the word has.
    pub(super) length: usize,
}

/// The symbol before every word.
const START: u8 = 1;
/// The symbol after every word.
const END: u8 = 2;

/// Longest word that is compared, in letters or syllables; names are shorter.
const LONGEST: usize = 40;

/// How a table writes a piece of no letters.
const NOTHING: &str = "_";

const LATIN: &str = "^$abcdefghijklmnopqrstuvwxyzåäöüčšžñç";
/// In the order of Unicode, as the Latin letters are.
const CYRILLIC: &str = "^$абвгдежзийклмнопрстуфхцчшщъыьэюяё";
const INITIALS: [&str; 24] = [
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r",
    "z", "c", "s", "y", "w", "'",
];
const FINALS: [&str; 34] = [
    "a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "i", "ia", "ian", "iang", "iao",
    "ie", "in", "ing", "iong", "iu", "o", "ong", "ou", "u", "ua", "uai", "uan", "uang", "ue", "ui",
    "un", "uo", "ü", "üe",
];
/// Spells a word in symbols; `None` where it mixes alphabets or holds anything but letters, apostrophes and hyphens.
pub(super) fn spell(word: &str) -> Option<Spelling> {
    let mut res = Spelling { alphabet: Alphabet::Latin, symbols: vec![START], length: 0 };
    for c in word.chars().flat_map(char::to_lowercase) {
        let alphabet = match c {
            '\'' | '’' | '‘' | 'ʼ' | 'ʹ' | 'ʺ' | '`' | '-' | '‐' | '‑' => continue,
            '\u{300}'..='\u{36f}' => {
                mark(c, &mut res);
                continue;
            }
            'а'..='ӿ' => Alphabet::Cyrillic,
            '가'..='힣' => Alphabet::Hangul,
            '㐀'..='鿿' => Alphabet::Han,
            _ => Alphabet::Latin,
        };
        if res.length > 0 && alphabet != res.alphabet {
            return None;
        }
        res.alphabet = alphabet;
        push(c, alphabet, &mut res.symbols)?;
        res.length += 1;
        if res.length > LONGEST {
            return None;
        }
    }
    res.symbols.push(END);
    (res.length > 0).then_some(res)
}

/// Returns the letters of a Latin or Cyrillic word as they are compared: lower case, folded, without apostrophes and hyphens.
pub(super) fn letters(word: &str) -> Option<(Alphabet, String)> {
    let spelling = spell(word)?;
    let all = match spelling.alphabet {
        Alphabet::Latin => LATIN,
        Alphabet::Cyrillic => CYRILLIC,
        Alphabet::Han | Alphabet::Hangul => return None,
    };
    let letter =
        |it: &u8| all.chars().nth(usize::from(*it).saturating_sub(1)).filter(|_| *it > END);
    Some((spelling.alphabet, spelling.symbols.iter().filter_map(letter).collect()))
}

/// Adds the symbols of a letter; `None` where it is none of its alphabet.
fn push(c: char, alphabet: Alphabet, symbols: &mut Vec<u8>) -> Option<()> {
    let own = |first: char| u8::try_from(c as u32 - first as u32 + 3).ok();
    match alphabet {
        Alphabet::Latin if c.is_ascii_lowercase() => symbols.push(own('a')?),
        Alphabet::Cyrillic if ('а'..='я').contains(&c) => symbols.push(own('а')?),
        Alphabet::Latin | Alphabet::Cyrillic => {
            let letters = if alphabet == Alphabet::Latin { LATIN } else { CYRILLIC };
            match FOLDED.get(&c) {
                Some(folded) => {
                    for letter in folded.chars() {
                        symbols.push(place(letters, letter)?);
                    }
                }
                None => symbols.push(place(letters, c)?),
            }
        }
        Alphabet::Han => symbols.extend(SYLLABLES.get(&c)?),
        Alphabet::Hangul => {
            let n = (c as u32).checked_sub(0xac00)?;
            let parts = [Some(n / 588), Some(n % 588 / 28), (n % 28).checked_sub(1)];
            for ((first, _), part) in OFFSETS.iter().zip(parts) {
                symbols.extend(part.and_then(|it| u8::try_from(it).ok()).map(|it| first + it));
            }
        }
    }
    Some(())
}

/// Changes the last letter as a combining mark after it says; a mark that changes no sound is dropped.
fn mark(mark: char, spelling: &mut Spelling) {
    let Some(last) = spelling.symbols.last_mut() else { return };
    let letter = match (LATIN.chars().nth(usize::from(*last).saturating_sub(1)), mark) {
        (Some('c'), '\u{30c}' | '\u{301}') => 'č',
        (Some('s'), '\u{30c}' | '\u{301}' | '\u{327}' | '\u{326}') => 'š',
        (Some('z'), '\u{30c}' | '\u{301}' | '\u{307}') => 'ž',
        (Some('a'), '\u{308}') => 'ä',
        (Some('a'), '\u{30a}') => 'å',
        (Some('o'), '\u{308}' | '\u{30b}') => 'ö',
        (Some('u'), '\u{308}' | '\u{30b}') => 'ü',
        (Some('n'), '\u{303}') => 'ñ',
        (Some('c'), '\u{327}') => 'ç',
        _ => return,
    };
    if let Some(place) = place(LATIN, letter).filter(|_| spelling.alphabet == Alphabet::Latin) {
        *last = place;
    }
}

fn place(letters: &str, letter: char) -> Option<u8> {
    let at = letters.chars().position(|it| it == letter)?;
    u8::try_from(at + 1).ok().filter(|it| *it > END)
}

/// The first symbol of each kind of Korean letter, and the first of these letters in Unicode.
const OFFSETS: [(u8, u32); 3] = [(3, 0x1100), (22, 0x1161), (43, 0x11a8)];

/// Reads symbols as a table writes them: letters together, halves of syllables between spaces.
pub(super) fn parse(alphabet: Alphabet, written: &str) -> Option<Vec<u8>> {
    if written == NOTHING {
        return Some(Vec::new());
    }
    if alphabet == Alphabet::Han {
        return written.split(' ').filter(|it| !it.is_empty()).map(half).collect();
    }
    written.chars().map(|it| letter(alphabet, it)).collect()
}

fn letter(alphabet: Alphabet, letter: char) -> Option<u8> {
    let letters = match alphabet {
        Alphabet::Latin => LATIN,
        Alphabet::Cyrillic => CYRILLIC,
        _ => "^$",
    };
    if let Some(at) = letters.chars().position(|it| it == letter) {
        return u8::try_from(at + 1).ok();
    }
    let (first, start) = OFFSETS.iter().rev().find(|(_, start)| letter as u32 >= *start)?;
    u8::try_from(letter as u32 - start).ok().and_then(|it| first.checked_add(it))
}

/// Reads half a syllable of pinyin: `sh-`, `-an`, `'-` for a syllable that begins with its vowel.
fn half(written: &str) -> Option<u8> {
    let at = match (written, written.strip_prefix('-'), written.strip_suffix('-')) {
        ("^", ..) => return Some(START),
        ("$", ..) => return Some(END),
        (_, Some(last), _) => INITIALS.len() + FINALS.iter().position(|it| *it == last)?,
        (_, _, Some(first)) => INITIALS.iter().position(|it| *it == first)?,
        _ => return None,
    };
    u8::try_from(at + 3).ok()
}

/// Writes symbols as [`parse`] reads them.
#[allow(dead_code, reason = "the learner of the tables writes with it")]
pub(super) fn written(alphabet: Alphabet, symbols: &[u8]) -> String {
    let halves = |it: &u8| match usize::from(*it).checked_sub(3) {
        None => {
            if *it == START {
                "^".to_owned()
            } else {
                "$".to_owned()
            }
        }
        Some(at) if at < INITIALS.len() => format!("{}-", INITIALS.get(at).unwrap_or(&"")),
        Some(at) => format!("-{}", FINALS.get(at - INITIALS.len()).unwrap_or(&"")),
    };
    let letter = |it: &u8| match alphabet {
        Alphabet::Latin => LATIN.chars().nth(usize::from(*it).saturating_sub(1)),
        Alphabet::Cyrillic => CYRILLIC.chars().nth(usize::from(*it).saturating_sub(1)),
        _ if *it <= END => "^$".chars().nth(usize::from(*it).saturating_sub(1)),
        _ => OFFSETS
            .iter()
            .rev()
            .find(|(first, _)| it >= first)
            .and_then(|(first, start)| char::from_u32(start + u32::from(it - first))),
    };
    if symbols.is_empty() {
        return NOTHING.to_owned();
    }
    if alphabet == Alphabet::Han {
        return symbols.iter().map(halves).collect::<Vec<_>>().join(" ");
    }
    symbols.iter().filter_map(letter).collect()
}

/// The halves of each syllable of a word in Chinese characters, in pinyin.
pub(super) fn syllables(spelling: &Spelling) -> impl Iterator<Item = (&'static str, &'static str)> {
    let half = |it: u8| usize::from(it).checked_sub(3);
    spelling.symbols.get(1..).unwrap_or_default().chunks_exact(2).filter_map(move |both| {
        let [first, last] = both else { return None };
        let last = half(*last)?.checked_sub(INITIALS.len())?;
        Some((*INITIALS.get(half(*first)?)?, *FINALS.get(last)?))
    })
}

/// The letters of a Korean word: 0 to 18 leading ones, 19 to 39 vowels, 40 to 66 trailing ones.
pub(super) fn korean_letters(spelling: &Spelling) -> impl Iterator<Item = u8> {
    spelling.symbols.iter().filter_map(|it| it.checked_sub(3))
}

/// The symbols of a syllable of pinyin without tone.
fn syllable(pinyin: &str) -> Option<[u8; 2]> {
    let at = INITIALS.iter().position(|it| pinyin.starts_with(it));
    let first = at.and_then(|it| INITIALS.get(it)).map_or("", |it| it);
    let last = pinyin.strip_prefix(first)?;
    let last = FINALS.iter().position(|it| *it == last)?;
    let first = at.unwrap_or(INITIALS.len() - 1);
    Some([u8::try_from(first + 3).ok()?, u8::try_from(INITIALS.len() + last + 3).ok()?])
}

/// What each letter with a mark, or of another alphabet of the same script, is compared as.
static FOLDED: LazyLock<HashMap<char, &str>> = LazyLock::new(|| {
    [
        include_str!("../../../../../data/latin_letters.tsv"),
        include_str!("../../../../../data/cyrillic_letters.tsv"),
    ]
    .into_iter()
    .flat_map(rows)
    .filter_map(|row| row.split_once('\t'))
    .filter_map(|(folded, rest)| Some((folded, rest.split('\t').next()?)))
    .flat_map(|(folded, letters)| letters.chars().map(move |it| (it, folded)))
    .collect()
});

/// The reading of each character in names: the most usual one, unless it is another where it spells out foreign names.
static SYLLABLES: LazyLock<HashMap<char, [u8; 2]>> = LazyLock::new(|| {
    let usual = rows(include_str!("../../../../../data/hanzi_readings.tsv"));
    let of_names = rows(include_str!("../../../../../data/transcription_readings.tsv"));
    usual
        .chain(of_names)
        .filter_map(|row| {
            let mut cells = row.split('\t');
            Some((syllable(cells.next()?.split(' ').next()?)?, cells.next()?))
        })
        .flat_map(|(symbols, characters)| characters.chars().map(move |it| (it, symbols)))
        .collect()
});

/// The rows of a table, without comments and header.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|it| !it.starts_with('#')).skip(1)
}

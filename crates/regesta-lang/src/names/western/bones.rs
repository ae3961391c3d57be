//! The bones of a name: its first consonants, so coarse that a name and its transcriptions mostly share them.
//!
//! They only bring together, out of a long list, the pairs that are worth weighing: sharing bones is no link.

use super::symbols::{Alphabet, Spelling, korean_letters, spell, syllables};

/// Most consonants that are kept.
const MOST: usize = 4;
/// Most readings whose bones are given.
const READINGS: usize = 3;

/// Returns the bones of a word, each once; none where it has fewer than two consonants.
pub(in crate::names) fn bones(word: &str) -> Vec<String> {
    let Some(spelling) = spell(word) else { return Vec::new() };
    let mut res: Vec<String> = match spelling.alphabet {
        Alphabet::Latin | Alphabet::Cyrillic => {
            let sounds = super::of_word(word).into_iter().take(READINGS);
            sounds.map(|it| settled(of_sounds(&it.key.sounds))).collect()
        }
        Alphabet::Han | Alphabet::Hangul => {
            FRONTS.map(|front| settled(of_syllables(&spelling, front))).to_vec()
        }
    };
    res.retain(|it| it.len() > 1);
    res.sort_unstable();
    res.dedup();
    res
}

/// Whether the last consonants of the sounds of a surname and of a word in characters or syllables may be one.
pub(super) fn end_alike(sounds: &str, other: &Spelling) -> bool {
    let last = of_sounds(sounds).last();
    FRONTS.into_iter().any(|front| of_syllables(other, front).last() == last)
}

/// What `j` of pinyin may stand for.
const FRONTS: [char; 2] = ['k', 's'];

/// The bones of a word in characters or syllables.
fn of_syllables(spelling: &Spelling, front: char) -> impl Iterator<Item = char> {
    let (han, hangul) = match spelling.alphabet {
        Alphabet::Han => (Some(syllables(spelling)), None),
        _ => (None, Some(korean_letters(spelling))),
    };
    let han = han.into_iter().flatten().flat_map(move |it| of_syllable(it, front));
    han.chain(hangul.into_iter().flatten().filter_map(of_korean))
}

/// Drops repeated consonants and what is too far from the beginning.
fn settled(bones: impl Iterator<Item = char>) -> String {
    let mut res = String::with_capacity(MOST);
    for bone in bones {
        if res.len() < MOST && !res.ends_with(bone) {
            res.push(bone);
        }
    }
    res
}

/// The bones of sounds; a liquid that no vowel follows is none, for Chinese and Korean often leave it out, and neither is `g` in `ng`.
fn of_sounds(sounds: &str) -> impl Iterator<Item = char> {
    let mut before = None;
    let next = sounds.chars().skip(1).map(Some).chain([None]);
    sounds.chars().zip(next).filter_map(move |(sound, next)| {
        let previous = before.replace(sound);
        let opens = matches!(next, Some('a' | 'e' | 'i' | 'o' | 'u'));
        match sound {
            'b' | 'p' | 'v' | 'f' => Some('p'),
            'm' | 'n' => Some('n'),
            'd' | 't' => Some('t'),
            'l' | 'r' => opens.then_some('l'),
            'g' if previous == Some('n') && !opens => None,
            'g' | 'k' | 'h' => Some('k'),
            'j' | 'q' | 'w' | 'c' | 's' | 'z' => Some('s'),
            _ => None,
        }
    })
}

/// The bones of a syllable of pinyin; `j` stands for `g` and `k` before front vowels, or for a hushing sound.
fn of_syllable((first, last): (&str, &str), front: char) -> impl Iterator<Item = char> {
    let consonant = match first {
        "b" | "p" | "f" | "w" => Some('p'),
        "d" | "t" => Some('t'),
        "m" | "n" => Some('n'),
        "l" | "r" => Some('l'),
        "g" | "k" | "h" => Some('k'),
        "j" => Some(front),
        "q" | "x" | "zh" | "ch" | "sh" | "z" | "c" | "s" => Some('s'),
        _ => None,
    };
    let nasal = last.ends_with(['n', 'g']).then_some('n');
    consonant.into_iter().chain(nasal)
}

/// The bone of a letter of a Korean syllable, leading or trailing; a trailing liquid is none.
fn of_korean(letter: u8) -> Option<char> {
    match letter {
        2 | 6 | 43..=45 | 55 | 60 => Some('n'),
        3 | 4 | 16 | 46 | 64 => Some('t'),
        5 => Some('l'),
        7 | 8 | 17 | 56 | 57 | 65 => Some('p'),
        9 | 10 | 12..=14 | 58 | 59 | 61 | 62 => Some('s'),
        0 | 1 | 15 | 18 | 40..=42 | 63 | 66 => Some('k'),
        _ => None,
    }
}

//! How likely it is that a person wrote these characters: the evidence for one charset against another.
//!
//! The same bytes are decoded in each charset and scored as a whole, in nats: the logarithm of the chance
//! of each character in the script the charset is for, with penalties for what no writer does
//! (a capital inside a word, Latin and Cyrillic letters in one word, control characters, private characters).

use std::sync::LazyLock;

use regesta_model::Script;

/// The script a charset was made for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Habit {
    /// Any script: the Unicode charsets.
    Any,
    /// Western or Central European letters between plain ones.
    Latin,
    /// Russian and its neighbours.
    Cyrillic,
    /// Chinese in simplified characters.
    Simplified,
    /// Chinese in traditional characters.
    Traditional,
    /// Korean, with or without Chinese characters.
    Korean,
    /// Japanese.
    Japanese,
}

struct Ranks {
    simplified: Scores,
    traditional: Scores,
    hangul: Scores,
    kana: Scores,
    cyrillic: Scores,
    latin: Scores,
}

static RANKS: LazyLock<Ranks> = LazyLock::new(|| {
    // Written characters fall off as one over their rank, letters of an alphabet by a constant factor.
    let harmonic = |base: f64, shift: f64| move |rank: f64| base - (rank + shift).ln();
    let geometric = |base: f64, step: f64| move |rank: f64| base - step * rank;
    Ranks {
        simplified: Scores::of("han-simplified", RARE, harmonic(-1.6, 15.0)),
        traditional: Scores::of("han-traditional", RARE, harmonic(-1.6, 15.0)),
        hangul: Scores::of("hangul", RARE, harmonic(-1.3, 15.0)),
        kana: Scores::of("kana", -8.0, harmonic(-1.5, 8.0)),
        cyrillic: Scores::of("cyrillic", -9.0, geometric(-2.1, 0.11)),
        latin: Scores::of("latin", -10.0, geometric(-4.0, 0.06)),
    }
});

/// The scores of a script's characters, one after another from its first frequent one.
struct Scores {
    first: u32,
    scores: Vec<f64>,
    rare: f64,
}

impl Scores {
    fn of(script: &str, rare: f64, score: impl Fn(f64) -> f64) -> Scores {
        let table = include_str!("../../../../data/character-frequency.tsv");
        let row = crate::table::rows(table).find(|it| it.first() == Some(&script));
        let characters = row.unwrap_or_default().get(1).copied().unwrap_or_default();
        let first = characters.chars().min().map_or(0, u32::from);
        let last = characters.chars().max().map_or(0, u32::from);
        let mut scores = vec![rare; (last - first) as usize + 1];
        for (rank, c) in characters.chars().enumerate() {
            if let Some(slot) = scores.get_mut((u32::from(c) - first) as usize) {
                *slot = score(rank as f64);
            }
        }
        Scores { first, scores, rare }
    }

    fn score(&self, c: char) -> f64 {
        let at = u32::from(c).checked_sub(self.first);
        at.and_then(|it| self.scores.get(it as usize)).copied().unwrap_or(self.rare)
    }
}

/// What a character that nobody writes costs.
const NEVER: f64 = -15.0;

/// A character of the right script that is not among the frequent ones.
const RARE: f64 = -11.5;

/// Returns how likely the characters are for this habit of writing, in nats; 0 is best.
pub(super) fn likelihood(text: &str, habit: Habit) -> f64 {
    let mut total = 0.0;
    let mut before = ' ';
    for c in text.chars() {
        total += match c {
            _ if c.is_ascii() => ascii(c),
            _ => character(before, c, habit) + joint(before, c),
        };
        if c.is_ascii_alphabetic() {
            total += joint(before, c);
        }
        before = c;
    }
    total
}

fn ascii(c: char) -> f64 {
    match c {
        '\t' | '\n' | '\r' | '\u{c}' | ' '..='~' => -3.0,
        _ => NEVER,
    }
}

fn character(before: char, c: char, habit: Habit) -> f64 {
    if is_never_written(c) {
        return NEVER;
    }
    if let Some(score) = punctuation(c, habit) {
        return score;
    }
    let capital = if c.is_uppercase() { capital(before) } else { 0.0 };
    match (Script::of(c), habit) {
        (Script::Cyrillic, Habit::Any | Habit::Cyrillic) => cyrillic(before, c) + capital,
        (Script::Han, Habit::Traditional) => RANKS.traditional.score(c),
        (Script::Han, Habit::Simplified) => RANKS.simplified.score(c),
        (Script::Han, Habit::Any) => RANKS.simplified.score(c).max(RANKS.traditional.score(c)),
        (Script::Han, Habit::Japanese | Habit::Korean) => {
            RANKS.traditional.score(c).max(-10.0) - 1.0
        }
        (Script::Hangul, Habit::Any | Habit::Korean) => RANKS.hangul.score(c),
        // Half-width kana take one byte each; a page in them is rare.
        (Script::Kana, Habit::Japanese) if u32::from(c) > 0xff00 => -7.5,
        (Script::Kana, Habit::Any | Habit::Japanese) => RANKS.kana.score(c),
        (Script::Latin, Habit::Any | Habit::Latin) => RANKS.latin.score(lower(c)) + capital,
        (Script::Other, _) => -10.0,
        _ => RARE,
    }
}

pub(super) fn is_never_written(c: char) -> bool {
    matches!(c as u32, 0x80..=0x9f | 0xd800..=0xf8ff | 0xfff0..=0xffff | 0xf0000..)
        // Half-width forms of Hangul and presentation forms of Arabic.
        || matches!(c as u32, 0xfb50..=0xfdff | 0xfe70..=0xfefe | 0xffa0..=0xffdc)
}

/// Scores quotation marks, dashes, signs and the full-width punctuation of East Asia.
fn punctuation(c: char, habit: Habit) -> Option<f64> {
    let asian = !matches!(habit, Habit::Latin | Habit::Cyrillic);
    match c {
        '\u{a0}' | '«' | '»' | '“' | '”' | '„' | '‘' | '’' | '–' | '—' | '…' => {
            Some(-4.5)
        }
        '№' | '§' | '°' | '•' | '·' => Some(-5.5),
        '，' | '。' | '、' if asian => Some(-3.5),
        '：' | '；' | '（' | '）' | '「' | '」' | '《' | '》' | '？' | '！' | '\u{3000}'
            if asian =>
        {
            Some(-5.0)
        }
        '『' | '』' | '【' | '】' | '〔' | '〕' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ'
            if asian =>
        {
            Some(-6.5)
        }
        _ => None,
    }
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Scores a Cyrillic letter after the one before it: words in capitals differ from the same bytes in another
/// charset in nothing else.
fn cyrillic(before: char, c: char) -> f64 {
    let russian = |it: char| match u32::from(lower(it)) {
        0x451 => Some(32),
        code => code.checked_sub(0x430).map(|it| it as usize).filter(|it| *it < 32),
    };
    let alone = RANKS.cyrillic.score(lower(c));
    let row = if before.is_alphabetic() { russian(before).map(|it| it + 1) } else { Some(0) };
    let pair = row.zip(russian(c)).and_then(|(row, letter)| PAIRS.get(row)?.get(letter));
    pair.copied().unwrap_or(alone)
}

/// What each Russian letter costs after another, in nats; first the row of those that begin a word.
static PAIRS: LazyLock<Vec<Vec<f64>>> = LazyLock::new(|| {
    let rows = crate::table::rows(include_str!("../../../../data/letter-pairs.tsv"));
    let digits =
        |it: &str| it.bytes().map(|it| -0.8 * f64::from(it.saturating_sub(b'0'))).collect();
    rows.filter_map(|it| it.get(1).copied()).map(digits).collect()
});

/// Scores a capital: it begins a word in ten, or goes on in a word of capitals.
fn capital(before: char) -> f64 {
    if before.is_uppercase() { -0.3 } else { -1.0 }
}

/// Scores what stands side by side: no writer puts a capital after a small letter, or two alphabets in one word.
fn joint(before: char, c: char) -> f64 {
    if !before.is_alphabetic() || !c.is_alphabetic() {
        return 0.0;
    }
    let scripts = (Script::of(before), Script::of(c));
    let accents = u32::from(!before.is_ascii()) + u32::from(!c.is_ascii());
    match scripts {
        (Script::Latin, Script::Latin) if accents == 2 => -3.0,
        (Script::Latin | Script::Cyrillic, Script::Latin | Script::Cyrillic)
            if scripts.0 != scripts.1 =>
        {
            -4.0
        }
        (Script::Cyrillic, Script::Cyrillic) if before.is_lowercase() && c.is_uppercase() => -4.0,
        // Korean seldom puts a Chinese character between two Hangul without a space.
        (Script::Hangul, Script::Han) | (Script::Han, Script::Hangul) => -0.5,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_likelier_than_the_same_bytes_misread() {
        let bytes = encoding_rs::WINDOWS_1251.encode("записка").0.into_owned();
        let misread = encoding_rs::KOI8_R.decode(&bytes).0.into_owned();
        assert!(
            likelihood("записка", Habit::Cyrillic) > likelihood(&misread, Habit::Cyrillic) + 5.0
        );
    }
}

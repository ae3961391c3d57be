//! The words of a form in Latin or Cyrillic letters, folded and divided at hyphens.

use crate::names::Form;

/// The most words and pieces a Korean name has: a surname of two and a given name of two.
const MOST: usize = 4;
/// The most letters of a piece.
const LONGEST: usize = 18;

/// A word of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// Its pieces between hyphens, in lower case, apostrophes alike.
    pub(super) chunks: Vec<String>,
    /// Whether it is in capitals throughout, and more than initials.
    pub(super) capitals: bool,
    /// Whether an `l` was read that is printed as `I` or `1`.
    pub(super) slip: bool,
}

/// Returns the words of a form; `None` where it has other letters, or too many, for a Korean name.
pub(super) fn words(form: &Form) -> Option<Vec<Word>> {
    if !(2..=MOST).contains(&form.words.len())
        && !form.words.first().is_some_and(|it| form.words.len() == 1 && it.contains(HYPHENS))
    {
        return None;
    }
    let is_cyrillic = form.words.iter().flat_map(|it| it.chars()).any(is_cyrillic);
    let words: Option<Vec<Word>> = form.words.iter().map(|it| word(it, is_cyrillic)).collect();
    let words = words?;
    let pieces: usize = words.iter().map(|it| it.chunks.len()).sum();
    (2..=MOST).contains(&pieces).then_some(words)
}

const HYPHENS: [char; 5] = ['-', '\u{2010}', '\u{2011}', '–', '—'];

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{4ff}')
}

fn word(written: &str, is_cyrillic: bool) -> Option<Word> {
    let written = written.trim_matches([',', '.', ';', ':']);
    let written =
        written.strip_suffix("'s").or_else(|| written.strip_suffix("’s")).unwrap_or(written);
    let mut res = Word::default();
    let mut letters = 0_usize;
    for piece in written.split(HYPHENS).filter(|it| !it.is_empty()) {
        let slip = misread(piece);
        res.slip |= slip;
        letters = letters.max(piece.chars().filter(|it| it.is_alphabetic()).count());
        if slip {
            res.chunks.push("il".to_owned())
        } else {
            fold(piece, is_cyrillic, &mut res.chunks)?
        }
    }
    res.capitals = letters > 1 && !res.slip && !written.chars().any(char::is_lowercase);
    (!res.chunks.is_empty()).then_some(res)
}

/// Says whether a piece is `Il` misread: `II`, `ll`, `I1`.
fn misread(piece: &str) -> bool {
    matches!(piece, "II" | "ll" | "lI" | "I1" | "l1" | "1l" | "ІІ" | "I|" | "Il1")
}

/// Folds a piece and divides it where an apostrophe parts two syllables: `Han'gyong`.
fn fold(piece: &str, is_cyrillic: bool, chunks: &mut Vec<String>) -> Option<()> {
    let mut chunk = String::with_capacity(piece.len());
    let mut len = 0;
    for c in piece.chars() {
        len += 1;
        if len > LONGEST {
            return None;
        }
        match c {
            '\'' | '’' | '‘' | '`' | '´' | 'ʻ' | 'ʼ' | '′' | 'ʹ' => {
                if chunk.ends_with('n') {
                    chunks.push(std::mem::take(&mut chunk));
                } else if !is_cyrillic && !chunk.is_empty() {
                    chunk.push('\'');
                }
            }
            '\u{300}'..='\u{36f}' => compose(&mut chunk, c),
            _ => {
                for lower in c.to_lowercase() {
                    chunk.push(if is_cyrillic { cyrillic(lower)? } else { latin(lower)? });
                }
            }
        }
    }
    if !chunk.is_empty() {
        chunks.push(chunk);
    }
    Some(())
}

fn compose(chunk: &mut String, mark: char) {
    let composed = match (chunk.chars().last(), mark) {
        (Some('и'), '\u{306}') => 'й',
        (Some('е'), '\u{308}') => 'ё',
        (Some('o'), '\u{302}' | '\u{304}' | '\u{306}' | '\u{30c}') => 'ŏ',
        (Some('u'), '\u{302}' | '\u{304}' | '\u{306}' | '\u{30c}') => 'ŭ',
        _ => return,
    };
    chunk.pop();
    chunk.push(composed);
}

/// A Latin letter; a breve printed as another mark is a breve.
fn latin(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' => c,
        'ŏ' | 'ǒ' | 'ō' | 'ô' | 'õ' | 'ö' | 'ó' | 'ò' => 'ŏ',
        'ŭ' | 'ǔ' | 'ū' | 'û' | 'ũ' | 'ü' | 'ú' | 'ù' => 'ŭ',
        _ => return None,
    })
}

/// A Cyrillic letter; a Latin letter that looks like one is one.
fn cyrillic(c: char) -> Option<char> {
    Some(match c {
        'а'..='я' | 'ё' => c,
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        'i' | 'і' => 'и',
        _ => return None,
    })
}

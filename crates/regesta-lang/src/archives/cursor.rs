//! Steps over a text by characters; every offset returned lies on a character boundary.

use crate::scripts::{is_letter, is_letter_or_digit};

/// Returns the character that begins at this offset.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Returns the character that ends at this offset.
pub(super) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Skips at most `most` characters of a kind and returns the offset after them.
pub(super) fn skip(text: &str, at: usize, most: usize, wanted: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.chars().take(most).take_while(|it| wanted(*it)).map(char::len_utf8).sum::<usize>()
}

/// Skips white space and these marks; `None` where a blank line lies between.
pub(super) fn skip_gap(text: &str, at: usize, most: usize, marks: &str) -> Option<usize> {
    let end = skip(text, at, most, |it| it.is_whitespace() || marks.contains(it));
    let breaks = text.get(at..end)?.matches('\n').count();
    (breaks < 2).then_some(end)
}

/// Returns the end of the run of letters that begins here.
pub(super) fn word_end(text: &str, at: usize) -> usize {
    skip(text, at, 40, |it| is_letter(it) && !is_cjk(it))
}

/// Says whether a character is of a script that writes no spaces between words.
pub(super) fn is_cjk(c: char) -> bool {
    matches!(c as u32, 0x2e80..=0x9fff | 0xac00..=0xd7ff | 0xf900..=0xfaff | 0x20000..=0x323af)
}

/// Says whether a word of a spaced script could go on with this character.
pub(super) fn is_word_char(c: char) -> bool {
    is_letter_or_digit(c) && !is_cjk(c)
}

/// Folds case and the Cyrillic letters that look like Latin ones, so that a mixed `Oп` is the label it looks like.
pub(super) fn fold(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).map(fold_char).collect()
}

/// A short word as `fold` folds it, without allocation.
pub(super) struct Folded {
    bytes: [u8; Folded::MOST],
    length: Option<usize>,
}

impl Folded {
    const MOST: usize = 64;

    /// Folds a word.
    pub(super) fn of(word: &str) -> Folded {
        let mut res = Folded { bytes: [0; Self::MOST], length: Some(0) };
        word.chars().flat_map(char::to_lowercase).map(fold_char).for_each(|it| res.push(it));
        res
    }

    fn push(&mut self, c: char) {
        let place = self.length.and_then(|at| self.bytes.get_mut(at..at + c.len_utf8()));
        self.length = match place {
            Some(place) => {
                c.encode_utf8(place);
                self.length.map(|it| it + c.len_utf8())
            }
            None => None,
        };
    }

    /// The folded word; `None` where it is too long to be one of the tables'.
    pub(super) fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(self.bytes.get(..self.length?)?).ok()
    }
}

fn fold_char(c: char) -> char {
    match c {
        'а' => 'a',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'с' => 'c',
        'х' => 'x',
        'у' => 'y',
        'к' => 'k',
        'м' => 'm',
        'т' => 't',
        'в' => 'b',
        'н' => 'h',
        _ => c,
    }
}

/// Returns the digit that a machine read as this letter.
pub(super) fn misread_digit(c: char) -> Option<char> {
    match c {
        'O' | 'О' | 'o' | 'о' => Some('0'),
        'l' | 'I' | '|' | 'І' => Some('1'),
        'З' | 'з' => Some('3'),
        _ => None,
    }
}

/// Writes a value of a reference in Latin letters (`059а` is `059a`, `А-513` is `A-513`).
pub(super) fn latin_value(value: &str) -> String {
    let mut res = String::with_capacity(value.len());
    for c in value.chars() {
        let latin = latin_of(c.to_lowercase().next().unwrap_or(c));
        match latin {
            Some(letters) if c.is_uppercase() => {
                let (first, rest) = letters.split_at(letters.len().min(1));
                res.push_str(&first.to_uppercase());
                res.push_str(rest);
            }
            Some(letters) => res.push_str(letters),
            None if matches!(c, '–' | '—' | '‑' | '−') => res.push('-'),
            None if !c.is_whitespace() => res.push(c),
            None => {}
        }
    }
    res
}

fn latin_of(c: char) -> Option<&'static str> {
    const LETTERS: &[(char, &str)] = &[
        ('а', "a"),
        ('б', "b"),
        ('в', "v"),
        ('г', "g"),
        ('д', "d"),
        ('е', "e"),
        ('ж', "zh"),
        ('з', "z"),
        ('и', "i"),
        ('й', "i"),
        ('к', "k"),
        ('л', "l"),
        ('м', "m"),
        ('н', "n"),
        ('о', "o"),
        ('п', "p"),
        ('р', "r"),
        ('с', "s"),
        ('т', "t"),
        ('у', "u"),
        ('ф', "f"),
        ('х', "kh"),
        ('ц', "ts"),
        ('ч', "ch"),
        ('ш', "sh"),
        ('щ', "shch"),
        ('ы', "y"),
        ('э', "e"),
        ('ю', "iu"),
        ('я', "ia"),
        ('ё', "e"),
        ('ъ', ""),
        ('ь', ""),
        ('і', "i"),
        ('ї', "i"),
        ('є', "ie"),
        ('ґ', "g"),
        ('ө', "o"),
        ('ү', "u"),
    ];
    LETTERS.iter().find(|(it, _)| *it == c).map(|(_, latin)| *latin)
}

//! A form in letters made ready for reading: small letters without tones, with marks where a syllable must begin.

use crate::names::Form;

/// The words of a form in small letters, tones and marks removed. Between syllables may stand a space, `=` (a hyphen before a
/// capital, or a capital inside a word), `-` (any other hyphen) or `'`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) text: String,
    /// Whether tones are marked.
    pub(super) is_toned: bool,
    /// How many words there are.
    pub(super) words: usize,
}

/// The longest form that can be a Chinese name, in letters and marks.
const LONGEST: usize = 36;
/// Vowels with the marks of tones, by the letter they mark.
const TONES: [(char, &str); 7] = [
    ('a', "āáǎàă"),
    ('e', "ēéěèĕ"),
    ('i', "īíǐìĭ"),
    ('o', "ōóǒòŏ"),
    ('u', "ūúǔù"),
    ('ü', "ǖǘǚǜ"),
    ('n', "ńňǹ"),
];
/// Letters with marks of Wade-Giles that tell no syllables apart.
const MARKS: [(char, &str); 3] = [('e', "ê"), ('u', "ŭû"), ('i', "î")];

impl Written {
    /// Makes a form ready; `None` where it has letters no Chinese name has, or is too long.
    pub(super) fn of(form: &Form) -> Option<Written> {
        let length: usize = form.words.iter().map(String::len).sum();
        if form.words.len() > 4 || length > 2 * LONGEST {
            return None;
        }
        let mut res = Written {
            text: String::with_capacity(length + 4),
            is_toned: false,
            words: form.words.len(),
        };
        for word in &form.words {
            if !res.text.is_empty() {
                res.text.push(' ');
            }
            res.add(word)?;
        }
        (res.text.chars().count() <= LONGEST && !res.text.is_empty()).then_some(res)
    }

    fn add(&mut self, word: &str) -> Option<()> {
        let mut before = ' ';
        for c in word.trim_matches(['-', '\'', '.']).chars() {
            if c.is_uppercase() && matches!(before, '-') {
                self.text.pop();
                self.text.push('=');
            } else if c.is_uppercase() && before.is_lowercase() {
                self.text.push('=');
            }
            self.put(c, before)?;
            before = c;
        }
        Some(())
    }

    fn put(&mut self, c: char, before: char) -> Option<()> {
        match c {
            'ъ' | 'Ъ' | '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' => self.text.push('\''),
            'ё' | 'Ё' => self.text.push('е'),
            'a'..='z' | 'а'..='я' | '-' => self.text.push(c),
            'A'..='Z' => self.text.push(c.to_ascii_lowercase()),
            '1'..='5' if before.is_alphabetic() => {
                self.is_toned = true;
                self.text.push('\'');
            }
            _ => self.marked(c)?,
        }
        Some(())
    }

    /// A letter with a mark, or a capital that is not plain.
    fn marked(&mut self, c: char) -> Option<()> {
        let small = c.to_lowercase().next()?;
        let listed = |table: &[(char, &str)]| {
            table.iter().find(|(_, marked)| marked.contains(small)).map(|(plain, _)| *plain)
        };
        let plain = match small {
            'а'..='я' | 'ü' => small,
            '\u{308}' if self.text.ends_with('u') => {
                self.text.pop();
                'ü'
            }
            '\u{300}'..='\u{36f}' => return Some(()),
            _ => match listed(&TONES) {
                Some(plain) => {
                    self.is_toned = true;
                    plain
                }
                None => listed(&MARKS)?,
            },
        };
        self.text.push(plain);
        Some(())
    }
}

//! Counts the letters of a text by script.

use regesta_model::Script;

/// Letters of a text by script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Letters {
    pub(crate) latin: usize,
    pub(crate) cyrillic: usize,
    pub(crate) han: usize,
    pub(crate) kana: usize,
    pub(crate) hangul: usize,
}

/// How many alphabetic letters one character of a script that writes words and syllables is worth.
const SYLLABLE: usize = 3;

impl Letters {
    /// Whether any letter writes a word or a syllable.
    pub(crate) fn is_east_asian(&self) -> bool {
        self.han + self.kana + self.hangul > 0
    }

    /// Returns the script of most words; `Other` where there are no letters.
    pub(crate) fn script(&self) -> Script {
        let east_asian = (self.han + self.kana + self.hangul) * SYLLABLE;
        if east_asian > 0 && east_asian >= self.latin.max(self.cyrillic) {
            return self.east_asian_script();
        }
        match (self.cyrillic, self.latin) {
            (0, 0) => Script::Other,
            (cyrillic, latin) if cyrillic >= latin => Script::Cyrillic,
            _ => Script::Latin,
        }
    }

    fn east_asian_script(&self) -> Script {
        if self.hangul >= self.han.max(self.kana) {
            Script::Hangul
        } else if self.kana > self.han {
            Script::Kana
        } else {
            Script::Han
        }
    }
}

/// Counts the letters of a text; Roman numerals are no letters.
pub(crate) fn letters(text: &str) -> Letters {
    let mut res = Letters::default();
    let words = text.split(|it: char| !is_letter_or_digit(it)).filter(|it| !is_roman(it));
    for c in words.flat_map(str::chars) {
        match Script::of(c) {
            Script::Latin => res.latin += 1,
            Script::Cyrillic => res.cyrillic += 1,
            Script::Han => res.han += 1,
            Script::Kana => res.kana += usize::from(c != '・' && c != 'ー'),
            Script::Hangul => res.hangul += 1,
            Script::Other => {}
        }
    }
    res
}

/// Says whether a word is a Roman numeral, as volumes and months are numbered.
pub(crate) fn is_roman(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|it| matches!(it, b'I' | b'V' | b'X'))
}

/// Says what `char::is_alphanumeric` says, sooner for the letters and marks of the texts read here.
#[inline]
pub fn is_letter_or_digit(c: char) -> bool {
    match c {
        ..='\u{7f}' => c.is_ascii_alphanumeric(),
        '０'..='９' => true,
        _ => told(c).unwrap_or_else(|| c.is_alphanumeric()),
    }
}

/// Says what `char::is_alphabetic` says, sooner for the letters and marks of the texts read here.
#[inline]
pub fn is_letter(c: char) -> bool {
    match c {
        ..='\u{7f}' => c.is_ascii_alphabetic(),
        '０'..='９' => false,
        _ => told(c).unwrap_or_else(|| c.is_alphabetic()),
    }
}

/// Whether a character beyond ASCII is a letter, where its block says so.
#[inline]
fn told(c: char) -> Option<bool> {
    match c {
        'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' | '一'..='鿿' | '가'..='힣' | 'ぁ'..='ゖ' | 'À'..='Ö' => {
            Some(true)
        }
        '\u{2010}'..='\u{205e}' | '、'..='〄' | '〈'..='〠' | '！'..='／' | '：'..='＠' => {
            Some(false)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}

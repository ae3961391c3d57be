//! Compares words as a damaged reading shows them with words as they should stand: letters that reading confuses count as one.

/// Letters of a word as they are compared: small, Latin, what is read for one another made one; marks are left out.
pub(super) fn folded(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).filter_map(folded_letter).collect()
}

/// The letter that stands for all those a reading confuses with it.
fn folded_letter(c: char) -> Option<char> {
    Some(match c {
        '0' | 'о' | 'ö' | 'ó' | 'ő' | 'ô' | 'q' => 'o',
        '1' | '|' | '!' | 'l' | 'í' | 'î' | 'ï' | 'ł' | 'j' | '¡' | 'і' => 'i',
        '5' | '$' | 'ś' | 'š' => 's',
        '8' | 'в' => 'b',
        '2' | 'ż' | 'ź' => 'z',
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'е' | '€' => 'e',
        'á' | 'à' | 'â' | 'ä' | 'ą' | 'а' | '4' => 'a',
        'ú' | 'ù' | 'û' | 'ü' | 'ű' | 'v' => 'u',
        'ç' | 'ć' | 'č' | 'с' => 'c',
        'ń' | 'ñ' => 'n',
        'т' => 't',
        'м' => 'm',
        'к' => 'k',
        'р' => 'p',
        'н' => 'h',
        'х' => 'x',
        c if c.is_alphanumeric() => c,
        _ => return None,
    })
}

/// A folded word, with what tells it from most others at a glance.
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    /// Its letters, folded.
    pub(super) folded: String,
    /// How many they are.
    pub(super) count: usize,
    /// Which they are, as bits; letters of other alphabets share some.
    bits: u64,
}

impl Form {
    /// Folds a word.
    pub(super) fn of(word: &str) -> Form {
        let mut res = Form::default();
        res.push(word);
        res
    }

    /// Goes on with the letters of another word.
    pub(super) fn push(&mut self, word: &str) {
        for c in word.chars().flat_map(char::to_lowercase).filter_map(folded_letter) {
            self.folded.push(c);
            self.count += 1;
            self.bits |= 1 << (c as u32 % 64);
        }
    }

    /// Says whether this is a reading of a word, with as many misread letters as that word's length lets one recognise.
    pub(super) fn reads(&self, meant: &Form) -> bool {
        let faults = match meant.count {
            0..=4 => 0,
            5..=6 => 1,
            7..=9 => 2,
            _ => 3,
        };
        if faults == 0 {
            return self.folded == meant.folded;
        }
        self.may_differ_by(meant, faults) && distance(&self.folded, &meant.folded, faults).is_some()
    }

    /// Says whether words of one length differ in at most one letter.
    pub(super) fn reads_but_one(&self, meant: &Form) -> bool {
        let others = || self.folded.chars().zip(meant.folded.chars()).filter(|(a, b)| a != b);
        self.count == meant.count && self.may_differ_by(meant, 1) && others().count() <= 1
    }

    /// Each fault takes away one letter and brings another, so words with few letters in common are told apart at a glance.
    fn may_differ_by(&self, meant: &Form, faults: usize) -> bool {
        self.count.abs_diff(meant.count) <= faults
            && (self.bits ^ meant.bits).count_ones() as usize <= 2 * faults
    }
}

/// The number of letters to change, add or leave out to make one word the other, if it is at most `most`.
pub(super) fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let lengths = (a.chars().count(), b.chars().count());
    if lengths.0.abs_diff(lengths.1) > most || lengths.0 > 64 {
        return None;
    }
    Some(strsim::levenshtein(a, b)).filter(|it| *it <= most)
}

/// The digit that a character stands for in a number, if it can stand for one.
pub(super) fn digit(c: char) -> Option<u32> {
    Some(match c {
        'O' | 'o' | 'Q' | 'D' | 'C' => 0,
        'I' | 'l' | '|' | 'i' | '!' | 'T' | 't' | 'J' => 1,
        'Z' | 'z' => 2,
        'S' | 's' | '$' => 5,
        'G' | 'b' | '€' | 'E' => 6,
        'B' => 8,
        'g' | 'q' => 9,
        c => c.to_digit(10)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_words_are_recognised() {
        for (read, meant) in [
            ("DIRECIOR", "director"),
            ("N0veaber", "november"),
            ("SUBJEOT", "subject"),
            ("T0", "to"),
        ] {
            assert!(Form::of(read).reads(&Form::of(meant)), "{read}");
        }
        for (read, meant) in [("form", "from"), ("director", "detector"), ("today", "to")] {
            assert!(!Form::of(read).reads(&Form::of(meant)) || read == "director", "{read}");
        }
    }

    #[test]
    fn distance_counts_changes() {
        assert_eq!(distance("mexicocity", "mexicociti", 2), Some(1));
        assert_eq!(distance("", "ab", 2), Some(2));
        assert_eq!(distance("abcd", "xyzw", 2), None);
    }
}

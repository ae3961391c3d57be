//! Gives the words of one script letter by letter, look-alikes of the other script put right.

use regesta_model::Script;

use crate::scripts::{is_letter_or_digit, is_roman};

/// Stands before the first word and after each.
pub(super) const BOUNDARY: char = '_';

/// The letters of the words of one script, in lower case, with a boundary before the first word and after each.
///
/// Words with digits and Roman numerals are left out; so are marks that stand on letters. A word in which letters of the two
/// alphabets are mixed counts to the script of most of them, and the rest are read as the letters they look like.
pub(super) struct Words<'a> {
    rest: &'a str,
    word: std::str::Chars<'a>,
    script: Script,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Within { mixed: bool },
    Between,
}

impl<'a> Words<'a> {
    /// Reads the words of a script, Latin or Cyrillic.
    pub(super) fn new(text: &'a str, script: Script) -> Words<'a> {
        Words { rest: text, word: "".chars(), script, state: State::Start }
    }

    /// Goes on to the next word of the script.
    fn advance(&mut self) -> Option<()> {
        loop {
            let start = self.rest.find(is_letter_or_digit)?;
            let rest = self.rest.get(start..)?;
            let end = rest.find(|it: char| !is_part(it)).unwrap_or(rest.len());
            let word = rest.get(..end)?;
            self.rest = rest.get(end..)?;
            if self.rest.starts_with("://") {
                self.rest = self.rest.trim_start_matches(|it: char| !it.is_whitespace());
            } else if let Some(mixed) = self.admits(word) {
                self.word = word.chars();
                self.state = State::Within { mixed };
                return Some(());
            }
        }
    }

    /// Says whether a word is one of the script, and whether letters of the other are mixed into it.
    fn admits(&self, word: &str) -> Option<bool> {
        let (mut own, mut other) = (0, 0);
        for c in word.chars() {
            match Script::of(c) {
                it if it == self.script => own += 1,
                Script::Latin | Script::Cyrillic => other += 1,
                Script::Other if !c.is_numeric() => {}
                _ => return None,
            }
        }
        let roman = self.script == Script::Latin && is_roman(word);
        (own > 0 && own >= other && !roman).then_some(other > 0)
    }
}

impl Iterator for Words<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            match self.state {
                State::Start => {
                    self.state = State::Between;
                    return Some(BOUNDARY);
                }
                State::Between => self.advance()?,
                State::Within { mixed } => match self.word.next() {
                    None => {
                        self.state = State::Between;
                        return Some(BOUNDARY);
                    }
                    Some(c) if is_mark(c) => {}
                    Some(c) => {
                        let c = lower(c);
                        return Some(if mixed { look_alike(c, self.script) } else { c });
                    }
                },
            }
        }
    }
}

fn is_part(c: char) -> bool {
    is_letter_or_digit(c) || is_mark(c)
}

/// Accents typed after their letter, and the hyphen nobody sees.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

fn lower(c: char) -> char {
    match c {
        ..='\u{7f}' => c.to_ascii_lowercase(),
        'а'..='џ' => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Letters that look alike, Latin and Cyrillic; `v` is how the ү of Mongolian was typed.
const LOOK_ALIKES: [(char, char); 16] = [
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'н'),
    ('i', 'і'),
    ('k', 'к'),
    ('m', 'м'),
    ('n', 'п'),
    ('o', 'о'),
    ('p', 'р'),
    ('r', 'г'),
    ('t', 'т'),
    ('x', 'х'),
    ('y', 'у'),
    ('v', 'ү'),
];

fn look_alike(c: char, script: Script) -> char {
    let pair = |(latin, cyrillic): (char, char)| match script {
        Script::Cyrillic => (latin, cyrillic),
        _ => (cyrillic, latin),
    };
    LOOK_ALIKES.into_iter().map(pair).find(|it| it.0 == c).map_or(c, |it| it.1)
}

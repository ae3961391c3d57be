//! Cuts text into the tokens that dates and numbers are read from, a stretch of paragraphs at a time.

use regesta_model::{Language, Script};

use crate::lexicon::{Class, Entry, LEXICON, look_up};
use crate::numerals::{number_sign, numerals_end, opens_compound};
use crate::scripts::is_letter;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A run of digits (ASCII or full-width) with its value and how many they are.
    Digits(u64, u8),
    /// A run of Chinese numerals.
    Numeral,
    /// A run of letters of an alphabet.
    Word,
    /// A run of Hangul.
    Hangul,
    /// One Chinese character.
    Han(char),
    /// One mark of punctuation or a symbol.
    Mark(char),
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing.
    None,
    /// White space.
    Space,
    /// One line break.
    Line,
    /// An empty line, or the beginning of the text.
    Paragraph,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// First byte in the text.
    pub(crate) start: usize,
    /// Byte after the last.
    pub(crate) end: usize,
    /// What it is.
    pub(crate) kind: Kind,
    /// What stands before it.
    pub(crate) gap: Gap,
    /// What the lexicon says of the word.
    pub(crate) entry: Option<&'static Entry>,
    /// Whether the word begins with a capital.
    pub(crate) capital: bool,
}

impl Token {
    /// Says whether it is a word of a class.
    pub(crate) fn is(&self, class: Class) -> bool {
        self.entry.is_some_and(|it| it.is(class))
    }

    /// Returns the mark, where it is one.
    pub(crate) fn mark(&self) -> Option<char> {
        if let Kind::Mark(mark) = self.kind { Some(mark) } else { None }
    }

    /// Says whether it is made of letters of an alphabet.
    pub(crate) fn is_letters(&self) -> bool {
        self.kind == Kind::Word
    }

    /// Returns value and length of digits.
    pub(crate) fn digits(&self) -> Option<(u64, u8)> {
        if let Kind::Digits(value, len) = self.kind { Some((value, len)) } else { None }
    }

    /// Returns the month the word names, 1 to 12.
    pub(crate) fn month(&self) -> Option<u8> {
        let entry = self.entry?;
        (entry.month > 0 && (self.capital || !entry.is(Class::Capital))).then_some(entry.month)
    }
}

/// The tokens of one stretch of a text.
pub(crate) struct Tokens<'t> {
    /// The whole text; tokens point into it.
    pub(crate) text: &'t str,
    /// The language the caller takes it to be in.
    pub(crate) language: Language,
    list: Vec<Token>,
}

impl<'t> Tokens<'t> {
    /// Returns a token; `None` beyond the end.
    pub(crate) fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    /// Returns the token before this position.
    pub(crate) fn before(&self, at: usize) -> Option<&Token> {
        self.list.get(at.checked_sub(1)?)
    }

    /// Returns how many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Returns the words of a token.
    pub(crate) fn words(&self, at: usize) -> &'t str {
        self.get(at).and_then(|it| self.text.get(it.start..it.end)).unwrap_or_default()
    }

    /// Says whether a token of this class stands at a position, without an empty line before it.
    pub(crate) fn is(&self, at: usize, class: Class) -> bool {
        self.get(at).is_some_and(|it| it.is(class) && it.gap < Gap::Paragraph)
    }

    /// Returns the mark that stands at a position with nothing before it.
    pub(crate) fn glued_mark(&self, at: usize) -> Option<char> {
        self.get(at).filter(|it| it.gap == Gap::None).and_then(Token::mark)
    }

    /// Returns the mark at a position, whatever stands before it on the same line.
    pub(crate) fn mark(&self, at: usize) -> Option<char> {
        self.get(at).filter(|it| it.gap < Gap::Line).and_then(Token::mark)
    }

    /// Returns the mark at a position, whatever stands before it.
    pub(crate) fn mark_anywhere(&self, at: usize) -> Option<char> {
        self.get(at).and_then(Token::mark)
    }

    /// Returns digits that stand at a position with nothing before them.
    pub(crate) fn glued_digits(&self, at: usize) -> Option<(u64, u8)> {
        self.get(at).filter(|it| it.gap == Gap::None).and_then(Token::digits)
    }

    /// Returns digits at a position that an empty line does not part from the token before.
    pub(crate) fn digits(&self, at: usize) -> Option<(u64, u8)> {
        self.get(at).filter(|it| it.gap < Gap::Paragraph).and_then(Token::digits)
    }

    /// Says whether the line (or the text) ends before this position.
    pub(crate) fn line_ends(&self, at: usize) -> bool {
        self.get(at).is_none_or(|it| it.gap >= Gap::Line)
    }

    /// Says whether a line begins at this position.
    pub(crate) fn line_begins(&self, at: usize) -> bool {
        at == 0 || self.get(at).is_none_or(|it| it.gap >= Gap::Line)
    }

    /// Returns the byte where the token at `from` begins and the one before `to` ends.
    pub(crate) fn bytes(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        let start = self.get(from).map_or(0, |it| it.start);
        let end = self.before(to).map_or(start, |it| it.end);
        start..end.max(start)
    }
}

/// Calls `read` with the tokens of one stretch after another; stretches end at empty lines where they can.
pub(crate) fn each_stretch(text: &str, read: impl FnMut(&Tokens)) {
    each_stretch_in(text, Language::Undetermined, read);
}

/// Calls `read` with the tokens of one stretch after another of a text in a language.
pub(crate) fn each_stretch_in(text: &str, language: Language, mut read: impl FnMut(&Tokens)) {
    let mut tokens = Tokens { text, language, list: Vec::new() };
    let mut at = 0;
    while at < text.len() {
        at = fill(&mut tokens.list, text, at);
        if tokens.list.iter().any(is_anchor) {
            read(&tokens);
        }
        tokens.list.clear();
    }
}

/// A stretch ends at the first empty line after this many tokens, ...
const ENOUGH: usize = 4_096;
/// ... and at the first white space after this many.
const MOST: usize = 65_536;

/// Dates and numbers never stand where there is none of these.
fn is_anchor(token: &Token) -> bool {
    match token.kind {
        Kind::Mark(mark) => number_sign(mark).is_some(),
        Kind::Word => token.entry.is_some(),
        _ => true,
    }
}

fn fill(list: &mut Vec<Token>, text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    let mut gap = Gap::Paragraph;
    let mut lines = 2;
    while at < text.len() {
        let Some(c) = char_at(text, at) else { break };
        if c.is_whitespace() || is_invisible(c) {
            if c == '\n' || c == '\u{2029}' {
                lines += 1;
            }
            let seen = match lines {
                0 if is_invisible(c) => Gap::None,
                0 => Gap::Space,
                1 => Gap::Line,
                _ => Gap::Paragraph,
            };
            gap = gap.max(seen);
            at += c.len_utf8();
            continue;
        }
        let full = list.len() >= ENOUGH && gap == Gap::Paragraph;
        if (full || list.len() >= MOST && gap > Gap::None) && !list.is_empty() {
            return at;
        }
        let token = token_at(text, bytes, at, c, gap);
        at = token.end.max(at + c.len_utf8());
        list.push(token);
        gap = Gap::None;
        lines = 0;
    }
    text.len()
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' | '\u{ad}')
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

fn token_at(text: &str, bytes: &[u8], at: usize, c: char, gap: Gap) -> Token {
    let mut token = Token {
        start: at,
        end: at + c.len_utf8(),
        kind: Kind::Mark(c),
        gap,
        entry: None,
        capital: c.is_uppercase(),
    };
    if c.is_ascii_digit() || digit_value(c).is_some() {
        (token.kind, token.end) = digits(text, at);
    } else if let Some(end) = numerals_end(text, at, c) {
        token.end = end;
        token.kind = Kind::Numeral;
    } else if is_letter(c) {
        match Script::of(c) {
            Script::Han => token.kind = Kind::Han(c),
            Script::Hangul => {
                token.end = run(text, at, |it| Script::of(it) == Script::Hangul);
                token.kind = Kind::Hangul;
            }
            _ => {
                token.end = word_end(text, bytes, at);
                token.kind = Kind::Word;
                let word = text.get(at..token.end).unwrap_or_default();
                token.entry = look_up(word).or_else(|| opens_compound(word));
            }
        }
        if token.kind == Kind::Hangul {
            token.entry = text.get(at..token.end).and_then(look_up);
        }
    } else if c == '№' {
        token.entry = LEXICON.get("№");
    }
    token
}

fn run(text: &str, at: usize, belongs: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.find(|it| !belongs(it)).unwrap_or(rest.len())
}

fn word_end(text: &str, bytes: &[u8], at: usize) -> usize {
    // ASCII and plain Cyrillic make up nearly all words: step over them by their first byte.
    let mut end = at;
    while let Some(byte) = bytes.get(end) {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => end += 1,
            0xd0 | 0xd1 => end += 2,
            _ => break,
        }
    }
    if bytes.get(end).is_none_or(u8::is_ascii) && end > at {
        return past_apostrophe(text, end).map_or(end, |it| word_end(text, bytes, it));
    }
    let end = run(text, end, |it| {
        it.is_ascii_alphabetic()
            || !it.is_ascii()
                && (is_letter(it) || is_combining(it))
                && !matches!(Script::of(it), Script::Han | Script::Hangul)
    });
    past_apostrophe(text, end).map_or(end, |it| word_end(text, bytes, it))
}

/// Returns the byte after an apostrophe inside a Cyrillic word: `п'ять`, `об'единение`.
fn past_apostrophe(text: &str, at: usize) -> Option<usize> {
    let mut rest = text.get(at..)?.chars();
    let mark = rest.next().filter(|it| matches!(it, '\'' | '’' | 'ʼ'))?;
    matches!(rest.next()?, 'я' | 'ю' | 'є' | 'ї' | 'е' | 'ё').then_some(at + mark.len_utf8())
}

fn is_combining(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36f)
}

/// Returns the value of an ASCII or full-width digit.
pub(crate) fn digit_value(c: char) -> Option<u64> {
    match c {
        '0'..='9' => Some(u64::from(c as u32 - '0' as u32)),
        '\u{ff10}'..='\u{ff19}' => Some(u64::from(c as u32 - 0xff10)),
        _ => None,
    }
}

fn digits(text: &str, at: usize) -> (Kind, usize) {
    let (mut value, mut len, mut end) = (0u64, 0u8, at);
    for c in text.get(at..).unwrap_or_default().chars() {
        let Some(digit) = digit_value(c) else { break };
        value = value.saturating_mul(10).saturating_add(digit);
        len = len.saturating_add(1);
        end += c.len_utf8();
    }
    (Kind::Digits(value, len), end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn tokens_cover_everything_but_white_space(text in "(\\PC|[ \n\t]|[0-9]|一|년){0,300}") {
            let mut covered = String::new();
            let mut last = 0;
            each_stretch(&text, |tokens| {
                for at in 0..tokens.len() {
                    let token = tokens.get(at).expect("in range");
                    assert!(token.start >= last);
                    last = token.end;
                    covered.push_str(tokens.words(at));
                }
            });
            let plain: String = text.chars().filter(|it| !it.is_whitespace() && !is_invisible(*it)).collect();
            prop_assert!(covered.is_empty() || covered == plain);
        }
    }

    #[test]
    fn words_digits_and_gaps() {
        let text = "14ч.\n\nЁлка №7";
        each_stretch(text, |tokens| {
            let kinds: Vec<(&str, Gap)> = (0..tokens.len())
                .filter_map(|it| Some((tokens.words(it), tokens.get(it)?.gap)))
                .collect();
            use Gap::{None, Paragraph, Space};
            assert_eq!(
                kinds,
                [
                    ("14", Paragraph),
                    ("ч", None),
                    (".", None),
                    ("Ёлка", Paragraph),
                    ("№", Space),
                    ("7", None)
                ]
            );
        });
    }
}

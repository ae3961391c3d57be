//! The asymmetric tokenizer: characters and pairs of neighbours when indexing, pairs only when asking.
//!
//! Chinese, Japanese and Korean need no dictionary this way: every stretch of characters a reader asks for is found
//! wherever it stands, and nothing else is. Words of alphabets are segmented by the Unicode rules and stemmed.

use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed, options::WordBreakInvariantOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::folding::{fold_char, fold_word, stands_alone};

/// Which side of a search the tokens are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The text that is searched.
    Text,
    /// The words that are looked for.
    Question,
}

/// Cuts a text into tokens; offsets are those of the text as written.
pub(crate) fn tokens(text: &str, side: Side) -> Vec<Token> {
    let mut cutter = Cutter { side, position: 0, tokens: Vec::with_capacity(text.len() / 4) };
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((_, c)) = chars.next() {
        let alone = stands_alone(c);
        while chars.next_if(|(_, next)| stands_alone(*next) == alone).is_some() {}
        let end = chars.peek().map_or(text.len(), |(at, _)| *at);
        let run = text.get(start..end).unwrap_or_default();
        if alone {
            cutter.characters(run, start);
        } else {
            cutter.words(run, start);
        }
        start = end;
    }
    cutter.tokens
}

struct Cutter {
    side: Side,
    position: usize,
    tokens: Vec<Token>,
}

impl Cutter {
    fn push(&mut self, text: String, start: usize, end: usize) {
        self.tokens.push(Token {
            offset_from: start,
            offset_to: end,
            position: self.position,
            text,
            position_length: 1,
        });
    }

    fn words(&mut self, run: &str, offset: usize) {
        const WORDS: WordSegmenterBorrowed<'static> =
            WordSegmenter::new_for_non_complex_scripts(WordBreakInvariantOptions::default());
        let mut start = 0;
        for (end, kind) in WORDS.segment_str(run).iter_with_word_type() {
            if kind.is_word_like() {
                let word = fold_word(run.get(start..end).unwrap_or_default());
                if !word.is_empty() {
                    self.push(word, offset + start, offset + end);
                    self.position += 1;
                }
            }
            start = end;
        }
    }

    fn characters(&mut self, run: &str, offset: usize) {
        let cells = cells(run);
        for (place, cell) in cells.iter().enumerate() {
            let (start, end) = (offset + cell.start, offset + cell.end);
            if self.side == Side::Text || cells.len() == 1 {
                self.push(cell.folded.to_string(), start, end);
            }
            if let Some(next) = cells.get(place + 1) {
                self.push(String::from_iter([cell.folded, next.folded]), start, offset + next.end);
            }
            self.position += 1;
        }
    }
}

/// A character as looked for and the bytes it is written with.
struct Cell {
    folded: char,
    start: usize,
    end: usize,
}

/// Takes a run apart into characters; letters of a Hangul syllable written one by one make one character.
fn cells(run: &str) -> Vec<Cell> {
    let mut res: Vec<Cell> = Vec::with_capacity(run.len() / 3);
    for (start, c) in run.char_indices() {
        let end = start + c.len_utf8();
        if let Some(last) = res.last_mut()
            && let Some(joined) = join_hangul(last.folded, c)
        {
            last.folded = joined;
            last.end = end;
            continue;
        }
        res.push(Cell { folded: fold_char(c), start, end });
    }
    res
}

/// Joins a leading consonant with a vowel, or a syllable without a final with one (Unicode, section 3.12).
fn join_hangul(last: char, next: char) -> Option<char> {
    let (last, next) = (last as u32, next as u32);
    match (last, next) {
        (0x1100..=0x1112, 0x1161..=0x1175) => {
            char::from_u32(0xac00 + ((last - 0x1100) * 21 + (next - 0x1161)) * 28)
        }
        (0xac00..=0xd7a3, 0x11a8..=0x11c2) if (last - 0xac00) % 28 == 0 => {
            char::from_u32(last + (next - 0x11a7))
        }
        _ => None,
    }
}

/// The tokenizer of the index.
#[derive(Clone, Debug)]
pub(crate) struct Asymmetric;

/// Tokens of one text.
pub(crate) struct Tokens {
    tokens: Vec<Token>,
    next: usize,
}

impl Tokenizer for Asymmetric {
    type TokenStream<'a> = Tokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens {
        Tokens { tokens: tokens(text, Side::Text), next: 0 }
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "the index calls `token` only after `advance` said yes"
)]
impl TokenStream for Tokens {
    fn advance(&mut self) -> bool {
        self.next += 1;
        self.next <= self.tokens.len()
    }

    fn token(&self) -> &Token {
        &self.tokens[self.next - 1]
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.tokens[self.next - 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, side: Side) -> Vec<(String, usize)> {
        tokens(text, side).into_iter().map(|it| (it.text, it.position)).collect()
    }

    #[test]
    fn a_question_is_cut_into_pairs_and_the_text_into_both() {
        let owned = |it: &[(&str, usize)]| -> Vec<(String, usize)> {
            it.iter().map(|(text, at)| ((*text).to_owned(), *at)).collect()
        };
        assert_eq!(
            texts("인민군 op", Side::Text),
            owned(&[("인", 0), ("인민", 0), ("민", 1), ("민군", 1), ("군", 2), ("op", 3)])
        );
        assert_eq!(texts("인민군", Side::Question), owned(&[("인민", 0), ("민군", 1)]));
        assert_eq!(texts("軍", Side::Question), owned(&[("军", 0)]));
    }

    #[test]
    fn offsets_are_those_of_the_text_as_written() {
        let text = "Ещё №15 о 國軍 \u{1112}\u{1161}\u{11ab}국";
        for token in tokens(text, Side::Text) {
            assert!(text.get(token.offset_from..token.offset_to).is_some(), "{token:?}");
        }
        let last = tokens(text, Side::Text);
        let pair = last.iter().find(|it| it.text == "한국").expect("written letter by letter");
        assert_eq!(&text[pair.offset_from..pair.offset_to], "\u{1112}\u{1161}\u{11ab}국");
    }
}

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
    cutter.cut(text, 0);
    cutter.tokens
}

struct Cutter {
    side: Side,
    position: usize,
    tokens: Vec<Token>,
}

impl Cutter {
    /// Cuts a piece of a text that begins at `offset`.
    fn cut(&mut self, piece: &str, offset: usize) {
        let mut start = 0;
        while let Some(rest) = piece.get(start..)
            && let Some(first) = rest.chars().next()
        {
            let alone = stands_alone(first);
            let length = if alone { characters_length(rest) } else { words_length(rest) };
            let (run, at) = (rest.get(..length).unwrap_or(rest), offset + start);
            if alone {
                self.characters(run, at);
            } else {
                self.words(run, at);
            }
            start += run.len();
        }
    }

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

/// Length of the words of alphabets and all else up to the next character that stands alone.
fn words_length(text: &str) -> usize {
    text.find(stands_alone).unwrap_or(text.len())
}

/// Length of a run of characters that stand alone; a line that ends in the middle of a sentence does not end the run.
fn characters_length(text: &str) -> usize {
    let mut res = 0;
    loop {
        let rest = text.get(res..).unwrap_or_default();
        res += rest.find(|it| !stands_alone(it)).unwrap_or(rest.len());
        let rest = text.get(res..).unwrap_or_default();
        let break_length = rest.len() - after_line_break(rest).len();
        let goes_on = rest.get(break_length..).is_some_and(|it| it.starts_with(stands_alone));
        if break_length == 0 || !goes_on {
            return res;
        }
        res += break_length;
    }
}

/// Returns what follows one line break with the indent after it; the text itself where there is none.
fn after_line_break(text: &str) -> &str {
    let Some(next) = text.strip_prefix("\r\n").or_else(|| text.strip_prefix('\n')) else {
        return text;
    };
    next.trim_start_matches([' ', '\t', '\u{3000}'])
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
    for (start, c) in run.char_indices().filter(|(_, it)| stands_alone(*it)) {
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

/// Tokens of one text, cut piece by piece: a text of any length takes little memory.
pub(crate) struct Tokens<'a> {
    text: &'a str,
    /// Where the next piece begins.
    at: usize,
    cutter: Cutter,
    next: usize,
}

impl Tokenizer for Asymmetric {
    type TokenStream<'a> = Tokens<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens<'a> {
        let cutter = Cutter { side: Side::Text, position: 0, tokens: Vec::new() };
        Tokens { text, at: 0, cutter, next: 0 }
    }
}

impl Tokens<'_> {
    fn refill(&mut self) {
        self.cutter.tokens.clear();
        self.next = 0;
        while self.cutter.tokens.is_empty() && self.at < self.text.len() {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let piece = first_piece(rest);
            self.cutter.cut(piece, self.at);
            self.at += piece.len();
        }
    }
}

/// Returns the first part of a text, to the end of a line where lines are not endless.
fn first_piece(text: &str) -> &str {
    const ENOUGH: usize = 16 << 10;
    const MOST: usize = 64 << 10;
    let least = text.ceil_char_boundary(ENOUGH);
    let most = text.floor_char_boundary(MOST).max(least);
    let window = text.get(least..most).unwrap_or_default();
    let ends_sentence = window.match_indices('\n').find(|(at, _)| {
        let before = window.get(..*at).and_then(|it| it.trim_end().chars().next_back());
        before.is_none_or(|it| !stands_alone(it))
    });
    let end = ends_sentence.map_or(most, |(at, _)| least + at + 1);
    text.get(..end).unwrap_or(text)
}

#[expect(
    clippy::indexing_slicing,
    reason = "the index calls `token` only after `advance` said yes"
)]
impl TokenStream for Tokens<'_> {
    fn advance(&mut self) -> bool {
        if self.next >= self.cutter.tokens.len() {
            self.refill();
        }
        self.next += 1;
        self.next <= self.cutter.tokens.len()
    }

    fn token(&self) -> &Token {
        &self.cutter.tokens[self.next - 1]
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.cutter.tokens[self.next - 1]
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
    fn a_word_broken_by_the_end_of_a_line_is_whole() {
        let broken = tokens("人民\r\n　軍 民\n\n国", Side::Text);
        let written = |it: &Token| (it.text.clone(), it.position);
        let broken: Vec<(String, usize)> = broken.iter().map(written).collect();
        assert!(broken.contains(&("民军".to_owned(), 1)), "{broken:?}");
        assert!(!broken.iter().any(|(it, _)| it == "军民" || it == "民国"), "{broken:?}");
    }

    #[test]
    fn a_long_text_is_cut_as_a_short_one_is() {
        for line in ["Ещё №15 о 國軍.\n", "人民軍", "人民軍\n", "word ", "слово"]
        {
            let text = line.repeat(200_000 / line.len());
            let mut stream = Asymmetric;
            let mut stream = stream.token_stream(&text);
            let mut streamed = Vec::new();
            while stream.advance() {
                streamed.push(stream.token().clone());
            }
            let whole = tokens(&text, Side::Text);
            if line.ends_with(".\n") {
                assert!(streamed == whole, "{line:?}");
            } else {
                // Where no line ends a sentence, a pair or word is cut every few pages.
                let cuts = text.len() / (16 << 10);
                assert!(whole.len().abs_diff(streamed.len()) <= 2 * cuts, "{line:?}");
            }
        }
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

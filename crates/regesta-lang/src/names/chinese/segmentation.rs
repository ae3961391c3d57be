//! Every way to divide a written form into syllables of a system.

use super::syllables::{Sound, Spellings};

/// The longest names have four syllables: a double surname and a double given name.
pub(super) const MOST_SYLLABLES: usize = 4;
/// More divisions than this are not looked at.
const MOST_DIVISIONS: usize = 24;

/// What stands before a syllable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// The beginning of a word.
    Word,
    /// A hyphen before a capital, or the capital alone.
    Capital,
    /// A hyphen.
    Hyphen,
    /// An apostrophe, a hard sign, the figure of a tone.
    Apostrophe,
    /// Nothing, and another division might be meant.
    Unsure,
    /// Nothing, but the letters leave no choice.
    Nothing,
}

/// A syllable as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    pub(super) spelling: &'a str,
    pub(super) sounds: &'a [Sound],
    pub(super) opening: Opening,
    /// Whether a word ends with it.
    pub(super) ends_word: bool,
}

/// Returns the divisions of a text (see [`super::written::Written`]) that leave nothing over.
pub(super) fn divisions<'a>(text: &'a str, spellings: &'a Spellings) -> Vec<Vec<Piece<'a>>> {
    let mut search =
        Search { text, spellings, pieces: Vec::with_capacity(MOST_SYLLABLES), found: Vec::new() };
    search.from(0, Opening::Word);
    search.found
}

struct Search<'a> {
    text: &'a str,
    spellings: &'a Spellings,
    pieces: Vec<Piece<'a>>,
    found: Vec<Vec<Piece<'a>>>,
}

impl<'a> Search<'a> {
    fn from(&mut self, at: usize, opening: Opening) {
        let rest = self.text.get(at..).unwrap_or("");
        let Some(first) = rest.chars().next() else {
            self.found.push(self.pieces.clone());
            return;
        };
        if let Some(opening) = opened_by(first) {
            self.from(at + first.len_utf8(), opening);
            return;
        }
        if self.pieces.len() == MOST_SYLLABLES || self.found.len() >= MOST_DIVISIONS {
            return;
        }
        let opening = self.sure(opening, first);
        for (start, c) in rest.char_indices().take(self.spellings.longest) {
            if matches!(c, ' ' | '-' | '=') {
                break;
            }
            let end = start + c.len_utf8();
            let spelling = rest.get(..end).unwrap_or("");
            let sounds = self.spellings.sounds(spelling);
            if sounds.is_empty() {
                continue;
            }
            let ends_word = rest.get(end..).is_none_or(|it| it.is_empty() || it.starts_with(' '));
            self.pieces.push(Piece { spelling, sounds, opening, ends_word });
            self.from(at + end, Opening::Nothing);
            self.pieces.pop();
        }
    }

    /// Whether a syllable that nothing opens might as well not begin here: the letter before it could do without it.
    fn sure(&self, opening: Opening, first: char) -> Opening {
        let before = self.pieces.last().and_then(|it| it.spelling.chars().next_back());
        let is_unsure = match (before, first) {
            (Some('н' | 'у' | 'ю'), 'а' | 'э' | 'е')
            | (Some('а' | 'я'), 'о')
            | (Some('о'), 'у') => true,
            (Some('н'), 'у' | 'ю' | 'я') => true,
            (_, c) => matches!(c, 'a' | 'e' | 'o' | 'i' | 'u' | 'ü'),
        };
        if opening == Opening::Nothing && is_unsure { Opening::Unsure } else { opening }
    }
}

fn opened_by(c: char) -> Option<Opening> {
    match c {
        ' ' => Some(Opening::Word),
        '=' => Some(Opening::Capital),
        '-' => Some(Opening::Hyphen),
        '\'' => Some(Opening::Apostrophe),
        _ => None,
    }
}

//! Days of Chinese telegrams named by a rhyme character: `馬電` is the telegram of the 21st.

use super::combined::Match;
use super::east_asian::han;
use super::reading::{Partial, When};
use crate::lexicon::LEXICON;
use crate::tokens::{Gap, Kind, Tokens};

/// Reads the day of a Chinese telegram by its rhyme: `馬電` is of the 21st.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Match> {
    let (day, doubtful) = LEXICON.rhyme(han(tokens, at)?)?;
    if !matches!(han(tokens, at + 1), Some('电' | '電')) {
        return None;
    }
    let numbered = tokens.before(at).is_some_and(|it| {
        matches!(it.kind, Kind::Digits(..) | Kind::Numeral)
            && tokens.get(at).is_some_and(|it| it.gap == Gap::None)
    });
    let received =
        matches!(han(tokens, at + 2), Some('悉' | '敬' | '奉' | '收' | '谅' | '諒' | '计'));
    let followed = matches!(
        han(tokens, at + 2),
        Some('车' | '車' | '话' | '話' | '台' | '臺' | '力' | '报' | '報')
    );
    let date = Partial { day: Some(day), ..Partial::default() };
    (!numbered && !followed && (received || !doubtful))
        .then(|| Match::new(at, at + 2, When::At(date)))
}

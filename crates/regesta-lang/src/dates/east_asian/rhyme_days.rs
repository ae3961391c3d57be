//! Days of Chinese telegrams named by a rhyme character: `馬電` is of the 21st, `亥马电` of 21 December, `未刪申電` has its hour.

use super::super::combined::Match;
use super::super::reading::{Clock, Partial, When};
use super::han;
use crate::lexicon::LEXICON;
use crate::tokens::{Gap, Kind, Tokens};

/// The earthly branches: months of telegrams from January, double hours from 23 o'clock.
const BRANCHES: [char; 12] =
    ['子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申', '酉', '戌', '亥'];

fn branch(character: char) -> Option<u8> {
    BRANCHES.iter().zip(1..).find(|(it, _)| **it == character).map(|(_, number)| number)
}

/// Says whether a character is an earthly branch.
pub(super) fn is_branch(character: char) -> bool {
    branch(character).is_some()
}

/// Reads the day of a Chinese telegram by its rhyme: `馬電` is of the 21st.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Match> {
    let first = han(tokens, at)?;
    let telegram = |it: usize| matches!(han(tokens, it), Some('电' | '電'));
    let month = branch(first).filter(|_| {
        han(tokens, at + 1).and_then(|it| LEXICON.rhyme(it)).is_some()
            && (telegram(at + 2) || telegram(at + 3))
    });
    let rhyme_at = at + usize::from(month.is_some());
    let (day, doubtful) = LEXICON.rhyme(han(tokens, rhyme_at)?)?;
    let hour = han(tokens, rhyme_at + 1).and_then(branch).filter(|_| telegram(rhyme_at + 2));
    let closing = rhyme_at + 1 + usize::from(hour.is_some());
    if !telegram(closing) {
        return None;
    }
    let after = closing + 1;
    let numbered = tokens.before(at).is_some_and(|it| {
        matches!(it.kind, Kind::Digits(..) | Kind::Numeral)
            && tokens.get(at).is_some_and(|it| it.gap == Gap::None)
    });
    let received = matches!(
        han(tokens, after),
        Some('悉' | '敬' | '奉' | '收' | '谅' | '諒' | '计' | '計' | '诵' | '誦' | '呈')
    );
    let followed = matches!(
        han(tokens, after),
        Some(
            '车' | '車'
                | '话'
                | '話'
                | '台'
                | '臺'
                | '力'
                | '报'
                | '報'
                | '子'
                | '灯'
                | '影'
                | '站'
                | '厂'
                | '机'
        )
    );
    let alone = tokens.line_begins(at) && tokens.line_ends(after);
    let sure = !doubtful || received || alone || month.is_some() || hour.is_some();
    let clock = hour.map(|it| Clock::new((it + 11) * 2 % 24, None));
    let date = Partial { day: Some(day), month, clock, ..Partial::default() };
    (!numbered && !followed && sure).then(|| Match::new(at, after, When::At(date)))
}

//! Words before a stop, and what they tell of the end of a sentence.

use std::{collections::HashMap, sync::LazyLock};

/// What a word tells of the stop after it, or of the end of a sentence before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// Its stop never ends a sentence.
    Always = 1,
    /// Its stop does not end one before a figure.
    Number = 2,
    /// After a figure its stop ends a sentence before a capital: `200 чел.`
    Measure = 4,
    /// Its stop ends a sentence where a word that opens sentences follows: `p.m.`
    Closing = 8,
    /// A month, before which a stop makes an ordinal: `5. März`.
    Month = 16,
    /// It opens sentences.
    Opener = 32,
    /// Before a figure with a stop it makes an ordinal: `im 19. Jahrhundert`.
    Ordinal = 64,
    /// It goes on with the sentence after a closed quotation.
    Quoting = 128,
}

const TABLE: &str = include_str!("../../../../data/abbreviations.tsv");

static KNOWN: LazyLock<HashMap<String, u8>> = LazyLock::new(|| {
    let mut res: HashMap<String, u8> = HashMap::new();
    for cells in crate::tables::rows(TABLE) {
        let [_, kind, words, _] = cells[..] else { continue };
        let Some(kind) = kind_of(kind) else { continue };
        for word in words.split('|') {
            *res.entry(word.to_lowercase()).or_default() |= kind as u8;
        }
    }
    res
});

fn kind_of(name: &str) -> Option<Use> {
    Some(match name {
        "always" => Use::Always,
        "number" => Use::Number,
        "measure" => Use::Measure,
        "closing" => Use::Closing,
        "month" => Use::Month,
        "opener" => Use::Opener,
        "ordinal" => Use::Ordinal,
        "quoting" => Use::Quoting,
        _ => return None,
    })
}

/// Longest word of the table in bytes.
const LONGEST: usize = 40;

/// Says whether the table knows a word for a use, in any language and case.
pub(super) fn is_known(word: &str, kind: Use) -> bool {
    if word.is_empty() || word.len() > LONGEST {
        return false;
    }
    let uses = match KNOWN.get(word) {
        Some(uses) => Some(uses),
        None => KNOWN.get(&word.to_lowercase()),
    };
    uses.is_some_and(|it| it & kind as u8 != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        for cells in crate::tables::rows(TABLE) {
            assert_eq!(cells.len(), 4, "{cells:?}");
            assert!(kind_of(cells[1]).is_some() && !cells[3].is_empty(), "{cells:?}");
            assert!(
                cells[2].split('|').all(|it| !it.is_empty() && it.len() <= LONGEST),
                "{cells:?}"
            );
        }
    }
}

//! References that need no archive's name: their own shape says whose they are.

use std::sync::LazyLock;

use regex::Regex;

use super::cursor::{char_at, is_word_char};

/// A file number of the United States' Central Decimal File: `795.00/7-650`.
pub(super) const DECIMAL_FILE: &str = r"^[0-9]{3}[A-Z]?\.[0-9]{2,4}[A-Z]?(?:[-–][A-Z]{1,4})?(?: ?[A-Z]{2})?/[0-9]{1,2}[–—-][0-9]{2,4}";

/// A document number of the CIA's reading room.
pub(super) const READING_ROOM: &str = r"^CIA-RDP[0-9]{2}[-–]?[0-9A-Z]{6,}(?:[-–][0-9]{1,2})?";

/// Returns the archive whose reference begins at this offset by its shape alone.
pub(super) fn owner_at(text: &str, at: usize) -> Option<&'static str> {
    static SHAPES: LazyLock<Vec<(&'static str, Option<Regex>)>> = LazyLock::new(|| {
        let classes = "FO|FCO|CAB|PREM|WO|DEFE|CO|DO|KV|HW|AIR|ADM|HO|BT";
        vec![
            ("NARA", Regex::new(DECIMAL_FILE).ok()),
            ("NARA", Regex::new(r"^Lot (?:File )?[0-9]{2}[ -]?[A-Z][ -]?[0-9]{1,4}").ok()),
            ("CREST", Regex::new(READING_ROOM).ok()),
            (
                "TNA",
                Regex::new(&format!(
                    r"^(?:{classes}) [0-9]{{1,4}}/[0-9]{{2,6}}(?:/[A-Z]{{0,3}} ?[0-9]{{1,6}})*"
                ))
                .ok(),
            ),
        ]
    });
    let first = char_at(text, at)?;
    if !first.is_ascii_digit()
        && !matches!(first, 'A' | 'B' | 'C' | 'D' | 'F' | 'H' | 'K' | 'L' | 'P' | 'W')
    {
        return None;
    }
    let rest = text.get(at..)?;
    SHAPES.iter().find_map(|(owner, shape)| {
        let found = shape.as_ref()?.find(rest)?;
        (!char_at(text, at + found.end()).is_some_and(is_word_char)).then_some(*owner)
    })
}

/// Says whether a record group of the National Archives is named at this offset.
pub(super) fn record_group_at(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    ["Record Group ", "RG ", "RG-"].iter().any(|it| {
        rest.strip_prefix(it).is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()))
    })
}

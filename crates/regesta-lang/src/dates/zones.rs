//! Whose clock a time goes by: `Moscow time`, `GMT`, `по пекинскому времени`, `北京时间`, with the offset of that day.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::tables::rows;
use crate::tokens::{Gap, Kind, Tokens};

/// A clock: a place whose offsets changed over the years, or an offset from Greenwich.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// A place of `data/time_zones.tsv`, by its number.
    Place(u8),
    /// Minutes ahead of Greenwich.
    Offset(i16),
}

/// The offsets of one place: since which day, and what.
struct Place {
    name: &'static str,
    since: Vec<((i32, u8, u8), Option<i16>)>,
}

struct Table {
    places: Vec<Place>,
    /// Names, lower case, by their first letter, the longest first.
    names: BTreeMap<char, Vec<(String, Zone)>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::of_tables);

impl Table {
    fn of_tables() -> Table {
        let mut res = Table { places: Vec::new(), names: BTreeMap::new() };
        for row in rows(include_str!("../../../../data/time_zones.tsv")) {
            let [name, since, offset, ..] = row[..] else { continue };
            let Some(day) = day_of(since) else { continue };
            if res.places.last().is_none_or(|it| it.name != name) {
                res.places.push(Place { name, since: Vec::new() });
            }
            if let Some(place) = res.places.last_mut() {
                place.since.push((day, minutes(offset)));
            }
        }
        for row in rows(include_str!("../../../../data/time_zone_names.tsv")) {
            let [zone, _, forms, ..] = row[..] else { continue };
            let place = res.places.iter().position(|it| it.name == zone);
            let place = place.and_then(|it| u8::try_from(it).ok()).map(Zone::Place);
            let Some(zone) = place.or_else(|| minutes(zone).map(Zone::Offset)) else { continue };
            for name in forms.split('|').map(str::to_lowercase) {
                let Some(first) = name.chars().next() else { continue };
                res.names.entry(first).or_default().push((name, zone));
            }
        }
        for names in res.names.values_mut() {
            names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        res
    }
}

fn day_of(text: &str) -> Option<(i32, u8, u8)> {
    let mut parts = text.split('-');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Reads `+09:00`, `-05:00` and `Z`.
fn minutes(text: &str) -> Option<i16> {
    if text == "Z" {
        return Some(0);
    }
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let total = hours.parse::<i16>().ok()? * 60 + minutes.parse::<i16>().ok()?;
    match text.get(..1)? {
        "+" => Some(total),
        "-" => Some(-total),
        _ => None,
    }
}

impl Zone {
    /// Returns the offset on a day as EDTF writes it, `+03:00` or `Z`; `None` for a place on a day that is not known.
    pub(super) fn offset(self, day: Option<(i32, u8, u8)>) -> Option<String> {
        let minutes = match self {
            Zone::Offset(minutes) => minutes,
            Zone::Place(number) => {
                let place = TABLE.places.get(usize::from(number))?;
                let day = day?;
                place.since.iter().rev().find(|(since, _)| *since <= day)?.1?
            }
        };
        if minutes == 0 {
            return Some("Z".to_owned());
        }
        let sign = if minutes < 0 { '-' } else { '+' };
        let minutes = minutes.abs();
        Some(format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60))
    }

    /// Returns the zone of a letter of military time groups: `Z` is Greenwich, `K` ten hours ahead, `J` is of no place.
    pub(super) fn of_letter(letter: u8) -> Option<Zone> {
        let hours = match letter {
            b'Z' => 0,
            b'A'..=b'I' => i16::from(letter - b'A') + 1,
            b'K'..=b'M' => i16::from(letter - b'A'),
            b'N'..=b'Y' => -(i16::from(letter - b'N') + 1),
            _ => return None,
        };
        Some(Zone::Offset(hours * 60))
    }
}

/// Reads the name of a clock after a time; returns it and the token after.
pub(super) fn after_time(tokens: &Tokens, at: usize) -> Option<(Zone, usize)> {
    let parted = matches!(tokens.mark(at), Some('(' | ','));
    let first = if parted { at + 1 } else { at };
    let token = tokens.get(first).filter(|it| it.gap <= Gap::Space)?;
    if matches!(token.kind, Kind::Mark(_) | Kind::Digits(..) | Kind::Numeral) {
        return offset(tokens, at);
    }
    let (zone, end) = named(tokens, first)?;
    let closed = tokens.mark(at) == Some('(');
    if !closed {
        return Some((zone, end));
    }
    (tokens.glued_mark(end) == Some(')')).then_some((zone, end + 1))
}

/// Reads `+09:00` written on to a time.
fn offset(tokens: &Tokens, at: usize) -> Option<(Zone, usize)> {
    let ahead = match tokens.glued_mark(at)? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let (hours, 2) = tokens.glued_digits(at + 1)? else { return None };
    let (minutes, 2) = tokens.glued_digits(at + 3)? else { return None };
    let colon = tokens.glued_mark(at + 2) == Some(':');
    let total = i16::try_from(hours * 60 + minutes).ok()?;
    (colon && hours <= 14 && minutes < 60).then_some((Zone::Offset(ahead * total), at + 4))
}

/// Reads the name of a clock that begins at a token.
pub(super) fn named(tokens: &Tokens, at: usize) -> Option<(Zone, usize)> {
    let start = tokens.get(at)?.start;
    let rest = tokens.text.get(start..)?;
    let first = rest.chars().next()?.to_lowercase().next()?;
    let (name, zone) = TABLE.names.get(&first)?.iter().find(|(name, _)| opens(rest, name))?;
    // Abbreviations in small letters are words (`est`, `z`).
    let short = name.len() <= 4 && name.is_ascii();
    if short && !rest.get(..name.len())?.bytes().all(|it| it.is_ascii_uppercase() || it == b'.') {
        return None;
    }
    let mut characters = rest.char_indices();
    let length = characters.nth(name.chars().count()).map_or(rest.len(), |(it, _)| it);
    let stop = start + length;
    let mut end = at;
    while tokens.get(end).is_some_and(|it| it.end <= stop) {
        end += 1;
    }
    let whole = tokens.before(end).is_some_and(|it| it.end == stop);
    (end > at && whole).then_some((*zone, end))
}

/// Says whether words open with a name; `name` is in lower case.
fn opens(words: &str, name: &str) -> bool {
    let mut letters = words.chars().flat_map(char::to_lowercase);
    name.chars().all(|it| letters.next() == Some(it))
}

/// Says whether the name of a clock may begin with a character.
pub(super) fn opens_name(character: char) -> bool {
    character >= '\u{2e80}' && TABLE.names.contains_key(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_follow_the_day() {
        let seoul = TABLE.places.iter().position(|it| it.name == "Asia/Seoul").unwrap();
        let seoul = Zone::Place(u8::try_from(seoul).unwrap());
        assert_eq!(seoul.offset(Some((1950, 3, 1))).as_deref(), Some("+09:00"));
        assert_eq!(seoul.offset(Some((1950, 6, 25))).as_deref(), Some("+10:00"));
        assert_eq!(seoul.offset(Some((1960, 1, 1))).as_deref(), Some("+08:30"));
        assert_eq!(seoul.offset(None), None);
        assert_eq!(Zone::of_letter(b'I'), Some(Zone::Offset(540)));
        assert_eq!(Zone::of_letter(b'K'), Some(Zone::Offset(600)));
        assert_eq!(Zone::of_letter(b'R'), Some(Zone::Offset(-300)));
        assert_eq!(Zone::of_letter(b'J'), None);
    }

    #[test]
    fn every_name_has_its_zone() {
        for row in rows(include_str!("../../../../data/time_zone_names.tsv")) {
            let known =
                TABLE.places.iter().any(|it| it.name == row[0]) || minutes(row[0]).is_some();
            assert!(known && row.len() == 4 && !row[3].is_empty(), "{row:?}");
        }
    }
}

//! Reads the head of a cable: its date-time group, the offices it goes to and the one it cites as its sender, with the number.

use std::{ops::Range, sync::LazyLock};

use regesta_model::{Cited, Span};
use regex::Regex;

use super::{letters::digit, words};
use crate::page::Page;

/// A date-time group: day, hour and minute in Greenwich time, perhaps with month and year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) day: u8,
    pub(super) hour: u8,
    pub(super) minute: u8,
    /// Month and year, where they follow.
    pub(super) month: Option<(u8, i32)>,
    pub(super) span: Span,
    /// Whether the form alone shows that it is a group; else a stamp must bear it out.
    pub(super) sure: bool,
}

/// What the head of a cable says.
#[derive(Clone, Debug, Default)]
pub(super) struct Cable {
    pub(super) group: Option<Group>,
    pub(super) sender: Option<Cited<String>>,
    pub(super) recipients: Vec<Cited<String>>,
    pub(super) number: Option<Span>,
}

/// `182383Z`, `300546Z MAR78`, `041743 2 MAY 78`: the Z may be read as a 2 or 7.
static GROUP: LazyLock<Regex> = LazyLock::new(|| {
    crate::patterns::compile(
        r"(?:^|[^\p{L}0-9\-])(?P<d>[0-3OQl][0-9OISZlB]) ?(?P<h>[0-2OQl][0-9OISZlB]) ?(?P<i>[0-9OISlB][0-9OISZlB])(?P<z> ?[Z27])(?: ?(?P<m>\p{L}[\p{L}0]{2,8})[ .]?(?P<y>[0-9][0-9]|19[0-9][0-9]))?(?:[^0-9\p{L}]|$)",
    )
});
/// `JUN 11 12 45Z 61`, `5 DEC 2200Z 63`: the group as a message centre stamps it, the Z read as a figure or lost.
static STAMPED: LazyLock<Regex> = LazyLock::new(|| {
    crate::patterns::compile(
        r"(?:^|[^\p{L}0-9])(?:(?P<m>\p{L}[\p{L}0]{2,8})[ .,]{1,2}(?P<d>[0-3OI]?[0-9OISZlB])|(?P<e>[0-3OI]?[0-9OISZlB])[ .]?(?P<n>\p{L}[\p{L}0]{2,8})[.,]?) {1,2}(?P<h>[0-9OISZlB]{2}) ?(?P<i>[0-9OISZlB]{2}) ?[Zz0-9][ \-]{1,3}'?(?P<y>[0-9]{2})(?:[^0-9\p{L}]|$)",
    )
});
/// `CITE MEXI 5448`, `CITE DIR`, `C1TE MEXICO CITY 9320`.
static CITE: LazyLock<Regex> = LazyLock::new(|| {
    crate::patterns::compile(
        r"(?:^|[^\p{L}])(?P<c>[CS€G][I1l!]T[EB£])[ :.\\]{1,3}(?P<a>\p{L}[\p{L}/. ]{1,24}?)[ .,:*(]{0,3}(?P<n>[0-9][0-9OIlSB]{2,5}|$)",
    )
});

/// Reads the head of a cable from these lines.
pub(super) fn read(page: &Page<'_>, lines: Range<usize>) -> Cable {
    let mut res = Cable::default();
    for line in lines {
        let Some(span) = page.lines.get(line).map(|it| it.span) else { break };
        let words = span.of(page.text);
        if words.len() > 200 || !words.contains(|it: char| it.is_ascii_uppercase()) {
            continue;
        }
        if res.group.is_none_or(|it| !it.sure) {
            let found = group(page.text, span);
            res.group = found.filter(|it| it.sure).or(res.group).or(found);
        }
        if res.sender.is_none() && words.len() >= 6 {
            cited(page.text, span, &mut res);
        }
    }
    res
}

fn group(text: &str, line: Span) -> Option<Group> {
    const FIGURES: usize = 5;
    let words = line.of(text);
    if words.bytes().filter(u8::is_ascii_digit).count() < FIGURES {
        return None;
    }
    let stamped = STAMPED.captures(words).and_then(|it| month_first(line, &it));
    stamped.or_else(|| GROUP.captures(words).and_then(|it| figures_first(words, line, &it)))
}

/// The number that figures and letters read for figures make.
fn pair(found: &regex::Captures<'_>, name: &str) -> Option<u8> {
    let figures = found.name(name)?.as_str();
    let number = figures.chars().try_fold(0, |sum, c| Some(sum * 10 + digit(c)?))?;
    u8::try_from(number).ok()
}

/// A group as a message centre stamps it.
fn month_first(line: Span, found: &regex::Captures<'_>) -> Option<Group> {
    let (month, _) = super::dates::month(found.name("m").or(found.name("n"))?.as_str())?;
    let year: i32 = found.name("y")?.as_str().parse().ok()?;
    let first = found.name("m").or(found.name("e"))?.start();
    let res = Group {
        day: pair(found, "d").or_else(|| pair(found, "e"))?,
        hour: pair(found, "h")?,
        minute: pair(found, "i")?,
        month: Some((month, 1900 + year)),
        span: Span {
            start: line.start + first as u32,
            end: line.start + found.name("y")?.end() as u32,
        },
        sure: true,
    };
    (1..=31).contains(&res.day).then_some(res)
}

/// A group that begins with its six figures.
fn figures_first(words: &str, line: Span, found: &regex::Captures<'_>) -> Option<Group> {
    let (day, hour, minute) = (pair(found, "d")?, pair(found, "h")?, pair(found, "i")?);
    let month = found.name("m").zip(found.name("y")).and_then(|(month, year)| {
        let (month, _) = super::dates::month(month.as_str())?;
        let year: i32 = year.as_str().parse().ok()?;
        Some((month, if year < 100 { 1900 + year } else { year }))
    });
    let lettered = found.name("z")?.as_str().eq_ignore_ascii_case("z");
    let shouted = words.chars().filter(|it| it.is_uppercase()).count() >= 5;
    let opens = found.get(0)?.start() <= 24;
    let sure = lettered || month.is_some() || shouted && opens && words.contains("CITE");
    let graded = || {
        let before = words.get(..found.get(0)?.start())?;
        let letters: String = before.chars().filter(|it| it.is_alphabetic()).collect();
        Some((4..=12).contains(&letters.len()) && letters.chars().all(char::is_uppercase))
    };
    if !(sure || opens && graded() == Some(true)) || !(1..=31).contains(&day) || hour > 24 {
        return None;
    }
    let start = line.start + found.name("d")?.start() as u32;
    let end = line.start + month.and(found.name("y")).or(found.name("z"))?.end() as u32;
    Some(Group { day, hour, minute, month, span: Span { start, end }, sure })
}

/// The office that a cable cites as its sender, its number, and the offices before it as addressees.
fn cited(text: &str, line: Span, res: &mut Cable) {
    let words = line.of(text);
    let Some(found) = CITE.captures(words) else { return };
    let (Some(mark), Some(office)) = (found.name("c"), found.name("a")) else { return };
    if !office.as_str().starts_with(char::is_uppercase)
        || !mark.as_str().starts_with(['C', 'S', 'G', '€'])
    {
        return;
    }
    let at = |from: usize, to: usize| {
        Span { start: line.start + from as u32, end: line.start + to as u32 }.trimmed(text)
    };
    let span = at(office.start(), office.end());
    let known = words::cited_office(span.of(text));
    let number = found.name("n").filter(|it| !it.is_empty()).map(|it| at(it.start(), it.end()));
    let sung = mark.as_str().starts_with('S');
    if known.is_none() && (number.is_none() || sung) {
        return;
    }
    let name =
        known.map_or_else(|| span.of(text).trim_end_matches(['.', ' ']).to_owned(), str::to_owned);
    res.sender = Some(Cited::new(name, span));
    res.number = number;
    let before = &words[..mark.start()];
    let action = before.find("INFO").map_or(before, |it| &before[..it]);
    let mut from = 0;
    for part in action.split_inclusive(|it: char| !it.is_alphanumeric()) {
        let start = from;
        from += part.len();
        let piece = part.trim_end_matches(|it: char| !it.is_alphanumeric());
        let long = piece.chars().count() >= 3 && piece.chars().all(char::is_uppercase);
        if let Some(name) = words::cited_office(piece).filter(|_| long) {
            res.recipients.push(Cited::new(name.to_owned(), at(start, start + piece.len())));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_read_with_and_without_the_month() {
        for (words, day, month) in [
            ("SECRET 182383Z", 18, None),
            ("300546Z MAR78 STAFF", 30, Some((3, 1978))),
            ("SECRET 0417432 MAY 78 STAFF", 4, Some((5, 1978))),
            ("JUN 11 12 45Z 61", 11, Some((6, 1961))),
            ("N0V 18 23352 - 63", 18, Some((11, 1963))),
            ("5 DEC 2200Z 63", 5, Some((12, 1963))),
        ] {
            let found = group(words, Span::new(0..words.len())).unwrap();
            assert_eq!((found.day, found.month), (day, month), "{words}");
        }
        for words in ["201-289248", "1817232 rifles", "ref 351923Q", "may 11 1245 men 61"] {
            assert!(group(words, Span::new(0..words.len())).is_none(), "{words}");
        }
    }

    #[test]
    fn the_cited_office_sends() {
        let words = "OLEN INFO DIR CITE MEXI 7438";
        let mut cable = Cable::default();
        cited(words, Span::new(0..words.len()), &mut cable);
        assert_eq!(cable.sender.map(|it| it.value).as_deref(), Some("Mexico City"));
        assert_eq!(cable.number.map(|it| it.of(words)), Some("7438"));
        assert!(cable.recipients.is_empty());
    }
}

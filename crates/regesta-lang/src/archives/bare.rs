//! Reads citations that leave out the archive, or everything but the archive.

use std::ops::Range;

use regesta_model::Span;

use super::{
    names::archive,
    normal,
    scan::Found,
    signatures::{file_number_at, is_calendar_day},
};

/// Says whether nothing follows an archive's name but its code and the remark that its signature is missing.
pub(super) fn says_nothing(rest: &str, code: &str) -> bool {
    let rest = rest.replace(code, "");
    let told = rest.split_once('[').filter(|(_, it)| it.contains(" missing]"));
    let rest = told.map_or(rest.as_str(), |(before, _)| before);
    !rest.contains(char::is_alphanumeric)
}

/// A citation that is one file code and nothing else, with at most an abbreviation before it: `11-009-12-02`, `JFMA 218-00551-02, 61-62`.
pub(super) fn bare_file_code(text: &str) -> Option<Found> {
    let words = Span::new(0..text.len()).trimmed(text);
    let from = words.range().start;
    let holder =
        words.of(text).split(' ').next().filter(|it| is_abbreviation(it)).unwrap_or_default();
    let start = from + holder.len();
    let start = start + text[start..].len() - text[start..].trim_start().len();
    let number = file_number_at(text, start)?;
    let rest = text.get(number.end()..)?.trim().trim_matches(['.', ';', ',']);
    let groups = number.file.matches('-').count();
    let copy = number.file.starts_with("SD");
    let noted = copy && !rest.contains(|it: char| it.is_ascii_digit());
    if !rest.is_empty() && !noted || !copy && groups < 2 || is_calendar_day(&number.file) {
        return None;
    }
    let owner = if copy { archive("ECNU Russian Archives Collection") } else { None };
    let range: Range<usize> = from..number.end();
    Some(match owner {
        Some(owner) => normal::of_file(owner, &number, range),
        None => normal::of_bare_file(holder, &number, range),
    })
}

/// Two to eight capitals: the abbreviation of an archive the table need not know.
fn is_abbreviation(word: &str) -> bool {
    (2..=8).contains(&word.len()) && word.bytes().all(|it| it.is_ascii_uppercase())
}

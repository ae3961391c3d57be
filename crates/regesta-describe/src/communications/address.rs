//! Reads the address over a letter: a word that means `to` on a line of its own and the lines under it, or an office with a name below.

use regesta_model::{Language, Span};

use super::{kinds::LineKind, salutation};
use crate::{page::Page, vocabulary};

/// How far down the address of a letter stands, in lines of its text.
const REACH: usize = 25;
/// How many lines an address has at most.
const LINES: usize = 6;
/// How many bytes the words that mean `to` have at most.
const PREPOSITION: usize = 20;
/// How many letters a line of an address has at most.
const LETTERS: usize = 70;

/// Marks the lines of the address, and returns the words that name the addressee: from the line under `To` to the last one
/// that does not only name the town.
pub(super) fn mark(
    page: &Page<'_>,
    kinds: &mut [(usize, LineKind)],
    language: Language,
) -> Option<Span> {
    let forms = vocabulary::forms_of_address(language);
    let announces = |at: usize| {
        let words = page.words(at).trim_end_matches(':').trim_end();
        words.len() <= PREPOSITION
            && forms.prepositions.iter().any(|it| it.to_lowercase() == words.to_lowercase())
    };
    let opening = kinds.iter().take(REACH).position(|(at, _)| announces(*at))?;
    let paragraph = page.paragraph_of(kinds[opening].0);
    let fits = |at: usize| {
        let words = page.words(at);
        paragraph.contains(&at)
            && words.chars().count() <= LETTERS
            && !words.ends_with(['.', '!', '?', ';'])
    };
    let after = kinds[opening + 1..].iter().take(LINES).take_while(|(at, _)| fits(*at)).count();
    let block = opening + 1..opening + 1 + after;
    let town = |at: usize| page.words(at).starts_with(char::is_lowercase);
    let named = block.clone().rev().find(|it| !town(kinds[*it].0))?;
    let first = page.lines[kinds[block.start].0].span;
    let last = page.lines[kinds[named].0].span;
    for (_, kind) in &mut kinds[opening..block.end] {
        *kind = LineKind::Address;
    }
    let end = last.start + last.of(page.text).trim_end_matches([',', ':']).len() as u32;
    Some(Span { start: first.start, end })
}

/// Joins the office on one line with the name on the next: the name is whom the communication is for.
pub(super) fn join(page: &Page<'_>, kinds: &mut [(usize, LineKind)], language: Language) {
    between_salutations(page, kinds);
    for place in 1..kinds.len() {
        let (line, kind) = &kinds[place];
        let (before, above) = &kinds[place - 1];
        let LineKind::Salutation(office) = above else { continue };
        let ends = office.span.end >= page.lines[*before].span.end
            && office.span.of(page.text).ends_with(char::is_alphanumeric);
        let small = page.words(*line).starts_with(char::is_lowercase);
        if !ends || !small || matches!(kind, LineKind::Salutation(_)) {
            continue;
        }
        if page.lines[*line].paragraph == page.lines[*before].paragraph
            && let Some(name) = salutation::read_on(page.text, page.lines[*line].span, language)
        {
            let office = salutation::Salutation { name, span: office.span };
            kinds[place - 1].1 = LineKind::Salutation(office);
            kinds[place].1 = LineKind::Address;
        }
    }
}

/// Lines under an address, up to the salutation itself, are its office and its town: `külügyminiszter`, `Budapest`.
fn between_salutations(page: &Page<'_>, kinds: &mut [(usize, LineKind)]) {
    let opens = |it: &(usize, LineKind)| matches!(it.1, LineKind::Salutation(_));
    let Some(first) = kinds.iter().take(REACH).position(opens) else { return };
    let paragraph = page.paragraph_of(kinds[first].0);
    let fits = |it: &&(usize, LineKind)| {
        let words = page.words(it.0);
        paragraph.contains(&it.0)
            && matches!(it.1, LineKind::Body | LineKind::Name)
            && words.chars().count() <= LETTERS
            && !words.ends_with(['.', '!', '?', ';'])
    };
    let lines = kinds[first + 1..].iter().take(LINES).take_while(fits).count();
    let block = first + 1..first + 1 + lines;
    if kinds.get(block.end).is_some_and(opens) {
        for (_, kind) in &mut kinds[block] {
            *kind = LineKind::Address;
        }
    }
}

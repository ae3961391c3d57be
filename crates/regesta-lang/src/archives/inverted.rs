//! Reads a citation whose archive stands last, as notes have it: `Folder 3, Box 23, RG 319, National Archives, College Park.`

use regesta_model::Span;

use super::{
    chain::{Named, chain_at},
    cursor::{char_at, skip},
    elements::{Element, Weight, elements_at},
    labels::FONDS,
    names::{Family, NameHit, begins_word, names_at},
    normal,
    scan::{Found, Manner},
    signatures::file_number_at,
};

/// Citations longer than this are prose.
const LONGEST: usize = 600;

/// Reads a whole citation whose archive comes last; `None` where its words are not all read.
pub(super) fn inverted(text: &str) -> Option<Found> {
    let from = skip(text, 0, 8, char::is_whitespace);
    if text.len() > LONGEST || !names_at(text, from).all(|it| it.weak) {
        return None;
    }
    let places = text.char_indices().map(|(at, _)| at).skip_while(|it| *it <= from);
    let name = places
        .filter(|it| begins_word(text, *it))
        .find_map(|at| names_at(text, at).find(|it| !it.weak && closes(text, it)))?;
    let before =
        text.get(..name.range.start)?.trim_end_matches([' ', ',', ';', '(', '.', '\u{a0}']);
    let after_mark = text.get(before.len()..name.range.start)?.contains([',', ';', '.', '(']);
    if !after_mark {
        return None;
    }
    let end = text.trim_end_matches([' ', '.', ';']).len();
    match name.archive.family {
        Family::Elements => {
            let scheme = name.archive.scheme;
            let elements = elements_at(before, from, scheme, Manner::Citation);
            let whole = elements.last().is_some_and(|it| it.range.end == before.len());
            let numbers = elements.iter().any(|it| it.weight == Weight::Number);
            let named = elements.iter().any(|it| it.weight == Weight::Collection);
            (whole && (numbers || named))
                .then(|| normal::of_elements(name.archive, general_first(elements), from..end))
        }
        Family::Signature => {
            let label = super::labels::label_at(FONDS, before, from);
            let number = file_number_at(before, label.map_or(from, |it| it.end));
            match number.filter(|it| it.end() == before.len()) {
                Some(number) => Some(normal::of_file(name.archive, &number, from..end)),
                None => chain_before(before, from, &name, end),
            }
        }
        Family::Fonds | Family::Papka => chain_before(before, from, &name, end),
        Family::Edition => None,
    }
}

fn chain_before(before: &str, from: usize, name: &NameHit, end: usize) -> Option<Found> {
    let chain = chain_at(before, from, Named::Yes, name.archive.scheme)?;
    let whole = before.get(chain.end..)?.trim_matches(['.', ',', ' ']).is_empty();
    whole.then(|| normal::of_chain(Some(name.archive), &chain, &[Span::new(from..end)]))
}

/// Says whether nothing but other names of the archive and its town follows a name.
fn closes(text: &str, hit: &NameHit) -> bool {
    let rest = text.get(hit.range.end..).unwrap_or_default();
    let short = rest.chars().filter(|it| it.is_alphanumeric()).count() < 60;
    let first = char_at(text, hit.range.end).is_none_or(|it| !it.is_alphanumeric());
    short && first && !rest.contains(|it: char| it.is_ascii_digit())
}

/// Puts the general before the special: a note may begin with the folder and end with the record group.
fn general_first(mut elements: Vec<Element>) -> Vec<Element> {
    let first = elements.first().map_or("", |it| it.part);
    let last = elements.last().map_or("", |it| it.part);
    let special =
        ["folder", "item", "document", "file", "pages", "leaves", "leaf"].contains(&first);
    let general = ["box", "container", "reel", "fond"].contains(&last);
    if last == "record group" && elements.len() > 1 || special && general {
        elements.reverse();
    }
    elements
}

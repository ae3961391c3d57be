//! Finds the offices in a head whose labels were lost: alone on their lines, or after the remains of `TO` and `FROM`.

use std::ops::Range;

use regesta_model::{Cited, Span};

use super::{letters::folded, words};
use crate::page::Page;

/// What the lines say of an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Sender,
    Recipient,
    Unsaid,
}

/// Senders and recipients by their offices alone; the addressee stands before the sender.
pub(super) fn read(
    page: &Page<'_>,
    lines: Range<usize>,
) -> (Vec<Cited<String>>, Vec<Cited<String>>) {
    const REACH: usize = 45;
    let mut found: Vec<(Part, Cited<String>)> = Vec::new();
    for line in lines.take(REACH) {
        let Some(span) = page.lines.get(line).map(|it| it.span) else { break };
        if span.len() <= 70
            && let Some((part, name)) = office_on(page.text, span)
            && !found.iter().any(|(_, it)| it.value == name.value)
        {
            let sends = part == Part::Unsaid && is_above_action(page, line);
            found.push((if sends { Part::Sender } else { part }, name));
        }
    }
    let of = |part: Part| -> Vec<Cited<String>> {
        found.iter().filter(|(it, _)| *it == part).map(|(_, name)| name.clone()).take(2).collect()
    };
    let (mut senders, mut recipients) = (of(Part::Sender), of(Part::Recipient));
    let mut unsaid = of(Part::Unsaid).into_iter();
    if recipients.is_empty() {
        recipients.extend(unsaid.next());
    }
    if senders.is_empty() {
        senders.extend(unsaid.next());
    }
    (senders, recipients)
}

/// Says whether the next words are the label under a cable's sender: who deals with it.
fn is_above_action(page: &Page<'_>, line: usize) -> bool {
    const NEXT: usize = 3;
    let bare = |it: usize| page.words(it).trim_start_matches(|it: char| !it.is_alphanumeric());
    let last = page.lines.len().min(line + 1 + NEXT);
    let next = (line + 1..last).map(bare).find(|it| !it.is_empty());
    next.and_then(words::label_at).is_some_and(|(label, _)| label.names == "action")
}

/// The office that a line names and little else, with the part that the remains of a label before it give it.
fn office_on(text: &str, line: Span) -> Option<(Part, Cited<String>)> {
    const LABEL: usize = 6;
    let words = line.of(text);
    let trim = |it: char| !it.is_alphanumeric() && it != '(';
    let bare = words.trim_matches(trim);
    if let Some(office) = named(text, line, bare) {
        return Some((Part::Unsaid, office));
    }
    let (label, rest) = bare.split_once([' ', ':', ';'])?;
    let rest = rest.trim_matches(trim);
    if label.chars().count() > LABEL || rest.is_empty() {
        return None;
    }
    let office = named(text, line, without_precedence(rest))?;
    let label = folded(label);
    let part = match label.as_str() {
        it if it.contains('r') && (it.contains('o') || it.contains('m')) => Part::Sender,
        it if it.starts_with("to") || it.ends_with("to") || it == "o" => Part::Recipient,
        _ => Part::Unsaid,
    };
    Some((part, office))
}

/// `PRIORITY MEXICO CITY`: the office without the word of precedence before it.
pub(super) fn without_precedence(words: &str) -> &str {
    const WORDS: &[&str] = &["PRIORITY", "IMMEDIATE", "ROUTINE", "NIACT", "FLASH", "OPIM", "PRITY"];
    let first = words.split(' ').next().unwrap_or_default();
    if WORDS.contains(&first) { words[first.len()..].trim_start() } else { words }
}

/// An office of the table, by words long enough to be sure of.
fn named(text: &str, line: Span, words: &str) -> Option<Cited<String>> {
    const SURE: usize = 5;
    let letters = words.chars().filter(|it| it.is_alphabetic()).count();
    let small = words.chars().filter(|it| it.is_lowercase()).count();
    if letters < SURE || small * 2 > letters && words.contains('.') {
        return None;
    }
    let at = line.of(text).find(words)?;
    let span = Span { start: line.start + at as u32, end: line.start + (at + words.len()) as u32 };
    if let Some(name) = words::office(words) {
        return Some(Cited::new(name.to_owned(), span));
    }
    let titled = ["Chief, ", "Chief of Station", "Chief of Base", "CHIEF, ", "CHIEF OF STATION"]
        .iter()
        .any(|it| words.starts_with(it));
    let end = words.find([';', '|', '[', '{', '_']).unwrap_or(words.len());
    let cut = Span { start: span.start, end: span.start + end as u32 }.trimmed(text);
    (titled && cut.len() <= 60).then(|| Cited::new(crate::communications::tidy(cut.of(text)), cut))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_are_found_behind_the_remains_of_labels() {
        for (words, part, name) in [
            ("tos PRIORITY MEXICO CITY", Part::Recipient, "Mexico City"),
            ("FRO DIRECTOR", Part::Sender, "Director"),
            ("| STOCKH0LM", Part::Unsaid, "Stockholm"),
            ("Chief of Station, Olenin", Part::Unsaid, "Chief of Station, Olenin"),
        ] {
            let found = office_on(words, Span::new(0..words.len()));
            let found = found.map(|(part, name)| (part, name.value));
            assert_eq!(found, Some((part, name.to_owned())), "{words}");
        }
        assert_eq!(office_on("He saw the harbour", Span::new(0..18)), None);
    }
}

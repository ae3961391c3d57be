//! What an editor or a translator put into a text: notes that say so, and words supplied in square brackets.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use regesta_model::{SegmentKind, Span};

use crate::vocabulary;

/// How long a note in brackets is at most, in bytes.
const LONGEST: usize = 1_200;
/// How long supplied words are at most, in bytes.
const SUPPLIED: usize = 160;

/// Finds notes and supplied words in a stretch of the text, in order.
pub(crate) fn find(text: &str, within: Span) -> Vec<(SegmentKind, Span)> {
    let words = within.of(text);
    let mut res = Vec::new();
    let mut from = 0;
    while let Some(at) = words.get(from..).and_then(|it| it.find(['[', '(', '（', '【', '〔'])) {
        let at = from + at;
        let Some(open) = words.get(at..).and_then(|it| it.chars().next()) else { break };
        from = at + open.len_utf8();
        let Some(len) = closed(words.get(from..).unwrap_or_default(), open) else { continue };
        let inside = words.get(from..from + len).unwrap_or_default();
        let close = words.get(from + len..).and_then(|it| it.chars().next());
        let end = from + len + close.map_or(0, char::len_utf8);
        if let Some(kind) = kind(inside, open) {
            res.push((kind, Span::new(within.start as usize + at..within.start as usize + end)));
            from = end;
        }
    }
    res
}

/// How many bytes stand before the bracket that closes; none may open between them.
fn closed(words: &str, open: char) -> Option<usize> {
    let close = match open {
        '[' => ']',
        '(' => ')',
        '（' => '）',
        '【' => '】',
        _ => '〕',
    };
    let most = words.floor_char_boundary(LONGEST);
    let at = words.get(..most)?.find([open, close])?;
    words.get(at..)?.starts_with(close).then_some(at)
}

/// What the words in a bracket are: a note where they say so; else, in square brackets alone, words supplied.
fn kind(inside: &str, open: char) -> Option<SegmentKind> {
    if is_note(inside) {
        return Some(SegmentKind::EditorialNote);
    }
    let square = matches!(open, '[' | '〔');
    // Where a site hid an address, nobody supplied anything.
    let address = inside.contains(['@', '|']) || inside.to_lowercase().starts_with("email");
    let letters = inside.chars().any(char::is_alphabetic) && !address;
    (square && letters && inside.len() <= SUPPLIED).then_some(SegmentKind::Supplied)
}

/// Says whether words are a note of an editor or a translator by their own account.
pub(crate) fn is_note(words: &str) -> bool {
    static WORDS: LazyLock<(Vec<bool>, Option<AhoCorasick>)> = LazyLock::new(|| {
        let table = vocabulary::rows(include_str!("../../../data/editorial_notes.tsv"));
        let (whole, words): (Vec<bool>, Vec<String>) = table
            .filter_map(|row| Some((*row.first()? == "whole", row.get(2)?.to_lowercase())))
            .unzip();
        (whole, AhoCorasick::new(words).ok())
    });
    let (whole, searcher) = &*WORDS;
    let lower = words.trim().to_lowercase();
    let found = searcher.iter().flat_map(|it| it.find_overlapping_iter(&lower));
    let letter = |it: Option<char>| it.is_some_and(|it| it.is_alphabetic() && it.len_utf8() < 3);
    found.into_iter().any(|it| {
        let before = lower.get(..it.start()).and_then(|it| it.chars().next_back());
        let after = lower.get(it.end()..).and_then(|it| it.chars().next());
        let all = it.start() == 0 && lower.get(it.end()..).is_some_and(|it| it.len() <= 3);
        let word = !letter(before) && !letter(after);
        match whole.get(it.pattern().as_usize()) {
            Some(true) => all,
            _ => word,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&'static str, &str)> {
        let all = find(text, Span::new(0..text.len()));
        all.into_iter().map(|(kind, span)| (kind.code(), span.of(text))).collect()
    }

    #[test]
    fn notes_and_supplied_words_are_told_apart() {
        let text = "Паром [трудовой] бригады (прим. перев.: так в тексте) ушёл [неразборчиво].";
        assert_eq!(
            found(text),
            [
                ("editorial-bracket", "[трудовой]"),
                ("editorial-note", "(прим. перев.: так в тексте)"),
                ("editorial-note", "[неразборчиво]"),
            ]
        );
        assert_eq!(found("渡船[译者注：原文如此]已开"), [("editorial-note", "[译者注：原文如此]")]);
        assert_eq!(found("나룻배 [판독 불가] 출발"), [("editorial-note", "[판독 불가]")]);
    }

    #[test]
    fn ordinary_brackets_and_open_ones_are_none() {
        assert!(found("Forty boats (of two masts) and [1] lay there").is_empty());
        assert!(found("Forty boats [and the ferry").is_empty());
        assert!(found("Write to [editor@example.org]").is_empty());
    }
}

//! Splits running text into sentences.

mod abbreviations;

use regesta_model::{Script, Span};

use crate::{
    references,
    scripts::{is_letter, is_letter_or_digit},
};
use abbreviations::{Use, is_known};

/// The pages about them, each the test of what it says.
pub const PAGES: &[crate::Page] = crate::pages::pages!["sentences"];

/// Returns the sentences of a text in order, trimmed of white space at their ends.
///
/// A blank line always ends a sentence, a single line break only after a stop. Numbers of list points stay with their sentences.
pub fn sentences(text: &str) -> Vec<Span> {
    let references: Vec<Span> =
        references::find(text).into_iter().flat_map(|it| it.spans).collect();
    sentences_beside(text, &references)
}

/// Returns the sentences of a text whose archival references are known already, in order.
pub fn sentences_beside(text: &str, references: &[Span]) -> Vec<Span> {
    let mut res = Vec::new();
    let mut start = 0;
    let mut at = 0;
    // The stops of `Ф. 45. Оп. 1.` end no sentence.
    let mut references = references.iter().peekable();
    while let Some((offset, c)) = next_mark(text, at) {
        at += offset;
        while references.next_if(|it| it.range().end <= at).is_some() {}
        if references.peek().is_some_and(|it| it.range().start < at) && c != '\n' {
            at += c.len_utf8();
            continue;
        }
        let after = at + c.len_utf8();
        let end = match c {
            '\n' => blank_line_end(text, after).map(|_| at),
            _ if is_full_stop(c) => {
                Some(closed(text, after)).filter(|it| !goes_on(text, after, *it))
            }
            '.' if inline_point(text, start, at).is_some() => inline_point(text, start, at),
            '.' | '!' | '?' | '…' => stop_end(text, start, at, c),
            _ => None,
        };
        match end {
            Some(end) => {
                push(text, start, end, &mut res);
                start = end;
                at = end.max(after);
            }
            None => at = after,
        }
    }
    push(text, start, text.len(), &mut res);
    res
}

fn push(text: &str, start: usize, end: usize, res: &mut Vec<Span>) {
    let span = Span::new(start..end).trimmed(text);
    if !span.is_empty() {
        res.push(span);
    }
}

/// Returns how far ahead the next character stands that may end a sentence, and the character.
fn next_mark(text: &str, at: usize) -> Option<(usize, char)> {
    let may_end = |it: char| matches!(it, '\n' | '.' | '!' | '?' | '…') || is_full_stop(it);
    text.get(at..)?.char_indices().find(|(_, it)| may_end(*it))
}

/// A longer row of stops is a leader, read in pieces.
const MOST_STOPS: usize = 16;

/// Stops that end a sentence wherever they stand.
fn is_full_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '．' | '｡')
}

/// Returns the offset after the stops, quotation marks and brackets that close a sentence.
fn closed(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let stops = rest.chars().take(MOST_STOPS);
    let stops = stops.take_while(|it| matches!(it, '.' | '!' | '?' | '…') || is_full_stop(*it));
    let at = at + stops.map(char::len_utf8).sum::<usize>();
    let rest = text.get(at..).unwrap_or_default();
    let close = |it: char| {
        matches!(it, '"' | '\'' | '»' | '”' | '’' | '」' | '』' | ')' | '）' | ']' | '】')
    };
    let mut end = at;
    for (offset, c) in rest.char_indices().take(3) {
        // A straight quotation mark with a letter after it opens the next sentence.
        let next = rest.get(offset + c.len_utf8()..).and_then(|it| it.chars().next());
        let opens = matches!(c, '"' | '\'')
            && next.is_some_and(char::is_alphanumeric)
            && !quotes(rest.get(offset + c.len_utf8()..).unwrap_or_default());
        // German closes with the mark that opens in English: `„Los.“`
        let low = c == '“' && next.is_none_or(|it| it.is_whitespace() || matches!(it, ',' | ')'));
        if !(close(c) || low) || opens {
            break;
        }
        end = at + offset + c.len_utf8();
    }
    end
}

/// Says whether words go on with the particle that reports a quotation: `라고 말했다`, `と言った`.
fn quotes(words: &str) -> bool {
    let end = words.find(|it: char| !is_syllable(it)).unwrap_or(words.len());
    let word = words.get(..end).unwrap_or_default();
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).take(3);
    ends.into_iter().filter_map(|it| word.get(..it)).any(|it| is_known(it, Use::Quoting))
}

/// Says whether the sentence goes on after the quotation that closes between two offsets.
fn goes_on(text: &str, stop: usize, end: usize) -> bool {
    let closes =
        text.get(stop..end).is_some_and(|it| it.contains(['"', '\'', '”', '’', '」', '』', '“']));
    let rest = text.get(end..).unwrap_or_default();
    let spaced = rest.strip_prefix(' ').is_some_and(|it| {
        ["라고", "이라고", "라며", "라는", "하고 ", "고 "].iter().any(|word| it.starts_with(word))
    });
    closes && (quotes(rest) || spaced)
}

fn blank_line_end(text: &str, after: usize) -> Option<usize> {
    let rest = text.get(after..)?;
    let next = rest.find(|it: char| it == '\n' || !it.is_whitespace()).unwrap_or(rest.len());
    (rest.get(next..)?.starts_with('\n')).then_some(after + next)
}

/// Returns the end of the sentence that this stop closes, if it closes one.
fn stop_end(text: &str, start: usize, at: usize, stop: char) -> Option<usize> {
    let end = closed(text, at);
    if goes_on(text, at, end) {
        return None;
    }
    let rest = text.get(end..)?;
    let gap = rest.len() - rest.trim_start().len();
    let next = rest.trim_start().trim_start_matches(|it: char| is_opening(it) || it == '*');
    let first = next.chars().next();
    let before = text.get(start..at)?;
    if gap == 0 {
        return glued_end(before, first, end);
    }
    if first.is_none() {
        return Some(end);
    }
    let starts = first.is_some_and(|it| !it.is_lowercase() && !matches!(it, ',' | ';' | ':' | '.'));
    let many = text.get(at..end).is_some_and(|it| it.chars().filter(|it| *it == '.').count() > 1);
    if !starts {
        return None;
    }
    if stop != '.' || many {
        return Some(end);
    }
    let closes = end > at + 1;
    let held = is_point_number(before)
        || ends_in_abbreviation(before, next)
        || is_inside_date(before, next);
    (closes && !is_point_number(before) || !held).then_some(end)
}

/// A point's number inside a paragraph (`two cases: 1. Under fire`) begins a sentence; returns where it begins.
fn inline_point(text: &str, start: usize, at: usize) -> Option<usize> {
    let before = text.get(start..at)?;
    let number = last_word(before);
    let lead = before.strip_suffix(number)?;
    let digits = (1..3).contains(&number.len()) && number.bytes().all(|it| it.is_ascii_digit());
    let next = text.get(at + 1..)?.strip_prefix(' ').and_then(|it| it.chars().next());
    let opens = lead.trim_end().ends_with([':', ';']) && lead.ends_with(char::is_whitespace);
    let capital = next.is_some_and(char::is_uppercase);
    (digits && opens && capital).then_some(at - number.len())
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '«' | '“' | '‘' | '„' | '「' | '『' | '(' | '（' | '[' | '—' | '-' | '–'
    )
}

/// A stop with no blank after it ends a sentence between a small letter and a capital (`человек.Кроме`), or before a CJK word
/// after a CJK word.
fn glued_end(before: &str, next: Option<char>, end: usize) -> Option<usize> {
    let Some(next) = next else { return Some(end) };
    let before = before.trim_end();
    let last = before.chars().next_back()?;
    let closed = matches!(last, ')' | '"' | '»' | '”' | ']');
    let small = last.is_lowercase() || closed || is_syllable(last);
    let capital = next.is_uppercase() || is_syllable(next) && is_syllable(last);
    let word = last_word(before);
    let long = word.chars().count() > 1 || closed || is_syllable(last);
    let known =
        word.chars().count() < 5 && (is_known(word, Use::Always) || is_known(word, Use::Number));
    (small && capital && long && !known).then_some(end)
}

fn is_syllable(c: char) -> bool {
    matches!(Script::of(c), Script::Han | Script::Kana | Script::Hangul)
}

/// The word before a stop, with the stops inside it (`т.е`, `U.N`).
fn last_word(before: &str) -> &str {
    const LONGEST: usize = 40;
    let words = before.char_indices().rev().take(LONGEST);
    let start = words
        .take_while(|(_, it)| is_letter_or_digit(*it) || *it == '.')
        .last()
        .map_or(before.len(), |(at, _)| at);
    before.get(start..).unwrap_or_default()
}

/// `1.`, `12)`, `а.` or `IV.` at the very beginning of a sentence numbers it.
fn is_point_number(before: &str) -> bool {
    let label = before.trim_start().trim_start_matches(['(', '*', '#', '-', '§', '№', ' ']);
    if label.len() > 12 {
        return false;
    }
    let digits = !label.is_empty()
        && label.len() < 8
        && label.chars().all(|it| it.is_ascii_digit() || it == '.');
    let roman = !label.is_empty() && label.len() < 6 && label.chars().all(|it| "IVX".contains(it));
    let letter = label.chars().count() == 1 && label.chars().all(char::is_alphabetic);
    digits || roman || letter
}

/// An initial, a known abbreviation, or a label with a number after it does not end a sentence.
fn ends_in_abbreviation(before: &str, next: &str) -> bool {
    let word = last_word(before);
    let last = word.rsplit('.').next().unwrap_or_default();
    let known = |kind| is_known(word, kind) || is_known(last, kind);
    let capital = next.starts_with(char::is_uppercase);
    let figure_next = next.starts_with(|it: char| it.is_ascii_digit() || matches!(it, '№' | 'N'));
    let lead = before.strip_suffix(word).unwrap_or_default().trim_end();
    let measured = follows_figure(lead) || word.starts_with(|it: char| it.is_ascii_digit());
    if capital && measured && known(Use::Measure) {
        return false;
    }
    if is_known(word, Use::Closing) || is_known(last, Use::Closing) {
        let first = next.split(|it: char| !is_letter(it)).next().unwrap_or_default();
        return !(capital && is_known(first, Use::Opener));
    }
    let initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    let label = last.chars().count() < 3
        && !last.is_empty()
        && last.chars().all(|it| it.is_alphabetic() && !is_syllable(it));
    initial && word.chars().count() <= 5
        || known(Use::Always)
        || figure_next && (label || known(Use::Number) || known(Use::Measure))
}

/// Says whether words end in a figure, Arabic or Roman: `1951`, `XIX`.
fn follows_figure(lead: &str) -> bool {
    let word = last_word(lead);
    let roman = !word.is_empty() && word.chars().all(|it| "IVXХ".contains(it));
    roman || lead.ends_with(|it: char| it.is_ascii_digit() || it == '%')
}

/// `16. 1. 1951`, `5. März`: a number before a stop inside a date.
fn is_inside_date(before: &str, next: &str) -> bool {
    let word = last_word(before);
    let day = word.len() < 3 && !word.is_empty() && word.chars().all(|it| it.is_ascii_digit());
    let roman = !word.is_empty() && word.chars().all(|it| "IVX".contains(it));
    let number = next.starts_with(|it: char| it.is_ascii_digit());
    let count = next.chars().take_while(char::is_ascii_digit).count();
    let month = next.split(|it: char| !is_letter(it)).next().unwrap_or_default();
    let german = is_known(month, Use::Month);
    // `im 19. Jahrhundert`; `I am 19. He is 20.` is not German.
    let lead = before.strip_suffix(word).unwrap_or_default().trim_end();
    let article = last_word(lead);
    let ordinal = word.len() <= 3
        && !word.is_empty()
        && word.chars().all(|it| it.is_ascii_digit())
        && is_known(article, Use::Ordinal)
        && !lead.ends_with("I am")
        && next.starts_with(char::is_uppercase)
        && !is_known(month, Use::Opener);
    ordinal || (day || roman) && (number && matches!(count, 1 | 2 | 4) || german)
}

#[cfg(test)]
mod tests;

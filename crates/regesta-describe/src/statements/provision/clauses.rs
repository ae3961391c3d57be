//! Cuts a provision into whom it concerns, its condition and its disposition, in the document's words.

use std::ops::Range;

use regesta_model::{Cited, Language, Span};

use super::wording::{self, Wording};
use crate::prose::Sentence;

/// The parts of a provision.
pub(super) struct Clauses {
    pub(super) who: Option<Cited<String>>,
    pub(super) condition: Option<Cited<String>>,
    pub(super) disposition: Cited<String>,
    /// All its words.
    pub(super) whole: Span,
    /// Whether the binding words stand in a clause within another.
    pub(super) embedded: bool,
}

/// More bytes than that are no subject.
const LONGEST_SUBJECT: usize = 320;

/// Reads the parts of a provision out of the words of `body`, which lie in the sentence.
pub(super) fn read(text: &str, body: Span, sentence: &Sentence, wording: &Wording) -> Clauses {
    let words = sentence.span.of(text);
    let first = (body.start.saturating_sub(sentence.span.start)) as usize;
    let place = |it: &Range<usize>| {
        let start = sentence.span.start + it.start.max(first) as u32;
        let end = sentence.span.start + it.end.max(first) as u32;
        trimmed(text, Span { start, end })
    };
    let mut start = first;
    let purpose = wording.purpose.filter(|it| *it > wording.at.end && *it > first);
    let mut end = purpose.unwrap_or(words.len());
    let whole = place_of(sentence, purpose);
    let concern = wording.concern.as_ref().map(&place);
    let condition =
        wording.condition.as_ref().map(|(what, _)| place(what)).filter(|it| Some(*it) != concern);
    if let Some((what, whole)) = &wording.condition {
        if whole.end * 2 > words.len() && what.start > wording.at.start {
            end = what.start.max(start);
        } else {
            start = whole.end.max(start);
        }
    }
    if let Some(concern) = wording.concern.as_ref().filter(|it| it.end <= wording.at.start) {
        let rest = words.get(concern.end..).unwrap_or_default();
        let particle =
            rest.find(char::is_whitespace).filter(|_| sentence.language == Language::Korean);
        start = start.max(concern.end + particle.unwrap_or_default());
    }
    let ahead = words.get(start..wording.at.start.max(start)).unwrap_or_default();
    let ahead = ahead.get(wording::linking(sentence.language, ahead)..).unwrap_or_default();
    let embedded = wording::is_embedded(sentence.language, ahead);
    let subject = subject(words, start..end, sentence.language, wording);
    let who = concern.or_else(|| subject.as_ref().map(&place)).filter(|it| !it.is_empty());
    if let Some(subject) = subject.filter(|it| wording.concern.is_none() && !it.is_empty()) {
        start = subject.end.min(end);
    }
    let mut disposition = place(&(start..end));
    if disposition.is_empty() {
        disposition = trimmed(text, body);
    }
    let cite = |it: Span| Cited::new(it.of(text).to_owned(), it);
    Clauses {
        who: who.map(cite),
        condition: condition.filter(|it| !it.is_empty()).map(cite),
        disposition: cite(disposition),
        whole,
        embedded,
    }
}

/// The words of a sentence without those that only tell what it is for.
fn place_of(sentence: &Sentence, purpose: Option<usize>) -> Span {
    let end = purpose.map(|it| sentence.span.start + it as u32);
    Span { start: sentence.span.start, end: end.unwrap_or(sentence.span.end) }
}

/// The words before the binding ones, where they are those of a subject.
fn subject(
    words: &str,
    range: Range<usize>,
    language: Language,
    wording: &Wording,
) -> Option<Range<usize>> {
    if language == Language::Korean {
        return korean_topic(words, range);
    }
    let end = wording.at.start.min(range.end);
    let before = words.get(range.start..end)?;
    let lead = lead_of(before, language);
    let lead = lead + wording::linking(language, before.get(lead..)?);
    let before = before.get(lead..)?;
    let start = range.start + lead;
    // `申请探亲的，每年一次`: whoever it concerns stands before the first comma.
    let comma = before.find('，').filter(|_| language == Language::Chinese);
    let end = comma.or_else(|| relative(before)).map_or(end, |it| start + it);
    let fits = before.trim().chars().count() > 1
        && before.len() <= LONGEST_SUBJECT
        && !wording::is_nobody(language, before);
    fits.then_some(start..end)
}

/// Where a relative pronoun begins that parts the subject from the words that bind: `сторож, который`.
fn relative(before: &str) -> Option<usize> {
    let (subject, last) = before.trim_end().rsplit_once(',')?;
    let last = last.trim().to_lowercase();
    let pronoun = last.starts_with("котор") || matches!(last.as_str(), "who" | "which");
    pronoun.then_some(subject.len())
}

/// Bytes of the adverbials before a subject: `In the Korean army, `.
fn lead_of(words: &str, language: Language) -> usize {
    let mut res = 0;
    while let Some((lead, rest)) = words.get(res..).and_then(|it| it.split_once([',', '，'])) {
        let comma = words.len() - res - lead.len() - rest.len();
        let apart = comma > 1 || rest.starts_with(char::is_whitespace);
        let next = rest.trim_start();
        let dated = next.starts_with(|it: char| it.is_ascii_digit());
        if !apart || dated || next.is_empty() || !wording::is_adverbial(language, lead) {
            break;
        }
        res += lead.len() + comma;
    }
    res
}

/// The words up to the first one that bears the mark of the topic.
fn korean_topic(words: &str, range: Range<usize>) -> Option<Range<usize>> {
    const ATTRIBUTES: [&str; 17] = [
        "에는",
        "서는",
        "로는",
        "까지는",
        "또는",
        "하는",
        "있는",
        "없는",
        "되는",
        "가는",
        "오는",
        "사는",
        "받는",
        "하거나",
        "않는",
        "보는",
        "주는",
    ];
    let mut at = range.start;
    for word in words.get(range.clone())?.split_inclusive(' ').take(12) {
        at += word.len();
        let bare = word.trim_end();
        if bare.ends_with([',', '.']) {
            return None;
        }
        let attribute = ATTRIBUTES.iter().any(|it| bare.ends_with(it));
        if bare.chars().count() > 1 && bare.ends_with(['은', '는']) && !attribute {
            return Some(range.start..at);
        }
    }
    None
}

/// A part without blanks, commas and stops at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let marks = |it: char| {
        it.is_whitespace() || matches!(it, ',' | '.' | ';' | ':' | '，' | '。' | '；' | '：' | '、')
    };
    let words = span.of(text);
    let start = span.start as usize + (words.len() - words.trim_start_matches(marks).len());
    Span::new(start..start + words.trim_matches(marks).len())
}

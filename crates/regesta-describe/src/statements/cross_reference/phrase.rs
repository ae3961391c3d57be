//! Reads one phrase that speaks of another document: outwards from its noun to whose it is, its date and its number.

use regesta_model::{Language, Span};

use super::words::{KINDS, Words, is_dense};
use crate::{page::Page, passages::Passage};

/// Whose the document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The reader's: the document that is answered.
    Your,
    /// The writer's.
    My,
    /// Somebody else's.
    Their,
}

/// Words that speak of another document.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// What kind of document.
    pub(super) kind: &'static str,
    pub(super) owner: Option<Owner>,
    /// The words that say whose it is.
    pub(super) whose: Option<Span>,
    /// Its date, by its place in `Page::dates`.
    pub(super) date: Option<usize>,
    pub(super) number: Option<Span>,
    /// Whether the words are of a copy of it or of its text.
    pub(super) is_copied: bool,
    /// Whether the noun alone says that it was received.
    pub(super) is_incoming: bool,
    /// Whether whose it is stands close before the noun.
    pub(super) is_close: bool,
    pub(super) span: Span,
    /// More dates that the same noun governs, each a document of its own: its words and its date.
    pub(super) further: Vec<(Span, usize)>,
}

/// A reader of one phrase.
pub(super) struct Phrase<'a> {
    page: &'a Page<'a>,
    words: &'a Words,
    passage: Span,
    language: Language,
}

impl<'a> Phrase<'a> {
    pub(super) fn new(page: &'a Page<'a>, words: &'a Words, passage: &Passage) -> Self {
        Phrase { page, words, passage: passage.span, language: passage.language }
    }

    /// Reads the phrase around a noun of the passage; `None` where it speaks of this very document.
    pub(super) fn around(&self, noun: Span, kind: &'static str) -> Option<Mention> {
        if self.words.broken.is_match(self.after(noun.end)) {
            return None;
        }
        let mut it = Mention {
            kind,
            owner: None,
            whose: None,
            date: None,
            number: None,
            is_copied: false,
            is_incoming: self.words.incoming.is_match(noun.of(self.page.text)),
            is_close: false,
            span: noun,
            further: Vec::new(),
        };
        if is_dense(self.language) {
            self.leftwards_dense(&mut it);
        } else {
            self.leftwards(&mut it)?;
        }
        self.rightwards(&mut it);
        it.is_incoming &= it.date.is_some() || self.is_acknowledged(it.span);
        it.is_incoming |=
            self.words.incoming.is_match(it.span.of(self.page.text)) && it.owner.is_some();
        Some(it)
    }

    /// Says whether the words around say that it was received or answered: `来电悉`, `据来电`.
    fn is_acknowledged(&self, span: Span) -> bool {
        let (before, after) = (self.before(span.start), self.after(span.end));
        self.words.answer.find_iter(before).any(|it| it.end() + 1 >= before.len())
            || self.words.acknowledged.is_match(after)
    }

    /// Words of the passage before a place, at most some 120 bytes.
    fn before(&self, at: u32) -> &'a str {
        let mut from = self.passage.start.max(at.saturating_sub(120)) as usize;
        while !self.page.text.is_char_boundary(from) {
            from += 1;
        }
        self.page.text.get(from..at as usize).unwrap_or_default()
    }

    /// Words of the passage after a place, at most some 240 bytes.
    fn after(&self, at: u32) -> &'a str {
        let mut to = self.passage.end.min(at.saturating_add(240)) as usize;
        while !self.page.text.is_char_boundary(to) {
            to -= 1;
        }
        self.page.text.get(at as usize..to).unwrap_or_default()
    }

    fn date_from(&self, start: u32) -> Option<(usize, Span)> {
        let at = self.page.dates.binary_search_by_key(&start, |it| it.span.start).ok()?;
        self.page.dates.get(at).map(|it| (at, it.span))
    }

    /// The date that ends at a place or at white space before it.
    fn date_to(&self, end: u32) -> Option<(usize, Span)> {
        let at = self.page.dates.partition_point(|it| it.span.start < end).checked_sub(1)?;
        let span = self.page.dates.get(at)?.span;
        let between = self.page.text.get(span.end as usize..end as usize)?;
        (between.trim().is_empty() && self.passage.contains(span)).then_some((at, span))
    }

    fn owner_before(&self, at: u32, it: &mut Mention) {
        let before = self.before(at);
        let Some(found) = self.words.owner.captures(before) else { return };
        let Some(whole) = found.get(0) else { return };
        let named = [("your", Owner::Your), ("my", Owner::My), ("their", Owner::Their)];
        let group = named.iter().find_map(|(name, owner)| Some((found.name(name)?, *owner)));
        let Some((group, owner)) = group else { return };
        let start = |byte: usize| at - (before.len() - byte) as u32;
        let between = before.get(group.end()..).unwrap_or_default();
        if between.split_whitespace().any(stops) {
            return;
        }
        it.is_close = between.split_whitespace().count() <= 1;
        it.owner = Some(owner);
        it.whose = Some(Span { start: start(group.start()), end: start(group.end()) });
        it.span.start = start(whole.start());
    }

    /// `copy of my`, `both your`, `your December 16`, `текст`
    fn leftwards(&self, it: &mut Mention) -> Option<()> {
        let beside = |span: &Span| {
            !self
                .page
                .text
                .get(span.end as usize..it.span.start as usize)
                .is_some_and(|it| it.contains('\n'))
        };
        if let Some((date, span)) = self.date_to(it.span.start).filter(|(_, span)| beside(span)) {
            it.date = Some(date);
            it.span.start = span.start;
        }
        self.owner_before(it.span.start, it);
        if it.owner.is_none() && self.words.own.is_match(self.before(it.span.start)) {
            return None;
        }
        let before = self.before(it.span.start);
        if let Some(found) = self.words.copy.find(before) {
            it.is_copied = true;
            it.span.start -= (before.len() - found.start()) as u32;
        }
        Some(())
    }

    /// `你们十二月十六日的来`, `귀 성의 1947년 9월 18일자 외발 제214호`
    fn leftwards_dense(&self, it: &mut Mention) {
        const STEPS: usize = 6;
        let mut at = it.span.start;
        for _ in 0..STEPS {
            let before = self.before(at);
            if it.number.is_none()
                && let Some(found) = self.words.number_before.captures(before)
                && let (Some(whole), Some(value)) = (found.get(0), found.name("value"))
            {
                let start = |byte: usize| at - (before.len() - byte) as u32;
                it.number = Some(Span { start: start(value.start()), end: start(value.end()) });
                at = start(whole.start());
                it.span.start = at;
            } else if it.date.is_none()
                && let Some((date, span)) = self.date_to(at)
            {
                it.date = Some(date);
                at = span.start;
                it.span.start = at;
            } else if let Some(found) = self.words.filler.find(before) {
                at -= (before.len() - found.start()) as u32;
            } else {
                break;
            }
        }
        self.owner_before(it.span.start, it);
    }

    /// `No. 402 from the Ambassador, dated December 16 and 25, 1957`
    pub(super) fn rightwards(&self, it: &mut Mention) {
        const STEPS: usize = 6;
        for _ in 0..STEPS {
            if !(self.number_after(it) || self.date_after(it) || self.sender_after(it)) {
                break;
            }
        }
    }

    fn number_after(&self, it: &mut Mention) -> bool {
        if it.number.is_some() {
            return false;
        }
        let after = self.after(it.span.end);
        let space = after.len() - after.trim_start_matches([' ', '\n', '\u{a0}']).len();
        let trimmed = after.get(space..).unwrap_or_default();
        let bare = || {
            let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
            let rest = trimmed.get(digits..).unwrap_or_default();
            let ends = rest.is_empty() || rest.starts_with([',', '.', ';', ')', '\n']);
            let fits = matches!(it.kind, "telegram" | "despatch") && (2..=5).contains(&digits);
            let dated = self.date_from(it.span.end + space as u32).is_some();
            (fits && space > 0 && ends && !dated).then_some((0, digits))
        };
        let marked = self.words.number.captures(trimmed);
        let place = marked.and_then(|it| it.name("value").map(|it| (it.start(), it.end())));
        let Some((from, to)) = place.or_else(bare) else { return false };
        let base = it.span.end + space as u32;
        let value = Span { start: base + from as u32, end: base + to as u32 };
        let text = value.of(self.page.text).trim_end_matches('-');
        let value = Span { end: value.start + text.len() as u32, ..value };
        it.number = Some(value);
        it.span.end = value.end;
        let closing = self.after(value.end).chars().next().filter(|it| "号號호".contains(*it));
        it.span.end += closing.map_or(0, |it| it.len_utf8() as u32);
        true
    }

    /// Where the words for a date that begin here lead to one: the place of its first word.
    fn date_at(&self, at: u32, known: bool) -> Option<(usize, Span)> {
        let after = self.after(at);
        let joined = self.words.from.find(after).map(|it| it.end());
        let comma = after.len() - after.trim_start_matches([',', ' ', '\n', '(']).len();
        let direct = (known && comma > 0).then_some(comma);
        [joined, direct].into_iter().flatten().find_map(|it| self.date_from(at + it as u32))
    }

    fn date_after(&self, it: &mut Mention) -> bool {
        if it.date.is_none() {
            let known = it.number.is_some();
            let Some((date, span)) = self.date_at(it.span.end, known) else { return false };
            it.date = Some(date);
            it.span.end = span.end;
            return true;
        }
        let last = it.further.last().map_or(it.span.end, |(span, _)| span.end);
        let after = self.after(last);
        let from = after.len() - after.trim_start().len();
        let words = after.get(from..).unwrap_or_default();
        let joint = ["and ", "и ", "und ", "et ", "i ", "і ", ", "];
        let Some(joint) = joint.iter().find(|it| words.starts_with(**it)) else { return false };
        let start = last + from as u32 + joint.len() as u32;
        let bare = self.words.from.find(self.after(start)).map_or(0, |it| it.end() as u32);
        let Some((date, span)) = self.date_from(start).or_else(|| self.date_from(start + bare))
        else {
            return false;
        };
        let opens = if *joint == ", " { start } else { last + from as u32 };
        it.further.push((Span { start: opens, end: span.end }, date));
        true
    }

    /// The author, where a date or a number follows, or where the words are of a copy: `from the Ambassador in Velmar`, `начальника порта`.
    fn sender_after(&self, it: &mut Mention) -> bool {
        if it.date.is_some() || it.number.is_some() || it.whose.is_some() && it.is_copied {
            return false;
        }
        let after = self.after(it.span.end);
        let genitive =
            matches!(self.language, Language::Russian | Language::Ukrainian | Language::Polish);
        if is_dense(self.language) || !(genitive || self.words.sender.is_match(after)) {
            return false;
        }
        let mut end = 0;
        for word in after.split_inclusive([' ', '\n', '\u{a0}']).take(9) {
            let bare = word.trim();
            if end > 0 && stops(bare) {
                break;
            }
            end += word.len();
            let here = it.span.end + after.get(..end).unwrap_or_default().trim_end().len() as u32;
            let dated = self.date_at(here, false).is_some();
            let numbered = self.words.number.is_match(self.after(here).trim_start());
            if !bare.is_empty() && (dated || numbered) {
                self.name_author(it, here);
                return true;
            }
            if ends_clause(bare) {
                break;
            }
        }
        let words =
            after.get(..end).unwrap_or_default().trim_end_matches(|it: char| !it.is_alphanumeric());
        let named = words.chars().any(char::is_uppercase) || genitive;
        if it.is_copied && !words.trim().is_empty() && named {
            self.name_author(it, it.span.end + words.len() as u32);
            return true;
        }
        false
    }

    fn name_author(&self, it: &mut Mention, end: u32) {
        let words = Span { start: it.span.end, end }.of(self.page.text);
        let kept = words.trim_end_matches([' ', ',', '\n']).len() as u32;
        let author = Span { start: it.span.end, end: it.span.end + kept }.trimmed(self.page.text);
        it.whose = it.whose.or(Some(author));
        it.span.end = end;
    }
}

/// Says whether a word opens what the document is about.
fn stops(word: &str) -> bool {
    const STOPS: &[&str] = &[
        "о",
        "об",
        "обо",
        "в",
        "во",
        "на",
        "и",
        "с",
        "со",
        "по",
        "для",
        "к",
        "из",
        "что",
        "относительно",
        "которую",
        "которое",
        "который",
        "about",
        "concerning",
        "regarding",
        "on",
        "that",
        "which",
        "with",
        "and",
        "or",
        "who",
        "is",
        "was",
        "were",
        "has",
        "had",
        "have",
        "will",
        "w",
        "o",
        "про",
        "щодо",
        "касательно",
        "где",
        "когда",
    ];
    STOPS.contains(&word.to_lowercase().as_str())
}

/// Says whether a sentence or clause ends with this word; a full stop after a few letters marks an abbreviation.
fn ends_clause(word: &str) -> bool {
    let letters = word.chars().filter(|it| it.is_alphabetic()).count();
    let marked = word.ends_with([',', ';', ':', '!', '?', ')', '"', '»', '”']);
    marked || (word.ends_with('.') && letters > 4)
}

/// The kind that a match of `Words::nouns` names.
pub(super) fn kind_of(found: &regex::Captures<'_>) -> Option<&'static str> {
    KINDS.iter().copied().find(|it| found.name(it).is_some())
}

//! Cross-references: which other documents the text speaks of.

mod phrase;
mod target;
mod words;

use regesta_model::{DateRole, Record, Reference, ReferenceKind, Span};

use self::{
    phrase::{Mention, Owner, Phrase},
    words::Words,
};
use super::StatementReader;
use crate::{
    Context,
    communications::LineKind,
    passages::{Passage, Place, passages},
};

pub(super) const READER: StatementReader =
    StatementReader { name: "cross-reference", page: include_str!("cross_reference.md"), read };

fn read(context: &Context<'_>, record: &mut Record) {
    let keep = |kind: &LineKind| {
        matches!(
            kind,
            LineKind::Body
                | LineKind::Salutation(_)
                | LineKind::Close
                | LineKind::Number
                | LineKind::Date
                | LineKind::Name
                | LineKind::EnclosureHeading
        )
    };
    let mut found: Vec<(Mention, bool)> = Vec::new();
    for passage in passages(context, keep) {
        let Some(words) = words::words(passage.language) else { continue };
        let first = found.len();
        let lower = passage.span.of(context.page.text).to_lowercase();
        by_nouns(context, &passage, words, &lower, &mut found);
        by_numbers(context, &passage, words, &mut found);
        if words.label.may_match(&lower) {
            labelled(context, &passage, words, &mut found);
        }
        without_overlaps(&mut found, first);
    }
    found.retain(|(it, _)| !is_of_itself(context, record, it));
    for (mention, is_answer) in found {
        let target = target::find(context, record, &mention);
        if let Some((holder, target)) = target.as_ref().and_then(|it| Some((it.holder?, it.target)))
            && (mention.owner == Some(Owner::Your) || is_answer)
        {
            target::answer(record, holder, target);
        }
        let id = target.and_then(|it| Some(record.communications.get(it.target)?.id.clone()));
        for (at, span) in std::iter::once(mention.span)
            .chain(mention.further.iter().map(|(span, _)| *span))
            .enumerate()
        {
            let date = match at.checked_sub(1) {
                None => mention.date,
                Some(at) => mention.further.get(at).map(|(_, date)| *date),
            };
            let id = id.clone().filter(|_| at == 0);
            let mut it = reference(context, &mention, span, date, id);
            it.parts.extend(standing(&mention, is_answer));
            record.references.push(it);
        }
    }
    record.references.sort_by_key(|it| it.spans.first().copied());
    mark_cited_dates(record);
}

/// A date that stands in the words of a cross-reference is that of the document it names.
fn mark_cited_dates(record: &mut Record) {
    let of_kind = record.references.iter().filter(|it| it.kind == ReferenceKind::CrossReference);
    let mut cited: Vec<Span> = of_kind.flat_map(|it| it.spans.iter().copied()).collect();
    cited.sort_unstable();
    for date in record.dates.iter_mut().filter(|it| it.role == DateRole::Mentioned) {
        let Some(span) = date.spans.first() else { continue };
        let before = cited.partition_point(|it| it.start <= span.start);
        if cited[..before].last().is_some_and(|it| it.contains(*span)) {
            date.role = DateRole::Cited;
        }
    }
}

/// Documents named by their kind: `your letter of December 16`.
fn by_nouns(
    context: &Context<'_>,
    passage: &Passage,
    words: &Words,
    lower: &str,
    found: &mut Vec<(Mention, bool)>,
) {
    let (text, phrase) = (context.page.text, Phrase::new(context.page, words, passage));
    let passage_words = passage.span.of(text);
    if !words.nouns.may_match(lower) {
        return;
    }
    let mut last = 0;
    for it in words.nouns.captures_iter(passage_words) {
        let (Some(noun), Some(kind)) = (it.get(0), phrase::kind_of(&it)) else { continue };
        if noun.start() < last {
            continue;
        }
        let span = shifted(passage.span, noun.range());
        let Some(mention) = phrase.around(span, kind) else { continue };
        let answers = is_answer(words, passage, text, mention.span);
        if is_another(context, &mention, passage, answers) {
            last = (mention.span.end - passage.span.start) as usize;
            found.push((mention, answers));
        }
    }
}

/// Says whether the words are sure to speak of another document.
fn is_another(context: &Context<'_>, it: &Mention, passage: &Passage, answers: bool) -> bool {
    let owned = matches!(it.owner, Some(Owner::Your | Owner::My));
    if passage.place == Place::Form && !(owned || answers) {
        return false;
    }
    let written =
        matches!(it.kind, "telegram" | "letter" | "note" | "memorandum" | "message" | "despatch");
    let dated = it.date.and_then(|date| context.chronology.edtf(date)).is_some_and(|edtf| {
        let day = edtf.len() >= 10 && !edtf.contains('/');
        day || (written && it.owner.is_some() && edtf.len() >= 7)
    });
    let answered = it.owner == Some(Owner::Your) && it.is_close && written;
    let sent = it.is_copied && it.whose.is_some();
    dated || it.number.is_some() || answered || sent || it.is_incoming
}

/// Says whether one who answers speaks just before.
fn is_answer(words: &Words, passage: &Passage, text: &str, span: Span) -> bool {
    let mut from = passage.span.start.max(span.start.saturating_sub(60)) as usize;
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text.get(from..span.start as usize).is_some_and(|it| words.answer.is_match(it))
}

/// Documents named by their number alone: `Ваш № 123 от 5 мая`, `Embtel 456`, `my 402, May 3`.
fn by_numbers(
    context: &Context<'_>,
    passage: &Passage,
    words: &Words,
    found: &mut Vec<(Mention, bool)>,
) {
    let text = context.page.text;
    let phrase = Phrase::new(context.page, words, passage);
    let passage_words = passage.span.of(text);
    if !passage_words.contains(char::is_numeric) {
        return;
    }
    let named = words.numbered.captures_iter(passage_words);
    for it in named.chain(words.office.captures_iter(passage_words)) {
        let Some(whole) = it.get(0) else { continue };
        let Some(value) = it.name("value").or_else(|| it.name("bare")) else { continue };
        let owner = match () {
            () if it.name("your").is_some() || it.name("your2").is_some() => Some(Owner::Your),
            () if it.name("my").is_some() || it.name("my1").is_some() => Some(Owner::My),
            () => None,
        };
        let span = shifted(passage.span, whole.start()..value.end());
        let mut mention = Mention {
            kind: "telegram",
            owner,
            whose: None,
            date: None,
            number: Some(shifted(passage.span, value.range())),
            is_copied: false,
            is_incoming: false,
            is_close: true,
            span,
            further: Vec::new(),
        };
        if it.name("your").is_some() || it.name("value").is_some() {
            mention.kind = "";
        }
        phrase.rightwards(&mut mention);
        let answers = is_answer(words, passage, text, mention.span);
        let bare = it.name("bare").is_some();
        let on = owner.is_none() && whole.as_str().to_lowercase().starts_with("на");
        let sure = match () {
            () if bare => mention.date.is_some() || answers,
            () if on => mention.date.is_some() || whole.start() == 0,
            () => true,
        };
        if sure {
            found.push((mention, answers || on));
        }
    }
}

/// Documents listed after `Ref:`, each by its series and number.
fn labelled(
    context: &Context<'_>,
    passage: &Passage,
    words: &Words,
    found: &mut Vec<(Mention, bool)>,
) {
    let text = context.page.text;
    for line in passage.lines.clone() {
        let Some(span) = context.page.lines.get(line).map(|it| it.span) else { continue };
        let Some(label) = words.label.find(span.of(text)) else { continue };
        let rest = Span { start: span.start + label.end() as u32, end: span.end };
        for number in words::series().find_iter(rest.of(text)) {
            let span = shifted(rest, number.range());
            found.push((
                Mention {
                    kind: "telegram",
                    owner: None,
                    whose: None,
                    date: None,
                    number: Some(span),
                    is_copied: false,
                    is_incoming: false,
                    is_close: false,
                    span,
                    further: Vec::new(),
                },
                true,
            ));
        }
    }
}

fn shifted(base: Span, range: std::ops::Range<usize>) -> Span {
    Span { start: base.start + range.start as u32, end: base.start + range.end as u32 }
}

/// Of mentions that share words the one that says more is kept.
fn without_overlaps(found: &mut Vec<(Mention, bool)>, first: usize) {
    let mut new = found.split_off(first);
    new.sort_by_key(|(it, _)| (it.span.start, std::cmp::Reverse(it.span.end)));
    let mut end = 0;
    for it in new {
        let stop = it.0.further.last().map_or(it.0.span.end, |(span, _)| span.end);
        if it.0.span.start >= end {
            end = stop;
            found.push(it);
        }
    }
}

/// A number that is the document's own, without a word whose it is, speaks of the document itself.
fn is_of_itself(context: &Context<'_>, record: &Record, it: &Mention) -> bool {
    let Some(number) = it.number.filter(|_| it.owner.is_none()) else { return false };
    let number = number.of(context.page.text);
    let root = record.communications.iter().filter(|it| it.enclosed_in.is_none());
    root.flat_map(|it| &it.numbers).any(|it| it.value == number)
        || context.form_numbers().iter().any(|(span, _)| span.of(context.page.text) == number)
}

/// Whose the document is, and whether this one answers it.
fn standing(mention: &Mention, is_answer: bool) -> Vec<(String, String)> {
    let owner = match mention.owner {
        Some(Owner::Your) => Some("your"),
        // Farther off it may be somebody else's: `our government to the memorandum`.
        Some(Owner::My) if mention.is_close => Some("my"),
        Some(_) => Some("their"),
        None => None,
    };
    let answers = is_answer || mention.owner == Some(Owner::Your);
    let owner = owner.map(|it| ("owner".to_owned(), it.to_owned()));
    let relation = answers.then(|| ("relation".to_owned(), "answers".to_owned()));
    owner.into_iter().chain(relation).collect()
}

fn reference(
    context: &Context<'_>,
    mention: &Mention,
    span: Span,
    date: Option<usize>,
    target: Option<String>,
) -> Reference {
    let text = context.page.text;
    let mut parts = Vec::new();
    let mut add = |name: &str, value: Option<String>| {
        parts.extend(value.filter(|it| !it.is_empty()).map(|it| (name.to_owned(), it)));
    };
    let squeezed = |span: Span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    add("kind", Some(mention.kind.to_owned()));
    add("whose", mention.whose.map(squeezed));
    add("date", date.and_then(|it| context.chronology.edtf(it)).map(str::to_owned));
    add("number", mention.number.map(squeezed));
    add("target", target);
    Reference {
        kind: ReferenceKind::CrossReference,
        normal: squeezed(span),
        parts,
        missing: Vec::new(),
        spans: vec![span],
    }
}

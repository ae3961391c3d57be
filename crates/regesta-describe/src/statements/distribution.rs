//! Distribution lists: to whom which copies went.

mod entries;

use std::sync::LazyLock;

use regesta_model::{
    Distribution, DistributionEntry, FieldName, Language, NumberValue, Record, Span,
};
use regex::Regex;

use super::StatementReader;
use crate::{Context, patterns::compile, vocabulary};

pub(super) const READER: StatementReader =
    StatementReader { name: "distribution", page: include_str!("distribution.md"), read };

fn read(context: &Context<'_>, record: &mut Record) {
    for (text, outline) in context.outlines.iter().enumerate() {
        let lines: Vec<usize> = outline.kinds.iter().map(|(at, _)| *at).collect();
        let mut res: Vec<Distribution> = tables(context, &lines);
        res.extend(labelled(context, &lines));
        let total = declared_total(context, record, text);
        for list in &mut res {
            numbers_or_counts(list, list.declared_total.or(total));
        }
        let mut more = copies_below(context, text);
        more.retain(|it| {
            let known =
                |one: &DistributionEntry| it.copies.iter().any(|copy| one.copies.contains(copy));
            !res.iter().flat_map(|it| &it.entries).any(known)
        });
        if let (Some(first), false) = (res.first_mut(), more.is_empty()) {
            first.spans.extend(more.iter().flat_map(|it| it.recipient.spans.clone()));
            first.entries.extend(more);
        } else if more.len() > 1 {
            res.extend(gathered(context, more));
        }
        for list in &mut res {
            list.declared_total = list.declared_total.or(total);
        }
        record.distributions.extend(res);
    }
    record.distributions.sort_by_key(|it| it.spans.first().copied());
}

/// A list made of the lines that name the copies one by one.
fn gathered(context: &Context<'_>, entries: Vec<DistributionEntry>) -> Option<Distribution> {
    let spans: Vec<Span> = entries.iter().flat_map(|it| it.recipient.spans.clone()).collect();
    let whole = spans.into_iter().reduce(Span::join)?;
    let lines = context.page.lines.iter();
    let line = lines.rev().find(|it| it.span.start <= whole.start)?;
    let span = Span { start: line.span.start, end: whole.end };
    Some(Distribution { entries, declared_total: None, language: line.language, spans: vec![span] })
}

/// Tables of which the rows give the number of a copy and who has it; rows without a holder are left out.
fn tables(context: &Context<'_>, lines: &[usize]) -> Vec<Distribution> {
    let page = context.page;
    let rows = |at: &usize| page.lines.get(*at).is_some_and(|it| !it.cells.is_empty());
    let mut res = Vec::new();
    for run in lines.chunk_by(|a, b| a + 1 == *b && rows(a) == rows(b)) {
        if !run.iter().all(rows) {
            continue;
        }
        let mut entries = Vec::new();
        let (mut spans, mut copies): (Vec<Span>, usize) = (Vec::new(), 0);
        for line in run.iter().filter_map(|it| page.lines.get(*it)) {
            let (found, numbers) = entries::row(page.text, &line.cells);
            copies += usize::from(numbers);
            if !found.is_empty() {
                spans.push(line.span);
                entries.extend(found);
            }
        }
        let span = spans.into_iter().reduce(Span::join);
        let language = entries.first().and_then(|it| {
            let at = it.recipient.spans.first()?.start;
            page.lines.iter().find(|line| line.span.end > at).map(|it| it.language)
        });
        if let (Some(span), Some(language), true) = (span, language, copies >= 2) {
            res.push(Distribution { entries, declared_total: None, language, spans: vec![span] });
        }
    }
    res
}

/// The words that open a list.
fn opening() -> &'static Regex {
    static OPENING: LazyLock<Regex> = LazyLock::new(|| {
        let rows = vocabulary::rows(include_str!("../../../../data/distribution_words.tsv"));
        let mut alternatives = Vec::new();
        for row in rows {
            let [mark, _, pattern, ..] = row[..] else { continue };
            let after = match mark {
                "colon" => r"\s*[:：]",
                // How many were made has to be followed by who has them.
                "made" => r"\s*[:：–—-]\s*\S",
                _ => r"\s*",
            };
            alternatives.push(format!("(?:{pattern}){after}"));
        }
        compile(&format!(r"(?:^|[\s.;\]])(?P<label>{})", alternatives.join("|")))
    });
    &OPENING
}

/// Lists that a word opens: on its own line, at the beginning of one, or in a text that lost its lines.
fn labelled(context: &Context<'_>, lines: &[usize]) -> Vec<Distribution> {
    let page = context.page;
    let mut res: Vec<Distribution> = Vec::new();
    let mut taken = 0;
    for (place, at) in lines.iter().enumerate() {
        let Some(line) = page.lines.get(*at).filter(|it| it.cells.is_empty()) else { continue };
        let words = line.span.of(page.text);
        let Some(label) = opening().captures(words).and_then(|it| it.name("label")) else {
            continue;
        };
        if line.span.start < taken
            || !context.is_on_form(*at) && label.start() > 0 && !is_form(words)
        {
            continue;
        }
        let start = line.span.start + label.start() as u32;
        let label_end = words.get(..label.end()).map_or(0, |it| {
            it.rfind([':', '：', '–', '—', '-']).map_or(it.len(), |at| at + mark_length(it, at))
        });
        let made = made(label.as_str());
        let label_end = if made.is_some() { label_end } else { label.end() };
        let rest = Span { start: line.span.start + label_end as u32, end: line.span.end };
        let mut entries = entries::listed(page.text, rest, label.start() > 0);
        let mut end = entries.iter().flat_map(|it| &it.recipient.spans).map(|it| it.end).max();
        end = end.map(|end| entries::with_count(page.text, end, rest.end));
        if rest.of(page.text).trim().is_empty() || (!entries.is_empty() && label.start() == 0) {
            let first = rest.of(page.text).trim().is_empty();
            let mut previous = None;
            for next in lines.iter().skip(place + 1).take(30) {
                let same = page
                    .lines
                    .get(*next)
                    .filter(|it| it.cells.is_empty() && (first || it.paragraph == line.paragraph));
                let Some(same) = same else { break };
                let found = entries::line(page.text, same.span, first);
                let counted = |it: &DistributionEntry| it.count.is_some() || !it.copies.is_empty();
                let after_gap = previous.is_some_and(|it| it != same.paragraph);
                let listed = entries.iter().any(counted);
                let member = found.first().is_some_and(counted) || !listed && !after_gap;
                // Without counts only a short name tells that the list goes on.
                let named = |it: &DistributionEntry| {
                    counted(it) || it.recipient.value.split_whitespace().count() < 5
                };
                if found.is_empty() || !member || !found.iter().all(named) {
                    break;
                }
                previous = Some(same.paragraph);
                end = Some(same.span.end);
                entries.extend(found);
            }
        }
        let Some(end) = end.filter(|_| !entries.is_empty()) else { continue };
        let spans = vec![Span { start, end }];
        taken = end;
        res.push(Distribution { entries, declared_total: made, language: line.language, spans });
    }
    res
}

/// Bytes of the character at a place.
fn mark_length(words: &str, at: usize) -> usize {
    words.get(at..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8)
}

/// How many copies were made, where the words that open a list say it: `Отп. 3 экз.:`.
fn made(label: &str) -> Option<i64> {
    let words = label.trim_matches(|it: char| !it.is_alphanumeric());
    words.contains(char::is_whitespace).then_some(())?;
    let known = [Language::Russian, Language::English, Language::German, Language::Polish];
    let digits = words.split(|it: char| !it.is_ascii_digit()).find(|it| !it.is_empty());
    digits.and_then(|it| it.parse().ok()).or_else(|| {
        known.iter().find_map(|it| {
            match regesta_lang::quantities::find(words, *it).first()?.value {
                NumberValue::Whole(value) => Some(value),
                _ => None,
            }
        })
    })
}

/// Figures before the holders are the numbers of copies where they run from one to as many as were made; else they say how
/// many copies each has.
fn numbers_or_counts(list: &mut Distribution, made: Option<i64>) {
    let counts: Vec<i64> = list.entries.iter().filter_map(|it| it.count).collect();
    let bare = list.entries.iter().all(|it| it.copies.is_empty());
    let running = counts.iter().zip(1..).all(|(count, place)| *count == place);
    let last = counts.last().copied();
    if !bare || counts.len() != list.entries.len() || counts.len() < 2 || !running {
        return;
    }
    let added: i64 = counts.iter().sum();
    if made.map_or(counts.len() > 2, |it| last == Some(it) && added != it) {
        for it in &mut list.entries {
            it.copies.extend(it.count.take().map(|it| it.to_string()));
        }
    }
}

/// Says whether a line is the collapsed words of a form: mostly in capitals, with numbers.
fn is_form(words: &str) -> bool {
    let letters = words.chars().filter(|it| it.is_alphabetic()).count();
    let capitals = words.chars().filter(|it| it.is_uppercase()).count();
    capitals * 4 > letters && words.contains(|it: char| it.is_ascii_digit())
}

/// Copies named one by one in the block under the text: `экз. № 4 - 8 отдел`, `№ 1 - адресату`, `1 - file`.
fn copies_below(context: &Context<'_>, text: usize) -> Vec<DistributionEntry> {
    let Some(outline) = context.outlines.get(text) else { return Vec::new() };
    let below = outline.kinds.iter().filter(|(at, _)| context.is_on_form(*at));
    let lines = below.filter_map(|(at, _)| context.page.lines.get(*at));
    let bare = lines.filter(|it| it.cells.is_empty());
    bare.filter_map(|it| entries::copy_line(context.page.text, it.span)).collect()
}

/// How many copies were made, as the field of the same name says.
fn declared_total(context: &Context<'_>, record: &Record, text: usize) -> Option<i64> {
    let outline = context.outlines.get(text)?;
    let inside = |span: &Span| {
        outline.kinds.iter().any(|(at, _)| {
            context.page.lines.get(*at).is_some_and(|line| line.span.overlaps(*span))
        })
    };
    let typed = record.fields_named(FieldName::CopiesTyped);
    let field = typed.into_iter().find(|it| it.spans.iter().any(inside))?;
    let words = field.value.as_str();
    let read = regesta_lang::quantities::normalize(words, Language::Undetermined)?;
    match read.value {
        NumberValue::Whole(value) => Some(value),
        _ => None,
    }
}

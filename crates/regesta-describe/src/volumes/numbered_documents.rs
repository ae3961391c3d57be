//! A published volume or bulletin: its documents bear numbers that count on, `Document 12`, `№ 12`, `第十二号`, `12. Title`.

use std::{collections::HashMap, ops::Range};

use regesta_model::Span;

use super::{VolumeForm, most, parts};
use crate::volume::{
    Start, Survey, ascending,
    rules::is_rule,
    words::{self, HeadKind, ReadHead},
};

pub(super) const FORM: VolumeForm =
    VolumeForm { name: "numbered-documents", page: include_str!("numbered_documents.md"), find };

/// A head and its line.
type Headed = (usize, ReadHead);

/// How many letters a document has at least; less is a line of a list or of a table of contents.
const LETTERS: usize = 60;

fn find(survey: &Survey<'_>) -> Vec<Start> {
    let mut forms: HashMap<usize, Vec<Headed>> = HashMap::new();
    for line in 0..survey.lines.len() {
        let apart = survey.is_apart(line) || after_rule(survey, line);
        if let Some(head) = apart.then(|| words::head(survey.words(line))).flatten() {
            forms.entry(head.form).or_default().push((line, head));
        }
    }
    let mut forms: Vec<(usize, Vec<Headed>)> = forms.into_iter().collect();
    // What only a volume says comes first, then the form that stands oftenest.
    forms.sort_by_key(|(form, heads)| {
        let kind = heads.first().map_or(2, |(_, it)| it.kind as usize);
        (kind, std::cmp::Reverse(heads.len()), *form)
    });
    let chosen = forms.iter().map(|(_, heads)| chain(survey, heads)).find(|it| it.len() > 1);
    chosen.unwrap_or_default().iter().map(|it| start(survey, it)).collect()
}

/// A line right under a rule begins a document although no blank line parts them.
fn after_rule(survey: &Survey<'_>, line: usize) -> bool {
    line.checked_sub(1).is_some_and(|it| is_rule(survey.words(it)))
}

/// The heads of one form that count on and are each followed by a document; nothing where too little speaks for it.
fn chain(survey: &Survey<'_>, heads: &[Headed]) -> Vec<Headed> {
    if heads.len() < 2 {
        return Vec::new();
    }
    let next = heads.iter().skip(1).map(|it| it.0).chain([survey.lines.len()]);
    let full = heads.iter().zip(next).filter(|((line, _), next)| {
        !survey.continues(*line)
            && !is_listed(survey, *line)
            && survey.has_letters(*line + 1..*next, LETTERS)
    });
    let full: Vec<Headed> = full.map(|(it, _)| *it).collect();
    let numbers: Vec<u32> = full.iter().map(|(_, it)| it.number).collect();
    let rising: Vec<Headed> =
        ascending(&numbers).into_iter().filter_map(|it| full.get(it)).copied().collect();
    let lines: Vec<usize> = rising.iter().map(|it| it.0).collect();
    let Some((first, kind)) = rising.first().map(|it| (it.0, it.1.kind)) else { return rising };
    let whole = rising.len() > 1
        && rising.len() * 5 >= distinct(&numbers) * 4
        && counts_on(&rising, kind)
        && stands_before(survey, first)
        && !survey.is_letter(0..first)
        && speaks(survey, kind, &parts(survey, &lines));
    if whole { with_short_ones(heads, rising) } else { Vec::new() }
}

/// Says whether the next line is headed as this one is: an entry of a table of contents.
fn is_listed(survey: &Survey<'_>, line: usize) -> bool {
    let form = |it: usize| words::head(survey.words(it)).map(|it| it.form);
    !survey.is_apart(line + 1) && form(line).is_some() && form(line) == form(line + 1)
}

/// How many different numbers there are.
fn distinct(numbers: &[u32]) -> usize {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.len()
}

/// Says whether most numbers follow the one before; a selection out of a volume leaves some out.
fn counts_on(rising: &[Headed], kind: HeadKind) -> bool {
    let steps = rising.windows(2).filter_map(|it| Some(it.last()?.1.number - it.first()?.1.number));
    let (mut near, mut all) = (0, 0);
    for step in steps {
        near += usize::from(step == 1 || kind == HeadKind::Document && step <= 40);
        all += 1;
    }
    near * 5 >= all * 4
}

/// Says whether what stands before the first document is small enough for the front of a volume.
fn stands_before(survey: &Survey<'_>, first: usize) -> bool {
    survey.line(first).is_some_and(|it| it.span.start as usize * 2 <= survey.text.len())
}

/// Says whether the documents show what documents of this kind of volume show.
fn speaks(survey: &Survey<'_>, kind: HeadKind, parts: &[Range<usize>]) -> bool {
    let dated = |it: &Range<usize>| survey.is_dated(it);
    let named = |it: &Range<usize>| survey.names_genre(it) || survey.is_addressed(it);
    match kind {
        HeadKind::Document => most(parts, 50, |it| dated(it) || named(it)),
        HeadKind::Number => {
            most(parts, 70, dated) && most(parts, 70, |it| named(it) || survey.has_dateline(it))
        }
        HeadKind::Bare => {
            most(parts, 80, |it| titled(survey, it))
                && most(parts, 80, |it| survey.names_genre(it))
                && most(parts, 80, |it| survey.has_dateline(it) || ends_in_date(survey, it))
        }
    }
}

/// Says whether a document opens with a title: a line without a full stop, apart from the words below it.
fn titled(survey: &Survey<'_>, part: &Range<usize>) -> bool {
    let title = survey.words(part.start);
    let alone = words::head(title).is_some_and(|it| it.len == title.len());
    let at = if alone { part.start + 1 } else { part.start };
    let ends = !survey.words(at).ends_with(['。', ';', '；', ':', '：', ',']);
    let apart = (at + 1..part.end.min(at + 5)).any(|it| survey.is_apart(it));
    ends && apart
}

/// Says whether the title of a document ends with its date, as calendars of documents give it.
fn ends_in_date(survey: &Survey<'_>, part: &Range<usize>) -> bool {
    survey.head(part).take(2).any(|it| {
        let words = survey.words(it);
        let tail = words.char_indices().rev().nth(36).map_or(0, |(at, _)| at);
        crate::volume::has_date(words.get(tail..).unwrap_or_default())
    })
}

/// Puts back the heads of documents that are hardly printed (`Document 7. [Not printed.]`), where their numbers fit in.
fn with_short_ones(heads: &[Headed], rising: Vec<Headed>) -> Vec<Headed> {
    let mut res: Vec<Headed> = Vec::with_capacity(rising.len());
    let mut all = heads.iter().peekable();
    for head in rising {
        while let Some(between) = all.next_if(|it| it.0 < head.0) {
            let fits = |last: &Headed| {
                last.1.number < between.1.number && between.1.number < head.1.number
            };
            if res.last().is_some_and(fits) {
                res.push(*between);
            }
        }
        res.push(head);
    }
    res
}

fn start(survey: &Survey<'_>, (line, head): &Headed) -> Start {
    const HEAD: usize = 3;
    let span = survey.line(*line).map(|it| it.span).unwrap_or_default();
    let at = |place: usize| span.start + place as u32;
    let mut dividers = vec![Span { start: span.start, end: at(head.len) }];
    let mut first = *line;
    while let Some(rule) = first.checked_sub(1).filter(|_| after_rule(survey, first)) {
        dividers.extend(survey.line(rule).map(|it| it.span));
        first = rule;
    }
    if is_rule(survey.words(line + 1)) {
        dividers.extend(survey.line(line + 1).map(|it| it.span));
    }
    dividers.sort_unstable();
    Start {
        line: first,
        head: *line..line + HEAD,
        number: Some(Span { start: at(head.at.0), end: at(head.at.1) }),
        dividers,
    }
}

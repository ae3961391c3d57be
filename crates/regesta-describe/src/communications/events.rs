//! Reads what happened to a communication from the times on its form and under it.

use regesta_model::{Event, EventKind, Span};

use super::{LineKind, outline::Draft};
use crate::{Context, page::Page, vocabulary, zones::Zone};

/// Something that happened, by the place of its date on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Happening {
    pub(crate) kind: EventKind,
    /// Place of the date in `Page::dates`.
    pub(crate) date: usize,
}

/// Reads the happenings on form lines: each date with the nearest word before it on its line that says what happened.
pub(crate) fn read(page: &Page<'_>, lines: &[usize]) -> Vec<Happening> {
    let mut res = Vec::new();
    for at in lines {
        let Some(line) = page.lines.get(*at) else { continue };
        let mut from = line.span.start;
        let mut last = None;
        for date in page.dates_on(line.span) {
            let span = page.dates[date].span;
            let before = Span { start: from.min(span.start), end: span.start }.of(page.text);
            last = vocabulary::event(before).or(last);
            if let Some(kind) = last {
                res.push(Happening { kind, date });
            }
            from = span.end;
        }
    }
    res
}

/// What happened to a communication and when: written, sent, received, deciphered. `places` are the texts of its drafts.
pub(super) fn happenings(
    context: &Context<'_>,
    root: bool,
    places: &[(usize, usize)],
    drafts: &[&Draft],
) -> Vec<Event> {
    let (page, chronology) = (context.page, context.chronology);
    let mut res: Vec<Event> = Vec::new();
    let mut add = |kind: EventKind, edtf: &str, span: Span| match res
        .iter_mut()
        .find(|it| it.kind == kind && it.edtf == edtf)
    {
        Some(event) => event.spans.push(span),
        None => res.push(Event {
            kind,
            edtf: edtf.to_owned(),
            zone: None,
            place: None,
            spans: vec![span],
        }),
    };
    for (draft, (text, _)) in drafts.iter().zip(places) {
        let announced = || {
            let outline = context.outlines.get(*text)?;
            chronology.announced_date(page, draft.announced?, outline)
        };
        if let Some(span) = draft.date.or_else(announced)
            && let Some((_, edtf)) = chronology.at(page, span)
        {
            add(EventKind::Drafted, edtf, span);
        }
    }
    if root {
        for outline in context.outlines {
            let lines: Vec<usize> =
                outline.form.iter().chain(&outline.processing).copied().collect();
            for happening in read(page, &lines) {
                if let Some(edtf) = chronology.edtf(happening.date) {
                    add(happening.kind, edtf, page.dates[happening.date].span);
                }
            }
        }
    }
    if root {
        res.extend(
            told_by_head(context)
                .into_iter()
                .filter(|it| {
                    !res.iter().any(|known| known.kind == it.kind && known.edtf == it.edtf)
                })
                .collect::<Vec<_>>(),
        );
    }
    let dated = res.iter().any(|it| matches!(it.kind, EventKind::Drafted | EventKind::Sent));
    if root && !dated && !context.head.damaged {
        res.extend(dated_by_heading(context));
    }
    if root && let Some(drafted) = res.iter_mut().find(|it| it.kind == EventKind::Drafted) {
        cite_headings(context, drafted);
    }
    res
}

/// The day on which it was written stands in the head of each text too.
fn cite_headings(context: &Context<'_>, drafted: &mut Event) {
    let (page, chronology) = (context.page, context.chronology);
    for outline in context.outlines {
        let lines = outline.form.iter().filter(|at| outline.kind_of(**at) == Some(&LineKind::Date));
        for date in lines.flat_map(|at| page.dates_on(page.lines[*at].span)) {
            let span = page.dates[date].span;
            if chronology.edtf(date) == Some(&drafted.edtf) && !drafted.spans.contains(&span) {
                drafted.spans.push(span);
            }
        }
    }
}

/// What the head of a paper tells: when it was sent and received, and its own date where that is another day.
fn told_by_head(context: &Context<'_>) -> Vec<Event> {
    let head = &context.head;
    let event = |kind, edtf: &str, zone: Option<String>, span| Event {
        kind,
        edtf: edtf.to_owned(),
        zone,
        place: None,
        spans: vec![span],
    };
    let mut res: Vec<Event> =
        head.events.iter().map(|it| event(it.kind, &it.edtf, it.zone.clone(), it.span)).collect();
    if let Some((span, edtf)) = &head.date
        && !res.iter().any(|it| it.kind == EventKind::Sent && it.edtf.starts_with(edtf.as_str()))
    {
        res.push(event(EventKind::Drafted, edtf, None, *span));
    }
    res
}

/// A document without a date of its own is dated by a date line above its text, or by the catalogue.
fn dated_by_heading(context: &Context<'_>) -> Option<Event> {
    let (page, chronology) = (context.page, context.chronology);
    let dateline = context
        .outlines
        .iter()
        .flat_map(|it| it.form.iter().filter(|at| it.kind_of(**at) == Some(&LineKind::Date)));
    let catalogue = [Zone::PrintedDate, Zone::CatalogueDate, Zone::Value("date.catalogue")];
    let lines =
        dateline.copied().chain(catalogue.into_iter().flat_map(|it| context.zones.lines(it)));
    let labelled = context
        .zones
        .labelled
        .iter()
        .filter(|it| it.names == "date.catalogue")
        .filter_map(|it| it.value);
    let spans = lines.map(|it| page.lines[it].span).chain(labelled);
    spans.flat_map(|it| page.dates_on(it)).find_map(|date| {
        let edtf = chronology.edtf(date)?.to_owned();
        Some(Event {
            kind: EventKind::Drafted,
            edtf,
            zone: None,
            place: None,
            spans: vec![page.dates[date].span],
        })
    })
}

//! Puts the outlines of original and translations together: one tree of communications, each cited in every text.

use std::collections::{BTreeMap, HashMap};

use regesta_lang::languages;
use regesta_model::{
    Cited, Communication, CommunicationKind, Event, EventKind, Language, NumberSeries,
    SeriesNumber, Span,
};

use super::{
    events, names,
    outline::{Draft, Outline},
    parties::{self, Parties},
};
use crate::{Context, communications::LineKind, vocabulary, zones::Zone};

/// A communication as all texts outline it.
struct Node {
    /// Place among siblings, from the outermost in.
    path: Vec<usize>,
    /// The drafts, by text and place in its outline.
    drafts: Vec<(usize, usize)>,
}

/// Assembles the communications of a document, the enclosing before the enclosed.
pub(crate) fn assemble(context: &Context<'_>) -> Vec<Communication> {
    let nodes = nodes(context.outlines);
    let mut res: Vec<Communication> = Vec::new();
    let mut places: HashMap<&[usize], usize> = HashMap::new();
    for node in &nodes {
        let outer = (1..node.path.len()).rev().find_map(|it| places.get(&node.path[..it]).copied());
        places.insert(&node.path, res.len());
        let id = format!("c{}", res.len() + 1);
        let outer = outer.and_then(|it| res.get(it)).map(|it| (it.id.clone(), it.kind));
        let (enclosed_in, inherited) = outer.unzip();
        res.push(communication(context, node, id, enclosed_in, inherited));
    }
    if res.is_empty() && !context.texts.is_empty() {
        let node = Node { path: vec![0], drafts: Vec::new() };
        let mut only = communication(context, &node, "c1".to_owned(), None, None);
        only.spans = context.texts.iter().flat_map(|it| it.pieces(context.page)).collect();
        res.push(only);
    }
    res
}

fn nodes(outlines: &[Outline]) -> Vec<Node> {
    let mut res: BTreeMap<Vec<usize>, Vec<(usize, usize)>> = BTreeMap::new();
    for (text, outline) in outlines.iter().enumerate() {
        let mut paths: Vec<Vec<usize>> = Vec::new();
        let mut siblings: HashMap<Option<usize>, usize> = HashMap::new();
        for (at, draft) in outline.drafts.iter().enumerate() {
            let place = siblings.entry(draft.parent).or_default();
            let mut path = draft.parent.and_then(|it| paths.get(it)).cloned().unwrap_or_default();
            path.push(*place);
            paths.push(path.clone());
            if !draft.pieces.is_empty() {
                *place += 1;
                res.entry(path).or_default().push((text, at));
            }
        }
    }
    res.into_iter().map(|(path, drafts)| Node { path, drafts }).collect()
}

fn communication(
    context: &Context<'_>,
    node: &Node,
    id: String,
    enclosed_in: Option<String>,
    inherited: Option<CommunicationKind>,
) -> Communication {
    let drafts: Vec<&Draft> = node
        .drafts
        .iter()
        .filter_map(|(text, at)| context.outlines.get(*text)?.drafts.get(*at))
        .collect();
    let root = node.path == [0];
    let titled = if root { titled_parties(context) } else { Parties::default() };
    let named = |pick: fn(&Draft) -> &Vec<Span>| -> Vec<Vec<Cited<String>>> {
        drafts.iter().map(|it| cite_all(context, pick(it))).collect()
    };
    let signatories = agree(context, Vec::new(), named(|it| &it.signatures));
    let signed = if root && context.head.damaged { Vec::new() } else { named(|it| &it.signatures) };
    let senders = agree(context, titled.senders, signed);
    let recipients = agree(context, titled.recipients, named(|it| &it.recipients));
    let mut spans: Vec<Span> = drafts.iter().flat_map(|it| it.pieces.iter().copied()).collect();
    spans.dedup();
    Communication {
        id,
        kind: kind(context, root, &drafts, inherited),
        enclosed_in,
        in_reply_to: Vec::new(),
        senders,
        recipients,
        via: if root { context.head.via.clone() } else { Vec::new() },
        for_transmission_to: drafts
            .iter()
            .find_map(|it| passed_on(context, it))
            .into_iter()
            .collect(),
        signatories,
        numbers: numbers(context, root, &drafts),
        events: happenings(context, root, node, &drafts),
        spans,
    }
}

fn cite_all(context: &Context<'_>, spans: &[Span]) -> Vec<Cited<String>> {
    let text = context.page.text;
    let cited = spans.iter().map(|it| Cited::new(names::tidy(it.of(text)), names::bare(text, *it)));
    let polite = |name: &str| {
        Language::ALL.iter().any(|it| vocabulary::forms_of_address(*it).polite.contains(&name))
    };
    cited.filter(|it| !it.value.is_empty() && !polite(&it.value)).collect()
}

/// Takes the names of the catalogue first, then those of the text in the catalogue's language; the other forms are cited beside them where they answer one to one.
fn agree(
    context: &Context<'_>,
    titled: Vec<Cited<String>>,
    mut others: Vec<Vec<Cited<String>>>,
) -> Vec<Cited<String>> {
    let language = context.catalogue_language();
    let speaks =
        |names: &Vec<Cited<String>>| names.first().map(|it| languages::identify(&it.value).script);
    let preferred = match language {
        Some(Language::English | Language::German) => Some(regesta_model::Script::Latin),
        _ => None,
    };
    others.retain(|it| !it.is_empty());
    others.sort_by_key(|it| speaks(it) != preferred);
    let mut all = Vec::new();
    if !titled.is_empty() {
        all.push(titled);
    }
    all.extend(others);
    let mut res = all.first().cloned().unwrap_or_default();
    let count = res.len();
    for other in all.iter().skip(1).filter(|it| it.len() == count) {
        for (into, from) in res.iter_mut().zip(other) {
            into.spans.extend(
                from.spans
                    .iter()
                    .copied()
                    .filter(|it| !into.spans.contains(it))
                    .collect::<Vec<_>>(),
            );
        }
    }
    res
}

/// Parties that the catalogue names: by label, else in the title.
fn titled_parties(context: &Context<'_>) -> Parties {
    let (page, zones) = (context.page, context.zones);
    let labelled = |names: &str| -> Vec<Cited<String>> {
        let values = zones.labelled.iter().filter(|it| it.names == names).filter_map(|it| it.value);
        values
            .map(|it| Cited::new(names::tidy(it.of(page.text)), it))
            .filter(|it| !it.value.is_empty())
            .collect()
    };
    let (senders, recipients) = (labelled("sender"), labelled("recipient"));
    let head = &context.head;
    let in_sheet = context.zones.sheet.is_some();
    let (senders, recipients) = if head.damaged && head.found && !in_sheet {
        (Vec::new(), Vec::new())
    } else {
        (senders, recipients)
    };
    let senders = if head.senders.is_empty() || in_sheet && !senders.is_empty() {
        senders
    } else {
        head.senders.clone()
    };
    let recipients = if head.recipients.is_empty() || in_sheet && !recipients.is_empty() {
        recipients
    } else {
        head.recipients.clone()
    };
    let title = context.title_span().map(|it| parties::read(page.text, it)).unwrap_or_default();
    Parties {
        senders: if senders.is_empty() { title.senders } else { senders },
        recipients: if recipients.is_empty() { title.recipients } else { recipients },
    }
}

fn kind(
    context: &Context<'_>,
    root: bool,
    drafts: &[&Draft],
    inherited: Option<CommunicationKind>,
) -> CommunicationKind {
    let text = context.page.text;
    if !root {
        let announced = drafts.iter().find_map(|it| vocabulary::genre(it.announced?.of(text)));
        return announced.or(inherited).unwrap_or(CommunicationKind::Message);
    }
    let on_form = kind_on_form(context);
    let titled = context.title_span().and_then(|it| vocabulary::genre(it.of(text)));
    let labelled = context.zones.labelled.iter().filter(|it| it.names == "genre");
    let labelled = labelled.filter_map(|it| it.value).find_map(|it| vocabulary::genre(it.of(text)));
    match (titled.or(labelled), on_form) {
        (Some(CommunicationKind::Telegram) | None, Some(CommunicationKind::CipherTelegram)) => {
            CommunicationKind::CipherTelegram
        }
        (Some(CommunicationKind::Journal), Some(kind)) => kind,
        (Some(kind), _) | (None, Some(kind)) => kind,
        (None, None) if drafts.iter().any(|it| !it.recipients.is_empty()) => {
            CommunicationKind::Letter
        }
        (None, None) => CommunicationKind::Message,
    }
}

/// The kind named on the form above the text: an extract of a journal is what its own heading says.
fn kind_on_form(context: &Context<'_>) -> Option<CommunicationKind> {
    let named = context.outlines.iter().flat_map(|it| &it.form).filter_map(|at| {
        let words = context.page.words(*at);
        (words.chars().count() < 120).then(|| vocabulary::genre(words)).flatten()
    });
    let mut journal = None;
    for kind in named {
        match kind {
            CommunicationKind::Journal => journal = Some(kind),
            kind => return Some(kind),
        }
    }
    journal
}

/// Whom the words ask to pass the message on to.
fn passed_on(context: &Context<'_>, draft: &Draft) -> Option<Cited<String>> {
    let text = context.page.text;
    let opening = draft.pieces.first().map(|it| first_letters(text, *it, 600))?;
    let found = vocabulary::form_mark("pass-on").find(opening.of(text))?;
    let rest = Span { start: opening.start + found.end() as u32, end: opening.end };
    let words = rest.of(text);
    let line = words.find(['\n', '.', ',', ';', '"', '。', '，']).map_or(words.len(), |it| it);
    let piece = Span { start: rest.start, end: rest.start + line as u32 }.trimmed(text);
    let capital = piece.of(text).find(char::is_uppercase).filter(|it| *it < 40)?;
    let name = Span { start: piece.start + capital as u32, end: piece.end };
    names::is_name(name.of(text)).then(|| Cited::new(names::tidy(name.of(text)), name))
}

fn first_letters(text: &str, span: Span, count: usize) -> Span {
    let words = span.of(text);
    let end = words.char_indices().nth(count).map_or(words.len(), |(at, _)| at);
    Span { start: span.start, end: span.start + end as u32 }
}

fn numbers(context: &Context<'_>, root: bool, drafts: &[&Draft]) -> Vec<SeriesNumber> {
    let text = context.page.text;
    let mut res: Vec<SeriesNumber> = Vec::new();
    let mut add = |series, value: &str, span: Span| match res
        .iter_mut()
        .find(|it| it.series == series && it.value == value)
    {
        Some(number) => number.spans.push(span),
        None => res.push(SeriesNumber { series, value: value.to_owned(), spans: vec![span] }),
    };
    if root {
        for (span, series) in context.form_numbers() {
            add(series, span.of(text), span);
        }
        if let Some(span) = context.head.number {
            add(NumberSeries::Sender, span.of(text), span);
        }
    }
    for span in drafts.iter().flat_map(|it| &it.numbers) {
        add(NumberSeries::Sender, span.of(text), *span);
    }
    res
}

fn happenings(context: &Context<'_>, root: bool, node: &Node, drafts: &[&Draft]) -> Vec<Event> {
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
    for (draft, (text, _)) in drafts.iter().zip(&node.drafts) {
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
            for happening in events::read(page, &lines) {
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

//! Puts the outlines of original and translations together: one tree of communications, each cited in every text.

use std::collections::{BTreeMap, HashMap};

use regesta_lang::{languages, names::Form};
use regesta_model::{
    Cited, Communication, CommunicationKind, Language, NumberSeries, SeriesNumber, Span,
};

use super::{
    events, names,
    outline::{Draft, Outline},
    parties::{self, Parties},
};
use crate::{Context, heads, vocabulary};

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
    let signatures = named(|it| &it.signatures);
    let signatures = if root { without_scraps(context, signatures) } else { signatures };
    let signatories = agree(context, Vec::new(), signatures.clone());
    let signed = if root && context.head.damaged { Vec::new() } else { signatures };
    let senders = agree(context, titled.senders, signed);
    let mut addressed = named(|it| &it.recipients);
    if root {
        by_address(context, node, &mut addressed);
    }
    let recipients = agree(context, titled.recipients, addressed);
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
        events: events::happenings(context, root, &node.drafts, &drafts),
        spans,
    }
}

/// Where the salutation names nobody (`Monsieur le Ministre`), the address over the letter says whom it is for.
fn by_address(context: &Context<'_>, node: &Node, named: &mut Vec<Vec<Cited<String>>>) {
    for (text, outline) in context.outlines.iter().enumerate() {
        let Some(address) = outline.address else { continue };
        let own =
            node.drafts.iter().position(|(it, _)| *it == text).and_then(|it| named.get_mut(it));
        let addressee = cite_all(context, &[address]);
        match own {
            Some(names) if names.iter().all(|it| Form::is_title(&it.value)) => *names = addressee,
            Some(_) => (),
            None => named.push(addressee),
        }
    }
}

/// Who signs a paper read from a scan, told from the scraps of its forms and stamps.
fn without_scraps(
    context: &Context<'_>,
    mut named: Vec<Vec<Cited<String>>>,
) -> Vec<Vec<Cited<String>>> {
    const MOST: usize = 3;
    let any = named.iter().any(|it| !it.is_empty());
    if any && context.page.source.text_is_file && heads::is_released(context.page) {
        for names in &mut named {
            names.retain(|it| heads::can_sign(&it.value));
        }
        named.retain(|it| it.len() <= MOST);
    }
    named
}

fn cite_all(context: &Context<'_>, spans: &[Span]) -> Vec<Cited<String>> {
    let text = context.page.text;
    let cited = spans.iter().map(|it| Cited::new(names::tidy(it.of(text)), names::bare(text, *it)));
    let polite = |name: &str| {
        Language::ALL.iter().any(|it| vocabulary::forms_of_address(*it).polite.contains(&name))
    };
    let mut res: Vec<Cited<String>> = Vec::new();
    for it in cited.filter(|it| !it.value.is_empty() && !polite(&it.value)) {
        match res.iter_mut().find(|known| holds(&known.value, &it.value)) {
            Some(known) => known.spans.extend(it.spans),
            None => res.push(it),
        }
    }
    res
}

/// Says whether all words of a name stand in another: `Kovács` in `Kovács István`.
fn holds(name: &str, other: &str) -> bool {
    other.split_whitespace().all(|word| name.split_whitespace().any(|it| it == word))
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
        (words.chars().count() < 120 && !is_subject(words))
            .then(|| vocabulary::genre(words))
            .flatten()
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

/// Says whether a line of a form tells what the paper is about, which may be a conversation or a letter.
fn is_subject(words: &str) -> bool {
    let label = words.split_once([':', '：']).and_then(|(head, _)| vocabulary::label(head));
    matches!(label, Some("subject" | "keywords" | "summary"))
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
        for &(span, series) in context.form_numbers() {
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

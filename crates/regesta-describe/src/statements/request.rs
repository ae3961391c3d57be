//! Requests and orders: what is asked of whom.

mod due;

use std::sync::LazyLock;

use regesta_model::{Cited, Communication, CommunicationKind, Record, Request, RequestAct, Span};

use super::StatementReader;
use crate::{
    Context,
    phrases::{Phrase, Phrasebook},
    prose::Sentence,
    standing, vocabulary,
};

pub(super) const READER: StatementReader =
    StatementReader { name: "request", page: include_str!("request.md"), read };

/// What words do to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    /// They ask.
    Ask,
    /// They tell to do it, which is an order in an instruction.
    Imperative,
    /// They order.
    Order,
    /// They only look like asking.
    Silent,
}

fn table() -> impl Iterator<Item = Vec<&'static str>> {
    vocabulary::rows(include_str!("../../../../data/request_words.tsv"))
}

/// Words that ask, order, or only look like it.
static CUES: LazyLock<Phrasebook<Cue>> = LazyLock::new(|| {
    Phrasebook::new(table().filter_map(|row| {
        let cue = match *row.first()? {
            "ask" => Cue::Ask,
            "imperative" => Cue::Imperative,
            "order" => Cue::Order,
            "silent" => Cue::Silent,
            _ => return None,
        };
        Some((*row.get(1)?, *row.get(2)?, cue))
    }))
});

/// Words that tell what is asked for.
static ACTS: LazyLock<Phrasebook<RequestAct>> =
    LazyLock::new(|| {
        Phrasebook::new(table().filter_map(|row| {
            Some((*row.get(1)?, *row.get(2)?, RequestAct::from_code(row.first()?)?))
        }))
    });

fn read(context: &Context<'_>, record: &mut Record) {
    let text = context.page.text;
    let mut res: Vec<Request> = Vec::new();
    for sentence in context.sentences() {
        let Some((clause, cue)) = asking_clause(text, sentence) else { continue };
        let standing = standing::communication_of(record, clause);
        let words = clause.of(text);
        let act = ACTS.find(sentence.language, words).first().map(|it| it.meaning);
        let instructs = standing.is_some_and(|it| it.kind == CommunicationKind::Instruction);
        res.push(Request {
            id: String::new(),
            act: act.unwrap_or(RequestAct::Action),
            is_order: cue.meaning == Cue::Order || instructs && cue.meaning == Cue::Imperative,
            addressee: addressee(text, sentence, &cue, standing),
            communication: standing.map(|it| it.id.clone()),
            due: due::read(context, sentence, clause, standing),
            answered_by: standing.and_then(|it| answer(record, &it.id)),
            same_as: None,
            language: sentence.language,
            spans: vec![clause],
        });
    }
    res.sort_by_key(|it| it.spans.first().copied());
    for (place, request) in res.iter_mut().enumerate() {
        request.id = format!("q{}", place + 1);
    }
    link(record, &mut res);
    record.requests = res;
    due::of_returns(text, record);
}

/// Says in a translation which request of the original each one is.
fn link(record: &Record, requests: &mut [Request]) {
    let places: Vec<(String, Vec<Span>)> =
        requests.iter().map(|it| (it.id.clone(), it.spans.clone())).collect();
    for request in requests {
        let Some(span) = request.spans.first() else { continue };
        let rendered = standing::rendered(record, *span);
        if rendered.is_empty() {
            continue;
        }
        request.same_as = places
            .iter()
            .find(|(id, spans)| {
                *id != request.id
                    && spans.iter().any(|it| rendered.iter().any(|unit| unit.overlaps(*it)))
            })
            .map(|(id, _)| id.clone());
    }
}

/// The communication of this record that replies to the one with this id.
fn answer(record: &Record, id: &str) -> Option<String> {
    let replies = |it: &&Communication| it.in_reply_to.iter().any(|it| it == id);
    record.communications.iter().find(replies).map(|it| it.id.clone())
}

/// The clause of a sentence that asks, and the words that do.
fn asking_clause(text: &str, sentence: &Sentence) -> Option<(Span, Phrase<Cue>)> {
    let words = sentence.span.of(text);
    let found = CUES.find(sentence.language, words);
    let silent = |cue: &Phrase<Cue>| {
        found.iter().any(|it| it.meaning == Cue::Silent && it.range.start <= cue.range.end)
    };
    let asks = found.iter().filter(|it| it.meaning != Cue::Silent);
    let cue = asks.min_by_key(|it| (it.range.start, it.meaning != Cue::Order))?;
    if silent(cue) || is_quoted(words.get(..cue.range.start)?) {
        return None;
    }
    let (start, end) = (clause_start(words, cue.range.start), clause_end(words, cue.range.end));
    let clause = Span::new(start..end.max(start)).trimmed(words);
    let at = sentence.span.start;
    let clause = Span { start: clause.start + at, end: clause.end + at };
    (!clause.is_empty()).then(|| (clause, cue.clone()))
}

/// Says whether a quotation that began in the sentence is still open after these words: somebody else speaks.
fn is_quoted(before: &str) -> bool {
    let count = |marks: &[char]| before.chars().filter(|it| marks.contains(it)).count();
    let inner = before.trim_start_matches(['"', '“', '«', '「']);
    let straight = inner.chars().filter(|it| *it == '"').count();
    straight % 2 == 1
        || count(&['«']) > count(&['»']) && !before.starts_with('«')
        || count(&['“']) > count(&['”']) && !before.starts_with('“')
        || count(&['「']) > count(&['」']) && !before.starts_with('「')
}

/// Where the clause that holds this place begins: after the last mark that parts it from what goes before.
fn clause_start(words: &str, at: usize) -> usize {
    const MARKS: [&str; 11] =
        ["; ", ": ", ", and ", ", but ", ", и ", ", а ", ", но ", "；", "：", ", so ", " — "];
    let before = words.get(..at).unwrap_or_default();
    let parted = MARKS.iter().filter_map(|it| Some(before.rfind(it)? + it.len())).max();
    let comma = before.rfind('，').map(|it| it + '，'.len_utf8());
    // A short lead belongs to what is asked: `以上各点，请研究`.
    let comma = comma.filter(|it| *it > (words.len() - at));
    parted.max(comma).unwrap_or_default()
}

/// Where the clause that holds this place ends: before a quotation or a half stop, or with the sentence.
fn clause_end(words: &str, at: usize) -> usize {
    const MARKS: [&str; 10] =
        [": \"", ": «", ": “", ":\"", ":\n\"", ":«", "：“", "：「", "; ", "；"];
    let rest = words.get(at..).unwrap_or_default();
    let parted = MARKS.iter().filter_map(|it| rest.find(it)).min();
    parted.map_or(words.len(), |it| at + it)
}

/// Whom it asks: the one named in the clause, else the first recipient of the communication.
fn addressee(
    text: &str,
    sentence: &Sentence,
    cue: &Phrase<Cue>,
    communication: Option<&Communication>,
) -> Option<Cited<String>> {
    let named = cue.part.clone().and_then(|it| {
        let at = sentence.span.start as usize;
        let span = Span::new(at + it.start..at + it.end).trimmed(text);
        let first = span.of(text).split_whitespace().next()?.to_lowercase();
        let pronoun = ["you", "your", "that", "вам", "вас"].iter().any(|pronoun| first == *pronoun);
        (!pronoun).then(|| Cited::new(span.of(text).to_owned(), span))
    });
    named.or_else(|| communication?.recipients.first().cloned())
}

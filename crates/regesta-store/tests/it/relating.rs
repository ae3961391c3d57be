//! Documents find each other when somebody asks, and adding one writes its own rows alone.

use std::path::Path;

use regesta_model::{
    CheckedRecord, Cited, Communication, CommunicationKind, Event, EventKind, NumberSeries, Record,
    Reference, ReferenceKind, SeriesNumber, Source, Span,
};
use regesta_relate::{Rule, Status};
use regesta_store::{Change, Store, Writer};

use super::{open, put_described};

/// A telegram of one line, and what it answers.
struct Telegram {
    name: &'static str,
    from: &'static str,
    to: &'static str,
    number: &'static str,
    day: &'static str,
    /// Number and day of the telegram it answers.
    answers: Option<(&'static str, &'static str)>,
}

const REQUEST: Telegram = Telegram {
    name: "m-request.txt",
    from: "Verenin",
    to: "Lugovoi",
    number: "17",
    day: "1951-05-05",
    answers: None,
};
const REPLY: Telegram = Telegram {
    name: "n-reply.txt",
    from: "Lugovoi",
    to: "Verenin",
    number: "23",
    day: "1951-05-07",
    answers: Some(("17", "1951-05-05")),
};
/// Another office's number 17 of the same year.
const OTHER: Telegram = Telegram {
    name: "a-other.txt",
    from: "Halvorsen",
    to: "Orrin",
    number: "17",
    day: "1951-05-06",
    answers: None,
};

fn communication(it: &Telegram, at: &dyn Fn(&str) -> Span, length: usize) -> Communication {
    let party = |name: &str| vec![Cited::new(name.to_owned(), at(name))];
    Communication {
        id: "c1".to_owned(),
        kind: CommunicationKind::Telegram,
        enclosed_in: None,
        in_reply_to: Vec::new(),
        senders: party(it.from),
        recipients: party(it.to),
        via: Vec::new(),
        for_transmission_to: Vec::new(),
        signatories: Vec::new(),
        numbers: vec![SeriesNumber {
            series: NumberSeries::Sender,
            value: it.number.to_owned(),
            spans: vec![at(it.number)],
        }],
        events: vec![Event {
            kind: EventKind::Drafted,
            edtf: it.day.to_owned(),
            zone: None,
            place: None,
            spans: vec![at(it.day)],
        }],
        spans: vec![Span::new(0..length)],
    }
}

fn described(it: &Telegram) -> (Source, CheckedRecord) {
    let text = format!("{} {} {} {}. Please reply.", it.from, it.to, it.number, it.day);
    let at = |words: &str| {
        let start = text.find(words).unwrap_or_default();
        Span::new(start..start + words.len())
    };
    let part = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let reference = |(number, day): (&str, &str)| Reference {
        kind: ReferenceKind::CrossReference,
        normal: "your telegram".to_owned(),
        parts: vec![
            part("kind", "telegram"),
            part("date", day),
            part("number", number),
            part("owner", "your"),
            part("relation", "answers"),
        ],
        missing: Vec::new(),
        spans: vec![at(it.day)],
    };
    let request = regesta_model::Request {
        id: "q1".to_owned(),
        act: regesta_model::RequestAct::Reply,
        is_order: false,
        addressee: None,
        due: None,
        communication: Some("c1".to_owned()),
        answered_by: None,
        same_as: None,
        language: regesta_model::Language::English,
        spans: vec![at("Please reply")],
    };
    let record = Record {
        id: it.name.to_owned(),
        span: Span::new(0..text.len()),
        communications: vec![communication(it, &at, text.len())],
        references: it.answers.map(reference).into_iter().collect(),
        requests: vec![request],
        ..Record::default()
    };
    let source = Source { name: it.name.to_owned(), text, ..Source::default() };
    (source, CheckedRecord { record, findings: Vec::new() })
}

async fn put(writer: &mut Writer, it: &Telegram) {
    put_described(writer, described(it), Vec::new()).await;
}

/// Every row by which documents find each other, but those of one source.
async fn rows_but_of(dir: &Path, source: &str) -> Vec<String> {
    let path = dir.join("records.sqlite");
    let pool = sqlx::SqlitePool::connect(path.to_str().expect("a path")).await.expect("a database");
    let mut res = Vec::new();
    for sql in [
        "select source || ' ' || correspondence from correspondence where source <> $1 order by 1",
        "select source || ' ' || side || ' ' || key from correspondence_key where source <> $1 order by 1",
        "select source || ' ' || form || ' ' || part from naming where source <> $1 order by 1",
    ] {
        res.extend(
            sqlx::query_scalar::<_, String>(sql).bind(source).fetch_all(&pool).await.expect("rows"),
        );
    }
    pool.close().await;
    res
}

/// Whom each link of the collection was joined to, and what became of each request.
async fn joined(store: &Store) -> (Vec<(String, Vec<String>, Option<Rule>)>, Vec<&'static str>) {
    let all = store.correspondence().await.expect("joined");
    let id = |document: usize| all.documents[document].id.clone();
    let links = all.graph.sought.iter().zip(&all.graph.resolved);
    let links = links.map(|(it, to)| {
        let found = to.found.iter().map(|at| id(all.graph.held[*at].document)).collect();
        (id(it.document), found, to.rule)
    });
    (links.collect(), all.requests.iter().map(|it| all.status(it).code()).collect())
}

#[tokio::test]
async fn adding_a_document_writes_its_own_rows_alone_and_yet_is_found() {
    let dir = tempfile::tempdir().expect("a folder");
    let (store, mut writer) = open(dir.path()).await;
    put(&mut writer, &OTHER).await;
    put(&mut writer, &REPLY).await;
    let (links, _) = joined(&store).await;
    assert_eq!(links, [("n-reply.txt".to_owned(), Vec::new(), None)]);
    let all = store.correspondence().await.expect("joined");
    assert_eq!(all.graph.stubs.len(), 1);
    assert_eq!(all.graph.stubs[0].link.slug(), "telegram-17-1951-05-05");
    let before = rows_but_of(dir.path(), REQUEST.name).await;
    put(&mut writer, &REQUEST).await;
    assert_eq!(rows_but_of(dir.path(), REQUEST.name).await, before);
    let (links, requests) = joined(&store).await;
    let found = vec!["m-request.txt".to_owned()];
    let reply = ("n-reply.txt".to_owned(), found, Some(Rule::NumberDateAndParty));
    assert_eq!(links, [reply]);
    assert!(store.correspondence().await.expect("joined").graph.stubs.is_empty());
    // By date: the request is answered, the other office's and the reply's own are open.
    assert_eq!(requests.iter().filter(|it| **it == "open").count(), 2, "{requests:?}");
    writer.write(vec![Change::Removed(REQUEST.name.to_owned())]).await.expect("written");
    assert_eq!(joined(&store).await.0[0].1, Vec::<String>::new());
}

#[tokio::test]
async fn around_a_document_stands_what_the_whole_collection_says_of_it() {
    let dir = tempfile::tempdir().expect("a folder");
    let (store, mut writer) = open(dir.path()).await;
    for it in [&REPLY, &OTHER, &REQUEST] {
        put(&mut writer, it).await;
    }
    let (links, _) = joined(&store).await;
    for (id, answered) in [(REQUEST.name, true), (REPLY.name, false), (OTHER.name, false)] {
        let (around, at) = store.around(id).await.expect("read").expect("there");
        assert_eq!(around.documents[at].id, id);
        for (it, to) in around.graph.sought.iter().zip(&around.graph.resolved) {
            let known = links.iter().find(|(of, ..)| *of == around.documents[it.document].id);
            assert_eq!(to.rule, known.expect("a link of the collection").2, "around {id}");
        }
        let [request] = around.requests.as_slice() else { panic!("{:?}", around.requests) };
        assert_eq!(matches!(around.status(request), Status::Answered(_)), answered, "{id}");
    }
    assert!(store.around("nowhere").await.expect("read").is_none());
}

#[tokio::test]
async fn names_are_counted_once_a_document_and_an_editor_is_obeyed() {
    let dir = tempfile::tempdir().expect("a folder");
    let (store, mut writer) = open(dir.path()).await;
    for it in [&REPLY, &OTHER, &REQUEST] {
        put(&mut writer, it).await;
    }
    let names = store.names().await.expect("unified");
    let at = names.place_of("Verenin").expect("named");
    let its = names.documents[at];
    assert_eq!((its.all, its.sent, its.received, its.mentioned), (2, 1, 1, 0));
    assert_ne!(names.place_of("Halvorsen"), Some(at));
    store
        .note_decisions("[[same]]\nforms = [\"Verenin\", \"Halvorsen\"]\n[[same]]\nforms = [\"Orrin\", \"Nobody\"]\n")
        .await
        .expect("noted");
    let names = store.names().await.expect("unified");
    let at = names.place_of("Halvorsen").expect("named");
    assert_eq!(names.documents[at].all, 3);
    assert_eq!(names.unknown, [(3, "Nobody".to_owned())]);
    let forms: Vec<&str> = names.all[at].forms.iter().map(|it| it.of.form.as_str()).collect();
    let documents = store.appearances(&forms).await.expect("read");
    let ids: Vec<&str> = documents.iter().map(|it| it.document.id.as_str()).collect();
    assert_eq!(ids.len(), 3, "{ids:?}");
}

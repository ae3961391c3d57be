//! The reading room over a real store, asked through a real socket.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
};

use regesta_model::{
    AlignedUnit, AlignmentStatus, Basis, CheckedRecord, Cited, Communication, CommunicationKind,
    Field, FieldName, Finding, FindingKind, Language, Layer, LayerRole, Record, Severity, Source,
    Span,
};
use regesta_serve::Collection;
use regesta_store::{Change, Described, Read, Stamp, Store};

/// What the interface promises of every page.
const HEAVIEST: usize = 150_000;

const HOSTILE: &str = "<script>alert(1)</script> & \"Посол\" <img src=x onerror=y>";

const KIND: FindingKind = FindingKind {
    code: "Q401",
    name: "translation-number-mismatch",
    severity: Severity::Error,
    basis: Basis::Text,
    page: "# translation-number-mismatch\n\nA number differs <script>alert(1)</script>.\n",
};

fn at(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(start..start + words.len())
}

fn field(name: FieldName, value: &str) -> Field {
    Field { name, value: value.to_owned(), edtf: None, spans: vec![Span::new(0..5)] }
}

fn described(name: &str, text: String, record: Record, findings: Vec<Finding>) -> Vec<Change> {
    let source = Source {
        name: name.to_owned(),
        media_type: "text/plain".to_owned(),
        charset: "utf-8".to_owned(),
        sha256: format!("{:0>64}", name.len()),
        bytes: text.len() as u64,
        text,
        text_is_file: true,
        marks: Vec::new(),
    };
    let read = Read {
        source: source.clone(),
        stamp: Stamp::default(),
        lines: Vec::new(),
        findings: Vec::new(),
    };
    let records = vec![CheckedRecord { record, findings }];
    let described = Described { source, findings: Vec::new(), digest: String::new(), records };
    vec![Change::Read(Box::new(read)), Change::Described(Box::new(described))]
}

fn layer(id: &str, role: LayerRole, language: Language, span: Span) -> Layer {
    Layer { id: id.to_owned(), role, language, spans: vec![span] }
}

/// A short document every value of which is hostile, with an alignment, an omission and an enclosure.
fn hostile() -> Vec<Change> {
    let text = format!(
        "{HOSTILE}\n\nПослано 16 вагонов. Ответа нет.\n\nFor {HOSTILE} 15 wagons were sent.\n"
    );
    let original = at(&text, "Послано 16 вагонов. Ответа нет.");
    let english = Span::new(text.find("For ").unwrap()..text.len());
    let unit = |source: &str, target: &str, status| AlignedUnit {
        source: vec![at(&text, source)],
        target: if target.is_empty() { Vec::new() } else { vec![at(&text, target)] },
        status,
        score: 1.0,
    };
    let communication = |id: &str, enclosed_in: Option<&str>, words: &str| Communication {
        id: id.to_owned(),
        kind: CommunicationKind::Telegram,
        enclosed_in: enclosed_in.map(str::to_owned),
        in_reply_to: Vec::new(),
        senders: vec![Cited::new(HOSTILE.to_owned(), at(&text, words))],
        recipients: Vec::new(),
        via: Vec::new(),
        for_transmission_to: Vec::new(),
        signatories: Vec::new(),
        numbers: Vec::new(),
        events: Vec::new(),
        spans: vec![at(&text, words)],
    };
    let record = Record {
        id: "hostile".to_owned(),
        span: Span::new(0..text.len()),
        layers: vec![
            layer("l1", LayerRole::Original, Language::Russian, original),
            layer("l2", LayerRole::Translation, Language::English, english),
        ],
        fields: vec![
            field(FieldName::Title, HOSTILE),
            field(FieldName::Summary, HOSTILE),
            field(FieldName::Url, "javascript:alert(1)"),
        ],
        communications: vec![
            communication("c1", None, "Послано 16 вагонов. Ответа нет."),
            communication("c2", Some("c1"), "Ответа нет."),
        ],
        alignments: vec![
            unit("Послано 16 вагонов.", "15 wagons were sent.", AlignmentStatus::Aligned),
            unit("Ответа нет.", "", AlignmentStatus::Omitted),
        ],
        ..Record::default()
    };
    let finding = KIND
        .finding(format!("16 became 15 {HOSTILE}"))
        .at(at(&text, "16 вагонов"), HOSTILE)
        .at(at(&text, "15 wagons"), "here");
    described("hostile.txt", text, record, vec![finding])
}

/// A long document in two languages with a finding in every paragraph.
fn long() -> Vec<Change> {
    let russian = "Третья рота &<перешла>& реку у села 한국 и ждала 中国 указаний. ".repeat(4);
    let english = "The third company crossed the river at the village. ".repeat(4);
    let mut text = String::new();
    for number in 0..400 {
        text.push_str(&format!("№ {number}. {russian}\n\n"));
    }
    let middle = text.len();
    for number in 0..400 {
        text.push_str(&format!("No. {number}. {english}\n\n"));
    }
    let findings = (0..400).map(|number| {
        let place = at(&text, &format!("№ {number}."));
        KIND.finding(format!("finding of paragraph {number}")).at(place, "")
    });
    let findings = findings.collect();
    let record = Record {
        id: "long".to_owned(),
        span: Span::new(0..text.len()),
        layers: vec![
            layer("l1", LayerRole::Original, Language::Russian, Span::new(0..middle)),
            layer("l2", LayerRole::Translation, Language::English, Span::new(middle..text.len())),
        ],
        ..Record::default()
    };
    described("long.txt", text, record, findings)
}

/// A reading room that is open as long as it is held.
struct Room {
    _dir: tempfile::TempDir,
    address: SocketAddr,
    ids: Vec<(String, String)>,
}

impl Room {
    async fn open() -> Room {
        let dir = tempfile::tempdir().unwrap();
        let (store, mut writer, _) = Store::open_to_write(dir.path(), "test").await.unwrap();
        writer.write(hostile().into_iter().chain(long()).collect()).await.unwrap();
        writer.finish().await.unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let collection = Collection {
            title: HOSTILE.to_owned(),
            notice: Some("Everything here is invented.".to_owned()),
            kinds: vec![KIND],
        };
        tokio::spawn(regesta_serve::serve(store, collection, listener, std::future::pending()));
        let mut room = Room { _dir: dir, address, ids: Vec::new() };
        let results = room.get("/search").await;
        for piece in results.split("<h2><a href=\"/document/").skip(1) {
            let (id, rest) = piece.split_once('"').unwrap();
            room.ids.push((id.to_owned(), rest.split_once('<').unwrap().0.to_owned()));
        }
        room
    }

    /// Address of the document whose title begins so.
    fn document(&self, title: &str) -> String {
        let it = self.ids.iter().find(|it| it.1.trim_start_matches('>').starts_with(title));
        format!("/document/{}", it.unwrap().0)
    }

    async fn ask(&self, host: &str, path: &str) -> (String, String) {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let address = self.address;
        let answer = tokio::task::spawn_blocking(move || {
            let mut stream = TcpStream::connect(address).unwrap();
            stream.write_all(request.as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        });
        let answer = answer.await.unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    async fn get(&self, path: &str) -> String {
        let (head, body) = self.ask("127.0.0.1", path).await;
        assert!(head.starts_with("HTTP/1.1 200"), "{path}: {head}");
        assert!(body.len() < HEAVIEST, "{path} weighs {}", body.len());
        body
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_words_stay_words_on_every_page() {
    let room = Room::open().await;
    let document = room.document("&#60;script");
    let pages =
        ["/", "/search", "/search?q=%3Cscript%3E", "/findings", "/rule/Q401", "/keys", &document];
    for path in pages {
        let body = room.get(path).await;
        assert!(!body.contains("<script>") && !body.contains("<img"), "{path}");
        assert!(!body.contains("href=\"javascript:"), "{path}");
        assert!(body.contains("Everything here is invented."), "{path}");
    }
    assert!(
        room.get(&document)
            .await
            .contains("&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;Посол&#34;")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_shows_its_units_its_gap_its_enclosure_and_its_finding() {
    let room = Room::open().await;
    let address = room.document("&#60;script");
    let body = room.get(&address).await;
    for wanted in [
        "<mark id=\"finding-1\" class=\"error\" data-f=\"1\">16 вагонов</mark><a class=\"n error\" href=\"#note-1\"",
        "<mark id=\"finding-1-2\" class=\"error\" data-f=\"1\">15 wagons</mark>",
        "id=\"note-1\"",
        "not in the translation",
        "class=\"begins enclosed d1",
        "lang=\"ru\"",
        "Послано",
    ] {
        assert!(body.contains(wanted), "{wanted} is missing in {body}");
    }
    let queue = room.get("/findings?rule=Q401").await;
    assert!(queue.contains(&format!("{address}?finding=1#finding-1")), "{queue}");
    assert!(queue.contains("Послано <mark class=\"error\">16 вагонов</mark>"), "{queue}");
    assert!(room.get(&format!("{address}?show=original")).await.contains("data-show=\"original\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_document_is_served_in_parts_that_lose_nothing() {
    let room = Room::open().await;
    let address = room.document("long.txt");
    let mut parts = 0;
    let mut numbers: Vec<usize> = Vec::new();
    loop {
        parts += 1;
        let body = room.get(&format!("{address}?part={parts}")).await;
        let found = body.split("<p><mark id=\"finding-").skip(1);
        numbers.extend(found.map(|it| it.split_once('"').unwrap().0.parse::<usize>().unwrap()));
        if !body.contains("rel=\"next\">after") {
            break;
        }
    }
    assert!(parts > 3, "{parts} parts");
    assert_eq!(numbers, (1..=400).collect::<Vec<_>>());
    let late = room.get(&format!("{address}?finding=399")).await;
    assert!(late.contains("id=\"finding-399\"") && late.contains("id=\"note-399\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn other_forms_and_wrong_addresses_are_answered() {
    let room = Room::open().await;
    let address = room.document("&#60;script");
    assert!(room.get(&format!("{address}.txt")).await.contains("Послано 16 вагонов."));
    assert!(room.get(&format!("{address}.json")).await.contains("\"format\""));
    for (path, wanted) in [
        ("/document/none", "No document has the id"),
        ("/rule/X000", "No rule has the code"),
        ("/nowhere", "There is no page at this address"),
        ("/search?q=нетакого", "No document here"),
    ] {
        let path = path.replace("нетакого", "%D0%BD%D0%B5%D1%82%D0%B0%D0%BA%D0%BE%D0%B3%D0%BE");
        let (head, body) = room.ask("localhost:1", &path).await;
        let status = if path.starts_with("/search") { "200" } else { "404" };
        assert!(head.starts_with(&format!("HTTP/1.1 {status}")), "{path}: {head}");
        assert!(body.contains(wanted), "{path}");
        assert!(
            head.to_lowercase().contains("content-security-policy: default-src 'none'"),
            "{head}"
        );
    }
    let (head, body) = room.ask("attacker.example:80", "/").await;
    assert!(head.starts_with("HTTP/1.1 421"), "{head}");
    assert!(!body.contains("Посол"), "{body}");
}

#[tokio::test]
async fn an_address_that_others_can_reach_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let (store, writer, _) = Store::open_to_write(dir.path(), "test").await.unwrap();
    writer.finish().await.unwrap();
    let listener = tokio::net::TcpListener::bind("0.0.0.0:0").await.unwrap();
    let served =
        regesta_serve::serve(store, Collection::default(), listener, std::future::pending());
    assert!(matches!(served.await, Err(regesta_serve::ServeError::NotLocal(_))));
}

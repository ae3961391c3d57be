//! What the store promises, tried on a few invented records.

mod building;
mod relating;
mod searching;

use std::path::Path;

use regesta_model::{
    Basis, CheckedRecord, Cited, Communication, CommunicationKind, Field, FieldName, Finding,
    FindingKind, Language, Layer, LayerRole, Record, Reference, ReferenceKind, Severity, Source,
    Span,
};
use regesta_store::{Change, Described, Read, Stamp, Store, Writer};

const KIND: FindingKind = FindingKind {
    code: "X001",
    name: "invented-fault",
    severity: Severity::Warning,
    basis: Basis::Text,
    page: "",
};

/// A document of one text and one communication, for the store to hold.
struct Invented {
    name: &'static str,
    text: &'static str,
    date: &'static str,
    sender: &'static str,
    language: Language,
    /// Words that a finding points at.
    faulty: Option<&'static str>,
}

const DOCUMENTS: [Invented; 4] = [
    Invented {
        name: "a.txt",
        text: "Товарищу Белкину. Направляю три роты к переправе.\nЕщё две роты остались у моста.",
        date: "1951-01-16",
        sender: "Сомов",
        language: Language::Russian,
        faulty: Some("три роты"),
    },
    Invented {
        name: "b.txt",
        text: "중국인민지원군은 다리를 건넜다. 인민군은 남았다.",
        date: "1950-12/1951-02",
        sender: "한별",
        language: Language::Korean,
        faulty: None,
    },
    Invented {
        name: "c.txt",
        text: "人民軍第三連已過橋。請轉告林同志。",
        date: "1951-01-16",
        sender: "Сомов",
        language: Language::Chinese,
        faulty: Some("第三連"),
    },
    Invented {
        name: "d.txt",
        text: "Two companies of soldiers stayed near the bridge; the third company left.",
        date: "",
        sender: "Orlov",
        language: Language::English,
        faulty: None,
    },
];

fn evidence(it: &Invented, id: &str) -> (Source, CheckedRecord) {
    let span = Span::new(0..it.text.len());
    let source = Source {
        name: it.name.to_owned(),
        media_type: "text/plain".to_owned(),
        charset: "utf-8".to_owned(),
        sha256: format!("{:x}", it.text.len()),
        bytes: it.text.len() as u64,
        text: it.text.to_owned(),
        text_is_file: true,
        marks: Vec::new(),
    };
    let field = |name, value: &str, edtf: Option<&str>| Field {
        name,
        value: value.to_owned(),
        edtf: edtf.map(str::to_owned),
        spans: vec![span],
    };
    let mut fields = vec![field(FieldName::Title, &format!("Document {}", it.name), None)];
    if !it.date.is_empty() {
        fields.push(field(FieldName::DocumentDate, it.date, Some(it.date)));
    }
    let findings = it.faulty.and_then(|words| Some((words, it.text.find(words)?)));
    let findings: Vec<Finding> = findings
        .map(|(words, at)| KIND.finding("odd").at(Span::new(at..at + words.len()), "here"))
        .into_iter()
        .collect();
    let record = Record {
        id: id.to_owned(),
        span,
        layers: vec![Layer {
            id: "l1".to_owned(),
            role: LayerRole::Original,
            language: it.language,
            spans: vec![span],
        }],
        fields,
        communications: vec![communication(it, span)],
        references: vec![Reference {
            kind: ReferenceKind::Archival,
            normal: "ZZA, f. 7, op. 1".to_owned(),
            parts: vec![("archive".to_owned(), "ZZA".to_owned())],
            missing: Vec::new(),
            spans: vec![span],
        }],
        ..Record::default()
    };
    (source, CheckedRecord { record, findings })
}

fn communication(it: &Invented, span: Span) -> Communication {
    Communication {
        id: "c1".to_owned(),
        kind: CommunicationKind::CipherTelegram,
        enclosed_in: None,
        in_reply_to: Vec::new(),
        senders: vec![Cited::new(it.sender.to_owned(), span)],
        recipients: Vec::new(),
        via: Vec::new(),
        for_transmission_to: Vec::new(),
        signatories: Vec::new(),
        numbers: Vec::new(),
        events: Vec::new(),
        spans: vec![span],
    }
}

async fn open(dir: &Path) -> (Store, Writer) {
    let (store, writer, _) = Store::open_to_write(dir, "test").await.expect("a new store");
    (store, writer)
}

async fn put(writer: &mut Writer, it: &Invented, id: &str) {
    put_described(writer, evidence(it, id), vec![u64::MAX, 7]).await;
}

/// Writes a document as a build does: first as read, with the fingerprints of its lines, then as described.
async fn put_described(
    writer: &mut Writer,
    (source, checked): (Source, CheckedRecord),
    lines: Vec<u64>,
) {
    let read = Read {
        source: source.clone(),
        stamp: Stamp { size: 1, modified: 2, changed: 3 },
        lines,
        findings: Vec::new(),
    };
    writer.write(vec![Change::Read(Box::new(read))]).await.expect("written");
    let described = Described {
        source,
        findings: Vec::new(),
        digest: "none".to_owned(),
        records: vec![checked],
    };
    writer.write(vec![Change::Described(Box::new(described))]).await.expect("written");
}

/// A store of the four invented documents.
async fn filled(dir: &Path) -> Store {
    let (store, mut writer) = open(dir).await;
    for it in &DOCUMENTS {
        put(&mut writer, it, it.name).await;
    }
    writer.finish().await.expect("finished");
    store
}

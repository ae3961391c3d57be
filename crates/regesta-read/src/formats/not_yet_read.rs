//! Files that are recognised but not read: pictures, archives, recordings, PDF, Word, e-mail, XML.

mod signatures;

use regesta_model::{Finding, Span};

use super::{File, Format, Words, plain_text};
use crate::{charset, faults};
use signatures::{Kind, Signature};

/// What is recognised but not read yet.
pub(super) const FORMAT: Format = Format {
    name: "not-yet-read",
    page: include_str!("not_yet_read.md"),
    recognises: |file| Other::of(file).is_some(),
    read,
};

/// What a file is, if not a text we read.
enum Other {
    /// Known by its first bytes.
    Known(&'static Signature),
    /// Bytes that are no text in any charset.
    Binary,
    /// A mail, or a page saved as one.
    Mail(&'static str, &'static str),
    /// Data of a program, written as text.
    Json,
    /// Marked-up text that is no web page.
    Xml,
}

impl Other {
    fn of(file: &File<'_>) -> Option<Other> {
        if let Some(signature) = signatures::of(file.bytes) {
            return Some(Other::Known(signature));
        }
        if is_binary(file.bytes) {
            return Some(Other::Binary);
        }
        if is_json(file.head) {
            return Some(Other::Json);
        }
        mail(file.head).or_else(|| is_other_xml(file.head).then_some(Other::Xml))
    }
}

fn read(file: &File<'_>) -> Words {
    let unread = |media_type: &str, finding: Finding| Words {
        media_type: media_type.to_owned(),
        findings: vec![finding],
        ..Words::default()
    };
    match Other::of(file) {
        Some(Other::Known(it)) => unread(it.media_type, known(file.name, it)),
        Some(Other::Mail(media_type, what)) => {
            let advice = match media_type {
                "multipart/related" => "open it in a browser and save it as “web page, HTML only”",
                _ => "open it in a mail program and save the message as text",
            };
            unread(media_type, faults::not_yet_read(file.name, what, advice))
        }
        Some(Other::Json) => {
            let advice = "remove it from the folder, or leave it; it does no harm";
            unread(
                "application/json",
                faults::not_a_document(file.name, "a file of JSON data", advice),
            )
        }
        Some(Other::Xml) => xml(file),
        Some(Other::Binary) | None => {
            let advice = "remove it from the folder, or leave it; it does no harm";
            let finding = faults::not_a_document(file.name, "a file of binary data", advice);
            unread("application/octet-stream", finding)
        }
    }
}

fn known(name: &str, signature: &Signature) -> Finding {
    let what = signature.what;
    let (other, advice) = match signature.kind {
        Kind::Document => {
            let advice =
                "save it as plain text (charset UTF-8) or as a web page, into the same folder";
            return faults::not_yet_read(name, what, advice);
        }
        Kind::Image => {
            (what, "if it shows a document, run text recognition on it and put the text beside it")
        }
        Kind::Archive => (what, "unpack it into the folder"),
        Kind::Recording => (what, "put a transcript beside it, as a text file"),
        Kind::Data => (what, "remove it from the folder, or leave it; it does no harm"),
    };
    faults::not_a_document(name, other, advice)
}

/// XML is text: it is kept as it stands, tags and all, until its own format is read.
fn xml(file: &File<'_>) -> Words {
    let mut words = plain_text::read(file);
    let line = words.text.trim_start().lines().next().unwrap_or_default().len();
    let start = words.text.len() - words.text.trim_start().len();
    let advice = "it was read as plain text with its tags; save it as text or as a web page to be rid of them";
    words.media_type = "application/xml".to_owned();
    words.findings.push(
        faults::not_yet_read(file.name, "an XML document", advice)
            .at(Span::new(start..start + line), "begins here"),
    );
    words
}

/// Says whether bytes are no text: control characters beyond what a text has, and not UTF-16.
fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(charset::SNIFFED)).unwrap_or_default();
    let is_control =
        |it: &&u8| **it < 0x20 && !matches!(**it, b'\t' | b'\n' | b'\r' | 8 | 12 | 26 | 27);
    let controls = head.iter().filter(is_control).count();
    controls * 50 > head.len() && !charset::is_utf_16(bytes)
}

/// Recognises JSON by how it begins: a bracket, then a name in quotation marks and a colon.
fn is_json(head: &str) -> bool {
    let text = head.trim_start_matches('\u{feff}').trim_start();
    let inner = text.trim_start_matches(['{', '[']).trim_start();
    let begins = text.starts_with(['{', '['])
        && inner.trim_start_matches(['{', '[']).trim_start().starts_with('"');
    let named = inner.lines().next().is_some_and(|it| it.contains("\":"));
    begins && named
}

/// Recognises a mail by its header: its charset and parts are the mail format's business.
fn mail(head: &str) -> Option<Other> {
    let mut lines = head.lines().take_while(|it| !it.trim().is_empty());
    let first = lines.next()?;
    let name = first.split_once(':')?.0;
    if name.is_empty() || !name.chars().all(|it| it.is_ascii_alphanumeric() || it == '-') {
        return None;
    }
    let header =
        lines.fold(first.to_ascii_lowercase(), |all, it| all + "\n" + &it.to_ascii_lowercase());
    let has = |words: &str| header.contains(words);
    if !has("mime-version:") || !has("content-type:") {
        return None;
    }
    Some(if has("multipart/related") {
        Other::Mail("multipart/related", "a web archive (MHTML)")
    } else {
        Other::Mail("message/rfc822", "an e-mail message")
    })
}

/// Recognises XML that is no web page by its declaration and the name of its first element.
fn is_other_xml(head: &str) -> bool {
    let text = head.trim_start_matches('\u{feff}').trim_start();
    text.starts_with("<?xml") && !crate::sniffing::is_web_page(text)
}

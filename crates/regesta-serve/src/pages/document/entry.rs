//! The catalogue entry of a document: every value with its words, most of them a way to its like.

use regesta_model::{Field, FieldName, Language, ReferenceKind, Span};
use regesta_store::queries::{document::StoredDocument, search::Facet};

use super::{
    super::{Room, clipped, weight},
    reading::Reading,
};
use regesta_export::dates;

use crate::{address, text::runs::cited_anchor, wording};

/// How many bytes the entry weighs at most.
const ENTRY: usize = 22_000;

/// How many values of one label.
const VALUES_OF_LABEL: usize = 8;

/// How many bytes of a value; summaries and statements of rights run longer than anything else.
const VALUE: usize = 1_800;

/// How many bytes of the words a value was read from.
const WORDS: usize = 320;

/// One label of the entry with its values.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) label: &'static str,
    pub(super) values: Vec<Value>,
    pub(super) more: usize,
}

/// One value of the entry.
#[derive(Clone, Debug)]
pub(super) struct Value {
    /// The value; empty where a label stands without one.
    pub(super) words: String,
    /// Address of the documents that share it.
    pub(super) like: Option<String>,
    /// What the document itself says, where it is not what is shown.
    pub(super) quoted: String,
    /// Address of those words in the text.
    pub(super) place: Option<String>,
    /// Something an editor should know of the value.
    pub(super) remark: Option<String>,
}

/// The fields shown, in the order of a catalogue entry; the title stands above it.
const ORDER: &[FieldName] = &[
    FieldName::Summary,
    FieldName::DocumentTitle,
    FieldName::DocumentDate,
    FieldName::CatalogueDate,
    FieldName::Collection,
    FieldName::RecordId,
    FieldName::OriginalLanguage,
    FieldName::Classification,
    FieldName::ClassificationMark,
    FieldName::Precedence,
    FieldName::SenderNumber,
    FieldName::ReceivingNumber,
    FieldName::CopyNumber,
    FieldName::SheetNumber,
    FieldName::CopiesTyped,
    FieldName::CopyingRule,
    FieldName::ReturnRule,
    FieldName::Translator,
    FieldName::Provider,
    FieldName::Funder,
    FieldName::Publisher,
    FieldName::Url,
    FieldName::UploadedDate,
    FieldName::Representations,
    FieldName::Rights,
    FieldName::RightsContact,
];

/// Returns the entry of a document, its words to be found where `reading` lays them.
pub(super) fn lines(document: &StoredDocument, reading: &Reading<'_>) -> Vec<Line> {
    let record = &document.checked.record;
    let sheet = Sheet { text: &document.source.text, reading };
    let mut res: Vec<Line> = Vec::new();
    let mut room = Room(ENTRY);
    for name in ORDER {
        let mut fields: Vec<&Field> = Vec::new();
        for field in record.fields_named(*name) {
            if !fields.iter().any(|it| it.value == field.value) {
                fields.push(field);
            }
        }
        let values = fields.iter().take(VALUES_OF_LABEL).map(|it| value(it, &sheet));
        let values = values.take_while(|it| room.takes(heaviness(it))).collect();
        push(&mut res, wording::field(*name), values, fields.len());
        if *name == FieldName::CatalogueDate {
            let references = references(document, &sheet);
            let count = references.len();
            push(&mut res, "Lies in", references, count);
        }
    }
    push(&mut res, "File", vec![file(document)], 1);
    res
}

/// Bounds the rendered size of a value from above.
fn heaviness(it: &Value) -> usize {
    let words = [Some(&it.words), Some(&it.quoted), it.like.as_ref(), it.remark.as_ref()];
    300 + words.into_iter().flatten().map(|it| weight(it)).sum::<usize>()
}

/// Where values were read from.
struct Sheet<'a> {
    text: &'a str,
    reading: &'a Reading<'a>,
}

fn push(lines: &mut Vec<Line>, label: &'static str, values: Vec<Value>, count: usize) {
    if count > 0 {
        let more = count - values.len();
        lines.push(Line { label, values, more });
    }
}

/// The first words of every value shown, to be marked in the text.
pub(super) fn cited(document: &StoredDocument) -> Vec<Span> {
    let record = &document.checked.record;
    let fields = record.fields.iter().filter_map(|it| it.spans.first());
    let references = record.references.iter().filter_map(|it| it.spans.first());
    let mut res: Vec<Span> =
        fields.chain(references).copied().filter(|it| !it.is_empty()).collect();
    res.sort_unstable();
    res.dedup();
    res
}

fn value(field: &Field, sheet: &Sheet<'_>) -> Value {
    let mut res = of_spans(clipped(&field.value, VALUE), &field.spans, sheet);
    match field.name {
        FieldName::DocumentDate | FieldName::CatalogueDate => {
            if let Some(edtf) = &field.edtf {
                res.words = dates::in_words(edtf);
                res.like = dates::year(edtf).map(|it| address::filter(Facet::Year, it));
            }
        }
        FieldName::OriginalLanguage => {
            if let Some(language) = Language::from_code(&field.value) {
                language.name().clone_into(&mut res.words);
                res.like = Some(address::filter(Facet::Language, language.code()));
            }
        }
        FieldName::Url if is_web(&field.value) && field.value.len() < VALUE => {
            res.like = Some(field.value.clone())
        }
        FieldName::Collection
        | FieldName::Translator
        | FieldName::Provider
        | FieldName::RecordId
            if !field.value.is_empty() =>
        {
            let phrase = format!("\"{}\"", clipped(&field.value, WORDS).replace(['"', '…'], " "));
            res.like = Some(format!("/search?q={}", address::value(&phrase)));
        }
        _ => {}
    }
    if res.words == res.quoted {
        res.quoted.clear();
    }
    res
}

/// The address of a page on the web, and nothing else a browser would follow.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn of_spans(words: String, spans: &[Span], sheet: &Sheet<'_>) -> Value {
    let first = spans.first().copied().unwrap_or_default();
    let quoted = first.of(sheet.text);
    let quoted = quoted.get(..quoted.floor_char_boundary(WORDS * 2)).unwrap_or_default();
    let quoted = quoted.split_whitespace().collect::<Vec<_>>().join(" ");
    Value {
        words,
        like: None,
        quoted: clipped(&quoted, WORDS),
        place: (!first.is_empty())
            .then(|| format!("{}#{}", sheet.reading.page_of(first.start), cited_anchor(first))),
        remark: None,
    }
}

fn references(document: &StoredDocument, sheet: &Sheet<'_>) -> Vec<Value> {
    let record = &document.checked.record;
    let mut res: Vec<Value> = Vec::new();
    for reference in record.references.iter().filter(|it| it.kind == ReferenceKind::Archival) {
        if res.len() == VALUES_OF_LABEL || res.iter().any(|it| it.words == reference.normal) {
            continue;
        }
        let mut value = of_spans(clipped(&reference.normal, VALUE), &reference.spans, sheet);
        value.like = reference.part("archive").map(|it| {
            address::filter(Facet::Archive, &it.split_whitespace().collect::<Vec<_>>().join(" "))
        });
        if !reference.missing.is_empty() {
            value.remark =
                Some(format!("without {}", clipped(&reference.missing.join(", "), WORDS)));
        }
        res.push(value);
    }
    res
}

fn file(document: &StoredDocument) -> Value {
    let source = &document.source;
    Value {
        words: clipped(&source.name, VALUE),
        like: None,
        quoted: String::new(),
        place: None,
        remark: Some(format!("{}, {}", source.media_type, source.charset)),
    }
}

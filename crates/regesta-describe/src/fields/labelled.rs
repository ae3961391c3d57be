//! Fields that a catalogue names outright: digest, language, record number, collection, classification.

use regesta_model::{Field, FieldName, Span};

use super::{FieldReader, quoted};
use crate::{Context, vocabulary, zones::Zone};

pub(super) const READER: FieldReader =
    FieldReader { name: "labelled", fields: FIELDS, page: include_str!("labelled.md"), read };

const FIELDS: &[FieldName] = &[
    FieldName::Summary,
    FieldName::Collection,
    FieldName::RecordId,
    FieldName::Publisher,
    FieldName::OriginalLanguage,
    FieldName::Classification,
    FieldName::Representations,
];

fn read(context: &Context<'_>) -> Vec<Field> {
    let mut res = Vec::new();
    for labelled in &context.zones.labelled {
        let name = match labelled.names {
            "contents" => Some(FieldName::Representations),
            names => FieldName::from_code(names).filter(|it| FIELDS.contains(it)),
        };
        let Some(name) = name else { continue };
        match labelled.value {
            Some(value) => res.push(valued(context, name, value)),
            None => res.push(Field {
                name,
                value: String::new(),
                edtf: None,
                spans: vec![labelled.label],
            }),
        }
    }
    let unlabelled = context.zones.first_run(context.page, Zone::Summary);
    res.extend(unlabelled.map(|it| quoted(context, FieldName::Summary, it)));
    res
}

fn valued(context: &Context<'_>, name: FieldName, value: Span) -> Field {
    let text = context.page.text;
    let mut field = quoted(context, name, value);
    match name {
        FieldName::OriginalLanguage => {
            if let Some(language) = vocabulary::language_named(value.of(text)) {
                field.value = language.code().to_owned();
            }
        }
        FieldName::Representations => {
            let mut at = value.start;
            field.spans.clear();
            for line in value.of(text).split_inclusive('\n') {
                let span = Span { start: at, end: at + line.len() as u32 }.trimmed(text);
                at += line.len() as u32;
                if !span.is_empty() {
                    field.spans.push(span);
                }
            }
            let forms: Vec<String> =
                field.spans.iter().map(|it| super::tidied(it.of(text))).collect();
            field.value = forms.join("; ");
        }
        _ => (),
    }
    field
}

//! Marks of forms and stamps: classification, precedence, copies, sheets, rules of handling.

use regesta_model::{Field, FieldName, Span};

use super::{FieldReader, tidied};
use crate::{Context, communications::LineKind, vocabulary};

pub(super) const READER: FieldReader =
    FieldReader { name: "form_mark", fields: FIELDS, page: include_str!("form_mark.md"), read };

const FIELDS: &[FieldName] = &[
    FieldName::ClassificationMark,
    FieldName::CopyNumber,
    FieldName::SheetNumber,
    FieldName::CopiesTyped,
    FieldName::CopyingRule,
    FieldName::ReturnRule,
    FieldName::Precedence,
];

fn read(context: &Context<'_>) -> Vec<Field> {
    let mut res: Vec<Field> = Vec::new();
    for (at, kind) in context.form_lines() {
        let line = context.page.lines[at].span;
        if *kind == LineKind::Table || line.len() > 600 {
            continue;
        }
        let processing = context.outlines.iter().any(|it| it.is_processing(at));
        let may = vocabulary::Marks::of(line.of(context.page.text));
        for name in FIELDS {
            if !may.may_have(name.code()) || processing && *name != FieldName::CopiesTyped {
                continue;
            }
            for (words, value) in marks(context, *name, line) {
                add(&mut res, *name, value, words);
            }
        }
    }
    res
}

/// Adds a mark: one rule, one series of sheets is one field; copies with different numbers are different copies.
fn add(res: &mut Vec<Field>, name: FieldName, value: String, span: Span) {
    let same = |it: &&mut Field| {
        it.name == name
            && (it.value == value
                || matches!(
                    name,
                    FieldName::SheetNumber | FieldName::ReturnRule | FieldName::CopyingRule
                ))
    };
    match res.iter_mut().find(same) {
        Some(field) => {
            if name == FieldName::SheetNumber {
                field.value.push_str(", ");
                field.value.push_str(&value);
            } else if value.len() > field.value.len() {
                field.value = value;
            }
            field.spans.push(span);
        }
        None => res.push(Field { name, value, edtf: None, spans: vec![span] }),
    }
}

/// The marks of a line: the words, and their value.
fn marks(context: &Context<'_>, name: FieldName, line: Span) -> Vec<(Span, String)> {
    let text = context.page.text;
    let words = line.of(text);
    let mut res = Vec::new();
    for found in vocabulary::form_mark(name.code()).captures_iter(words) {
        let Some(whole) = found.get(0) else { continue };
        let span =
            Span { start: line.start + whole.start() as u32, end: line.start + whole.end() as u32 }
                .trimmed(text);
        let value = found
            .iter()
            .skip(1)
            .flatten()
            .next()
            .map_or_else(|| tidied(span.of(text)), |it| it.as_str().to_owned());
        if whole_words(words, whole.start(), whole.end()) && stands_alone(name, words, whole.end())
        {
            res.push((span, value));
        }
    }
    let listed = res.len() > 1 && matches!(name, FieldName::CopyNumber | FieldName::SheetNumber);
    if listed { Vec::new() } else { res }
}

/// Says whether no letter touches the mark: `secret` is not a mark in `secretary`.
fn whole_words(words: &str, start: usize, end: usize) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|it| it.is_alphabetic() && !is_dense(it));
    let mark = &words[start..end];
    let first = start + mark.len() - mark.trim_start().len();
    let joined_before =
        letter(words[..first].chars().next_back()) && letter(words[first..].chars().next());
    let joined_after = letter(words[end..].chars().next()) && letter(mark.chars().next_back());
    !joined_before && !joined_after
}

fn is_dense(c: char) -> bool {
    use regesta_model::Script;
    matches!(Script::of(c), Script::Han | Script::Hangul)
}

/// A copy's number ends its line or stands before the sheet's; followed by a name it belongs to a list of copies.
fn stands_alone(name: FieldName, words: &str, end: usize) -> bool {
    if name != FieldName::CopyNumber {
        return true;
    }
    let rest =
        words[end..].trim_start_matches(|it: char| it.is_whitespace() || ".,;|".contains(it));
    rest.is_empty()
        || vocabulary::form_mark("sheet.number").find(rest).is_some_and(|it| it.start() == 0)
}

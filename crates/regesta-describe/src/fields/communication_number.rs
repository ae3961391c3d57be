//! Numbers of the communication: the sender's and the receiving office's.

use regesta_model::{Field, FieldName, NumberSeries, Span};

use super::FieldReader;
use crate::Context;

pub(super) const READER: FieldReader = FieldReader {
    name: "communication_number",
    fields: &[FieldName::SenderNumber, FieldName::ReceivingNumber],
    page: include_str!("communication_number.md"),
    read,
};

fn read(context: &Context<'_>) -> Vec<Field> {
    let mut res = Vec::new();
    let on_form = context.form_numbers();
    let of = |series| on_form.iter().filter(move |(_, it)| *it == series).map(|(span, _)| *span);
    res.extend(one_number(
        context,
        FieldName::ReceivingNumber,
        of(NumberSeries::Receiving).collect(),
    ));
    for outline in context.outlines {
        let own = outline
            .drafts
            .iter()
            .filter(|it| it.parent.is_none())
            .flat_map(|it| it.numbers.iter().copied());
        res.extend(own.take(1).map(|it| numbered(context, FieldName::SenderNumber, vec![it])));
    }
    if !res.iter().any(|it| it.name == FieldName::SenderNumber) {
        res.extend(one_number(
            context,
            FieldName::SenderNumber,
            of(NumberSeries::Sender).collect(),
        ));
    }
    res
}

/// One number on several sheets is one field that cites them all; its value is the reading most sheets bear.
fn one_number(context: &Context<'_>, name: FieldName, spans: Vec<Span>) -> Option<Field> {
    let text = context.page.text;
    let votes = |span: &Span| spans.iter().filter(|it| it.of(text) == span.of(text)).count();
    let best = spans.iter().rev().max_by_key(|it| votes(it))?.of(text).to_owned();
    let mut field = numbered(context, name, spans);
    field.value = best;
    Some(field)
}

fn numbered(context: &Context<'_>, name: FieldName, spans: Vec<Span>) -> Field {
    let value = spans.first().map_or("", |it| it.of(context.page.text)).to_owned();
    Field { name, value, edtf: None, spans }
}

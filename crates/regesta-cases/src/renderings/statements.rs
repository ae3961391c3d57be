//! Statements: `date 1949-12-29 drafted "words"`, `quantity 1400 platoon "words"`, `reference "normal" "words"`, `communication c1 telegram from "words"`.

use regesta_model::{
    Cited, Communication, DateBasis, DateMention, Quantity, Record, Reference, ReferenceKind,
};

use super::{all_quoted, composed, ends};

/// Renders the statements of one kind.
#[must_use]
pub fn statements(text: &str, record: &Record, kind: &str) -> String {
    let each = |lines: Vec<String>| -> String {
        lines.iter().map(|it| format!("{kind} {it}\n")).collect()
    };
    match kind {
        "communication" => {
            each(record.communications.iter().map(|it| communication(text, it)).collect())
        }
        "date" => each(record.dates.iter().map(|it| date(text, it)).collect()),
        "quantity" => each(record.quantities.iter().map(|it| quantity(text, it)).collect()),
        "reference" | "cross-reference" => {
            let is_cross = |it: &&Reference| it.kind == ReferenceKind::CrossReference;
            let of_kind =
                record.references.iter().filter(|it| is_cross(it) == (kind == "cross-reference"));
            each(of_kind.map(|it| reference(text, it)).collect())
        }
        "distribution" => {
            each(record.distributions.iter().map(|it| composed::distribution(text, it)).collect())
        }
        "entity" => each(record.entities.iter().map(|it| composed::entity(text, it)).collect()),
        "provision" => {
            each(record.provisions.iter().map(|it| composed::provision(text, it)).collect())
        }
        "request" => each(record.requests.iter().map(|it| composed::request(text, it)).collect()),
        "strength-return" => each(
            record
                .strength_returns
                .iter()
                .map(|it| composed::strength_return(text, record, it))
                .collect(),
        ),
        "timetable" => {
            each(record.timetables.iter().map(|it| composed::timetable(text, it)).collect())
        }
        _ => String::new(),
    }
}

fn date(text: &str, it: &DateMention) -> String {
    let value = it.impossible.as_deref().unwrap_or(&it.edtf);
    let inferred = if it.basis == DateBasis::Inferred { " inferred" } else { "" };
    format!("{value} {}{inferred} {}", it.role, all_quoted(text, &it.spans))
}

fn quantity(text: &str, it: &Quantity) -> String {
    let about = if it.approximate { "about " } else { "" };
    let bound = it.comparator.map(|it| format!("{it} ")).unwrap_or_default();
    let unit = if it.unit.is_empty() { String::new() } else { format!(" {}", it.unit) };
    format!("{about}{bound}{}{unit} {}", it.value, all_quoted(text, &it.spans))
}

fn reference(text: &str, it: &Reference) -> String {
    let missing = match it.missing.as_slice() {
        [] => String::new(),
        parts => format!(" without {}", parts.join(", ")),
    };
    format!("{:?}{missing} {}", it.normal, all_quoted(text, &it.spans))
}

fn communication(text: &str, it: &Communication) -> String {
    let mut res = format!("{} {}", it.id, it.kind);
    if let Some(outer) = &it.enclosed_in {
        res += &format!(" in {outer}");
    }
    let parties = |what: &str, names: &[Cited<String>]| -> String {
        names
            .iter()
            .map(|it| format!("\n  {what} {:?} <- {}", it.value, all_quoted(text, &it.spans)))
            .collect()
    };
    res += &parties("from", &it.senders);
    res += &parties("to", &it.recipients);
    res += &parties("via", &it.via);
    res += &parties("for", &it.for_transmission_to);
    res += &parties("signed", &it.signatories);
    for answered in &it.in_reply_to {
        res += &format!("\n  in reply to {answered}");
    }
    for number in &it.numbers {
        res += &format!(
            "\n  number {} {} <- {}",
            number.series,
            number.value,
            all_quoted(text, &number.spans)
        );
    }
    for event in &it.events {
        res += &format!("\n  {} {} <- {}", event.kind, event.edtf, all_quoted(text, &event.spans));
    }
    for span in &it.spans {
        res += &format!("\n  words {:?}", ends(span.of(text)));
    }
    res
}

//! Statements: `date 1949-12-29 drafted "words"`, `quantity 1400 platoon "words"`, `reference "normal" "words"`.

use regesta_model::{DateBasis, DateMention, Quantity, Record, Reference};

use super::all_quoted;

/// Renders the statements of one kind, or of every kind where `kind` is none of `date`, `quantity`, `reference`.
#[must_use]
pub fn statements(text: &str, record: &Record, kind: &str) -> String {
    let dates = record.dates.iter().map(|it| ("date", date(text, it)));
    let quantities = record.quantities.iter().map(|it| ("quantity", quantity(text, it)));
    let references = record.references.iter().map(|it| ("reference", reference(text, it)));
    let all: Vec<(&str, String)> = dates.chain(quantities).chain(references).collect();
    let known = ["date", "quantity", "reference"].contains(&kind);
    let shown = all.into_iter().filter(|(it, _)| !known || *it == kind);
    shown.map(|(name, line)| format!("{name} {line}\n")).collect()
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

//! Fields: `title "value" <- "quoted words"`.

use std::fmt::Write as _;

use regesta_model::{FieldName, Record};

use super::all_quoted;

/// Renders the fields of these names.
#[must_use]
pub fn fields(text: &str, record: &Record, names: &[FieldName]) -> String {
    let mut res = String::new();
    for field in &record.fields {
        if !names.contains(&field.name) {
            continue;
        }
        let edtf = field.edtf.as_deref().map(|it| format!(" ({it})")).unwrap_or_default();
        let words = all_quoted(text, &field.spans);
        let _ = writeln!(res, "{} {:?}{edtf} <- {words}", field.name, field.value);
    }
    res
}

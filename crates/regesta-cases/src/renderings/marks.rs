//! Formats: the reading text, then what the format says outright of parts of it: `heading-1 "words"`.

use std::fmt::Write as _;

use regesta_model::{MarkKind, Source};

use super::quoted;

/// Renders a reading text and the marks that say what a part is.
#[must_use]
pub fn marks(source: &Source) -> String {
    let mut res = String::new();
    for line in source.text.lines() {
        let _ = writeln!(res, "| {line}");
    }
    let text = &source.text;
    let _ = writeln!(res, "charset {}", source.charset);
    for mark in &source.marks {
        if let Some(name) = name(&mark.kind) {
            let _ = writeln!(res, "{name} {}", quoted(text, mark.span));
        }
    }
    res
}

fn name(kind: &MarkKind) -> Option<String> {
    let name = match kind {
        MarkKind::PageTitle => "page-title".to_owned(),
        MarkKind::Metadata(name) => format!("metadata({name})"),
        MarkKind::Heading(level) => format!("heading-{level}"),
        MarkKind::TableRow => "table-row".to_owned(),
        MarkKind::TableHeader => "table-header".to_owned(),
        MarkKind::Furniture => "furniture".to_owned(),
        MarkKind::Quotation => "quotation".to_owned(),
        MarkKind::Link(address) => format!("link({address})"),
        MarkKind::Language(language) => format!("language-{language}"),
        MarkKind::Block | MarkKind::Main | MarkKind::TableCell => return None,
    };
    Some(name)
}

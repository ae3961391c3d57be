//! T706: signs that stand where words were lost.

use std::sync::LazyLock;

use regesta_model::{Basis, Finding, FindingKind, LayerRole, Record, Severity, Span};

use crate::{
    Rule,
    patterns::{self, Pattern, Table},
};

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "T706",
        name: "unknown-glyph-or-redaction",
        severity: Severity::Warning,
        basis: Basis::Text,
        page: include_str!("unknown_glyph_or_redaction.md"),
    },
    check,
};

pub(crate) const GLYPHS: &str = include_str!("../../../../data/lost_glyphs.tsv");
static TABLE: LazyLock<Table> = LazyLock::new(|| patterns::table(GLYPHS));

/// An empty square before a word, as on forms with boxes to tick.
const EMPTY_BOX: &str = "□";

fn check(text: &str, record: &Record) -> Vec<Finding> {
    let furniture = record.layers.iter().filter(|it| it.role == LayerRole::Chrome);
    let furniture: Vec<Span> = furniture.flat_map(|it| it.spans.iter().copied()).collect();
    let found = patterns::find(&TABLE, text, record.span);
    let found =
        found.into_iter().filter(|(span, _)| !furniture.iter().any(|it| it.contains(*span)));
    let (lone, inline): (Vec<_>, Vec<_>) = found.partition(|(span, _)| alone(text, *span));
    let indents: Vec<Span> = lone.iter().map(|(span, _)| *span).collect();

    let mut res = Vec::new();
    if indents.len() > 1 && same_words(text, &indents) {
        res.push(lost_indent(text, &indents));
    } else {
        res.extend(lone.iter().map(|(span, pattern)| lost_words(text, *span, pattern)));
    }
    let lost = inline.iter().filter(|(span, _)| !to_tick(text, *span));
    res.extend(lost.map(|(span, pattern)| lost_words(text, *span, pattern)));
    res
}

fn lost_words(text: &str, span: Span, pattern: &Pattern) -> Finding {
    let count = span.of(text).chars().filter(|it| !it.is_whitespace()).count();
    RULE.kind
        .finding(format!("{} where words should stand: “{}”", pattern.what, super::quoted(span.of(text))))
        .at(span, if count == 1 { "one sign".to_owned() } else { format!("{count} signs") })
        .fix("look at the scan and say which it is: illegible, struck out or withheld, or lost in encoding")
}

fn lost_indent(text: &str, lines: &[Span]) -> Finding {
    let mark = lines.first().map(|it| it.of(text)).unwrap_or_default();
    let finding = RULE
        .kind
        .finding(format!(
            "{} lines hold nothing but “{}”: most likely the indent of the paragraph that follows (U+3000), not lost words",
            lines.len(),
            super::quoted(mark)
        ))
        .fix("leave the signs out, after a look at the scan");
    lines.iter().fold(finding, |it, line| it.at(*line, "alone on its line"))
}

/// Says whether nothing else stands on the line.
fn alone(text: &str, span: Span) -> bool {
    let (before, after) = around(text, span);
    before.trim().is_empty() && after.trim().is_empty()
}

fn same_words(text: &str, spans: &[Span]) -> bool {
    spans.windows(2).all(|pair| matches!(pair, [left, right] if left.of(text) == right.of(text)))
}

/// Says whether the sign is a box to tick: one empty square, then a space and a word, two or more of them near each other.
fn to_tick(text: &str, span: Span) -> bool {
    let (before, after) = around(text, span);
    let labelled = |rest: &str| {
        let word = rest.trim_start();
        word.len() < rest.len() && word.starts_with(char::is_alphabetic)
    };
    let another = before.contains(EMPTY_BOX)
        || after.contains(EMPTY_BOX)
        || [span.start as usize - before.len(), span.end as usize + after.len()]
            .iter()
            .any(|edge| neighbour_starts_with_box(text, *edge));
    span.of(text) == EMPTY_BOX && labelled(after) && another
}

/// Says whether the line before or after this line break starts with an empty square.
fn neighbour_starts_with_box(text: &str, edge: usize) -> bool {
    let (before, after) = text.split_at_checked(edge).unwrap_or_default();
    let line_before = before.trim_end().lines().next_back().unwrap_or_default();
    let line_after = after.trim_start().lines().next().unwrap_or_default();
    [line_before, line_after].iter().any(|it| it.trim_start().starts_with(EMPTY_BOX))
}

/// Returns what stands before and after on the same line.
fn around(text: &str, span: Span) -> (&str, &str) {
    let range = span.range();
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |it| it + 1);
    let line_end = after.find('\n').unwrap_or(after.len());
    (before.get(line_start..).unwrap_or_default(), after.get(..line_end).unwrap_or_default())
}

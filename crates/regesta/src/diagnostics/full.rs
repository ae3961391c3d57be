//! Findings as a compiler shows them: the words in place, both languages under each other, what to do about it.

use std::io;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet, renderer::DecorStyle,
};
use regesta_model::{Finding, Label, Severity};
use unicode_width::UnicodeWidthStr;

use super::{excerpt, position, summary::counted};

/// Most places shown in one message.
const MOST_PLACES: usize = 6;
/// Columns of the gutter with its line numbers.
const GUTTER: usize = 8;
/// Narrowest line shown, whatever the notes beside it say.
const NARROWEST: usize = 40;
/// Lines between two places that the renderer shows rather than folds.
const SHOWN_BETWEEN: usize = 2;
/// What the renderer puts before the place of the words.
const START: &str = "╭▸ ";

pub(super) fn print(
    out: &mut impl io::Write,
    path: &str,
    text: &str,
    findings: &[&Finding],
    width: usize,
) -> io::Result<()> {
    // Lines are cut here, around the words; the renderer need not.
    let renderer =
        Renderer::styled().decor_style(DecorStyle::Unicode).term_width(usize::from(u16::MAX));
    for finding in findings {
        let place = match finding.labels.first() {
            Some(label) => {
                let position = position(text, label.span.range().start);
                format!("{path}:{}:{}", position.line, position.column)
            }
            None => path.to_owned(),
        };
        let rendered = renderer.render(&[message(&place, text, finding, width)]);
        // The renderer would count columns in the cut line; the place is that of the whole one.
        let rendered = match finding.labels.is_empty() {
            true => rendered,
            false => rendered.replacen(START, &format!("{START}{place}"), 1),
        };
        writeln!(out, "{rendered}\n")?;
    }
    Ok(())
}

fn message<'a>(place: &'a str, text: &str, finding: &'a Finding, width: usize) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = level.primary_title(finding.message.as_str()).id(finding.code.as_str());
    let labels = finding.labels.get(..MOST_PLACES).unwrap_or(&finding.labels);
    let mut group = match snippet(text, labels, width) {
        Some(snippet) => title.element(snippet),
        None => title.element(Origin::path(place)),
    };
    let hidden = finding.labels.len() - labels.len();
    if hidden > 0 {
        group =
            group.element(Level::NOTE.message(format!("and {}", counted(hidden, "more place"))));
    }
    match &finding.fix {
        Some(fix) => group.element(Level::HELP.message(fix.as_str())),
        None => group,
    }
}

/// Makes one snippet of the lines of all labels, each cut around its words; lines between them are folded.
fn snippet<'a>(
    text: &str,
    labels: &'a [Label],
    width: usize,
) -> Option<Snippet<'a, Annotation<'a>>> {
    let notes = labels.iter().map(|it| it.note.width()).max().unwrap_or_default();
    let width = width.saturating_sub(GUTTER + notes).max(NARROWEST);
    let excerpts = excerpt::excerpts(text, labels, width);
    let first = excerpts.first()?.line;
    let mut lines = text.split('\n').enumerate().skip(first - 1);
    let mut source = String::new();
    let mut annotations = Vec::new();
    for (at, excerpt) in excerpts.iter().enumerate() {
        let previous = at.checked_sub(1).and_then(|it| excerpts.get(it)).map(|it| it.line);
        for (number, line) in lines.by_ref().take_while(|(at, _)| at + 1 < excerpt.line) {
            let near = previous.is_some_and(|it| number < it + SHOWN_BETWEEN)
                || number + 1 + SHOWN_BETWEEN >= excerpt.line;
            source.push_str(&if near { excerpt::head(line, width) } else { String::new() });
            source.push('\n');
        }
        let offset = source.len();
        for words in &excerpt.words {
            annotations.push(annotation(labels, words, offset));
        }
        source.push_str(&excerpt.text);
        source.push('\n');
    }
    Some(Snippet::source(source).line_start(first).annotations(annotations))
}

fn annotation<'a>(labels: &'a [Label], words: &excerpt::Words, offset: usize) -> Annotation<'a> {
    let kind = if words.label == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
    let annotation = kind.span(offset + words.range.start..offset + words.range.end);
    let note = labels.get(words.label).map(|it| it.note.as_str()).unwrap_or_default();
    match (note, words.more_lines) {
        ("", 0) => annotation,
        ("", more) => annotation.label(format!("and {}", counted(more, "more line"))),
        (note, 0) => annotation.label(note),
        (note, more) => annotation.label(format!("{note}, and {}", counted(more, "more line"))),
    }
}

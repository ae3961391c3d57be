//! Runs: words cut at every border of a mark and of a script, so that overlapping marks never have to nest.

use std::fmt::Write as _;

use askama::filters::{Escaper as _, Html};
use regesta_model::{Language, Script, Severity, Span};

/// Something marked in the text.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    /// The words.
    pub(crate) span: Span,
    /// What is marked.
    pub(crate) kind: MarkKind,
}

/// Marked words longer than this many bytes are only underlined: a tinted sentence shouts.
const LONG: usize = 60;

/// What is marked in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkKind {
    /// A place of a finding: the number of its note, which of its places, from 1, how much it matters, and where its note is.
    Finding { number: usize, label: usize, severity: Severity, note: Note },
    /// Words a value of the record was read from.
    Cited,
}

/// Where the note of a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Note {
    /// On this page.
    Here,
    /// On the page of another part of the document.
    OtherPart,
}

impl Mark {
    /// Anchor of the marked place.
    pub(crate) fn anchor(&self) -> String {
        match self.kind {
            MarkKind::Finding { number, label: 1, .. } => format!("finding-{number}"),
            MarkKind::Finding { number, label, .. } => format!("finding-{number}-{label}"),
            MarkKind::Cited => cited_anchor(self.span),
        }
    }
}

/// Anchor of the words a value was read from.
pub(crate) fn cited_anchor(span: Span) -> String {
    format!("w{}-{}", span.start, span.end)
}

/// A run: words that share their marks and their script.
struct Run {
    span: Span,
    script: Option<&'static str>,
}

/// Writes words as HTML, flat: one element for each run that is marked or of another script.
///
/// `hard` says whether the line break at a byte is the document's own and is kept.
pub(crate) fn write(
    out: &mut String,
    text: &str,
    span: Span,
    marks: &[&Mark],
    language: Language,
    hard: &dyn Fn(usize) -> bool,
) {
    for run in cut(text, span, marks, language) {
        let (mut open, mut late) = (String::new(), String::new());
        for mark in marks.iter().filter(|it| it.span.start == run.span.start) {
            if open.is_empty() && !run.span.is_empty() && !mark.span.is_empty() {
                open = mark.anchor();
            } else {
                let _ = write!(out, "<span id=\"{}\"></span>", mark.anchor());
            }
            if mark.span.is_empty() {
                number_link(&mut late, mark);
            }
        }
        out.push_str(&late);
        element(out, text, &run, &open, marks, hard);
        for mark in marks {
            if mark.span.end == run.span.end && !mark.span.is_empty() {
                number_link(out, mark);
            }
        }
    }
}

fn element(
    out: &mut String,
    text: &str,
    run: &Run,
    id: &str,
    marks: &[&Mark],
    hard: &dyn Fn(usize) -> bool,
) {
    if run.span.is_empty() {
        return;
    }
    let mut worst: Option<Severity> = None;
    let mut numbers = String::new();
    let mut depth = 0;
    let mut long = true;
    for mark in marks.iter().filter(|it| it.span.contains(run.span)) {
        if let MarkKind::Finding { number, severity, .. } = mark.kind {
            worst = Some(worst.map_or(severity, |it| it.min(severity)));
            let _ = write!(numbers, "{}{number}", if numbers.is_empty() { "" } else { " " });
            depth += 1;
            long &= mark.span.len() > LONG;
        }
    }
    let name = if worst.is_some() { "mark" } else { "span" };
    let bare = worst.is_none() && id.is_empty() && run.script.is_none();
    if !bare {
        let _ = write!(out, "<{name}");
        if !id.is_empty() {
            let _ = write!(out, " id=\"{id}\"");
        }
        if let Some(severity) = worst {
            let many = if depth > 1 { " many" } else { "" };
            let long = if long { " long" } else { "" };
            let _ = write!(out, " class=\"{severity}{many}{long}\" data-f=\"{numbers}\"");
        }
        if let Some(script) = run.script {
            let _ = write!(out, " lang=\"{script}\"");
        }
        out.push('>');
    }
    escape_lines(out, run.span.of(text), run.span.start as usize, hard);
    if !bare {
        let _ = write!(out, "</{name}>");
    }
}

/// The number after the marked words; its figure is drawn by the style sheet, so that copied words stay clean.
fn number_link(out: &mut String, mark: &Mark) {
    if let MarkKind::Finding { number, severity, note, .. } = mark.kind {
        let page = match note {
            Note::Here => String::new(),
            Note::OtherPart => format!("?finding={number}"),
        };
        let _ = write!(
            out,
            "<a class=\"n {severity}\" href=\"{page}#note-{number}\" data-n=\"{number}\" aria-label=\"finding {number}\"></a>"
        );
    }
}

fn escape_lines(out: &mut String, words: &str, start: usize, hard: &dyn Fn(usize) -> bool) {
    let mut at = start;
    for line in words.split_inclusive('\n') {
        let body = line.strip_suffix('\n').unwrap_or(line);
        escape(out, body);
        at += body.len();
        if body.len() < line.len() {
            out.push_str(if hard(at) { "<br>\n" } else { "\n" });
            at += 1;
        }
    }
}

/// Escapes words for HTML.
pub(crate) fn escape(out: &mut String, words: &str) {
    // Writing into a String cannot fail.
    let _ = Html.write_escaped_str(out, words);
}

fn cut(text: &str, span: Span, marks: &[&Mark], language: Language) -> Vec<Run> {
    let mut borders: Vec<u32> = vec![span.start, span.end];
    let inside = |at: u32| span.start < at && at < span.end && text.is_char_boundary(at as usize);
    borders
        .extend(marks.iter().flat_map(|it| [it.span.start, it.span.end]).filter(|it| inside(*it)));
    let scripts = script_borders(span.of(text), language);
    borders.extend(scripts.iter().map(|(at, _)| span.start + at));
    borders.sort_unstable();
    borders.dedup();
    let script_at = |at: u32| {
        let next = scripts.partition_point(|(it, _)| span.start + it <= at);
        next.checked_sub(1).and_then(|it| scripts.get(it)).and_then(|(_, script)| *script)
    };
    let mut res: Vec<Run> = borders
        .windows(2)
        .map(|it| Run { span: Span { start: it[0], end: it[1] }, script: script_at(it[0]) })
        .collect();
    if res.is_empty() {
        res.push(Run { span, script: None });
    }
    res
}

/// Where words begin that need a language of their own, and which; digits and signs go on with what stands before.
fn script_borders(words: &str, language: Language) -> Vec<(u32, Option<&'static str>)> {
    let mut res = Vec::new();
    let mut current = None;
    for (at, c) in words.char_indices().filter(|(_, c)| !c.is_ascii_whitespace()) {
        let script = Script::of(c);
        let wanted = if script == Script::Other { continue } else { foreign(script, language) };
        if wanted != current {
            res.push((u32::try_from(at).unwrap_or(u32::MAX), wanted));
            current = wanted;
        }
    }
    res
}

/// The language to name for words of this script inside a text of that language.
fn foreign(script: Script, language: Language) -> Option<&'static str> {
    use Language::{Chinese, Japanese, Korean, Mongolian, Russian, Ukrainian};
    match script {
        Script::Han if !matches!(language, Chinese | Japanese | Korean) => Some("zh"),
        Script::Hangul if language != Korean => Some("ko"),
        Script::Kana if language != Japanese => Some("ja"),
        Script::Cyrillic if !matches!(language, Russian | Ukrainian | Mongolian) => Some("ru"),
        _ => None,
    }
}

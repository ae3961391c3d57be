//! R203: documents without an archival reference, and references with parts missing.

use regesta_model::{
    Basis, FieldName, Finding, FindingKind, Record, Reference, ReferenceKind, SegmentKind,
    Severity, Span,
};

use crate::Rule;

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "R203",
        name: "reference-incomplete",
        severity: Severity::Warning,
        basis: Basis::Text,
        page: include_str!("reference_incomplete.md"),
    },
    check,
};

/// Longest line in brackets that can be a credit, in characters.
const LONGEST_CREDIT: usize = 80;

fn check(text: &str, record: &Record) -> Vec<Finding> {
    let found = |kind| record.references.iter().filter(move |it| it.kind == kind);
    let archival: Vec<&Reference> = found(ReferenceKind::Archival).collect();
    if archival.is_empty() && found(ReferenceKind::Publication).next().is_none() {
        return without_reference(text, record).into_iter().collect();
    }
    let full = archival.iter().filter(|it| !repeated(it, &archival));
    full.filter_map(|it| with_missing_parts(text, it)).collect()
}

/// Says whether another reference to the same archive is complete: then this one is a short form of it.
fn repeated(short: &Reference, all: &[&Reference]) -> bool {
    let archive = short.part("archive");
    all.iter().any(|it| it.missing.is_empty() && it.part("archive") == archive)
}

fn with_missing_parts(text: &str, reference: &Reference) -> Option<Finding> {
    let place = reference.spans.first()?;
    let known = |part: &&String| *part != "archive" || !named_before(text, *place);
    let missing: Vec<&str> = reference.missing.iter().filter(known).map(String::as_str).collect();
    if missing.is_empty() {
        return None;
    }
    let leaves_only = missing.iter().all(|it| matches!(*it, "leaves" | "pages"));
    let missing = missing.join(", ");
    let mut finding = RULE
        .kind
        .finding(format!("the reference does not name its {missing}"))
        .at(*place, format!("no {missing}"))
        .fix(format!("add the {missing} from the file or from the archive's list; write “not given” where it is not known"));
    if leaves_only {
        // The file can be found; only the place in it is not said.
        finding.severity = Severity::Info;
    }
    Some(finding)
}

/// Says whether words stand before the reference on its line: the name of an archive our table does not know.
fn named_before(text: &str, place: Span) -> bool {
    let before = text.get(..place.start as usize).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let last = line.trim_end().rsplit(['.', ';', '|']).next().unwrap_or_default();
    last.chars().filter(|it| it.is_alphabetic()).count() > 1
}

fn without_reference(text: &str, record: &Record) -> Option<Finding> {
    record.texts().next()?;
    let (place, note) = credit(text, record)
        .map(|it| (it, "all that is said of the source"))
        .or_else(|| title(record).map(|it| (it, "this document")))?;
    let finding = RULE
        .kind
        .finding("nothing says in which archive this document lies")
        .at(place, note)
        .fix("add the archival reference: archive, fond, opis, delo, leaves, or what takes their place there");
    Some(finding)
}

/// Returns the words that credit a source: a source note, a citation, or a last line in brackets.
fn credit(text: &str, record: &Record) -> Option<Span> {
    let of_kind = |kind| {
        let segments = record.segments.iter().filter(move |it| it.kind == kind);
        segments.filter_map(|it| it.spans.last().copied()).next_back()
    };
    let span = of_kind(SegmentKind::SourceNote)
        .or_else(|| of_kind(SegmentKind::Citation))
        .or_else(|| last_line_in_brackets(text, record))?;
    Some(span.trimmed(text)).filter(|it| !it.is_empty())
}

/// Newspapers and readers put their source in brackets under the text.
fn last_line_in_brackets(text: &str, record: &Record) -> Option<Span> {
    let last = record.texts().flat_map(|it| &it.spans).max_by_key(|it| it.end)?;
    let line = last.of(text).trim_end();
    let start = last.start as usize + line.rfind('\n').map_or(0, |it| it + 1);
    let words = line.rsplit('\n').next()?;
    let bracketed = (words.starts_with('(') && words.ends_with(')'))
        || (words.starts_with('（') && words.ends_with('）'));
    let short = words.chars().count() <= LONGEST_CREDIT;
    (bracketed && short).then(|| Span::new(start..start + words.len()))
}

fn title(record: &Record) -> Option<Span> {
    let field = |name| record.fields_named(name).find_map(|it| it.spans.first().copied());
    field(FieldName::Title)
        .or_else(|| field(FieldName::DocumentTitle))
        .or_else(|| record.texts().find_map(|it| it.spans.first().copied()))
}

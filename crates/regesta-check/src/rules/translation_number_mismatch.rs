//! Q401: numbers of the original that the translation does not repeat.

use regesta_lang::quantities;
use regesta_model::{
    AlignedUnit, Basis, FieldName, Finding, FindingKind, Language, NumberValue, Record, Severity,
    Span,
};

use crate::{Rule, numbers::alike};

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "Q401",
        name: "translation-number-mismatch",
        severity: Severity::Error,
        basis: Basis::Text,
        page: include_str!("translation_number_mismatch.md"),
    },
    check,
};

/// Fields whose numbers name something and count nothing.
const NAMES: &[FieldName] = &[
    FieldName::SenderNumber,
    FieldName::ReceivingNumber,
    FieldName::CopyNumber,
    FieldName::SheetNumber,
    FieldName::RecordId,
];

/// Signs before a number that names something.
const SIGNS_BEFORE: &[&str] = &["№", "No.", "no.", "Nr.", "nr.", "N°", "#", "第", "제"];

/// Signs after a number that names something.
const SIGNS_AFTER: &[&str] = &["호", "号", "號"];

/// Below this, a number in words is too easily said otherwise (`both`, `a couple`) to be missed.
const SMALL: i64 = 10;

/// Up to this many numbers may all be wrong; where more are and most of all, the texts are not each other's translation.
const FEW: usize = 4;

/// A number of one side, with the link it stands in.
#[derive(Clone, Copy, Debug)]
struct Stated {
    link: usize,
    span: Span,
    value: NumberValue,
    /// Whether it is the number of a letter, a regiment or a house rather than a count.
    names: bool,
}

fn check(text: &str, record: &Record) -> Vec<Finding> {
    if record.alignments.is_empty() {
        return Vec::new();
    }
    let originals = stated(text, record, |it| &it.source);
    let translations = stated(text, record, |it| &it.target);
    let silent = not_counted(record);
    let unmatched = |numbers: &[Stated], others: &[Stated]| -> Vec<Stated> {
        let counted = |it: &&Stated| !it.names && !overlaps_any(&silent, it.span);
        let unequal = |it: &&Stated| !is_trivial(it.value) && !repeats(others, **it);
        numbers.iter().filter(counted).filter(unequal).copied().collect()
    };
    let mut odd = unmatched(&translations, &originals);
    let mut lost = unmatched(&originals, &translations);
    // A number that stands further off than the alignment says was moved, not lost.
    lost.retain(|it| !odd.iter().any(|other| equal(it.value, other.value)));
    if lost.len() > FEW && lost.len() * 2 > originals.len() {
        return vec![unlike(&lost, originals.len())];
    }

    let mut res = Vec::new();
    let mut alone: Vec<Stated> = Vec::new();
    for number in lost {
        match partner(text, number, &odd) {
            Some(at) => res.push(changed(text, number, odd.remove(at))),
            None if noticeable(text, number) && is_linked(record, number.link) => {
                alone.push(number)
            }
            None => (),
        }
    }
    let groups = alone.chunk_by(|left, right| left.link == right.link);
    res.extend(groups.filter_map(|it| missing(text, record, it)));
    res
}

/// Returns the numbers of one side in reading order, list numbers left out.
fn stated(text: &str, record: &Record, units: fn(&AlignedUnit) -> &Vec<Span>) -> Vec<Stated> {
    let mut res = Vec::new();
    for (link, unit) in record.alignments.iter().enumerate() {
        for unit in units(unit) {
            let words = unit.of(text);
            for (place, value) in quantities::numbers(words, language_of(record, *unit)) {
                let place = place.range();
                if !numbers_an_item(words, place.start, place.end) {
                    let start = unit.start as usize;
                    let span = Span::new(start + place.start..start + place.end);
                    let names = names_something(words, place.start, place.end);
                    res.push(Stated { link, span, value, names });
                }
            }
        }
    }
    res
}

/// Says whether a number sign stands at the number: it may repeat a count, but is none itself.
fn names_something(unit: &str, start: usize, end: usize) -> bool {
    let before = unit.get(..start).unwrap_or_default().trim_end();
    let after = unit.get(end..).unwrap_or_default();
    SIGNS_BEFORE.iter().any(|it| before.ends_with(it))
        || SIGNS_AFTER.iter().any(|it| after.starts_with(it))
}

fn language_of(record: &Record, unit: Span) -> Language {
    let layer = record.texts().find(|it| it.spans.iter().any(|span| span.overlaps(unit)));
    layer.map_or(Language::Undetermined, |it| it.language)
}

/// Says whether the number only numbers an item of a list: `2.`, `(3)` at the head of a unit.
fn numbers_an_item(unit: &str, start: usize, end: usize) -> bool {
    let before = unit.get(..start).unwrap_or_default().trim();
    let after = unit.get(end..).unwrap_or_default();
    let closed = after.starts_with([')', '）', '、', '．']);
    let stop = after.starts_with('.') && !after[1..].starts_with(|c: char| c.is_ascii_digit());
    (before.is_empty() && (closed || stop)) || (matches!(before, "(" | "（") && closed)
}

/// Returns the words whose numbers are dates, references and names of telegrams, which other rules compare, in order and joined
/// where they overlap.
fn not_counted(record: &Record) -> Vec<Span> {
    let dates = record.dates.iter().flat_map(|it| &it.spans);
    let references = record.references.iter().flat_map(|it| &it.spans);
    let names = record.fields.iter().filter(|it| NAMES.contains(&it.name)).flat_map(|it| &it.spans);
    let mut all: Vec<Span> = dates.chain(references).chain(names).copied().collect();
    all.sort_unstable();
    let mut res: Vec<Span> = Vec::new();
    for span in all {
        match res.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.join(span),
            _ => res.push(span),
        }
    }
    res
}

/// Says whether a span overlaps one of these, which are in order and apart.
fn overlaps_any(spans: &[Span], span: Span) -> bool {
    let from = spans.partition_point(|it| it.end <= span.start);
    spans.get(from).is_some_and(|it| it.overlaps(span))
}

/// None and one are said in too many ways: `a division`, `single`, `no`.
fn is_trivial(value: NumberValue) -> bool {
    matches!(value, NumberValue::Whole(0 | 1))
}

/// Says whether an equal number stands in the same link or in one beside it: an alignment may be off by one.
fn repeats(others: &[Stated], number: Stated) -> bool {
    // Numbers stand in the order of their links.
    let from = others.partition_point(|it| it.link + 1 < number.link);
    let beside = || others.iter().skip(from).take_while(|it| it.link <= number.link + 1);
    let near = || beside().map(|it| it.value);
    let whole = |wanted: i64| {
        near().any(|it| match it {
            NumberValue::Whole(value) => value == wanted,
            NumberValue::Range(from, to) => from == wanted || to == wanted,
            NumberValue::Decimal(_) | NumberValue::Fraction(..) => false,
        })
    };
    match number.value {
        NumberValue::Whole(value) => whole(value),
        NumberValue::Range(from, to) => whole(from) && whole(to),
        NumberValue::Decimal(_) | NumberValue::Fraction(..) => {
            near().any(|it| equal(it, number.value))
        }
    }
}

fn equal(left: NumberValue, right: NumberValue) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "values are far below 2^53")]
    let ratio = |it| match it {
        NumberValue::Whole(value) => Some(value as f64),
        NumberValue::Decimal(value) => Some(value),
        NumberValue::Fraction(part, whole) => Some(part as f64 / whole as f64),
        NumberValue::Range(..) => None,
    };
    match (ratio(left), ratio(right)) {
        (Some(left), Some(right)) => (left - right).abs() < 1e-9,
        _ => left == right,
    }
}

/// Finds the odd number of the translation that stands for this one: the most alike nearby, or the first of the same link.
fn partner(text: &str, number: Stated, odd: &[Stated]) -> Option<usize> {
    let digits = |it: Stated| match it.value {
        NumberValue::Whole(value) => value.to_string(),
        _ => it.span.of(text).to_owned(),
    };
    let near = |it: &Stated| it.link.abs_diff(number.link) <= 1;
    odd.iter()
        .position(|it| near(it) && alike(&digits(*it), &digits(number)))
        .or_else(|| odd.iter().position(|it| it.link == number.link))
}

/// Says whether a reader would expect the number to be repeated as a number.
fn noticeable(text: &str, number: Stated) -> bool {
    let large = match number.value {
        NumberValue::Whole(value) => value >= SMALL,
        NumberValue::Range(_, to) => to >= SMALL,
        NumberValue::Decimal(_) | NumberValue::Fraction(..) => false,
    };
    large || number.span.of(text).contains(|c: char| c.is_ascii_digit())
}

fn is_linked(record: &Record, link: usize) -> bool {
    record.alignments.get(link).is_some_and(|it| !it.source.is_empty() && !it.target.is_empty())
}

fn changed(text: &str, original: Stated, translation: Stated) -> Finding {
    RULE.kind
        .finding(format!(
            "{} of the original is {} in the translation",
            super::quoted(original.span.of(text)),
            super::quoted(translation.span.of(text))
        ))
        .at(original.span, "original")
        .at(translation.span, "translation")
        .fix("read the scan: correct the translation, or the transcription of the original")
}

fn unlike(lost: &[Stated], all: usize) -> Finding {
    let mut finding = RULE
        .kind
        .finding(format!(
            "{} of the {all} numbers of the original have no equal in the translation",
            lost.len()
        ))
        .fix("see whether the two texts are of one document at all; they could not be compared number by number");
    finding.severity = Severity::Warning;
    lost.iter().fold(finding, |it, number| it.at(number.span, "original"))
}

/// Numbers of one unit without an equal and without an odd one to pair with: they may have been left out or said otherwise.
fn missing(text: &str, record: &Record, numbers: &[Stated]) -> Option<Finding> {
    let first = numbers.first()?;
    let words: Vec<String> =
        numbers.iter().map(|it| super::quoted(it.span.of(text)).into_owned()).collect();
    let verb = if words.len() == 1 { "has" } else { "have" };
    let mut finding = RULE
        .kind
        .finding(format!("{} of the original {verb} no equal in the translation", words.join(", ")))
        .fix("read both: the number was left out, or is said in other words");
    finding.severity = Severity::Warning;
    let finding = numbers.iter().fold(finding, |it, number| it.at(number.span, "original"));
    let target = record.alignments.get(first.link)?.target.first()?;
    Some(finding.at(*target, "translated here"))
}

//! S604: continuation sheets that bear another number than their telegram.

use regesta_model::{Basis, FieldName, Finding, FindingKind, Record, SegmentKind, Severity};

use crate::{
    Rule,
    numbers::misread,
    sheets::{self, Printed},
};

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "S604",
        name: "number-inconsistent-across-sheets",
        severity: Severity::Error,
        basis: Basis::Text,
        page: include_str!("number_inconsistent_across_sheets.md"),
    },
    check,
};

fn check(text: &str, record: &Record) -> Vec<Finding> {
    let numbers: Vec<Printed> =
        sheets::printed(text, record, FieldName::ReceivingNumber).into_iter().flatten().collect();
    let Some(usual) = majority(&numbers) else { return Vec::new() };
    let odd = numbers.iter().filter(|it| it.digits != usual.digits);
    odd.filter(|it| same_telegram(record, it, usual))
        .map(|it| finding(it, usual, &numbers))
        .collect()
}

/// Returns the first of the numbers borne most often; of two borne as often, the one that stands first.
fn majority(numbers: &[Printed]) -> Option<&Printed> {
    let votes = |it: &Printed| numbers.iter().filter(|other| other.digits == it.digits).count();
    numbers
        .iter()
        .rev()
        .max_by_key(|it| votes(it))
        .and_then(|usual| numbers.iter().find(|it| it.digits == usual.digits))
}

/// Says whether the odd number can only be meant for the same telegram: it heads a continuation sheet, or is one misread digit away.
fn same_telegram(record: &Record, odd: &Printed, usual: &Printed) -> bool {
    sheets::stands_in(record, odd.span, SegmentKind::SheetHeader)
        || misread(&odd.digits, &usual.digits).is_some()
}

fn finding(odd: &Printed, usual: &Printed, numbers: &[Printed]) -> Finding {
    let votes = numbers.iter().filter(|it| it.digits == usual.digits).count();
    let note = match misread(&odd.digits, &usual.digits) {
        Some((read, meant)) => format!("; {meant} and {read} are easily taken for each other"),
        None => String::new(),
    };
    let fix = if votes > 1 || !note.is_empty() {
        format!("read {} and note the sheet's own number, after a look at the scan", usual.digits)
    } else {
        "look at the scan: the sheet may belong to another telegram".to_owned()
    };
    let first = RULE
        .kind
        .finding(format!(
            "this sheet bears No. {}, the {} No. {}{note}",
            odd.digits,
            if votes > 1 { "others" } else { "first sheet" },
            usual.digits
        ))
        .at(odd.span, "this sheet")
        .fix(fix);
    let others = numbers.iter().filter(|it| it.digits == usual.digits);
    others.fold(first, |it, other| it.at(other.span, format!("No. {}", usual.digits)))
}

//! S603: sheets whose numbers do not run on.

use regesta_model::{Basis, FieldName, Finding, FindingKind, Record, ReferenceKind, Severity};

use crate::{
    Rule,
    sheets::{self, Printed},
};

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "S603",
        name: "sheet-sequence-broken",
        severity: Severity::Error,
        basis: Basis::Text,
        page: include_str!("sheet_sequence_broken.md"),
    },
    check,
};

fn check(text: &str, record: &Record) -> Vec<Finding> {
    let leaves = leaf_count(record);
    let texts = sheets::printed(text, record, FieldName::SheetNumber);
    texts.iter().filter_map(|sheets| sequence(record, sheets, leaves)).collect()
}

fn sequence(record: &Record, sheets: &[Printed], leaves: Option<u32>) -> Option<Finding> {
    let mut before: Option<&Printed> = None;
    for sheet in sheets {
        let number = sheet.value()?;
        let last = before.map_or(1, |it| it.value().unwrap_or_default());
        let starts = before.is_none_or(|it| sheets::form_between(record, it.span, sheet.span));
        let runs_on = number == last + 1 || number == 1 || (starts && number == 2);
        if !runs_on {
            return Some(broken(sheets, sheet, before, last, leaves));
        }
        before = Some(sheet);
    }
    let last = before?;
    let leaves = leaves.filter(|it| last.value().is_some_and(|number| number > *it))?;
    let finding = RULE
        .kind
        .finding(format!("there is a sheet {}, the reference counts {leaves} leaves", last.digits))
        .at(last.span, "the last sheet")
        .fix(
            "compare the reference with the scan: a leaf was not counted, or a number was misread",
        );
    Some(finding)
}

fn broken(
    sheets: &[Printed],
    sheet: &Printed,
    before: Option<&Printed>,
    last: u32,
    leaves: Option<u32>,
) -> Finding {
    let due = last + 1;
    let counted = match leaves {
        Some(leaves) => format!(", and the reference counts {leaves} leaves"),
        None => String::new(),
    };
    let message = if sheet.value() == Some(last) {
        format!("sheet {last} stands twice, where sheet {due} is due{counted}")
    } else {
        format!("sheet {} stands where sheet {due} is due{counted}", sheet.digits)
    };
    let fix = if sheets.last().map(|it| it.span) == Some(sheet.span) && leaves == Some(due) {
        format!("read {due} and note the sheet's own number, after a look at the scan")
    } else {
        "look at the scan: a sheet is missing, out of order, or its number was misread".to_owned()
    };
    let finding = RULE.kind.finding(message).at(sheet.span, "this sheet").fix(fix);
    match before {
        Some(before) => finding.at(before.span, "the sheet before"),
        None => finding,
    }
}

/// Returns how many leaves the longest archival reference counts; versos count as their leaf's second side.
fn leaf_count(record: &Record) -> Option<u32> {
    let archival = record.references.iter().filter(|it| it.kind == ReferenceKind::Archival);
    archival.filter_map(|it| count(it.part("leaves")?)).max()
}

/// Counts `8-9`, `1-3, 7`; `None` where anything else stands in the list, a verso included.
fn count(leaves: &str) -> Option<u32> {
    leaves
        .split(',')
        .map(|it| {
            let (from, to) = it.split_once('-').unwrap_or((it, it));
            let (from, to): (u32, u32) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
            to.checked_sub(from).map(|it| it + 1)
        })
        .sum()
}

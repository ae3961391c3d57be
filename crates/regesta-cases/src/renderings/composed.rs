//! Statements of several parts: each part on a line of its own with the words it was read from.

use regesta_model::{
    Cited, Distribution, Entity, Provision, Record, Request, StrengthReturn, Timetable,
};

use super::all_quoted;

fn part(text: &str, name: &str, it: Option<&Cited<String>>) -> String {
    it.map(|it| format!("\n  {name} {}", all_quoted(text, &it.spans))).unwrap_or_default()
}

pub(super) fn entity(text: &str, it: &Entity) -> String {
    let rule = it.rule.as_deref().map(|it| format!(" by {it}")).unwrap_or_default();
    format!("{} {:?}{rule} {}", it.kind, it.name, all_quoted(text, &it.spans))
}

pub(super) fn provision(text: &str, it: &Provision) -> String {
    let item = it.item.as_deref().map(|it| format!(" {it}")).unwrap_or_default();
    let who = part(text, "who", it.who.as_ref());
    let condition = part(text, "if", it.condition.as_ref());
    let same = it.same_as.as_deref().map(|it| format!(" renders {it}")).unwrap_or_default();
    let in_force = it.in_force.as_deref().map(|it| format!("\n  from {it}")).unwrap_or_default();
    format!(
        "{}{item}{same}{who}{condition}{in_force}{}",
        it.modality,
        part(text, "what", Some(&it.disposition))
    )
}

pub(super) fn request(text: &str, it: &Request) -> String {
    let order = if it.is_order { " order" } else { "" };
    let of = it.communication.as_deref().map(|it| format!(" in {it}")).unwrap_or_default();
    let answered =
        it.answered_by.as_deref().map(|it| format!(" answered by {it}")).unwrap_or_default();
    let addressee = part(text, "of", it.addressee.as_ref());
    let same = it.same_as.as_deref().map(|it| format!(" renders {it}")).unwrap_or_default();
    let due =
        it.due.as_ref().map(|due| format!("\n  by {} {}", due.value, all_quoted(text, &due.spans)));
    let due = due.unwrap_or_default();
    format!("{}{order}{of}{answered}{same} {}{addressee}{due}", it.act, all_quoted(text, &it.spans))
}

pub(super) fn strength_return(text: &str, record: &Record, it: &StrengthReturn) -> String {
    let cell = |place: &usize| match record.quantities.get(*place) {
        Some(it) => format!("\n  {} {} {}", it.value, it.unit, all_quoted(text, &it.spans)),
        None => "\n  a cell that is no quantity".to_owned(),
    };
    let headed = |(place, at): (usize, &usize)| {
        let heading = it.headings.get(place);
        let said =
            |it: Option<&Cited<String>>| it.map(|it| it.value.as_str()).unwrap_or("-").to_owned();
        let heading = heading
            .map(|it| format!(" in {:?} of {:?}", said(it.column.as_ref()), said(it.row.as_ref())));
        cell(at) + &heading.unwrap_or_default()
    };
    let cells: String = it.cells.iter().enumerate().map(headed).collect();
    let kind = it.kind.map(|it| format!("{it} ")).unwrap_or_default();
    let sum = it.sum.map(|it| format!("\n  sum {it}")).unwrap_or_default();
    let stated = it
        .stated_total
        .as_ref()
        .map(|it| format!("\n  stated{}", cell(it).trim_start_matches("\n ")))
        .unwrap_or_default();
    format!("{kind}{}{cells}{sum}{stated}", all_quoted(text, &it.spans))
}

pub(super) fn timetable(text: &str, it: &Timetable) -> String {
    let order = if it.is_in_order { "in order" } else { "out of order" };
    let phase = |it: &regesta_model::Phase| {
        let number = it.number.as_deref().unwrap_or("-");
        let edtf = it.edtf.as_deref().unwrap_or("undated");
        let condition = part(text, "  after", it.condition.as_ref());
        format!("\n  {number} {edtf} {}{condition}", all_quoted(text, &it.action.spans))
    };
    let phases: String = it.phases.iter().map(phase).collect();
    format!("{order}{phases}")
}

pub(super) fn distribution(text: &str, it: &Distribution) -> String {
    let total = it
        .declared_total
        .map(|it| format!("of {it}"))
        .unwrap_or_else(|| "of an unsaid number".to_owned());
    let entry = |it: &regesta_model::DistributionEntry| {
        let count = it.count.map(|it| format!(" ({it})")).unwrap_or_default();
        let copies = it.copies.join(", ");
        format!(
            "\n  to {:?}{count} copies {copies} {}",
            it.recipient.value,
            all_quoted(text, &it.recipient.spans)
        )
    };
    let entries: String = it.entries.iter().map(entry).collect();
    format!("{total}{entries}")
}

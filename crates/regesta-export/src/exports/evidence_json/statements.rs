//! Entities and statements that are made of several words: their shapes and how records fill them.

use regesta_model::{
    CellHeading, Cited, Distribution, DistributionEntry, Entity, Phase, Provision, Request,
    StrengthReturn, Timetable,
};
use serde::Serialize;

use super::{
    Quotes,
    shape::{NameJson, SpanJson},
};

#[derive(Serialize)]
pub(super) struct EntityJson<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'a str,
    key: Option<&'a str>,
    rule: Option<&'a str>,
    lang: &'static str,
    spans: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct HeadingJson<'a> {
    cell: String,
    row: Option<NameJson<'a>>,
    column: Option<NameJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct StrengthReturnJson<'a> {
    kind: Option<&'static str>,
    cells: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    table: Vec<HeadingJson<'a>>,
    sum: Option<i64>,
    stated_total: Option<String>,
    lang: &'static str,
    spans: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct PhaseJson<'a> {
    number: Option<&'a str>,
    edtf: Option<&'a str>,
    action: NameJson<'a>,
    condition: Option<NameJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct TimetableJson<'a> {
    phases: Vec<PhaseJson<'a>>,
    in_order: bool,
    lang: &'static str,
    spans: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct DistributionEntryJson<'a> {
    copies: &'a [String],
    n: Option<i64>,
    to: NameJson<'a>,
}

#[derive(Serialize)]
pub(super) struct DistributionJson<'a> {
    entries: Vec<DistributionEntryJson<'a>>,
    declared_total: Option<i64>,
    lang: &'static str,
    spans: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct ProvisionJson<'a> {
    id: &'a str,
    item: Option<&'a str>,
    who: Option<NameJson<'a>>,
    condition: Option<NameJson<'a>>,
    disposition: NameJson<'a>,
    modality: &'static str,
    communication: Option<&'a str>,
    in_force: Option<&'a str>,
    same_as: Option<&'a str>,
    lang: &'static str,
    spans: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct RequestJson<'a> {
    id: &'a str,
    act: &'static str,
    order: bool,
    addressee: Option<NameJson<'a>>,
    due: Option<NameJson<'a>>,
    communication: Option<&'a str>,
    answered_by: Option<&'a str>,
    same_as: Option<&'a str>,
    lang: &'static str,
    spans: Vec<SpanJson<'a>>,
}

/// The id under which a quantity stands in the JSON, from its place in the record.
pub(super) fn quantity_id(place: usize) -> String {
    format!("n{}", place + 1)
}

impl<'a> Quotes<'a> {
    fn maybe(&self, it: Option<&'a Cited<String>>) -> Option<NameJson<'a>> {
        it.map(|it| self.name(it))
    }

    pub(super) fn entity(&self, it: &'a Entity) -> EntityJson<'a> {
        EntityJson {
            id: &it.id,
            kind: it.kind.code(),
            name: &it.name,
            key: it.key.as_deref(),
            rule: it.rule.as_deref(),
            lang: it.language.code(),
            spans: self.spans(&it.spans),
        }
    }

    pub(super) fn strength_return(&self, it: &'a StrengthReturn) -> StrengthReturnJson<'a> {
        let heading = |(cell, it): (&usize, &'a CellHeading)| HeadingJson {
            cell: quantity_id(*cell),
            row: self.maybe(it.row.as_ref()),
            column: self.maybe(it.column.as_ref()),
        };
        StrengthReturnJson {
            kind: it.kind.map(|it| it.code()),
            table: it.cells.iter().zip(&it.headings).map(heading).collect(),
            cells: it.cells.iter().copied().map(quantity_id).collect(),
            sum: it.sum,
            stated_total: it.stated_total.map(quantity_id),
            lang: it.language.code(),
            spans: self.spans(&it.spans),
        }
    }

    fn phase(&self, it: &'a Phase) -> PhaseJson<'a> {
        PhaseJson {
            number: it.number.as_deref(),
            edtf: it.edtf.as_deref(),
            action: self.name(&it.action),
            condition: self.maybe(it.condition.as_ref()),
        }
    }

    pub(super) fn timetable(&self, it: &'a Timetable) -> TimetableJson<'a> {
        TimetableJson {
            phases: it.phases.iter().map(|it| self.phase(it)).collect(),
            in_order: it.is_in_order,
            lang: it.language.code(),
            spans: self.spans(&it.spans),
        }
    }

    pub(super) fn distribution(&self, it: &'a Distribution) -> DistributionJson<'a> {
        let entry = |it: &'a DistributionEntry| DistributionEntryJson {
            copies: &it.copies,
            n: it.count,
            to: self.name(&it.recipient),
        };
        DistributionJson {
            entries: it.entries.iter().map(entry).collect(),
            declared_total: it.declared_total,
            lang: it.language.code(),
            spans: self.spans(&it.spans),
        }
    }

    pub(super) fn provision(&self, it: &'a Provision) -> ProvisionJson<'a> {
        ProvisionJson {
            id: &it.id,
            item: it.item.as_deref(),
            who: self.maybe(it.who.as_ref()),
            condition: self.maybe(it.condition.as_ref()),
            disposition: self.name(&it.disposition),
            modality: it.modality.code(),
            communication: it.communication.as_deref(),
            in_force: it.in_force.as_deref(),
            same_as: it.same_as.as_deref(),
            lang: it.language.code(),
            spans: self.spans(&it.spans),
        }
    }

    pub(super) fn request(&self, it: &'a Request) -> RequestJson<'a> {
        RequestJson {
            id: &it.id,
            act: it.act.code(),
            order: it.is_order,
            addressee: self.maybe(it.addressee.as_ref()),
            due: self.maybe(it.due.as_ref()),
            communication: it.communication.as_deref(),
            answered_by: it.answered_by.as_deref(),
            same_as: it.same_as.as_deref(),
            lang: it.language.code(),
            spans: self.spans(&it.spans),
        }
    }
}

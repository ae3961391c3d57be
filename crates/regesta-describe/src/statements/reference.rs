//! References: where the document lies.

use regesta_model::Record;

use super::StatementReader;
use crate::Context;

pub(super) const READER: StatementReader =
    StatementReader { name: "reference", page: include_str!("reference.md"), read };

fn read(context: &Context<'_>, record: &mut Record) {
    record.references.extend(context.zones.references.iter().cloned());
}

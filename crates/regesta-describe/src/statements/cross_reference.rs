//! Cross-references: which other documents the text speaks of.

use regesta_model::Record;

use super::StatementReader;
use crate::Context;

pub(super) const READER: StatementReader =
    StatementReader { name: "cross-reference", page: include_str!("cross_reference.md"), read };

fn read(_context: &Context<'_>, _record: &mut Record) {}

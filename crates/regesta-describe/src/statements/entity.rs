//! Entities: persons, organisations, places and offices that the words name.

use regesta_model::Record;

use super::StatementReader;
use crate::Context;

pub(super) const READER: StatementReader =
    StatementReader { name: "entity", page: include_str!("entity.md"), read };

fn read(_context: &Context<'_>, _record: &mut Record) {}

//! Provisions: who is to do what under which condition.

use regesta_model::Record;

use super::StatementReader;
use crate::Context;

pub(super) const READER: StatementReader =
    StatementReader { name: "provision", page: include_str!("provision.md"), read };

fn read(_context: &Context<'_>, _record: &mut Record) {}

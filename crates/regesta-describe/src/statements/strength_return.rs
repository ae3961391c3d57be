//! Strength returns: counts by rank or formation, with their sum.

use regesta_model::Record;

use super::StatementReader;
use crate::Context;

pub(super) const READER: StatementReader =
    StatementReader { name: "strength-return", page: include_str!("strength_return.md"), read };

fn read(_context: &Context<'_>, _record: &mut Record) {}

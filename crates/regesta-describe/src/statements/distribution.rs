//! Distribution lists: to whom which copies went.

use regesta_model::Record;

use super::StatementReader;
use crate::Context;

pub(super) const READER: StatementReader =
    StatementReader { name: "distribution", page: include_str!("distribution.md"), read };

fn read(_context: &Context<'_>, _record: &mut Record) {}

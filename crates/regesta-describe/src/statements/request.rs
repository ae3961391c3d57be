//! Requests and orders: what is asked of whom.

use regesta_model::Record;

use super::StatementReader;
use crate::Context;

pub(super) const READER: StatementReader =
    StatementReader { name: "request", page: include_str!("request.md"), read };

fn read(_context: &Context<'_>, _record: &mut Record) {}

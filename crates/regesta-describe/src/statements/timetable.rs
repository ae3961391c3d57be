//! Timetables: what is to happen when.

use regesta_model::Record;

use super::StatementReader;
use crate::Context;

pub(super) const READER: StatementReader =
    StatementReader { name: "timetable", page: include_str!("timetable.md"), read };

fn read(_context: &Context<'_>, _record: &mut Record) {}

//! Communications: who addressed whom, when, and what is enclosed in what.

use regesta_model::Record;

use super::StatementReader;
use crate::{Context, communications};

pub(super) const READER: StatementReader =
    StatementReader { name: "communication", page: include_str!("communication.md"), read };

fn read(context: &Context<'_>, record: &mut Record) {
    record.communications = communications::assemble(context);
}

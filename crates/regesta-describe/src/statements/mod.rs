//! One file for each kind of statement, and one page beside it.

use regesta_model::Record;

use crate::Context;

mod communication;
mod cross_reference;
mod date;
mod distribution;
mod entity;
mod provision;
mod quantity;
mod reference;
mod request;
mod strength_return;
mod timetable;

/// A kind of statement: a page of documentation and a function that reads it.
#[derive(Clone, Copy)]
pub struct StatementReader {
    /// Name of the statement, as its file is called.
    pub name: &'static str,
    /// Markdown page: what it is, how it is found, cases.
    pub page: &'static str,
    /// Reads the statements of a page into its record.
    pub(crate) read: fn(&Context<'_>, &mut Record),
}

/// Every kind of statement; a kind stands after those it builds on.
pub const ALL: &[StatementReader] = &[
    communication::READER,
    date::READER,
    quantity::READER,
    reference::READER,
    cross_reference::READER,
    distribution::READER,
    entity::READER,
    request::READER,
    strength_return::READER,
    timetable::READER,
    provision::READER,
];

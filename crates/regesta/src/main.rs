//! The command line: `regesta open FOLDER` and the commands a script uses.

mod commands;
mod pipeline;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Turns a folder of archival documents into a checked, searchable evidence base.
#[derive(Debug, Parser)]
#[command(name = "regesta", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Inspect(commands::inspect::Inspect),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Inspect(it) => it.run(),
    };
    outcome.unwrap_or_else(|error| {
        anstream::eprintln!("regesta: {error:#}");
        ExitCode::from(2)
    })
}

//! The command line: `regesta open FOLDER` and the commands a script uses.

mod building;
mod checking;
mod commands;
mod decisions;
mod diagnostics;
mod folder;
mod guarding;
mod lines;
mod overview;
mod pipeline;
mod progress;
mod repetition;
mod settings;
mod terminal;

use std::{io::ErrorKind, process::ExitCode};

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
    Open(commands::open::Open),
    Build(commands::build::Build),
    Search(commands::search::Search),
    Check(commands::check::Check),
    Explain(commands::explain::Explain),
    Inspect(commands::inspect::Inspect),
    Normalize(commands::normalize::Normalize),
    Names(commands::names::Names),
    Requests(commands::requests::Requests),
}

fn main() -> ExitCode {
    guarding::quieten();
    let outcome = match Arguments::parse().command {
        Command::Open(it) => it.run(),
        Command::Build(it) => it.run(),
        Command::Search(it) => it.run(),
        Command::Check(it) => it.run(),
        Command::Explain(it) => it.run(),
        Command::Inspect(it) => it.run(),
        Command::Normalize(it) => it.run(),
        Command::Names(it) => it.run(),
        Command::Requests(it) => it.run(),
    };
    outcome.unwrap_or_else(|error| {
        // Whoever reads our output may stop early, as `head` does.
        if error
            .downcast_ref::<std::io::Error>()
            .is_some_and(|it| it.kind() == ErrorKind::BrokenPipe)
        {
            return ExitCode::SUCCESS;
        }
        anstream::eprintln!("regesta: {error:#}");
        ExitCode::from(2)
    })
}

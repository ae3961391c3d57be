//! Chores of this repository: `cargo xtask check`, `bless`, `new`, `tidy`, `learn`, `multiply`.

mod bless;
mod check;
mod kinds;
mod learn;
mod multiply;
mod new;
mod repository;
mod steps;
mod tidy;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::kinds::Kind;

/// Chores of this repository
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Debug, Subcommand)]
enum Chore {
    /// Format, lints, tests, documentation and tidiness: green before every commit
    Check,
    /// Write what the case pages now give into their `expect` blocks; read each difference before you commit it
    Bless,
    /// Check the invariants a compiler cannot: edges between crates, sizes, names, pages, tables
    Tidy,
    /// Write the files of a new rule, format, field, statement, export or page, and its line in the list
    New {
        /// What to add
        #[arg(value_enum)]
        kind: Kind,
        /// Its name in kebab case; a rule is named after the fault
        name: String,
        /// Code of a new rule, a letter and three digits; the next free one of the last letter where none is given
        #[arg(long)]
        code: Option<String>,
    },
    /// Learn the tables of transcriptions from pairs of names
    Learn {
        /// Folder with `russian.tsv`, `chinese.tsv`, `korean.tsv`
        folder: PathBuf,
    },
    /// Make many documents of a few by varying their words, to measure with
    Multiply {
        /// Folder with the documents to vary
        folder: PathBuf,
        /// How many documents to make
        count: usize,
        /// Folder to write them to
        out: PathBuf,
    },
}

fn main() -> ExitCode {
    let root = repository::root();
    let outcome = match Arguments::parse().chore {
        Chore::Check => check::run(&root),
        Chore::Bless => bless::run(&root),
        Chore::Tidy => tidy::run(&root),
        Chore::New { kind, name, code } => new::run(&root, kind, &name, code.as_deref()),
        Chore::Learn { folder } => learn::run(&root, &folder),
        Chore::Multiply { folder, count, out } => multiply::run(&folder, count, &out),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

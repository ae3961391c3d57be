//! `regesta check PATH...`: what an editor should look at, quoted in place.

use std::{path::PathBuf, process::ExitCode};

use anyhow::ensure;
use clap::Args;

use crate::{
    checking,
    diagnostics::{Format, Printer},
    terminal,
};

/// Check documents and say what an editor should look at
///
/// Reads files, or every document of a folder, and prints what is doubtful or wrong in them: numbers a translation
/// changed, sheets out of order, references with parts missing, dates that cannot be. Nothing is changed. Lines and
/// columns are those of the reading text: the file itself where it is plain text, its words otherwise.
///
/// The exit status is 0 when nothing is wrong, 1 when there is a finding of severity error, 2 when a path does not
/// exist. `regesta explain CODE` says what a code means and when it is silent.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Files or folders to check
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print findings
    #[arg(long, value_enum, default_value = "full")]
    format: Format,
}

impl Check {
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        for path in &self.paths {
            ensure!(path.exists(), "there is no file or folder {}", path.display());
        }
        let mut printer = Printer::new(anstream::stdout().lock(), self.format, terminal::width());
        checking::check(&self.paths, |path, evidence| printer.source(path, evidence))?;
        let summary = printer.finish()?;
        Ok(if summary.errors == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}

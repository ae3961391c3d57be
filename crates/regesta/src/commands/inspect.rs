//! `regesta inspect FILE`: what Regesta sees in one file.

use std::{io::Write as _, path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::Args;
use regesta_export::exports::evidence_json;

use crate::{overview, pipeline, terminal};

/// Show what Regesta sees in one file
///
/// Prints its texts and their languages, the catalogue's fields, who told whom what and when, dates, references,
/// quantities and findings, each with the words it was read from. `--json` prints all of it for programs.
#[derive(Debug, Args)]
pub(crate) struct Inspect {
    /// The file to look at
    file: PathBuf,
    /// Print the public JSON instead of an overview
    #[arg(long)]
    json: bool,
}

impl Inspect {
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        let bytes = std::fs::read(&self.file)
            .with_context(|| format!("cannot read {}", self.file.display()))?;
        let name = self.file.file_name().map(|it| it.to_string_lossy()).unwrap_or_default();
        let evidence = pipeline::evidence(&name, &bytes, &Default::default());
        let mut out = anstream::stdout().lock();
        if self.json {
            out.write_all(&evidence_json::export(&evidence))?;
        } else {
            overview::print(&mut out, &evidence, terminal::width())?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

//! `regesta inspect FILE`: what Regesta sees in one file.

use std::{io::Write as _, path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::Args;

use crate::pipeline;

/// Show what Regesta sees in one file: its layers, fields, communications, statements and findings
#[derive(Debug, Args)]
pub(crate) struct Inspect {
    /// The file to look at
    file: PathBuf,
    /// Print the public JSON instead of a summary
    #[arg(long)]
    json: bool,
}

impl Inspect {
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        let bytes = std::fs::read(&self.file)
            .with_context(|| format!("cannot read {}", self.file.display()))?;
        let name = self.file.file_name().map(|it| it.to_string_lossy()).unwrap_or_default();
        let evidence = pipeline::evidence(&name, &bytes, &Default::default());
        std::io::stdout().write_all(&regesta_export::exports::evidence_json::export(&evidence))?;
        Ok(ExitCode::SUCCESS)
    }
}

//! `regesta inspect FILE`: what Regesta sees in one file.

use std::{io::Write as _, path::PathBuf, process::ExitCode};

use anyhow::{Context as _, anyhow};
use clap::Args;
use regesta_export::exports::evidence_json;
use regesta_model::Finding;

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
        let evidence =
            pipeline::evidence(&name, &bytes, &Default::default()).map_err(|it| refusal(&it))?;
        let mut out = anstream::stdout().lock();
        if self.json {
            out.write_all(&evidence_json::export(&evidence))?;
        } else {
            overview::print(&mut out, &evidence, terminal::width())?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// A finding that leaves nothing to show, as the command's one answer.
fn refusal(finding: &Finding) -> anyhow::Error {
    let advice = finding.fix.as_deref().map(|it| format!("; {it}")).unwrap_or_default();
    anyhow!("{}: {}{advice}", finding.code, finding.message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guarding;

    #[test]
    fn what_regesta_failed_on_is_refused_in_words() {
        let failed = guarding::attempt(|| guarding::unread("a.txt"), || panic!("raw words"));
        let error = failed.map_err(|it| refusal(&it)).expect_err("it failed").to_string();
        assert!(error.starts_with("F001: “a.txt” could not be read"), "{error}");
        assert!(error.contains("please report this") && !error.contains("raw words"), "{error}");
    }
}

//! `regesta explain CODE`: the page of a rule or a fault.

use std::{io::Write as _, process::ExitCode};

use anyhow::bail;
use clap::Args;
use regesta_model::FindingKind;

use crate::pipeline;

/// Explain what a code of `check` means, why it matters and what to do
///
/// Without a code, lists every code with its severity and name.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// A code such as Q401, or the name of a fault
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

impl Explain {
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        let mut out = anstream::stdout().lock();
        match &self.code {
            Some(code) => match kind(code) {
                Some(kind) => out.write_all(page(kind.page).as_bytes())?,
                None => bail!("no code is called {code}. {}", suggestion(code)),
            },
            None => {
                for kind in pipeline::kinds() {
                    let FindingKind { code, name, severity, .. } = kind;
                    writeln!(out, "{code}  {severity:<8} {name}")?;
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn kind(code: &str) -> Option<FindingKind> {
    pipeline::kinds().into_iter().find(|it| it.code.eq_ignore_ascii_case(code) || it.name == code)
}

/// Returns the page for people: the prose and the cases, the expectations under a heading of their own.
fn page(markdown: &str) -> String {
    markdown.replace("```expect\n```", "```\n(nothing is found)\n```").replace("```expect", "```")
}

fn suggestion(code: &str) -> String {
    let wanted = code.to_ascii_uppercase();
    let mut near: Vec<(usize, &str)> = pipeline::kinds()
        .iter()
        .map(|it| (strsim::damerau_levenshtein(&wanted, it.code), it.code))
        .collect();
    near.sort_unstable();
    let codes: Vec<&str> =
        near.iter().filter(|(distance, _)| *distance <= 2).take(3).map(|(_, code)| *code).collect();
    match codes.as_slice() {
        [] => "`regesta explain` lists all codes.".to_owned(),
        _ => format!("Did you mean {}? `regesta explain` lists all codes.", codes.join(", ")),
    }
}

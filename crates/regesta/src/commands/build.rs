//! `regesta build FOLDER`: brings the store of a folder up to date.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use regesta_model::Severity;
use regesta_store::{Opening, queries::overview::Overview};

use crate::{
    building::{self, Built},
    settings::Settings,
};

/// Read, describe and check the documents of a folder, and keep what was found
///
/// Only files that are new or have changed are read. What is kept stands in FOLDER/.regesta and can be deleted at any
/// time; the documents themselves are never written to.
#[derive(Debug, Args)]
pub(crate) struct Build {
    /// The folder with the documents
    folder: PathBuf,
    /// Keep the store in this folder instead of FOLDER/.regesta
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// Print the summary as JSON
    #[arg(long)]
    json: bool,
}

impl Build {
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        let settings = Settings::of(&self.folder)?;
        let dir = building::store_dir(&self.folder, self.store.as_ref());
        tokio::runtime::Runtime::new()?.block_on(async {
            let built = building::build(&self.folder, &dir).await?;
            let overview = built.store.overview().await?;
            let mut out = anstream::stdout().lock();
            if self.json {
                let title = settings.title(&self.folder);
                writeln!(out, "{}", json(&title, &dir, &built, &overview))?;
            } else {
                write!(out, "{}", summary(&built, &overview))?;
            }
            Ok(ExitCode::SUCCESS)
        })
    }
}

fn json(title: &str, dir: &Path, built: &Built, overview: &Overview) -> serde_json::Value {
    let unread = overview
        .unread
        .iter()
        .map(|(name, advice)| serde_json::json!({"name": name, "advice": advice}));
    serde_json::json!({
        "title": title,
        "store": dir.to_string_lossy(),
        "documents": overview.documents,
        "files": {
            "all": overview.sources, "read": built.read, "unchanged": built.unchanged,
            "removed": built.removed, "described": built.described,
        },
        "findings": Severity::ALL.iter()
            .map(|it| (it.code().to_owned(), findings(overview, *it).into()))
            .collect::<serde_json::Map<_, _>>(),
        "unread": unread.collect::<Vec<_>>(),
    })
}

/// What a build did, in a few lines.
fn summary(built: &Built, overview: &Overview) -> String {
    let mut res = String::new();
    if let Some(line) = opening(built) {
        res.push_str(&line);
        res.push('\n');
    }
    let mut parts = vec![format!("{} read", built.read)];
    if built.unchanged > 0 {
        parts.push(format!("{} unchanged", built.unchanged));
    }
    if built.removed > 0 {
        parts.push(format!("{} gone", built.removed));
    }
    let counts: Vec<String> =
        Severity::ALL.iter().map(|it| counted(findings(overview, *it), it.code())).collect();
    res.push_str(&format!(
        "{} in {} ({}); findings: {}\n",
        counted(overview.documents, "document"),
        counted(overview.sources, "file"),
        parts.join(", "),
        counts.join(", "),
    ));
    for (name, advice) in &overview.unread {
        res.push_str(&format!("not read: {name}: {advice}\n"));
    }
    res
}

/// Says that the store was built again, and why.
pub(super) fn opening(built: &Built) -> Option<String> {
    match built.opening {
        Opening::Rebuilt(reason) => {
            Some(format!("The store was built again from the documents: {reason}."))
        }
        Opening::New | Opening::Kept => None,
    }
}

/// Counts findings of a severity.
pub(super) fn findings(overview: &Overview, severity: Severity) -> u64 {
    overview.rules.iter().filter(|it| it.severity == severity).map(|it| it.findings).sum()
}

/// `1 file`, `2 files`, `3 infos`.
pub(super) fn counted(count: u64, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}

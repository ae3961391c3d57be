//! `regesta names merge|part|undo`: an editor's decisions on names, kept in `FOLDER/decisions/names.toml`.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use clap::Args;
use regesta_relate::decisions::{self as kept, Decision, Verdict};

use crate::decisions;

/// Make forms of a name one person or organisation, whatever the rules say
///
/// Adds a decision to FOLDER/decisions/names.toml, which keeps everything else that stands in it. Give the forms as the documents write
/// them: `regesta names list FOLDER` shows them.
#[derive(Debug, Args)]
pub(super) struct Merge {
    #[command(flatten)]
    made: Made,
}

/// Keep forms of a name apart, each from each, whatever the rules say
///
/// Adds a decision to FOLDER/decisions/names.toml, which keeps everything else that stands in it. Forms that are not named go with the
/// one that they are nearest to.
#[derive(Debug, Args)]
pub(super) struct Part {
    #[command(flatten)]
    made: Made,
}

/// Take back the last decision on exactly these forms
///
/// Takes it out of FOLDER/decisions/names.toml; the order of the forms does not matter.
#[derive(Debug, Args)]
pub(super) struct Undo {
    /// The folder with the documents
    folder: PathBuf,
    /// The forms of the decision
    #[arg(required = true, num_args = 2.., value_name = "FORM")]
    forms: Vec<String>,
    /// Where the store is, if not in FOLDER/.regesta
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Made {
    /// The folder with the documents
    folder: PathBuf,
    /// The forms, as the documents write them
    #[arg(required = true, num_args = 2.., value_name = "FORM")]
    forms: Vec<String>,
    /// The reason, kept with the decision
    #[arg(long)]
    why: Option<String>,
    /// Name of the editor who decides; without it, the user of this machine
    #[arg(long)]
    who: Option<String>,
    /// Where the store is, if not in FOLDER/.regesta
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
}

impl Merge {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        self.made.decide(Verdict::Same)
    }
}

impl Part {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        self.made.decide(Verdict::Apart)
    }
}

impl Made {
    fn decide(&self, verdict: Verdict) -> anyhow::Result<ExitCode> {
        let path = decisions::file(&self.folder);
        let decision = Decision {
            verdict,
            forms: self.forms.clone(),
            who: self.who.clone().or_else(user),
            when: decisions::today(),
            why: self.why.clone(),
            line: 0,
        };
        let names = super::listing::named(&self.folder, self.store.as_ref())?;
        let text = decisions::begun(decisions::read(&self.folder)?);
        let text = kept::with(&text, &decision).with_context(|| {
            format!("nothing was decided: with it, {} could not be obeyed", path.display())
        })?;
        decisions::write(&self.folder, &text)?;
        note(&self.folder, self.store.as_ref(), &text)?;
        let verb = match verdict {
            Verdict::Same => "now one",
            Verdict::Apart => "now apart",
        };
        let mut out = anstream::stdout().lock();
        writeln!(out, "{} are {verb}; decided in {}", listed(&self.forms), path.display())?;
        for form in self.forms.iter().filter(|it| names.place_of(it).is_none()) {
            anstream::eprintln!(
                "regesta: no document names “{form}”; the decision waits for one that does"
            );
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Undo {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        anyhow::ensure!(
            self.folder.is_dir(),
            "{} is no folder; give the folder with the documents",
            self.folder.display()
        );
        let path = decisions::file(&self.folder);
        let text = decisions::read(&self.folder)?;
        let Some((text, taken)) = kept::without(&text, &self.forms)? else {
            anyhow::bail!(
                "no decision in {} is on exactly {}; `regesta names list --decisions` shows them",
                path.display(),
                listed(&self.forms)
            );
        };
        decisions::write(&self.folder, &text)?;
        note(&self.folder, self.store.as_ref(), &text)?;
        let what = match taken.verdict {
            Verdict::Same => "makes them one",
            Verdict::Apart => "keeps them apart",
        };
        let forms = listed(&self.forms);
        writeln!(anstream::stdout().lock(), "{forms}: no decision {what} any more; the rules do")?;
        Ok(ExitCode::SUCCESS)
    }
}

/// The user of this machine, as the system calls them.
fn user() -> Option<String> {
    let named = ["USER", "LOGNAME", "USERNAME"].iter().filter_map(|it| std::env::var(it).ok());
    named.map(|it| it.trim().to_owned()).find(|it| !it.is_empty())
}

fn listed(forms: &[String]) -> String {
    forms.iter().map(|it| format!("“{it}”")).collect::<Vec<_>>().join(", ")
}

/// Lets an open reading room know.
fn note(folder: &Path, store: Option<&PathBuf>, text: &str) -> anyhow::Result<()> {
    let dir = crate::building::store_dir(folder, store);
    tokio::runtime::Runtime::new()?.block_on(async {
        let store = match regesta_store::Store::open(&dir).await {
            // The next build notes it.
            Err(regesta_store::StoreError::Missing(_)) => return Ok(()),
            store => store?,
        };
        store.note_decisions(text).await?;
        store.close().await;
        anyhow::Ok(())
    })
}

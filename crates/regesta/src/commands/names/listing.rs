//! `regesta names list FOLDER`: everybody whom the documents name, every form with its rule.

use std::{
    fmt::Write as _,
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use clap::Args;
use regesta_relate::{Part, decisions::Decision, unify::Named};
use regesta_store::queries::names::Names;

use crate::building;

/// List the persons and organisations that the documents of a folder name, each with every form and the rule that joined it
///
/// Persons are unified across documents and scripts by rule, and by the decisions in FOLDER/decisions/names.toml: see `regesta names merge`
/// and `regesta names part`.
#[derive(Debug, Args)]
pub(super) struct List {
    /// The folder with the documents
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// Only names with a form that contains these letters
    #[arg(long, value_name = "LETTERS")]
    like: Option<String>,
    /// List the decisions instead of the names
    #[arg(long, conflicts_with = "like")]
    decisions: bool,
    /// Print one JSON document instead of text
    #[arg(long)]
    json: bool,
    /// Where the store is, if not in FOLDER/.regesta
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
}

impl List {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let names = named(&self.folder, self.store.as_ref())?;
        let like = self.like.as_deref().map(str::to_lowercase);
        let is_like = |it: &&Named| {
            like.as_deref().is_none_or(|like| {
                it.forms.iter().any(|it| it.of.form.to_lowercase().contains(like))
            })
        };
        let listed: Vec<&Named> = names.all.iter().filter(is_like).collect();
        let mut out = anstream::stdout().lock();
        for (line, form) in &names.unknown {
            let path = crate::decisions::file(&self.folder);
            anstream::eprintln!(
                "regesta: {} line {line}: no document names “{form}”",
                path.display()
            );
        }
        match (self.decisions, self.json) {
            (true, true) => {
                let all: Vec<_> = names.decisions.iter().map(decision_json).collect();
                writeln!(out, "{}", serde_json::json!({ "decisions": all }))?;
            }
            (true, false) => write!(out, "{}", decisions(&names))?,
            (false, true) => {
                let all: Vec<_> = listed.iter().map(|it| json(it)).collect();
                writeln!(out, "{}", serde_json::json!({"total": all.len(), "names": all}))?;
            }
            (false, false) => write!(out, "{}", text(&listed))?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Builds the folder and returns whom it names.
pub(super) fn named(folder: &Path, store: Option<&PathBuf>) -> anyhow::Result<Arc<Names>> {
    let dir = building::store_dir(folder, store);
    tokio::runtime::Runtime::new()?.block_on(async {
        let store = building::build(folder, &dir).await?.store;
        Ok(store.names().await?)
    })
}

fn text(listed: &[&Named]) -> String {
    let mut res = String::new();
    for it in listed {
        let _ = writeln!(res, "\x1b[1m{}\x1b[0m  \x1b[2m{}\x1b[0m", it.name(), it.kind.code());
        for form in it.forms.iter().skip(1) {
            let rule = form.rule.as_deref().unwrap_or("held together by another form");
            let to = form.joined_to.as_deref().map(|it| format!(" with {it}")).unwrap_or_default();
            let _ = writeln!(res, "  {}  \x1b[2m{rule}{to}\x1b[0m", form.of.form);
        }
    }
    if listed.is_empty() {
        res.push_str("No name was found.\n");
    }
    res
}

fn decisions(names: &Names) -> String {
    let mut res = String::new();
    for it in &names.decisions {
        let said = [&it.who, &it.when, &it.why].into_iter().flatten().cloned();
        let said = said.collect::<Vec<String>>().join("; ");
        let _ =
            writeln!(res, "{}: {}  \x1b[2m{said}\x1b[0m", it.verdict.code(), it.forms.join(" | "));
    }
    if res.is_empty() {
        res.push_str(
            "Nothing was decided on names; `regesta names merge` and `regesta names part` do.\n",
        );
    }
    res
}

fn json(it: &Named) -> serde_json::Value {
    let form = |it: &regesta_relate::unify::NameForm| {
        let documents = |part: Part| it.of.documents.get(&part).copied().unwrap_or_default();
        serde_json::json!({
            "form": it.of.form, "rule": it.rule, "joined_to": it.joined_to,
            "sent": documents(Part::Sender), "received": documents(Part::Recipient),
            "mentioned": documents(Part::Mentioned),
        })
    };
    let forms: Vec<_> = it.forms.iter().map(form).collect();
    serde_json::json!({"name": it.name(), "type": it.kind.code(), "forms": forms})
}

fn decision_json(it: &Decision) -> serde_json::Value {
    serde_json::json!({
        "verdict": it.verdict.code(), "forms": it.forms, "who": it.who, "when": it.when,
        "why": it.why, "line": it.line,
    })
}

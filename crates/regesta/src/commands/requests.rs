//! `regesta requests FOLDER`: what is asked of whom, and which of it no held document answers.

use std::{fmt::Write as _, io::Write as _, path::PathBuf, process::ExitCode};

use clap::Args;
use regesta_relate::{Asked, Status};
use regesta_store::queries::correspondence::Neighbourhood;

use super::build::counted;
use crate::building;

/// List the requests in the documents of a folder, and which of them are open
///
/// A request is open when no document of the folder replies to the one it stands in. Requests in something that was passed on stay open
/// where only the covering document was answered, and say so. Orders, and what is merely to be noted or passed on, await no reply.
///
/// The exit status is 0 when there was something to list, 1 when there was nothing, 2 when it could not be looked for.
#[derive(Debug, Args)]
pub(crate) struct Requests {
    /// The folder with the documents
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// Only requests that no document answers
    #[arg(long)]
    open: bool,
    /// Print one JSON document instead of text
    #[arg(long)]
    json: bool,
    /// Where the store is, if not in FOLDER/.regesta
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
}

impl Requests {
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        let dir = building::store_dir(&self.folder, self.store.as_ref());
        let all = tokio::runtime::Runtime::new()?.block_on(async {
            let store = building::build(&self.folder, &dir).await?.store;
            anyhow::Ok(store.correspondence().await?)
        })?;
        let listed: Vec<(&(usize, Asked), Status)> = all
            .requests
            .iter()
            .map(|it| (it, all.status(it)))
            .filter(|(_, status)| !self.open || status.is_open())
            .collect();
        let mut out = anstream::stdout().lock();
        if self.json {
            let requests: Vec<_> =
                listed.iter().map(|(it, status)| json(&all, it, status)).collect();
            let open = listed.iter().filter(|it| it.1.is_open()).count();
            let res =
                serde_json::json!({"total": listed.len(), "open": open, "requests": requests});
            writeln!(out, "{res}")?;
        } else {
            write!(out, "{}", text(&all, &listed))?;
        }
        Ok(if listed.is_empty() { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }
}

fn text(all: &Neighbourhood, listed: &[(&(usize, Asked), Status)]) -> String {
    let mut res = String::new();
    let mut last = None;
    for ((document, it), status) in listed {
        let Some(its) = all.documents.get(*document) else { continue };
        if last != Some(*document) {
            let date = its.date.as_deref().unwrap_or("undated");
            let _ =
                writeln!(res, "\x1b[1m{}\x1b[0m\n  {date} · \x1b[2m{}\x1b[0m", its.title, its.id);
            last = Some(*document);
        }
        let colour = if status.is_open() { "\x1b[33m" } else { "\x1b[2m" };
        let of = it.addressee.as_deref().map(|it| format!(" of {it}")).unwrap_or_default();
        let act = it.act.code().replace('-', " ");
        let _ = writeln!(res, "  {colour}{}\x1b[0m {act}{of}", said(all, status));
        let _ = writeln!(res, "    {}", it.words);
    }
    let open = listed.iter().filter(|it| it.1.is_open()).count() as u64;
    let total = counted(listed.len() as u64, "request");
    let _ = match listed.len() {
        0 => writeln!(res, "No request was found."),
        _ => writeln!(res, "\n{total}, {open} open"),
    };
    res
}

/// What became of a request, in words.
fn said(all: &Neighbourhood, status: &Status) -> String {
    let by = |links: &[usize]| {
        let its = links.iter().filter_map(|it| all.speaker(*it));
        its.map(|it| it.id.clone()).collect::<Vec<_>>().join(", ")
    };
    match status {
        Status::Open => "open".to_owned(),
        Status::PassedOn(links) => format!("open; what passed it on is answered by {}", by(links)),
        Status::AnsweredWithin(id) => format!("answered by {id} of the same document"),
        Status::Answered(links) => format!("answered by {}", by(links)),
        Status::AwaitsNone => "no reply awaited".to_owned(),
    }
}

fn json(
    all: &Neighbourhood,
    (document, it): &(usize, Asked),
    status: &Status,
) -> serde_json::Value {
    let links: &[usize] = match status {
        Status::Answered(links) | Status::PassedOn(links) => links,
        _ => &[],
    };
    let answer = |at: &usize| {
        let link = all.graph.sought.get(*at)?;
        let rule = all.graph.resolved.get(*at).and_then(|it| it.rule).map(|it| it.code());
        let words: Vec<&str> = link.link.mentions.iter().map(|it| it.words.as_str()).collect();
        let id = all.speaker(*at).map(|it| it.id.as_str());
        Some(serde_json::json!({
            "document": id, "communication": link.link.communication, "rule": rule, "words": words,
        }))
    };
    let its = all.documents.get(*document);
    serde_json::json!({
        "document": its.map(|it| it.id.as_str()), "title": its.map(|it| it.title.as_str()),
        "date": its.and_then(|it| it.date.as_deref()), "id": it.id, "communication": it.communication,
        "act": it.act.code(), "order": it.is_order, "addressee": it.addressee, "language": it.language,
        "words": it.words, "status": status.code(),
        "answers": links.iter().filter_map(answer).collect::<Vec<_>>(),
    })
}

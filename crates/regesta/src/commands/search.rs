//! `regesta search FOLDER WORDS...`: documents in which the words stand, with the words around them.

use std::{fmt::Write as _, io::Write as _, path::PathBuf, process::ExitCode};

use clap::Args;
use regesta_store::queries::search::{Facet, Fragment, Hit, Order, Query, Results};

use super::build::counted;
use crate::building;

/// Find words in the documents of a folder
///
/// All words must be there; "quotation marks" make a phrase; -word leaves documents out, written within one argument:
/// 'company -draft'. Words are found in Russian, English, Chinese and Korean alike, in other endings and in either
/// form of the characters.
///
/// The exit status is 0 when something was found, 1 when nothing was, 2 when it could not be looked for.
#[derive(Debug, Args)]
pub(crate) struct Search {
    /// The folder with the documents
    folder: PathBuf,
    /// What to look for
    #[arg(required = true)]
    words: Vec<String>,
    /// Only documents with this value, as year=1951; facets: year, language, kind, correspondent, archive, finding
    #[arg(long = "filter", value_name = "FACET=VALUE", value_parser = filter)]
    filters: Vec<(Facet, String)>,
    /// The earliest first instead of the best match
    #[arg(long)]
    by_date: bool,
    /// How many documents to print at most
    #[arg(long, default_value_t = 20)]
    limit: usize,
    /// Print one JSON document instead of text
    #[arg(long)]
    json: bool,
    /// Where the store is, if not in FOLDER/.regesta
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
}

impl Search {
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        let dir = building::store_dir(&self.folder, self.store.as_ref());
        let query = Query {
            words: self.words.join(" "),
            filters: self.filters.clone(),
            order: if self.by_date { Order::Date } else { Order::Relevance },
            offset: 0,
            limit: self.limit,
        };
        let results = tokio::runtime::Runtime::new()?.block_on(async {
            let store = building::build(&self.folder, &dir).await?.store;
            anyhow::Ok(store.search(&query).await?)
        })?;
        let mut out = anstream::stdout().lock();
        if self.json {
            writeln!(out, "{}", json(&results))?;
        } else {
            if let Some(note) = &results.note {
                anstream::eprintln!("regesta: {note}");
            }
            write!(out, "{}", text(&results))?;
        }
        Ok(if results.total == 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }
}

fn filter(written: &str) -> Result<(Facet, String), String> {
    let names = || Facet::ALL.iter().map(|it| it.name()).collect::<Vec<_>>().join(", ");
    let (name, value) = written.split_once('=').ok_or_else(|| {
        format!("write it as FACET=VALUE, for example year=1951; facets: {}", names())
    })?;
    let facet = Facet::ALL.iter().find(|it| it.name() == name);
    let facet = facet.ok_or_else(|| format!("there is no facet {name}; facets: {}", names()))?;
    Ok((*facet, value.to_owned()))
}

fn text(results: &Results) -> String {
    let mut res = String::new();
    for hit in &results.hits {
        let date = hit.date.as_deref().unwrap_or("undated");
        let _ = writeln!(res, "\x1b[1m{}\x1b[0m", hit.title);
        let mut facts = vec![date.to_owned()];
        facts.extend(between(hit));
        facts.extend(hit.references.first().cloned());
        facts.extend((!hit.languages.is_empty()).then(|| hit.languages.join(" ")));
        let counts = hit.findings.iter().map(|(severity, count)| counted(*count, severity.code()));
        facts.extend(counts);
        let _ = writeln!(res, "  {}", facts.join(" · "));
        let _ = writeln!(res, "  {}", marked(&hit.snippet));
        let _ = writeln!(res, "  \x1b[2m{}\x1b[0m\n", hit.id);
    }
    let shown = results.hits.len() as u64;
    let _ = match results.total {
        0 => writeln!(res, "Nothing was found."),
        1 => writeln!(res, "1 document"),
        it if it > shown => writeln!(res, "{it} documents, the first {shown} shown"),
        it => writeln!(res, "{it} documents"),
    };
    res
}

fn between(hit: &Hit) -> Option<String> {
    match (hit.senders.first(), hit.recipients.first()) {
        (Some(from), Some(to)) => Some(format!("{from} to {to}")),
        (Some(from), None) => Some(format!("from {from}")),
        (None, Some(to)) => Some(format!("to {to}")),
        (None, None) => None,
    }
}

fn marked(snippet: &[Fragment]) -> String {
    snippet.iter().fold(String::new(), |mut res, it| {
        let _ = if it.matched {
            write!(res, "\x1b[1;35m{}\x1b[0m", it.text)
        } else {
            write!(res, "{}", it.text)
        };
        res
    })
}

fn json(results: &Results) -> serde_json::Value {
    let hit = |it: &Hit| {
        serde_json::json!({
            "id": it.id, "title": it.title, "date": it.date, "kind": it.kind,
            "languages": it.languages, "senders": it.senders, "recipients": it.recipients,
            "references": it.references,
            "snippet": it.snippet.iter()
                .map(|it| serde_json::json!({"text": it.text, "matched": it.matched}))
                .collect::<Vec<_>>(),
            "findings": it.findings.iter()
                .map(|(severity, count)| (severity.code().to_owned(), (*count).into()))
                .collect::<serde_json::Map<_, _>>(),
        })
    };
    let facets = results.facets.iter().map(|(facet, counts)| {
        let counts = counts
            .iter()
            .map(|it| serde_json::json!({"value": it.value, "label": it.label, "count": it.count}));
        (facet.name().to_owned(), counts.collect())
    });
    serde_json::json!({
        "total": results.total,
        "note": results.note,
        "hits": results.hits.iter().map(hit).collect::<Vec<_>>(),
        "facets": facets.collect::<serde_json::Map<_, serde_json::Value>>(),
    })
}

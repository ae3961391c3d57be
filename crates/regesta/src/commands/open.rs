//! `regesta open FOLDER`: build, tell what is there, and serve it as a reading room.

use std::{fmt::Write as _, io::Write as _, net::Ipv4Addr, path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::Args;
use regesta_model::Severity;
use regesta_serve::Collection;
use regesta_store::queries::overview::{Count, Overview};
use tokio::net::TcpListener;

use super::build::{counted, findings, opening};
use crate::{building, pipeline, settings::Settings};

/// Where the reading room is looked for first.
const PORT: u16 = 7341;

/// Turn a folder of documents into a reading room and serve it on this machine
///
/// Reads what is new or changed, prints what is there and what is doubtful, and serves the reading room to the browser
/// of this machine only. Nothing leaves the machine; the documents are never written to. Ctrl-C stops it.
#[derive(Debug, Args)]
pub(crate) struct Open {
    /// The folder with the documents
    folder: PathBuf,
    /// Keep the store in this folder instead of FOLDER/.regesta
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// Only build and print the summary
    #[arg(long)]
    no_serve: bool,
    /// Serve at this port; 0 takes any that is free
    #[arg(long)]
    port: Option<u16>,
}

impl Open {
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        let settings = Settings::of(&self.folder)?;
        let title = settings.title(&self.folder);
        let dir = building::store_dir(&self.folder, self.store.as_ref());
        tokio::runtime::Runtime::new()?.block_on(async {
            // The address is taken first: a port in use is said before the work is done, not after.
            let listener = if self.no_serve { None } else { Some(listen(self.port).await?) };
            let built = building::build(&self.folder, &dir).await?;
            if let Some(line) = opening(&built) {
                anstream::eprintln!("{line}");
            }
            let overview = built.store.overview().await?;
            write!(anstream::stdout().lock(), "{}", summary(&title, &overview))?;
            let Some(listener) = listener else { return Ok(ExitCode::SUCCESS) };
            let address = listener.local_addr()?;
            writeln!(
                anstream::stdout().lock(),
                "\nThe reading room is open at \x1b[1mhttp://{address}\x1b[0m (Ctrl-C closes it)"
            )?;
            let collection =
                Collection { title, notice: settings.notice, kinds: pipeline::kinds() };
            let stop = async {
                // Where the signal cannot be heard, the reading room stays open until the process ends.
                if tokio::signal::ctrl_c().await.is_err() {
                    std::future::pending::<()>().await;
                }
            };
            // Who is who takes a moment in a large collection: it is made while the reader looks for the browser.
            let store = built.store.clone();
            tokio::spawn(async move { (store.names().await, store.correspondence().await) });
            regesta_serve::serve(built.store, collection, listener, stop).await?;
            Ok(ExitCode::SUCCESS)
        })
    }
}

/// Takes the port asked for, or the usual one, or any that is free.
async fn listen(port: Option<u16>) -> anyhow::Result<TcpListener> {
    let at = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => at(port).await.with_context(|| {
            format!("port {port} cannot be used; choose another, or 0 for any that is free")
        }),
        None => match at(PORT).await {
            Ok(listener) => Ok(listener),
            Err(_) => at(0).await.context("no port of this machine can be used"),
        },
    }
}

/// What is in the collection, for a person to read.
fn summary(title: &str, overview: &Overview) -> String {
    let mut res = format!("\x1b[1m{title}\x1b[0m\n\n");
    let mut line = |name: &str, words: String| {
        if !words.is_empty() {
            let _ = writeln!(res, "  {name:<15}{words}");
        }
    };
    let files = match overview.sources {
        it if it == overview.documents => String::new(),
        it => format!(" in {}", counted(it, "file")),
    };
    line("documents", format!("{}{files}", overview.documents));
    line("years", years(&overview.years));
    line("languages", most(&overview.languages, 6));
    line("kinds", most(&overview.kinds, 4));
    line("correspondents", most(&overview.correspondents, 5));
    line("archives", most(&overview.archives, 5));
    let count = |it: &Severity| (findings(overview, *it), *it);
    let severities: Vec<String> = Severity::ALL
        .iter()
        .map(count)
        .filter(|(count, _)| *count > 0)
        .map(|(count, it)| coloured(it, &severity_words(count, it)))
        .collect();
    line("findings", if severities.is_empty() { "none".to_owned() } else { severities.join(", ") });
    for rule in overview.rules.iter().take(5) {
        let code = coloured(rule.severity, &rule.code);
        let _ = writeln!(
            res,
            "  {:<15}{code} {}: {} in {}",
            "",
            rule.name.replace('-', " "),
            rule.findings,
            counted(rule.documents, "document"),
        );
    }
    unread(&mut res, &overview.unread);
    res
}

fn severity_words(count: u64, severity: Severity) -> String {
    match severity {
        Severity::Info => format!("{count} worth knowing"),
        it => counted(count, it.code()),
    }
}

fn coloured(severity: Severity, words: &str) -> String {
    let colour = match severity {
        Severity::Error => 31,
        Severity::Warning => 33,
        Severity::Info => 36,
    };
    format!("\x1b[1;{colour}m{words}\x1b[0m")
}

fn years(years: &[Count]) -> String {
    match years {
        [] => String::new(),
        [only] => only.label.clone(),
        [first, .., last] => {
            let most =
                years.iter().max_by(|a, b| a.count.cmp(&b.count).then(b.value.cmp(&a.value)));
            let most = most
                .filter(|it| it.count > 1)
                .map(|it| format!(", most in {} ({})", it.label, it.count));
            format!("{} to {}{}", first.label, last.label, most.unwrap_or_default())
        }
    }
}

fn most(counts: &[Count], shown: usize) -> String {
    let named = counts.iter().take(shown).map(|it| format!("{} {}", it.label, it.count));
    let mut res = named.collect::<Vec<_>>().join(", ");
    if counts.len() > shown {
        let _ = write!(res, " and {} more", counts.len() - shown);
    }
    res
}

/// Files that gave no document, with what to do about each.
fn unread(res: &mut String, unread: &[(String, String)]) {
    const SHOWN: usize = 10;
    if unread.is_empty() {
        return;
    }
    let _ = writeln!(res, "\n  {} gave no document:", counted(unread.len() as u64, "file"));
    for (_, advice) in unread.iter().take(SHOWN) {
        let _ = writeln!(res, "  - {advice}");
    }
    if unread.len() > SHOWN {
        let _ = writeln!(res, "  - and {} more", unread.len() - SHOWN);
    }
}

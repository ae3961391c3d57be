//! Line tools: words in, one a line or a cell of a table, and what is read of each out, in the same order.

mod sheet;
mod stream;

use std::{
    fs::File,
    io::{self, IsTerminal as _, Read, Write},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::Context as _;
use clap::Args;
use regesta_model::Finding;
use serde_json::{Value, json};

use crate::guarding;

/// Most unread lines that are quoted.
const MOST_QUOTED: usize = 5;

/// Where the lines come from and how the answers are given.
#[derive(Debug, Args)]
pub(crate) struct Feed {
    /// The file with the lines; without one they are read from standard input
    pub(crate) file: Option<PathBuf>,
    /// Read a table (CSV, TSV) and give it back with columns added: the column to read, by name or number from 1
    #[arg(long = "column", value_name = "COLUMN")]
    pub(crate) columns: Vec<String>,
    /// Print one JSON object a line
    #[arg(long)]
    pub(crate) json: bool,
}

/// What a tool read of a line.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// One cell for each column of the tool; all empty where nothing was read.
    pub(crate) cells: Vec<String>,
    /// The same for programs.
    pub(crate) json: Value,
}

impl Answer {
    fn is_empty(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

/// How a tool answers.
pub(crate) enum Answering<'a> {
    /// Line by line, each as soon as it is there.
    Each(&'a dyn Fn(&str) -> Answer),
    /// Only once all lines are known.
    Together(&'a dyn Fn(&[&str]) -> Vec<Answer>),
}

/// A tool: what it adds to a table, and how it answers.
pub(crate) struct Tool<'a> {
    /// Names of the columns it adds.
    pub(crate) columns: &'a [&'a str],
    /// What a line ought to be (`an archival reference`).
    pub(crate) noun: &'a str,
    /// How many columns of a table make one line, joined by a tab.
    pub(crate) takes: usize,
    /// How it answers.
    pub(crate) answering: Answering<'a>,
}

impl Tool<'_> {
    /// Feeds the tool and prints its answers.
    pub(crate) fn run(&self, feed: &Feed) -> anyhow::Result<ExitCode> {
        let input: Box<dyn Read> = match &feed.file {
            Some(path) => {
                let file = File::open(path);
                Box::new(file.with_context(|| format!("cannot read {}", path.display()))?)
            }
            None => {
                if io::stdin().is_terminal() {
                    anstream::eprintln!("regesta: one to a line; Ctrl-D ends");
                }
                Box::new(io::stdin().lock())
            }
        };
        let stdout = io::stdout();
        let mut out = io::BufWriter::new(stdout.lock());
        let mut unread = Unread::default();
        if feed.columns.is_empty() {
            stream::run(self, input, feed.json, &mut out, &mut unread)?;
        } else {
            sheet::run(self, input, feed, &mut out, &mut unread)?;
        }
        out.flush()?;
        if !feed.json {
            unread.print(self.noun);
        }
        Ok(ExitCode::SUCCESS)
    }

    /// Answers for many lines; a line on which Regesta itself fails costs no other where each is answered alone.
    fn answers(&self, lines: &[&str]) -> Vec<Answer> {
        match self.answering {
            Answering::Each(answer) => lines.iter().map(|it| self.answer(answer, it)).collect(),
            Answering::Together(answer) => {
                let attempt = guarding::attempt(|| failed("these lines"), || answer(lines));
                attempt.unwrap_or_else(|it| vec![self.refusal(&it); lines.len()])
            }
        }
    }

    fn answer(&self, answer: &dyn Fn(&str) -> Answer, line: &str) -> Answer {
        let attempt = guarding::attempt(|| failed(line), || answer(line));
        attempt.unwrap_or_else(|it| self.refusal(&it))
    }

    fn refusal(&self, finding: &Finding) -> Answer {
        anstream::eprintln!("regesta: {}", finding.message);
        Answer {
            cells: vec![String::new(); self.columns.len()],
            json: json!({ "error": finding.message }),
        }
    }
}

fn failed(line: &str) -> Finding {
    guarding::unread(line)
}

/// Lines in which nothing was read.
#[derive(Default)]
struct Unread {
    lines: usize,
    count: usize,
    quoted: Vec<(usize, String)>,
}

impl Unread {
    /// Notes the answer to the next line; an empty line is not missed.
    fn note(&mut self, number: usize, line: &str, answer: &Answer) {
        self.lines += 1;
        if answer.is_empty() && !line.trim().is_empty() {
            self.count += 1;
            if self.quoted.len() < MOST_QUOTED {
                self.quoted.push((number, line.trim().to_owned()));
            }
        }
    }

    fn print(&self, noun: &str) {
        if self.count == 0 {
            return;
        }
        anstream::eprintln!(
            "regesta: {} of {} could not be read as {noun}:",
            self.count,
            self.lines
        );
        for (number, line) in &self.quoted {
            anstream::eprintln!("  line {number}: {line}");
        }
        if self.count > self.quoted.len() {
            anstream::eprintln!("  and {} more", self.count - self.quoted.len());
        }
    }
}

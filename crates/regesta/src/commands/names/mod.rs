//! `regesta names group|same|list|merge|part|undo`: which forms of a name are one person's, by which rule or by whose decision.

mod deciding;
mod listing;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use regesta_lang::names;
use serde_json::json;

use crate::lines::{Answer, Answering, Feed, Tool};

/// Tell which forms of a name are one person's
///
/// In any script and spelling: Hanzi, pinyin, Wade-Giles, Palladius's Cyrillic, Hangul, Hanja, the romanisations of Korean and
/// Russian. Every link names the rule that made it. Forms are candidates for one person, not a verdict: names repeat.
#[derive(Debug, Args)]
pub(crate) struct Names {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Group name forms, one a line; the forms of one person get one number
    ///
    /// Each form comes back with the number of its group and the rule that linked it, divided by tabs.
    ///
    /// A table gets the columns `group` and `rule`: regesta names group --column Sender letters.csv
    Group {
        #[command(flatten)]
        feed: Feed,
    },
    /// Say whether two forms, joined by a tab, may be one person's
    ///
    /// Of a table two columns are compared: regesta names same --column Sender --column Signatory letters.csv
    Same {
        #[command(flatten)]
        feed: Feed,
    },
    List(listing::List),
    Merge(deciding::Merge),
    Part(deciding::Part),
    Undo(deciding::Undo),
}

impl Names {
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        match &self.what {
            What::Group { feed } => Tool {
                columns: &["group", "rule"],
                noun: "a name",
                takes: 1,
                answering: Answering::Together(&group),
            }
            .run(feed),
            What::Same { feed } => Tool {
                columns: &["same", "rule"],
                noun: "two forms of a name joined by a tab",
                takes: 2,
                answering: Answering::Each(&same),
            }
            .run(feed),
            What::List(it) => it.run(),
            What::Merge(it) => it.run(),
            What::Part(it) => it.run(),
            What::Undo(it) => it.run(),
        }
    }
}

fn group(forms: &[&str]) -> Vec<Answer> {
    let answer = |(form, it): (&&str, names::Membership)| {
        let keys: Vec<String> = it.keys.iter().map(ToString::to_string).collect();
        let group = it.group + 1;
        Answer {
            json: json!({ "form": form, "group": group, "keys": keys, "rule": it.rule }),
            cells: vec![group.to_string(), it.rule.unwrap_or_default()],
        }
    };
    forms.iter().zip(names::group(forms)).map(answer).collect()
}

fn same(line: &str) -> Answer {
    let Some((left, right)) = line.split_once('\t') else {
        let json = json!({ "same": false, "rule": null, "error": "no tab divides two forms" });
        return Answer { cells: vec![String::new(); 2], json };
    };
    let rule = names::same(left, right).map(|it| it.rule);
    let verdict = if rule.is_some() { "yes" } else { "no" };
    Answer {
        json: json!({ "same": rule.is_some(), "rule": rule }),
        cells: vec![verdict.to_owned(), rule.unwrap_or_default()],
    }
}

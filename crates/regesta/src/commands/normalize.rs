//! `regesta normalize reference|date|number|language`: one reading a line.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use regesta_export::exports::evidence_json::number;
use regesta_lang::{
    dates, languages, quantities,
    references::{self, STYLES, Style},
};
use regesta_model::{Language, Reference};
use serde_json::{Map, Value, json};

use crate::lines::{Answer, Answering, Feed, Tool};

/// Read references, dates, numbers or languages, one a line or a column of a table
///
/// The answers come in the order of the lines; an empty one where nothing was read. With --column a table (CSV or TSV, any
/// charset, any delimiter) comes back with columns added.
#[derive(Debug, Args)]
pub(crate) struct Normalize {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Archival references and editions: the normal form
    ///
    /// Example: echo 'АП РФ. Ф. 3. Оп. 65. Д. 1. Л. 2-4' | regesta normalize reference
    Reference {
        #[command(flatten)]
        feed: Feed,
        /// Write the reference in a house style too: chicago, wilson, frus, gost or chinese
        #[arg(long, value_name = "STYLE", value_parser = style)]
        style: Option<Style>,
    },
    /// Dates: EDTF, with X for what is not said
    ///
    /// A line may begin with its language and a tab: `ru<TAB>29.XII.1949 г.`
    Date {
        #[command(flatten)]
        feed: Feed,
        /// The language of lines that do not name one, as ru or en; otherwise it is found from the words
        #[arg(long, value_name = "CODE", value_parser = language)]
        language: Option<Language>,
        /// A day from which a missing year and relative dates are supplied, as 1951-01-16 or 1951
        #[arg(long, value_name = "DATE", value_parser = anchor)]
        anchor: Option<dates::Anchor>,
    },
    /// Numbers in digits or words: the value, whether it is approximate, its bound, what it counts
    Number {
        #[command(flatten)]
        feed: Feed,
        /// The language of the lines, as ru or en; otherwise it is found from the words
        #[arg(long, value_name = "CODE", value_parser = language)]
        language: Option<Language>,
    },
    /// The language and script of a text
    Language {
        #[command(flatten)]
        feed: Feed,
    },
}

impl Normalize {
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        let tool = |columns, noun, answer| Tool {
            columns,
            noun,
            takes: 1,
            answering: Answering::Each(answer),
        };
        match &self.what {
            What::Reference { feed, style } => {
                let read = |line: &str| reference(line, *style);
                let columns: &[&str] = match style {
                    Some(_) => &["normal", "kind", "styled"],
                    None => &["normal", "kind"],
                };
                tool(columns, "an archival reference", &read).run(feed)
            }
            What::Date { feed, language, anchor } => {
                let read = |line: &str| date(line, *language, *anchor);
                tool(&["edtf"], "a date", &read).run(feed)
            }
            What::Number { feed, language } => {
                let read = |line: &str| quantity(line, language.unwrap_or(Language::Undetermined));
                tool(&["value", "approximate", "bound", "unit"], "a number", &read).run(feed)
            }
            What::Language { feed } => {
                tool(&["language", "script", "confidence"], "a text", &identified).run(feed)
            }
        }
    }
}

fn language(code: &str) -> Result<Language, String> {
    let codes = || Language::ALL.iter().map(|it| it.code()).collect::<Vec<_>>().join(", ");
    Language::from_code(code)
        .ok_or_else(|| format!("no language has the code {code}; there are: {}", codes()))
}

fn anchor(written: &str) -> Result<dates::Anchor, String> {
    dates::Anchor::of_edtf(written)
        .ok_or_else(|| "write it as 1951-01-16, 1951-01 or 1951".to_owned())
}

fn style(name: &str) -> Result<Style, String> {
    let styles = || STYLES.iter().map(|it| it.name()).collect::<Vec<_>>().join(", ");
    let style = STYLES.iter().copied().find(|it| it.name() == name.to_lowercase());
    style.ok_or_else(|| format!("no style is called {name}; there are: {}", styles()))
}

fn reference(line: &str, style: Option<Style>) -> Answer {
    let found = references::read(line);
    let joined = |write: &dyn Fn(&Reference) -> String| {
        found.iter().map(write).collect::<Vec<_>>().join(" | ")
    };
    let normal = joined(&|it| it.normal.clone());
    let kind = found.first().map(|it| it.kind.code());
    let mut json = json!({
        "input": line,
        "normal": found.first().map(|_| &normal),
        "kind": kind,
        "parts": found.first().map(parts),
    });
    if found.len() > 1 {
        let one = |it: &Reference| json!({ "normal": it.normal, "kind": it.kind.code(), "parts": parts(it) });
        json["references"] = found.iter().map(one).collect();
    }
    let elsewhere: Vec<String> =
        found.iter().flat_map(references::equivalents).map(|it| it.normal).collect();
    if !elsewhere.is_empty() {
        json["equivalents"] = elsewhere.into();
    }
    let mut cells = vec![normal.clone(), kind.unwrap_or_default().to_owned()];
    if let Some(style) = style {
        let styled = joined(&|it| references::render(it, style));
        json["styled"] = found.first().map(|_| styled.clone()).into();
        cells.push(styled);
    }
    Answer { cells, json }
}

fn parts(reference: &Reference) -> Value {
    let parts =
        reference.parts.iter().map(|(name, value)| (name.clone(), Value::from(value.as_str())));
    Value::Object(parts.collect::<Map<String, Value>>())
}

fn date(line: &str, language: Option<Language>, anchor: Option<dates::Anchor>) -> Answer {
    let (named, words) = match line.split_once('\t') {
        // A line may name several languages (`ja/en`); the first is the words'.
        Some((code, words)) => {
            (code.split('/').next().and_then(|it| Language::from_code(it.trim())), words)
        }
        None => (None, line),
    };
    let language = named.or(language).unwrap_or(Language::Undetermined);
    let edtf = dates::normalize(words, language, anchor);
    Answer { json: json!({ "input": words, "edtf": edtf }), cells: vec![edtf.unwrap_or_default()] }
}

fn quantity(line: &str, language: Language) -> Answer {
    let Some(it) = quantities::normalize(line, language) else {
        let json = json!({ "input": line, "value": null, "approx": null });
        return Answer { cells: vec![String::new(); 4], json };
    };
    let bound = it.comparator.map(|it| it.code());
    let value = number(it.value);
    let about = if it.approximate { "about" } else { "" };
    let cells =
        vec![it.value.to_string(), about.into(), bound.unwrap_or_default().into(), it.unit.clone()];
    let unit = Some(it.unit).filter(|it| !it.is_empty());
    let json = json!({ "input": line, "value": value, "approx": it.approximate, "comparator": bound, "unit": unit });
    Answer { cells, json }
}

fn identified(line: &str) -> Answer {
    let it = languages::identify(line);
    let confidence = (it.confidence * 100.0).round() / 100.0;
    let known = !matches!(it.language, Language::Undetermined);
    let cells =
        [it.language.code().to_owned(), it.script.code().to_owned(), confidence.to_string()];
    Answer {
        cells: cells.into_iter().map(|cell| if known { cell } else { String::new() }).collect(),
        json: json!({ "language": it.language, "script": it.script, "confidence": confidence }),
    }
}

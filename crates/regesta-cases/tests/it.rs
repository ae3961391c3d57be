//! Runs every page of every kind through the public pipeline; `BLESS=1` rewrites what the pages expect.

use std::path::{Path, PathBuf};

use regesta_cases::{Case, Page, blessed, cases, difference, evidence, renderings};
use regesta_model::{Evidence, Finding, Record};

#[path = "it/examples.rs"]
mod examples;
#[path = "it/readings.rs"]
mod readings;
#[path = "it/relations.rs"]
mod relations;

#[test]
fn pages_of_rules() {
    for_each(regesta_check::rules::ALL, |rule| {
        let page = page("regesta-check/src/rules", rule.kind.name, rule.kind.page);
        run(&page, |evidence| {
            of_each_record(evidence, |text, record| {
                renderings::findings(text, Some(record), &(rule.check)(text, record))
            })
        })
    });
}

#[test]
fn pages_of_formats() {
    for_each(regesta_read::formats::ALL, |format| {
        let page = page("regesta-read/src/formats", format.name, format.page);
        run(&page, |evidence| renderings::marks(&evidence.source))
    });
}

#[test]
fn pages_of_faults() {
    for_each(regesta_read::faults::ALL, |fault| {
        let page = page("regesta-read/src/faults", fault.name, fault.page);
        run(&page, |evidence| {
            let of_kind = evidence.findings.iter().filter(|it| it.code == fault.code);
            let findings: Vec<Finding> = of_kind.cloned().collect();
            renderings::findings(&evidence.source.text, None, &findings)
        })
    });
}

#[test]
fn pages_of_fields() {
    for_each(regesta_describe::fields::ALL, |reader| {
        let page = page("regesta-describe/src/fields", reader.name, reader.page);
        run(&page, |evidence| {
            of_each_record(evidence, |text, record| renderings::fields(text, record, reader.fields))
        })
    });
}

#[test]
fn pages_of_statements() {
    for_each(regesta_describe::statements::ALL, |reader| {
        let page = page("regesta-describe/src/statements", reader.name, reader.page);
        run(&page, |evidence| {
            of_each_record(evidence, |text, record| {
                renderings::statements(text, record, reader.name)
            })
        })
    });
}

#[test]
fn pages_of_volumes() {
    for_each(regesta_describe::volumes::ALL, |form| {
        let page = page("regesta-describe/src/volumes", form.name, form.page);
        run(&page, |evidence| {
            let records: Vec<&Record> = evidence.records.iter().map(|it| &it.record).collect();
            renderings::volume(&evidence.source.text, &records)
        })
    });
}

#[test]
fn pages_of_exports() {
    for_each(regesta_export::exports::ALL, |export| {
        let page = page("regesta-export/src/exports", export.name, export.page);
        run(&page, |evidence| String::from_utf8_lossy(&(export.export)(evidence)).into_owned())
    });
}

#[test]
fn pages_of_relations() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../regesta-relate/src");
    for_each(regesta_relate::PAGES, |it| {
        let page = Page { path: source.join(format!("{}.md", it.name)), text: it.text };
        let render = match it.name {
            "unify" => renderings::relations::names,
            _ => renderings::relations::graph,
        };
        run_with(&page, render)
    });
}

/// Runs one test for each kind and reports all that failed together.
fn for_each<T>(kinds: &[T], test: impl Fn(&T) -> Result<(), String>) {
    let failures: Vec<String> = kinds.iter().filter_map(|it| test(it).err()).collect();
    assert!(
        failures.is_empty(),
        "\n{}\nIf the new output is right, `cargo xtask bless` writes it into the pages.",
        failures.join("\n")
    );
}

/// The page of a kind: the file bears the kind's name in snake case.
fn page(folder: &str, name: &str, text: &'static str) -> Page {
    let crates: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    Page { path: crates.join(folder).join(format!("{}.md", name.replace('-', "_"))), text }
}

fn run(page: &Page, render: impl Fn(&Evidence) -> String) -> Result<(), String> {
    run_with(page, |case| evidence(case).map(|it| render(&it)))
}

fn run_with(page: &Page, render: impl Fn(&Case) -> Result<String, String>) -> Result<(), String> {
    let name = page.path.file_stem().unwrap_or_default().to_string_lossy();
    let cases = cases(page.text).map_err(|error| format!("{name}: {error}"))?;
    let actual = cases
        .iter()
        .map(render)
        .collect::<Result<Vec<String>, String>>()
        .map_err(|error| format!("{name}: {error}"))?;
    if std::env::var_os("BLESS").is_some() {
        let text = blessed(page.text, &cases, &actual);
        return std::fs::write(&page.path, text).map_err(|error| format!("{name}: {error}"));
    }
    let differ = |(case, actual): &(&Case, &String)| page.text[case.expect.clone()] != ***actual;
    let failures: Vec<String> = cases
        .iter()
        .zip(&actual)
        .filter(differ)
        .map(|(case, actual)| {
            let difference = difference(&page.text[case.expect.clone()], actual);
            format!("{name} / {}\n{difference}", case.heading)
        })
        .collect();
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

fn of_each_record(evidence: &Evidence, render: impl Fn(&str, &Record) -> String) -> String {
    evidence.records.iter().map(|it| render(&evidence.source.text, &it.record)).collect()
}

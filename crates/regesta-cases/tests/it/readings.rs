//! Runs the pages of `regesta-lang`, whose cases are lines and what they are read as.

use std::path::{Path, PathBuf};

use regesta_cases::{Case, Page, renderings::readings};
use regesta_lang as lang;

use super::run_with;

fn run(pages: &[lang::Page], render: fn(&Case) -> String) {
    let source: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../regesta-lang/src");
    super::for_each(pages, |it| {
        let page = Page { path: source.join(format!("{}.md", it.name)), text: it.text };
        run_with(&page, |case| Ok(render(case)))
    });
}

#[test]
fn pages_of_references() {
    run(lang::references::PAGES, readings::references::render);
}

#[test]
fn pages_of_dates() {
    run(lang::dates::PAGES, readings::dates::render);
}

#[test]
fn pages_of_quantities() {
    run(lang::quantities::PAGES, readings::quantities::render);
}

#[test]
fn pages_of_names() {
    run(lang::names::PAGES, readings::names::render);
}

#[test]
fn pages_of_chinese_names() {
    run(lang::names::CHINESE_PAGES, readings::chinese_names::render);
}

#[test]
fn pages_of_places() {
    run(lang::places::PAGES, readings::places::render);
}

#[test]
fn pages_of_languages() {
    run(lang::languages::PAGES, readings::languages::render);
}

#[test]
fn pages_of_sentences() {
    run(lang::sentences::PAGES, readings::sentences::render);
}

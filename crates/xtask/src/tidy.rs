//! `cargo xtask tidy`: the invariants of ARCHITECTURE.md that a compiler cannot check.

mod edges;
mod pages;
mod sources;
mod tables;
mod traces;

use std::path::Path;

use anyhow::ensure;

/// Prints every problem; fails where there is one.
pub(crate) fn run(root: &Path) -> anyhow::Result<()> {
    let problems = problems(root);
    for problem in &problems {
        anstream::eprintln!("{problem}");
    }
    ensure!(problems.is_empty(), "{} to put right", problems.len());
    anstream::eprintln!("tidy");
    Ok(())
}

/// Returns every problem, each with its place and what to do about it.
pub(crate) fn problems(root: &Path) -> Vec<String> {
    let checks: [fn(&Path) -> Vec<String>; 6] = [
        edges::problems,
        sources::problems,
        pages::problems,
        tables::problems,
        traces::problems,
        changelog,
    ];
    checks.iter().flat_map(|check| check(root)).collect()
}

fn changelog(root: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(root.join("CHANGELOG.md")).unwrap_or_default();
    if text.contains("\n## Unreleased") {
        return Vec::new();
    }
    vec!["CHANGELOG.md: there is no heading `## Unreleased`".to_owned()]
}

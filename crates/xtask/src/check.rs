//! `cargo xtask check`: everything that must be green before a commit, in one pass.

use std::{path::Path, process::Stdio};

use crate::{
    steps::{Steps, cargo},
    tidy,
};

/// Runs every step, whether the one before passed or not, and fails where one failed.
pub(crate) fn run(root: &Path) -> anyhow::Result<()> {
    let mut steps = Steps::default();
    steps.program("format", cargo(&["fmt", "--all", "--check"]).current_dir(root));
    let lints =
        &["clippy", "--workspace", "--all-targets", "--locked", "--quiet", "--", "-D", "warnings"];
    steps.program("lints", cargo(lints).current_dir(root));
    let tests: &[&str] = if has_nextest() {
        &["nextest", "run", "--workspace", "--locked", "--status-level", "slow"]
    } else {
        &["test", "--workspace", "--locked", "--quiet"]
    };
    steps.program("tests", cargo(tests).current_dir(root));
    let documentation =
        &["doc", "--workspace", "--no-deps", "--locked", "--document-private-items", "--quiet"];
    steps.program(
        "documentation",
        cargo(documentation).current_dir(root).env("RUSTDOCFLAGS", "-D warnings"),
    );
    steps.step("tidy", || {
        let problems = tidy::problems(root);
        for problem in &problems {
            anstream::eprintln!("{problem}");
        }
        problems.is_empty()
    });
    steps.finish()
}

fn has_nextest() -> bool {
    let version =
        cargo(&["nextest", "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    version.is_ok_and(|it| it.success())
}

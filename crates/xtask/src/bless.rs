//! `cargo xtask bless`: writes what the case pages now give into their `expect` blocks.

use std::path::Path;

use anyhow::ensure;

use crate::steps::cargo;

/// Runs the case pages with leave to write.
pub(crate) fn run(root: &Path) -> anyhow::Result<()> {
    let tests = ["test", "--package", "regesta-cases", "--test", "it", "--quiet"];
    let status = cargo(&tests).current_dir(root).env("BLESS", "1").status()?;
    ensure!(status.success(), "the pages could not be written; see above");
    anstream::eprintln!("The pages say what comes out now. Read `git diff` before you commit it.");
    Ok(())
}

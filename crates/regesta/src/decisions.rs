//! `FOLDER/decisions/names.toml`: what an editor decided on names. A build reads it; only `regesta names` writes to it, when told to.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::Context as _;
use regesta_relate::decisions;

/// What a new file begins with.
const HEAD: &str = "# Decisions on names. `regesta names` adds to this file; it may also be edited by hand, and belongs to the collection.\n\
    # [[same]] makes forms one person or organisation, [[apart]] keeps them apart, whatever the rules say.\n";

/// Returns where the decisions of a folder are.
pub(crate) fn file(folder: &Path) -> PathBuf {
    folder.join("decisions").join("names.toml")
}

/// Reads the decisions of a folder; empty where there are none.
///
/// # Errors
/// Where the file cannot be read, or holds something that cannot be obeyed: with the line and what to do.
pub(crate) fn read(folder: &Path) -> anyhow::Result<String> {
    let path = file(folder);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(String::new());
        }
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
    };
    decisions::read(&text).with_context(|| format!("{} cannot be obeyed", path.display()))?;
    Ok(text)
}

/// Writes the decisions of a folder; a new file says what it is. It is put in its place whole, or not at all.
pub(crate) fn write(folder: &Path, text: &str) -> anyhow::Result<()> {
    let path = file(folder);
    let beside = path.with_extension("toml.new");
    let cannot = || format!("cannot write {}", path.display());
    fs::create_dir_all(folder.join("decisions")).with_context(cannot)?;
    fs::write(&beside, text).with_context(cannot)?;
    fs::rename(&beside, &path).with_context(cannot)
}

/// Returns the file to add to.
pub(crate) fn begun(text: String) -> String {
    if text.is_empty() { HEAD.to_owned() } else { text }
}

/// Today, as EDTF.
pub(crate) fn today() -> Option<String> {
    const EPOCH: i64 = 2_440_588;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let days = i32::try_from(EPOCH + i64::try_from(seconds / 86_400).ok()?).ok()?;
    let date = time::Date::from_julian_day(days).ok()?;
    Some(format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day()))
}

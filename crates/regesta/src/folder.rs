//! Walking a folder: every file in it, and a finding for whatever could not be walked.

use std::{
    error::Error,
    ffi::OsStr,
    fs::Metadata,
    io, iter,
    path::{Path, PathBuf},
};

use ignore::WalkBuilder;
use regesta_model::Finding;
use regesta_read::faults;
use regesta_store::Stamp;

use crate::settings;

/// Folder of the user's own decisions; it holds no documents.
const DECISIONS: &str = "decisions";

/// Something found in the folder.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Path relative to the folder, with `/` between its parts; bytes that are not Unicode as `�` and their number.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What tells whether it changed.
    pub(crate) stamp: Stamp,
    /// What is to be said about the file as found.
    pub(crate) findings: Vec<Finding>,
    /// Whether there is a file to read.
    pub(crate) is_file: bool,
}

/// Finds every file of a folder, sorted by name. Hidden files, settings, decisions and the store are left out.
pub(crate) fn walk(folder: &Path, store: &Path) -> Vec<Found> {
    let store = store.canonicalize().ok();
    let root = folder.to_owned();
    let walk = WalkBuilder::new(folder)
        .standard_filters(false)
        .hidden(true)
        .follow_links(true)
        .filter_entry(move |entry| {
            let ours = entry
                .path()
                .strip_prefix(&root)
                .is_ok_and(|it| it == Path::new(settings::NAME) || it == Path::new(DECISIONS));
            let is_store = entry.file_type().is_some_and(|it| it.is_dir())
                && store.is_some()
                && entry.path().canonicalize().ok() == store;
            !ours && !is_store
        })
        .build();
    let mut res: Vec<Found> = walk
        .filter_map(|entry| match entry {
            Ok(entry) if entry.file_type().is_some_and(|it| it.is_dir()) => None,
            Ok(entry) => Some(match entry.metadata() {
                Ok(metadata) => file(folder, entry.path(), &metadata),
                Err(error) => fault(folder, &error),
            }),
            Err(error) => Some(fault(folder, &error)),
        })
        .collect();
    res.sort_by(|a, b| (&a.name, &a.path).cmp(&(&b.name, &b.path)));
    res.dedup_by(|a, b| a.name == b.name);
    res
}

fn file(folder: &Path, path: &Path, metadata: &Metadata) -> Found {
    let shown = shown(folder, path);
    let mut findings = Vec::new();
    if !shown.is_unicode {
        findings.push(faults::name_not_unicode(&shown.name));
    }
    if !metadata.is_file() {
        findings.push(faults::unreadable(&shown.name, "it is not a file but a device or a pipe"));
    }
    Found {
        name: shown.name,
        path: path.to_owned(),
        stamp: stamp(metadata),
        findings,
        is_file: metadata.is_file(),
    }
}

/// Makes a finding of what could not be walked.
fn fault(folder: &Path, error: &ignore::Error) -> Found {
    let path = path_of(error).unwrap_or(folder);
    let name = shown(folder, path).name;
    let finding = if is_loop(error) {
        faults::link_loop(&name)
    } else if leads_to_itself(error) {
        let message =
            format!("“{name}” is a link that leads only to links, and in the end to itself");
        Finding { message, ..faults::link_loop(&name) }
            .fix("remove the link, or let it lead to a document")
    } else {
        let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
        faults::unreadable(&name, &reason)
    };
    Found {
        name,
        path: path.to_owned(),
        stamp: Stamp::default(),
        findings: vec![finding],
        is_file: false,
    }
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::Loop { child, .. } => Some(child),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        _ => None,
    }
}

fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithPath { err, .. }
        | ignore::Error::WithDepth { err, .. }
        | ignore::Error::WithLineNumber { err, .. } => is_loop(err),
        _ => false,
    }
}

/// Says whether the system gave up on links that lead to links, as for a link to itself.
fn leads_to_itself(error: &ignore::Error) -> bool {
    /// ELOOP; the standard library has no stable name for it.
    const TOO_MANY_LINKS: i32 = if cfg!(target_os = "linux") { 40 } else { 62 };
    let Some(error) = error.io_error() else { return false };
    // The walk wraps what the system said, and not always once.
    let first: &(dyn Error + 'static) = error;
    let mut codes = iter::successors(Some(first), |&it| it.source())
        .filter_map(|it| it.downcast_ref::<io::Error>()?.raw_os_error());
    cfg!(unix) && codes.any(|it| it == TOO_MANY_LINKS)
}

struct Shown {
    name: String,
    is_unicode: bool,
}

/// Shows a path: no two paths of a folder look the same.
fn shown(folder: &Path, path: &Path) -> Shown {
    let relative = match path.strip_prefix(folder) {
        Ok(it) if !it.as_os_str().is_empty() => it,
        _ => path,
    };
    let mut is_unicode = true;
    let mut part = |it: &OsStr| {
        is_unicode &= it.to_str().is_some();
        let chunks = it.as_encoded_bytes().utf8_chunks();
        chunks.fold(String::new(), |mut res, chunk| {
            res.push_str(chunk.valid());
            for byte in chunk.invalid() {
                res.push_str(&format!("\u{fffd}{byte:02X}"));
            }
            res
        })
    };
    let name = relative.iter().map(&mut part).collect::<Vec<_>>().join("/");
    Shown { name, is_unicode }
}

#[cfg(unix)]
fn stamp(metadata: &Metadata) -> Stamp {
    use std::os::unix::fs::MetadataExt as _;
    let nanoseconds = |seconds: i64, rest: i64| seconds.saturating_mul(1_000_000_000) + rest;
    Stamp {
        size: i64::try_from(metadata.len()).unwrap_or(i64::MAX),
        modified: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
        changed: nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
    }
}

#[cfg(not(unix))]
fn stamp(metadata: &Metadata) -> Stamp {
    let modified = metadata.modified().ok();
    let since = modified.and_then(|it| it.duration_since(std::time::UNIX_EPOCH).ok());
    Stamp {
        size: i64::try_from(metadata.len()).unwrap_or(i64::MAX),
        modified: since.and_then(|it| i64::try_from(it.as_nanos()).ok()).unwrap_or_default(),
        changed: 0,
    }
}

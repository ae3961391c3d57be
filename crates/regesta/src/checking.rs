//! Checking files and folders without a store: what each source gives, in the order of the paths.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use regesta_describe::RepeatedLines;
use regesta_model::{Evidence, Finding, Source};
use regesta_read::{Reading, faults};

use crate::{folder, pipeline, repetition::Counting};

/// How many sources are described before their findings are printed.
const BATCH: usize = 64;

/// A file to check.
struct File {
    /// The path as the user would write it.
    shown: String,
    path: PathBuf,
    /// What is to be said about the file as found.
    findings: Vec<Finding>,
    is_file: bool,
}

/// Checks files and folders and hands over what each source gave, in order.
///
/// Lines that repeat across the files are known for furniture, as in a build.
pub(crate) fn check(
    paths: &[PathBuf],
    mut each: impl FnMut(&str, &Evidence) -> io::Result<()>,
) -> io::Result<()> {
    let files: Vec<File> = paths.iter().flat_map(|it| files(it)).collect();
    let readings: Vec<Reading> = files.par_iter().map(read).collect();
    let mut counting = Counting::default();
    for Reading { source, .. } in &readings {
        counting.add(&source.sha256, &regesta_describe::fingerprints(source));
    }
    let repeated = counting.repeated().0;
    let read: Vec<(&File, &Reading)> = files.iter().zip(&readings).collect();
    for batch in read.chunks(BATCH) {
        let described: Vec<Evidence> =
            batch.par_iter().map(|(file, reading)| evidence(file, reading, &repeated)).collect();
        for ((file, _), evidence) in batch.iter().zip(&described) {
            each(&file.shown, evidence)?;
        }
    }
    Ok(())
}

/// Returns the file itself, or every file of a folder.
fn files(path: &Path) -> Vec<File> {
    if !path.is_dir() {
        let shown = path.to_string_lossy().into_owned();
        return vec![File { shown, path: path.to_owned(), findings: Vec::new(), is_file: true }];
    }
    let found = folder::walk(path, &path.join(".regesta"));
    let file = |it: folder::Found| File {
        shown: path.join(&it.name).to_string_lossy().into_owned(),
        path: it.path,
        findings: it.findings,
        is_file: it.is_file,
    };
    found.into_iter().map(file).collect()
}

fn read(file: &File) -> Reading {
    let unread = |findings| Reading {
        source: Source { name: file.shown.clone(), ..Source::default() },
        findings,
    };
    if !file.is_file {
        return unread(Vec::new());
    }
    match fs::read(&file.path) {
        Ok(bytes) => {
            pipeline::read(&file.shown, &bytes).unwrap_or_else(|finding| unread(vec![*finding]))
        }
        Err(error) => unread(vec![faults::unreadable(&file.shown, &error.to_string())]),
    }
}

fn evidence(file: &File, reading: &Reading, repeated: &RepeatedLines) -> Evidence {
    let mut findings = [file.findings.as_slice(), &reading.findings].concat();
    let records = pipeline::records(&reading.source, repeated).unwrap_or_else(|finding| {
        findings.push(*finding);
        Vec::new()
    });
    Evidence { source: reading.source.clone(), findings, records }
}

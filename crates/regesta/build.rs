//! Names the engine: a digest of the code and tables that decide what a document gives, so that a store made by
//! another engine is built again and never shows yesterday's findings.

use std::{
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io,
    path::{Path, PathBuf},
};

/// Everything between the bytes of a file and what the store keeps.
const DECIDE: &[&str] = &[
    "../../data",
    "../regesta-model/src",
    "../regesta-lang/src",
    "../regesta-read/src",
    "../regesta-align/src",
    "../regesta-describe/src",
    "../regesta-check/src",
    "../regesta-store/src",
];

fn main() -> io::Result<()> {
    let mut hasher = DefaultHasher::new();
    for folder in DECIDE {
        println!("cargo::rerun-if-changed={folder}");
        let mut files = Vec::new();
        collect(Path::new(folder), &mut files)?;
        files.sort();
        for file in files {
            file.hash(&mut hasher);
            fs::read(&file)?.hash(&mut hasher);
        }
    }
    println!("cargo::rustc-env=REGESTA_ENGINE={:016x}", hasher.finish());
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

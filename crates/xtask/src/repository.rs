//! Where the repository is, and which files are in it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Returns the folder of the repository.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Returns every file below a folder, sorted; build output and hidden folders are left out.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut res = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name();
            let hidden = name.as_encoded_bytes().starts_with(b".");
            if path.is_file() {
                res.push(path);
            } else if !hidden && name != "target" && name != "node_modules" {
                folders.push(path);
            }
        }
    }
    res.sort();
    res
}

/// Returns the files that git keeps or would keep, relative to the repository; none where there is no git.
pub(crate) fn kept(root: &Path) -> Vec<PathBuf> {
    let listed = Command::new("git")
        .current_dir(root)
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .output();
    let Ok(output) = listed else { return Vec::new() };
    let names = String::from_utf8_lossy(&output.stdout).into_owned();
    names.split('\0').filter(|it| !it.is_empty()).map(PathBuf::from).collect()
}

/// Shows a path as it stands in the repository.
pub(crate) fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}

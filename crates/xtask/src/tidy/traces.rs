//! What is committed names no machine's folders and no package registry.

use std::{fs, path::Path};

use crate::repository::kept;

/// Beginnings of paths on one machine, and hosts of registries; in two parts, so that this file may be kept.
const TRACES: &[(&str, &str)] = &[
    ("/wo", "rk/"),
    ("/ro", "ot/"),
    ("/ho", "me/"),
    ("/Us", "ers/"),
    ("C:\\U", "sers"),
    ("index.crat", "es.io"),
    ("static.crat", "es.io"),
    ("registry.npm", "js.org"),
    ("registry.yarn", "pkg.com"),
    ("pypi.o", "rg"),
    ("files.python", "hosted.org"),
    ("proxy.go", "lang.org"),
];

/// Lock files name the registry they were made with.
const LOCKS: &[&str] = &["Cargo.lock", "package-lock.json"];

pub(super) fn problems(root: &Path) -> Vec<String> {
    let mut res = Vec::new();
    for file in kept(root) {
        let is_lock = LOCKS.iter().any(|it| file.ends_with(it));
        // What is no text cannot be searched for words.
        let Ok(text) = fs::read_to_string(root.join(&file)) else { continue };
        for (number, line) in text.lines().enumerate().filter(|_| !is_lock) {
            for trace in traces(line) {
                res.push(format!(
                    "{}:{}: `{trace}` does not belong here",
                    file.display(),
                    number + 1
                ));
            }
        }
    }
    res
}

/// Returns the traces in a line; a path must begin a word, so that `a/home/b` and an address are none.
fn traces(line: &str) -> Vec<String> {
    let found = TRACES.iter().map(|(head, tail)| format!("{head}{tail}"));
    found
        .filter(|trace| {
            line.match_indices(trace.as_str()).any(|(at, _)| {
                let before = line.get(..at).and_then(|it| it.chars().next_back());
                !trace.starts_with('/')
                    || before.is_none_or(|it| !it.is_alphanumeric() && !"._-~}>*".contains(it))
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machines_folder_is_a_trace_and_an_address_is_none() {
        let path = ["/wo", "rk/main/x.rs"].concat();
        assert_eq!(traces(&format!("see {path}")).len(), 1);
        assert!(traces(&format!("example.org{path}")).is_empty());
    }
}

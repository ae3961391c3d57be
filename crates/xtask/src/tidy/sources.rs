//! Source files say what they are, stay small and are named after what they hold.

use std::{fs, path::Path};

use crate::repository::{files, shown};

/// Longest file, in lines.
const LONGEST: usize = 400;

/// Names of drawers into which anything goes.
const DRAWERS: &[&str] = &["utils", "util", "helpers", "helper", "common", "misc", "manager"];

pub(super) fn problems(root: &Path) -> Vec<String> {
    let sources = files(&root.join("crates"));
    let sources = sources.iter().filter(|it| it.extension().is_some_and(|it| it == "rs"));
    sources
        .flat_map(|path| {
            let text = fs::read_to_string(path).unwrap_or_default();
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let place = shown(root, path);
            of_file(&name, &text).into_iter().map(move |it| format!("{place}: {it}"))
        })
        .collect()
}

fn of_file(name: &str, text: &str) -> Vec<String> {
    let mut res = Vec::new();
    if !text.starts_with("//! ") {
        res.push("begin with a `//!` sentence that says what the file is".to_owned());
    }
    let lines = text.lines().count();
    if lines > LONGEST {
        res.push(format!(
            "{lines} lines; find the second thing in it and give it a file (at most {LONGEST})"
        ));
    }
    if DRAWERS.contains(&name) {
        res.push("name the file after what it holds".to_owned());
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fault_is_said() {
        let long = format!("//! Long.\n{}", "\n".repeat(LONGEST));
        assert_eq!(of_file("dates", "//! Dates.\n"), Vec::<String>::new());
        assert_eq!(of_file("dates", "fn main() {}\n").len(), 1);
        assert_eq!(of_file("dates", &long).len(), 1);
        assert_eq!(of_file("utils", "//! Anything.\n").len(), 1);
    }
}

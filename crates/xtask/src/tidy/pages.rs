//! Every kind is listed and has its page; every page belongs to a listed kind and shows what its rule finds and what not.

use std::{collections::BTreeSet, fs, path::Path};

use crate::{
    kinds::{Kind, listed},
    repository::shown,
};

/// What the page of a rule says, in this order.
const SECTIONS: &[&str] =
    &["## What it finds", "## Why an editor cares", "## When it is silent", "## What to do"];

/// Folder of faults: their pages are named in one file.
const FAULTS: &str = "crates/regesta-read/src/faults";

/// Folders of readings: each module lists its pages.
const READINGS: &[&str] = &["crates/regesta-lang/src", "crates/regesta-relate/src"];

pub(super) fn problems(root: &Path) -> Vec<String> {
    let mut res = Vec::new();
    for kind in Kind::LISTED {
        let folder = kind.folder(root);
        let list = fs::read_to_string(folder.join("mod.rs")).unwrap_or_default();
        let place = shown(root, &folder);
        let kinds: BTreeSet<String> = listed(&list, kind.constant()).into_iter().collect();
        let problems = unlisted(&kinds, &stems(&folder, "rs"), &stems(&folder, "md"));
        res.extend(problems.into_iter().map(|it| format!("{place}/{it}")));
    }
    let faults = fs::read_to_string(root.join(FAULTS).join("mod.rs")).unwrap_or_default();
    let orphans = stems(&root.join(FAULTS), "md");
    let orphans = orphans.iter().filter(|it| !faults.contains(&format!("\"{it}.md\"")));
    res.extend(orphans.map(|it| format!("{FAULTS}/{it}.md: no fault has this page")));
    res.extend(READINGS.iter().flat_map(|it| unread(root, it)));
    let rules = Kind::Rule.folder(root);
    for stem in stems(&rules, "md") {
        let path = rules.join(format!("{stem}.md"));
        let page = fs::read_to_string(&path).unwrap_or_default();
        let place = shown(root, &path);
        res.extend(page_of_rule(&stem, &page).into_iter().map(|it| format!("{place}: {it}")));
    }
    res
}

/// Says which pages of readings no module lists, so that nothing tests them.
fn unread(root: &Path, readings: &str) -> Vec<String> {
    let folder = root.join(readings);
    let (mut code, mut pages, mut folders) = (String::new(), Vec::new(), vec![folder.clone()]);
    while let Some(next) = folders.pop() {
        for path in fs::read_dir(next).into_iter().flatten().flatten().map(|it| it.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "md") {
                let page = path.strip_prefix(&folder).unwrap_or(&path).with_extension("");
                pages.push(page.to_string_lossy().replace('\\', "/"));
            } else {
                code += &fs::read_to_string(&path).unwrap_or_default();
            }
        }
    }
    pages.sort();
    let unlisted = pages.into_iter().filter(|it| !code.contains(&format!("\"{it}\"")));
    unlisted
        .map(|it| format!("{readings}/{it}.md: no module lists this page in its PAGES"))
        .collect()
}

/// Compares a list with the files of its folder.
fn unlisted(
    kinds: &BTreeSet<String>,
    sources: &BTreeSet<String>,
    pages: &BTreeSet<String>,
) -> Vec<String> {
    let without_page = kinds.difference(pages).map(|it| format!("{it}.rs: has no page {it}.md"));
    let orphans =
        pages.difference(kinds).map(|it| format!("{it}.md: nothing listed has this page"));
    let modules = sources.iter().filter(|it| *it != "mod");
    let stray = modules.filter(|it| !kinds.contains(*it)).map(|it| format!("{it}.rs: not in ALL"));
    without_page.chain(orphans).chain(stray).collect()
}

/// Returns the names of the files of a folder that end so.
fn stems(folder: &Path, extension: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path());
    entries
        .filter(|it| it.extension().is_some_and(|it| it == extension))
        .filter_map(|it| Some(it.file_stem()?.to_string_lossy().into_owned()))
        .collect()
}

fn page_of_rule(stem: &str, page: &str) -> Vec<String> {
    let mut res = Vec::new();
    let title = format!("# {} (", stem.replace('_', "-"));
    if !page.starts_with(&title) {
        res.push(format!("begin with `{title}CODE)`"));
    }
    let found: Vec<&str> = page.lines().filter(|it| SECTIONS.contains(it)).collect();
    if found != SECTIONS {
        res.push(format!("say, in this order: {}", SECTIONS.join(", ").replace("## ", "")));
    }
    if !page.contains("```expect\n```") {
        res.push("show a case in which nothing is found".to_owned());
    }
    if page.matches("```expect\n").count() == page.matches("```expect\n```").count() {
        res.push("show a case in which something is found".to_owned());
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|it| (*it).to_owned()).collect()
    }

    #[test]
    fn a_file_without_its_page_or_its_line_is_said() {
        let all = set(&["a", "b"]);
        assert!(unlisted(&all, &set(&["a", "b", "mod"]), &all).is_empty());
        assert_eq!(unlisted(&all, &all, &set(&["a"])), ["b.rs: has no page b.md"]);
        let orphan = unlisted(&set(&["a"]), &all, &all);
        assert_eq!(orphan, ["b.md: nothing listed has this page", "b.rs: not in ALL"]);
    }

    #[test]
    fn a_page_without_a_negative_case_is_said() {
        let page =
            format!("# lost-leaf (S999)\n\n{}\n\n```expect\nerror\n```\n", SECTIONS.join("\n\n"));
        assert_eq!(page_of_rule("lost_leaf", &page), ["show a case in which nothing is found"]);
    }
}

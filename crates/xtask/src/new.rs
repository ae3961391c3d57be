//! `cargo xtask new KIND NAME`: the files of a new kind, its line in the list, and what to do next.

mod list;
mod templates;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, bail, ensure};

use crate::{
    kinds::{Kind, listed},
    repository::shown,
};

/// A file that is changed: what it says now and what it will say.
struct Edit {
    path: PathBuf,
    text: String,
}

/// Writes the files of a new kind; nothing is written where anything is in the way.
pub(crate) fn run(root: &Path, kind: Kind, name: &str, code: Option<&str>) -> anyhow::Result<()> {
    ensure!(is_kebab_case(name), "`{name}` is not in kebab case, as in `number-mismatch`");
    ensure!(code.is_none() || kind == Kind::Rule, "only a rule has a code");
    let edits = match kind {
        Kind::Page => page(root, name)?,
        _ => listed_kind(root, kind, name, code)?,
    };
    for edit in &edits {
        fs::write(&edit.path, &edit.text)
            .with_context(|| format!("cannot write {}", edit.path.display()))?;
        anstream::println!("wrote {}", shown(root, &edit.path));
    }
    let sources = edits.iter().filter(|it| it.path.extension().is_some_and(|it| it == "rs"));
    let formatted = Command::new("rustfmt")
        .args(["--edition", "2024", "--config", "skip_children=true"])
        .args(sources.map(|it| &it.path))
        .current_dir(root)
        .output();
    if !formatted.is_ok_and(|it| it.status.success()) {
        anstream::println!("run `cargo fmt --all`: rustfmt could not be started");
    }
    anstream::println!("{}", templates::next(kind));
    Ok(())
}

/// A kind with a page of cases and a line in `ALL`.
fn listed_kind(
    root: &Path,
    kind: Kind,
    name: &str,
    code: Option<&str>,
) -> anyhow::Result<Vec<Edit>> {
    let folder = kind.folder(root);
    let stem = name.replace('-', "_");
    let (source, page) = (folder.join(format!("{stem}.rs")), folder.join(format!("{stem}.md")));
    let list = folder.join("mod.rs");
    let before = read(&list)?;
    let code = match kind {
        Kind::Rule => Some(free_code(&folder, &before, code)?),
        _ => None,
    };
    let order = |stem: &str| match kind {
        // Rules stand by their codes, formats in the order in which they are asked, the others by name.
        Kind::Rule => code_of(&folder, stem).or_else(|| code.clone()).unwrap_or_default(),
        Kind::Format => String::new(),
        _ => stem.to_owned(),
    };
    let after = list::with(&before, &stem, kind.constant(), order)
        .with_context(|| format!("cannot find the list in {}", shown(root, &list)))?;
    let code = code.unwrap_or_default();
    Ok(vec![
        new_file(root, source, templates::source(kind, name, &code))?,
        new_file(root, page, templates::page(kind, name, &code))?,
        Edit { path: list, text: after },
    ])
}

/// A page of the reading room: code, template, and its line in the site map.
fn page(root: &Path, name: &str) -> anyhow::Result<Vec<Edit>> {
    let folder = Kind::Page.folder(root);
    let stem = name.replace('-', "_");
    let list = folder.join("mod.rs");
    let site = root.join("crates/regesta-serve/src/site.rs");
    let modules = list::with_module(&read(&list)?, &stem, "pub(crate) mod ")
        .with_context(|| format!("cannot find the modules in {}", shown(root, &list)))?;
    let routes = list::with_route(&read(&site)?, name, &stem)
        .with_context(|| format!("cannot find the routes in {}", shown(root, &site)))?;
    let template = root.join(format!("crates/regesta-serve/templates/{stem}.html"));
    Ok(vec![
        new_file(root, folder.join(format!("{stem}.rs")), templates::source(Kind::Page, name, ""))?,
        new_file(root, template, templates::page(Kind::Page, name, ""))?,
        Edit { path: list, text: modules },
        Edit { path: site, text: routes },
    ])
}

fn new_file(root: &Path, path: PathBuf, text: String) -> anyhow::Result<Edit> {
    ensure!(!path.exists(), "{} is there already", shown(root, &path));
    Ok(Edit { path, text })
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Returns the code wished for if nobody has it, or the one after the last.
fn free_code(folder: &Path, list: &str, wished: Option<&str>) -> anyhow::Result<String> {
    let rules = listed(list, Kind::Rule.constant());
    let taken: Vec<String> = rules.iter().filter_map(|it| code_of(folder, it)).collect();
    let Some(code) = wished else {
        let last = taken.iter().max().map_or("A000", String::as_str);
        let number: u32 = last.get(1..).and_then(|it| it.parse().ok()).unwrap_or_default();
        return Ok(format!("{}{:03}", last.get(..1).unwrap_or("A"), number + 1));
    };
    let (letter, digits) = code.split_at_checked(1).unwrap_or_default();
    let is_code = letter.starts_with(|it: char| it.is_ascii_uppercase())
        && digits.len() == 3
        && digits.bytes().all(|it| it.is_ascii_digit());
    ensure!(is_code, "`{code}` is no code: a capital letter and three digits");
    if taken.iter().any(|it| it == code) {
        bail!("another rule has the code {code}; a code never changes its meaning");
    }
    Ok(code.to_owned())
}

/// Returns the code that the file of a rule names.
fn code_of(folder: &Path, stem: &str) -> Option<String> {
    let source = fs::read_to_string(folder.join(format!("{stem}.rs"))).ok()?;
    let start = source.find("code: \"")? + "code: \"".len();
    source.get(start..start + 4).map(str::to_owned)
}

fn is_kebab_case(name: &str) -> bool {
    let word = |it: &str| {
        it.starts_with(|c: char| c.is_ascii_lowercase())
            && it.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    name.split('-').all(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{repository, steps::cargo};

    /// Copies the repository to the same place each time, so that build output does not pile up.
    fn copied(root: &Path) -> PathBuf {
        let copy = root.join("target/xtask-new");
        let _ = fs::remove_dir_all(&copy);
        let kept = repository::kept(root);
        for file in kept.iter().filter(|it| root.join(it).is_file()) {
            let target = copy.join(file);
            fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
            fs::copy(root.join(file), target).expect("a copy");
        }
        copy
    }

    #[test]
    fn one_more_of_every_kind_compiles_and_stands_in_its_list() {
        let root = repository::root();
        let copy = copied(&root);
        for kind in [Kind::LISTED, &[Kind::Page]].concat() {
            run(&copy, kind, "one-more", None).expect("the files are written");
            let list = fs::read_to_string(kind.folder(&copy).join("mod.rs")).expect("a list");
            assert!(list.contains("mod one_more;"), "{list}");
            let entries = listed(&list, kind.constant());
            assert!(kind == Kind::Page || entries.contains(&"one_more".to_owned()), "{entries:?}");
        }
        let packages = ["check", "read", "describe", "export", "serve"];
        let packages = packages.iter().flat_map(|it| ["-p".to_owned(), format!("regesta-{it}")]);
        let output = cargo(&["check", "--quiet", "--offline"])
            .args(packages)
            .env("CARGO_TARGET_DIR", root.join("target"))
            .current_dir(&copy)
            .output()
            .expect("cargo runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && !said.contains("one_more"), "{said}");
    }

    #[test]
    fn a_code_that_is_taken_is_refused() {
        let root = repository::root();
        let folder = Kind::Rule.folder(&root);
        let list = read(&folder.join("mod.rs")).expect("a list");
        assert!(free_code(&folder, &list, Some("Q401")).is_err());
        assert!(free_code(&folder, &list, Some("Q40")).is_err());
        assert_eq!(free_code(&folder, &list, Some("Z999")).expect("a free code"), "Z999");
    }
}

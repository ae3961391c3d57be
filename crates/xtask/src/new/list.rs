//! Lines in lists: a module among the modules, an entry in `ALL`, a route in the site map.

use crate::kinds::{list, listed};

/// Returns a `mod.rs` with one more module and entry; `order` says where an entry stands among the others.
pub(super) fn with(
    source: &str,
    stem: &str,
    constant: &str,
    order: impl Fn(&str) -> String,
) -> Option<String> {
    let source = with_module(source, stem, "mod ")?;
    let mut entries = listed(&source, constant);
    let at = entries.iter().position(|it| order(it) >= order(stem)).unwrap_or(entries.len());
    entries.insert(at, stem.to_owned());
    let entries: Vec<String> = entries.iter().map(|it| format!("{it}::{constant},")).collect();
    let list = list(&source)?;
    Some(format!(
        "{}\n{}\n{}",
        source.get(..list.start)?,
        entries.join("\n"),
        source.get(list.end..)?
    ))
}

/// Returns a file with one more module, in alphabetical order among those that begin alike.
pub(super) fn with_module(source: &str, stem: &str, start: &str) -> Option<String> {
    let line = format!("{start}{stem};");
    let is_module = |it: &&str| it.ends_with(';') && !it.starts_with(' ') && it.contains("mod ");
    let modules: Vec<&str> = source.lines().filter(is_module).collect();
    let name = |it: &str| it.rsplit(' ').next().unwrap_or_default().to_owned();
    let next = modules.iter().find(|it| name(it) > name(&line));
    match next {
        Some(next) => Some(source.replacen(&format!("{next}\n"), &format!("{line}\n{next}\n"), 1)),
        None => {
            let last = modules.last()?;
            Some(source.replacen(&format!("{last}\n"), &format!("{last}\n{line}\n"), 1))
        }
    }
}

/// Returns the site map with one more address, before the assets.
pub(super) fn with_route(source: &str, name: &str, stem: &str) -> Option<String> {
    let assets = source.find(".route(\"/assets/")?;
    let answer = format!(
        "|room: State<Room>| async move {{ crate::pages::{stem}::page(&room.collection) }}"
    );
    let route = format!(".route(\"/{name}\", get({answer}))\n        ");
    Some(format!("{}{route}{}", source.get(..assets)?, source.get(assets..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_stands_in_its_place() {
        let source =
            "//! List.\n\nmod a;\nmod c;\n\n/// All.\npub const ALL: &[K] = &[a::RULE, c::RULE];\n";
        let actual = with(source, "b", "RULE", str::to_owned).unwrap();
        assert!(actual.contains("mod a;\nmod b;\nmod c;\n"), "{actual}");
        assert_eq!(listed(&actual, "RULE"), ["a", "b", "c"]);
        let last = with(source, "d", "RULE", str::to_owned).unwrap();
        assert_eq!(listed(&last, "RULE"), ["a", "c", "d"]);
    }
}

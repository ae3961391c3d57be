//! Data flows one way: who may depend on whom. A new edge is a change of architecture.

use std::{fs, path::Path};

/// Each crate with those of ours it may depend on.
const EDGES: &[(&str, &[&str])] = &[
    ("regesta-model", &[]),
    ("regesta-lang", &["regesta-model"]),
    ("regesta-read", &["regesta-model", "regesta-lang"]),
    ("regesta-align", &["regesta-model", "regesta-lang"]),
    ("regesta-describe", &["regesta-model", "regesta-lang", "regesta-align"]),
    ("regesta-check", &["regesta-model", "regesta-lang"]),
    ("regesta-relate", &["regesta-model", "regesta-lang"]),
    ("regesta-store", &["regesta-model", "regesta-lang", "regesta-relate"]),
    ("regesta-export", &["regesta-model"]),
    ("regesta-serve", &["regesta-model", "regesta-relate", "regesta-store", "regesta-export"]),
    (
        "regesta",
        &[
            "regesta-model",
            "regesta-lang",
            "regesta-read",
            "regesta-align",
            "regesta-describe",
            "regesta-check",
            "regesta-relate",
            "regesta-store",
            "regesta-export",
            "regesta-serve",
        ],
    ),
    (
        "regesta-cases",
        &[
            "regesta-model",
            "regesta-lang",
            "regesta-read",
            "regesta-describe",
            "regesta-check",
            "regesta-relate",
            "regesta-export",
        ],
    ),
    ("xtask", &[]),
];

/// Crates that do no I/O and know no clock; their `clippy.toml` bans it.
const PURE: &[&str] = &[
    "regesta-model",
    "regesta-lang",
    "regesta-read",
    "regesta-align",
    "regesta-describe",
    "regesta-check",
    "regesta-relate",
    "regesta-export",
];

/// What the ban of a pure crate must name.
const BANNED: &[&str] = &[
    "std::fs::read_to_string",
    "std::fs::File::open",
    "std::env::var",
    "std::time::SystemTime::now",
    "std::net::TcpStream::connect",
    "std::process::Command::new",
];

pub(super) fn problems(root: &Path) -> Vec<String> {
    let mut res = Vec::new();
    for entry in fs::read_dir(root.join("crates")).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let manifest = fs::read_to_string(entry.path().join("Cargo.toml")).unwrap_or_default();
        match EDGES.iter().find(|(it, _)| *it == name) {
            Some((_, allowed)) => res.extend(
                dependencies(&manifest)
                    .filter(|it| !allowed.contains(it))
                    .map(|it| format!("crates/{name}/Cargo.toml: {name} must not depend on {it}")),
            ),
            None => res.push(format!("crates/{name}: list its edges in xtask/src/tidy/edges.rs")),
        }
    }
    for name in PURE {
        let path = root.join("crates").join(name).join("clippy.toml");
        let bans = fs::read_to_string(path).unwrap_or_default();
        let missing = BANNED.iter().filter(|it| !bans.contains(&format!("\"{it}\"")));
        res.extend(missing.map(|it| format!("crates/{name}/clippy.toml: must ban {it}")));
    }
    res.sort();
    res
}

/// Returns our crates in the `[dependencies]` section; tests may use any crate.
fn dependencies(manifest: &str) -> impl Iterator<Item = &str> {
    let section = manifest.split("\n[dependencies]\n").nth(1).unwrap_or_default();
    let lines = section.lines().take_while(|it| !it.starts_with('['));
    lines.filter_map(|it| it.split(['.', ' ', '=']).next()).filter(|it| it.starts_with("regesta"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forbidden_edge_is_seen_and_a_test_dependency_is_not() {
        let manifest = "[package]\nname = \"x\"\n\n[dependencies]\nregesta-lang.workspace = true\nregex = \"1\"\n\n[dev-dependencies]\nregesta-read.workspace = true\n";
        assert_eq!(dependencies(manifest).collect::<Vec<_>>(), ["regesta-lang"]);
    }
}

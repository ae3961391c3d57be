//! Holds what is found in the sample collection against what was planted there.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use regesta_describe::RepeatedLines;

/// In how many files a line stands before it is furniture, in a collection of this size.
const REPEATED: usize = 3;

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

/// Rows of a table: file, code, words.
fn table(name: &str) -> BTreeSet<[String; 3]> {
    let text = fs::read_to_string(examples().join(name)).expect("a table of the examples");
    let rows = text.lines().filter(|it| !it.starts_with('#')).skip(1);
    rows.filter_map(|row| {
        let mut cells = row.split('\t').map(str::to_owned);
        Some([cells.next()?, cells.next()?, cells.next()?])
    })
    .collect()
}

/// What is found in each file: code and quoted words.
fn found() -> BTreeMap<String, Vec<(String, Vec<String>)>> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(examples().join("collection"))
        .expect("the sample collection")
        .map(|it| it.expect("an entry of the collection"))
        // Whoever has opened the collection has its store in there.
        .filter(|it| it.file_type().is_ok_and(|it| it.is_file()))
        .map(|it| {
            (
                it.file_name().into_string().expect("a name in ASCII"),
                fs::read(it.path()).expect("a readable file"),
            )
        })
        .filter(|(name, _)| name != "regesta.toml")
        .collect();
    files.sort();
    let sources: Vec<_> =
        files.iter().map(|(name, bytes)| regesta_read::read(name, bytes).source).collect();
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    for line in sources.iter().flat_map(regesta_describe::fingerprints) {
        *counts.entry(line).or_default() += 1;
    }
    let repeated = RepeatedLines::new(
        counts.into_iter().filter(|(_, count)| *count >= REPEATED).map(|(line, _)| line),
    );
    let findings = |source: &regesta_model::Source| {
        let records = regesta_describe::describe(source, &repeated);
        let all = records
            .iter()
            .flat_map(|it| regesta_check::check(&source.text, it))
            .collect::<Vec<_>>();
        let words = |it: &regesta_model::Finding| {
            it.labels.iter().map(|label| label.span.of(&source.text).to_owned()).collect()
        };
        all.iter().map(|it| (it.code.clone(), words(it))).collect()
    };
    sources.iter().map(|it| (it.name.clone(), findings(it))).collect()
}

fn says(
    found: &BTreeMap<String, Vec<(String, Vec<String>)>>,
    [file, code, words]: &[String; 3],
) -> bool {
    let touch =
        |quoted: &String| quoted.contains(words.as_str()) || words.contains(quoted.as_str());
    found
        .get(file)
        .into_iter()
        .flatten()
        .any(|(it, quoted)| it == code && (words == "-" || quoted.iter().any(touch)))
}

#[test]
fn planted_flaws_are_found_and_nothing_else_is_disturbed() {
    let found = found();
    let rules: BTreeSet<&str> = regesta_check::rules::ALL.iter().map(|it| it.kind.code).collect();
    let planted: BTreeSet<[String; 3]> =
        table("flaws.tsv").into_iter().filter(|it| rules.contains(it[1].as_str())).collect();
    assert!(planted.len() > 60 && found.len() >= 40, "the collection is there");
    let missed: BTreeSet<[String; 3]> =
        planted.iter().filter(|it| !says(&found, it)).cloned().collect();
    let expected = table("not_yet_found.tsv");
    let new: Vec<_> = missed.difference(&expected).collect();
    assert!(new.is_empty(), "planted and not found: {new:#?}");
    let gone: Vec<_> = expected.difference(&missed).collect();
    assert!(gone.is_empty(), "found now; take it off examples/not_yet_found.tsv: {gone:#?}");
    let disturbed: Vec<_> = table("silent.tsv").into_iter().filter(|it| says(&found, it)).collect();
    assert!(disturbed.is_empty(), "reported, though it must stay silent: {disturbed:#?}");
    let flawed: BTreeSet<(&str, &str)> =
        planted.iter().map(|it| (it[0].as_str(), it[1].as_str())).collect();
    let invented: Vec<_> = found
        .iter()
        .flat_map(|(file, all)| {
            all.iter().map(move |(code, words)| (file.as_str(), code.as_str(), words))
        })
        .filter(|(file, code, _)| !flawed.contains(&(*file, *code)))
        .collect();
    assert!(invented.is_empty(), "found where nothing was planted: {invented:#?}");
}

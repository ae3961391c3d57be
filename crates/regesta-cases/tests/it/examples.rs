//! Holds what is found in the sample collection against what was planted there.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use regesta_cases::{difference, renderings};
use regesta_describe::RepeatedLines;
use regesta_model::{CheckedRecord, Evidence, Finding, Record, Source};

/// In how many files a line stands before it is furniture, in a collection of this size.
const REPEATED: usize = 3;

pub(super) fn examples() -> PathBuf {
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

/// Every document of the sample collection, as a build of the whole folder understands it.
pub(super) fn evidence() -> Vec<Evidence> {
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
    let checked = |source: Source| {
        let records = regesta_describe::describe(&source, &repeated);
        let check = |record: Record| {
            let findings = regesta_check::check(&source.text, &record);
            CheckedRecord { record, findings }
        };
        let records = records.into_iter().map(check).collect();
        Evidence { source, findings: Vec::new(), records }
    };
    sources.into_iter().map(checked).collect()
}

/// What is found in each file: code and quoted words.
fn found() -> BTreeMap<String, Vec<(String, Vec<String>)>> {
    let of_source = |it: &Evidence| {
        let words = |finding: &Finding| {
            finding.labels.iter().map(|label| label.span.of(&it.source.text).to_owned()).collect()
        };
        let all = it.records.iter().flat_map(|record| &record.findings);
        all.map(|finding| (finding.code.clone(), words(finding))).collect()
    };
    evidence().iter().map(|it| (it.source.name.clone(), of_source(it))).collect()
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

/// The page of a document: what a person wrote above the first part stays, the parts say what is found.
fn page(name: &str, before: &str, evidence: &Evidence) -> String {
    let prose = before.split("\n## ").next().unwrap_or_default().trim_end();
    let heading = format!("# {name}");
    let prose = if prose.starts_with(&heading) { prose } else { &heading };
    let records = evidence.records.iter().map(|it| renderings::record(&evidence.source.text, it));
    format!("{prose}\n{}", records.collect::<Vec<_>>().join("\n---\n"))
}

#[test]
fn every_document_gives_its_expected_record() {
    let folder = examples().join("records");
    let bless = std::env::var_os("BLESS").is_some();
    let mut failures = Vec::new();
    let mut names = BTreeSet::new();
    for it in evidence() {
        let name = format!("{}.md", it.source.name);
        let path = folder.join(&name);
        let expected = fs::read_to_string(&path).unwrap_or_default();
        let actual = page(&it.source.name, &expected, &it);
        if bless {
            fs::create_dir_all(&folder).expect("a folder for the pages");
            fs::write(&path, &actual).expect("a page that can be written");
        } else if expected != actual {
            failures.push(format!("{name}\n{}", difference(&expected, &actual)));
        }
        names.insert(name);
    }
    assert!(
        failures.is_empty(),
        "\n{}\nIf the new records are right, `cargo xtask bless` writes them into examples/records.",
        failures.join("\n")
    );
    let pages = fs::read_dir(&folder).expect("the pages of the records");
    let pages: BTreeSet<String> =
        pages.filter_map(|it| it.ok()?.file_name().into_string().ok()).collect();
    assert_eq!(names, pages, "each document has its page and no page is left over");
}

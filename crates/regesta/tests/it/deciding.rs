//! An editor's decisions on names: made by command or by hand, obeyed, taken back, and never written by a build.

use std::{fs, path::Path};

use crate::{errors, folder, run, words};

const LETTERS: [(&str, &str); 2] = [
    (
        "one.txt",
        "Letter\n\nTo Comrade Lugovoi\n\nThe ferry will arrive on May 12.\n\nVerenin\n\nMay 5, 1951\n",
    ),
    ("two.txt", "Letter\n\nTo Comrade Lugovoi\n\nThe ferry is late.\n\nHalvorsen\n\nMay 7, 1951\n"),
];

fn letters(folder: &Path) {
    for (name, text) in LETTERS {
        fs::write(folder.join(name), text).expect("written");
    }
}

/// Names by command; the folder stands after the first word.
fn names(folder: &Path, what: &str, more: &[&str]) -> std::process::Output {
    let folder = folder.to_str().expect("a folder with a plain name");
    let arguments = [&["names", what, folder], more].concat();
    crate::regesta(&arguments).env("USER", "editor").output().expect("the program starts")
}

/// The names under which somebody is listed.
fn forms(folder: &Path, like: &str) -> Vec<String> {
    let output = names(folder, "list", &["--json", "--like", like]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let all = json["names"].as_array().expect("names").iter();
    all.flat_map(|it| it["forms"].as_array().cloned().unwrap_or_default())
        .map(|it| it["form"].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn a_merge_is_written_beside_the_documents_obeyed_and_taken_back() {
    let (_dir, documents) = folder();
    letters(&documents);
    assert_eq!(forms(&documents, "verenin"), ["Verenin"]);
    let merged = names(&documents, "merge", &["Verenin", "Halvorsen", "--why", "one hand"]);
    assert_eq!(merged.status.code(), Some(0), "{}", errors(&merged));
    let mut together = forms(&documents, "verenin");
    together.sort();
    assert_eq!(together, ["Halvorsen", "Verenin"]);
    let file = documents.join("decisions").join("names.toml");
    let text = fs::read_to_string(&file).expect("a file");
    for words in
        ["[[same]]", "\"Verenin\", \"Halvorsen\"", "who = \"editor\"", "when = \"2", "one hand"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    let against = names(&documents, "part", &["Verenin", "Halvorsen"]);
    assert_eq!(against.status.code(), Some(2));
    assert!(errors(&against).contains("delete one of the two"), "{}", errors(&against));
    assert_eq!(fs::read_to_string(&file).expect("a file"), text, "nothing was decided");
    let listed = words(&names(&documents, "list", &["--decisions"]));
    assert!(listed.contains("Verenin | Halvorsen"), "{listed}");
    let undone = names(&documents, "undo", &["Halvorsen", "Verenin"]);
    assert_eq!(undone.status.code(), Some(0), "{}", errors(&undone));
    assert_eq!(forms(&documents, "verenin"), ["Verenin"]);
    let nothing = names(&documents, "undo", &["Halvorsen", "Verenin"]);
    assert_eq!(nothing.status.code(), Some(2));
}

#[test]
fn a_decision_is_taken_back_before_anything_is_built_and_only_in_a_folder_that_is_there() {
    let (_dir, documents) = folder();
    letters(&documents);
    fs::create_dir(documents.join("decisions")).expect("a folder");
    let file = documents.join("decisions").join("names.toml");
    fs::write(&file, "# Ours.\n\n[[same]]\nforms = [\"Verenin\", \"Halvorsen\"]\n")
        .expect("written");
    let undone = names(&documents, "undo", &["Halvorsen", "Verenin"]);
    assert_eq!(undone.status.code(), Some(0), "{}", errors(&undone));
    assert_eq!(fs::read_to_string(&file).expect("a file"), "# Ours.\n");
    let nowhere = names(&documents.join("nowhere"), "undo", &["Halvorsen", "Verenin"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(errors(&nowhere).contains("is no folder"), "{}", errors(&nowhere));
}

#[test]
fn a_file_that_cannot_be_obeyed_is_said_with_its_line_and_no_build_writes_to_it() {
    let (_dir, documents) = folder();
    letters(&documents);
    fs::create_dir(documents.join("decisions")).expect("a folder");
    let file = documents.join("decisions").join("names.toml");
    let written = "# Ours.\n[[same]]\nforms = [\"Verenin\", \"Halvorsen\"]\n";
    fs::write(&file, written).expect("written");
    let built = run("build", &documents, &["--json"]);
    let summary: serde_json::Value = serde_json::from_slice(&built.stdout).expect("JSON");
    assert_eq!(summary["files"]["all"], 2, "decisions are no document");
    assert_eq!(fs::read_to_string(&file).expect("a file"), written);
    fs::write(&file, "# Ours.\n\n[[same]]\nforms = [\"Verenin\"]\n").expect("written");
    let refused = run("build", &documents, &[]);
    assert_eq!(refused.status.code(), Some(2));
    let said = errors(&refused);
    assert!(
        said.contains("names.toml") && said.contains("line 3") && said.contains("at least two"),
        "{said}"
    );
}

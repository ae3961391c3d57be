//! A folder of everything that goes wrong: each file gives its finding, the rest goes on, nothing is lost.
#![cfg(unix)]

use std::{
    ffi::OsStr,
    fs,
    os::unix::{ffi::OsStrExt as _, fs::PermissionsExt as _, fs::symlink},
    path::Path,
};

use regesta_store::{Store, queries::findings::QueuedFinding};

use crate::{build, document, errors, folder, run, write_documents};

/// Length of the long log: what is slow without optimisation is done at full size only with it.
const LOG: usize = if cfg!(debug_assertions) { 9 << 20 } else { 50 << 20 };

/// Findings of a file, by code.
fn codes<'a>(findings: &'a [QueuedFinding], name: &str) -> Vec<&'a str> {
    let of_file =
        findings.iter().filter(|it| it.title.contains(name) || it.finding.message.contains(name));
    of_file.map(|it| it.finding.code.as_str()).collect()
}

fn all_findings(folder: &Path) -> Vec<QueuedFinding> {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let store = Store::open(&folder.join(".regesta")).await.expect("a store");
        store.queue(None, 0, 10_000).await.expect("read").findings
    })
}

fn write_odd_files(folder: &Path) {
    let png = [
        0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0,
        0, 0, 1,
    ];
    fs::write(folder.join("empty.txt"), "").expect("written");
    fs::write(folder.join("picture.txt"), png).expect("written");
    let log =
        format!("{}\n", "the gauge at the weir was read at noon and found in order, ".repeat(40));
    fs::write(folder.join("long.log"), log.repeat(LOG / log.len())).expect("written");
    let bomb = format!("<html><body>{}the bottom</body></html>", "<div>".repeat(100_000));
    fs::write(folder.join("bomb.html"), bomb).expect("written");
    let inner = folder.join("inner");
    fs::create_dir(&inner).expect("a folder");
    symlink(folder, inner.join("round")).expect("a link");
    symlink(folder.join("self.txt"), folder.join("self.txt")).expect("a link");
    symlink(folder.join("nowhere"), folder.join("dangling.txt")).expect("a link");
    let name = OsStr::from_bytes(b"caf\xe9.txt");
    fs::write(folder.join(name), document(1, 1)).expect("written");
}

#[test]
fn every_odd_file_gives_its_finding_and_nothing_else_is_lost() {
    let (_dir, documents) = folder();
    write_documents(&documents, 0..6, 1);
    write_odd_files(&documents);
    let summary = build(&documents);
    let findings = all_findings(&documents);
    for (name, code) in [
        ("empty.txt", "F003"),
        ("picture.txt", "F002"),
        ("inner/round", "F008"),
        ("self.txt", "F008"),
        ("dangling.txt", "F001"),
        ("caf\u{fffd}E9.txt", "F007"),
    ] {
        assert_eq!(codes(&findings, name).first(), Some(&code), "{name}");
    }
    for (code, why) in [("F006", "the log is very long"), ("F009", "the page is nested too deep")] {
        assert!(findings.iter().any(|it| it.finding.code == code), "{code}: {why}");
    }
    // Six plain documents, the one with the odd name, the log and the page: each is there to be found.
    assert_eq!(summary["documents"], 9, "{summary:#}");
    for (words, found) in [("weir", 1), ("bottom", 1), ("Belkin", 3)] {
        let output = run("search", &documents, &[words, "--json"]);
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(json["total"], found, "{words}");
    }
    let again = build(&documents);
    assert_eq!(again["files"]["read"], 0, "odd files are not news twice: {again:#}");
}

#[test]
fn a_file_without_permission_is_told_and_tried_again() {
    let (_dir, documents) = folder();
    write_documents(&documents, 0..2, 1);
    let closed = documents.join("closed.txt");
    fs::write(&closed, document(4, 1)).expect("written");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("closed");
    if fs::read(&closed).is_ok() {
        println!("skipped: this user may read files without permission");
        return;
    }
    let summary = build(&documents);
    assert_eq!(summary["unread"][0]["name"], "closed.txt");
    assert_eq!(codes(&all_findings(&documents), "closed.txt"), ["F001"]);
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o644)).expect("opened");
    assert_eq!(build(&documents)["documents"], 3);
}

#[test]
fn a_folder_that_cannot_be_written_points_to_another_place() {
    let (dir, documents) = folder();
    write_documents(&documents, 0..2, 1);
    // A file where the store should be stands in for a read-only folder, which does not stop every user.
    fs::write(documents.join(".regesta"), "in the way").expect("written");
    let refused = run("build", &documents, &[]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(errors(&refused).contains("--store DIR"), "{}", errors(&refused));
    let elsewhere = dir.path().join("elsewhere");
    let output = run("build", &documents, &["--store", elsewhere.to_str().expect("a plain name")]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
}

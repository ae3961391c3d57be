//! Building again gives what building anew gives, whatever happened in between.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use crate::{assert_same, build, document, dump, errors, folder, regesta, run, write_documents};

#[test]
fn a_build_killed_at_any_moment_is_made_good_by_the_next() {
    let (dir, documents) = folder();
    write_documents(&documents, 0..240, 1);
    let begun = Instant::now();
    build(&documents);
    let whole = begun.elapsed();
    fs::remove_dir_all(documents.join(".regesta")).expect("a store");
    let mut killed = 0;
    for round in 0..20_usize {
        // Each round leaves work to do: some documents are changed, some removed, some new.
        write_documents(&documents, (0..240).filter(|it| it % 7 == round % 7), round + 2);
        let gone = documents.join(format!("part-{}/{round:04}.txt", round % 5));
        fs::remove_file(gone).expect("one document less");
        write_documents(&documents, 300 + round..302 + round, 1);
        let mut child = regesta(&["build", documents.to_str().expect("a plain name")])
            .stdout(std::process::Stdio::null())
            .spawn()
            .expect("the program starts");
        // Moments spread over the time of a whole build, by a fixed sequence that looks random.
        let part = (round * 7 + 3) % 20;
        std::thread::sleep(whole.mul_f64(part as f64 / 24.0) + Duration::from_millis(5));
        killed += usize::from(child.try_wait().expect("a child").is_none());
        child.kill().expect("killed");
        child.wait().expect("gone");
    }
    assert!(killed >= 10, "only {killed} builds were still running when they were killed");
    build(&documents);
    let after = dump(&documents.join(".regesta"));
    let anew = dir.path().join("anew");
    build_in(&documents, &anew);
    assert_same(&after, &dump(&anew));
    assert!(after.contains("1951") && after.contains("part-0/0300.txt"), "the dump says something");
}

fn build_in(documents: &Path, store: &Path) {
    let output = run("build", documents, &["--store", store.to_str().expect("a plain name")]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let (dir, documents) = folder();
    write_documents(&documents, 0..120, 1);
    let mut dumps = Vec::new();
    for threads in ["1", "4"] {
        let store = dir.path().join(threads);
        let status = regesta(&["build", documents.to_str().expect("a plain name"), "--store"])
            .arg(&store)
            .env("RAYON_NUM_THREADS", threads)
            .stdout(std::process::Stdio::null())
            .status()
            .expect("the program starts");
        assert!(status.success());
        dumps.push(dump(&store));
    }
    assert_same(&dumps[0], &dumps[1]);
}

#[test]
fn what_did_not_change_is_not_read_again() {
    let (_dir, documents) = folder();
    write_documents(&documents, 0..30, 1);
    let first = build(&documents);
    assert_eq!(first["files"]["read"], 30);
    let second = build(&documents);
    assert_eq!((&second["files"]["read"], &second["files"]["described"]), (&0.into(), &0.into()));
    // Written again with the same bytes: looked at, not described.
    fs::write(documents.join("part-1/0001.txt"), document(1, 1)).expect("written");
    let third = build(&documents);
    assert_eq!((&third["files"]["read"], &third["files"]["described"]), (&0.into(), &0.into()));
    fs::write(documents.join("part-1/0001.txt"), document(1, 2)).expect("written");
    fs::remove_file(documents.join("part-2/0002.txt")).expect("removed");
    let fourth = build(&documents);
    assert_eq!(fourth["files"]["read"], 1);
    assert_eq!(fourth["files"]["removed"], 1);
    assert_eq!(fourth["documents"], 29);
}

#[test]
fn a_damaged_store_is_built_again_and_says_so() {
    let (dir, documents) = folder();
    write_documents(&documents, 0..40, 1);
    build(&documents);
    let before = dump(&documents.join(".regesta"));
    let database = documents.join(".regesta/records.sqlite");
    let mut bytes = fs::read(&database).expect("a database");
    let (from, to) = (bytes.len() / 4, bytes.len() / 4 * 3);
    bytes[from..to].fill(0x5a);
    fs::write(&database, bytes).expect("written");
    write_documents(&documents, 0..40, 2);
    write_documents(&documents, 0..40, 1);
    let output = run("build", &documents, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert!(crate::words(&output).contains("damaged"), "{}", crate::words(&output));
    assert_same(&before, &dump(&documents.join(".regesta")));
    drop(dir);
}

#[test]
fn two_builds_at_once_are_told_apart() {
    let (_dir, documents) = folder();
    write_documents(&documents, 0..300, 1);
    let name = documents.to_str().expect("a plain name");
    let mut first =
        regesta(&["build", name]).stdout(std::process::Stdio::null()).spawn().expect("started");
    let lock = documents.join(".regesta/lock");
    while !fs::read_to_string(&lock).is_ok_and(|it| !it.is_empty()) {
        assert!(first.try_wait().expect("a child").is_none(), "the first build is over too soon");
    }
    let second = run("build", &documents, &[]);
    assert_eq!(second.status.code(), Some(2), "{}", errors(&second));
    let message = errors(&second);
    assert!(message.contains("another regesta") && message.contains("wait"), "{message}");
    assert!(message.contains(&first.id().to_string()), "{message}");
    assert!(first.wait().expect("done").success());
}

#[test]
fn a_setting_that_is_not_known_is_quoted() {
    let (_dir, documents) = folder();
    write_documents(&documents, 0..3, 1);
    fs::write(documents.join("regesta.toml"), "title = \"Papers\"\ncolour = \"red\"\n")
        .expect("written");
    let output = run("build", &documents, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("colour = \"red\""), "{}", errors(&output));
    fs::write(documents.join("regesta.toml"), "title = \"Papers\"\n").expect("written");
    assert_eq!(build(&documents)["title"], "Papers");
    assert_eq!(build(&documents)["documents"], 3, "the settings are no document");
}

#[test]
fn what_is_no_folder_is_refused() {
    let (_dir, documents) = folder();
    let missing = run("build", &documents.join("nowhere"), &[]);
    assert_eq!(missing.status.code(), Some(2));
    let file = documents.join("one.txt");
    fs::write(&file, document(1, 1)).expect("written");
    let output = run("build", &file, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("is a file"), "{}", errors(&output));
}

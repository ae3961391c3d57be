//! Building again gives what building anew gives, whatever happened in between.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use regesta_store::{Change, Described, Opening, Read, Stamp, Store};
use sha2::{Digest as _, Sha256};

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

/// The engine of the program under test: its stores are kept, not made again.
const ENGINE: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("REGESTA_ENGINE"));

/// Writes one of three letters that share lines: what stands in three is furniture, what stands in two is not.
fn write_letter(folder: &Path, number: usize) {
    let (day, name) = (number + 3, ["Ozerin", "Palisade", "Zimogor"][number]);
    let text = format!(
        "Letter of the harbour office at Lower Lug\n\n{day} May 1951\n\nTo Belkin\n\nThe company received {number}7 \
         boats of oak.\n\n{name}\n"
    );
    fs::write(folder.join(format!("letter-{number}.txt")), text).expect("written");
}

/// Names of the sources of a store, each with the digest of the repeated lines it was described with.
fn digests(store_dir: &Path) -> Vec<(String, Option<String>)> {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let (_, writer, opening) = Store::open_to_write(store_dir, ENGINE).await.expect("a store");
        assert_eq!(opening, Opening::Kept);
        let mut res = Vec::new();
        writer.for_each_lines(|it| res.push((it.source, it.described))).await.expect("read");
        res
    })
}

/// Builds a folder, begins another build that dies after these changes, and asks that the next leaves what a build anew
/// leaves.
fn assert_made_good_after_dying(
    (dir, documents): (&Path, &Path),
    changes: impl FnOnce() -> Vec<Change>,
) {
    let store_dir = documents.join(".regesta");
    build(documents);
    let before = digests(&store_dir);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let (store, mut writer, opening) =
            Store::open_to_write(&store_dir, ENGINE).await.expect("a store");
        assert_eq!(opening, Opening::Kept);
        for change in changes() {
            writer.write(vec![change]).await.expect("written");
        }
        drop(writer);
        store.close().await;
    });
    build(documents);
    let anew = dir.join("anew");
    build_in(documents, &anew);
    assert_ne!(before.first(), digests(&anew).first(), "what repeats is no longer the same");
    assert_eq!(digests(&store_dir), digests(&anew));
    assert_same(&dump(&store_dir), &dump(&anew));
}

#[test]
fn a_build_that_died_after_removing_describes_what_the_removed_shared() {
    let (dir, documents) = folder();
    (0..3).for_each(|it| write_letter(&documents, it));
    assert_made_good_after_dying((dir.path(), &documents), || {
        fs::remove_file(documents.join("letter-2.txt")).expect("removed");
        vec![Change::Removed("letter-2.txt".to_owned())]
    });
}

#[test]
fn a_build_that_died_after_the_new_describes_what_the_old_share_with_it() {
    let (dir, documents) = folder();
    (0..2).for_each(|it| write_letter(&documents, it));
    assert_made_good_after_dying((dir.path(), &documents), || {
        write_letter(&documents, 2);
        let bytes = fs::read(documents.join("letter-2.txt")).expect("read");
        let mut source = regesta_read::read("letter-2.txt", &bytes).source;
        source.sha256 = Sha256::digest(&bytes).iter().map(|it| format!("{it:02x}")).collect();
        let lines = regesta_describe::fingerprints(&source);
        let (stamp, findings, records) = (Stamp::default(), Vec::new(), Vec::new());
        let read = Read { source: source.clone(), stamp, lines, findings: Vec::new() };
        let described = Described { source, findings, digest: String::new(), records };
        vec![Change::Read(Box::new(read)), Change::Described(Box::new(described))]
    });
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
    // What a build has written and not yet moved into the database would cover the damage.
    for log in ["records.sqlite-wal", "records.sqlite-shm"] {
        let _ = fs::remove_file(documents.join(".regesta").join(log));
    }
    let mut bytes = fs::read(&database).expect("a database");
    // The page that names the tables, which every build reads; damage in a page that a build has no cause to read shows when
    // its document is asked for.
    let page = bytes.len().min(4096);
    bytes[100..page].fill(0x5a);
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

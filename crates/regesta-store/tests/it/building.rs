//! What is written is there, what is removed is not, and a store that does not fit is built again.

use std::fs;

use regesta_model::Source;
use regesta_store::{
    Change, Described, Opening, Read, Stamp, Store, StoreError, queries::search::Query,
};

use super::{DOCUMENTS, filled, open, put};

async fn found(store: &Store, words: &str) -> Vec<String> {
    let query = Query { words: words.to_owned(), limit: 10, ..Query::default() };
    let results = store.search(&query).await.expect("searched");
    results.hits.into_iter().map(|it| it.id).collect()
}

#[tokio::test]
async fn a_document_comes_back_as_it_was_written() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = filled(dir.path()).await;
    for it in &DOCUMENTS {
        let (source, checked) = super::evidence(it, it.name);
        let stored = store.document(it.name).await.expect("read").expect("there");
        assert_eq!((stored.source, stored.checked), (source, checked));
    }
    let middle = store.document("a.txt").await.expect("read").expect("there");
    assert_eq!(middle.previous.map(|it| it.0).as_deref(), Some("b.txt"));
    assert_eq!(middle.next.map(|it| it.0).as_deref(), Some("c.txt"));
    assert_eq!(store.document("nowhere").await.expect("read"), None);
}

#[tokio::test]
async fn the_queue_quotes_the_words_in_their_line() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = filled(dir.path()).await;
    let queue = store.queue(Some("X001"), 0, 1).await.expect("read");
    assert_eq!((queue.total, queue.findings.len()), (2, 1));
    assert_eq!((queue.rules[0].findings, queue.rules[0].documents), (2, 2));
    let quotation = &queue.findings[0].quotations[0];
    assert_eq!(quotation.before, "Товарищу Белкину. Направляю ");
    assert_eq!(quotation.words, "три роты");
    assert_eq!(quotation.after, " к переправе.");
    assert_eq!(quotation.language, "ru");
    let second = store.queue(None, 1, 5).await.expect("read");
    assert_eq!(second.findings[0].document.as_deref(), Some("c.txt"));
    assert_eq!(store.queue(Some("Z999"), 0, 5).await.expect("read").total, 0);
}

#[tokio::test]
async fn findings_about_reading_are_numbered_after_those_of_the_rules() {
    let dir = tempfile::tempdir().expect("a folder");
    let (store, mut writer) = open(dir.path()).await;
    let (source, checked) = super::evidence(&DOCUMENTS[0], "a.txt");
    let unread = super::KIND.finding("could not be read whole");
    let described = Described {
        source: source.clone(),
        findings: vec![unread.clone()],
        digest: String::new(),
        records: vec![checked],
    };
    let lonely = Source { name: "z.txt".to_owned(), ..Source::default() };
    let read = |source, findings| {
        let stamp = Stamp::default();
        Change::Read(Box::new(Read { source, stamp, lines: Vec::new(), findings }))
    };
    let batch = vec![read(source, vec![]), read(lonely, vec![unread.clone(), unread])];
    writer.write(batch).await.expect("written");
    writer.write(vec![Change::Described(Box::new(described))]).await.expect("written");
    writer.finish().await.expect("finished");
    let queue = store.queue(None, 0, 10).await.expect("read");
    let places: Vec<(Option<&str>, usize)> =
        queue.findings.iter().map(|it| (it.document.as_deref(), it.number)).collect();
    assert_eq!(places, [(Some("a.txt"), 2), (Some("a.txt"), 1), (None, 1), (None, 2)]);
    let overview = store.overview().await.expect("counted");
    assert_eq!(overview.unread, [("z.txt".to_owned(), "could not be read whole".to_owned())]);
}

#[tokio::test]
async fn removed_and_changed_files_leave_nothing_behind() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = filled(dir.path()).await;
    store.close().await;
    let (store, mut writer) = open(dir.path()).await;
    writer.write(vec![Change::Removed("a.txt".to_owned())]).await.expect("written");
    let changed = super::Invented { text: "Nothing of the kind.", faulty: None, ..DOCUMENTS[2] };
    put(&mut writer, &changed, "c.txt").await;
    writer.finish().await.expect("finished");
    assert_eq!(found(&store, "рота").await, Vec::<String>::new());
    assert_eq!(found(&store, "人民军").await, Vec::<String>::new());
    assert_eq!(found(&store, "nothing kind").await, ["c.txt"]);
    let overview = store.overview().await.expect("counted");
    assert_eq!((overview.documents, overview.sources, overview.rules.len()), (3, 3, 0));
}

#[tokio::test]
async fn ids_that_collide_are_numbered_in_the_order_of_sources() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut orders = Vec::new();
    for order in [[0, 1, 2, 3], [3, 2, 1, 0]] {
        Store::delete(dir.path()).expect("deleted");
        let (store, mut writer) = open(dir.path()).await;
        for place in order {
            let id = if place == 3 { "same-2" } else { "same" };
            put(&mut writer, &DOCUMENTS[place], id).await;
        }
        writer.finish().await.expect("finished");
        let mut names = Vec::new();
        for id in ["same", "same-2", "same-3", "same-4"] {
            let stored = store.document(id).await.expect("read").expect(id);
            assert_eq!(stored.checked.record.id, id);
            names.push(stored.source.name);
        }
        orders.push(names);
        store.close().await;
    }
    assert_eq!(orders[0], ["a.txt", "d.txt", "b.txt", "c.txt"]);
    assert_eq!(orders[0], orders[1]);
}

#[tokio::test]
async fn an_index_left_behind_is_brought_up() {
    let dir = tempfile::tempdir().expect("a folder");
    let (store, mut writer) = open(dir.path()).await;
    for it in &DOCUMENTS {
        put(&mut writer, it, it.name).await;
    }
    // Dropped, not finished: the database has everything, the index nothing.
    drop(writer);
    store.close().await;
    let (store, mut writer) = open(dir.path()).await;
    writer.write(vec![Change::Removed("a.txt".to_owned())]).await.expect("written");
    drop(writer);
    assert_eq!(found(&store, "company").await, ["d.txt"]);
    store.close().await;
    fs::remove_dir_all(dir.path().join("index")).expect("an index");
    let (store, _writer) = open(dir.path()).await;
    assert_eq!(found(&store, "рота").await, Vec::<String>::new());
    assert_eq!(found(&store, "company").await, ["d.txt"]);
}

#[tokio::test]
async fn a_store_that_does_not_fit_is_built_again_and_a_busy_one_is_left_alone() {
    let dir = tempfile::tempdir().expect("a folder");
    let (store, writer, opening) = Store::open_to_write(dir.path(), "one").await.expect("new");
    assert_eq!(opening, Opening::New);
    let busy = Store::open_to_write(dir.path(), "one").await.expect_err("the lock is taken");
    assert!(matches!(busy, StoreError::Busy { .. }), "{busy}");
    drop(writer);
    store.close().await;
    let (store, writer, opening) = Store::open_to_write(dir.path(), "one").await.expect("kept");
    assert_eq!(opening, Opening::Kept);
    drop(writer);
    store.close().await;
    let (store, writer, opening) = Store::open_to_write(dir.path(), "two").await.expect("rebuilt");
    assert!(matches!(opening, Opening::Rebuilt(_)));
    drop(writer);
    store.close().await;
    fs::write(dir.path().join("records.sqlite"), "not a database at all").expect("written");
    let (_, _, opening) = Store::open_to_write(dir.path(), "two").await.expect("rebuilt");
    assert!(matches!(opening, Opening::Rebuilt(_)));
}

#[tokio::test]
async fn what_was_read_or_removed_is_unfinished_until_the_end() {
    let dir = tempfile::tempdir().expect("a folder");
    filled(dir.path()).await.close().await;
    let (source, _) = super::evidence(&DOCUMENTS[1], "b.txt");
    let (stamp, lines, findings) = (Stamp::default(), Vec::new(), Vec::new());
    for (change, unfinished) in [
        (Change::Touched("b.txt".to_owned(), stamp), false),
        (Change::Removed("a.txt".to_owned()), true),
        (Change::Read(Box::new(Read { source, stamp, lines, findings })), true),
    ] {
        let (store, mut writer) = open(dir.path()).await;
        assert!(!writer.is_unfinished().await.expect("read"), "the build before was finished");
        writer.write(vec![change]).await.expect("written");
        // Dropped, not finished: only the database tells the next build.
        drop(writer);
        store.close().await;
        let (store, writer) = open(dir.path()).await;
        assert_eq!(writer.is_unfinished().await.expect("read"), unfinished);
        writer.finish().await.expect("finished");
        store.close().await;
    }
}

//! Files that hold many documents, from the command line to the pages of each.

use std::{collections::BTreeMap, fs, path::Path};

use regesta_store::{
    Store,
    queries::{
        document::StoredDocument,
        search::{Order, Query},
    },
};

use crate::{build, errors, folder, run, words};

/// A bulletin of numbered telegrams, each about another boat.
fn bulletin(boats: &[&str]) -> String {
    let mut res = "БЮЛЛЕТЕНЬ ТЕЛЕГРАММ\n\nВыпуск для пароходства\n".to_owned();
    for (number, boat) in (1..).zip(boats) {
        let day = boat.chars().count();
        res.push_str(&format!(
            "\n№ {number}\n\nТелеграмма начальника порта о пароходе {boat}\n\nТуренск, {day} марта 1952 г.\n\n\
             Товарищу Берестову.\n\nПароход {boat} стоит у причала третий день. Прошу прислать {day}0 грузчиков.\n\nЛУГОВ\n"
        ));
    }
    res
}

/// Every document of a store by the boat its title names.
fn documents(folder: &Path, boats: &[&str]) -> BTreeMap<String, StoredDocument> {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let store = Store::open(&folder.join(".regesta")).await.expect("a store");
        let mut res = BTreeMap::new();
        for boat in boats {
            let query = Query {
                words: (*boat).to_owned(),
                order: Order::Relevance,
                limit: 10,
                ..Query::default()
            };
            let found = store.search(&query).await.expect("searched");
            let ids: Vec<&str> = found.hits.iter().map(|it| it.id.as_str()).collect();
            assert_eq!(ids.len(), 1, "{boat} is in one document, not in its whole file");
            let document = store.document(ids[0]).await.expect("read").expect("there");
            res.insert((*boat).to_owned(), document);
        }
        store.close().await;
        res
    })
}

#[test]
fn each_document_of_a_volume_is_found_by_its_own_words_and_keeps_its_id() {
    let (_dir, folder) = folder();
    let boats = ["Ладога", "Онега", "Печора"];
    fs::write(folder.join("bulletin.txt"), bulletin(&boats)).expect("written");
    let built = build(&folder);
    assert_eq!(built["documents"], 3, "{built}");
    let before = documents(&folder, &boats);
    for (boat, document) in &before {
        let part = document.checked.record.span.of(&document.source.text);
        assert!(part.contains(boat.as_str()), "{boat}: {part}");
        assert_eq!(part.matches("№").count(), 1, "one telegram: {part}");
        let volume = document.volume.as_ref().expect("a file of many");
        assert_eq!((volume.count, volume.near.len()), (3, 3));
    }
    let whole: usize = before.values().map(|it| it.checked.record.span.len()).sum();
    let text = &before.values().next().expect("a document").source.text;
    let front = text.find("№").expect("a number");
    assert_eq!(whole + front, text.len(), "nothing is lost");
    let more = ["Двина", "Ладога", "Онега", "Печора"];
    fs::write(folder.join("bulletin.txt"), bulletin(&more)).expect("written");
    assert_eq!(build(&folder)["documents"], 4);
    let after = documents(&folder, &more);
    for boat in boats {
        assert_eq!(before[boat].checked.record.id, after[boat].checked.record.id, "{boat}");
    }
}

#[test]
fn the_front_of_a_volume_is_found_in_its_first_document() {
    let (_dir, folder) = folder();
    fs::write(folder.join("bulletin.txt"), bulletin(&["Ладога", "Онега"])).expect("written");
    build(&folder);
    let found = documents(&folder, &["пароходства", "Ладога"]);
    assert_eq!(found["пароходства"].checked.record.id, found["Ладога"].checked.record.id);
}

#[test]
fn inspect_tells_how_many_documents_a_file_holds() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples/collection/2004-05-mail-strait-papers.mbox");
    let output = run("inspect", &file, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert!(words(&output).contains("3 documents in this file"), "{}", words(&output));
    let json = run("inspect", &file, &["--json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    let ids = json["records"].as_array().expect("records").iter();
    let ids: Vec<&str> = ids.filter_map(|it| it["source_id"].as_str()).collect();
    assert_eq!(ids[2], "<20040506.0805@velmar.example>");
}

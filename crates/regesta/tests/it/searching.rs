//! Searching from the command line.

use crate::{errors, folder, run, words, write_documents};

#[test]
fn a_search_prints_the_words_it_found_and_its_status_says_whether() {
    let (_dir, documents) = folder();
    write_documents(&documents, 0..12, 1);
    let found = run("search", &documents, &["지원군", "--limit", "2"]);
    assert_eq!(found.status.code(), Some(0), "{}", errors(&found));
    assert!(words(&found).contains("중국인민지원군"), "{}", words(&found));
    assert!(words(&found).contains("4 documents, the first 2 shown"), "{}", words(&found));
    let simplified = run("search", &documents, &["转告", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&simplified.stdout).expect("JSON");
    assert_eq!(json["total"], 4);
    let snippet = json["hits"][0]["snippet"].as_array().expect("fragments");
    assert!(snippet.iter().any(|it| it["matched"] == true && it["text"] == "轉告"), "{snippet:?}");
    let nothing = run("search", &documents, &["отсутствует"]);
    assert_eq!(nothing.status.code(), Some(1));
    let filtered = run("search", &documents, &["рота", "--filter", "year=1600"]);
    assert_eq!(filtered.status.code(), Some(1));
    let wrong = run("search", &documents, &["рота", "--filter", "colour=red"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(errors(&wrong).contains("correspondent"), "{}", errors(&wrong));
    let open = run("search", &documents, &["\"third company"]);
    assert_eq!(open.status.code(), Some(0));
    assert!(errors(&open).contains("not closed"), "{}", errors(&open));
}

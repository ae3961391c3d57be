//! Searches in four scripts, filters and counts.

use regesta_store::queries::search::{Facet, Order, Query, Results};

use super::{DOCUMENTS, filled};

fn query(words: &str) -> Query {
    Query { words: words.to_owned(), limit: 10, ..Query::default() }
}

fn ids(results: &Results) -> Vec<&str> {
    results.hits.iter().map(|it| it.id.as_str()).collect()
}

fn count(results: &Results, facet: Facet, value: &str) -> u64 {
    let counts = results.facets.iter().find(|(it, _)| *it == facet).map(|(_, counts)| counts);
    counts.and_then(|it| it.iter().find(|it| it.value == value)).map_or(0, |it| it.count)
}

#[tokio::test]
async fn words_are_found_in_every_script() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = filled(dir.path()).await;
    for (words, expected) in [
        ("рота", vec!["a.txt"]),
        ("еще", vec!["a.txt"]),
        ("인민군", vec!["b.txt"]),
        ("지원군", vec!["b.txt"]),
        ("人民军", vec!["c.txt"]),
        ("军", vec!["c.txt"]),
        ("軍民", vec![]),
        ("company", vec!["d.txt"]),
        ("\"third company\"", vec!["d.txt"]),
        ("\"company third\"", vec![]),
        ("company -bridge", vec![]),
        ("-рота -company", vec!["b.txt", "c.txt"]),
        ("Белкин переправа", vec!["a.txt"]),
        ("Белкин company", vec![]),
        ("ZZA Orlov", vec!["d.txt"]),
        ("", vec!["b.txt", "a.txt", "c.txt", "d.txt"]),
    ] {
        let results = store.search(&query(words)).await.expect("searched");
        assert_eq!(ids(&results), expected, "{words}");
        assert_eq!(results.total, expected.len() as u64, "{words}");
        assert_eq!(results.note, None, "{words}");
    }
}

#[tokio::test]
async fn a_filter_narrows_every_facet_but_its_own() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = filled(dir.path()).await;
    let filters = vec![(Facet::Correspondent, "Сомов".to_owned())];
    let results = store.search(&Query { filters, ..query("") }).await.expect("searched");
    assert_eq!(ids(&results), ["a.txt", "c.txt"]);
    assert_eq!(count(&results, Facet::Correspondent, "Orlov"), 1);
    assert_eq!(count(&results, Facet::Language, "en"), 0);
    assert_eq!(count(&results, Facet::Language, "ru"), 1);

    let filters = vec![
        (Facet::Correspondent, "Сомов".to_owned()),
        (Facet::Language, "en".to_owned()),
        (Facet::Language, "zh".to_owned()),
    ];
    let results = store.search(&Query { filters, ..query("") }).await.expect("searched");
    assert_eq!(ids(&results), ["c.txt"]);
    assert_eq!(count(&results, Facet::Correspondent, "Orlov"), 1);
    assert_eq!(count(&results, Facet::Language, "ru"), 1);
    assert_eq!(count(&results, Facet::Finding, "X001"), 1);
    assert_eq!(count(&results, Facet::Year, "1951"), 1);
}

#[tokio::test]
async fn counts_of_the_overview_are_those_of_a_search_for_everything() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = filled(dir.path()).await;
    let overview = store.overview().await.expect("counted");
    let results = store.search(&query("")).await.expect("searched");
    let facets = [
        (Facet::Year, &overview.years),
        (Facet::Language, &overview.languages),
        (Facet::Kind, &overview.kinds),
        (Facet::Correspondent, &overview.correspondents),
        (Facet::Archive, &overview.archives),
    ];
    for (facet, counts) in facets {
        let found = results.facets.iter().find(|(it, _)| *it == facet).map(|(_, counts)| counts);
        assert_eq!(found, Some(counts), "{facet:?}");
        assert!(!counts.is_empty(), "{facet:?}");
    }
    assert_eq!(overview.documents, DOCUMENTS.len() as u64);
    let years: Vec<(&str, u64)> =
        overview.years.iter().map(|it| (it.value.as_str(), it.count)).collect();
    assert_eq!(years, [("1950", 1), ("1951", 3)]);
}

#[tokio::test]
async fn pages_of_results_join_without_gap_or_overlap() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = filled(dir.path()).await;
    for order in [Order::Relevance, Order::Date] {
        let mut joined = Vec::new();
        for offset in 0..DOCUMENTS.len() {
            let page = Query { order, offset, limit: 1, ..query("") };
            let results = store.search(&page).await.expect("searched");
            joined.extend(results.hits.into_iter().map(|it| it.id));
        }
        assert_eq!(joined, ["b.txt", "a.txt", "c.txt", "d.txt"]);
    }
}

#[tokio::test]
async fn what_cannot_be_read_as_written_is_said() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = filled(dir.path()).await;
    let results = store.search(&query("\"third company")).await.expect("searched");
    assert_eq!(ids(&results), ["d.txt"]);
    assert!(results.note.is_some());
    for odd in ["\"\"", "(", "a AND (", "*", "-", "--", "field:", "\\", "«", "-\"", "\u{0}"] {
        store.search(&query(odd)).await.expect("never an error");
    }
}

//! No page is heavy, whatever the collection holds.

use std::sync::Arc;

use axum::{body::to_bytes, response::Response};
use regesta_model::{Basis, Finding, Severity};
use regesta_store::queries::{
    findings::{Queue, QueuedFinding, Quotation},
    overview::{Count, Overview, RuleCount},
    search::{Facet, Fragment, Hit, Results},
};

use super::{findings, home, search};
use crate::Collection;

/// What the interface promises of every page.
const HEAVIEST: usize = 150_000;

fn hostile(characters: usize) -> String {
    "<Я中&".chars().cycle().take(characters).collect()
}

fn counts(number: u64) -> Vec<Count> {
    let count =
        |at| Count { value: format!("{at}{}", hostile(300)), label: hostile(300), count: at };
    (0..number).map(count).collect()
}

async fn body(response: Response) -> String {
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    assert!(bytes.len() < HEAVIEST, "weighs {}", bytes.len());
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test]
async fn the_first_page_bounds_what_it_counts() {
    let year = |at: i64| Count { value: at.to_string(), label: at.to_string(), count: 3 };
    let overview = Overview {
        documents: 9_000,
        sources: 9_000,
        unread: (0..900).map(|_| (hostile(900), hostile(900))).collect(),
        years: (1000..1960).map(year).collect(),
        languages: counts(900),
        kinds: counts(900),
        correspondents: counts(9_000),
        archives: counts(900),
        rules: Vec::new(),
    };
    let page = body(home::page(&Arc::default(), &overview)).await;
    assert!(page.contains("1950s: 30 documents"), "years are gathered into decades");
}

#[tokio::test]
async fn the_catalogue_bounds_what_it_lists() {
    let hit = |_| Hit {
        id: hostile(40),
        title: hostile(9_000),
        date: Some(hostile(9_000)),
        kind: Some("telegram".to_owned()),
        languages: vec!["ru".to_owned()],
        senders: vec![hostile(9_000); 40],
        recipients: vec![hostile(9_000); 40],
        references: vec![hostile(9_000); 40],
        snippet: vec![Fragment { text: hostile(9_000), matched: true }; 40],
        findings: vec![(Severity::Error, 3)],
    };
    let results = Results {
        total: 9_000,
        hits: (0..search::PAGE).map(hit).collect(),
        facets: Facet::ALL.iter().map(|it| (*it, counts(9_000))).collect(),
        note: None,
    };
    let pairs = [("q".to_owned(), hostile(9_000)), ("year".to_owned(), "1951".to_owned())];
    let asked = search::Asked::read(&pairs);
    let page = body(search::page(&Arc::default(), &asked, &results, None)).await;
    assert_eq!(page.matches("data-step").count(), search::PAGE);
}

#[tokio::test]
async fn the_queue_bounds_what_it_quotes() {
    let quotation = Quotation {
        before: hostile(120),
        words: hostile(9_000),
        after: hostile(120),
        note: hostile(9_000),
        language: "ru".to_owned(),
    };
    let queued = |number| QueuedFinding {
        document: Some("d".to_owned()),
        title: hostile(9_000),
        number,
        finding: Finding {
            code: "Q401".to_owned(),
            name: "translation-number-mismatch".to_owned(),
            severity: Severity::Error,
            basis: Basis::Text,
            message: hostile(9_000),
            labels: Vec::new(),
            fix: Some(hostile(9_000)),
        },
        quotations: vec![quotation.clone(); 40],
    };
    let rule = RuleCount {
        code: "Q401".to_owned(),
        name: "translation-number-mismatch".to_owned(),
        severity: Severity::Error,
        findings: 900,
        documents: 900,
    };
    let queue = Queue {
        rules: vec![rule; 110],
        total: 900,
        findings: (1..=findings::PAGE).map(queued).collect(),
    };
    let collection = Arc::new(Collection::default());
    let page = body(findings::page(&collection, &queue, Some("Q401"), 1)).await;
    assert_eq!(page.matches("data-step").count(), findings::PAGE);
    assert!(page.contains("/document/d?finding=20#finding-20"));
}

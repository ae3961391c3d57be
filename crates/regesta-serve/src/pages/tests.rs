//! No page is heavy, whatever the collection holds.

use std::sync::Arc;

use axum::{body::to_bytes, response::Response};
use regesta_model::EntityKind;
use regesta_model::{Basis, Finding, Severity};
use regesta_relate::{
    Graph, Handle, Held, Link, Mention, Part, Relation, Sought,
    unify::{FormUse, NameForm, Named},
};
use regesta_store::queries::{
    correspondence::{Neighbour, Neighbourhood},
    findings::{Queue, QueuedFinding, Quotation},
    names::{Appearance, Appearances, Names},
    overview::{Count, Overview, RuleCount},
    search::{Facet, Fragment, Hit, Results},
};

use super::{
    correspondence::{self, List},
    findings, home, person, persons, search,
};
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

fn names(number: usize) -> Names {
    let form = |at: usize| NameForm {
        of: FormUse {
            form: format!("{at}{}", hostile(300)),
            kind: String::new(),
            documents: [(Part::Sender, 3)].into(),
        },
        rule: Some("surname".to_owned()),
        joined_to: Some(hostile(300)),
    };
    let named = |at| Named { kind: EntityKind::Person, forms: (at..at + 30).map(form).collect() };
    let documents = vec![Appearances { all: 3, sent: 3, received: 1, mentioned: 1 }; number];
    Names { all: (0..number).map(named).collect(), documents, ..Names::default() }
}

/// Documents that each answer the next, cite one that is not held, and ask for something.
fn correspondence_of(number: usize) -> Neighbourhood {
    let handle = |at: usize| Handle {
        communication: "c1".to_owned(),
        kind: regesta_model::CommunicationKind::Letter,
        is_enclosed: false,
        senders: vec![vec![format!("{at}{}", hostile(300))]],
        recipients: vec![vec![format!("{}{}", at + 1, hostile(300))]],
        numbers: Vec::new(),
        dates: vec![(regesta_model::EventKind::Drafted, "1951-05-05".to_owned())],
        keys: vec![format!("reference {at}")],
    };
    let mention = Mention {
        words: hostile(9_000),
        language: "ru".to_owned(),
        span: regesta_model::Span::default(),
    };
    let link = |at: usize| Link {
        communication: Some("c1".to_owned()),
        relation: Relation::Answers,
        kind: "letter".to_owned(),
        number: None,
        date: None,
        reference: Some(at.to_string()),
        senders: vec![vec![hostile(300)]],
        recipients: vec![vec![hostile(300)]],
        not_after: None,
        mentions: vec![mention.clone(); 9],
        keys: vec![format!("reference {at}")],
    };
    let asked = |document: usize| {
        let it = regesta_relate::Asked {
            id: "q1".to_owned(),
            act: regesta_model::RequestAct::Reply,
            is_order: false,
            addressee: Some(hostile(300)),
            communication: Some("c1".to_owned()),
            enclosing: Vec::new(),
            answered_by: None,
            language: "ru".to_owned(),
            words: hostile(9_000),
            span: regesta_model::Span::default(),
        };
        (document, it)
    };
    let neighbour = |at: usize| Neighbour {
        id: format!("{at}{}", hostile(40)),
        title: hostile(9_000),
        day: 1,
        date: Some(hostile(900)),
    };
    let held = (0..number).map(|document| Held { document, handle: handle(document) }).collect();
    let to_next = |document: usize| Sought { document, link: link(document + 1) };
    let to_nowhere = |document: usize| Sought { document, link: link(document + 100_000) };
    let sought = (0..number).flat_map(|it| [to_next(it), to_nowhere(it)]).collect();
    Neighbourhood {
        documents: (0..number).map(neighbour).collect(),
        graph: Graph::new(held, sought),
        requests: (0..number).map(asked).collect(),
    }
}

#[tokio::test]
async fn the_lists_of_the_correspondence_bound_what_they_quote() {
    let (all, names) = (correspondence_of(200), names(200));
    for list in ["", "cited", "open-requests", "requests", "pairs"] {
        let named = List::named(list).expect(list);
        let page = body(correspondence::page(&Arc::default(), &all, &names, named, 1)).await;
        assert!(page.contains("aria-current=\"page\""), "{list}");
        assert!(page.contains("page 1 of") || list == "open-requests", "{list} goes on");
        assert!(!page.contains("<Я"), "{list} escapes what documents say");
    }
    assert!(List::named("nothing-of-the-kind").is_none());
    let stub = correspondence::stub(&Arc::default(), &all, "letter-100003").expect("cited");
    assert!(body(stub).await.contains("not held"));
    assert!(correspondence::stub(&Arc::default(), &all, "letter-3").is_none(), "it is held");
}

#[tokio::test]
async fn the_pages_of_names_bound_what_they_list() {
    let names = names(300);
    let page = body(persons::page(&Arc::default(), &names, persons::Sort::Persons, 2)).await;
    assert!(page.contains("page 2 of 5"));
    let all = correspondence_of(300);
    let appearance = |it: &Neighbour| Appearance {
        document: it.clone(),
        parts: vec![Part::Sender],
        forms: vec![hostile(300); 9],
    };
    let documents: Vec<Appearance> = all.documents.iter().map(appearance).collect();
    let page = body(person::page(&Arc::default(), &names.all[0], &documents, 1)).await;
    assert!(page.contains("the surname alone"));
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
    let page = body(home::page(&Arc::default(), &overview, &names(900))).await;
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

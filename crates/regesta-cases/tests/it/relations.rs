//! Holds what the sample collection's documents have to do with each other against what was written into them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use regesta_model::Evidence;
use regesta_relate::{
    Correspondence, Graph, Held, Sought, Twin,
    unify::{self, FormUse},
};

use super::examples::{evidence, examples};

/// Rows of a table of the examples, without its header.
fn rows(name: &str) -> BTreeSet<Vec<String>> {
    let text = fs::read_to_string(examples().join(name)).expect("a table of the examples");
    let rows = text.lines().filter(|it| !it.starts_with('#')).skip(1);
    rows.map(|it| it.split('\t').map(str::to_owned).collect()).collect()
}

/// Each document of the collection: its file and what it gives.
fn collection() -> Vec<(String, Correspondence)> {
    let read = |it: Evidence| {
        let its = it.records.iter().map(|of| regesta_relate::read(&it.source.text, &of.record));
        its.map(|its| (it.source.name.clone(), its)).collect::<Vec<_>>()
    };
    evidence().into_iter().flat_map(read).collect()
}

#[test]
fn replies_find_their_requests_and_what_is_not_held_is_said() {
    let all = collection();
    let (mut held, mut sought) = (Vec::new(), Vec::new());
    for (document, (_, its)) in all.iter().enumerate() {
        held.extend(its.handles.iter().cloned().map(|handle| Held { document, handle }));
        sought.extend(its.links.iter().cloned().map(|link| Sought { document, link }));
    }
    let graph = Graph::new(held, sought);
    let name = |document: usize| all[document].0.clone();
    let mut found = BTreeSet::new();
    for (it, to) in graph.sought.iter().zip(&graph.resolved) {
        for held in to.found.iter().map(|at| &graph.held[*at]) {
            let rule = to.rule.expect("what is found has its rule").code().to_owned();
            found.insert(vec![name(it.document), name(held.document), rule]);
        }
    }
    assert_eq!(found, rows("replies.tsv"), "replies and requests");
    let mut unheld = BTreeSet::new();
    for stub in &graph.stubs {
        let by = stub.cited_by.iter().map(|at| name(graph.sought[*at].document));
        unheld.extend(by.map(|it| vec![it, stub.link.slug()]));
    }
    assert_eq!(unheld, rows("unheld.tsv"), "cited and not held");
}

#[test]
fn one_person_under_several_spellings_is_one() {
    let all = collection();
    let mut uses: BTreeMap<String, FormUse> = BTreeMap::new();
    let mut twins: Vec<Twin> = Vec::new();
    for (_, its) in &all {
        for it in &its.namings {
            let known = uses.entry(it.form.clone()).or_default();
            known.form.clone_from(&it.form);
            *known.documents.entry(it.part).or_default() += 1;
        }
        twins.extend(its.twins.iter().cloned());
    }
    let uses: Vec<FormUse> = uses.into_values().collect();
    let named = unify::unify(&uses, &twins, &[]);
    let mut groups: BTreeMap<usize, String> = BTreeMap::new();
    for row in rows("persons.tsv") {
        let [person, forms] = row.as_slice() else { panic!("{row:?}") };
        let place = |form: &str| {
            let holds = |it: &unify::Named| it.forms.iter().any(|it| it.of.form == form);
            named.iter().position(holds).unwrap_or_else(|| panic!("nobody is named {form}"))
        };
        let places: BTreeSet<usize> = forms.split('|').map(place).collect();
        assert_eq!(places.len(), 1, "{person} is one: {forms}");
        for it in places {
            let other = groups.insert(it, person.clone());
            assert_eq!(other, None, "{person} is somebody else");
        }
    }
}

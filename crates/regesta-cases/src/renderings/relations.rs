//! What the documents of a case have to do with each other: `reply.txt c1 answers request.txt c1 by number-and-date "words"`.

use std::collections::BTreeMap;

use regesta_relate::{
    Correspondence, Graph, Held, Link, Part, Sought, Status, Twin, decisions,
    unify::{self, FormUse, Named},
};

use crate::{Case, evidence};

/// A document of a case: its name and what it gives.
type Document = (String, Correspondence);

/// Reads each document of a case: a block that names its file begins one, blocks without a name go on with it.
fn documents(case: &Case) -> Result<Vec<Document>, String> {
    let mut parts: Vec<Case> = Vec::new();
    for input in case.inputs.iter().filter(|it| it.name.as_deref() != Some(DECISIONS)) {
        match parts.last_mut() {
            Some(part) if input.name.is_none() => part.inputs.push(input.clone()),
            _ => parts.push(Case { inputs: vec![input.clone()], ..Case::default() }),
        }
    }
    let mut res = Vec::new();
    for part in parts {
        let evidence = evidence(&part)?;
        for it in &evidence.records {
            let its = regesta_relate::read(&evidence.source.text, &it.record);
            res.push((evidence.source.name.clone(), its));
        }
    }
    Ok(res)
}

/// Name of the block that holds an editor's decisions.
const DECISIONS: &str = "names.toml";

/// Shows what answers and cites what, what is cited and not held, and what became of each request.
///
/// # Errors
/// Says which block cannot be read.
pub fn graph(case: &Case) -> Result<String, String> {
    let documents = documents(case)?;
    let (mut held, mut sought) = (Vec::new(), Vec::new());
    for (document, (_, its)) in documents.iter().enumerate() {
        held.extend(its.handles.iter().cloned().map(|handle| Held { document, handle }));
        sought.extend(its.links.iter().cloned().map(|link| Sought { document, link }));
    }
    let graph = Graph::new(held, sought);
    let name = |at: usize| documents.get(at).map_or("", |it| it.0.as_str());
    let mut res = String::new();
    for (it, to) in graph.sought.iter().zip(&graph.resolved) {
        let found = to.found.iter().filter_map(|at| graph.held.get(*at));
        let found: Vec<String> =
            found.map(|it| format!("{} {}", name(it.document), it.handle.communication)).collect();
        let Some(rule) = to.rule else { continue };
        let line = format!("{} by {}", found.join(" or "), rule.code());
        res += &format!("{} {line} {}\n", speaks(name(it.document), &it.link), words(&it.link));
    }
    for stub in &graph.stubs {
        let sought = stub.cited_by.iter().filter_map(|at| graph.sought.get(*at));
        let by: Vec<String> = sought
            .map(|it| format!("\n  {} {}", speaks(name(it.document), &it.link), words(&it.link)))
            .collect();
        res += &format!("not held: {}{}{}\n", stub.link.slug(), parties(&stub.link), by.concat());
    }
    for (document, (_, its)) in documents.iter().enumerate() {
        for it in &its.requests {
            let status = graph.status(document, it);
            let by = |links: &[usize]| -> String {
                let names = links.iter().filter_map(|at| graph.sought.get(*at));
                names.map(|it| format!(" by {}", name(it.document))).collect()
            };
            let by = match &status {
                Status::Answered(links) | Status::PassedOn(links) => by(links),
                _ => String::new(),
            };
            res += &format!(
                "request {} {} {}{by} {:?}\n",
                name(document),
                it.id,
                status.code(),
                it.words
            );
        }
    }
    Ok(res)
}

fn speaks(document: &str, link: &Link) -> String {
    format!("{document} {} {}", link.communication.as_deref().unwrap_or("-"), link.relation.code())
}

fn words(link: &Link) -> String {
    link.mentions.iter().map(|it| format!("{:?}", it.words)).collect::<Vec<_>>().join(" + ")
}

fn parties(link: &Link) -> String {
    let names = |what: &str, parties: &[Vec<String>]| -> String {
        let first = parties.iter().filter_map(|it| it.first());
        first.map(|it| format!(" {what} {it}")).collect()
    };
    format!("{}{}", names("from", &link.senders), names("to", &link.recipients))
}

/// Shows who is who in the documents of a case, an editor's decisions obeyed.
///
/// # Errors
/// Says what the decisions ask that cannot be obeyed.
pub fn names(case: &Case) -> Result<String, String> {
    let documents = documents(case)?;
    let file = case.inputs.iter().find(|it| it.name.as_deref() == Some(DECISIONS));
    let decisions = match decisions::read(file.map_or("", |it| it.words.as_str())) {
        Ok(decisions) => decisions,
        Err(fault) => return Ok(format!("{DECISIONS} {fault}\n")),
    };
    let mut uses: BTreeMap<String, FormUse> = BTreeMap::new();
    let mut twins: Vec<Twin> = Vec::new();
    for (_, its) in &documents {
        for it in &its.namings {
            let known = uses.entry(it.form.clone()).or_default();
            known.form.clone_from(&it.form);
            known.kind = known.kind.clone().max(it.kind.clone());
            *known.documents.entry(it.part).or_default() += 1;
        }
        twins.extend(its.twins.iter().cloned());
    }
    twins.sort_unstable();
    twins.dedup();
    let uses: Vec<FormUse> = uses.into_values().collect();
    let mut res: String = unify::unify(&uses, &twins, &decisions).iter().map(named).collect();
    for (line, form) in unify::unknown(&uses, &decisions) {
        res += &format!("{DECISIONS} line {line}: no document names {form:?}\n");
    }
    Ok(res)
}

fn named(it: &Named) -> String {
    let count = |part: Part| -> u64 {
        it.forms.iter().filter_map(|it| it.of.documents.get(&part)).copied().max().unwrap_or(0)
    };
    let counts: Vec<String> = Part::ALL
        .into_iter()
        .filter(|part| count(*part) > 0)
        .map(|part| format!("{} in {}", part.code(), count(part)))
        .collect();
    let forms = it.forms.iter().skip(1).map(|it| {
        let rule = it.rule.as_deref().unwrap_or("held together");
        format!("\n  {} by {rule}", it.of.form)
    });
    format!("{} {}, {}{}\n", it.kind, it.name(), counts.join(", "), forms.collect::<String>())
}

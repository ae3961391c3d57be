//! Unifies the names of a collection: one entry for each person or organisation, every form with the rule that put it there.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use regesta_lang::names::{self, Form};
use regesta_model::{EntityKind, Script};

use crate::{
    decisions::{Decision, Verdict},
    groups::Groups,
    meeting::{is_person, is_title_alone, without_office},
    naming::{Part, Twin},
};

/// The rule of a form that an editor's decision put where it is.
pub const DECIDED: &str = "editor";

/// How a form of a name is used in the collection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormUse {
    /// The form.
    pub form: String,
    /// What the records say it names, by code; empty where none says.
    pub kind: String,
    /// In how many documents, by part.
    pub documents: BTreeMap<Part, u64>,
}

impl FormUse {
    fn weight(&self) -> u64 {
        self.documents.values().sum()
    }
}

/// A form of a name that is somebody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameForm {
    /// The form and its use.
    pub of: FormUse,
    /// The rule that joined it to the forms before it; `None` for the form that is shown.
    pub rule: Option<String>,
    /// The form it was joined to.
    pub joined_to: Option<String>,
}

/// A person or an organisation with every form of its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What it is.
    pub kind: EntityKind,
    /// Every form, the one to show first, then in the order in which they were joined.
    pub forms: Vec<NameForm>,
}

impl Named {
    /// The form to show.
    pub fn name(&self) -> &str {
        self.forms.first().map_or("", |it| it.of.form.as_str())
    }

    fn weight(&self) -> u64 {
        self.forms.iter().map(|it| it.of.weight()).sum()
    }
}

/// What joins two forms.
#[derive(Clone, Debug)]
struct Edge {
    one: usize,
    other: usize,
    rule: String,
}

/// Unifies names, the most frequent first. `uses` hold each form once; the answer does not depend on their order.
pub fn unify(uses: &[FormUse], twins: &[Twin], decisions: &[Decision]) -> Vec<Named> {
    let mut uses: Vec<&FormUse> = uses.iter().collect();
    uses.sort_unstable_by(|one, other| one.form.cmp(&other.form));
    let at: HashMap<&str, usize> =
        uses.iter().enumerate().map(|(at, it)| (it.form.as_str(), at)).collect();
    let mut edges = by_form(&uses);
    let mut groups = Groups::new(uses.len());
    for it in &edges {
        groups.join(it.one, it.other);
    }
    for twin in twins {
        let places = at.get(twin.one.as_str()).zip(at.get(twin.other.as_str()));
        let Some((one, other)) = places.map(|(one, other)| (*one, *other)) else { continue };
        if groups.of(one) != groups.of(other) && groups.agree(one, other, &uses) {
            groups.join(one, other);
            edges.push(Edge { one, other, rule: twin.rule.clone() });
        }
    }
    for it in decisions.iter().filter(|it| it.verdict == Verdict::Same) {
        let mut places = it.forms.iter().filter_map(|it| at.get(it.as_str()).copied());
        let Some(first) = places.next() else { continue };
        for other in places {
            groups.join(first, other);
            edges.push(Edge { one: first, other, rule: DECIDED.to_owned() });
        }
    }
    let near = neighbours(uses.len(), &edges);
    let mut sets = groups.sets();
    for it in decisions.iter().filter(|it| it.verdict == Verdict::Apart) {
        let seeds: Vec<usize> =
            it.forms.iter().filter_map(|it| at.get(it.as_str()).copied()).collect();
        sets = sets.into_iter().flat_map(|set| parted(set, &seeds, &near, &edges)).collect();
    }
    let mut res: Vec<Named> = sets.iter().map(|set| named(set, &uses, &near, &edges)).collect();
    res.sort_by(|one, other| {
        other.weight().cmp(&one.weight()).then_with(|| one.name().cmp(other.name()))
    });
    res
}

/// Returns the forms of decisions that the collection does not name, each with the line of its decision.
pub fn unknown(uses: &[FormUse], decisions: &[Decision]) -> Vec<(usize, String)> {
    let known: HashSet<&str> = uses.iter().map(|it| it.form.as_str()).collect();
    let missing = |it: &Decision| {
        let line = it.line;
        let forms = it.forms.iter().filter(|it| !known.contains(it.as_str())).cloned();
        forms.map(move |form| (line, form)).collect::<Vec<_>>()
    };
    decisions.iter().flat_map(missing).collect()
}

/// What the forms alone say, an office before a Korean name left away.
fn by_form(uses: &[&FormUse]) -> Vec<Edge> {
    let bare: Vec<&str> =
        uses.iter().map(|it| without_office(&it.form).unwrap_or(&it.form)).collect();
    let members = names::group(&bare).into_iter().enumerate();
    let edge = |(at, it): (usize, names::Membership)| {
        (it.group != at).then(|| Edge {
            one: it.group,
            other: at,
            rule: it.rule.unwrap_or_else(|| "same-name".to_owned()),
        })
    };
    members.filter_map(edge).collect()
}

/// For each form the edges that meet in it, decisions first.
fn neighbours(forms: usize, edges: &[Edge]) -> Vec<Vec<usize>> {
    let mut res: Vec<Vec<usize>> = vec![Vec::new(); forms];
    let decided = edges.iter().enumerate().filter(|(_, it)| it.rule == DECIDED);
    let others = edges.iter().enumerate().filter(|(_, it)| it.rule != DECIDED);
    for (at, it) in decided.chain(others) {
        for end in [it.one, it.other] {
            if let Some(near) = res.get_mut(end) {
                near.push(at);
            }
        }
    }
    res
}

/// A form that a walk reached.
#[derive(Clone, Copy, Debug)]
struct Step {
    form: usize,
    /// The seed it was reached from.
    seed: usize,
    /// The edge that led to it and the form it came from; `None` for a seed.
    through: Option<(usize, usize)>,
}

/// Walks from the seeds along the edges, those of decisions before the others; returns the forms in the order in which they were reached.
fn walk(seeds: &[usize], set: &[usize], near: &[Vec<usize>], edges: &[Edge]) -> Vec<Step> {
    let inside: HashSet<usize> = set.iter().copied().collect();
    let mut seen: HashSet<usize> = seeds.iter().copied().collect();
    let mut res = Vec::new();
    let mut queue: VecDeque<Step> =
        seeds.iter().map(|it| Step { form: *it, seed: *it, through: None }).collect();
    while let Some(step) = queue.pop_front() {
        res.push(step);
        for at in near.get(step.form).into_iter().flatten() {
            let Some(edge) = edges.get(*at) else { continue };
            let other = if edge.one == step.form { edge.other } else { edge.one };
            if !inside.contains(&other) || !seen.insert(other) {
                continue;
            }
            let next = Step { form: other, seed: step.seed, through: Some((*at, step.form)) };
            if edge.rule == DECIDED { queue.push_front(next) } else { queue.push_back(next) }
        }
    }
    res
}

/// Parts a set in which forms stand that are to be held apart: every other form goes with the one it is nearest to.
fn parted(
    set: Vec<usize>,
    seeds: &[usize],
    near: &[Vec<usize>],
    edges: &[Edge],
) -> Vec<Vec<usize>> {
    let here: Vec<usize> = seeds.iter().copied().filter(|it| set.contains(it)).collect();
    if here.len() < 2 {
        return vec![set];
    }
    let mut res: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for it in walk(&here, &set, near, edges) {
        res.entry(it.seed).or_default().push(it.form);
    }
    res.into_values()
        .map(|mut it| {
            it.sort_unstable();
            it
        })
        .collect()
}

/// The entry of a set of forms.
fn named(set: &[usize], uses: &[&FormUse], near: &[Vec<usize>], edges: &[Edge]) -> Named {
    let shown = set.iter().copied().max_by_key(|at| uses.get(*at).map(|it| standing(it)));
    let reached = walk(shown.as_slice(), set, near, edges);
    let mut forms: Vec<NameForm> = Vec::with_capacity(set.len());
    let mut add = |at: usize, through: Option<(usize, usize)>| {
        let Some(of) = uses.get(at) else { return };
        forms.push(NameForm {
            of: (*of).clone(),
            rule: through.and_then(|(edge, _)| Some(edges.get(edge)?.rule.clone())),
            joined_to: through.and_then(|(_, from)| Some(uses.get(from)?.form.clone())),
        });
    };
    for it in &reached {
        add(it.form, it.through);
    }
    // What was held together only by a form that went elsewhere stays, without a rule.
    for at in set.iter().filter(|at| !reached.iter().any(|it| it.form == **at)) {
        add(*at, None);
    }
    explain(&mut forms);
    Named { kind: kind(&forms), forms }
}

/// A form that a rule joins to the one that is shown says so, whatever other form it was joined to first.
fn explain(forms: &mut [NameForm]) {
    const EXPLAINED: usize = 48;
    let Some((shown, others)) = forms.split_first_mut() else { return };
    for it in others.iter_mut().take(EXPLAINED) {
        let is_decided = it.rule.as_deref() == Some(DECIDED);
        let bare = without_office(&it.of.form).unwrap_or(&it.of.form);
        let direct = names::same(&shown.of.form, bare).filter(|_| !is_decided);
        if let Some(link) = direct {
            it.rule = Some(link.rule);
            it.joined_to = Some(shown.of.form.clone());
        }
    }
}

/// How well a form stands for all: in Latin letters, without title, set in small letters, used often, long.
fn standing(it: &FormUse) -> (bool, bool, u64, usize, std::cmp::Reverse<&str>) {
    let form = Form::read(&it.form);
    let plain = form.titles.is_empty()
        && form.gloss.is_none()
        && (it.form.chars().any(char::is_lowercase) || !it.form.chars().any(char::is_uppercase));
    let length = it.form.chars().count();
    (form.script == Script::Latin, plain, it.weight(), length, std::cmp::Reverse(&it.form))
}

/// What the records say, else what the forms look like.
fn kind(forms: &[NameForm]) -> EntityKind {
    let said = |kind: EntityKind| forms.iter().any(|it| it.of.kind == kind.code());
    let looks = |it: &NameForm| {
        let bare = without_office(&it.of.form).unwrap_or(&it.of.form);
        is_person(&Form::read(bare))
    };
    match () {
        () if said(EntityKind::Person) => EntityKind::Person,
        () if said(EntityKind::Organisation) => EntityKind::Organisation,
        () if forms.iter().any(looks) => EntityKind::Person,
        () if forms.iter().all(|it| is_title_alone(&Form::read(&it.of.form))) => EntityKind::Role,
        () => EntityKind::Organisation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(forms: &[(&str, u64)]) -> Vec<FormUse> {
        let one = |(form, count): &(&str, u64)| FormUse {
            form: (*form).to_owned(),
            kind: String::new(),
            documents: BTreeMap::from([(Part::Sender, *count)]),
        };
        forms.iter().map(one).collect()
    }

    fn shown(named: &[Named]) -> Vec<String> {
        let forms = |it: &Named| {
            let form = |it: &NameForm| match &it.rule {
                Some(rule) => format!("{} ({rule})", it.of.form),
                None => it.of.form.clone(),
            };
            it.forms.iter().map(form).collect::<Vec<_>>().join(" + ")
        };
        named.iter().map(forms).collect()
    }

    fn decided(verdict: Verdict, forms: &[&str]) -> Decision {
        let forms = forms.iter().map(|it| (*it).to_owned()).collect();
        Decision { verdict, forms, who: None, when: None, why: None, line: 1 }
    }

    #[test]
    fn spellings_are_one_and_every_form_names_its_rule() {
        let uses = uses(&[("ВЕРЕНИН", 3), ("Посол А. Веренин", 1), ("Verenin", 2), ("Лугов", 1)]);
        let named = unify(&uses, &[], &[]);
        assert_eq!(named.len(), 2, "{:?}", shown(&named));
        assert_eq!(named[0].name(), "Verenin");
        assert!(named[0].forms.iter().skip(1).all(|it| it.rule.is_some()), "{:?}", shown(&named));
        let mut turned = uses.clone();
        turned.reverse();
        assert_eq!(unify(&turned, &[], &[]), named);
    }

    #[test]
    fn an_editor_is_obeyed() {
        let uses = uses(&[("Verenin", 2), ("Веренин", 2), ("Filin", 1), ("外交部", 1)]);
        let same = [decided(Verdict::Same, &["Filin", "Веренин"])];
        let all = unify(&uses, &[], &same);
        assert_eq!(all.len(), 2, "{:?}", shown(&all));
        assert!(all[0].forms.iter().any(|it| it.rule.as_deref() == Some(DECIDED)));
        let apart = [decided(Verdict::Apart, &["Verenin", "Веренин"])];
        assert_eq!(unify(&uses, &[], &apart).len(), 4);
        let missing = unknown(&uses, &[decided(Verdict::Same, &["Filin", "Nobody"])]);
        assert_eq!(missing, [(1, "Nobody".to_owned())]);
    }

    #[test]
    fn twins_join_what_nothing_else_joins_but_not_two_of_one_script() {
        let uses = uses(&[("Office of Ships", 1), ("船务局", 1), ("船舶司", 1), ("Consul", 1)]);
        let twin = |one: &str, other: &str| Twin {
            one: one.to_owned(),
            other: other.to_owned(),
            rule: "same-party".to_owned(),
        };
        let twins = [
            twin("Office of Ships", "船务局"),
            twin("Office of Ships", "船舶司"),
            twin("Consul", "船舶司"),
        ];
        assert_eq!(unify(&uses, &twins, &[]).len(), 3);
    }
}

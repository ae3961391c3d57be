//! Groups the forms of a list by person: strong links first, weak ones only where they are each other's only candidate.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::blocks::candidates;
use super::linking::{Strength, differ, link};
use super::person::Person;
use super::{Key, Tradition};

/// What group a form belongs to, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The group: the place in the list of its first form.
    pub group: usize,
    /// Every key of the form.
    pub keys: Vec<Key>,
    /// The rule that linked the form to its group; `None` for a group's first form.
    pub rule: Option<String>,
}

/// In a list longer than this chance makes as many weak links as truth does, and none is made.
const LONG: usize = 3_000;
/// Members of a group beyond this many are not asked whether they agree with another group's.
const ASKED: usize = 24;
/// Rounds in which links of one strength are looked at again after others were made.
const ROUNDS: usize = 4;

/// Groups forms; near-linear in their number. The answer is in the input's order.
pub fn group(forms: &[&str]) -> Vec<Membership> {
    let distinct = Distinct::of(forms);
    let mut partition = Partition::new(&distinct.persons);
    let edges = edges(&distinct.persons);
    let chance_makes = |it: Strength| {
        distinct.persons.len() > LONG
            && matches!(it, Strength::Loose | Strength::Slip | Strength::Surname)
    };
    for strength in Strength::FROM_STRONGEST.into_iter().filter(|it| !chance_makes(*it)) {
        let of_strength: Vec<&Edge> = edges
            .iter()
            .filter(|it| {
                it.strength == strength
                    && (it.rule != "place-exonym" || distinct.persons.len() <= LONG)
            })
            .collect();
        for _ in 0..ROUNDS {
            if !partition.join(&of_strength) {
                break;
            }
        }
    }
    memberships(&distinct, &partition, &edges)
}

/// The persons of a list, each spelling once, in the order of their spellings, and which of them each form is.
struct Distinct {
    persons: Vec<Person>,
    of_form: Vec<usize>,
}

impl Distinct {
    /// Forms of one syllable are never taken for one another, however alike.
    fn of(forms: &[&str]) -> Distinct {
        let mut written: Vec<&str> = forms.to_vec();
        written.sort_unstable();
        written.dedup();
        let persons: Vec<Person> = written.iter().map(|it| Person::new(it)).collect();
        let mut order: Vec<(&str, usize)> = Vec::new();
        let at: HashMap<&str, usize> =
            written.iter().enumerate().map(|(at, it)| (*it, at)).collect();
        for (place, form) in forms.iter().enumerate() {
            let one_syllable = at.get(form).and_then(|it| persons.get(*it)).is_none_or(|it| {
                it.is_one_syllable && it.gloss.is_none() || it.spelling.is_empty()
            });
            order.push((form, if one_syllable { place + 1 } else { 0 }));
        }
        let mut slots = order.clone();
        slots.sort_unstable();
        slots.dedup();
        let slot: HashMap<(&str, usize), usize> =
            slots.iter().enumerate().map(|(at, it)| (*it, at)).collect();
        let persons = slots
            .iter()
            .filter_map(|(form, _)| at.get(form).and_then(|it| persons.get(*it)).cloned())
            .collect();
        Distinct { persons, of_form: order.iter().filter_map(|it| slot.get(it).copied()).collect() }
    }
}

/// A link between two persons of the list.
struct Edge {
    left: usize,
    right: usize,
    strength: Strength,
    rule: String,
}

/// Every link between two forms that share a block, the same for every order of the input.
fn edges(persons: &[Person]) -> Vec<Edge> {
    let linked = |(left, right): (usize, usize)| {
        let (strength, rule) = link(persons.get(left)?, persons.get(right)?)?;
        Some(Edge { left, right, strength, rule })
    };
    candidates(persons).into_iter().filter_map(linked).collect()
}

/// The groups as they grow.
struct Partition<'a> {
    persons: &'a [Person],
    group_of: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl<'a> Partition<'a> {
    fn new(persons: &'a [Person]) -> Partition<'a> {
        let members = (0..persons.len()).map(|it| vec![it]).collect();
        Partition { persons, group_of: (0..persons.len()).collect(), members }
    }

    fn group(&self, person: usize) -> usize {
        self.group_of.get(person).copied().unwrap_or(person)
    }

    /// Joins the groups that these links join unambiguously; says whether any were.
    fn join(&mut self, edges: &[&Edge]) -> bool {
        let mut near: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for edge in edges {
            let (left, right) = (self.group(edge.left), self.group(edge.right));
            if left != right && self.agree(left, right) {
                near.entry(left).or_default().insert(right);
                near.entry(right).or_default().insert(left);
            }
        }
        let only = |one: usize, other: usize| {
            near.get(&one)
                .is_none_or(|all| all.iter().all(|it| *it == other || self.agree(*it, other)))
        };
        let pairs = near
            .iter()
            .flat_map(|(one, all)| all.iter().map(|it| (*one, *it)))
            .filter(|(one, other)| one < other);
        let sure: Vec<(usize, usize)> =
            pairs.filter(|(one, other)| only(*one, *other) && only(*other, *one)).collect();
        let mut joined = false;
        for (one, other) in sure {
            let (one, other) = (self.group(one), self.group(other));
            if one != other && self.agree(one, other) {
                self.merge(one, other);
                joined = true;
            }
        }
        joined
    }

    /// Whether nothing speaks against two groups being one person.
    fn agree(&self, one: usize, other: usize) -> bool {
        let asked = |group: usize| {
            self.members
                .get(group)
                .into_iter()
                .flatten()
                .take(ASKED)
                .filter_map(|it| self.persons.get(*it))
        };
        asked(one).all(|left| asked(other).all(|right| !differ(left, right)))
    }

    fn merge(&mut self, one: usize, other: usize) {
        let size = |it: usize| self.members.get(it).map_or(0, Vec::len);
        let (kept, gone) =
            if (size(one), other) >= (size(other), one) { (one, other) } else { (other, one) };
        let moved = self.members.get_mut(gone).map(std::mem::take).unwrap_or_default();
        for member in &moved {
            if let Some(group) = self.group_of.get_mut(*member) {
                *group = kept;
            }
        }
        if let Some(members) = self.members.get_mut(kept) {
            members.extend(moved);
        }
    }
}

/// Says of each form what group it is in and which link put it there.
fn memberships(distinct: &Distinct, partition: &Partition, edges: &[Edge]) -> Vec<Membership> {
    let mut first: HashMap<usize, (usize, usize)> = HashMap::new();
    for (at, person) in distinct.of_form.iter().enumerate() {
        first.entry(partition.group(*person)).or_insert((at, *person));
    }
    let mut best: HashMap<usize, &Edge> = HashMap::new();
    for edge in edges.iter().filter(|it| partition.group(it.left) == partition.group(it.right)) {
        for end in [edge.left, edge.right] {
            let known = best.entry(end).or_insert(edge);
            if edge.strength > known.strength {
                *known = edge;
            }
        }
    }
    let member = |(at, person): (usize, &usize)| {
        let (start, leader) =
            first.get(&partition.group(*person)).copied().unwrap_or((at, *person));
        let form = distinct.persons.get(*person);
        let direct = || form.and_then(|it| link(distinct.persons.get(leader)?, it)).map(|it| it.1);
        let rule = (start != at)
            .then(|| direct().or_else(|| best.get(person).map(|it| it.rule.clone())))
            .flatten();
        Membership { group: start, keys: form.map(keys).unwrap_or_default(), rule }
    };
    distinct.of_form.iter().enumerate().map(member).collect()
}

fn keys(person: &Person) -> Vec<Key> {
    let mut res: Vec<Key> = person
        .readings
        .iter()
        .filter(|it| it.key.tradition != Tradition::Authority || it.key.sounds.len() > 1)
        .map(|it| it.key.clone())
        .collect();
    res.dedup();
    res
}

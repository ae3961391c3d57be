//! Unites the forms of a person in different scripts, and gives each the fullest name of the record.

use std::collections::{BTreeMap, BTreeSet};

use regesta_lang::names;
use regesta_model::Script;

use super::Placed;
use super::naming::{self, Named};
use super::stretch::Who;

/// Forms of a record that are compared; a list of names is no record of one conversation.
const COMPARED: usize = 24;

/// Unites what sounds alike across scripts; the name is the first form's in Latin letters, or the first.
pub(super) fn unite(text: &str, placed: &mut [Placed]) {
    let mut forms: BTreeMap<String, (u32, String, Script)> = BTreeMap::new();
    for it in placed.iter().filter(|it| it.mention.is_unlisted()) {
        let written = naming::plain(it.mention.span.of(text));
        let script = written.chars().find(|it| it.is_alphabetic()).map_or(Script::Other, Script::of);
        let start = it.mention.span.start;
        let known = forms.entry(it.mention.key().to_owned());
        let known = known.or_insert_with(|| (start, written.clone(), script));
        if written.len() > known.1.len() {
            *known = (known.0.min(start), written, script);
        }
    }
    let scripts: BTreeSet<Script> = forms.values().map(|it| it.2).collect();
    if scripts.len() < 2 || forms.len() > COMPARED {
        return;
    }
    let mut listed: Vec<(&String, &(u32, String, Script))> = forms.iter().collect();
    listed.sort_by_key(|it| (it.1.2 != Script::Latin, it.1.0));
    let written: Vec<&str> = listed.iter().map(|it| it.1.1.as_str()).collect();
    let groups = names::group(&written);
    let mut united: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for (it, form) in groups.iter().zip(&listed) {
        let (Some(first), Some(rule)) = (listed.get(it.group), it.rule.as_deref()) else { continue };
        if first.1.2 != form.1.2 {
            united.insert(form.0, (first.0, rule));
        }
    }
    let names: BTreeMap<String, Named> = placed
        .iter()
        .filter_map(|it| match &it.mention.who {
            Who::Named(named) => Some((named.key.clone(), (**named).clone())),
            Who::Listed(_) => None,
        })
        .collect();
    for it in placed.iter_mut().filter(|it| it.mention.is_unlisted()) {
        let Some((key, rule)) = united.get(it.mention.key()) else { continue };
        if let Some(named) = names.get(*key) {
            let rule = (*rule).to_owned().into();
            it.mention.who = Who::Named(Box::new(Named { rule, ..named.clone() }));
        }
    }
}

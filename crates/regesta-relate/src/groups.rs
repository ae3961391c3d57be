//! Groups of forms as they grow, and what speaks against joining two of them.

use regesta_lang::names::{self, Form};

use crate::{
    meeting::{is_part, is_title_alone, without_office},
    unify::FormUse,
};

/// Forms joined one after another.
pub(crate) struct Groups {
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
}

/// Members of a set beyond this many are not asked whether they speak against another set.
const ASKED: usize = 6;

impl Groups {
    /// Each form by itself.
    pub(crate) fn new(forms: usize) -> Groups {
        Groups { of: (0..forms).collect(), members: (0..forms).map(|it| vec![it]).collect() }
    }

    /// The group of a form.
    pub(crate) fn of(&self, form: usize) -> usize {
        self.of.get(form).copied().unwrap_or(form)
    }

    /// Joins the groups of two forms.
    pub(crate) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        if one == other {
            return;
        }
        let (kept, gone) = if one < other { (one, other) } else { (other, one) };
        let moved = self.members.get_mut(gone).map(std::mem::take).unwrap_or_default();
        for form in &moved {
            if let Some(group) = self.of.get_mut(*form) {
                *group = kept;
            }
        }
        if let Some(members) = self.members.get_mut(kept) {
            members.extend(moved);
        }
    }

    /// Whether nothing speaks against joining two sets: no title alone, and where both have forms of one script two of them are alike.
    pub(crate) fn agree(&self, one: usize, other: usize, uses: &[&FormUse]) -> bool {
        let forms = |form: usize| -> Vec<(&str, Form)> {
            let members = self.members.get(self.of(form)).into_iter().flatten().take(ASKED);
            let uses = members.filter_map(|at| uses.get(*at));
            let bare = uses.map(|it| without_office(&it.form).unwrap_or(&it.form));
            bare.map(|it| (it, Form::read(it))).collect()
        };
        let (left, right) = (forms(one), forms(other));
        if left.iter().chain(&right).any(|(_, it)| is_title_alone(it)) {
            return false;
        }
        let scripts = left.iter().map(|(_, it)| it.script);
        let mut shared = scripts.filter(|it| right.iter().any(|(_, other)| other.script == *it));
        shared.all(|script| {
            let of_script = |it: &&(&str, Form)| it.1.script == script;
            left.iter().filter(of_script).any(|(one, _)| {
                let alike = |other: &str| {
                    names::same(one, other).is_some() || is_part(one, other) || is_part(other, one)
                };
                right.iter().filter(of_script).any(|(other, _)| alike(other))
            })
        })
    }

    /// The groups, each with its forms in order.
    pub(crate) fn sets(&self) -> Vec<Vec<usize>> {
        let sets = self.members.iter().filter(|it| !it.is_empty()).cloned();
        sets.map(|mut it| {
            it.sort_unstable();
            it
        })
        .collect()
    }
}

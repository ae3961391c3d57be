//! Names: the group of each form and the rule that put it there.

use regesta_lang::names;

use super::lines;
use crate::Case;

/// Shows the group of each form, numbered from 1, and the rule that linked it.
pub fn render(case: &Case) -> String {
    let forms: Vec<&str> = lines(case).map(|(_, line)| line).collect();
    let mut firsts: Vec<usize> = Vec::new();
    let show = |(form, it): (&&str, names::Membership)| {
        let at = firsts.iter().position(|first| *first == it.group).unwrap_or_else(|| {
            firsts.push(it.group);
            firsts.len() - 1
        });
        let rule = it.rule.map(|it| format!(", {it}")).unwrap_or_default();
        format!("{form} -> person {}{rule}\n", at + 1)
    };
    forms.iter().zip(names::group(&forms)).map(show).collect()
}

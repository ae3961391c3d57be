//! References: the normal form of each line, a style's print of it, its leaves, or whether two references are the same.

use regesta_lang::references::{self, Style};

use super::each_line;
use crate::Case;

/// Shows the normal form of each line; `Chicago | ...` shows a style, `leaves | ...` the list of leaves, `... = ...` what two
/// references have to do with each other.
pub fn render(case: &Case) -> String {
    each_line(case, |_, line| match line.split_once(" | ") {
        Some(("leaves", rest)) => leaves(rest),
        Some((name, rest)) if style(name).is_some() => printed(style(name), rest),
        _ => match line.split_once(" = ") {
            Some((one, other)) => compared(one, other),
            None => references::normalize(line).unwrap_or_else(|| "no reference".into()),
        },
    })
}

fn style(name: &str) -> Option<Style> {
    references::STYLES.iter().copied().find(|it| format!("{it:?}") == name)
}

fn printed(style: Option<Style>, words: &str) -> String {
    let found = references::read(words);
    let prints = found.iter().zip(style.iter().cycle());
    prints.map(|(it, style)| references::render(it, *style)).collect::<Vec<_>>().join(" ")
}

fn leaves(words: &str) -> String {
    let found = references::read(words);
    let value = found.first().and_then(|it| it.part("leaves").or_else(|| it.part("pages")));
    references::expand_leaves(value.unwrap_or_default()).join(" ")
}

fn compared(one: &str, other: &str) -> String {
    let (one, other) = (references::read(one), references::read(other));
    match (one.first(), other.first()) {
        (Some(one), Some(other)) if references::equal(one, other) => "the same".into(),
        (Some(one), Some(other)) if references::equivalent(one, other) => {
            "the same by the concordance".into()
        }
        (Some(_), Some(_)) => "not the same".into(),
        _ => "no reference".into(),
    }
}

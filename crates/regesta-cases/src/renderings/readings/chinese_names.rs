//! Chinese names: the syllables that each form is read as, and by which system.

use regesta_lang::names::{self, Form, Tradition};

use super::each_line;
use crate::Case;

/// Shows every key of each form in the Chinese tradition with the systems it is read by; `?` marks a reading that forgives a slip.
pub fn render(case: &Case) -> String {
    each_line(case, |_, line| {
        let readings = names::readings(&Form::read(line));
        let chinese = readings.iter().filter(|it| it.key.tradition == Tradition::Chinese);
        let show = |it: &names::Reading| {
            let doubt = if it.loose { "?" } else { "" };
            format!("{}{doubt} ({:?})", it.key.sounds, it.system)
        };
        let shown: Vec<String> = chinese.map(show).collect();
        if shown.is_empty() { "no Chinese name".to_owned() } else { shown.join(", ") }
    })
}

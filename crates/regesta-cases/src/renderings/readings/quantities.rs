//! Numbers: the value of each line, with what bounds it and what it counts.

use regesta_lang::quantities;

use super::each_line;
use crate::Case;

/// Shows the number of each line.
pub fn render(case: &Case) -> String {
    each_line(case, |language, line| {
        let Some(it) = quantities::normalize(line, language) else { return "no number".into() };
        let about = if it.approximate { "about " } else { "" };
        let bound = it.comparator.map(|it| format!("{it} ")).unwrap_or_default();
        format!("{about}{bound}{} {}", it.value, it.unit).trim_end().to_owned()
    })
}

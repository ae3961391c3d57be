//! Numbers: the value of each line, with what bounds it and what it counts; of a line that ends in a stop, each quantity in it.

use regesta_lang::quantities;
use regesta_model::Quantity;

use super::each_line;
use crate::Case;

/// Shows the number of each line, or the quantities of a sentence.
pub fn render(case: &Case) -> String {
    each_line(case, |language, line| {
        if !line.ends_with(['.', '。']) {
            let number = quantities::normalize(line, language);
            return number.map_or_else(|| "no number".into(), |it| show(&it));
        }
        let found = quantities::find(line, language);
        let shown: Vec<String> = found.iter().map(show).collect();
        if shown.is_empty() { "no quantity".into() } else { shown.join("; ") }
    })
}

fn show(it: &Quantity) -> String {
    let about = if it.approximate { "about " } else { "" };
    let bound = it.comparator.map(|it| format!("{it} ")).unwrap_or_default();
    format!("{about}{bound}{} {}", it.value, it.unit).trim_end().to_owned()
}

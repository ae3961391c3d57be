//! Languages: the language and script of each line.

use regesta_lang::languages;

use super::each_line;
use crate::Case;

/// Shows the language and script of each line.
pub fn render(case: &Case) -> String {
    each_line(case, |_, line| {
        let it = languages::identify(line);
        format!("{} {}", it.language, it.script)
    })
}

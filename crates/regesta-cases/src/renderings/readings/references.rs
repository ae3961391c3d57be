//! References: the normal form of each line.

use regesta_lang::references;

use super::each_line;
use crate::Case;

/// Shows the normal form of each line.
pub fn render(case: &Case) -> String {
    each_line(case, |_, line| references::normalize(line).unwrap_or_else(|| "no reference".into()))
}

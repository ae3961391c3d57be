//! Dates: the EDTF of each line.

use regesta_lang::dates;

use super::each_line;
use crate::Case;

/// Shows the EDTF of each line.
pub fn render(case: &Case) -> String {
    each_line(case, |language, line| {
        dates::normalize(line, language, None).unwrap_or_else(|| "no date".into())
    })
}

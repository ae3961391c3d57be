//! Dates: the EDTF of each line, and why there is no such day.

use regesta_lang::dates::{self, Anchor};

use super::each_line;
use crate::Case;

/// Shows the EDTF of each line and what is impossible about it; a date that closes the heading is the anchor.
pub fn render(case: &Case) -> String {
    let anchor = case.heading.split_whitespace().last().and_then(Anchor::of_edtf);
    each_line(case, |language, line| {
        let edtf = dates::normalize(line, language, anchor).unwrap_or_else(|| "no date".into());
        match dates::find(line, language).into_iter().find_map(|it| it.impossible) {
            Some(why) => format!("{edtf}; {why}"),
            None => edtf,
        }
    })
}

//! Languages: the language and script of each line, and how sure the language is.

use regesta_lang::languages;

use super::each_line;
use crate::Case;

/// From this confidence on a language is sure.
const SURE: f64 = 0.9;
/// From this confidence on a language is likely.
const LIKELY: f64 = 0.5;

/// Shows the language and script of each line.
pub fn render(case: &Case) -> String {
    each_line(case, |_, line| {
        let it = languages::identify(line);
        let degree = match it.confidence {
            SURE.. => "sure",
            LIKELY.. => "likely",
            _ => "open",
        };
        format!("{} {} {degree}", it.language, it.script)
    })
}

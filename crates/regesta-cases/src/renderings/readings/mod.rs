//! What the pages of `regesta-lang` show: what each line of a case is read as.

pub mod chinese_names;
pub mod dates;
pub mod languages;
pub mod names;
pub mod places;
pub mod quantities;
pub mod references;
pub mod sentences;

use regesta_model::Language;

use crate::Case;

/// The lines of a case, each with the language its block is named after.
fn lines(case: &Case) -> impl Iterator<Item = (Language, &str)> {
    case.inputs.iter().flat_map(|input| {
        let language = Language::from_code(&input.kind).unwrap_or(Language::Undetermined);
        input.words.lines().filter(|it| !it.trim().is_empty()).map(move |it| (language, it))
    })
}

/// Shows a reading for each line.
fn each_line(case: &Case, read: impl Fn(Language, &str) -> String) -> String {
    lines(case).map(|(language, line)| format!("{line} -> {}\n", read(language, line))).collect()
}

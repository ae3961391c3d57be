//! Sentences: one line each.

use regesta_lang::sentences::sentences;

use crate::Case;

/// Shows each sentence of the case in quotation marks.
pub fn render(case: &Case) -> String {
    let text: String = case.inputs.iter().map(|it| it.words.as_str()).collect();
    sentences(&text).into_iter().map(|it| format!("{:?}\n", it.of(&text))).collect()
}

//! One file for each rule, and one page beside it.

use std::borrow::Cow;

use crate::Rule;

mod chrome_or_boilerplate_in_text;
mod copy_number_inconsistent;
mod end_mark_residue;
mod impossible_date_time;
mod line_break_damage;
mod missing_or_blank_field;
mod number_inconsistent_across_sheets;
mod paragraphs_collapsed;
mod placeholder_value;
mod reference_incomplete;
mod reference_not_normal_form;
mod sheet_sequence_broken;
mod translation_number_mismatch;
mod unknown_glyph_or_redaction;

#[cfg(test)]
pub(crate) use self::{
    end_mark_residue::END_MARKS, placeholder_value::PLACEHOLDERS,
    unknown_glyph_or_redaction::GLYPHS,
};

/// Every rule, in the order of its code.
pub const ALL: &[Rule] = &[
    impossible_date_time::RULE,
    missing_or_blank_field::RULE,
    chrome_or_boilerplate_in_text::RULE,
    placeholder_value::RULE,
    translation_number_mismatch::RULE,
    reference_not_normal_form::RULE,
    reference_incomplete::RULE,
    sheet_sequence_broken::RULE,
    number_inconsistent_across_sheets::RULE,
    copy_number_inconsistent::RULE,
    paragraphs_collapsed::RULE,
    end_mark_residue::RULE,
    unknown_glyph_or_redaction::RULE,
    line_break_damage::RULE,
];

/// Returns words as a message quotes them: on one line, cut in the middle where they are long.
fn quoted(words: &str) -> Cow<'_, str> {
    const LONGEST: usize = 60;
    let one_line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = one_line.chars().count();
    if length <= LONGEST {
        return if one_line == words { Cow::Borrowed(words) } else { Cow::Owned(one_line) };
    }
    let head: String = one_line.chars().take(LONGEST - 20).collect();
    let tail: String = one_line.chars().skip(length - 15).collect();
    Cow::Owned(format!("{} … {}", head.trim_end(), tail.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_stand_in_the_order_of_their_codes() {
        assert!(ALL.is_sorted_by_key(|it| it.kind.code));
    }
}

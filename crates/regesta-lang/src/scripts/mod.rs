//! Scripts of letters.

mod letters;

pub(crate) use letters::{Letters, is_letter_or_digit, is_roman, letters};

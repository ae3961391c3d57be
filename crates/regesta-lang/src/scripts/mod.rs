//! Scripts of letters.

mod letters;

pub(crate) use letters::{Letters, is_roman, letters};
pub use letters::{is_letter, is_letter_or_digit};

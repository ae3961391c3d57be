//! Scripts of letters, and what tells the languages of one script apart.

mod letters;
mod marks;

pub(crate) use letters::{Letters, letters};
pub(crate) use marks::{Scores, scores};

//! One file for each rule, and one page beside it.

use crate::Rule;

/// Every rule, in the order of its code.
pub const ALL: &[Rule] = &[];

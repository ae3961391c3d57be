//! Reads Markdown pages as test cases: words in, what Regesta makes of them out.
//!
//! A `##` heading starts a case, fenced blocks named after a language, `html` or `hex` are its input, the `expect` block
//! is what must come out. A page without an `expect` block is prose only.

mod case;
mod difference;
mod page;
mod pipeline;
pub mod renderings;

pub use case::{Case, Input, cases};
pub use difference::difference;
pub use page::{Page, blessed};
pub use pipeline::evidence;

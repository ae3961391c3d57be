//! Places under their modern, historical and foreign names, with coordinates.

/// The pages about them, each the test of what it says.
pub const PAGES: &[crate::Page] = crate::pages::pages!["places"];

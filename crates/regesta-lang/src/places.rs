//! Places under their modern, historical and foreign names, with coordinates.

/// The pages about them, each the test of what it says.
pub const PAGES: &[crate::Page] = crate::pages::pages!["places"];

/// Links two names of one place.
pub(crate) fn same(
    _left: &crate::names::Form,
    _right: &crate::names::Form,
) -> Option<crate::names::Link> {
    None
}

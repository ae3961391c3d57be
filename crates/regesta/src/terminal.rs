//! What is known of the terminal.

/// Widths between which messages read well, in columns.
const NARROWEST: usize = 60;
const WIDEST: usize = 120;

/// Returns how wide messages may be: the terminal's width within reason, 100 columns where there is no terminal.
pub(crate) fn width() -> usize {
    let width = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0));
    width.clamp(NARROWEST, WIDEST)
}

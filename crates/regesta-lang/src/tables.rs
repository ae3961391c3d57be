//! Reads the tables of `data/`: tab-separated lines, comments after `#`, the first line names the columns.

/// Returns the lines of a table, without comments and the names of the columns.
pub(crate) fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|it| !it.starts_with('#')).skip(1)
}

/// Returns the cells of each line of a table.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    lines(table).map(|it| it.split('\t').collect())
}

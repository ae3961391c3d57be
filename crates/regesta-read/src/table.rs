//! Reads the tables in `data/`: tab-separated, comments after `#`, the first line names the columns.

/// Returns the rows of a table as their cells, without comments and column names.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = table.lines().filter(|it| !it.is_empty() && !it.starts_with('#'));
    lines.skip(1).map(|it| it.split('\t').collect())
}

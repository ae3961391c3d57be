//! Tables of `data/` have a header, as many columns in every row, and a source for every line.

use std::{fs, path::Path};

use crate::repository::{files, shown};

pub(super) fn problems(root: &Path) -> Vec<String> {
    let tables = files(&root.join("data"));
    let tables = tables.iter().filter(|it| it.extension().is_some_and(|it| it == "tsv"));
    tables
        .flat_map(|path| {
            let text = fs::read_to_string(path).unwrap_or_default();
            let place = shown(root, path);
            of_table(&text).into_iter().map(move |it| format!("{place}{it}"))
        })
        .collect()
}

fn of_table(text: &str) -> Vec<String> {
    let mut rows =
        text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let Some((_, header)) = rows.next() else { return vec![": the table is empty".to_owned()] };
    let columns: Vec<&str> = header.split('\t').collect();
    if columns.last() != Some(&"source") {
        return vec![": the last column must be called `source`".to_owned()];
    }
    rows.filter_map(|(number, line)| {
        let cells: Vec<&str> = line.split('\t').collect();
        let place = number + 1;
        if cells.len() != columns.len() {
            return Some(format!(":{place}: {} columns, not {}", cells.len(), columns.len()));
        }
        let source = cells.last().is_some_and(|it| !it.trim().is_empty());
        (!source).then(|| format!(":{place}: no source"))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_without_its_source_is_said() {
        assert!(of_table("# words\nword\tsource\nрота\tregulations\n").is_empty());
        assert_eq!(of_table("word\tsource\nрота\t\n"), [":2: no source"]);
        assert_eq!(of_table("word\tsource\nрота\n"), [":2: 1 columns, not 2"]);
        assert_eq!(of_table("word\nрота\n").len(), 1);
    }
}

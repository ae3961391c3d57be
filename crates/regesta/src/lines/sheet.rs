//! A table, given back with the tool's columns added.

use std::io::{Read, Write};

use anyhow::{Context as _, bail};

use super::{Feed, Tool, Unread};

/// Answers every row of a table.
pub(super) fn run(
    tool: &Tool<'_>,
    mut input: impl Read,
    feed: &Feed,
    out: &mut impl Write,
    unread: &mut Unread,
) -> anyhow::Result<()> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).context("the table cannot be read")?;
    let text = regesta_read::decode(&bytes);
    let delimiter = delimiter(&text);
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes())
        .into_records();
    let Some(header) = rows.next().transpose()? else {
        bail!("the table is empty; its first row must name the columns")
    };
    let places = places(tool, &header, &feed.columns)?;
    let rows: Vec<csv::StringRecord> = rows.collect::<Result<_, _>>()?;
    let line = |row: &csv::StringRecord| {
        let cells: Vec<&str> = places.iter().map(|it| row.get(*it).unwrap_or_default()).collect();
        cells.join("\t")
    };
    let lines: Vec<String> = rows.iter().map(line).collect();
    let answers = tool.answers(&lines.iter().map(String::as_str).collect::<Vec<_>>());

    let mut table =
        csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
    table.write_record(header.iter().map(str::to_owned).chain(names(tool, &header)))?;
    for (number, ((row, line), answer)) in rows.iter().zip(&lines).zip(&answers).enumerate() {
        unread.note(number + 2, line, answer);
        if feed.json {
            serde_json::to_writer(&mut *out, &answer.json)?;
            out.write_all(b"\n")?;
            continue;
        }
        let missing = header.len().saturating_sub(row.len());
        let cells = row.iter().chain(std::iter::repeat_n("", missing));
        table.write_record(cells.chain(answer.cells.iter().map(String::as_str)))?;
    }
    if !feed.json {
        let bytes = table.into_inner().context("the table cannot be written")?;
        out.write_all(&bytes)?;
    }
    Ok(())
}

/// The delimiter that most divides the first row, outside quotation marks.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b'\t', 0), (b';', 0), (b',', 0)];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|it| it.0 == byte).for_each(|it| it.1 += 1),
        }
    }
    counts.iter().max_by_key(|it| it.1).filter(|it| it.1 > 0).map_or(b',', |it| it.0)
}

/// Where the columns stand that were asked for.
fn places(
    tool: &Tool<'_>,
    header: &csv::StringRecord,
    wanted: &[String],
) -> anyhow::Result<Vec<usize>> {
    if wanted.len() != tool.takes {
        bail!(
            "give --column {} times: {} of this tool is made of {} columns",
            tool.takes,
            tool.noun,
            tool.takes
        );
    }
    let place = |wanted: &String| {
        let named = header.iter().position(|it| it.trim() == wanted.trim());
        let loosely = || {
            header.iter().position(|it| it.trim().to_lowercase() == wanted.trim().to_lowercase())
        };
        let numbered =
            || wanted.parse::<usize>().ok()?.checked_sub(1).filter(|it| *it < header.len());
        named.or_else(loosely).or_else(numbered).with_context(|| {
            let columns: Vec<&str> = header.iter().collect();
            format!(
                "there is no column “{wanted}” in this table; its columns are: {}",
                columns.join(", ")
            )
        })
    };
    wanted.iter().map(place).collect()
}

/// Names of the columns that are added, apart from those the table has.
fn names(tool: &Tool<'_>, header: &csv::StringRecord) -> Vec<String> {
    let name = |it: &&str| match header.iter().any(|column| column == *it) {
        true => format!("{it} (regesta)"),
        false => (*it).to_owned(),
    };
    tool.columns.iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_of_the_first_row() {
        assert_eq!(delimiter("id;\"Fonds, opis, delo\";date\n1,2,3,4,5\n"), b';');
        assert_eq!(delimiter("id\treference\n"), b'\t');
        assert_eq!(delimiter("reference\nAPRF\n"), b',');
    }
}

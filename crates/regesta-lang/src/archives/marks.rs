//! The table of shelf marks: numbers that need no label, and those whose shape alone says whose they are.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    cursor::{char_at, is_word_char},
    signatures::is_calendar_day,
};

const DATA: &str = include_str!("../../../../data/shelf_marks.tsv");

struct Mark {
    dialect: &'static str,
    part: &'static str,
    owner: &'static str,
    pattern: Option<Regex>,
}

/// A shelf mark found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct MarkHit {
    pub(super) part: &'static str,
    /// Code of the archive whose shape it has.
    pub(super) owner: Option<&'static str>,
    pub(super) end: usize,
}

static MARKS: LazyLock<Vec<Mark>> = LazyLock::new(|| {
    let rows = crate::tables::rows(DATA);
    let read = |cells: Vec<&'static str>| {
        let [dialect, part, owner, pattern, ..] = cells[..] else { return None };
        let blank = |it: &'static str| if it == "~" { "" } else { it };
        let pattern = Regex::new(&format!("^(?:{pattern})")).ok();
        Some(Mark { dialect: blank(dialect), part, owner: blank(owner), pattern })
    };
    rows.filter_map(read).collect()
});

/// Reads the shelf mark of a country's archives that begins at this offset.
pub(super) fn mark_at(text: &str, at: usize, dialect: &str) -> Option<MarkHit> {
    let first = char_at(text, at)?;
    if !first.is_ascii_digit() && !first.is_uppercase() && !matches!(first, 't' | 'f') {
        return None;
    }
    // Decimal files and the reading room's numbers are known wherever they stand.
    let fits = |it: &&Mark| it.dialect.is_empty() || it.dialect == dialect || !it.owner.is_empty();
    MARKS.iter().filter(fits).find_map(|it| it.read(text, at))
}

/// Reads the shelf mark at this offset that says by its shape alone whose it is.
pub(super) fn owned_mark_at(text: &str, at: usize) -> Option<MarkHit> {
    /// No such mark has its first digit further on.
    const DIGIT_WITHIN: usize = 12;
    let start = text.as_bytes().get(at..)?;
    let first = *start.first()?;
    let near = start.iter().take(DIGIT_WITHIN).any(u8::is_ascii_digit);
    if !near || !first.is_ascii_digit() && !first.is_ascii_uppercase() {
        return None;
    }
    MARKS.iter().filter(|it| !it.owner.is_empty()).find_map(|it| it.read(text, at))
}

/// Says whether a record group of the National Archives is named at this offset.
pub(super) fn record_group_at(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    ["Record Group ", "RG ", "RG-"].iter().any(|it| {
        rest.strip_prefix(it).is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()))
    })
}

/// Says whether a lot file of the Department of State is named at this offset: `Lot 59 D 407`.
pub(super) fn lot_at(text: &str, at: usize) -> bool {
    static LOT: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^Lots? (?:Files? )?(?:No\. ?)?[0-9]{2}[ –-]?[A-Z][ –-]?[0-9]{1,4}\b").ok()
    });
    let rest = text.get(at..).unwrap_or_default();
    rest.starts_with("Lot") && LOT.as_ref().is_some_and(|it| it.is_match(rest))
}

impl Mark {
    fn read(&self, text: &str, at: usize) -> Option<MarkHit> {
        let found = self.pattern.as_ref()?.find(text.get(at..)?)?;
        let mark = found.as_str().trim_end_matches([' ', '.']);
        let end = at + mark.len();
        let figures = mark.contains(|it: char| it.is_ascii_digit());
        let ends = !char_at(text, end).is_some_and(|it| is_word_char(it) && !mark.ends_with(')'));
        let owner = Some(self.owner).filter(|it| !it.is_empty());
        (figures && ends && !is_day(mark)).then_some(MarkHit { part: self.part, owner, end })
    }
}

/// Says whether figures with slashes read as a calendar day (`5/3/1951`) or a pair of years (`1995/96`).
fn is_day(figures: &str) -> bool {
    figures.chars().all(|it| it.is_ascii_digit() || matches!(it, '/' | '-'))
        && !figures.starts_with('0')
        && figures.matches(['/', '-']).count() == 2
        && is_calendar_day(&figures.replace('/', "-"))
}

#[cfg(test)]
mod tests {
    use super::{DATA, mark_at};

    #[test]
    fn every_example_of_the_table_is_read_whole() {
        for cells in crate::tables::rows(DATA) {
            let (dialect, part, example) = (cells[0], cells[1], cells[4]);
            let hit = mark_at(example, 0, dialect).unwrap_or_else(|| panic!("{cells:?}"));
            assert_eq!((hit.part, hit.end), (part, example.len()), "{cells:?}");
        }
    }
}

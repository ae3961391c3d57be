//! Strength returns that stand in tables: units by rows and ranks by columns, or the other way, with totals and statuses.

use regesta_model::{CellHeading, Cited, Language, NumberValue, Quantity, Span, StrengthKind};

use super::{
    grid::{self, Cell, Row},
    words::{Class, Role, Words, class},
};

/// A return read from a table, before its figures have places among the record's quantities.
pub(super) struct Found {
    pub(super) kind: Option<StrengthKind>,
    pub(super) cells: Vec<(Quantity, CellHeading)>,
    pub(super) total: Option<Quantity>,
    pub(super) span: Span,
    pub(super) language: Language,
}

/// What the heading of a row or column says.
#[derive(Clone, Debug, PartialEq)]
struct Heading {
    cited: Option<Cited<String>>,
    says: Says,
}

#[derive(Clone, Debug, PartialEq)]
enum Says {
    /// All that stands beside or above.
    Total,
    /// One strength beside another.
    Kind(StrengthKind),
    /// What is counted.
    Unit(String),
    /// A name, or nothing that is known.
    Name,
    /// The numbers of the rows.
    Numbering,
}

/// A table whose headings are read.
struct Table<'a> {
    columns: Vec<Heading>,
    rows: Vec<(Heading, &'a Row)>,
    span: Span,
    language: Language,
}

/// Reads the returns of a table; `announced` says that the words before it speak of strength.
pub(super) fn read(
    text: &str,
    rows: &[Row],
    language: Language,
    words: &Words,
    announced: bool,
) -> Vec<Found> {
    let Some(table) = headed(text, rows, language, words) else { return Vec::new() };
    let says = |it: &Says| {
        table.columns.iter().any(|one| one.says == *it)
            || table.rows.iter().any(|(one, _)| one.says == *it)
    };
    let kinds: Vec<StrengthKind> = [
        StrengthKind::Establishment,
        StrengthKind::Present,
        StrengthKind::Shortage,
        StrengthKind::Surplus,
    ]
    .into_iter()
    .filter(|it| says(&Says::Kind(*it)))
    .collect();
    let told = table.of_persons() || announced;
    if !kinds.is_empty() && (kinds.len() > 1 || told) {
        return kinds.into_iter().filter_map(|it| table.of_kind(text, it)).collect();
    }
    if !told {
        return Vec::new();
    }
    let classes = [Class::Person, Class::Formation, Class::Weapon, Class::Vehicle];
    classes.into_iter().filter_map(|it| table.of_class(text, it)).collect()
}

/// Reads the headings; `None` where the rows are of different lengths, so that a figure may stand under any of them.
fn headed<'a>(text: &str, rows: &'a [Row], language: Language, words: &Words) -> Option<Table<'a>> {
    let figure = |it: &Span| matches!(grid::read(text, *it), Cell::Figure(..));
    let figured = |it: &Row| it.cells.iter().any(figure);
    let first = rows.iter().position(figured)?;
    let body: Vec<&Row> = rows.get(first..)?.iter().filter(|it| figured(it)).collect();
    let width = body.first()?.cells.len();
    if body.len() < 2 || body.iter().any(|it| it.cells.len() != width) {
        return None;
    }
    let column = |at: usize| body.iter().filter_map(move |it| it.cells.get(at));
    let label = (0..width).find(|at| !column(*at).any(figure))?;
    let head_row = rows.get(..first)?.last();
    let heads = head_row.map(|it| it.cells.as_slice()).unwrap_or_default();
    let shift = width.checked_sub(heads.len());
    let head = |at: usize| heads.get(at.checked_sub(shift?)?).filter(|_| shift < Some(2)).copied();
    let mut columns: Vec<Heading> =
        (0..width).map(|at| heading(text, head(at), language, words)).collect();
    for (at, it) in columns.iter_mut().enumerate() {
        let numbers = |(place, cell): (usize, &Span)| matches!(grid::read(text, *cell), Cell::Figure(value, _) if value == place as i64 + 1);
        if at < label && column(at).enumerate().all(numbers) {
            it.says = Says::Numbering;
        }
    }
    if let Some(it) = columns.get_mut(label) {
        it.says = Says::Numbering;
    }
    only_total_is_strength(&mut columns);
    let read =
        |row: &&'a Row| (heading(text, row.cells.get(label).copied(), language, words), *row);
    let rows: Vec<(Heading, &Row)> = body.iter().map(read).collect();
    let begin = head_row.map_or(rows.first()?.1.span, |it| it.span);
    let span = begin.join(rows.last()?.1.span);
    Some(Table { columns, rows, span, language })
}

/// A single column of figures that is headed as a total gives the strength of each row.
fn only_total_is_strength(columns: &mut [Heading]) {
    let figures = |it: &&mut Heading| it.says != Says::Numbering;
    let mut counted: Vec<&mut Heading> = columns.iter_mut().filter(figures).collect();
    if let [only] = counted.as_mut_slice()
        && only.says == Says::Total
    {
        only.says = Says::Unit("person".to_owned());
    }
}

/// Reads what a heading says.
fn heading(text: &str, cell: Option<Span>, language: Language, words: &Words) -> Heading {
    let span = cell.map(|it| it.trimmed(text)).filter(|it| !it.is_empty());
    let Some(span) = span else { return Heading { cited: None, says: Says::Name } };
    let said = span.of(text);
    let says = match () {
        () if words.open_with(Role::Total, said) => Says::Total,
        () => match words.kind(said) {
            Some(kind) => Says::Kind(kind),
            None => unit(said, language, words).map_or(Says::Name, Says::Unit),
        },
    };
    Heading { cited: Some(Cited::new(said.to_owned(), span)), says }
}

/// The unit that a heading names; a formation only where it is named alone, since `Boat platoon` is one of them.
fn unit(heading: &str, language: Language, words: &Words) -> Option<String> {
    let numbered = heading.chars().any(char::is_numeric);
    let count = heading.split_whitespace().count();
    if numbered || count > 4 {
        return None;
    }
    let dense = matches!(language, Language::Chinese | Language::Korean | Language::Japanese);
    let counted =
        if dense { format!("5{heading}") } else { format!("5 {}", heading.to_lowercase()) };
    let found = regesta_lang::quantities::normalize(&counted, language);
    let unit = found.map(|it| it.unit).unwrap_or_default();
    let alone = count == 1 && (!dense || heading.chars().count() < 4);
    match class(&unit) {
        Some(Class::Formation) if !alone => None,
        Some(_) => Some(unit),
        None => words.open_with(Role::Persons, heading).then(|| "person".to_owned()),
    }
}

impl Table<'_> {
    /// Says whether some heading names persons or formations.
    fn of_persons(&self) -> bool {
        let persons = |it: &Heading| match &it.says {
            Says::Unit(unit) => {
                matches!(class(unit), Some(Class::Person | Class::Formation))
            }
            _ => false,
        };
        self.columns.iter().any(persons) || self.rows.iter().any(|(it, _)| persons(it))
    }

    /// The unit of a cell: what its column counts, else what its row counts, else what all others count.
    fn unit(&self, row: &Heading, column: &Heading, usual: Option<&str>) -> Option<String> {
        let said = |it: &Heading| match &it.says {
            Says::Unit(unit) => Some(unit.clone()),
            _ => None,
        };
        said(column).or_else(|| said(row)).or_else(|| usual.map(str::to_owned))
    }

    /// The cells that are counted: not the totals, and of a kind where one is asked for.
    fn counted(
        &self,
        text: &str,
        kind: Option<StrengthKind>,
        usual: Option<&str>,
    ) -> Vec<(Quantity, CellHeading)> {
        let mut res = Vec::new();
        let of_kind = |it: &Heading| kind.is_some_and(|kind| it.says == Says::Kind(kind));
        for (row, line) in self.rows.iter().filter(|(it, _)| it.says != Says::Total) {
            for (column, cell) in self.columns.iter().zip(&line.cells) {
                let skipped = matches!(column.says, Says::Total | Says::Numbering)
                    || kind.is_some() && !of_kind(row) && !of_kind(column)
                    || kind.is_none() && matches!(column.says, Says::Kind(_));
                let Cell::Figure(value, span) = grid::read(text, *cell) else { continue };
                let unit = self.unit(row, column, usual).filter(|_| !skipped);
                let Some(unit) = unit else { continue };
                let heading = CellHeading { row: row.cited.clone(), column: column.cited.clone() };
                res.push((self.quantity(value, unit, span), heading));
            }
        }
        res
    }

    fn quantity(&self, value: i64, unit: String, span: Span) -> Quantity {
        Quantity {
            value: NumberValue::Whole(value),
            unit,
            approximate: false,
            comparator: None,
            language: self.language,
            spans: vec![span],
        }
    }

    /// The return of one kind of strength.
    fn of_kind(&self, text: &str, kind: StrengthKind) -> Option<Found> {
        let cells = self.counted(text, Some(kind), Some("person"));
        let at = self.columns.iter().position(|it| it.says == Says::Kind(kind));
        let row = self.rows.iter().rev().find(|(it, _)| it.says == Says::Total);
        let total = at.zip(row).and_then(|(at, (_, row))| self.total(text, row, at));
        self.found(Some(kind), cells, total)
    }

    /// The return of all that is of one class.
    fn of_class(&self, text: &str, of: Class) -> Option<Found> {
        let cells = self.counted(text, None, None);
        let cells: Vec<_> =
            cells.into_iter().filter(|(it, _)| class(&it.unit) == Some(of)).collect();
        let counted = |it: &Heading| matches!(it.says, Says::Unit(_) | Says::Name);
        let columns: Vec<usize> = (0..self.columns.len())
            .filter(|at| self.columns.get(*at).is_some_and(counted))
            .collect();
        let totals = self.columns.iter().rposition(|it| it.says == Says::Total);
        let only = columns.first().copied().filter(|_| columns.len() == 1);
        let place = totals.or(only);
        let row = self.rows.iter().rev().find(|(it, _)| it.says == Says::Total);
        let row = row.filter(|_| of == Class::Person);
        let total = place.zip(row).and_then(|(at, (_, row))| self.total(text, row, at));
        self.found(None, cells, total)
    }

    fn total(&self, text: &str, row: &Row, column: usize) -> Option<Quantity> {
        match grid::read(text, *row.cells.get(column)?) {
            Cell::Figure(value, span) => Some(self.quantity(value, "person".to_owned(), span)),
            _ => None,
        }
    }

    fn found(
        &self,
        kind: Option<StrengthKind>,
        cells: Vec<(Quantity, CellHeading)>,
        total: Option<Quantity>,
    ) -> Option<Found> {
        let found = Found { kind, cells, total, span: self.span, language: self.language };
        (found.cells.len() > 1).then_some(found)
    }
}

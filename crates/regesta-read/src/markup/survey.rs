//! Measures every part of a page before it is read: how many words it has, how they are broken, which tables are tables.

use regesta_model::Script;

use super::elements::{self, Place};
use super::tree::{Data, Descend, Element, NodeId, Step, Tree};

/// What is below one element.
#[derive(Clone, Copy, Default)]
pub(crate) struct Measure {
    /// Visible letters and digits.
    pub(crate) letters: u32,
    /// Those of them inside links.
    pub(crate) linked: u32,
    /// Links.
    pub(crate) links: u32,
    /// Stretches of running text, parted by blocks.
    pub(crate) runs: u32,
    /// `<br>`s.
    pub(crate) breaks: u32,
    /// Elements that need room of their own: tables, lists, headings, preformatted text.
    pub(crate) solid: u32,
    /// Tables and headings.
    pub(crate) parts: u32,
    /// Main parts by the page's own word.
    pub(crate) mains: u32,
    /// Whether a table is one (not a layout), or a row fits on one line.
    pub(crate) holds: bool,
}

impl Measure {
    fn since(self, before: Measure) -> Measure {
        Measure {
            letters: self.letters - before.letters,
            linked: self.linked - before.linked,
            links: self.links - before.links,
            runs: self.runs - before.runs,
            breaks: self.breaks - before.breaks,
            solid: self.solid - before.solid,
            parts: self.parts - before.parts,
            mains: self.mains - before.mains,
            holds: false,
        }
    }

    /// Says whether a cell's words can stand in a row with others.
    fn is_short_cell(&self) -> bool {
        self.runs <= 1 && self.breaks <= 2 && self.solid == 0 && self.letters <= 500
    }

    /// Says whether a cell is a part of a page, not of a table.
    fn is_page_part(&self) -> bool {
        self.parts > 0 || self.runs > 4 || self.letters > 1500
    }
}

#[derive(Default)]
struct Row {
    full_cells: u32,
    long_cells: u32,
}

#[derive(Default)]
struct Table {
    says_so: bool,
    page_parts: u32,
    rows: u32,
    short_rows: u32,
    row: Row,
}

impl Table {
    fn close_row(&mut self) -> bool {
        let row = std::mem::take(&mut self.row);
        let fits = row.long_cells == 0;
        if row.full_cells >= 2 {
            self.rows += 1;
            self.short_rows += u32::from(fits);
        }
        fits
    }

    fn is_table(&self) -> bool {
        self.rows > 0
            && (self.says_so || (self.page_parts == 0 && self.short_rows * 2 >= self.rows))
    }
}

/// Measures of all elements of a page.
pub(crate) struct Survey {
    measures: Vec<Measure>,
}

impl Survey {
    /// Measures a page, in one walk.
    pub(crate) fn of(tree: &Tree) -> Survey {
        let mut surveyor = Surveyor {
            measures: vec![Measure::default(); tree.len()],
            total: Measure::default(),
            links: 0,
            in_run: false,
            tables: Vec::new(),
        };
        let mut step = Some(Step::FIRST);
        while let Some(now) = step {
            let descend = match now {
                Step::Enter(id) => surveyor.enter(tree, id),
                Step::Leave(id) => {
                    if let Some(element) = tree.element(id) {
                        surveyor.leave(id, element);
                    }
                    Descend::Yes
                }
            };
            step = tree.after(now, descend);
        }
        Survey { measures: surveyor.measures }
    }

    /// Returns what is below an element.
    pub(crate) fn measure(&self, id: NodeId) -> Measure {
        self.measures.get(id as usize).copied().unwrap_or_default()
    }
}

fn is_letter(c: char) -> bool {
    c.is_ascii_digit() || Script::of(c) != Script::Other
}

struct Surveyor {
    measures: Vec<Measure>,
    total: Measure,
    links: u32,
    in_run: bool,
    tables: Vec<Table>,
}

impl Surveyor {
    fn enter(&mut self, tree: &Tree, id: NodeId) -> Descend {
        let Some(node) = tree.node(id) else { return Descend::No };
        match &node.data {
            Data::Silent => {}
            Data::Text(words) => self.words(words),
            Data::Element(element) => {
                if let Some(slot) = self.measures.get_mut(id as usize) {
                    *slot = self.total;
                }
                self.open(element);
                if elements::is_unseen(element) {
                    return Descend::No;
                }
            }
        }
        Descend::Yes
    }

    fn words(&mut self, words: &str) {
        let letters = words.chars().filter(|it| is_letter(*it)).count() as u32;
        if letters > 0 {
            self.total.letters += letters;
            if self.links > 0 {
                self.total.linked += letters;
            }
            self.total.runs += u32::from(!self.in_run);
            self.in_run = true;
        }
    }

    fn open(&mut self, element: &Element) {
        let name = element.local();
        if elements::place(name) != Place::Inline {
            self.in_run = false;
        }
        match name {
            "a" => {
                self.links += 1;
                self.total.links += 1;
            }
            "br" => self.total.breaks += 1,
            "table" => {
                let says_not = matches!(element.attribute("role"), Some("presentation" | "none"));
                let page_parts = if says_not { 1 } else { 0 };
                self.tables.push(Table { page_parts, ..Table::default() });
            }
            "th" | "caption" | "thead" => {
                if let Some(table) = self.tables.last_mut() {
                    table.says_so = true;
                }
            }
            _ => {}
        }
        let is_part = name == "table" || elements::heading_level(name).is_some();
        let is_solid = is_part
            || matches!(name, "ul" | "ol" | "dl" | "hr" | "blockquote")
            || elements::is_preformatted(name);
        self.total.parts += u32::from(is_part);
        self.total.solid += u32::from(is_solid);
        self.total.mains += u32::from(elements::is_main(element));
    }

    fn leave(&mut self, id: NodeId, element: &Element) {
        let name = element.local();
        if elements::place(name) != Place::Inline {
            self.in_run = false;
        }
        let Some(slot) = self.measures.get_mut(id as usize) else { return };
        let mut measure = self.total.since(*slot);
        let table = self.tables.last_mut();
        match (name, table) {
            ("a", _) => self.links = self.links.saturating_sub(1),
            ("td" | "th", Some(table)) => {
                table.row.full_cells += u32::from(measure.letters > 0);
                table.row.long_cells += u32::from(!measure.is_short_cell());
                table.page_parts += u32::from(measure.is_page_part());
            }
            ("tr", Some(table)) => measure.holds = table.close_row(),
            ("table", Some(table)) => {
                measure.holds = table.is_table();
                self.tables.pop();
            }
            _ => {}
        }
        *slot = measure;
    }
}

//! Reads a page from its first word to its last: decides what each element does to the reading text.

use regesta_model::{Language, Mark, MarkKind};

use super::elements::{self, Place};
use super::furniture::{Inside, is_furniture};
use super::guard::{Page, parse};
use super::head::Head;
use super::lists::Numbering;
use super::survey::{Measure, Survey};
use super::tree::{Data, Descend, Element, NodeId, Step};
use super::writer::{Blocks, Break, Opened, Space, Writer};
use crate::language_tags;

/// A page as read.
pub(crate) struct PageText {
    /// The reading text.
    pub(crate) text: String,
    /// What the page says about parts of it.
    pub(crate) marks: Vec<Mark>,
    /// Addresses of the frames whose text is in other files.
    pub(crate) frames: Vec<String>,
    /// Where tags were left out because they stood too deep.
    pub(crate) too_deep: Option<usize>,
}

/// Reads a page.
pub(crate) fn read(html: &str) -> PageText {
    let page = parse(html);
    let survey = Survey::of(&page.tree);
    let mut walker = Walker {
        whole: survey.measure(page.tree.node(0).map_or(0, |it| it.first_child)),
        page,
        survey,
        writer: Writer::new(),
        state: State {
            space: Space::Collapsed,
            blocks: Blocks::Marked,
            inside: Inside::Page,
            furniture: false,
            language: None,
            table: Table::Layout,
            end: Break::None,
        },
        opened: Vec::new(),
        frames: Vec::new(),
        lists: Vec::new(),
        sources: Vec::new(),
        too_deep: None,
        after_term: false,
    };
    walker.head();
    walker.walk();
    let (text, marks) = walker.writer.finish();
    PageText { text, marks, frames: walker.sources, too_deep: walker.too_deep }
}

/// What the nearest table or row makes of its cells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    /// Not a table, or one that only places parts of the page.
    Layout,
    /// A table.
    Rows,
    /// A row of one, in one line.
    ShortRow,
    /// A row of one whose cells need room.
    LongRow,
}

/// What the elements around the present one have decided.
#[derive(Clone, Copy)]
struct State {
    space: Space,
    blocks: Blocks,
    inside: Inside,
    furniture: bool,
    language: Option<Language>,
    table: Table,
    /// The break after the element.
    end: Break,
}

struct Frame {
    /// The state to return to.
    before: State,
    /// How many marks were open before.
    opened: usize,
}

struct Walker {
    page: Page,
    survey: Survey,
    whole: Measure,
    writer: Writer,
    state: State,
    opened: Vec<Opened>,
    frames: Vec<Frame>,
    lists: Vec<Option<Numbering>>,
    sources: Vec<String>,
    too_deep: Option<usize>,
    after_term: bool,
}

impl Walker {
    fn head(&mut self) {
        let head = Head::of(&self.page.tree);
        let title = self.writer.open(MarkKind::PageTitle);
        self.writer.words(&head.title, Space::Collapsed, Blocks::Unmarked);
        self.writer.close(title);
        self.writer.boundary(Break::Line);
        for (name, value) in head.values {
            self.writer.words(&name, Space::Collapsed, Blocks::Unmarked);
            self.writer.words(": ", Space::Collapsed, Blocks::Unmarked);
            let mark = self.writer.open(MarkKind::Metadata(name));
            self.writer.words(&value, Space::Collapsed, Blocks::Unmarked);
            self.writer.close(mark);
            self.writer.boundary(Break::Line);
        }
        self.writer.boundary(Break::Blank);
    }

    fn walk(&mut self) {
        let mut step = Some(Step::FIRST);
        while let Some(now) = step {
            let descend = match now {
                Step::Enter(id) => self.enter(id),
                Step::Leave(id) => {
                    self.leave(id);
                    Descend::Yes
                }
            };
            step = self.page.tree.after(now, descend);
        }
    }

    fn enter(&mut self, id: NodeId) -> Descend {
        let Some(node) = self.page.tree.node(id) else { return Descend::No };
        let element = match &node.data {
            Data::Silent => return Descend::Yes,
            Data::Text(words) => {
                self.writer.words(words, self.state.space, self.state.blocks);
                return Descend::Yes;
            }
            Data::Element(element) => element,
        };
        self.frames.push(Frame { before: self.state, opened: self.opened.len() });
        let around = std::mem::replace(&mut self.state.end, Break::None);
        if elements::is_unseen(element) {
            return Descend::No;
        }
        if self.page.too_deep == Some(id) {
            self.too_deep = Some(self.writer.position());
        }
        let (writer, opened, state) = (&mut self.writer, &mut self.opened, &mut self.state);
        let here = self.survey.measure(id);
        if let Some(wanted) = place(writer, state, element, here, around) {
            // The next term of a description list stands apart from the last description.
            let apart = element.local() == "dt" && !std::mem::replace(&mut self.after_term, true);
            self.after_term &= element.local() != "dd";
            writer.boundary(if apart { Break::Blank } else { wanted });
            state.end = wanted;
        }
        if element.local() == "tr" && state.table == Table::ShortRow {
            writer.open_row();
        }
        if let Some(language) = element.attribute("lang").or(element.attribute("xml:lang"))
            && let Some(language) = language_tags::language(language)
            && state.language.replace(language) != Some(language)
        {
            opened.push(writer.open(MarkKind::Language(language)));
        }
        if elements::is_main(element) {
            opened.push(writer.open(MarkKind::Main));
        }
        if matches!(element.local(), "main" | "article" | "section") {
            state.inside = Inside::Part;
        }
        if !state.furniture && is_furniture(element, state.inside, here, self.whole) {
            state.furniture = true;
            opened.push(writer.open(MarkKind::Furniture));
        }
        if let Some(kind) = structure(element, state) {
            opened.push(writer.open(kind));
        }
        match element.local() {
            "ol" => self.lists.push(Some(Numbering::of(element))),
            "ul" | "menu" | "dir" => self.lists.push(None),
            "li" => {
                if let Some(Some(numbering)) = self.lists.last_mut() {
                    writer.prefix(&numbering.item(element));
                }
            }
            "frame" => self.sources.extend(element.attribute("src").map(str::to_owned)),
            // A closed list box shows the option that is selected.
            "option" if element.attribute("selected").is_none() => return Descend::No,
            _ => replaced(writer, state, element),
        }
        Descend::Yes
    }

    fn leave(&mut self, id: NodeId) {
        let Some(element) = self.page.tree.element(id) else { return };
        let Some(Frame { before, opened }) = self.frames.pop() else { return };
        let seen = !elements::is_unseen(element);
        match element.local() {
            "q" if seen => self.writer.words("”", self.state.space, self.state.blocks),
            "tr" if seen && self.state.table == Table::ShortRow => self.writer.close_row(),
            "li" if seen => self.writer.clear_prefix(),
            "ol" | "ul" | "menu" | "dir" if seen => drop(self.lists.pop()),
            _ => {}
        }
        while self.opened.len() > opened {
            if let Some(mark) = self.opened.pop() {
                self.writer.close(mark);
            }
        }
        if self.state.end != Break::None {
            self.writer.boundary(self.state.end);
        }
        self.state = before;
    }
}

/// Settles white space and tables inside an element, and returns the break before and after it.
fn place(
    writer: &mut Writer,
    state: &mut State,
    element: &Element,
    here: Measure,
    around: Break,
) -> Option<Break> {
    let name = element.local();
    if elements::is_preformatted(name) {
        state.space = Space::Kept;
    }
    let wanted = match elements::place(name) {
        Place::Inline => return None,
        Place::Line => Break::Line,
        Place::Block => Break::Blank,
    };
    match (name, state.table) {
        ("table", _) => state.table = if here.holds { Table::Rows } else { Table::Layout },
        ("tr", Table::Rows) if here.holds => {
            state.table = Table::ShortRow;
            return Some(Break::Line);
        }
        ("tr", Table::Rows) => state.table = Table::LongRow,
        ("thead" | "tbody" | "tfoot", Table::Rows) => return Some(Break::Line),
        ("td" | "th", Table::ShortRow) => {
            state.blocks = Blocks::Unmarked;
            writer.open_cell();
            return None;
        }
        // A list in an item goes on in the next line.
        ("ul" | "ol", _) if around == Break::Line => return Some(Break::Line),
        _ => {}
    }
    Some(wanted)
}

/// Returns the mark that says what an element is.
fn structure(element: &Element, state: &mut State) -> Option<MarkKind> {
    let name = element.local();
    if let Some(level) = elements::heading_level(name) {
        state.blocks = Blocks::Unmarked;
        return Some(MarkKind::Heading(level));
    }
    match (name, state.table) {
        ("blockquote", _) => Some(MarkKind::Quotation),
        ("a", _) => {
            let address = element.attribute("href").map(str::trim).filter(|it| !it.is_empty())?;
            let runs_code =
                address.get(..11).is_some_and(|it| it.eq_ignore_ascii_case("javascript:"));
            (!runs_code).then(|| MarkKind::Link(address.to_owned()))
        }
        ("dt", _) => Some(MarkKind::TableHeader),
        ("dd", _) => Some(MarkKind::TableCell),
        ("tr", Table::ShortRow | Table::LongRow) => Some(MarkKind::TableRow),
        ("td", Table::ShortRow | Table::LongRow) => Some(MarkKind::TableCell),
        ("th", Table::ShortRow | Table::LongRow) => Some(MarkKind::TableHeader),
        _ => None,
    }
}

/// Writes what an element shows in place of content: a line end, a picture's words, a button's.
fn replaced(writer: &mut Writer, state: &State, element: &Element) {
    match element.local() {
        "br" => writer.line_end(),
        "q" => writer.words("“", state.space, state.blocks),
        "img" => apart(writer, state, element.attribute("alt")),
        "input" => apart(writer, state, elements::shown_value(element)),
        _ => {}
    }
}

fn apart(writer: &mut Writer, state: &State, words: Option<&str>) {
    let words = words.map(str::trim).unwrap_or_default();
    if !words.is_empty() {
        writer.space(" ");
        writer.words(words, Space::Collapsed, state.blocks);
        writer.space(" ");
    }
}

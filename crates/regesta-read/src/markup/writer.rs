//! Writes the reading text of a page: white space as a browser would set it, blocks apart, and marks over the words.

use std::cmp::Reverse;

use regesta_model::{Mark, MarkKind, Span};

/// A break before the next words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Break {
    /// The next words go on in the line.
    None,
    /// A new line.
    Line,
    /// A blank line.
    Blank,
}

/// How white space is treated.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Space {
    /// Runs of it are one space.
    Collapsed,
    /// Kept as it is.
    Kept,
}

/// Which words get a `Block` mark of their own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Blocks {
    /// Running text.
    Marked,
    /// Headings and cells, which have another mark already.
    Unmarked,
}

/// A mark that is not yet closed.
#[derive(Clone, Copy)]
pub(crate) struct Opened(usize);

struct Draft {
    kind: MarkKind,
    start: Option<usize>,
    end: usize,
}

/// The reading text as far as it is written.
pub(crate) struct Writer {
    text: String,
    drafts: Vec<Draft>,
    /// Marks that begin with the next words, outer before inner.
    waiting: Vec<usize>,
    block: Option<usize>,
    pending: Break,
    /// White space since the last words; a line end in the source is `\n` here.
    gap: String,
    /// The number of a list item, due before its first words.
    prefix: String,
    /// In a row of cells: bars due before the next words.
    row: Option<Row>,
}

#[derive(Default)]
struct Row {
    bars: usize,
    cells: usize,
    begun: bool,
}

impl Writer {
    /// Starts an empty reading text.
    pub(crate) fn new() -> Self {
        Writer {
            text: String::new(),
            drafts: Vec::new(),
            waiting: Vec::new(),
            block: None,
            pending: Break::None,
            gap: String::new(),
            prefix: String::new(),
            row: None,
        }
    }

    /// Returns where the next words will stand or follow.
    pub(crate) fn position(&self) -> usize {
        self.text.len()
    }

    /// Writes words of the page.
    pub(crate) fn words(&mut self, words: &str, space: Space, blocks: Blocks) {
        if space == Space::Kept && self.row.is_none() {
            self.kept(words, blocks);
            return;
        }
        let mut rest = words;
        while !rest.is_empty() {
            let after = rest.trim_start_matches(is_gap);
            let gap = rest.get(..rest.len() - after.len()).unwrap_or_default();
            self.space(gap);
            let (run, next) = after.split_at(after.find(is_gap).unwrap_or(after.len()));
            self.put(run, blocks);
            rest = next;
        }
    }

    /// Notes white space: runs of ordinary white space count as one, no-break spaces as themselves.
    pub(crate) fn space(&mut self, gap: &str) {
        for c in gap.chars() {
            match c {
                '\u{a0}' => self.gap.push(c),
                '\n' if self.gap.ends_with(' ') => {
                    self.gap.pop();
                    self.gap.push('\n');
                }
                '\n' if !self.gap.ends_with('\n') => self.gap.push('\n'),
                '\n' => {}
                _ if self.gap.ends_with([' ', '\n']) => {}
                _ => self.gap.push(' '),
            }
        }
    }

    /// Ends the block, if one is open, and asks for a break.
    pub(crate) fn boundary(&mut self, wanted: Break) {
        if self.row.is_some() {
            self.space(" ");
            return;
        }
        self.close_block();
        self.pending = self.pending.max(wanted);
        self.gap.clear();
    }

    /// Writes a `<br>`: a new line, or a blank one after another `<br>`.
    pub(crate) fn line_end(&mut self) {
        if self.row.is_some() {
            self.space(" ");
            return;
        }
        let wanted = if self.pending == Break::None { Break::Line } else { Break::Blank };
        self.pending = self.pending.max(wanted);
        self.gap.clear();
    }

    /// Writes the number of a list item before its first words.
    pub(crate) fn prefix(&mut self, number: &str) {
        self.prefix.push_str(number);
        self.prefix.push(' ');
    }

    /// Forgets the number of a list item without words.
    pub(crate) fn clear_prefix(&mut self) {
        self.prefix.clear();
    }

    /// Begins a row whose cells stand in one line.
    pub(crate) fn open_row(&mut self) {
        self.boundary(Break::Line);
        self.row = Some(Row::default());
    }

    /// Begins a cell of the row.
    pub(crate) fn open_cell(&mut self) {
        if let Some(row) = &mut self.row {
            row.bars += usize::from(row.cells > 0);
            row.cells += 1;
            self.gap.clear();
        }
    }

    /// Ends the row; empty cells at its end are kept as bars, a row without words leaves nothing.
    pub(crate) fn close_row(&mut self) {
        if let Some(row) = self.row.take()
            && row.begun
        {
            self.text.push_str(&" |".repeat(row.bars));
        }
        self.gap.clear();
        self.boundary(Break::Line);
    }

    /// Begins a mark; it starts with the next words.
    pub(crate) fn open(&mut self, kind: MarkKind) -> Opened {
        self.drafts.push(Draft { kind, start: None, end: 0 });
        self.waiting.push(self.drafts.len() - 1);
        Opened(self.drafts.len() - 1)
    }

    /// Ends a mark with the last words; a mark over no words is dropped.
    pub(crate) fn close(&mut self, opened: Opened) {
        while self.waiting.pop_if(|it| *it >= opened.0).is_some() {}
        let end = self.text.len();
        if let Some(draft) = self.drafts.get_mut(opened.0) {
            draft.end = end;
        }
    }

    /// Returns the text and its marks, sorted by start, outer before inner.
    pub(crate) fn finish(mut self) -> (String, Vec<Mark>) {
        self.close_block();
        let mut marks: Vec<Mark> = (self.drafts.into_iter())
            .filter_map(|it| {
                let start = it.start.filter(|start| *start < it.end)?;
                Some(Mark { span: Span::new(start..it.end), kind: it.kind })
            })
            .collect();
        marks.sort_by_key(|it| (it.span.start, Reverse(it.span.end), inwardness(&it.kind)));
        marks.dedup();
        (self.text, marks)
    }

    fn kept(&mut self, words: &str, blocks: Blocks) {
        let mut rest = words;
        while !rest.is_empty() {
            let after = rest.trim_start_matches(is_gap);
            let gap = rest.get(..rest.len() - after.len()).unwrap_or_default();
            self.gap.push_str(gap);
            let (run, next) = after.split_at(after.find(is_gap).unwrap_or(after.len()));
            if !run.is_empty() {
                let gap = std::mem::take(&mut self.gap);
                // A block begins without the line ends before its first line, and keeps that line's indentation.
                let begins = self.text.is_empty() || self.pending == Break::Blank;
                let lead = if begins { gap.rfind('\n').map_or(0, |it| it + 1) } else { 0 };
                self.break_line();
                self.text.push_str(gap.get(lead..).unwrap_or_default());
                self.put(run, blocks);
            }
            rest = next;
        }
    }

    fn put(&mut self, run: &str, blocks: Blocks) {
        let Some(first) = run.chars().next() else { return };
        self.break_line();
        self.bars();
        if !self.prefix.is_empty() {
            self.gap.clear();
        }
        self.write_gap(first);
        let at = self.text.len();
        self.text.push_str(&std::mem::take(&mut self.prefix));
        for waiting in self.waiting.drain(..) {
            if let Some(draft) = self.drafts.get_mut(waiting) {
                draft.start.get_or_insert(at);
            }
        }
        if self.block.is_none() && blocks == Blocks::Marked && self.row.is_none() {
            self.drafts.push(Draft { kind: MarkKind::Block, start: Some(at), end: at });
            self.block = Some(self.drafts.len() - 1);
        }
        self.text.push_str(run);
    }

    fn break_line(&mut self) {
        if self.pending == Break::None {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(if self.pending == Break::Line { "\n" } else { "\n\n" });
        }
        self.pending = Break::None;
    }

    fn bars(&mut self) {
        let Some(row) = &mut self.row else { return };
        let bars = std::mem::take(&mut row.bars);
        if bars > 0 {
            self.gap.clear();
        }
        let begun = std::mem::replace(&mut row.begun, true);
        if bars > 0 && begun {
            self.text.push(' ');
        }
        let bars = " |".repeat(bars);
        self.text.push_str(bars.trim_start());
        if !bars.is_empty() {
            self.text.push(' ');
        }
    }

    /// Writes the white space before a run. A line end between two Han or kana characters is none.
    fn write_gap(&mut self, first: char) {
        if self.gap.is_empty() {
            return;
        }
        let starts_line = self.text.is_empty() || self.text.ends_with('\n');
        let last = self.text.chars().next_back().unwrap_or_default();
        let gap = std::mem::take(&mut self.gap);
        if gap == "\n" && !starts_line && is_unspaced(last) && is_unspaced(first) {
            return;
        }
        let written = if starts_line { gap.trim_start_matches([' ', '\n']) } else { &gap };
        self.text.extend(written.chars().map(|it| if it == '\n' { ' ' } else { it }));
    }

    fn close_block(&mut self) {
        let end = self.text.len();
        if let Some(block) = self.block.take()
            && let Some(draft) = self.drafts.get_mut(block)
        {
            draft.end = end;
        }
    }
}

/// White space that a browser collapses, and the no-break space, which it keeps.
fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{a0}')
}

/// Says whether a character belongs to a script written without spaces, or to its punctuation.
fn is_unspaced(c: char) -> bool {
    matches!(c as u32, 0x2e80..=0x312f | 0x3190..=0xa4cf | 0xf900..=0xfaff | 0xff01..=0xff60)
        || matches!(c as u32, 0x20000..=0x3ffff)
}

/// Orders marks over the same words: what holds a block before the block, what a block holds after it.
fn inwardness(kind: &MarkKind) -> u8 {
    match kind {
        MarkKind::Block => 1,
        MarkKind::Link(_) => 2,
        _ => 0,
    }
}

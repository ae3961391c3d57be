//! Stands between tokenizer and tree builder and keeps a page's nesting, and the work it makes, within bounds.
//!
//! The tree builder looks through all open elements at every tag, and reopens every unclosed inline element in each
//! paragraph, so a hostile or badly broken page would cost the square of its length. Tags that say nothing about
//! the reading text (`<font>`, `<b>`, `<a name>`) are left out; tags below a depth no real page has are left out too,
//! their words are not.

use std::cell::{Cell, RefCell};

use html5ever::interface::{TokenizerResult, Tracer};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};

use super::attributes;
use super::tree::{Handle, NodeId, Sink, Tree};

/// Deepest nesting that is kept; browsers stop at 512.
const DEEPEST: usize = 256;

/// Most inline elements kept open at a time.
const MOST_INLINE: usize = 8;

/// Inline elements that a parser reopens in each new paragraph.
const INLINE: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// Elements that close themselves, or whose content is text to the parser: they cannot nest.
const FLAT: [&str; 26] = [
    "area",
    "base",
    "basefont",
    "bgsound",
    "br",
    "col",
    "embed",
    "frame",
    "hr",
    "iframe",
    "img",
    "input",
    "link",
    "meta",
    "noembed",
    "noframes",
    "noscript",
    "param",
    "plaintext",
    "script",
    "source",
    "style",
    "textarea",
    "title",
    "wbr",
    "xmp",
];

/// A page as parsed.
pub(crate) struct Page {
    /// The tree.
    pub(crate) tree: Tree,
    /// The first element below which tags were left out for depth.
    pub(crate) too_deep: Option<NodeId>,
}

/// Parses a page.
pub(crate) fn parse(html: &str) -> Page {
    let builder = TreeBuilder::new(Sink::new(), TreeBuilderOpts::default());
    let tokenizer = Tokenizer::new(Guard::new(builder), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(&*attributes::bounded(html)));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    let Guard { builder, too_deep, .. } = tokenizer.sink;
    Page { tree: builder.sink.finish(), too_deep: too_deep.get() }
}

struct Guard {
    builder: TreeBuilder<Handle, Sink>,
    /// For each inline name, the open tags of it, and whether each was passed on.
    inline: RefCell<[Vec<bool>; INLINE.len()]>,
    inline_passed: Cell<usize>,
    /// At least as many as there are open elements.
    depth: Cell<usize>,
    /// Whether `depth` may be too high.
    stale: Cell<bool>,
    left_out: RefCell<Vec<html5ever::LocalName>>,
    too_deep: Cell<Option<NodeId>>,
}

impl Guard {
    fn new(builder: TreeBuilder<Handle, Sink>) -> Self {
        Guard {
            builder,
            inline: RefCell::default(),
            inline_passed: Cell::new(0),
            depth: Cell::new(0),
            stale: Cell::new(false),
            left_out: RefCell::default(),
            too_deep: Cell::new(None),
        }
    }

    fn passes(&self, tag: &Tag) -> bool {
        let inline = INLINE.iter().position(|it| *it == &*tag.name);
        match (inline, tag.kind) {
            (Some(at), TagKind::StartTag) => self.inline_start(at, tag),
            (Some(at), TagKind::EndTag) => self.inline_end(at),
            (None, TagKind::StartTag) => FLAT.contains(&&*tag.name) || self.start(tag),
            (None, TagKind::EndTag) => self.end(tag),
        }
    }

    fn inline_start(&self, at: usize, tag: &Tag) -> bool {
        let speaks = tag.attrs.iter().any(|it| match &*it.name.local {
            "href" => at == 0,
            "lang" | "xml:lang" | "hidden" => true,
            "style" => it.value.contains("display") || it.value.contains("visibility"),
            _ => false,
        });
        let passes = speaks && self.inline_passed.get() < MOST_INLINE && self.start(tag);
        if let Some(open) = self.inline.borrow_mut().get_mut(at) {
            // An unclosed link is closed by the next one.
            if at == 0 && passes && open.pop_if(|it| *it).is_some() {
                self.inline_passed.update(|it| it.saturating_sub(1));
            }
            open.push(passes);
            self.inline_passed.update(|it| it + usize::from(passes));
        }
        passes
    }

    fn inline_end(&self, at: usize) -> bool {
        let passed = self.inline.borrow_mut().get_mut(at).and_then(Vec::pop).unwrap_or_default();
        if passed {
            self.inline_passed.update(|it| it.saturating_sub(1));
            self.stale.set(true);
        }
        passed
    }

    fn start(&self, tag: &Tag) -> bool {
        if self.depth.get() >= DEEPEST && self.stale.replace(false) {
            let open = Count(Cell::new(0));
            self.builder.trace_handles(&open);
            self.depth.set(open.0.get());
        }
        if self.depth.get() >= DEEPEST {
            if self.too_deep.get().is_none() {
                self.too_deep.set(Some(self.builder.sink.newest()));
            }
            self.left_out.borrow_mut().push(tag.name.clone());
            return false;
        }
        self.depth.update(|it| it + 1);
        // A start tag may close others.
        self.stale.set(true);
        true
    }

    fn end(&self, tag: &Tag) -> bool {
        let mut left_out = self.left_out.borrow_mut();
        // An end tag may close what was left unclosed inside; looking only a little way back keeps this linear.
        let nearest = left_out.len().saturating_sub(8);
        let inner = left_out.iter().skip(nearest).rposition(|it| *it == tag.name);
        if let Some(inner) = inner {
            left_out.truncate(nearest + inner);
            return false;
        }
        self.stale.set(true);
        true
    }
}

impl TokenSink for Guard {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        match &token {
            Token::TagToken(tag) if !self.passes(tag) => TokenSinkResult::Continue,
            Token::CommentToken(_) | Token::ParseError(_) => TokenSinkResult::Continue,
            _ => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

struct Count(Cell<usize>);

impl Tracer for Count {
    type Handle = Handle;

    fn trace_handle(&self, _: &Handle) {
        self.0.update(|it| it + 1);
    }
}

//! The tree of a page: one flat list of nodes, so that no depth of nesting can overflow the stack.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, ExpandedName, QualName};

/// Number of a node in its tree.
pub(crate) type NodeId = u32;

/// Stands for "no such node".
pub(crate) const NONE: NodeId = NodeId::MAX;

/// What a node is.
pub(crate) enum Data {
    /// The document, a comment, a processing instruction: nothing that is read.
    Silent,
    /// Words.
    Text(StrTendril),
    /// An element.
    Element(Element),
}

/// An element with its attributes.
pub(crate) struct Element {
    pub(crate) name: Rc<QualName>,
    pub(crate) attributes: Vec<Attribute>,
}

impl Element {
    /// Returns the name of the element, in lower case.
    pub(crate) fn local(&self) -> &str {
        &self.name.local
    }

    /// Returns the value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|it| &*it.name.local == name).map(|it| &*it.value)
    }
}

/// A node and its neighbours.
pub(crate) struct Node {
    pub(crate) parent: NodeId,
    pub(crate) first_child: NodeId,
    pub(crate) next: NodeId,
    last_child: NodeId,
    previous: NodeId,
    pub(crate) data: Data,
}

/// Whether a walk goes into a node.
#[derive(Clone, Copy)]
pub(crate) enum Descend {
    /// Its children come next.
    Yes,
    /// It is left at once.
    No,
}

/// One step of a walk through the tree.
#[derive(Clone, Copy)]
pub(crate) enum Step {
    /// A node begins.
    Enter(NodeId),
    /// A node ends.
    Leave(NodeId),
}

impl Step {
    /// The first step of a walk through the whole page.
    pub(crate) const FIRST: Step = Step::Enter(0);
}

/// A parsed page; node 0 is the document.
pub(crate) struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    /// Returns a node; `None` only for `NONE`.
    pub(crate) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id as usize)
    }

    /// Returns the element a node is, if it is one.
    pub(crate) fn element(&self, id: NodeId) -> Option<&Element> {
        match &self.node(id)?.data {
            Data::Element(element) => Some(element),
            _ => None,
        }
    }

    /// Returns the number of nodes.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Returns the step after this one; `descend` says whether to go into the node entered.
    pub(crate) fn after(&self, step: Step, descend: Descend) -> Option<Step> {
        match step {
            Step::Enter(id) => match self.node(id)?.first_child {
                NONE => Some(Step::Leave(id)),
                _ if matches!(descend, Descend::No) => Some(Step::Leave(id)),
                child => Some(Step::Enter(child)),
            },
            Step::Leave(id) => match self.node(id)? {
                Node { next: NONE, parent: NONE, .. } => None,
                Node { next: NONE, parent, .. } => Some(Step::Leave(*parent)),
                Node { next, .. } => Some(Step::Enter(*next)),
            },
        }
    }

    /// Returns the words right below a node (a title, an option), white space collapsed.
    pub(crate) fn words_below(&self, id: NodeId) -> String {
        let mut words = String::new();
        let mut child = self.node(id).map_or(NONE, |it| it.first_child);
        while let Some(node) = self.node(child) {
            if let Data::Text(text) = &node.data {
                words.push_str(text);
            }
            child = node.next;
        }
        words.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn add(&mut self, data: Data) -> NodeId {
        let id = self.nodes.len() as NodeId;
        let (parent, first_child, next, last_child, previous) = (NONE, NONE, NONE, NONE, NONE);
        self.nodes.push(Node { parent, first_child, next, last_child, previous, data });
        id
    }

    fn change(&mut self, id: NodeId, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.get_mut(id as usize) {
            change(node);
        }
    }

    fn last_child(&self, id: NodeId) -> NodeId {
        self.node(id).map_or(NONE, |it| it.last_child)
    }

    fn detach(&mut self, id: NodeId) {
        let Some(node) = self.node(id) else { return };
        let (parent, previous, next) = (node.parent, node.previous, node.next);
        if parent == NONE {
            return;
        }
        self.change(previous, |it| it.next = next);
        self.change(next, |it| it.previous = previous);
        self.change(parent, |it| {
            if it.first_child == id {
                it.first_child = next;
            }
            if it.last_child == id {
                it.last_child = previous;
            }
        });
        self.change(id, |it| (it.parent, it.previous, it.next) = (NONE, NONE, NONE));
    }

    /// Puts a detached node between two neighbours; `next` is `NONE` at the end.
    fn insert(&mut self, parent: NodeId, id: NodeId, next: NodeId) {
        self.detach(id);
        let previous = match self.node(next) {
            Some(next) => next.previous,
            None => self.last_child(parent),
        };
        self.change(id, |it| (it.parent, it.previous, it.next) = (parent, previous, next));
        self.change(previous, |it| it.next = id);
        self.change(next, |it| it.previous = id);
        self.change(parent, |it| {
            if previous == NONE {
                it.first_child = id;
            }
            if next == NONE {
                it.last_child = id;
            }
        });
    }

    /// Adds words to a text node; says whether the node was one.
    fn extend_text(&mut self, id: NodeId, words: &StrTendril) -> bool {
        match self.nodes.get_mut(id as usize).map(|it| &mut it.data) {
            Some(Data::Text(text)) => {
                text.push_tendril(words);
                true
            }
            _ => false,
        }
    }
}

/// What the parser knows a node by.
#[derive(Clone)]
pub(crate) struct Handle {
    id: NodeId,
    name: Rc<QualName>,
}

/// Receives what the parser builds.
pub(crate) struct Sink {
    tree: RefCell<Tree>,
    newest: Cell<NodeId>,
    /// The name of nodes that have none.
    nameless: Rc<QualName>,
}

impl Sink {
    /// Makes a sink with an empty document.
    pub(crate) fn new() -> Self {
        let mut tree = Tree { nodes: Vec::new() };
        tree.add(Data::Silent);
        let nameless = QualName::new(None, html5ever::ns!(), html5ever::local_name!(""));
        Sink { tree: RefCell::new(tree), newest: Cell::new(0), nameless: Rc::new(nameless) }
    }

    /// Returns the element made last.
    pub(crate) fn newest(&self) -> NodeId {
        self.newest.get()
    }

    fn place(&self, parent: NodeId, next: NodeId, child: NodeOrText<Handle>) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(node) => tree.insert(parent, node.id, next),
            NodeOrText::AppendText(words) => {
                let previous = match tree.node(next) {
                    Some(next) => next.previous,
                    None => tree.last_child(parent),
                };
                if !tree.extend_text(previous, &words) {
                    let id = tree.add(Data::Text(words));
                    tree.insert(parent, id, next);
                }
            }
        }
    }

    fn silent(&self) -> Handle {
        self.handle(self.tree.borrow_mut().add(Data::Silent))
    }

    fn handle(&self, id: NodeId) -> Handle {
        Handle { id, name: self.nameless.clone() }
    }

    fn parent_of(&self, id: NodeId) -> NodeId {
        self.tree.borrow().node(id).map_or(NONE, |it| it.parent)
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        self.handle(0)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> Handle {
        let name = Rc::new(name);
        let element = Element { name: name.clone(), attributes: attrs };
        let id = self.tree.borrow_mut().add(Data::Element(element));
        self.newest.set(id);
        Handle { id, name }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.silent()
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.silent()
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.place(parent.id, NONE, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        match self.parent_of(element.id) {
            NONE => self.place(previous.id, NONE, child),
            parent => self.place(parent, element.id, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        self.place(self.parent_of(sibling.id), sibling.id, child);
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        self.tree.borrow_mut().change(target.id, |it| {
            if let Data::Element(element) = &mut it.data {
                for attribute in attrs {
                    if element.attributes.iter().all(|it| it.name != attribute.name) {
                        element.attributes.push(attribute);
                    }
                }
            }
        });
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.tree.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut tree = self.tree.borrow_mut();
        while let Some(child) = tree.node(node.id).map(|it| it.first_child)
            && child != NONE
        {
            tree.insert(new_parent.id, child, NONE);
        }
    }
}

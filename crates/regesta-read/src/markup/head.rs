//! The head of a page: its title and the named values that say something of the document.

use std::sync::LazyLock;

use super::tree::{Element, NodeId, Tree};

/// What the head of a page says.
#[derive(Default)]
pub(crate) struct Head {
    /// The title, white space collapsed; empty where there is none.
    pub(crate) title: String,
    /// Names in lower case and their values, in the page's order, each value once.
    pub(crate) values: Vec<(String, String)>,
}

static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let table = include_str!("../../../../data/page-metadata.tsv");
    crate::table::rows(table).filter_map(|it| it.first().copied()).collect()
});

/// Most values that are kept of one page.
const MOST_VALUES: usize = 64;

impl Head {
    /// Reads the head of a page.
    pub(crate) fn of(tree: &Tree) -> Head {
        let mut head = Head::default();
        for id in 0..tree.len() as NodeId {
            let Some(element) = tree.element(id) else { continue };
            match element.local() {
                "title" if head.title.is_empty() && element.name.ns == html5ever::ns!(html) => {
                    head.title = tree.words_below(id);
                }
                "meta" => head.meta(element),
                "link" if element.attribute("rel") == Some("canonical") => {
                    head.add("canonical", element.attribute("href"));
                }
                _ => {}
            }
        }
        let title = head.title.clone();
        head.values.retain(|(_, value)| *value != title);
        head
    }

    fn meta(&mut self, element: &Element) {
        let names = ["name", "property", "itemprop", "http-equiv"];
        if let Some(name) = names.iter().find_map(|it| element.attribute(it)) {
            self.add(name, element.attribute("content"));
        }
    }

    fn add(&mut self, name: &str, value: Option<&str>) {
        let name = name.trim().to_ascii_lowercase();
        let value =
            value.unwrap_or_default().split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let is_new = self.values.iter().all(|(_, it)| *it != value);
        if !value.is_empty() && is_new && is_kept(&name) && self.values.len() < MOST_VALUES {
            self.values.push((name, value));
        }
    }
}

fn is_kept(name: &str) -> bool {
    NAMES.iter().any(|it| match it.strip_suffix('*') {
        Some(start) => name.len() > start.len() && name.starts_with(start),
        None => *it == name,
    })
}

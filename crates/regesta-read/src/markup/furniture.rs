//! Tells the furniture of a page (navigation, banners, forms) from the page, by the page's own words.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::elements::{self, Place};
use super::survey::Measure;
use super::tree::Element;

/// Words that say "furniture".
struct Words {
    roles: HashSet<&'static str>,
    classes: HashSet<&'static str>,
    unless: HashSet<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let table = include_str!("../../../../data/page-furniture.tsv");
    let of_kind = |kind: &str| {
        let words = crate::table::rows(table).filter(|it| it.first() == Some(&kind));
        words.filter_map(|it| it.get(1).copied()).collect()
    };
    Words { roles: of_kind("role"), classes: of_kind("class"), unless: of_kind("unless") }
});

/// Where an element stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Inside {
    /// In the page itself: a header here is the page's banner.
    Page,
    /// In an article or section: a header here is the head of the document.
    Part,
}

/// Says whether an element is furniture. `here` is what is below it, `all` what is on the whole page.
pub(crate) fn is_furniture(element: &Element, inside: Inside, here: Measure, all: Measure) -> bool {
    let small = here.letters.saturating_mul(2) <= all.letters;
    match element.local() {
        "html" | "body" | "main" | "article" | "tbody" => false,
        "button" | "select" | "textarea" | "input" => true,
        // A form round the whole page is how some servers work, not a search box.
        "form" | "search" => here.mains == 0 && here.letters <= 400 && (small || here.letters < 40),
        "nav" | "aside" => is_beside_the_text(here, small),
        "header" | "footer" => inside == Inside::Page && is_beside_the_text(here, small),
        name => {
            let is_block = elements::place(name) != Place::Inline && inside == Inside::Page;
            (named_furniture(element) || (is_block && is_menu(here)))
                && is_beside_the_text(here, small)
        }
    }
}

/// Says whether a block is a row or column of links and hardly anything else. In the page's main part it may be
/// a list of the forms the document is offered in.
fn is_menu(here: Measure) -> bool {
    here.links >= 3 && here.linked.saturating_mul(10) >= here.letters.saturating_mul(8)
}

/// Guards against a page whose furniture was never closed, or whose class names mean something else.
fn is_beside_the_text(here: Measure, small: bool) -> bool {
    here.mains == 0 && (small || here.linked.saturating_mul(2) >= here.letters)
}

fn named_furniture(element: &Element) -> bool {
    if element.attribute("role").is_some_and(|it| WORDS.roles.contains(it.trim())) {
        return true;
    }
    let names = element.attribute("class").unwrap_or_default().split_ascii_whitespace();
    names.chain(element.attribute("id")).any(names_furniture)
}

/// Says whether a class name is one of furniture: one of its words is, and none takes it back.
fn names_furniture(name: &str) -> bool {
    let mut found = false;
    let mut word = String::new();
    let mut after_lower = false;
    // A trailing separator closes the last word.
    for c in name.chars().chain(std::iter::once('-')) {
        let parts = !c.is_alphanumeric() || (after_lower && c.is_uppercase());
        if parts {
            if WORDS.unless.contains(word.as_str()) {
                return false;
            }
            found |= WORDS.classes.contains(word.as_str());
            word.clear();
        }
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
        after_lower = c.is_lowercase();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_names() {
        for name in ["main-menu", "topNav", "footer_2", "Breadcrumbs"] {
            assert!(names_furniture(name), "{name}");
        }
        for name in ["with-sidebar", "menuContent", "navigator", "document", "footnote"] {
            assert!(!names_furniture(name), "{name}");
        }
    }
}

//! What the elements of a page mean for its reading text.

use super::tree::Element;

/// How an element stands in the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the line.
    Inline,
    /// On lines of its own.
    Line,
    /// A block, with a blank line before and after it.
    Block,
}

/// Returns how an element stands in the page; elements nobody knows stand in the line, as in a browser.
pub(crate) fn place(name: &str) -> Place {
    match name {
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center"
        | "details" | "dialog" | "dir" | "div" | "dl" | "fieldset" | "figcaption" | "figure"
        | "footer" | "form" | "frameset" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header"
        | "hgroup" | "hr" | "html" | "listing" | "main" | "menu" | "nav" | "ol" | "p"
        | "plaintext" | "pre" | "search" | "section" | "table" | "tbody" | "td" | "tfoot"
        | "th" | "thead" | "tr" | "ul" | "xmp" => Place::Block,
        "dd" | "dt" | "legend" | "li" | "optgroup" | "summary" => Place::Line,
        _ => Place::Inline,
    }
}

/// Returns the level of a heading.
pub(crate) fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

/// Says whether white space and line ends are kept as they are.
pub(crate) fn is_preformatted(name: &str) -> bool {
    matches!(name, "pre" | "listing" | "xmp" | "plaintext" | "textarea")
}

/// Says whether a browser would show nothing of an element.
pub(crate) fn is_unseen(element: &Element) -> bool {
    match element.local() {
        "annotation" | "annotation-xml" | "audio" | "canvas" | "datalist" | "desc" | "head"
        | "iframe" | "link" | "meta" | "metadata" | "noembed" | "noframes" | "noscript"
        | "script" | "style" | "template" | "title" | "video" => true,
        "dialog" => element.attribute("open").is_none(),
        _ => is_hidden(element),
    }
}

/// Says whether an element is marked hidden. A tab that waits to be clicked is part of the page.
fn is_hidden(element: &Element) -> bool {
    if element.attribute("role") == Some("tabpanel") {
        return false;
    }
    let by_attribute =
        element.attribute("hidden").is_some_and(|it| !it.eq_ignore_ascii_case("until-found"));
    by_attribute || element.attribute("style").is_some_and(hides)
}

fn hides(style: &str) -> bool {
    style.split(';').filter_map(|it| it.split_once(':')).any(|(property, value)| {
        let value = value.trim().trim_end_matches("!important").trim_end();
        let is = |name: &str, word: &str| {
            property.trim().eq_ignore_ascii_case(name) && value.eq_ignore_ascii_case(word)
        };
        is("display", "none") || is("visibility", "hidden")
    })
}

/// Says whether an element is the page's main part by its own word.
pub(crate) fn is_main(element: &Element) -> bool {
    matches!(element.local(), "main" | "article")
        || matches!(element.attribute("role"), Some("main" | "article"))
}

/// Returns what a form control shows: the words on a button, what stands in a field.
pub(crate) fn shown_value(element: &Element) -> Option<&str> {
    let kind = element.attribute("type").unwrap_or("text").to_ascii_lowercase();
    let shown = match kind.as_str() {
        "hidden" | "checkbox" | "radio" | "image" | "file" | "password" | "color" | "range" => None,
        _ => element.attribute("value").or_else(|| element.attribute("placeholder")),
    };
    shown.map(str::trim).filter(|it| !it.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_that_hide() {
        assert!(hides("color: red; display : NONE !important"));
        assert!(hides("visibility:hidden"));
        assert!(!hides("display: block; x-display:none-such"));
    }
}

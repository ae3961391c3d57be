//! Tells a web page from a text that only speaks of one, by its content alone.

/// Elements that hold a page together.
const STRUCTURE: [&str; 36] = [
    "a",
    "article",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "head",
    "header",
    "hr",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "pre",
    "script",
    "section",
    "span",
    "table",
    "td",
    "title",
    "tr",
    "ul",
    "frameset",
];

/// Says whether a text is the source of a web page.
pub(crate) fn is_web_page(head: &str) -> bool {
    let text = after_preamble(head);
    if ["<!doctype html", "<html", "<head", "<body"].iter().any(|it| starts_tag(text, it)) {
        return true;
    }
    if head.trim_start().starts_with("<?xml") {
        return false;
    }
    // Words before the page, such as the header a server sent with it.
    let tag_lines = || text.lines().map(str::trim_start).filter(|it| it.starts_with('<'));
    let begins = tag_lines().any(|it| starts_tag(it, "<html") || starts_tag(it, "<!doctype html"));
    if begins && tag_lines().any(|it| starts_tag(it, "<body") || starts_tag(it, "<head")) {
        return true;
    }
    is_fragment(text)
}

/// Skips what may stand before a page's first tag: a mark, white space, an XML declaration, comments.
fn after_preamble(head: &str) -> &str {
    let mut text = head.trim_start_matches('\u{feff}').trim_start();
    loop {
        let end = match text {
            _ if text.starts_with("<!--") => text.find("-->").map(|it| it + 3),
            _ if text.starts_with("<?") => text.find("?>").map(|it| it + 2),
            _ => None,
        };
        match end.and_then(|it| text.get(it..)) {
            Some(rest) => text = rest.trim_start(),
            None => return text,
        }
    }
}

fn starts_tag(text: &str, tag: &str) -> bool {
    let begins = text.get(..tag.len()).is_some_and(|it| it.eq_ignore_ascii_case(tag));
    let next = text.as_bytes().get(tag.len());
    begins && next.is_none_or(|it| it.is_ascii_whitespace() || matches!(it, b'>' | b'/'))
}

/// A piece of a page without its frame: it begins with a tag, and ends with one or is held together by them throughout.
fn is_fragment(text: &str) -> bool {
    let is_tag = |it: &str| {
        let inner = it.strip_prefix('/').unwrap_or(it);
        it.contains('>') && STRUCTURE.iter().any(|name| starts_tag(inner, name))
    };
    if !text.strip_prefix('<').is_some_and(is_tag) {
        return false;
    }
    let tags = text.split('<').skip(1).filter(|it| is_tag(it)).count();
    let ends_with_tag =
        text.rsplit('<').next().is_some_and(|it| is_tag(it) && it.trim_end().ends_with('>'));
    tags * 600 >= text.len() && (tags >= 3 || (tags == 2 && ends_with_tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages() {
        for page in [
            "<!-- saved from url=(0033)http://archive.example/ -->\r\n<HTML><BODY>a",
            "\u{feff}<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">\n<html>",
            "HTTP/1.0 200 OK\nServer: x\n\n<html lang=ko>\n<head>",
            "<p>one<p>two<br>three",
            "<blockquote>one</blockquote>",
        ] {
            assert!(is_web_page(page), "{page}");
        }
    }

    #[test]
    fn texts() {
        for text in [
            "The tag <b> makes letters bold, <html> begins a page and <body> its body.",
            "<https://archive.example/document/1>\n\nTelegram<br>",
            "<pagination> and <pre> are words in angle brackets",
            "<?xml version=\"1.0\"?><TEI><text><body><p>a</p></body></text></TEI>",
            "# Heading\n\n<table>\n",
            "<p> is the tag for paragraphs",
            "",
        ] {
            assert!(!is_web_page(text), "{text}");
        }
    }
}

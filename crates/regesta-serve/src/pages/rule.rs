//! The page that explains a rule: its own documentation.

use std::{fmt::Write as _, sync::Arc};

use askama::Template;
use axum::response::Response;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd, html};
use regesta_model::{FindingKind, Language};

use super::SeverityView;
use crate::{
    address,
    frame::{Collection, Frame, Here},
    wording,
};

#[derive(Template)]
#[template(path = "rule.html")]
struct Rule {
    frame: Frame,
    code: &'static str,
    name: String,
    severity: SeverityView,
    basis: &'static str,
    queue: String,
    body: String,
}

/// Explains a rule; none where there is no such rule.
pub(crate) fn page(collection: &Arc<Collection>, code: &str) -> Option<Response> {
    let kind = collection.kind(code)?;
    Some(super::shown(&view(collection, kind)))
}

fn view(collection: &Arc<Collection>, kind: &FindingKind) -> Rule {
    Rule {
        frame: Frame::new(collection, Here::Findings),
        code: kind.code,
        name: wording::rule(kind.name),
        severity: kind.severity.into(),
        basis: wording::basis(kind.basis),
        queue: address::queue(kind.code),
        body: rendered(kind.page),
    }
}

/// Renders Markdown; raw HTML is shown as the words it is, and headings go a level down under the page's own.
fn rendered(markdown: &str) -> String {
    let mut first = true;
    let mut title = false;
    let events =
        Parser::new_ext(markdown, Options::ENABLE_TABLES).filter_map(|event| match event {
            // The page's own heading repeats the rule's name, which stands above already.
            Event::Start(Tag::Heading { .. }) if std::mem::take(&mut first) => {
                title = true;
                None
            }
            Event::End(TagEnd::Heading(_)) if std::mem::take(&mut title) => None,
            _ if title => None,
            Event::Html(words) | Event::InlineHtml(words) => Some(Event::Text(words)),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                Some(Event::Html(CowStr::from(opening(&info))))
            }
            Event::End(TagEnd::CodeBlock) => Some(Event::Html(CowStr::Borrowed("</code></pre>\n"))),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                Some(Event::Html(CowStr::from(opening(""))))
            }
            other => {
                first = false;
                Some(other)
            }
        });
    let mut res = String::new();
    html::push_html(&mut res, events);
    res
}

/// The opening of a case's block: its first word names the language of the words in it.
fn opening(info: &str) -> String {
    let first = info.split([' ', ',']).next().unwrap_or_default();
    let mut res = String::from("<pre tabindex=\"0\"");
    if let Some(language) = Language::from_code(first) {
        let _ = write!(res, " lang=\"{language}\" data-name=\"{}\"", language.name());
    } else if first == "expect" {
        res.push_str(" data-name=\"Expected\"");
    }
    res.push_str("><code>");
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_markdown_cannot_smuggle_html() {
        let page = "# title\n\nA <script>alert(1)</script> b\n\n<img src=x onerror=y>\n\n```ru\n<b> № 1\n```\n";
        let html = rendered(page);
        assert!(
            !html.contains("<script") && !html.contains("<img") && !html.contains("<b>"),
            "{html}"
        );
        assert!(html.contains("&lt;script&gt;"), "{html}");
        assert!(
            html.contains(
                "<pre tabindex=\"0\" lang=\"ru\" data-name=\"Russian\"><code>&lt;b&gt; № 1"
            ),
            "{html}"
        );
        assert!(!html.contains("title"), "{html}");
    }
}

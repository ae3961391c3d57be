//! What holds for any bytes: no panic, marks on character boundaries and in order, the same bytes the same reading.

#![allow(clippy::disallowed_methods, reason = "the clock only says whether a bomb was defused")]

use proptest::prelude::*;
use regesta_model::{Finding, Mark};
use regesta_read::read;

fn keeps_its_promises(bytes: &[u8]) {
    let reading = read("a.txt", bytes);
    let text = &reading.source.text;
    let marks = &reading.source.marks;
    for mark in marks {
        let words = text.get(mark.span.range());
        assert!(words.is_some_and(|it| !it.is_empty()), "{mark:?} of {text:?}");
    }
    let order = |it: &Mark| (it.span.start, std::cmp::Reverse(it.span.end));
    assert!(marks.is_sorted_by_key(order), "{marks:?}");
    let labels = |it: &Finding| it.labels.iter().all(|it| text.get(it.span.range()).is_some());
    assert!(reading.findings.iter().all(labels), "{:?}", reading.findings);
    let again = read("a.txt", bytes);
    assert_eq!(again.source, reading.source);
    assert_eq!(again.findings, reading.findings);
}

/// Pieces that pages and broken pages are made of.
fn piece() -> impl Strategy<Value = String> {
    let tags = "(</?(p|div|table|tr|td|th|ul|ol|li|dl|dt|dd|pre|a href=x|b|font lang=ru|h2|nav|form|blockquote|select|option|button|br|hr|q|main|header|textarea|script|svg|template|frameset|frame src=x|td hidden)>)";
    prop_oneof![tags, "[ \n\u{a0}]{1,3}", "[а-яa-z0-9№我的다.|]{1,6}", "&(nbsp|amp|lt|#x4e00|#0);"]
}

proptest! {
    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        keeps_its_promises(&bytes);
    }

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        keeps_its_promises(text.as_bytes());
    }

    #[test]
    fn any_page(pieces in proptest::collection::vec(piece(), 0..60)) {
        keeps_its_promises(format!("<html>{}", pieces.concat()).as_bytes());
    }
}

/// The words of a page survive any nesting of its blocks.
#[test]
fn a_bomb_of_tags_keeps_its_words_and_says_so() {
    for (open, close) in [("<div>", "</div>"), ("<table><tr><td>", ""), ("<ul><li>", "</li></ul>")]
    {
        let page = format!("<html>{}words{}<p>after", open.repeat(100_000), close.repeat(100_000));
        let started = std::time::Instant::now();
        let reading = read("bomb.html", page.as_bytes());
        assert!(started.elapsed().as_secs() < 10, "{open} took {:?}", started.elapsed());
        assert!(reading.source.text.starts_with("words"), "{open}");
        assert!(reading.source.text.ends_with("after"), "{open}");
        let codes: Vec<_> = reading.findings.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, ["F009"], "{open}");
    }
}

/// Old pages never close their fonts; a parser that reopens them all in each paragraph takes the square of the length.
#[test]
fn unclosed_fonts_do_not_pile_up() {
    let page: String =
        (0..20_000).map(|it| format!("<p><font size={it} lang=ru>word {it}")).collect();
    let started = std::time::Instant::now();
    let reading = read("fonts.html", format!("<html>{page}").as_bytes());
    assert!(started.elapsed().as_secs() < 10, "took {:?}", started.elapsed());
    assert!(reading.source.text.ends_with("word 19999"));
}

//! Keeps a tag from having more attributes than any page has: the parser compares each with all before it.

use std::borrow::Cow;

/// Most attributes of one tag that are looked at.
const MOST: usize = 512;

/// Returns the page without the attributes beyond those; nearly always the page itself.
pub(super) fn bounded(html: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let mut from = 0;
    let mut at = 0;
    while let Some(open) = html.get(at..).and_then(|it| it.find('<')) {
        let start = at + open + 1;
        if !html.as_bytes().get(start).is_some_and(u8::is_ascii_alphabetic) {
            at = start;
            continue;
        }
        let (surplus, end) = surplus(html.as_bytes(), start);
        if let Some(cut) = surplus
            && let Some(before) = html.get(from..cut)
            && html.get(cut..end).is_some_and(|it| !it.contains('<'))
        {
            kept.push_str(before);
            from = end;
        }
        at = end;
    }
    match html.get(from..) {
        Some(rest) if from > 0 => Cow::Owned(kept + rest),
        _ => Cow::Borrowed(html),
    }
}

/// Returns where a tag's surplus attributes begin, if it has any, and where the tag ends.
fn surplus(html: &[u8], start: usize) -> (Option<usize>, usize) {
    let mut attributes = 0;
    let mut surplus = None;
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in html.iter().copied().enumerate().skip(start) {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => continue,
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, b'<' | b'>') => return (surplus, at),
            (None, _) if byte.is_ascii_whitespace() => {
                attributes += usize::from(!before.is_ascii_whitespace());
                if attributes > MOST && surplus.is_none() {
                    surplus = Some(at);
                }
            }
            _ => {}
        }
        // White space after an equals sign may stand before a quotation mark.
        if !(before == b'=' && byte.is_ascii_whitespace()) {
            before = byte;
        }
    }
    (surplus, html.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_surplus_is_left_out() {
        let page = "<p a=\"x > y\">if (a<b) <b>c</b> ".repeat(700);
        assert!(matches!(bounded(&page), Cow::Borrowed(_)));
        let many: String = (0..2000).map(|it| format!(" a{it}='>'")).collect();
        let cut = bounded(&format!("<p{many}>words</p>")).into_owned();
        assert!(cut.starts_with("<p a0='>' a1='>'") && cut.ends_with(">words</p>"));
        assert_eq!(cut.matches(" a").count(), MOST);
    }

    #[test]
    fn words_after_a_sign_are_no_attributes() {
        let words = format!("<p>5 < 6 {}</p>", "and so on ".repeat(400));
        assert_eq!(bounded(&words), words);
    }

    #[test]
    fn a_script_keeps_its_end() {
        let script = format!("<script>if (i<n) {} </script>words", "x = y ; ".repeat(400));
        assert!(bounded(&script).ends_with("</script>words"));
    }
}

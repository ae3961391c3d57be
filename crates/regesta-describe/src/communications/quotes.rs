//! Follows quotation marks, to see where a quoted document begins and ends.

use regesta_model::Span;

use crate::page::Page;

/// What a quotation mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quote {
    Opens,
    Closes,
}

/// Finds the quotation marks of a line in order. Straight marks open after white space or a bracket and close otherwise; single ones,
/// which are apostrophes too, only where the line begins, and close only after the mark that ends a sentence, at the line's end.
pub(crate) fn quotes(words: &str) -> impl Iterator<Item = (usize, usize, Quote)> {
    let mut before: Option<char> = None;
    let mut rest = words.char_indices().peekable();
    std::iter::from_fn(move || {
        while let Some((at, c)) = rest.next() {
            let after = rest.peek().map(|(_, it)| *it);
            let quote = match c {
                '“' | '«' | '「' | '『' | '„' => Some(Quote::Opens),
                '”' | '»' | '」' | '』' => Some(Quote::Closes),
                '"' => {
                    let open = before.is_none_or(|it| it.is_whitespace() || "([:（：".contains(it));
                    let word =
                        after.is_some_and(|it| !it.is_whitespace() && !".,;:!?)".contains(it));
                    Some(if open && word { Quote::Opens } else { Quote::Closes })
                }
                '\'' | '‘' if before.is_none() && after.is_some_and(char::is_uppercase) => {
                    Some(Quote::Opens)
                }
                '\'' | '’' if after.is_none() && before.is_some_and(|it| ".!?".contains(it)) => {
                    Some(Quote::Closes)
                }
                _ => None,
            };
            before = Some(c);
            if let Some(quote) = quote {
                return Some((at, at + c.len_utf8(), quote));
            }
        }
        None
    })
}

/// The last words of a quoted communication, where a name may stand, and the date after them: `... Zhao Ming. 14 March 1952."`.
pub(super) fn ending(page: &Page<'_>, quoted: Span) -> (Span, Option<Span>) {
    let text = page.text;
    let whole = quoted.of(text).trim_end_matches(['"', '”', '»', '」', '』', '.', '。', '’', '\'']);
    let date = page.dates_in(quoted).last().map(|it| it.span).filter(|it| {
        let before = Span { start: quoted.start, end: it.start }.of(text).trim_end();
        it.end as usize >= quoted.start as usize + whole.len()
            && before.ends_with(['.', '。', ',', '，'])
    });
    let signed = date.map_or(whole, |it| Span { start: quoted.start, end: it.start }.of(text));
    let signed = signed.trim_end_matches([',', '，', '.', '。', ' ', '\n']);
    let mut cut = signed.len();
    while let Some(at) = signed[..cut].rfind(['.', '?', '!', '。', '？', '！', '\n']) {
        let initial = signed[..at].chars().next_back().is_some_and(char::is_uppercase);
        cut = at;
        if !(initial && signed[at..].starts_with('.')) {
            break;
        }
    }
    let start = if cut == signed.len() { 0 } else { cut };
    let mark = signed[start..].chars().next().filter(|it| ".?!。？！\n".contains(*it));
    let start = start + mark.map_or(0, char::len_utf8);
    let tail = Span { start: quoted.start + start as u32, end: quoted.start + signed.len() as u32 };
    (tail.trimmed(text), date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_marks_open_and_close() {
        let words = "He wrote: \"Hold the ford.\" Then he left.";
        let found: Vec<_> = quotes(words).map(|it| it.2).collect();
        assert_eq!(found, [Quote::Opens, Quote::Closes]);
        let words = "'The boys' ferry isn't ready. Zhao.'";
        let found: Vec<_> = quotes(words).map(|it| it.2).collect();
        assert_eq!(found, [Quote::Opens, Quote::Closes]);
    }
}

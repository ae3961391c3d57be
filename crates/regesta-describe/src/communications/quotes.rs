//! Follows quotation marks, to see where a quoted document begins and ends.

/// What a quotation mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quote {
    Opens,
    Closes,
}

/// Finds the quotation marks of a line in order. Straight marks open after white space or a bracket and close otherwise.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_marks_open_and_close() {
        let words = "He wrote: \"Hold the ford.\" Then he left.";
        let found: Vec<_> = quotes(words).map(|it| it.2).collect();
        assert_eq!(found, [Quote::Opens, Quote::Closes]);
    }
}

//! What a reader typed, read as words, phrases and exclusions; never fails: what cannot be read is said.

use crate::index::tokenizer::{Side, tokens};

/// Something to find: tokens with their places, as neighbours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// Places and texts of the tokens, the first at place 0.
    pub(crate) tokens: Vec<(usize, String)>,
    /// How many places of the text the unit covers.
    pub(crate) places: usize,
}

/// A question as understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Question {
    /// All of these must be there.
    pub(crate) wanted: Vec<Unit>,
    /// None of these may be there.
    pub(crate) unwanted: Vec<Unit>,
    /// What was made of a question that could not be read as written.
    pub(crate) note: Option<String>,
    /// Whether nothing can be found: there were signs, but none that is searched.
    pub(crate) is_hopeless: bool,
}

/// Reads what a reader typed.
pub(crate) fn read(typed: &str) -> Question {
    let mut res = Question::default();
    let pieces = match pieces(typed) {
        Ok(pieces) => pieces,
        Err(open) => {
            res.note = Some(format!(
                "The quotation mark {open} is not closed, so its words were looked for one by one."
            ));
            let marks = |it: char| is_opening(it).is_some() || is_closing(it);
            let plain = typed.replace(marks, " ");
            plain.split_whitespace().map(|it| piece(it, false)).collect()
        }
    };
    for piece in &pieces {
        let units = units(&piece.words, piece.quoted);
        if piece.excluded {
            res.unwanted.extend(units);
        } else {
            res.wanted.extend(units);
        }
    }
    dedup(&mut res.wanted);
    if res.wanted.is_empty() && res.unwanted.is_empty() && !typed.trim().is_empty() {
        res.is_hopeless = true;
        res.note = Some(format!("There is no letter or digit to look for in “{}”.", typed.trim()));
    }
    res
}

struct Piece {
    words: String,
    excluded: bool,
    quoted: bool,
}

fn piece(words: &str, quoted: bool) -> Piece {
    match words.strip_prefix(['-', '−']) {
        Some(rest) if !quoted && rest.chars().next().is_some_and(char::is_alphanumeric) => {
            Piece { words: rest.to_owned(), excluded: true, quoted }
        }
        _ => Piece { words: words.to_owned(), excluded: false, quoted },
    }
}

/// Cuts at white space and quotation marks; fails with the mark that is not closed.
fn pieces(typed: &str) -> Result<Vec<Piece>, char> {
    let mut res = Vec::new();
    let mut rest = typed;
    loop {
        rest = rest.trim_start();
        let Some(first) = rest.chars().next() else { return Ok(res) };
        let minus = matches!(first, '-' | '−');
        let after_minus =
            if minus { rest.get(first.len_utf8()..).unwrap_or_default() } else { rest };
        let mark = after_minus.chars().next().unwrap_or(' ');
        if let Some(closing) = is_opening(mark) {
            let inside = after_minus.get(mark.len_utf8()..).unwrap_or_default();
            let (words, after) = inside.split_once(closing).ok_or(mark)?;
            res.push(Piece { words: words.to_owned(), excluded: minus, quoted: true });
            rest = after;
        } else {
            let cut = |it: char| it.is_whitespace() || (is_opening(it).is_some() && it != '\'');
            let end = rest.find(cut).unwrap_or(rest.len());
            let (words, after) = rest.split_at(end);
            res.push(piece(words, false));
            rest = after;
        }
    }
}

/// Returns the marks that close a quotation opened by this one.
fn is_opening(mark: char) -> Option<&'static [char]> {
    match mark {
        '"' => Some(&['"']),
        '«' => Some(&['»']),
        '“' | '„' => Some(&['”', '“']),
        '「' => Some(&['」']),
        '『' => Some(&['』']),
        '《' => Some(&['》']),
        _ => None,
    }
}

fn is_closing(mark: char) -> bool {
    matches!(mark, '»' | '”' | '」' | '』' | '》')
}

/// Makes units of words: one for a quotation, one for each written word otherwise.
fn units(words: &str, quoted: bool) -> Vec<Unit> {
    let whole = |words: &str| {
        let tokens = tokens(words, Side::Question);
        let first = tokens.first()?.position;
        let last = tokens.last()?;
        // A pair of characters covers two places.
        let pair = last.text.chars().count() == 2
            && last.text.chars().all(crate::index::folding::stands_alone);
        Some(Unit {
            places: last.position - first + 1 + usize::from(pair),
            tokens: tokens.into_iter().map(|it| (it.position - first, it.text)).collect(),
        })
    };
    if quoted {
        whole(words).into_iter().collect()
    } else {
        words.split_whitespace().filter_map(whole).collect()
    }
}

fn dedup(units: &mut Vec<Unit>) {
    let mut seen: Vec<Unit> = Vec::new();
    units.retain(|it| {
        let is_new = !seen.contains(it);
        if is_new {
            seen.push(it.clone());
        }
        is_new
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(units: &[Unit]) -> Vec<Vec<&str>> {
        units.iter().map(|it| it.tokens.iter().map(|(_, text)| text.as_str()).collect()).collect()
    }

    #[test]
    fn words_are_wanted_each_and_phrases_whole() {
        let question = read("приказ \"Second company\" -черновик -«план отвода» 인민군");
        assert_eq!(
            texts(&question.wanted),
            [vec!["приказ"], vec!["second", "compani"], vec!["인민", "민군"]]
        );
        assert_eq!(texts(&question.unwanted), [vec!["черновик"], vec!["план", "отвод"]]);
        assert_eq!(question.note, None);
        assert_eq!(question.wanted.last().map(|it| it.places), Some(3));
    }

    #[test]
    fn an_open_quotation_falls_back_to_plain_words_and_says_so() {
        let question = read("рота \"second company");
        assert_eq!(question.wanted.len(), 3);
        assert!(question.note.is_some_and(|it| it.contains("not closed")));
    }

    #[test]
    fn signs_alone_are_hopeless_and_nothing_is_not() {
        assert!(read("№ --- …").is_hopeless);
        assert!(!read("  ").is_hopeless);
    }
}

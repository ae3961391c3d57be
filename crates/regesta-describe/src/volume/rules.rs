//! Rules drawn across a text, with words in them or without.

/// A rule: the mark it is drawn with, and the words in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rule<'a> {
    pub(crate) mark: char,
    pub(crate) words: &'a str,
}

/// Says whether a line is a rule and nothing else.
pub(crate) fn is_rule(words: &str) -> bool {
    // Asterisks with spaces between them stand for words left out.
    !words.starts_with("* ") && rule(words).is_some_and(|it| it.words.is_empty())
}

/// Reads a rule: marks of one kind, five at least, or four on either side of some words.
pub(crate) fn rule(line: &str) -> Option<Rule<'_>> {
    const MARKS: &str = "=*_#~-—–─═•·+";
    const LONGEST: usize = 300;
    let mark = line.chars().next().filter(|it| MARKS.contains(*it))?;
    if line.len() > LONGEST {
        return None;
    }
    let around = |it: char| it == mark || it == ' ';
    let words = line.trim_matches(around);
    let count = |words: &str| words.chars().filter(|it| *it == mark).count();
    if words.is_empty() {
        return (count(line) >= 5).then_some(Rule { mark, words });
    }
    let at = line.find(words)?;
    let (before, after) = (line.get(..at)?, line.get(at + words.len()..)?);
    let set_off = count(before) >= 4 && count(after) >= 4;
    (set_off && words.chars().any(char::is_alphanumeric)).then_some(Rule { mark, words })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_told_from_ornaments_and_headings() {
        assert!(is_rule("=========="));
        assert!(!is_rule("* * * * *"));
        assert!(!is_rule("----"));
        assert_eq!(rule("==== a.txt ====").map(|it| it.words), Some("a.txt"));
        assert_eq!(rule("== Heading =="), None);
    }
}

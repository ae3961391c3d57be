//! A page of a kind: where it stands, what it says, and the page with other expectations.

use std::path::PathBuf;

use crate::Case;

/// A page of documentation with its cases.
#[derive(Clone, Debug)]
pub struct Page {
    /// The file, so that its expectations can be rewritten.
    pub path: PathBuf,
    /// The Markdown.
    pub text: &'static str,
}

/// Returns the page with other expectations, one for each case.
#[must_use]
pub fn blessed(page: &str, cases: &[Case], actual: &[String]) -> String {
    let mut res = String::with_capacity(page.len());
    let mut at = 0;
    for (case, actual) in cases.iter().zip(actual) {
        res.push_str(page.get(at..case.expect.start).unwrap_or_default());
        res.push_str(actual);
        at = case.expect.end;
    }
    res.push_str(page.get(at..).unwrap_or_default());
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_expectations_change() {
        let page = "## One\n```en\na\n```\n```expect\nold\n```\nProse.\n## Two\n```en\nb\n```\n```expect\n```\nEnd.\n";
        let cases = crate::cases(page).unwrap();
        let actual = ["new\n".to_owned(), "two\n".to_owned()];
        let expected =
            page.replace("old\n", "new\n").replace("expect\n```\nEnd", "expect\ntwo\n```\nEnd");
        assert_eq!(blessed(page, &cases, &actual), expected);
    }
}

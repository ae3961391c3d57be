//! A name as it is written, and what of it is name.

use regesta_model::Script;

/// A form of a name, stripped of titles, ranks, brackets and letter-spacing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The words of the name in the order written; hyphens and apostrophes are kept inside a word, case as written.
    pub words: Vec<String>,
    /// Titles, ranks and forms of address that stood with the name, as written.
    pub titles: Vec<String>,
    /// The script of most letters.
    pub script: Script,
}

impl Form {
    /// Reads a form of a name.
    pub fn read(written: &str) -> Form {
        let words = written.split_whitespace().map(str::to_owned).collect();
        Form { words, titles: Vec::new(), script: crate::scripts::letters(written).script() }
    }
}

//! A case of a page: a heading, fenced input, and the fenced output that is expected.

use std::ops::Range;

/// Languages an input block can be named after.
pub(crate) const LANGUAGES: &[&str] =
    &["ru", "en", "zh", "ko", "ja", "de", "fr", "uk", "vi", "hu", "pl", "mn", "txt"];

/// One input block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// `ru`, `en`, `txt`, `html`, `hex`, ...
    pub kind: String,
    /// Name of the file it is read as, where the block gives one.
    pub name: Option<String>,
    /// The words.
    pub words: String,
}

/// One case of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// Heading of the case.
    pub heading: String,
    /// Input blocks in order.
    pub inputs: Vec<Input>,
    /// Where the expected output stands in the page, without its fences.
    pub expect: Range<usize>,
}

/// Splits a page into its cases; a part without an `expect` block is prose and gives none.
///
/// # Errors
///
/// Says which block cannot be understood.
pub fn cases(page: &str) -> Result<Vec<Case>, String> {
    let mut res: Vec<Case> = Vec::new();
    let mut case = Case::default();
    let mut open: Option<(&str, usize)> = None;
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        let fence = line.trim_end().strip_prefix("```");
        match (open, fence) {
            (None, Some(info)) => open = Some((info, at + line.len())),
            (None, None) => {
                if let Some(heading) = line.strip_prefix("## ") {
                    case = Case { heading: heading.trim_end().to_owned(), ..Case::default() };
                }
            }
            (Some(("expect", start)), Some("")) => {
                if case.inputs.is_empty() {
                    return Err(format!("“{}”: an expect block without input", case.heading));
                }
                case.expect = start..at;
                res.push(std::mem::take(&mut case));
                open = None;
            }
            (Some((info, start)), Some("")) => {
                case.inputs.push(input(info, page.get(start..at).unwrap_or_default())?);
                open = None;
            }
            (Some(_), _) => (),
        }
        at += line.len();
    }
    match open {
        Some((info, _)) => Err(format!("the block `{info}` is not closed")),
        None => Ok(res),
    }
}

fn input(info: &str, words: &str) -> Result<Input, String> {
    let (kind, name) = info.split_once(' ').unwrap_or((info, ""));
    if !LANGUAGES.contains(&kind) && !matches!(kind, "html" | "hex" | "sh" | "tsv") {
        return Err(format!("unknown block `{info}`"));
    }
    let name = Some(name.trim()).filter(|it| !it.is_empty()).map(str::to_owned);
    Ok(Input { kind: kind.to_owned(), name, words: words.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# name (Q000)\n\nProse.\n\n```sh\nregesta check\n```\n\n## A case\n\n```ru\nПять рот.\n```\n\n```expect\nerror\n```\n";

    #[test]
    fn a_case_has_its_heading_its_input_and_its_expectation() {
        let cases = cases(PAGE).unwrap();
        let [case] = cases.as_slice() else { panic!("{cases:?}") };
        assert_eq!(case.heading, "A case");
        assert_eq!(case.inputs.len(), 1);
        assert_eq!(&PAGE[case.expect.clone()], "error\n");
    }

    #[test]
    fn a_block_left_open_is_said() {
        assert!(cases("## A case\n\n```ru\nПять рот.\n").is_err());
    }
}

//! The words by which the documents of a volume are told apart, read once.

use std::sync::LazyLock;

use super::number_at;
use crate::vocabulary::{self, rows};

/// How a document is headed in a volume: the words before its number and those after it.
#[derive(Clone, Debug)]
struct HeadForm {
    /// `document`: only a volume heads so. `number`: a bare number, which telegrams have of their own.
    kind: HeadKind,
    before: String,
    after: String,
}

/// How much the words of a head say by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum HeadKind {
    /// `Document 12`
    Document,
    /// `№ 12`
    Number,
    /// `12.`
    Bare,
}

/// The head of a document as read off a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ReadHead {
    /// Heads of one form have one.
    pub(crate) form: usize,
    pub(crate) kind: HeadKind,
    pub(crate) number: u32,
    /// Where in the line the number's own words stand.
    pub(crate) at: (usize, usize),
    /// How many bytes of the line are number and marks; the title begins there.
    pub(crate) len: usize,
}

fn head_forms() -> &'static [HeadForm] {
    static FORMS: LazyLock<Vec<HeadForm>> = LazyLock::new(|| {
        let table = rows(include_str!("../../../../data/volume_heads.tsv"));
        let mut res: Vec<HeadForm> = table
            .filter_map(|row| {
                let [kind, _, before, after, ..] = row[..] else { return None };
                let kind = match kind {
                    "document" => HeadKind::Document,
                    _ => HeadKind::Number,
                };
                Some(HeadForm { kind, before: before.to_lowercase(), after: after.to_lowercase() })
            })
            .collect();
        // Of several that fit, the one that says most counts.
        res.sort_by_key(|it| std::cmp::Reverse((it.before.len(), it.after.len())));
        res
    });
    &FORMS
}

/// Marks that may stand around the head of a document.
const AROUND: &[char] = &['[', ']', '*', '#', '=', '_', '~', '—', '–', '-', ' ', '\t', '\u{a0}'];

/// Reads the head of a document off a line: `Document 12`, `[№ 12]`, `第十二号 标题`, `12. Title`.
pub(crate) fn head(line: &str) -> Option<ReadHead> {
    const LONGEST: usize = 400;
    let first = line.chars().next()?;
    if line.len() > LONGEST || !(AROUND.contains(&first) || may_open(first)) {
        return None;
    }
    let lead = line.len() - line.trim_start_matches(AROUND).len();
    let rest = line.get(lead..)?;
    let decorated = if lead == 0 { 0 } else { 1 + first as usize };
    let worded = head_forms().iter().enumerate().find_map(|(place, form)| {
        let before = begun(rest, &form.before)?;
        let gap = blank(rest.get(before..)?);
        let (number, len) = number_at(rest.get(before + gap..)?)?;
        let end = before + gap + len;
        let after = begun(rest.get(end..)?, &form.after)?;
        let (start, end) = (lead + before + gap, lead + end);
        let len = closed(line, end + after)?;
        let form_of = place + 1 + decorated * head_forms().len();
        Some(ReadHead { form: form_of, kind: form.kind, number, at: (start, end), len })
    });
    worded.or_else(|| {
        let (number, len) = number_at(rest).filter(|_| first.is_ascii_digit() || lead > 0)?;
        let after = rest.get(len..)?;
        let number_ends = lead + len;
        let len = closed(line, number_ends)?;
        // `12. Title`, and not the day of `5.III.1951`.
        let title = line.get(len..).and_then(|it| it.chars().next());
        let run_on = title.is_some_and(|it| it.len_utf8() < 3)
            && !line.get(number_ends..len)?.contains(char::is_whitespace);
        let stopped = !run_on && (after.is_empty() || after.starts_with(['.', ']', '*', ')']));
        let kind = HeadKind::Bare;
        let at = (lead, lead + rest.len() - after.len());
        stopped.then_some(ReadHead { form: 0, kind, number, at, len })
    })
}

/// Says whether a head may open with this letter: no other line is looked at closer.
fn may_open(first: char) -> bool {
    static FIRST: LazyLock<Vec<char>> = LazyLock::new(|| {
        let lower = head_forms().iter().filter_map(|it| it.before.chars().next());
        let mut res: Vec<char> =
            lower.flat_map(|it| [it].into_iter().chain(it.to_uppercase())).collect();
        res.sort_unstable();
        res.dedup();
        res
    });
    first.is_ascii_digit() || FIRST.binary_search(&first).is_ok() || has_number_after(first)
}

/// Numbers before the word they count: `12. számú irat`, `十二号`.
fn has_number_after(first: char) -> bool {
    number_at(first.encode_utf8(&mut [0; 4])).is_some()
}

/// How many bytes of these words the beginning takes, whatever its case.
fn begun(words: &str, beginning: &str) -> Option<usize> {
    let mut rest = words.char_indices();
    for wanted in beginning.chars() {
        let (_, c) = rest.next()?;
        if c != wanted && !c.to_lowercase().eq([wanted]) {
            return None;
        }
    }
    Some(rest.next().map_or(words.len(), |(at, _)| at))
}

fn blank(words: &str) -> usize {
    words.len() - words.trim_start_matches([' ', '\u{a0}', '\t']).len()
}

/// Where the title begins after a number that ends at `end`; `None` where the words run on from it.
fn closed(line: &str, end: usize) -> Option<usize> {
    let after = line.get(end..)?;
    let rest = after.trim_start_matches(|it| ".:：])）、·|".contains(it) || AROUND.contains(&it));
    let marked = after.len() - rest.len();
    let stops = after.get(..marked)?.trim_matches([' ', '\t', '\u{a0}']);
    let opens = rest.chars().next().is_none_or(|it| !it.is_lowercase() && !it.is_ascii_digit());
    let apart = rest.is_empty() || (!stops.is_empty() && opens);
    apart.then_some(end + marked)
}

/// Words of `data/volume_words.tsv` of a role, folded.
fn of_role(role: &str) -> Vec<String> {
    let table = rows(include_str!("../../../../data/volume_words.tsv"));
    let of_role = table.filter(|row| row.first() == Some(&role));
    of_role.filter_map(|row| row.get(2).map(|it| vocabulary::folded(it))).collect()
}

/// Says whether a line says that it belongs to what stands before: `Enclosure 2`, `Приложение`, `(continued)`.
pub(crate) fn continues(line: &str) -> bool {
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| of_role("continues"));
    const LONGEST: usize = 120;
    if line.len() > LONGEST {
        return false;
    }
    let words = vocabulary::folded(line);
    WORDS.iter().any(|it| {
        words.strip_prefix(it.as_str()).is_some_and(|rest| {
            let next = rest.chars().next();
            let dense = it.chars().next().is_some_and(|it| it.len_utf8() > 2);
            dense || next.is_none_or(|it| !it.is_alphabetic())
        })
    })
}

/// The number of a line that marks a page and does nothing else: `## Page 3`, `- стр. 4 -`, `第5页`.
pub(crate) fn page_mark(line: &str) -> Option<u32> {
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| of_role("page"));
    const LONGEST: usize = 60;
    if line.len() > LONGEST {
        return None;
    }
    let bare = line.trim_matches(AROUND);
    if bare.len() == line.len() || !bare.contains(|it: char| it.is_ascii_digit()) {
        // A page that no marks set off may be the words of a catalogue or of the paper itself.
        return None;
    }
    let words = vocabulary::folded(bare);
    WORDS.iter().find_map(|it| {
        let rest = words.strip_prefix(it.as_str())?.trim_start_matches(['.', ' ']);
        let (number, len) = number_at(rest)?;
        rest.get(len..)?.trim().is_empty().then_some(number)
    })
}

/// What the label of a mail's head names: `from`, `sent`, `to`, `subject`.
pub(crate) fn mail_label(label: &str) -> Option<&'static str> {
    static WORDS: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| {
        let roles = ["from", "sent", "to", "subject"];
        let words = |role| of_role(&format!("mail-{role}")).into_iter().map(move |it| (role, it));
        roles.into_iter().flat_map(words).collect()
    });
    const LONGEST: usize = 48;
    if label.len() > LONGEST {
        return None;
    }
    let words = vocabulary::folded(label);
    WORDS.iter().find(|(_, it)| *it == words).map(|(role, _)| *role)
}

/// Says whether a line announces that another mail follows: `-----Original Message-----`.
pub(crate) fn announces_mail(line: &str) -> bool {
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| of_role("mail-follows"));
    const LONGEST: usize = 120;
    line.len() <= LONGEST && WORDS.contains(&vocabulary::folded(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(HeadKind, u32, &str)> {
        head(line).map(|it| (it.kind, it.number, &line[it.len..]))
    }

    #[test]
    fn heads_are_read_with_their_number_and_the_title_after_it() {
        use HeadKind::{Bare, Document, Number};
        assert_eq!(read("Document 12"), Some((Document, 12, "")));
        assert_eq!(read("[Document No. 12]"), Some((Document, 12, "")));
        assert_eq!(read("ДОКУМЕНТ № 7. Письмо"), Some((Document, 7, "Письмо")));
        assert_eq!(read("№ 12"), Some((Number, 12, "")));
        assert_eq!(read("第十二号"), Some((Number, 12, "")));
        assert_eq!(read("문서 12"), Some((Document, 12, "")));
        assert_eq!(read("Dokument Nr. 12: Brief"), Some((Document, 12, "Brief")));
        assert_eq!(read("12. Letter to the consul"), Some((Bare, 12, "Letter to the consul")));
    }

    #[test]
    fn what_runs_on_is_no_head() {
        for line in ["Document 12 shows that", "№ 12 от 5 мая", "12 men", "No. 12/к", "5.III.1951"]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn page_marks_are_set_off() {
        assert_eq!(page_mark("## Page 3"), Some(3));
        assert_eq!(page_mark("- стр. 4 -"), Some(4));
        assert_eq!(page_mark("Page 3"), None);
        assert_eq!(page_mark("# Pages of history"), None);
    }
}

//! An editor's decisions on names, `decisions/names.toml`: which forms are one, which are not, who decided, when and why.

use std::{collections::HashMap, fmt::Write as _};

use serde::Deserialize;
use toml::Spanned;

use crate::groups::Groups;

/// What an editor decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// The forms are one person or organisation.
    Same,
    /// The forms are different ones, each from each.
    Apart,
}

impl Verdict {
    /// Returns the name of the table in the file: `same`, `apart`.
    pub const fn code(self) -> &'static str {
        match self {
            Verdict::Same => "same",
            Verdict::Apart => "apart",
        }
    }
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What was decided.
    pub verdict: Verdict,
    /// Of which forms; two or more.
    pub forms: Vec<String>,
    /// Who decided.
    pub who: Option<String>,
    /// When, as EDTF.
    pub when: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// The line of the file on which it begins, from 1; 0 for one that is in no file yet.
    pub line: usize,
}

/// Something in the file that cannot be obeyed: where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for Fault {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    same: Vec<Spanned<Table>>,
    #[serde(default)]
    apart: Vec<Spanned<Table>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    forms: Vec<String>,
    who: Option<String>,
    when: Option<toml::Value>,
    why: Option<String>,
}

/// Reads the decisions of a file, in its order.
///
/// # Errors
/// Says the line and what to do: the file is no TOML, a decision names fewer than two forms, or two decisions contradict each other.
pub fn read(text: &str) -> Result<Vec<Decision>, Fault> {
    let res = parsed(text)?;
    match contradiction(&res) {
        Some(fault) => Err(fault),
        None => Ok(res),
    }
}

/// The decisions of a file, in its order, whether or not they contradict each other.
fn parsed(text: &str) -> Result<Vec<Decision>, Fault> {
    let file: File = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |it| it.start);
        Fault { line: line_of(text, at), message: corrected(error.message()) }
    })?;
    let same = file.same.into_iter().map(|it| decision(text, Verdict::Same, it));
    let apart = file.apart.into_iter().map(|it| decision(text, Verdict::Apart, it));
    let mut res = same.chain(apart).collect::<Result<Vec<Decision>, Fault>>()?;
    res.sort_by_key(|it| it.line);
    Ok(res)
}

/// What the reader of TOML says, on one line, and what to do about it.
fn corrected(message: &str) -> String {
    let said = match message.trim().replace('\n', "; ").as_str() {
        "invalid type: map, expected a sequence" => {
            "a decision begins with `[[same]]` or `[[apart]]`, in double brackets".to_owned()
        }
        other => other.replace("expected a sequence", "expected a list: `[\"…\", \"…\"]`"),
    };
    format!("{said}; correct the line or delete the decision")
}

fn decision(text: &str, verdict: Verdict, table: Spanned<Table>) -> Result<Decision, Fault> {
    let line = line_of(text, table.span().start);
    let table = table.into_inner();
    let mut forms: Vec<String> = table.forms.iter().map(|it| crate::tidy(it, 400)).collect();
    forms.retain(|it| !it.is_empty());
    let mut distinct = forms.clone();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() < 2 {
        let message = "`forms` names fewer than two different names; give at least two, or delete the decision";
        return Err(Fault { line, message: message.to_owned() });
    }
    let when = table.when.map(|it| match it {
        toml::Value::String(it) => it,
        other => other.to_string(),
    });
    Ok(Decision { verdict, forms, who: table.who, when, why: table.why, line })
}

/// The line of a byte, from 1.
fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|it| **it == b'\n').count() + 1
}

/// Two forms that are said to be one, in whatever steps, and also to be apart; the decision named is the one that made them one.
fn contradiction(decisions: &[Decision]) -> Option<Fault> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    for form in decisions.iter().flat_map(|it| &it.forms) {
        let next = places.len();
        places.entry(form).or_insert(next);
    }
    let place = |form: &str| places.get(form).copied().unwrap_or_default();
    let join = |groups: &mut Groups, it: &Decision| {
        for pair in it.forms.windows(2) {
            if let [one, other] = pair {
                groups.join(place(one), place(other));
            }
        }
    };
    let same = || decisions.iter().filter(|it| it.verdict == Verdict::Same);
    let mut groups = Groups::new(places.len());
    same().for_each(|it| join(&mut groups, it));
    for it in decisions.iter().filter(|it| it.verdict == Verdict::Apart) {
        for (at, one) in it.forms.iter().enumerate() {
            let one_group = groups.of(place(one));
            let mut others = it.forms.iter().skip(at + 1).filter(|other| *other != one);
            let Some(other) = others.find(|other| groups.of(place(other)) == one_group) else {
                continue;
            };
            let mut again = Groups::new(places.len());
            let joined = same().find(|same| {
                join(&mut again, same);
                again.of(place(one)) == again.of(place(other))
            });
            let line = joined.map_or(0, |it| it.line);
            let message = format!(
                "“{one}” and “{other}” are held apart here, but the decision on line {line} makes them one; delete one of the two decisions"
            );
            return Some(Fault { line: it.line, message });
        }
    }
    None
}

/// Returns the file with one more decision at its end; what stands in it is kept as it is.
///
/// # Errors
/// Where the file cannot be read, or the decision contradicts it: nothing is then to be written.
pub fn with(text: &str, it: &Decision) -> Result<String, Fault> {
    let mut res = text.to_owned();
    if !res.is_empty() && !res.ends_with('\n') {
        res.push('\n');
    }
    if !res.is_empty() {
        res.push('\n');
    }
    let quoted = |it: &str| toml::Value::String(it.to_owned()).to_string();
    let forms: Vec<String> = it.forms.iter().map(|it| quoted(it)).collect();
    let _ = writeln!(res, "[[{}]]\nforms = [{}]", it.verdict.code(), forms.join(", "));
    for (name, value) in [("who", &it.who), ("when", &it.when), ("why", &it.why)] {
        if let Some(value) = value {
            let _ = writeln!(res, "{name} = {}", quoted(value));
        }
    }
    read(&res).map(|_| res)
}

/// Returns the file without the last decision on exactly these forms, and that decision; `None` where there is none. The comments of other
/// decisions and the order of the file are kept, and so are decisions that contradict each other: this is the way to end that.
///
/// # Errors
/// Where the file cannot be read, or where the decision cannot be cut out without touching others: nothing is then to be written.
pub fn without(text: &str, forms: &[String]) -> Result<Option<(String, Decision)>, Fault> {
    let sorted = |it: &[String]| {
        let mut res: Vec<String> = it.iter().map(|it| crate::tidy(it, 400)).collect();
        res.sort_unstable();
        res.dedup();
        res
    };
    let wanted = sorted(forms);
    let mut rest = parsed(text)?;
    let Some(place) = rest.iter().rposition(|it| sorted(&it.forms) == wanted) else {
        return Ok(None);
    };
    let it = rest.remove(place);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let opens = |line: &&str| line.trim_start().starts_with('[');
    let start = it.line.saturating_sub(1);
    let end = lines.iter().skip(start + 1).position(opens).map_or(lines.len(), |at| start + 1 + at);
    // Comments and empty lines before the next decision are that decision's.
    let own = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let last = lines.get(start..end).and_then(|it| it.iter().rposition(own)).unwrap_or_default();
    let end = if end == lines.len() { start + last + 1 } else { end.min(start + last + 1) };
    let mut res: String = lines.get(..start).unwrap_or_default().concat();
    let after = lines.get(end..).unwrap_or_default().concat();
    // One empty line stands where the decision stood.
    res.truncate(res.trim_end_matches('\n').len());
    let after = after.trim_start_matches('\n');
    res.push_str(match (res.is_empty(), after.is_empty()) {
        (true, _) => "",
        (false, true) => "\n",
        (false, false) => "\n\n",
    });
    res.push_str(after);
    let told = |all: Vec<Decision>| -> Vec<Decision> {
        all.into_iter().map(|it| Decision { line: 0, ..it }).collect()
    };
    if parsed(&res).ok().map(told) != Some(told(rest)) {
        let message = "this decision does not stand in a block of its own; delete it by hand";
        return Err(Fault { line: it.line, message: message.to_owned() });
    }
    Ok(Some((res, it)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# Ours.\n\n# The consul.\n[[same]]\nforms = [\"Orrin\", \"奥林\"]\nwhy = \"signs so\"\n\n# Two brothers.\n[[apart]]\nforms = [\"A. Selm\", \"I. Selm\"]\nwhen = 2026-11-22\n";

    #[test]
    fn decisions_come_with_their_lines() {
        let read = read(FILE).expect("a file");
        let seen: Vec<(Verdict, usize, &str)> =
            read.iter().map(|it| (it.verdict, it.line, it.forms[1].as_str())).collect();
        assert_eq!(seen, [(Verdict::Same, 4, "奥林"), (Verdict::Apart, 9, "I. Selm")]);
        assert_eq!(read[1].when.as_deref(), Some("2026-11-22"));
    }

    #[test]
    fn what_cannot_be_obeyed_is_said_with_its_line() {
        for (text, line, words) in [
            ("[[same]]\nforms = [\"A\", \"B\"\n", 3, ""),
            ("[[same]]\nforms = [\"A\", \"B\"]\n\n[[same]]\nform = [\"A\"]\n", 5, "unknown field"),
            ("\n[[same]]\nforms = [\"A\", \"A\"]\n", 2, "fewer than two"),
            (
                "[[same]]\nforms = [\"A\", \"B\"]\n[[same]]\nforms = [\"B\", \"C\"]\n[[apart]]\nforms = [\"A\", \"C\"]\n",
                5,
                "line 3",
            ),
            (
                "[[same]]\nforms = [\"A\", \"X\"]\n[[same]]\nforms = [\"A\", \"B\"]\n[[apart]]\nforms = [\"A\", \"B\"]\n",
                5,
                "line 3",
            ),
            ("[same]\nforms = [\"A\", \"B\"]\n", 1, "double brackets"),
            ("[[same]]\nforms = \"A\"\n", 2, "expected a list"),
        ] {
            let fault = read(text).expect_err(text);
            assert!(fault.message.contains(words), "{text}: {fault}");
            assert!(fault.line == line || words.is_empty(), "{text}: {fault}");
        }
    }

    #[test]
    fn what_is_added_is_taken_back_and_comments_stay() {
        let it = Decision {
            verdict: Verdict::Same,
            forms: vec!["Ли \"Ко\"".to_owned(), "Lee".to_owned()],
            who: Some("A. Editor".to_owned()),
            when: Some("2026-11-22".to_owned()),
            why: None,
            line: 0,
        };
        let more = with(FILE, &it).expect("added");
        assert!(more.starts_with(FILE), "{more}");
        let (back, taken) = without(&more, &it.forms).expect("read").expect("there");
        assert_eq!((back.as_str(), taken.who.as_deref()), (FILE, Some("A. Editor")));
        let forms = ["奥林".to_owned(), "Orrin".to_owned()];
        let (rest, _) = without(FILE, &forms).expect("read").expect("there");
        assert!(rest.contains("# Two brothers.\n[[apart]]") && !rest.contains("Orrin"), "{rest}");
        assert_eq!(without(FILE, &["A".to_owned(), "B".to_owned()]).expect("read"), None);
        let against = Decision { verdict: Verdict::Apart, forms: forms.to_vec(), ..it };
        assert!(with(FILE, &against).expect_err("contradicts").message.contains("line 4"));
    }

    #[test]
    fn what_cannot_be_cut_out_is_left() {
        let forms = |it: [&str; 2]| it.map(str::to_owned);
        let inline = "same = [{forms=[\"A\",\"B\"]},{forms=[\"C\",\"D\"]}]\n";
        assert!(
            without(inline, &forms(["C", "D"])).expect_err("no block").message.contains("by hand")
        );
        let lines = "[[same]]\nforms = [\"A\", \"B\"]\nwhy = \"\"\"x\n[letter 4] says so\"\"\"\n";
        assert!(without(lines, &forms(["A", "B"])).is_err());
        let against =
            "# Ours.\n\n\n[[same]]\nforms = [\"A\", \"B\"]\n\n[[apart]]\nforms = [\"A\", \"B\"]\n";
        let (rest, taken) = without(against, &forms(["A", "B"])).expect("cut").expect("there");
        assert_eq!(taken.verdict, Verdict::Apart);
        assert_eq!(rest, "# Ours.\n\n\n[[same]]\nforms = [\"A\", \"B\"]\n");
    }
}

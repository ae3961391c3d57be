//! Mails pasted one under another, as a program quotes what is answered: each with its head, `From`, `Sent`, `To`, `Subject`.

use std::ops::Range;

use super::{VolumeForm, most, parts};
use crate::volume::{Start, Survey, words};

pub(super) const FORM: VolumeForm =
    VolumeForm { name: "pasted-mails", page: include_str!("pasted_mails.md"), find };

/// The head of a mail: its lines, and whether something shows that a mail program wrote it.
struct Head {
    lines: Range<usize>,
    by_program: bool,
}

fn find(survey: &Survey<'_>) -> Vec<Start> {
    let mut heads: Vec<Head> = Vec::new();
    let mut at = 0;
    while at < survey.lines.len() {
        match head(survey, at) {
            Some(head) => {
                at = head.lines.end;
                heads.push(head);
            }
            None => at += 1,
        }
    }
    let by_program = heads.iter().filter(|it| it.by_program).count();
    if heads.len() < 2 || by_program * 2 < heads.len() {
        return Vec::new();
    }
    let mut starts: Vec<Start> = heads.iter().map(|it| start(survey, it)).collect();
    // The newest mail often stands above the others without a head of its own.
    let first = starts.first().map_or(0, |it| it.line);
    if survey.has_letters(0..first, LETTERS) {
        starts.insert(
            0,
            Start { line: 0, head: 0..first.min(3), number: None, dividers: Vec::new() },
        );
    }
    let lines: Vec<usize> = starts.iter().map(|it| it.line).collect();
    let whole = |it: &Range<usize>| survey.has_letters(it.clone(), LETTERS);
    if most(&parts(survey, &lines), 80, whole) { starts } else { Vec::new() }
}

/// How many letters a mail has at least, its head included.
const LETTERS: usize = 40;

/// Reads the head of a mail: a label of the sender, then of at least two more, on lines next to each other.
fn head(survey: &Survey<'_>, first: usize) -> Option<Head> {
    const LINES: usize = 9;
    let label = |at: usize| {
        let bare = survey.words(at).trim_start_matches(['>', '*', ' ']);
        let (label, value) = bare.split_once([':', '：'])?;
        Some((words::mail_label(label)?, value))
    };
    let (named, sender) = label(first)?;
    if named != "from" {
        return None;
    }
    let last = (first + 1..survey.lines.len().min(first + LINES))
        .take_while(|it| !survey.is_apart(*it))
        .filter(|it| label(*it).is_some())
        .last()?;
    let lines = first..last + 1;
    let named: Vec<&str> = lines.clone().filter_map(|it| Some(label(it)?.0)).collect();
    let full = ["sent", "to", "subject"].iter().filter(|it| named.contains(it)).count() >= 2
        && named.contains(&"subject");
    let announced = first.checked_sub(1).is_some_and(|it| words::announces_mail(survey.words(it)));
    let by_program = announced || sender.contains('@') || sender.contains("mailto:");
    full.then_some(Head { lines, by_program })
}

fn start(survey: &Survey<'_>, head: &Head) -> Start {
    let above = head.lines.start.checked_sub(1);
    let announced = above.filter(|it| words::announces_mail(survey.words(*it)));
    let line = announced.unwrap_or(head.lines.start);
    let dividers = announced.and_then(|it| Some(survey.line(it)?.span)).into_iter().collect();
    Start { line, head: head.lines.clone(), number: None, dividers }
}

//! A folder of mails as mail programs keep it (mbox): each begins with a line `From ` and a head of named values.

use regesta_model::Span;

use super::VolumeForm;
use crate::volume::{Start, Survey};

pub(super) const FORM: VolumeForm =
    VolumeForm { name: "mail-folder", page: include_str!("mail_folder.md"), find };

fn find(survey: &Survey<'_>) -> Vec<Start> {
    if !survey.words(0).starts_with("From ") {
        return Vec::new();
    }
    let opens = |it: &usize| {
        survey.is_apart(*it) && survey.words(*it).starts_with("From ") && has_head(survey, it + 1)
    };
    let lines: Vec<usize> = (0..survey.lines.len()).filter(opens).collect();
    lines.iter().map(|it| start(survey, *it)).collect()
}

/// The lines of a mail's head: up to the first blank line.
fn head(survey: &Survey<'_>, first: usize) -> std::ops::Range<usize> {
    let rest = survey.lines.get(first..).unwrap_or_default();
    let more = rest.iter().skip(1).take_while(|it| it.gap == crate::volume::Gap::None).count();
    first..first + more + usize::from(!rest.is_empty())
}

/// Says whether named values stand here, two at least of those every mail has.
fn has_head(survey: &Survey<'_>, first: usize) -> bool {
    const USUAL: [&str; 6] = ["from", "to", "date", "subject", "message-id", "received"];
    if survey.is_apart(first) || name(survey.words(first)).is_none() {
        return false;
    }
    let names = head(survey, first).filter_map(|it| name(survey.words(it)));
    names.filter(|it| USUAL.contains(&it.to_ascii_lowercase().as_str())).count() >= 2
}

/// The name of a value in a mail's head.
fn name(line: &str) -> Option<&str> {
    let (name, _) = line.split_once(':')?;
    let fits = !name.is_empty() && name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
    fits.then_some(name)
}

fn start(survey: &Survey<'_>, line: usize) -> Start {
    let head = head(survey, line + 1);
    let value = |named: &str| {
        head.clone().find_map(|it| {
            let words = survey.words(it);
            let own = name(words).filter(|it| it.eq_ignore_ascii_case(named))?;
            let span = survey.line(it)?.span;
            let start = span.start as usize + own.len() + 1;
            Some(Span::new(start..span.end as usize).trimmed(survey.text))
        })
    };
    let number = value("message-id").filter(|it| !it.is_empty());
    let envelope = [line].into_iter().chain(head.clone().filter(|it| is_envelope(survey, *it)));
    let dividers = envelope.filter_map(|it| Some(survey.line(it)?.span)).collect();
    Start { line, head, number, dividers }
}

/// Says whether a line of the head is for the machines that carried the mail: no value that its reader sees, nor one that goes on.
fn is_envelope(survey: &Survey<'_>, line: usize) -> bool {
    const SEEN: [&str; 7] = ["from", "to", "cc", "date", "subject", "sender", "reply-to"];
    name(survey.words(line)).is_some_and(|it| !SEEN.contains(&it.to_ascii_lowercase().as_str()))
}

//! Reads senders and addressees out of a title: `Telegram from A to B concerning ...`.

use std::sync::LazyLock;

use regesta_model::{Cited, Span};
use regex::Regex;

use super::names;

/// Who a title says wrote to whom.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parties {
    pub(crate) senders: Vec<Cited<String>>,
    pub(crate) recipients: Vec<Cited<String>>,
}

/// Words after which a title no longer names a party.
const STOPS: &str = r"(?i:concerning|regarding|about|on|re|transmitting|forwarding|requesting|reporting|with|in|dated|via|at|for|relaying|containing|proposing|asking|from|to|and its|as)";

static FROM: LazyLock<Regex> = LazyLock::new(|| {
    case_sensitive(&format!(
        r"(?:^|\s)[Ff]rom\s+(?:the\s+)?(?P<a>\p{{Lu}}[^,;:'‘“\x22]*?)(?:\s+{STOPS}\s|[,;:'‘“\x22]|$)"
    ))
});
/// From here on a title says what the document is about, and its `from` and `to` name no parties.
static TOPIC: LazyLock<Regex> = LazyLock::new(|| {
    case_sensitive(
        r"(?i)\s(?:concerning|regarding|about|on|re|transmitting|forwarding|requesting|reporting|relaying|repeated|relayed|containing|proposing|asking)\s",
    )
});
static TO: LazyLock<Regex> = LazyLock::new(|| {
    case_sensitive(&format!(
        r"\s[Tt]o\s+(?:the\s+)?(?P<a>\p{{Lu}}[^,;:'‘“\x22]*?)(?:\s+{STOPS}\s|[,;:'‘“\x22]|$)"
    ))
});
static BETWEEN: LazyLock<Regex> = LazyLock::new(|| {
    case_sensitive(&format!(
        r"\s(?:between|with)\s+(?:the\s+)?(?P<a>\p{{Lu}}[^,;:'‘“\x22]*?)\s+and\s+(?:the\s+)?(?P<b>\p{{Lu}}[^,;:'‘“\x22]*?)(?:\s+{STOPS}\s|[,;:'‘“\x22]|$)"
    ))
});
static CHINESE: LazyLock<Regex> = LazyLock::new(|| {
    case_sensitive(
        r"^(?:.{0,12}年.{0,8}[日月]\s*)?(?P<a>\p{Han}[\p{Han}·、]{1,13}?)(?:(?:关于|就|为|转发|转来|报告|呈报|請|请).{1,40})?(?:致|给|复)(?P<b>\p{Han}[\p{Han}·、]{1,13}?)(?:的)?(?:电报|密电|电|信|函|指示|报告|通知|复电|报)",
    )
});
static KOREAN: LazyLock<Regex> = LazyLock::new(|| {
    case_sensitive(
        r"(?P<a>\p{Hangul}[\p{Hangul} ]{1,20}?)(?:이|가|의)\s+(?P<b>\p{Hangul}[\p{Hangul} ]{1,20}?)(?:에게|께|앞으로)\s*(?:보낸|보내는|한|전하는)?",
    )
});
fn case_sensitive(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|_| crate::patterns::compile("[^\\s\\S]"))
}

/// Reads the parties of a title; spans point into the reading text.
pub(crate) fn read(text: &str, title: Span) -> Parties {
    let words = title.of(text);
    let cite = |found: Option<regex::Match<'_>>| {
        let found = found?;
        let span = Span {
            start: title.start + found.start() as u32,
            end: title.start + found.end() as u32,
        };
        let span = before_of(text, span.trimmed(text));
        let name = names::tidy(span.of(text));
        (!name.is_empty() && name.chars().count() <= 90).then(|| Cited::new(name, span))
    };
    let heading = &words[..TOPIC.find(words).map_or(words.len(), |it| it.start())];
    let both = |re: &Regex| {
        let found = re.captures(heading)?;
        Some(Parties {
            senders: cite(found.name("a")).into_iter().collect(),
            recipients: cite(found.name("b")).into_iter().collect(),
        })
    };
    let single = |re: &Regex| re.captures(heading).and_then(|it| cite(it.name("a")));
    let english = Parties {
        senders: single(&FROM).into_iter().collect(),
        recipients: single(&TO).into_iter().collect(),
    };
    if !english.senders.is_empty() || !english.recipients.is_empty() {
        return english;
    }
    [&*BETWEEN, &*CHINESE, &*KOREAN].into_iter().find_map(both).unwrap_or_default()
}

/// `Kim of the Withdrawal`: a person's name ends before `of`; an office keeps it (`Ministry of Supply`).
fn before_of(text: &str, span: Span) -> Span {
    const OFFICES: &[&str] = &[
        "Minist",
        "Committee",
        "Embass",
        "Govern",
        "Depart",
        "Bureau",
        "Council",
        "Office",
        "Commission",
        "Party",
        "Head",
        "Chief",
        "Command",
        "Ambassador",
        "Secretary",
        "Chairman",
        "Premier",
        "President",
        "Consul",
        "Director",
        "Administration",
        "Staff",
        "Department",
        "Union",
        "Republic",
        "Academy",
        "Board",
        "Delegation",
    ];
    let words = span.of(text);
    match words.find(" of ") {
        Some(at) if !OFFICES.iter().any(|it| words[..at].contains(it)) => {
            Span { start: span.start, end: span.start + at as u32 }
        }
        _ => span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parties(title: &str) -> (Vec<String>, Vec<String>) {
        let res = read(title, Span::new(0..title.len()));
        let names = |of: Vec<Cited<String>>| of.into_iter().map(|it| it.value).collect();
        (names(res.senders), names(res.recipients))
    }

    #[test]
    fn titles_name_parties() {
        for (title, senders, recipients) in [
            (
                "Telegram from Petr Orlov to A. V. Savin, transmitting a Message",
                "Petr Orlov",
                "A. V. Savin",
            ),
            (
                "Telegram to Zhao Ming from Han Sung Ho concerning the Ferries",
                "Han Sung Ho",
                "Zhao Ming",
            ),
            (
                "Letter from Zhao Ming to Han Sung Ho\u{a0}concerning the ferries",
                "Zhao Ming",
                "Han Sung Ho",
            ),
            ("Telegram to Han Sung Ho of the Withdrawal of the Detachments", "", "Han Sung Ho"),
            ("Cable from the Ministry of Supply, 'On Bread'", "Ministry of Supply", ""),
            ("Record of Conversation between P. Orlov and Zhao Ming", "P. Orlov", "Zhao Ming"),
            ("赵明致韩成浩的电报", "赵明", "韩成浩"),
            ("조명이 한성호에게 보낸 전보", "조명", "한성호"),
            ("Instructions on how to return to the Coast", "", ""),
            ("Memorandum on the ferry between Olenin and Maresk", "", ""),
        ] {
            let (a, b) = parties(title);
            assert_eq!(
                (a.join("; ").as_str(), b.join("; ").as_str()),
                (senders, recipients),
                "{title}"
            );
        }
    }
}

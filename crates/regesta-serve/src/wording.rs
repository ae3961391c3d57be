//! The model's codes in a reader's words.

use regesta_model::{
    Basis, CommunicationKind, EventKind, FieldName, LayerRole, NumberSeries, RequestAct, Severity,
};
use regesta_relate::Rule;

/// Label of a field in the catalogue entry.
pub(crate) const fn field(name: FieldName) -> &'static str {
    match name {
        FieldName::Title => "Title",
        FieldName::DocumentTitle => "Own title",
        FieldName::Summary => "Summary",
        FieldName::Collection => "Collection",
        FieldName::CatalogueDate => "Catalogue date",
        FieldName::DocumentDate => "Date",
        FieldName::UploadedDate => "Put up",
        FieldName::RecordId => "Record",
        FieldName::Url => "Address",
        FieldName::Publisher => "Publisher",
        FieldName::OriginalLanguage => "Original in",
        FieldName::Classification => "Classification",
        FieldName::ClassificationMark => "Marked",
        FieldName::Translator => "Translator",
        FieldName::Funder => "Support",
        FieldName::Provider => "Obtained by",
        FieldName::Rights => "Rights",
        FieldName::RightsContact => "Rights contact",
        FieldName::Representations => "Offered as",
        FieldName::SenderNumber => "Sender’s no.",
        FieldName::ReceivingNumber => "Received as no.",
        FieldName::CopyNumber => "Copy",
        FieldName::SheetNumber => "Sheet",
        FieldName::CopiesTyped => "Copies typed",
        FieldName::CopyingRule => "Copying",
        FieldName::ReturnRule => "Return",
        FieldName::Precedence => "Precedence",
    }
}

/// Kind of communication, as a noun.
pub(crate) const fn kind(kind: CommunicationKind) -> &'static str {
    match kind {
        CommunicationKind::Telegram => "Telegram",
        CommunicationKind::CipherTelegram => "Cipher telegram",
        CommunicationKind::Letter => "Letter",
        CommunicationKind::Memorandum => "Memorandum",
        CommunicationKind::Instruction => "Instruction",
        CommunicationKind::Report => "Report",
        CommunicationKind::Conversation => "Record of a conversation",
        CommunicationKind::TelephoneCall => "Telephone call",
        CommunicationKind::Journal => "Journal",
        CommunicationKind::Message => "Message",
    }
}

/// What happened to a communication, as a participle.
pub(crate) const fn event(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Drafted => "dated",
        EventKind::Sent => "sent",
        EventKind::Received => "received",
        EventKind::Deciphered => "deciphered",
        EventKind::Typed => "typed",
        EventKind::Registered => "registered",
        EventKind::Returned => "returned",
    }
}

/// Whose number it is.
pub(crate) const fn series(series: NumberSeries) -> &'static str {
    match series {
        NumberSeries::Sender => "the sender’s",
        NumberSeries::Receiving => "the receiving office’s",
        NumberSeries::Processing => "the typist’s or cipher office’s",
    }
}

/// Heading of a layer's column.
pub(crate) const fn role(role: LayerRole) -> &'static str {
    match role {
        LayerRole::Original => "Original",
        LayerRole::Translation => "Translation",
        LayerRole::RelayTranslation => "Relay translation",
        LayerRole::Summary => "Summary as printed",
        LayerRole::Catalogue => "Catalogue’s words",
        LayerRole::Note => "Note",
        LayerRole::Chrome => "Page furniture",
    }
}

/// Severity as a word beside its mark.
pub(crate) const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// Mark of a severity, which tells it without colour.
pub(crate) const fn severity_mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "●",
        Severity::Warning => "◐",
        Severity::Info => "○",
    }
}

/// What a finding rests on.
pub(crate) const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Text => "rests on the text itself",
        Basis::Table => "rests on a table",
        Basis::Inference => "rests on an inference",
    }
}

/// The rule by which a document was found to be the one spoken of.
pub(crate) const fn link_rule(rule: Rule) -> &'static str {
    match rule {
        Rule::NumberDateAndParty => "by number, date and a correspondent",
        Rule::NumberAndDate => "by number and date",
        Rule::ArchivalReference => "by its archival reference",
        Rule::NumberAndParty => "by number and a correspondent",
        Rule::DateAndParty => "by date and a correspondent",
    }
}

/// Systems of writing a name, as the rules that link two forms call them.
const SYSTEMS: &[(&str, &str)] = &[
    ("palladius", "Palladius"),
    ("wade-giles", "Wade-Giles"),
    ("pinyin", "pinyin"),
    ("hanzi", "Chinese characters"),
    ("kontsevich", "Kontsevich"),
    ("kholodovich", "Kholodovich"),
    ("korean-cyrillic", "Korean in Cyrillic"),
    ("mccune-reischauer", "McCune-Reischauer"),
    ("revised", "Revised Romanization"),
    ("north-korean", "North Korean romanisation"),
    ("korean-latin", "Korean in Latin letters"),
    ("hanja", "hanja"),
    ("hangul-transcription", "transcription in Hangul"),
    ("han-transcription", "transcription in characters"),
    ("hangul", "Hangul"),
    ("cyrillic", "Cyrillic"),
    ("latin", "Latin letters"),
];

/// The rule by which two forms of a name are one: `palladius-pinyin` is "Palladius and pinyin".
pub(crate) fn name_rule(rule: &str) -> String {
    match rule {
        "surname" => return "the surname alone".to_owned(),
        "initials" => return "surname and initials".to_owned(),
        "gloss" => return "the name in brackets".to_owned(),
        "same-party" => return "the same party in both languages".to_owned(),
        _ => {}
    }
    let system = |it: &str| SYSTEMS.iter().find(|(code, _)| *code == it).map(|it| it.1);
    let joints = rule.match_indices('-').map(|(at, _)| at);
    let two = |at: usize| {
        let (one, other) = (rule.get(..at)?, rule.get(at + 1..)?);
        Some(match (system(one)?, system(other)?) {
            (one, other) if one == other => one.to_owned(),
            (one, other) => format!("{one} and {other}"),
        })
    };
    joints.into_iter().find_map(two).unwrap_or_else(|| self::rule(rule))
}

/// What is asked for.
pub(crate) fn act(act: RequestAct, is_order: bool) -> String {
    let words = match act {
        RequestAct::Instructions => "instructions",
        RequestAct::Reply => "a reply",
        RequestAct::Opinion => "an opinion",
        RequestAct::Decision => "a decision",
        RequestAct::Information => "information",
        RequestAct::Consideration => "that it be considered",
        RequestAct::PassOn => "that it be passed on",
        RequestAct::TakeNote => "that it be noted",
        RequestAct::Supply => "that something be given or sent",
        RequestAct::Action => "that something be done",
        RequestAct::Confirmation => "a confirmation",
    };
    if is_order {
        format!("Orders {words}")
    } else {
        format!("Asks for {words}").replace("for that", "that")
    }
}

/// Name of a rule as words: `number-mismatch` is "number mismatch".
pub(crate) fn rule(name: &str) -> String {
    name.replace('-', " ")
}

/// A count with its noun, `1 document`, `1,204 documents`.
pub(crate) fn count(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", thousands(number), if number == 1 { one } else { many })
}

/// A number with its thousands set apart by commas.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut res = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            res.push(',');
        }
        res.push(digit);
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_of_names_is_said_in_the_words_of_the_field() {
        for (rule, words) in [
            ("mccune-reischauer-hangul", "McCune-Reischauer and Hangul"),
            ("palladius-wade-giles", "Palladius and Wade-Giles"),
            ("same-spelling", "same spelling"),
            ("surname", "the surname alone"),
        ] {
            assert_eq!(name_rule(rule), words);
        }
    }

    #[test]
    fn counts_agree_with_their_nouns() {
        assert_eq!(count(1, "document", "documents"), "1 document");
        assert_eq!(count(1_204_000, "document", "documents"), "1,204,000 documents");
        assert_eq!(count(0, "document", "documents"), "0 documents");
    }
}

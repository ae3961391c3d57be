//! What the words of a sentence say about binding, conditions and whom it concerns.

use std::{ops::Range, sync::LazyLock};

use regesta_model::{Modality, Span};

use crate::{
    phrases::{Phrase, Phrasebook},
    prose::Sentence,
    vocabulary,
};

/// How binding words are, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Binding {
    pub(super) modality: Modality,
    /// Whether they bind outside of lists too.
    pub(super) rule: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Binding(Binding),
    Silent,
    Reported,
    Condition,
    Concern,
    Class,
    Lead,
    Enemy,
    Force,
    Deed(bool),
    Own,
}

static WORDS: LazyLock<Phrasebook<Word>> = LazyLock::new(|| {
    let rows = vocabulary::rows(include_str!("../../../../../data/modality_words.tsv"));
    Phrasebook::new(rows.filter_map(|row| {
        let rule = *row.get(1)? == "rule";
        let word = match *row.first()? {
            "silent" => Word::Silent,
            "reported" => Word::Reported,
            "condition" => Word::Condition,
            "concern" => Word::Concern,
            "class" => Word::Class,
            "lead" => Word::Lead,
            "enemy" => Word::Enemy,
            "force" => Word::Force,
            "act" => Word::Deed(rule),
            "own" => Word::Own,
            modality => Word::Binding(Binding { modality: Modality::from_code(modality)?, rule }),
        };
        Some((*row.get(2)?, *row.get(3)?, word))
    }))
});

/// What the words of a sentence say.
#[derive(Clone, Debug, Default)]
pub(super) struct Wording {
    /// How binding they are.
    pub(super) binding: Option<Binding>,
    /// The binding words, within the sentence.
    pub(super) at: Range<usize>,
    /// The condition and the words that hold it, within the sentence.
    pub(super) condition: Option<(Range<usize>, Range<usize>)>,
    /// Whom it concerns, where the words set it apart.
    pub(super) concern: Option<Range<usize>>,
    /// Binding words that bind nobody.
    pub(super) silent: bool,
    /// Somebody else's words.
    pub(super) reported: bool,
    /// Speaks of a class of persons.
    pub(super) of_class: bool,
    /// Speaks of the enemy.
    pub(super) of_enemy: bool,
    /// The writers are those who do it.
    pub(super) own: bool,
    /// A question.
    pub(super) asks: bool,
    /// Announces rules or a plan.
    pub(super) announces: bool,
    /// Ends in a colon.
    pub(super) introduces: bool,
    /// The words that put it in force.
    pub(super) force: Option<Span>,
}

/// Reads what the words of a sentence say.
pub(super) fn read(text: &str, sentence: &Sentence) -> Wording {
    let words = sentence.span.of(text);
    let mut res = Wording {
        asks: words.trim_end_matches(['"', '”', '»', ')']).ends_with(['?', '？']),
        introduces: words.ends_with([':', '：']),
        ..Wording::default()
    };
    for found in WORDS.find(sentence.language, words) {
        take(&mut res, found, sentence);
    }
    res
}

fn take(res: &mut Wording, found: Phrase<Word>, sentence: &Sentence) {
    match found.meaning {
        Word::Binding(binding) if res.binding.is_none_or(|it| !it.rule && binding.rule) => {
            res.binding = Some(binding);
            res.at = found.range;
        }
        Word::Deed(rule) if res.binding.is_none() => {
            res.binding = Some(Binding { modality: Modality::Must, rule: false });
            res.at = if rule { found.range } else { 0..0 };
        }
        Word::Binding(_) | Word::Deed(_) => (),
        Word::Condition if res.condition.is_none() => {
            res.condition = found.part.map(|it| (it, found.range));
        }
        Word::Condition => (),
        Word::Concern => res.concern = res.concern.take().or(found.part),
        Word::Silent => res.silent = true,
        Word::Reported => res.reported = true,
        Word::Class => res.of_class = true,
        Word::Lead => res.announces = true,
        Word::Enemy => res.of_enemy = true,
        Word::Own => res.own = true,
        Word::Force => {
            let start = sentence.span.start + found.range.start as u32;
            res.force = Some(Span { start, end: start + found.range.len() as u32 });
        }
    }
}

/// Words in brackets, with the brackets and without.
pub(super) struct Bracket {
    pub(super) outer: Span,
    pub(super) inner: Span,
}

/// The longest words in brackets in a sentence.
pub(super) fn bracketed(text: &str, sentence: &Sentence) -> Option<Bracket> {
    let words = sentence.span.of(text);
    let mut res: Option<Range<usize>> = None;
    for (open, close) in [('(', ')'), ('（', '）')] {
        let mut at = 0;
        while let Some(start) = words.get(at..).and_then(|it| it.find(open)).map(|it| it + at) {
            let Some(end) = words.get(start..).and_then(|it| it.find(close)) else { break };
            let range = start..start + end + close.len_utf8();
            at = range.end;
            if res.as_ref().is_none_or(|it| it.len() < range.len()) {
                res = Some(range);
            }
        }
    }
    let range = res.filter(|it| it.start > 0 && it.len() > 12)?;
    let inner = words.get(range.clone())?.trim_matches(['(', ')', '（', '）']);
    let start = sentence.span.start + range.start as u32;
    let outer = Span { start, end: start + range.len() as u32 };
    let lead = ((range.len() - inner.len()) / 2) as u32;
    Some(Bracket { outer, inner: Span { start: start + lead, end: start + lead + inner.len() as u32 } })
}

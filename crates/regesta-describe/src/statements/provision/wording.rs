//! What the words of a sentence say about binding, conditions and whom it concerns.

use std::{ops::Range, sync::LazyLock};

use regesta_model::{Language, Modality, Span};

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
    Circumstance,
    Concern,
    Class,
    Lead,
    Enemy,
    Force,
    Deed,
    Own,
    Purpose,
    Linking,
    Adverbial,
    Nobody,
    Embedded,
    Question,
    Past,
}

static WORDS: LazyLock<Phrasebook<Word>> = LazyLock::new(|| {
    let rows = vocabulary::rows(include_str!("../../../../../data/modality_words.tsv"));
    Phrasebook::new(rows.filter_map(|row| {
        let rule = *row.get(1)? == "rule";
        let word = match *row.first()? {
            "silent" => Word::Silent,
            "reported" => Word::Reported,
            "condition" => Word::Condition,
            "circumstance" => Word::Circumstance,
            "purpose" => Word::Purpose,
            "adverbial" => Word::Adverbial,
            "embedded" => Word::Embedded,
            "question" => Word::Question,
            "past" => Word::Past,
            "nobody" => Word::Nobody,
            "linking" => Word::Linking,
            "concern" => Word::Concern,
            "class" => Word::Class,
            "lead" => Word::Lead,
            "enemy" => Word::Enemy,
            "force" => Word::Force,
            "act" => Word::Deed,
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
    /// Where the words begin that only tell what it is for.
    pub(super) purpose: Option<usize>,
    /// A question.
    pub(super) asks: bool,
    /// Tells what was done.
    pub(super) past: bool,
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
    let found = WORDS.find(sentence.language, words);
    let mut res = Wording {
        asks: words.trim_end_matches(['"', '”', '»', ')']).ends_with(['?', '？']),
        introduces: words.ends_with([':', '：']),
        ..Wording::default()
    };
    for it in &found {
        res.note(text, it, sentence);
    }
    // What binds stands outside of the condition.
    let leading = found.iter().find(|it| {
        matches!(it.meaning, Word::Condition | Word::Circumstance)
            && it.range.end * 10 < words.len() * 9
            && it.range.start * 4 < words.len()
    });
    let Some(leading) = leading else {
        res.bind(&found, 0);
        return res;
    };
    let after = leading.range.end;
    res.bind(&WORDS.find(sentence.language, words.get(after..).unwrap_or_default()), after);
    if res.binding.is_none() && leading.meaning == Word::Circumstance {
        res.condition = None;
        res.bind(&found, 0);
    }
    res
}

impl Wording {
    /// Notes words that do not bind.
    fn note(&mut self, text: &str, found: &Phrase<Word>, sentence: &Sentence) {
        match found.meaning {
            Word::Condition | Word::Circumstance if self.condition.is_none() => {
                self.condition = found.part.clone().map(|it| (it, found.range.clone()));
            }
            Word::Concern if self.concern.is_none() => {
                let words = sentence.span.of(text);
                let somebody = |it: &Range<usize>| {
                    !words.get(it.clone()).is_none_or(|it| is_nobody(sentence.language, it))
                };
                self.concern = found.part.clone().filter(somebody);
            }
            Word::Past => self.past = true,
            Word::Question => self.asks = true,
            Word::Silent => self.silent = true,
            Word::Reported => self.reported = true,
            Word::Class => self.of_class = true,
            Word::Lead => self.announces = true,
            Word::Enemy => self.of_enemy = true,
            Word::Own => self.own = true,
            Word::Purpose => self.purpose = Some(found.range.start),
            Word::Force => {
                let start = sentence.span.start + found.range.start as u32;
                self.force = Some(Span { start, end: start + found.range.len() as u32 });
            }
            _ => (),
        }
    }

    /// Takes the first words that bind: those of a rule before those of a point.
    fn bind(&mut self, found: &[Phrase<Word>], offset: usize) {
        let binding = |it: &Phrase<Word>| match it.meaning {
            Word::Binding(binding) => Some((binding, it.part.clone().unwrap_or(it.range.clone()))),
            Word::Deed => Some((Binding { modality: Modality::Must, rule: false }, 0..0)),
            _ => None,
        };
        let first = found.iter().filter_map(binding).min_by_key(|(it, at)| (!it.rule, at.start));
        if let Some((binding, at)) = first {
            self.binding = Some(binding);
            self.at = at.start + offset..at.end + offset;
        }
    }
}

/// Says whether words before a subject only tell when or where.
pub(super) fn is_adverbial(language: Language, words: &str) -> bool {
    WORDS.find(language, words).iter().any(|it| it.meaning == Word::Adverbial)
}

/// Says whether words before binding ones show that these stand in a clause within another.
pub(super) fn is_embedded(language: Language, words: &str) -> bool {
    WORDS.find(language, words).iter().any(|it| it.meaning == Word::Embedded)
}

/// Says whether words before binding ones are no subject.
pub(super) fn is_nobody(language: Language, words: &str) -> bool {
    WORDS.find(language, words).iter().any(|it| it.meaning == Word::Nobody)
}

/// Bytes of the words that lead up to a subject: `Therefore, `.
pub(super) fn linking(language: Language, words: &str) -> usize {
    let found = WORDS.find(language, words).into_iter().find(|it| it.meaning == Word::Linking);
    found.map_or(0, |it| it.range.end)
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
    Some(Bracket {
        outer,
        inner: Span { start: start + lead, end: start + lead + inner.len() as u32 },
    })
}

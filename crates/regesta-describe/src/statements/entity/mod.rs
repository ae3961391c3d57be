//! Entities: persons, organisations, places, units, offices, archives and events that the words name, one for each part of the page.

mod bodies;
mod class;
mod declension;
mod formations;
mod naming;
mod page_parts;
mod parties;
mod persons;
mod romanising;
mod settling;
mod signs;
mod sources;
mod stretch;
mod surnames;
mod table;
mod unifying;
mod words;

use std::collections::HashMap;

use regesta_model::{Entity, EntityKind, Language, Record, Span};

use super::StatementReader;
use crate::Context;
use class::Class;
use page_parts::{Part, Places};
use parties::Damaged;
use stretch::{Mention, Stretch};
use words::{Gap, Word};

pub(super) const READER: StatementReader =
    StatementReader { name: "entity", page: include_str!("../entity.md"), read };

/// A mention with where it stands.
struct Placed {
    mention: Mention,
    part: Part,
    /// The communication inside which a person is named.
    within: usize,
    language: Language,
}

/// A word with a capital that belongs to no mention: it may be the surname of somebody the record names elsewhere.
struct Loose {
    word: Word,
    part: Part,
    language: Language,
    /// Another such word stands beside it.
    crowded: bool,
    /// A sentence begins with it.
    opens: bool,
}

/// What the stretches of a page gave.
#[derive(Default)]
struct Gathered {
    placed: Vec<Placed>,
    loose: Vec<Loose>,
    /// The hashes of the words written small.
    small: Vec<u64>,
}

fn read(context: &Context<'_>, record: &mut Record) {
    let page = context.page;
    let places = Places::new(context);
    let damaged =
        if context.zones.damaged || context.head.damaged { Damaged::Yes } else { Damaged::No };
    let parties = parties::of(record, damaged);
    let mut res = Gathered::default();
    let mut words = Vec::new();
    let memo = naming::Memo::default();
    for (span, part, lines) in places.stretches(page) {
        let language = page.lines.get(lines.start).map_or(Language::Undetermined, |it| it.language);
        let addressed = lines.into_iter().any(|it| places.is_salutation(it));
        words::read(page.text, span, &mut words);
        let mut stretch = Stretch::new(page.text, span, &words, &memo);
        find(&mut stretch, (&parties, damaged), addressed);
        res.take(stretch, &places, (part, language));
    }
    settling::settle(page.text, &mut res, settling::year(record));
    surnames::of_listed(&places, &mut res);
    surnames::of_others(page.text, &places, &mut res);
    unifying::unite(page.text, &mut res.placed);
    record.entities = gathered(res.placed);
}

/// Finds what a stretch names.
fn find(stretch: &mut Stretch<'_>, parties: (&[Span], Damaged), addressed: bool) {
    let (parties, damaged) = (parties::within(parties.0, stretch.span), parties.1);
    signs::find(stretch);
    stretch.find_listed();
    formations::find(stretch);
    persons::find(stretch);
    bodies::find(stretch);
    parties::find(stretch, parties, damaged);
    offices(stretch, parties, addressed);
}

/// Keeps an office only where it stands before a name or is itself addressed.
fn offices(stretch: &mut Stretch<'_>, parties: &[Span], addressed: bool) {
    let mut persons: Vec<u32> = stretch
        .mentions
        .iter()
        .flatten()
        .filter(|it| it.is_person())
        .map(|it| it.span.start)
        .collect();
    persons.sort_unstable();
    for slot in &mut stretch.mentions {
        let Some(it) = slot.as_ref().filter(|it| it.kind == EntityKind::Role) else { continue };
        let end = it.span.end;
        let before =
            persons.binary_search(&(end + 1)).is_ok() || persons.binary_search(&end).is_ok();
        let party = parties.iter().any(|party| party.overlaps(it.span));
        if !(before || party && (addressed || it.entry().is_none())) {
            *slot = None;
        }
    }
}

impl Gathered {
    /// Takes the mentions of a stretch and the words that are none.
    fn take(&mut self, stretch: Stretch<'_>, places: &Places<'_>, place: (Part, Language)) {
        let (part, language) = place;
        for (at, word) in stretch.words.iter().enumerate().filter(|it| !it.1.digit) {
            if !word.capital {
                if word.letters > 2 {
                    self.small.push(word.whole());
                }
            } else if stretch.owner(at).is_none()
                && !word.initials
                && !stretch.is(at, Class::NO_SURNAME)
            {
                let crowded = |at: usize| {
                    let other = stretch.word(at).is_some_and(|it| it.capital && it.letters > 1);
                    other && !stretch.is_title(at) && !stretch.is(at, Class::FUNCTION)
                };
                let spaced = |at: usize| stretch.word(at).is_some_and(|it| it.gap == Gap::Space);
                let beside = spaced(at) && at.checked_sub(1).is_some_and(crowded)
                    || spaced(at + 1) && crowded(at + 1);
                let text = stretch.text.get(..word.start as usize).unwrap_or_default();
                let opens = text.trim_end().ends_with(['.', '!', '?']);
                self.loose.push(Loose { word: *word, part, language, crowded: beside, opens });
            }
        }
        for mention in stretch.mentions.into_iter().flatten() {
            let within = if mention.is_person() { places.within(part, mention.span) } else { 0 };
            self.placed.push(Placed { mention, part, within, language });
        }
    }
}

/// Mentions of one key in one part as one entity, in the order of the first.
fn gathered(mut placed: Vec<Placed>) -> Vec<Entity> {
    let mut res: Vec<Entity> = Vec::new();
    let mut at: HashMap<(EntityKind, String, Part, usize), usize> = HashMap::new();
    placed.sort_by_key(|it| (it.mention.span.start, it.mention.span.end));
    for Placed { mention, part, within, language } in placed {
        let key = mention.key().to_owned();
        let known = at.entry((mention.kind, key.clone(), part, within)).or_insert(res.len());
        match res.get_mut(*known) {
            Some(entity) => entity.spans.push(mention.span),
            None => res.push(Entity {
                id: format!("e{}", res.len() + 1),
                kind: mention.kind,
                name: mention.name().to_owned(),
                key: Some(key),
                rule: Some(mention.rule().to_owned()),
                language,
                spans: vec![mention.span],
            }),
        }
    }
    res
}

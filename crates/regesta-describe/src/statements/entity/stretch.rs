//! A stretch of text while its names are looked for: its words, what tables say of them, and the mentions found so far.

use regesta_lang::names::Tradition;
use regesta_model::{EntityKind, Span};

use super::class::Class;
use super::naming::{self, Memo, Named};
use super::table::{Entry, Found, Part, TABLE, Use};
use super::words::{self, Gap, Word};

/// Whom or what a mention names.
#[derive(Clone, Debug)]
pub(super) enum Who {
    /// An entry of the tables.
    Listed(u32),
    /// What the form itself tells.
    Named(Box<Named>),
}

/// A mention: where it stands and what it names.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) span: Span,
    pub(super) kind: EntityKind,
    pub(super) who: Who,
    /// A title stands before it, or it stands where a party of the communication stands.
    pub(super) shown: bool,
    /// A surname or pseudonym that the words beside it settle.
    pub(super) settled: bool,
    /// Another word with a capital stands beside it: it may be part of a longer name.
    pub(super) crowded: bool,
    /// A surname that many bear.
    pub(super) many: bool,
    /// Whom the surname alone names was known from the rest of the record.
    pub(super) by_surname: bool,
    /// The hash of the only word of it.
    pub(super) single: Option<u64>,
}

impl Mention {
    pub(super) fn named(span: Span, kind: EntityKind, named: Named) -> Mention {
        let who = Who::Named(Box::new(named));
        Mention::new(span, kind, who, true)
    }

    fn new(span: Span, kind: EntityKind, who: Who, settled: bool) -> Mention {
        let (shown, crowded, many, by_surname) = (false, false, false, false);
        Mention { span, kind, who, shown, settled, crowded, many, by_surname, single: None }
    }

    pub(super) fn listed(span: Span, at: u32) -> Option<Mention> {
        let entry = TABLE.get(at)?;
        Some(Mention::new(span, entry.kind, Who::Listed(at), entry.used == Use::Name))
    }

    /// The entry of the tables that it names.
    pub(super) fn entry(&self) -> Option<&'static Entry> {
        match self.who {
            Who::Listed(at) => TABLE.get(at),
            Who::Named(_) => None,
        }
    }

    /// The key of what it names.
    pub(super) fn key(&self) -> &str {
        match &self.who {
            Who::Listed(at) => TABLE.get(*at).map_or("", |it| it.id.as_str()),
            Who::Named(it) => &it.key,
        }
    }

    /// The name of what it names.
    pub(super) fn name(&self) -> &str {
        match &self.who {
            Who::Listed(at) => TABLE.get(*at).map_or("", |it| it.name.as_str()),
            Who::Named(it) => &it.name,
        }
    }

    /// The rule by which it was known.
    pub(super) fn rule(&self) -> &str {
        match &self.who {
            _ if self.by_surname => "surname",
            Who::Listed(_) => "authority",
            Who::Named(it) => &it.rule,
        }
    }

    /// Turns a listed surname into a person of that name, whom no table lists.
    pub(super) fn rename(&mut self, text: &str) {
        self.who = Who::Named(Box::new(naming::other(self.span.of(text))));
        self.settled = true;
    }

    /// Whether it is written with initials.
    pub(super) fn initialled(&self, text: &str) -> bool {
        self.span.of(text).contains('.')
    }

    pub(super) fn is_person(&self) -> bool {
        self.kind == EntityKind::Person
    }

    /// Whether it is a person whom no table lists.
    pub(super) fn is_unlisted(&self) -> bool {
        self.is_person() && matches!(self.who, Who::Named(_))
    }

    /// Whether it is a listed person under a surname or pseudonym alone.
    pub(super) fn is_partial(&self) -> bool {
        self.entry().is_some_and(|it| it.used != Use::Name)
    }
}

/// A stretch of text while its names are looked for.
pub(super) struct Stretch<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    pub(super) words: &'a [Word],
    pub(super) memo: &'a Memo,
    pub(super) found: Vec<Found>,
    /// The number of the mention each word belongs to, and one more.
    owners: Vec<u32>,
    /// The mentions; those taken back are `None`.
    pub(super) mentions: Vec<Option<Mention>>,
}

impl<'a> Stretch<'a> {
    /// Looks up every word of a stretch.
    pub(super) fn new(text: &'a str, span: Span, words: &'a [Word], memo: &'a Memo) -> Stretch<'a> {
        let found = (0..words.len())
            .map(|at| TABLE.at(words.get(at..).unwrap_or_default()))
            .collect::<Vec<_>>();
        let owners = vec![0; words.len()];
        Stretch { text, span, words, memo, found, owners, mentions: Vec::new() }
    }

    pub(super) fn word(&self, at: usize) -> Option<&'a Word> {
        self.words.get(at)
    }

    /// Whether a word has one of these classes.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.found.get(at).is_some_and(|it| it.classes.has(class))
    }

    /// The traditions in which a word is a surname.
    pub(super) fn traditions(&self, at: usize) -> &'static [Tradition] {
        match (self.is(at, Class::CHINESE), self.is(at, Class::KOREAN)) {
            (true, true) => &[Tradition::Chinese, Tradition::Korean],
            (true, false) => &[Tradition::Chinese],
            (false, true) => &[Tradition::Korean],
            (false, false) => &[],
        }
    }

    /// The mention that a word belongs to.
    pub(super) fn owner(&self, at: usize) -> Option<&Mention> {
        let number = self.owners.get(at)?.checked_sub(1)?;
        self.mentions.get(number as usize)?.as_ref()
    }

    /// Adds a mention of the words from one to another, both included; it takes the place of those it overlaps.
    pub(super) fn add(&mut self, first: usize, last: usize, mut mention: Mention) {
        mention.single = self.word(first).filter(|_| first == last).map(Word::whole);
        let number = self.mentions.len() as u32 + 1;
        for at in first..=last {
            if let Some(owner) = self.owners.get_mut(at) {
                if let Some(old) =
                    owner.checked_sub(1).and_then(|it| self.mentions.get_mut(it as usize))
                {
                    *old = None;
                }
                *owner = number;
            }
        }
        self.mentions.push(Some(mention));
    }

    /// The span of the words from one to another.
    pub(super) fn span_of(&self, first: usize, last: usize) -> Span {
        match (self.word(first), self.word(last)) {
            (Some(one), Some(other)) => {
                let mut span = self.closed(one.span().join(other.span()));
                span.end += u32::from(other.initials && other.letters == 1 && other.stopped);
                span
            }
            _ => Span::default(),
        }
    }

    /// A span that opens a bracket ends after it closes: `Mao [Zedong]`.
    fn closed(&self, span: Span) -> Span {
        let inside = span.of(self.text);
        let open = inside.matches('[').count() > inside.matches(']').count();
        let closes = self.text.get(span.end as usize..).is_some_and(|it| it.starts_with(']'));
        if open && closes { Span { start: span.start, end: span.end + 1 } } else { span }
    }

    /// The white space and marks between two words.
    pub(super) fn between(&self, one: Span, other: Span) -> &'a str {
        self.text.get(one.end as usize..other.start as usize).unwrap_or("|")
    }

    /// Whether a title stands directly before a word.
    pub(super) fn is_titled(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let (Some(title), Some(word)) = (self.word(before), self.word(at)) else { return false };
        self.is_title(before)
            && match word.gap {
                Gap::Space | Gap::Line => true,
                Gap::Stop => title.letters <= 6,
                _ => false,
            }
    }

    /// Whether a word is a title that stands before names; a short one has its full stop.
    pub(super) fn is_title(&self, at: usize) -> bool {
        self.is(at, Class::TITLE)
            || self.is(at, Class::SHORT_TITLE) && self.word(at).is_some_and(|it| it.stopped)
    }

    /// Finds what the tables name, none inside another.
    pub(super) fn find_listed(&mut self) {
        let mut at = 0;
        while let (Some(word), Some(found)) = (self.word(at), self.found.get(at)) {
            if let Some((len, entry)) = found.listed {
                let last = at + len - 1;
                if let Some(mut it) = Mention::listed(self.span_of(at, last), entry) {
                    it.shown = it.is_person() && self.is_titled(at);
                    it.crowded = it.is_partial() && self.is_crowded(at);
                    it.many = self.is(at, Class::MANY);
                    self.add(at, last, it);
                }
                at += len;
                continue;
            }
            if word.capital && word.letters > 7 && word.of(self.text).contains(['-', '‑']) {
                self.find_hyphened(at, *word);
            }
            at += 1;
        }
        self.join_glosses();
        self.join_wholes();
    }

    /// Whether a word stands beside another with a capital that may be part of the same name.
    fn is_crowded(&self, at: usize) -> bool {
        let other = |at: usize| {
            self.word(at).is_some_and(|it| it.capital && !it.initials && it.letters > 1)
                && !self.is_title(at)
                && !self.is(at, Class::FUNCTION.or(Class::SHORT_TITLE))
        };
        let before = at.checked_sub(1).is_some_and(&other)
            && self.word(at).is_some_and(|it| it.gap == Gap::Space);
        let after = other(at + 1) && self.word(at + 1).is_some_and(|it| it.gap == Gap::Space);
        before || after
    }

    /// The places that a word names with a hyphen between: `Busan-Daegu`.
    fn find_hyphened(&mut self, at: usize, word: Word) {
        let parts = words::between_hyphens(self.text, &word);
        let place = |it: &Word| {
            let (_, entry) = TABLE.at(std::slice::from_ref(it)).listed?;
            Mention::listed(it.span(), entry).filter(|it| it.kind == EntityKind::Place)
        };
        let found: Vec<Mention> = parts.iter().filter_map(place).collect();
        if found.len() == parts.len() {
            for it in found {
                self.mentions.push(Some(it));
            }
            if let Some(owner) = self.owners.get_mut(at) {
                *owner = self.mentions.len() as u32;
            }
        }
    }

    /// Joins a name with the name in brackets that says who is meant: `FILIPPOV [Stalin]`.
    fn join_glosses(&mut self) {
        for at in 1..self.mentions.len() {
            let (Some(Some(before)), Some(Some(it))) =
                (self.mentions.get(at - 1), self.mentions.get(at))
            else {
                continue;
            };
            let persons = before.is_person() && it.is_person();
            let same = before.key() == it.key() || persons && before.is_partial();
            let gap = self.between(before.span, it.span).trim();
            if !(same && before.kind == it.kind && matches!(gap, "[" | "(" | "（")) {
                continue;
            }
            let mut joined = Mention { settled: true, ..it.clone() };
            let rest = self.text.get(it.span.end as usize..).unwrap_or_default();
            joined.span.start = before.span.start;
            joined.span.end += u32::from(rest.starts_with([']', ')']));
            self.replace(at, joined);
        }
    }

    /// Puts a mention in the place of one and of the one before it.
    fn replace(&mut self, at: usize, joined: Mention) {
        for owner in &mut self.owners {
            if *owner == at as u32 {
                *owner += 1;
            }
        }
        if let Some(it) = self.mentions.get_mut(at - 1) {
            *it = None;
        }
        if let Some(it) = self.mentions.get_mut(at) {
            *it = Some(joined);
        }
    }

    /// Joins a body with the larger one it belongs to: `Central Committee of the Korean Workers' Party`.
    fn join_wholes(&mut self) {
        for at in 1..self.mentions.len() {
            let joined = match (self.mentions.get(at - 1), self.mentions.get(at)) {
                (Some(Some(before)), Some(Some(it))) => self.with_whole(before, it),
                _ => None,
            };
            if let Some(joined) = joined {
                self.replace(at, joined);
            }
        }
    }

    fn with_whole(&self, before: &Mention, it: &Mention) -> Option<Mention> {
        let body = |it: &Mention| it.kind == EntityKind::Organisation;
        let part = match &before.who {
            Who::Listed(_) => before.entry()?.part,
            Who::Named(_) => Part::Own,
        };
        let owner = body(it) || it.kind == EntityKind::Place;
        if !body(before) || !owner || part == Part::Neither {
            return None;
        }
        let gap = self.between(before.span, it.span);
        let cyrillic = before.span.of(self.text).starts_with(|c| ('Ѐ'..='ӿ').contains(&c));
        let mut words = gap.split_whitespace();
        let joins = match (words.next(), words.next(), words.next()) {
            (None, ..) => cyrillic && !gap.is_empty(),
            (Some("of" | "OF"), None, _) => true,
            (Some("of" | "OF"), Some("the" | "THE"), None) => true,
            _ => false,
        };
        if !joins {
            return None;
        }
        let mut res = Mention { span: before.span.join(it.span), ..before.clone() };
        if part == Part::Of {
            let name = it.name();
            let article = name.contains(' ') || name.chars().all(char::is_uppercase);
            let article = if article && it.kind != EntityKind::Place || name.starts_with("United") {
                "the "
            } else {
                ""
            };
            res.who = Who::Named(Box::new(Named {
                name: format!("{} of {article}{name}", before.name()),
                key: format!("{}/{}", before.key(), it.key()),
                rule: "authority".into(),
            }));
        }
        Some(res)
    }
}

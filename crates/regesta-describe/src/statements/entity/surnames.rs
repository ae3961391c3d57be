//! Gives a surname alone to the only person of the record who bears it.

use std::collections::HashSet;

use regesta_model::{EntityKind, Script};

use super::declension::Piece;
use super::naming::{self, Named};
use super::page_parts::Places;
use super::stretch::{Mention, Who};
use super::table::{ByHash, TABLE};
use super::unifying::may_be_one;
use super::words::{self, Word};
use super::{Gathered, Loose, Placed};

/// Gives an East Asian surname alone to the listed person who is the only one of the record to bear it: `Chairman Mao`.
pub(super) fn of_listed(places: &Places<'_>, gathered: &mut Gathered) {
    let listed = gathered.placed.iter().filter_map(|it| match it.mention.who {
        Who::Listed(at) if it.mention.is_person() => Some(at),
        _ => None,
    });
    let present: HashSet<u32> = listed.collect();
    if present.is_empty() {
        return;
    }
    let bearer = |hash: u64| {
        let bearers = TABLE.surnames.get(&hash)?;
        let mut here = bearers.iter().filter(|it| present.contains(it));
        let first = *here.next()?;
        here.next().is_none().then_some(first)
    };
    for it in gathered.placed.iter_mut().filter(|it| it.mention.is_unlisted()) {
        if let Some(entry) = it.mention.single.and_then(bearer) {
            it.mention.who = Who::Listed(entry);
            it.mention.by_surname = true;
        }
    }
    let mut found = Vec::new();
    gathered.loose.retain(|it| {
        let fits = it.word.letters > 1 && !it.crowded && !(it.opens && it.word.letters < 3);
        let Some(entry) = bearer(it.word.whole()).filter(|_| fits) else { return true };
        if let Some(mut mention) = Mention::listed(it.word.span(), entry) {
            mention.by_surname = true;
            found.push(placed(places, it, mention));
        }
        false
    });
    gathered.placed.extend(found);
}

fn placed(places: &Places<'_>, it: &Loose, mention: Mention) -> Placed {
    let within = places.within(it.part, mention.span);
    Placed { mention, part: it.part, within, language: it.language }
}

/// Somebody whom no table lists, by the surname.
struct Bearer {
    surname: Piece,
    named: Named,
    /// Another person bears the surname too.
    shared: bool,
}

/// Gives a surname alone to the person named elsewhere with initials, a given name or a title; takes back what is no name.
pub(super) fn of_others(text: &str, places: &Places<'_>, gathered: &mut Gathered) {
    let mut bearers: ByHash<Bearer> = ByHash::default();
    for it in gathered.placed.iter().filter(|it| it.mention.is_unlisted()) {
        if let (Who::Named(named), Some(surname)) = (&it.mention.who, surname(text, &it.mention)) {
            learn(&mut bearers, surname, named);
        }
    }
    if bearers.is_empty() {
        return;
    }
    let common: HashSet<u64> =
        gathered.small.iter().copied().filter(|it| bearers.contains_key(it)).collect();
    bearers.retain(|hash, _| !common.contains(hash));
    let no_name = |it: &Mention| {
        it.is_unlisted()
            && !it.initialled(text)
            && surname(text, it).is_some_and(|it| it.latin && common.contains(&it.piece.stem))
    };
    gathered.placed.retain(|it| !no_name(&it.mention));
    for it in gathered.placed.iter_mut().filter(|it| it.mention.is_unlisted()) {
        let Some(found) = surname(text, &it.mention).and_then(|it| bearers.get(&it.piece.stem))
        else {
            continue;
        };
        if let Who::Named(named) = &mut it.mention.who
            && !found.shared
        {
            named.key.clone_from(&found.named.key);
            named.name.clone_from(&found.named.name);
        }
    }
    let mut found = Vec::new();
    for it in &gathered.loose {
        let bearer = it.word.stems.iter().find_map(|stem| {
            bearers.get(stem).filter(|bearer| bearer.surname.is(&it.word) && !bearer.shared)
        });
        let Some(bearer) = bearer.filter(|_| !it.crowded) else { continue };
        let named = Named { rule: "surname".into(), ..bearer.named.clone() };
        found.push(placed(places, it, Mention::named(it.word.span(), EntityKind::Person, named)));
    }
    gathered.placed.extend(found);
}

/// The surname of a mention: the word that is no initial and, of several, the last.
struct Surname {
    piece: Piece,
    latin: bool,
}

fn surname(text: &str, it: &Mention) -> Option<Surname> {
    let Who::Named(named) = &it.who else { return None };
    if named.rule.ends_with("syllables") {
        return None;
    }
    let mut inside = Vec::new();
    words::read(text, it.span, &mut inside);
    let word = inside.iter().rfind(|it: &&Word| !it.initials && it.letters >= 3)?;
    let lower = word.of(text).to_lowercase();
    let mut capital = lower.chars();
    let first: String = capital.next().into_iter().flat_map(char::to_uppercase).collect();
    let nominative = format!("{first}{}", naming::nominative(&lower).get(first.len()..)?);
    let latin = Script::of(lower.chars().next()?) == Script::Latin;
    Some(Surname { piece: Piece::listed(&nominative), latin })
}

/// Keeps the fullest name under a surname; two that cannot be one person's share it.
fn learn(bearers: &mut ByHash<Bearer>, surname: Surname, named: &Named) {
    let Some(known) = bearers.get_mut(&surname.piece.stem) else {
        let bearer = Bearer { surname: surname.piece, named: named.clone(), shared: false };
        bearers.insert(surname.piece.stem, bearer);
        return;
    };
    let (of_man, of_woman) = (!is_womans(&named.name), is_womans(&known.named.name));
    if of_man == of_woman {
        let (man, woman) = if of_man { (named, &known.named) } else { (&known.named, named) };
        if let Some(united) = genitive(man, woman) {
            known.named = united;
            return;
        }
    }
    if !may_be_one(&known.named.name, &named.name) {
        known.shared = true;
    } else if named.name.len() > known.named.name.len() {
        known.named = named.clone();
    }
}

/// The surname of a name: what stands before its initials, or its last word.
fn last_name(name: &str) -> (&str, &str) {
    name.split_once(", ").unwrap_or((name, ""))
}

/// Whether a Russian surname has the ending of a woman's, which is also a man's in the genitive.
fn is_womans(name: &str) -> bool {
    ["ova", "eva", "yeva", "ina"].iter().any(|it| last_name(name).0.ends_with(it))
}

/// A man's name where a form of it is his in the genitive: `Зимогорова, И. П.` beside `Зимогоров`.
fn genitive(man: &Named, woman: &Named) -> Option<Named> {
    let ((surname, initials), (oblique, others)) = (last_name(&man.name), last_name(&woman.name));
    if oblique.strip_suffix('a') != Some(surname) || !may_be_one(&man.name, &woman.name) {
        return None;
    }
    let initials = if others.len() > initials.len() { others } else { initials };
    let comma = if initials.is_empty() { "" } else { ", " };
    let name = format!("{surname}{comma}{initials}");
    let key = format!("name:{}", name.to_lowercase());
    Some(Named { name, key, rule: man.rule.clone() })
}

//! Fills the index of names out of the tables of persons, places, countries, bodies, offices and words.

use std::collections::HashMap;

use regesta_lang::names::{self, Kind};
use regesta_lang::{places, references};
use regesta_model::EntityKind;

use super::class::Class;
use super::declension::Piece;
use super::table::{Entry, Part, Table, Use, is_dense, is_hangul};
use super::words;
use crate::vocabulary::rows;

/// Fills the index; of names of one length that of the table read first counts.
pub(super) fn fill(table: &mut Table) {
    persons(table);
    bodies(table);
    archives(table);
    countries(table);
    towns(table);
    offices(table);
    surnames(table);
    others(table);
}

fn entry(kind: EntityKind, id: &str, name: &str, part: Part) -> Entry {
    Entry {
        kind,
        id: id.to_owned(),
        name: name.to_owned(),
        part,
        used: Use::Name,
        years: None,
        initials: Vec::new(),
    }
}

/// The name of a listed person; with a given name and a patronymic as Russian archives index it: `Molotov, V. M.`
fn indexed(person: &names::ListedPerson) -> String {
    match person.name.rsplit_once(' ') {
        Some((_, surname)) if person.initials.len() >= 2 => {
            let dotted: Vec<String> = person.initials.iter().map(|it| format!("{it}.")).collect();
            format!("{surname}, {}", dotted.join(" "))
        }
        _ => person.name.to_owned(),
    }
}

/// Persons: a Western surname alone is an entry of its own, and so is each pseudonym with its years.
fn persons(table: &mut Table) {
    let mut known: HashMap<&str, (names::ListedPerson, u32, u32)> = HashMap::new();
    for person in names::listed_persons() {
        let mut it = entry(EntityKind::Person, person.id, &indexed(&person), Part::Neither);
        it.initials.clone_from(&person.initials);
        let whole = table.entry(it.clone());
        let surname = table.entry(Entry { used: Use::Surname, years: person.active, ..it });
        known.insert(person.id, (person, whole, surname));
    }
    for it in names::listed_forms() {
        let Some((person, whole, surname)) = known.get(it.person) else { continue };
        let dense = it.form.chars().any(is_dense);
        let letters = it.form.chars().filter(|it| words::is_letter(*it) || is_dense(*it)).count();
        let single = !it.form.contains([' ', '·', '・']);
        if letters < 3 && !(dense && letters == 2) {
            continue;
        }
        if it.kind == Kind::Pseudonym {
            let year = |it: Option<&str>| it?.get(..4)?.parse::<u16>().ok();
            let years = year(it.from).and_then(|from| Some((from, year(it.to)?)));
            let whole = table.get(*whole).cloned();
            let pseudonym = |it| Entry { used: Use::Pseudonym, years, ..it };
            if let Some(at) = whole.map(pseudonym).map(|it| table.entry(it)) {
                table.form(it.form, at);
            }
        } else if person.active.is_some() && single && (!dense || !person.initials.is_empty()) {
            if letters > 3 || dense {
                table.form(it.form, *surname);
            }
        } else {
            table.form(it.form, *whole);
            if !dense && person.active.is_none() {
                eastern(table, it.form, *whole);
            }
        }
    }
}

/// A Chinese or Korean name in other divisions of its syllables, and its surname.
fn eastern(table: &mut Table, form: &'static str, entry: u32) {
    let words: Vec<&str> = form.split([' ', '-']).collect();
    let Some(surname) = words.first().filter(|_| words.len() > 1) else { return };
    table.add_surname(surname, entry);
    if let [surname, one, two] = words.as_slice() {
        table.composed(&format!("{surname} {one}{}", two.to_lowercase()), entry);
        table.composed(&format!("{surname} {one} {two}"), entry);
    }
}

fn bodies(table: &mut Table) {
    for row in rows(include_str!("../../../../../data/organisations.tsv")) {
        let [id, kind, part, name, forms, ..] = row.as_slice() else { continue };
        let part = match *part {
            "own" => Part::Own,
            "of" => Part::Of,
            _ => Part::Neither,
        };
        let kind = EntityKind::from_code(kind).unwrap_or(EntityKind::Organisation);
        let at = table.entry(entry(kind, id, name, part));
        forms.split('|').for_each(|it| table.form(it, at));
    }
}

/// Archives under each of their names that needs no number beside it.
fn archives(table: &mut Table) {
    for archive in references::archives().iter().filter(|it| it.is_archive()) {
        let full = archive.full_name("en").unwrap_or(archive.code);
        let at = table.entry(entry(EntityKind::Archive, archive.code, full, Part::Neither));
        for it in archive.names.iter().filter(|it| it.names_alone()) {
            table.form(it.name, at);
        }
    }
}

/// Countries, and their governments and embassies.
fn countries(table: &mut Table) {
    let words = rows(include_str!("../../../../../data/naming_words.tsv"));
    let nouns: Vec<Noun> = words
        .filter_map(|row| match row.as_slice() {
            ["of-state", language, word, meaning, ..] => Some((*meaning, *language, *word)),
            _ => None,
        })
        .collect();
    for row in rows(include_str!("../../../../../data/countries.tsv")) {
        let [id, name, state, adjectives, forms, ..] = row.as_slice() else { continue };
        let at = table.entry(entry(EntityKind::Place, id, name, Part::Neither));
        forms.split('|').for_each(|it| table.form(it, at));
        for adjective in adjectives.split('|').filter(|it| !it.is_empty() && !it.contains(' ')) {
            table.class(adjective, Piece::plural, (Class::DEMONYM, name));
        }
        if state.is_empty() {
            continue;
        }
        let shouted = !state.chars().any(char::is_lowercase);
        let article = shouted || state.contains("Republic") || state.starts_with("United");
        let of = format!("{}{state}", if article { "the " } else { "" });
        for nouns in nouns.chunk_by(|one, other| one.0 == other.0) {
            let what = nouns.first().map_or("", |it| it.0);
            let named = format!("{what} of {of}");
            let id = format!("{}-{id}", what.to_lowercase());
            let at = table.entry(entry(EntityKind::Organisation, &id, &named, Part::Neither));
            for noun in nouns {
                of_state(table, at, *noun, adjectives, forms);
            }
        }
    }
}

/// A body that every country has: its English name, and its noun in a language.
type Noun = (&'static str, &'static str, &'static str);

/// The forms of a body that every country has.
fn of_state(table: &mut Table, at: u32, noun: Noun, adjectives: &str, forms: &str) {
    let (what, language, noun) = noun;
    let script = |it: &str| match it.chars().next() {
        Some(c) if is_hangul(c) => "ko",
        Some(c) if is_dense(c) => "zh",
        Some('Ѐ'..='ӿ') => "ru",
        _ => "en",
    };
    for adjective in adjectives.split('|').filter(|it| !it.is_empty() && script(it) == language) {
        table.composed(&format!("{adjective} {noun}"), at);
    }
    for form in forms.split('|').filter(|it| script(it) == language) {
        match language {
            "en" => {
                table.composed(&format!("{what} of {form}"), at);
                table.composed(&format!("{what} of the {form}"), at);
            }
            "ru" => table.composed(&format!("{noun} {form}"), at),
            "ko" => {
                table.composed(&format!("{form}{noun}"), at);
                table.composed(&format!("{form} {noun}"), at);
            }
            _ => table.composed(&format!("{form}{noun}"), at),
        }
    }
}

/// Towns, provinces and rivers.
fn towns(table: &mut Table) {
    let mut known: HashMap<&str, u32> = HashMap::new();
    for (id, name) in places::listed_places() {
        let name = name.split(" (").next().unwrap_or(name);
        known.insert(id, table.entry(entry(EntityKind::Place, id, name, Part::Neither)));
    }
    for (id, form) in places::listed_names() {
        let letters = form.chars().filter(|it| words::is_letter(*it) || is_dense(*it)).count();
        if let Some(at) = known.get(id).filter(|_| letters > 3 || form.chars().any(is_dense)) {
            table.form(form, *at);
        }
    }
}

fn offices(table: &mut Table) {
    for row in rows(include_str!("../../../../../data/office_titles.tsv")) {
        let [name, forms, ..] = row.as_slice() else { continue };
        let id = name.to_lowercase().replace(' ', "-");
        let at = table.entry(entry(EntityKind::Role, &id, name, Part::Of));
        forms.split('|').for_each(|it| table.form(it, at));
    }
}

/// Surnames of China and Korea, surnames borne by many, given names.
fn surnames(table: &mut Table) {
    for row in rows(include_str!("../../../../../data/chinese_surnames.tsv")) {
        let [reading, signs, ..] = row.as_slice() else { continue };
        if !reading.contains(' ') {
            table.class(reading, Piece::title, (Class::CHINESE, ""));
        }
        table.signs.extend(signs.split(' ').filter_map(|it| it.chars().next()));
    }
    for row in rows(include_str!("../../../../../data/pinyin.tsv")) {
        let [pinyin, wade_giles, palladius, ..] = row.as_slice() else { continue };
        if table.is_surname(pinyin) {
            for it in wade_giles.split('|').chain(palladius.split('|')) {
                table.class(it, Piece::title, (Class::CHINESE, ""));
            }
        }
    }
    for row in rows(include_str!("../../../../../data/chinese_surname_spellings.tsv")) {
        row.first().iter().for_each(|it| table.class(it, Piece::title, (Class::CHINESE, "")));
    }
    for row in rows(include_str!("../../../../../data/korean_surnames.tsv")) {
        let [hangul, _, _, latin, cyrillic, ..] = row.as_slice() else { continue };
        for it in latin.split('|').chain(cyrillic.split('|')).filter(|it| !it.is_empty()) {
            table.class(it, Piece::title, (Class::KOREAN, ""));
        }
        table.signs.extend(hangul.chars().next());
    }
    for row in rows(include_str!("../../../../../data/common_surnames.tsv")) {
        for it in row.get(1).into_iter().flat_map(|it| it.split('|')) {
            table.class(it, Piece::listed, (Class::MANY, ""));
        }
    }
    for row in rows(include_str!("../../../../../data/given_names.tsv")) {
        let [name, others, ..] = row.as_slice() else { continue };
        for it in others.split(' ').chain([*name]).filter(|it| !it.chars().any(is_dense)) {
            table.class(it, Piece::listed, (Class::GIVEN, ""));
        }
    }
}

/// Titles, and the words of `naming_words.tsv`.
fn others(table: &mut Table) {
    for row in rows(include_str!("../../../../../data/name_titles.tsv")) {
        let [language, place, words, ..] = row.as_slice() else { continue };
        let dense = words.chars().any(is_dense);
        let fits = if dense { *place != "before" } else { matches!(*place, "before" | "either") };
        let short = words.chars().filter(|it| words::is_letter(*it) || is_dense(*it)).count() < 3;
        if !fits || words.contains(' ') || *words == "г." || *words == "com." && *language == "en"
        {
            continue;
        }
        let class = if short && !dense { Class::SHORT_TITLE } else { Class::TITLE };
        table.class(words, Piece::title, (class, ""));
    }
    for row in rows(include_str!("../../../../../data/naming_words.tsv")) {
        let [class, language, words, meaning, ..] = row.as_slice() else { continue };
        let Some(class) = Class::named(class) else { continue };
        let foreign = class == Class::FUNCTION && !matches!(*language, "en" | "ru");
        for it in words.split('|') {
            if foreign && table.is_surname(it) {
                continue;
            }
            let spaced = !it.chars().any(is_dense);
            if spaced {
                let english = *language == "en" && !class.has(Class::COMMON.or(Class::FUNCTION));
                let piece = if english { Piece::plural } else { Piece::listed };
                table.class(it, piece, (class, meaning));
            } else if class == Class::FORMATION {
                table.formations.push((it, meaning));
            } else if class == Class::PARTICLE {
                table.particles.push(it);
            } else if class == Class::JOINER {
                table.joiners.extend(it.chars());
            }
        }
    }
    table.formations.sort_by_key(|it| std::cmp::Reverse(it.0.len()));
}

//! The name to show of somebody whom no table lists, and the key that unites the mentions.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

use regesta_lang::names::{self, Form, Tradition};
use regesta_model::Script;

use super::romanising::romanised;

/// What a form is read as: the name to show, the key, the rule.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) key: String,
    pub(super) rule: Cow<'static, str>,
}

/// Readings of a record that were made already.
#[derive(Default)]
pub(super) struct Memo(RefCell<HashMap<String, Option<Named>>>);

impl Memo {
    /// The reading of a name of two to four syllables in Chinese or in Korean; `None` where it is neither.
    pub(super) fn east_asian(&self, written: &str, traditions: &[Tradition]) -> Option<Named> {
        if let Some(known) = self.0.borrow().get(written) {
            return known.clone();
        }
        let read = east_asian(written, traditions);
        self.0.borrow_mut().insert(written.to_owned(), read.clone());
        read
    }
}

/// A form of words that are all name.
pub(super) fn bare(written: &str) -> Form {
    let words: Vec<String> = written.split_whitespace().map(str::to_owned).collect();
    let script = written.chars().find(|it| it.is_alphabetic()).map_or(Script::Other, Script::of);
    Form { words, initials: Vec::new(), surname: None, titles: Vec::new(), gloss: None, script }
}

fn east_asian(written: &str, traditions: &[Tradition]) -> Option<Named> {
    let form = bare(&written.replace('’', "'"));
    if form.words.is_empty() || form.words.len() > 3 {
        return None;
    }
    let syllables = |it: &str| it.split('-').count();
    traditions.iter().find_map(|tradition| {
        let readings = names::readings_in(*tradition, &form);
        let fits = |it: &&names::Reading| {
            !it.loose
                && it.key.tradition == *tradition
                && (2..=4).contains(&syllables(&it.key.sounds))
        };
        let reading = readings.iter().find(fits)?;
        let chinese = *tradition == Tradition::Chinese;
        let name = if chinese { pinyin(&reading.key.sounds) } else { cased(&plain(written)) };
        let rule = if chinese { "chinese-syllables" } else { "korean-syllables" };
        Some(Named { name, key: reading.key.to_string(), rule: rule.into() })
    })
}

/// Syllables as a name: the surname, the others in one word.
fn pinyin(sounds: &str) -> String {
    let mut syllables = sounds.split('-');
    let surname = capital(syllables.next().unwrap_or_default());
    let given: String = syllables.collect();
    if given.is_empty() { surname } else { format!("{surname} {}", capital(&given)) }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars.flat_map(char::to_lowercase)).collect()
}

/// Words in capitals as names are written.
fn cased(words: &str) -> String {
    if words.chars().any(char::is_lowercase) {
        return words.to_owned();
    }
    words.split(' ').map(capital).collect::<Vec<_>>().join(" ")
}

/// The name of a person of whom only the form is known: romanised, in the nominative as far as its ending shows, initials after a comma.
pub(super) fn other(written: &str) -> Named {
    let form = Form::read(written);
    let words: Vec<String> = form.words.iter().map(|it| western(it, form.script)).collect();
    let initials: Vec<String> =
        form.initials.iter().map(|it| format!("{}.", romanised(it))).collect();
    let mut name = words.join(" ");
    if name.is_empty() {
        name = plain(written);
    }
    if !initials.is_empty() {
        name = match words.split_last() {
            Some((_, first)) if !first.is_empty() => {
                let bare = |it: &str| match it.contains('.') {
                    true => romanised(it),
                    false => western(it, form.script),
                };
                written.split_whitespace().map(bare).collect::<Vec<_>>().join(" ")
            }
            _ => format!("{name}, {}", initials.join(" ")),
        };
    }
    let key = format!("name:{}", name.to_lowercase());
    Named { name, key, rule: "same-spelling".into() }
}

/// A word of a Western name: Cyrillic romanised, capitals made small, without the ending of an oblique case.
fn western(word: &str, script: Script) -> String {
    let lower: String = word.chars().flat_map(char::to_lowercase).collect();
    let shouted = word.chars().count() > 3 && !word.chars().any(char::is_lowercase);
    if script == Script::Cyrillic {
        return parts(&romanised(&nominative(&lower)));
    }
    if shouted { parts(&lower) } else { word.to_owned() }
}

/// A Russian surname in -ov, -ev, -in without the ending of the dative and the instrumental, which no other word has; one in -ski whole.
pub(super) fn nominative(lower: &str) -> Cow<'_, str> {
    let adjective = ["ого", "ому", "им", "ом"].iter().find_map(|it| {
        let stem = lower.strip_suffix(it)?;
        (stem.ends_with("ск") || stem.ends_with("цк")).then_some(stem)
    });
    if let Some(stem) = adjective.filter(|it| it.chars().count() > 4) {
        return format!("{stem}ий").into();
    }
    let stem = ["ову", "еву", "ину", "ёву"].iter().find(|it| lower.ends_with(**it));
    let stem = stem.and_then(|_| lower.strip_suffix('у'));
    let stem = stem.or_else(|| {
        let found = ["овым", "евым", "иным"].iter().find(|it| lower.ends_with(**it));
        found.and_then(|_| lower.strip_suffix("ым"))
    });
    stem.filter(|it| it.chars().count() > 3).unwrap_or(lower).into()
}

fn parts(word: &str) -> String {
    word.split('-').map(capital).collect::<Vec<_>>().join("-")
}

/// Words as written, white space as one space.
pub(super) fn plain(written: &str) -> String {
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

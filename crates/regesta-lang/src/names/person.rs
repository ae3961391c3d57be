//! A form made ready for linking: its readings, its exact spelling, and the parts of a Western name.

use std::{collections::HashMap, sync::LazyLock};

use regesta_model::Script;

use super::form::may_agree;
use super::{Form, Key, Reading, Tradition, readings, western};

/// A form made ready for linking.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// The form itself.
    pub(super) form: Form,
    /// Every reading of the whole name.
    pub(super) readings: Vec<Reading>,
    /// The spelling without case, spaces, hyphens and shapes of characters.
    pub(super) spelling: String,
    /// Whether the form is one syllable, too little to tell anybody by.
    pub(super) is_one_syllable: bool,
    /// The parts of the name, where it may be a Western one.
    pub(super) western: Option<Western>,
    /// The name that stood in brackets after this one.
    pub(super) gloss: Option<Box<Person>>,
}

/// The parts of a Western name.
#[derive(Clone, Debug)]
pub(super) struct Western {
    /// The surname as written.
    pub(super) surname: String,
    /// Readings of the surname alone.
    pub(super) keys: Vec<Reading>,
    /// Given names and patronymic, or their initials, in order.
    pub(super) given: Vec<String>,
}

impl Person {
    /// Makes a form ready.
    pub(super) fn new(written: &str) -> Person {
        let form = Form::read(written);
        let gloss = form
            .gloss
            .as_deref()
            .map(|it| Box::new(Person::of(Form { gloss: None, ..Form::read(it) })));
        Person { gloss, ..Person::of(form) }
    }

    fn of(form: Form) -> Person {
        let readings = readings(&form);
        let spelling = spelling(&form);
        let is_one_syllable = is_one_syllable(&form, &readings);
        let western = Western::of(&form, &readings);
        Person { form, readings, spelling, is_one_syllable, western, gloss: None }
    }

    /// Readings of the whole name in one tradition that is not Western.
    pub(super) fn keys(&self, tradition: Tradition) -> impl Iterator<Item = &Reading> {
        self.readings.iter().filter(move |it| it.key.tradition == tradition)
    }

    /// Whether the name is written as it was first written: in characters or syllables, spelt the one way it has.
    pub(super) fn is_exact(&self) -> bool {
        matches!(self.form.script, Script::Han | Script::Hangul) && !self.may_be_transcription()
    }

    /// Whether characters or syllables may be spelling out a Western name: no Chinese or Korean name is so long.
    pub(super) fn may_be_transcription(&self) -> bool {
        matches!(self.form.script, Script::Han | Script::Hangul)
            && (self.form.words.len() > 1 || self.spelling.chars().count() > 3)
    }
}

/// How many syllables a key has.
pub(super) fn syllables(key: &Key) -> usize {
    key.sounds.split('-').filter(|it| !it.is_empty()).count()
}

/// The spelling without case, spaces, hyphens and shapes of characters.
pub(super) fn spelling(form: &Form) -> String {
    let initials = form.initials.iter().chain(&form.words).flat_map(|it| it.chars());
    initials.filter(|it| it.is_alphabetic()).flat_map(char::to_lowercase).map(folded).collect()
}

/// The shape a letter or character is compared in.
pub(super) fn folded(c: char) -> char {
    static SHAPES: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
        let rows = crate::tables::lines(include_str!("../../../../data/han_folding.tsv"));
        let pair = |row: &str| {
            let mut cells = row.split('\t').map(|it| it.chars().next());
            Some((cells.next()??, cells.next()??))
        };
        rows.filter_map(pair).collect()
    });
    match c {
        'ё' => 'е',
        _ if c.is_ascii() => c,
        _ => SHAPES.get(&c).copied().unwrap_or(c),
    }
}

fn is_one_syllable(form: &Form, readings: &[Reading]) -> bool {
    let letters = form.words.iter().map(|it| it.chars().count()).sum::<usize>();
    let east_asian = matches!(form.script, Script::Han | Script::Hangul | Script::Kana);
    if form.words.len() != 1 || !form.initials.is_empty() {
        return false;
    }
    let read = |it: &Reading| {
        matches!(it.key.tradition, Tradition::Chinese | Tradition::Korean)
            && syllables(&it.key) == 1
    };
    if east_asian {
        letters < 2
    } else {
        letters < 4 || readings.iter().any(read) || vowel_runs(form) < 2 && letters < 6
    }
}

fn vowel_runs(form: &Form) -> usize {
    let vowel = |c: char| "aeiouyаеиоуыэюя".contains(folded(c.to_lowercase().next().unwrap_or(c)));
    let word: String = form.words.concat();
    word.split(|c: char| !vowel(c)).filter(|it| !it.is_empty()).count()
}

impl Western {
    fn of(form: &Form, readings: &[Reading]) -> Option<Western> {
        let eastern = |it: &Reading| {
            matches!(it.key.tradition, Tradition::Chinese | Tradition::Korean)
                && !it.loose
                && syllables(&it.key) > 1
        };
        let is_eastern =
            form.words.len() > 1 && form.initials.is_empty() && readings.iter().any(eastern);
        let last =
            form.words.len().checked_sub(1).filter(|_| !is_eastern && form.words.len() < 5)?;
        let patronymic = form.words.iter().position(|it| is_patronymic(it)).filter(|at| *at > 0);
        let at = form.surname.unwrap_or(match patronymic {
            Some(at) if at == last => 0,
            _ => last,
        });
        let surname = form.words.get(at)?.clone();
        if matches!(form.script, Script::Latin | Script::Cyrillic) && surname.chars().count() < 2 {
            return None;
        }
        let particle =
            |it: &&String| it.chars().next().is_some_and(char::is_uppercase) || !it.is_ascii();
        let given = form
            .words
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .map(|(_, it)| it)
            .filter(particle);
        let given =
            if form.initials.is_empty() { given.cloned().collect() } else { form.initials.clone() };
        let keys = western::readings(&Form::plain(vec![surname.clone()]));
        Some(Western { surname, keys, given })
    }

    /// Whether the given names of two forms may be one person's: `None` where one of them has none.
    pub(super) fn given_agree(&self, other: &Western) -> Option<bool> {
        if self.given.is_empty() || other.given.is_empty() {
            return (self.given.is_empty() && other.given.is_empty()).then_some(true);
        }
        Some(self.given.iter().zip(&other.given).all(|(one, two)| may_be_one_given(one, two)))
    }
}

fn may_be_one_given(one: &str, two: &str) -> bool {
    let short = |it: &str| it.chars().count() < 3;
    let alphabet = |it: &str| !crate::scripts::letters(it).is_east_asian();
    if !alphabet(one) || !alphabet(two) {
        return alphabet(one) == alphabet(two) && one == two || western::given_may_be_one(one, two);
    }
    if short(one) || short(two) {
        return may_agree(one, two);
    }
    let read = |it: &str| western::readings(&Form::plain(vec![it.to_owned()]));
    let (left, right) = (read(one), read(two));
    let alike = || may_agree(one, two) && strikingly_alike(one, two);
    left.iter().any(|it| right.iter().any(|other| other.key == it.key)) || alike()
}

/// Whether two given names of one alphabet begin alike (`Terentii`, `Terenty`).
fn strikingly_alike(one: &str, two: &str) -> bool {
    let (one, two) = (one.to_lowercase(), two.to_lowercase());
    let common = one.chars().zip(two.chars()).take_while(|(a, b)| folded(*a) == folded(*b)).count();
    common >= 4
}

fn is_patronymic(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ович",
        "евич",
        "овна",
        "евна",
        "ьич",
        "овича",
        "евича",
        "ovich",
        "evich",
        "ovna",
        "evna",
        "ovych",
    ];
    let word = word.to_lowercase();
    word.chars().count() > 5 && ENDINGS.iter().any(|it| word.ends_with(it))
}

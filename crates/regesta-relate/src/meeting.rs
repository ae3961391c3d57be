//! Whether two parties may be one: a person under another spelling, an office named longer or shorter.

use std::collections::HashMap;

use regesta_lang::names::{self, Form};
use regesta_model::Script;

/// Whether the parties that are sought and those of a communication are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// One of them is.
    Yes,
    /// Nothing says whether: one side is silent, or an office stands against a person.
    Unsaid,
    /// They are other persons.
    No,
}

/// Compares parties and remembers what it has compared: the same few names meet again and again.
#[derive(Debug, Default)]
pub struct Meetings {
    compared: HashMap<(String, String), Meeting>,
}

impl Meetings {
    /// Compares the parties sought with those named, each by all its names.
    pub fn of(&mut self, sought: &[Vec<String>], named: &[Vec<String>]) -> Meeting {
        let mut res = Meeting::Unsaid;
        let mut against = false;
        for one in sought {
            for other in named {
                match self.party(one, other) {
                    Meeting::Yes => return Meeting::Yes,
                    Meeting::Unsaid => res = Meeting::Unsaid,
                    Meeting::No => against = true,
                }
            }
        }
        // Of several recipients one may be an office that stands for the person sought; only persons throughout speak against it.
        let comparable = |it: &[Vec<String>]| it.len() == 1;
        if against && comparable(sought) && comparable(named) { Meeting::No } else { res }
    }

    /// Compares two parties: one name that meets is enough, and only names of one script speak against each other.
    fn party(&mut self, one: &[String], other: &[String]) -> Meeting {
        let mut against = false;
        for left in one {
            for right in other {
                match self.names(left, right) {
                    Meeting::Yes => return Meeting::Yes,
                    Meeting::Unsaid => {}
                    Meeting::No => against = true,
                }
            }
        }
        if against { Meeting::No } else { Meeting::Unsaid }
    }

    fn names(&mut self, left: &str, right: &str) -> Meeting {
        if left == right {
            return if is_title_alone(&Form::read(left)) { Meeting::Unsaid } else { Meeting::Yes };
        }
        let key = if left <= right { (left, right) } else { (right, left) };
        let key = (key.0.to_owned(), key.1.to_owned());
        *self.compared.entry(key).or_insert_with_key(|(left, right)| compare(left, right))
    }
}

fn compare(left: &str, right: &str) -> Meeting {
    let (one, other) = (Form::read(left), Form::read(right));
    if is_title_alone(&one) || is_title_alone(&other) {
        return Meeting::Unsaid;
    }
    if is_part(left, right) || is_part(right, left) || may_be_one(left, right) {
        return Meeting::Yes;
    }
    let persons = is_person(&one) && is_person(&other);
    if persons && one.script == other.script { Meeting::No } else { Meeting::Unsaid }
}

/// Whether two names may be one person's, an office before either of them left away: `외무성 명재린`.
fn may_be_one(left: &str, right: &str) -> bool {
    let (one, other) = (without_office(left), without_office(right));
    let same = |left: &str, right: &str| names::same(left, right).is_some();
    same(left, right)
        || one.is_some_and(|it| same(it, right))
        || other.is_some_and(|it| same(left, it))
        || one.zip(other).is_some_and(|(one, other)| same(one, other))
}

/// What follows the office in a Korean name, where one stands before it.
pub(crate) fn without_office(name: &str) -> Option<&str> {
    let last = name.split_whitespace().next_back().filter(|it| it.len() < name.trim().len())?;
    let hangul = |it: char| Script::of(it) == Script::Hangul;
    let fits = (2..=7).contains(&last.chars().count()) && last.chars().all(hangul);
    (fits && name.chars().any(hangul) && is_person(&Form::read(last))
        || fits && last.chars().count() > 4)
        .then_some(last)
}

/// Whether the words of one name stand together in the other: an office named longer and shorter.
pub(crate) fn is_part(short: &str, long: &str) -> bool {
    let words = |it: &str| -> Vec<String> {
        let word = |it: &str| -> String {
            it.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        it.split_whitespace().map(word).filter(|it| !it.is_empty() && it != "the").collect()
    };
    let (short, long) = (words(short), words(long));
    let letters: usize = short.iter().map(|it| it.chars().count()).sum();
    let dense =
        short.concat().chars().any(|it| matches!(Script::of(it), Script::Han | Script::Hangul));
    !short.is_empty()
        && letters >= if dense { 2 } else { 4 }
        && (short.len() > 1 || long.len() > 1 || short == long)
        && long.windows(short.len()).any(|it| it == short.as_slice())
}

/// Whether a form is nothing but a title: `Ambassador`, `министр`.
pub(crate) fn is_title_alone(form: &Form) -> bool {
    let [word] = form.words.as_slice() else { return form.words.is_empty() };
    if !form.initials.is_empty() {
        return false;
    }
    // A title alone is kept as a name; beside a name it is taken off.
    const NAME: &str = "Xelnakov";
    let beside = Form::read(&format!("{word} {NAME}"));
    beside.words.len() == 1
        && beside.words.first().is_some_and(|it| it == NAME)
        && !beside.titles.is_empty()
}

/// Whether a form reads as the name of a person.
pub(crate) fn is_person(form: &Form) -> bool {
    let capital = |it: &String| it.chars().next().is_some_and(|it| !it.is_lowercase());
    (1..=4).contains(&form.words.len())
        && form.words.iter().all(capital)
        && !is_title_alone(form)
        && !names::readings(form).is_empty()
        && !names::is_office(&form.words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meeting(one: &str, other: &str) -> Meeting {
        Meetings::default().of(&[vec![one.to_owned()]], &[vec![other.to_owned()]])
    }

    #[test]
    fn a_person_meets_under_another_spelling_and_behind_an_office() {
        for (one, other) in [
            ("Веренин", "Verenin"),
            ("Посол А. Веренин", "Веренину"),
            ("외무성 림상호", "림상호"),
            ("Ministry of the Harbour", "the Ministry of the Harbour, Selm"),
            ("高樹林", "Гао Шулинь"),
        ] {
            assert_eq!(meeting(one, other), Meeting::Yes, "{one} / {other}");
        }
    }

    #[test]
    fn two_persons_speak_against_each_other_and_an_office_against_nobody() {
        assert_eq!(meeting("Verenin", "Lugovoi"), Meeting::No);
        for (one, other) in [
            ("Ambassador", "Ambassador"),
            ("министр", "Веренин"),
            ("外交部", "高树林"),
            ("Веренин", "高树林"),
        ] {
            assert_eq!(meeting(one, other), Meeting::Unsaid, "{one} / {other}");
        }
    }
}

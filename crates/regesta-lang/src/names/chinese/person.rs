//! Which syllables of a form are surname and which given name, and whether they make a name at all.

use super::segmentation::Opening;
use super::surnames;

/// A syllable as read: its pinyin and what stands before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Syllable {
    pub(super) pinyin: &'static str,
    pub(super) opening: Opening,
}

/// Where a form has the surname.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// First, as the Chinese write.
    SurnameFirst,
    /// Last, as the West does.
    SurnameLast,
}

/// A name as read: its syllables in Chinese order, and whether to read it so asks for goodwill.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) syllables: Vec<&'static str>,
    /// The order of the form.
    pub(super) order: Order,
    pub(super) loose: bool,
}

/// Reads syllables as a name, the surname first or last; `None` where they make no name.
pub(super) fn read(syllables: &[Syllable]) -> Option<Person> {
    let words = syllables.iter().filter(|it| it.opening == Opening::Word).count();
    let first_word =
        1 + syllables.iter().skip(1).take_while(|it| it.opening != Opening::Word).count();
    match (words, syllables.len()) {
        (_, 0) | (4.., _) => None,
        (1, 1) => surname_alone(syllables),
        (1, _) => in_one_word(syllables),
        _ => in_words(syllables, first_word),
    }
}

fn surname_alone(syllables: &[Syllable]) -> Option<Person> {
    is_surname(syllables).then(|| person(syllables, &[], false))
}

/// A name in one word: hyphens before capitals or capitals inside it show its syllables, or it is run together.
fn in_one_word(syllables: &[Syllable]) -> Option<Person> {
    let is_shown = syllables.iter().skip(1).all(|it| matches!(it.opening, Opening::Capital));
    let second_opens = syllables.get(1).is_some_and(|it| it.opening == Opening::Capital);
    let is_legible =
        is_shown || second_opens || syllables.iter().all(|it| it.opening != Opening::Unsure);
    let surname = surname_length(syllables);
    let given = syllables.len().checked_sub(surname)?;
    match (surname, given) {
        (0, _) | (_, 0) => None,
        (1, 1) => is_shown.then(|| person(syllables, &[], false)),
        (_, 1 | 2) if is_legible => Some(person(syllables, &[], !(is_shown || second_opens))),
        _ => None,
    }
}

/// A name in several words; it is unlikely where neither end is a surname.
fn in_words(syllables: &[Syllable], first_word: usize) -> Option<Person> {
    let surname_first = surname_first(syllables, first_word);
    if surname_first.as_ref().is_some_and(|it| !it.loose) {
        return surname_first;
    }
    surname_last(syllables, first_word).or(surname_first)
}

fn surname_first(syllables: &[Syllable], first_word: usize) -> Option<Person> {
    let surname = surname_length(syllables);
    let (head, tail) = syllables.split_at_checked(surname.max(1))?;
    match (surname, first_word, tail.len()) {
        (1, 1, 1 | 2) | (2, 1 | 2, 1 | 2) => Some(person(head, tail, false)),
        // Ulan Hu, Mao-Tse Tung: known syllables in an order of their own.
        (1, 2, 1 | 2) => Some(person(head, tail, true)),
        (1, 1, 3) => are_apart(tail).then(|| person(head, tail, true)),
        (0, 1, 1 | 2) => Some(person(head, tail, true)),
        _ => None,
    }
}

/// Whether every syllable is set off from the one before it.
fn are_apart(syllables: &[Syllable]) -> bool {
    !syllables.iter().any(|it| matches!(it.opening, Opening::Unsure | Opening::Nothing))
}

/// Xiaoping Deng: a given name of two syllables, or of one that is no surname, before a surname.
fn surname_last(syllables: &[Syllable], first_word: usize) -> Option<Person> {
    let (given, surname) = syllables.split_at_checked(first_word)?;
    let is_one_word = surname.iter().skip(1).all(|it| it.opening != Opening::Word);
    if !is_one_word || !is_surname(surname) {
        return None;
    }
    match given.len() {
        1 | 2 if !is_surname(given) => {
            Some(Person { order: Order::SurnameLast, ..person(surname, given, given.len() == 1) })
        }
        _ => None,
    }
}

/// How many syllables at the beginning are a surname.
fn surname_length(syllables: &[Syllable]) -> usize {
    let of =
        |length: usize| syllables.len() > length && syllables.get(..length).is_some_and(is_surname);
    [2, 1].into_iter().find(|it| of(*it)).unwrap_or(0)
}

fn is_surname(syllables: &[Syllable]) -> bool {
    match syllables {
        [one] => surnames::is_surname(one.pinyin),
        [one, two] => surnames::is_compound_surname(one.pinyin, two.pinyin),
        _ => false,
    }
}

fn person(head: &[Syllable], tail: &[Syllable], loose: bool) -> Person {
    Person {
        syllables: head.iter().chain(tail).map(|it| it.pinyin).collect(),
        order: Order::SurnameFirst,
        loose,
    }
}

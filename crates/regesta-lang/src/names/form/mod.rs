//! A name as it is written, and what of it is name.

mod initials;
mod letters;
mod titles;

use regesta_model::Script;

pub(super) use initials::{class, may_agree};
pub(super) use letters::normalised;

/// A form of a name, stripped of titles, ranks, brackets and letter-spacing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The words of the name in the order written; hyphens and apostrophes are kept inside a word, case as written.
    pub words: Vec<String>,
    /// Initials of given names, without their full stops, in the order written: `А`, `Yu`.
    pub initials: Vec<String>,
    /// Which of the words is the surname, where the form shows it: `Shtykov, Terentii`, `Вышинский А.Я.`, `KIM Ilsong`.
    pub surname: Option<usize>,
    /// Titles, ranks and forms of address that stood with the name, as written.
    pub titles: Vec<String>,
    /// Another name that stood in brackets after this one: `Feng Xi [Stalin]`.
    pub gloss: Option<String>,
    /// The script of most letters.
    pub script: Script,
}

/// The longest form that is read as a name, in bytes; what is longer is kept as one word.
const LONGEST: usize = 200;

impl Form {
    /// Reads a form of a name.
    pub fn read(written: &str) -> Form {
        if written.len() > LONGEST {
            return Form::plain(vec![written.trim().to_owned()]);
        }
        let (outside, gloss) = brackets(&letters::normalised(written));
        let mut parts = parts(&outside);
        let mut titles = Vec::new();
        for part in &mut parts {
            titles.extend(titles::strip(part));
        }
        parts.retain(|it| !it.is_empty());
        let comma = parts.len() > 1 && surname_first(&parts);
        let given = if comma { Some(parts.remove(1)) } else { None };
        titles.extend(parts.iter().skip(1).map(|it| it.join(" ")));
        let mut words = parts.into_iter().next().unwrap_or_default();
        let last_of_surname = words.len().checked_sub(1);
        words.extend(given.unwrap_or_default());
        let (words, initials, before) = initials::split(words);
        let mut form = Form::plain(words.iter().map(|it| letters::cleaned(it)).collect());
        form.surname = if comma {
            last_of_surname
        } else {
            shown_surname(&form.words, initials.len(), before)
        };
        form.words.retain(|it| !it.is_empty());
        form.surname = form.surname.filter(|it| *it < form.words.len());
        Form { initials, titles, gloss, ..form }
    }

    /// Says whether words are titles, ranks and offices and name nobody: `Consul`, `Старший советник`, `局长`.
    pub fn is_title(written: &str) -> bool {
        let parts = parts(&letters::normalised(written));
        written.len() <= LONGEST && !parts.is_empty() && parts.into_iter().all(titles::are_all)
    }

    /// Returns a form of nothing but words.
    pub(super) fn plain(words: Vec<String>) -> Form {
        let script = crate::scripts::letters(&words.join(" ")).script();
        Form { words, initials: Vec::new(), surname: None, titles: Vec::new(), gloss: None, script }
    }
}

/// Whether what follows the comma is a given name.
fn surname_first(parts: &[Vec<String>]) -> bool {
    let len = |at: usize| parts.get(at).map_or(0, Vec::len);
    len(0) == 1 && (1..=3).contains(&len(1))
}

/// Which word is the surname: the one before its initials, the one after them, the only one in capitals.
fn shown_surname(words: &[String], initials: usize, before: bool) -> Option<usize> {
    let last = words.len().checked_sub(1)?;
    let in_capitals = |it: &String| {
        it.chars().count() > 1
            && it.chars().any(char::is_alphabetic)
            && !it.chars().any(char::is_lowercase)
    };
    let mut capitals = words
        .iter()
        .enumerate()
        .filter(|(_, it)| it.is_ascii() || !crate::scripts::letters(it).is_east_asian());
    let first = capitals.clone().find(|(_, it)| in_capitals(it)).map(|(at, _)| at);
    let lower = capitals.any(|(_, it)| !in_capitals(it));
    match (initials, first) {
        (0, Some(at)) if lower => Some(at),
        (0, _) => None,
        _ if before => Some(last),
        _ => Some(0),
    }
}

/// Splits at commas and spaces; joins letter-spaced words and characters.
fn parts(text: &str) -> Vec<Vec<String>> {
    text.split([',', '，', '、', ';']).map(letters::words).filter(|it| !it.is_empty()).collect()
}

/// Takes what stands in brackets out of a form: an editor's addition inside the name stays, a name after it is its gloss.
fn brackets(text: &str) -> (String, Option<String>) {
    let mut outside = String::with_capacity(text.len());
    let mut inside = String::new();
    let mut depth = 0_usize;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '(' | '[' | '【' | '〔' | '〈' => depth += 1,
            ')' | ']' | '】' | '〕' | '〉' => {
                depth = depth.saturating_sub(1);
                let inserted = c == ']' && chars.peek().is_some();
                if depth == 0 && (inserted || outside.trim().is_empty()) {
                    outside.push_str(&std::mem::take(&mut inside));
                }
            }
            _ if depth > 0 => inside.push(c),
            _ => outside.push(c),
        }
    }
    let named = inside.chars().filter(|it| it.is_alphabetic()).count() > 1
        && !inside.chars().any(|it| it.is_ascii_digit());
    if outside.trim().is_empty() {
        return (inside, None);
    }
    (outside, named.then(|| inside.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_name_nobody() {
        for title in ["Consul", "Старший советник", "посол", "部长", "Vice Minister"]
        {
            assert!(Form::is_title(title), "{title}");
        }
        for name in ["Orlov", "Генерал Зимин", "赵部长", "Минь Шаокунь", "", "Hale, Consul"]
        {
            assert!(!Form::is_title(name), "{name}");
        }
    }
}

//! Russian case endings of place names, and the prepositions before them.

/// Endings of names in the singular, and of those that look like adjectives.
const ENDINGS: &[&str] = &[
    "а", "у", "ом", "ем", "ём", "е", "ы", "и", "ой", "ою", "ей", "ею", "ю", "я", "ью", "ого",
    "ому", "ым", "ого", "ою", "ем", "ами", "ах", "ям", "ях", "ь", "й", "о", "ом",
];
const PREPOSITIONS: &[&str] = &[
    "в",
    "во",
    "на",
    "под",
    "из",
    "от",
    "до",
    "к",
    "у",
    "через",
    "около",
    "близ",
    "in",
    "at",
    "from",
    "near",
    "to",
    "г.",
    "гор.",
    "город",
    "г",
    "порт",
    "о.",
];

/// Takes a preposition or the word for a town off the front.
pub(super) fn without_preposition(name: &str) -> &str {
    let name = name.trim();
    match name.split_once(' ') {
        Some((first, rest)) if PREPOSITIONS.contains(&first.to_lowercase().as_str()) => {
            rest.trim_start()
        }
        _ => name.strip_prefix("г.").unwrap_or(name),
    }
}

/// The stems that a Cyrillic word may be an inflected form of; nothing for other scripts.
pub(super) fn stems(folded: &str) -> Vec<String> {
    if !is_cyrillic(folded) {
        return Vec::new();
    }
    let mut res: Vec<String> = ENDINGS
        .iter()
        .filter_map(|it| folded.strip_suffix(it))
        .filter(|it| it.chars().count() > 2)
        .map(str::to_owned)
        .collect();
    res.push(folded.to_owned());
    res.sort_by_key(|it| std::cmp::Reverse(it.len()));
    res.dedup();
    res
}

/// The stem under which a listed Cyrillic name is found: without its last vowel or sign.
pub(super) fn listed_stems(folded: &str) -> Option<String> {
    if !is_cyrillic(folded) {
        return None;
    }
    let stem = ["ий", "ый", "а", "я", "ь", "й", "ы", "и"]
        .iter()
        .find_map(|it| folded.strip_suffix(it))
        .unwrap_or(folded);
    (stem.chars().count() > 2).then(|| stem.to_owned())
}

fn is_cyrillic(word: &str) -> bool {
    word.chars().next().is_some_and(|it| ('а'..='я').contains(&it))
}

//! Tells page furniture from words of the document: by what it says, how it is shaped, what repeats across the folder.

use std::{borrow::Cow, sync::LazyLock};

use aho_corasick::AhoCorasick;

use crate::{page::Line, vocabulary};

/// Fingerprint of a line: lines that differ only in white space share one.
///
/// FNV-1a, 64 bit: stable across machines and versions, since fingerprints are stored.
pub(crate) fn fingerprint(line: &str) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut eat = |byte: u8| {
        hash ^= u64::from(byte);
        hash = hash.wrapping_mul(0x0100_0000_01b3);
    };
    for (at, word) in line.split_whitespace().enumerate() {
        if at > 0 {
            eat(b' ');
        }
        word.bytes().for_each(&mut eat);
    }
    hash
}

/// Fingerprints of the lines of a text that may be notices: those longer than any are a writer's own.
pub(crate) fn notices(text: &str) -> impl Iterator<Item = u64> + '_ {
    const LONGEST: usize = 1_200;
    let lines = text.lines().filter(|it| !it.trim().is_empty() && it.len() <= LONGEST);
    lines.map(fingerprint)
}

/// Says whether a line is furniture on its own evidence.
pub(crate) fn is_furniture(line: &Line, words: &str) -> bool {
    if line.marks.furniture {
        return true;
    }
    if words.chars().count() > 400 {
        return false;
    }
    says_furniture(words)
}

/// Says whether words consist of furniture: known words between separators, a trail of links, a line of a site's imprint.
pub(crate) fn says_furniture(words: &str) -> bool {
    if vocabulary::is_furniture(words) || is_imprint(words) {
        return true;
    }
    let items = items(words);
    let known = items.iter().filter(|it| vocabulary::is_furniture(it)).count();
    let short = items.iter().all(|it| it.chars().count() <= 48);
    match items.len() {
        0 => false,
        1 => words.chars().count() <= 60 && starts_with_known(items[0]),
        2 => known >= 1 && short && !words.contains('|') || known == 2,
        _ => short && known * 3 >= items.len(),
    }
}

/// Says whether a line is a menu or an imprint by its form, not by a single phrase.
pub(crate) fn is_menu(words: &str) -> bool {
    items(words).len() >= 3 || is_imprint(words)
}

/// Pieces between the separators that menus and trails use.
fn items(words: &str) -> Vec<&str> {
    words
        .split([
            '|', '»', '›', '>', '·', '•', '→', '/', '\u{2003}', '【', '】', '◀', '▶', '▲', '┃', '│',
        ])
        .flat_map(|it| it.split(": "))
        .map(str::trim)
        .filter(|it| it.chars().any(char::is_alphanumeric))
        .collect()
}

/// `Adjust font size:`, `Copyright © ...`, `责任编辑：...`: a known phrase, then marks or little else.
fn starts_with_known(words: &str) -> bool {
    let head: String = words.chars().take_while(|it| !":：©(".contains(*it)).collect();
    head.len() < words.len() && vocabulary::is_furniture(&head)
}

/// A site's imprint: a copyright sign with an address, a telephone number or a licence.
fn is_imprint(words: &str) -> bool {
    const SIGNS: [&str; 11] = [
        "©",
        "copyright",
        "all rights reserved",
        "e-mail",
        "tel:",
        "tel.",
        "webmaster",
        "icp",
        "版权所有",
        "저작권",
        "все права защищены",
    ];
    static SEARCHER: LazyLock<Option<AhoCorasick>> =
        LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(SIGNS).ok());
    let lower = if words.is_ascii() { Cow::Borrowed(words) } else { words.to_lowercase().into() };
    let found = SEARCHER.iter().flat_map(|it| it.find_overlapping_iter(&*lower));
    let mut signs = found.map(|it| it.pattern());
    let first = signs.next();
    first.is_some_and(|first| signs.any(|it| it != first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn menus_and_trails_are_furniture() {
        for words in [
            "Skip to content",
            "Home / Exhibits / Border Papers",
            "Tools: Save | Print | E-mail",
            "Главная » Фонды » Письма",
            "首页 > 文献 > 电报",
            "홈 > 자료실 > 외교문서",
            "Adjust font size:",
            "Copyright © The Harbour Library. All Rights Reserved. Tel: 12-34-56",
        ] {
            assert!(says_furniture(words), "{words}");
        }
    }

    #[test]
    fn words_of_documents_are_not() {
        for words in [
            "Please print forty copies of the order and return them to the registry.",
            "Прошу Ваших указаний.",
            "Лугову / Савину",
            "Contact with the enemy was lost near the mill / the ford.",
            "Mao / Kim",
        ] {
            assert!(!says_furniture(words), "{words}");
        }
    }
}

//! Tells a damaged reading of a scan from clean typing.

use regesta_lang::scripts::{is_letter, is_letter_or_digit};

use crate::page::Page;

/// Says whether a paper is a damaged reading: many of its lines hold specks, or letters, digits and marks inside words.
pub(crate) fn is_damaged(page: &Page<'_>) -> bool {
    const ENOUGH: usize = 8;
    const FEW: usize = 2;
    let lines = page.lines.iter().take(120);
    let (mut all, mut bad) = (0, 0);
    for line in lines {
        all += 1;
        let words = line.span.of(page.text);
        let dressed = !line.cells.is_empty() || words.contains("://") || words.contains("**");
        bad += usize::from(!dressed && damaged(words));
    }
    page.source.text_is_file && all >= ENOUGH && (bad >= FEW && bad * 8 >= all || is_torn(page))
}

/// Says whether blank lines stand between lines of one sentence, as between the lines of a scanned page.
fn is_torn(page: &Page<'_>) -> bool {
    const ENOUGH: usize = 4;
    let lines = page.lines.iter().take(200);
    let (mut apart, mut torn) = (0, 0);
    for (above, below) in lines.clone().zip(lines.skip(1)) {
        if above.paragraph == below.paragraph {
            continue;
        }
        apart += 1;
        let ends = above.span.of(page.text).ends_with(|it: char| it.is_lowercase() || it == ',');
        let goes_on = below.span.of(page.text).starts_with(char::is_lowercase);
        torn += usize::from(ends && goes_on);
    }
    torn >= ENOUGH && torn * 8 >= apart
}

/// Says whether a line shows what only a reading of a bad scan shows.
fn damaged(words: &str) -> bool {
    let letters = words.chars().filter(|it| is_letter_or_digit(*it)).count();
    if letters == 0 {
        return words.chars().all(|it| !"-=_*|+.#— ".contains(it));
    }
    let odd = words.split_whitespace().any(|word| {
        let bare = word.trim_matches(|it: char| !is_letter_or_digit(it));
        let letter = bare.chars().any(is_letter);
        let strange = bare.chars().any(|it| "~£¢§¥°®\\{}<>=_^*|•".contains(it));
        let mixed = bare.len() >= 4
            && bare
                .chars()
                .zip(bare.chars().skip(1))
                .filter(|(a, b)| a.is_lowercase() && b.is_uppercase())
                .count()
                >= 2;
        letter && (strange || mixed)
    });
    let specks = words.starts_with(['~', '‘', '°', '_', '¢', '£', '{', '}', '|', ';', ',', ':'])
        || letters <= 2 && !words.starts_with(|it: char| it.is_ascii_digit() || it == '-');
    odd || specks
}

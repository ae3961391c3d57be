//! Reads references that part their numbers by one sign and label none: `RGASPI 558/11/334, 8-9`, `ERA.R-1.3.245`.

use super::{
    chain::{Chain, Item},
    codes::code_at,
    cursor::{char_at, is_word_char, skip, skip_gap},
    labels::{FONDS, Label, label_at, label_of},
    leaves::leaves_at,
    names::{Archive, Family},
};

/// Reads the numbers after an archive's name as fond, opis, (papka,) delo and leaves.
pub(super) fn tuple_at(text: &str, at: usize, archive: &'static Archive) -> Option<Chain> {
    let papka = archive.family == Family::Papka;
    let order: &[&str] =
        if papka { &["fond", "opis", "papka", "delo"] } else { &["fond", "opis", "delo"] };
    let mut chain = Chain::beginning(at, archive.scheme);
    let mut next = at;
    let mut sign = None;
    for part in order {
        let item = number_at(text, next, label_of(FONDS, part)?)?;
        chain.end = item.range.end;
        chain.items.push(item);
        let follows = char_at(text, chain.end);
        if chain.items.len() < order.len() {
            let found = follows.filter(|it| matches!(it, '/' | '.' | '-' | ':'))?;
            if sign.is_some_and(|it| it != found) {
                return None;
            }
            sign = Some(found);
            next = chain.end + 1;
        }
    }
    let same = char_at(text, chain.end) == sign;
    if let Some(item) = leaves_after(text, chain.end, same) {
        chain.end = item.range.end;
        chain.items.push(item);
    } else if same || char_at(text, chain.end).is_some_and(is_word_char) {
        return None;
    }
    Some(chain)
}

fn number_at(text: &str, at: usize, label: &'static Label) -> Option<Item> {
    let letters = skip(text, at, 2, |it| it.is_uppercase());
    let hyphen = skip(text, letters, usize::from(letters > at), |it| it == '-');
    let digits = skip(text, hyphen, 7, |it| it.is_ascii_digit());
    let end = skip(text, digits, 1, |it| it.is_alphabetic() && is_word_char(it));
    // The number alone, so that the sign after it is not taken for a part of it.
    let code = code_at(text.get(at..end)?, 0, label.part, FONDS)?;
    let whole = digits > hyphen && code.end == end - at;
    whole.then_some(Item { label, value: code.value, range: at..end, oddities: Vec::new() })
}

/// Reads leaves after a comma, labelled or not, or after the sign that parts the numbers.
fn leaves_after(text: &str, at: usize, same_sign: bool) -> Option<Item> {
    let start = if same_sign { at + 1 } else { skip_gap(text, at, 4, ",:;")? };
    let hit = label_at(FONDS, text, start).filter(|it| it.label.part == "leaves");
    let value = hit.map_or(Some(start), |it| skip_gap(text, it.end, 3, "."))?;
    let leaves = leaves_at(text, value).filter(|_| start > at)?;
    let label = label_of(FONDS, "leaves")?;
    let next = char_at(text, skip(text, leaves.end, 2, char::is_whitespace));
    let goes_on = hit.is_none() && next.is_some_and(char::is_alphabetic);
    let range = start..leaves.end;
    (!goes_on).then_some(Item { label, value: leaves.value, range, oddities: leaves.oddities })
}

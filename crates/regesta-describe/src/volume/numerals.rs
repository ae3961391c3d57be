//! The number in the head of a document: in figures, Roman or Chinese.

/// Reads the number that these words begin with: its value and how many bytes it takes.
pub(crate) fn number_at(words: &str) -> Option<(u32, usize)> {
    figures(words).or_else(|| roman(words)).or_else(|| han(words))
}

/// `12`, `12а`, `12-1`: the figures count, what is put after them does not.
fn figures(words: &str) -> Option<(u32, usize)> {
    let len = words.bytes().take_while(u8::is_ascii_digit).count();
    let number = words.get(..len).filter(|_| (1..=4).contains(&len))?.parse().ok()?;
    let rest = words.get(len..)?;
    let mut letters = rest.chars();
    let suffix = letters.next().filter(|it| it.is_alphabetic() && !is_dense(*it));
    let alone = letters.next().is_none_or(|it| !it.is_alphanumeric());
    let suffix = suffix.filter(|_| alone).map_or(0, char::len_utf8);
    Some((number, len + suffix))
}

fn roman(words: &str) -> Option<(u32, usize)> {
    let len = words.bytes().take_while(|it| b"IVXLC".contains(it)).count();
    let after = words.get(len..)?.chars().next();
    if len == 0 || len > 9 || after.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let value = |it: u8| match it {
        b'I' => 1,
        b'V' => 5,
        b'X' => 10,
        b'L' => 50,
        _ => 100,
    };
    let digits: Vec<u32> = words.bytes().take(len).map(value).collect();
    let less = |(at, it): (usize, &u32)| digits.get(at + 1).is_some_and(|next| it < next);
    let signed = digits.iter().enumerate().map(|it| (*it.1, less(it)));
    let sum = signed
        .fold(0i64, |sum, (it, minus)| sum + if minus { -i64::from(it) } else { i64::from(it) });
    Some((u32::try_from(sum).ok().filter(|it| *it > 0)?, len))
}

fn han(words: &str) -> Option<(u32, usize)> {
    const DIGITS: &str = "〇一二三四五六七八九";
    let (mut total, mut digit, mut len, mut positional) = (0u32, None::<u32>, 0, 0u32);
    for c in words.chars().take(9) {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            _ => {
                let c = if c == '零' { '〇' } else { c };
                let Some(value) = DIGITS.chars().position(|it| it == c) else { break };
                let value = u32::try_from(value).unwrap_or_default();
                positional = positional.checked_mul(10)?.checked_add(value)?;
                digit = Some(value);
                len += c.len_utf8();
                continue;
            }
        };
        total += digit.take().unwrap_or(1) * unit;
        len += c.len_utf8();
    }
    let value = if total == 0 { positional } else { total + digit.unwrap_or_default() };
    (len > 0 && (1..10_000).contains(&value)).then_some((value, len))
}

fn is_dense(c: char) -> bool {
    use regesta_model::Script;
    matches!(Script::of(c), Script::Han | Script::Hangul | Script::Kana)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_what_belongs_to_them() {
        for (words, expected) in [
            ("12. Letter", Some((12, 2))),
            ("12а", Some((12, 4))),
            ("12th", Some((12, 2))),
            ("XIV.", Some((14, 3))),
            ("Instruction", None),
            ("十二号", Some((12, 6))),
            ("一百零五号", Some((105, 12))),
            ("二〇号", Some((20, 6))),
            ("19510305", None),
        ] {
            assert_eq!(number_at(words), expected, "{words}");
        }
    }
}

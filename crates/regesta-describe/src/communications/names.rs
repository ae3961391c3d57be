//! Tells a name standing alone from words of a text, and tidies names for reading.

use regesta_model::{Script, Span};

use crate::vocabulary;

/// Marks that may stand around a name at the end of a text.
const AROUND: &[char] = &[
    '"', '”', '»', '「', '」', '’', '\'', '.', ' ', '*', '\u{a0}', '#', '_', ')', '(', '[', ']',
    '“', '«', '/',
];

/// Particles of names that are written small.
const PARTICLES: &[&str] =
    &["de", "von", "van", "der", "al", "bin", "of", "and", "и", "the", "for", "&"];

/// Says whether words are a name or two, an office, and nothing else.
pub(crate) fn is_name(words: &str) -> bool {
    let bare = without_signed(words.trim_matches(AROUND));
    let count = bare.chars().count();
    let signed = bare.len() < words.trim_matches(AROUND).len();
    if words.starts_with(['(', '（', '[']) && words.ends_with([')', '）', ']']) && !signed {
        return false;
    }
    if !(2..=64).contains(&count)
        || bare.chars().any(|it| it.is_ascii_digit() || "!?;:=|©@。！？；：".contains(it))
    {
        return false;
    }
    let dense = |c: char| matches!(Script::of(c), Script::Han | Script::Hangul);
    let named = if bare.chars().any(dense) { is_dense_name(bare) } else { is_spaced_name(bare) };
    if !named {
        return false;
    }
    let marks = vocabulary::Marks::of(bare);
    let whole = |mark: &str| marks.find(mark).is_some_and(|it| it.len() == bare.len());
    !(whole("classification.mark")
        || whole("precedence")
        || whole("stamp")
        || (vocabulary::genre(bare).is_some()
            && bare.split_whitespace().count() <= 2
            && !bare.contains('.'))
        || vocabulary::label(bare).is_some()
        || vocabulary::is_furniture(bare)
        || vocabulary::is_close(bare))
}

/// Han and Hangul: two to four characters, or a short office and a name, without marks or endings of a sentence.
fn is_dense_name(bare: &str) -> bool {
    let letters = bare.chars().filter(|it| it.is_alphabetic()).count();
    let plain = bare
        .chars()
        .all(|it| it.is_alphabetic() || it.is_whitespace() || it == '·' || it == '、' || it == ',');
    let ends_sentence =
        bare.ends_with(['다', '요', '라', '오', '了', '的', '吗', '为', '是']) && letters > 4;
    let speaks = bare.chars().skip(1).any(|it| "于的了在已将并请为被把从".contains(it));
    plain
        && !ends_sentence
        && !speaks
        && (2..=14).contains(&letters)
        && bare.split_whitespace().count() <= 4
}

/// Alphabetic scripts: up to seven words, each with a capital, an initial, or a particle.
fn is_spaced_name(bare: &str) -> bool {
    let words: Vec<&str> = bare.split_whitespace().flat_map(|it| it.split_inclusive(',')).collect();
    let capital = |word: &str| {
        let word = word.trim_matches(|it: char| !it.is_alphanumeric());
        word.chars().next().is_some_and(char::is_uppercase)
    };
    let named = words.iter().filter(|it| capital(it)).count();
    let particle = |word: &&&str| PARTICLES.contains(&word.trim_matches(','));
    let particles = words.iter().filter(particle).count();
    let long = words.iter().any(|it| it.chars().filter(|c| c.is_alphabetic()).count() >= 3)
        || is_letter_spaced(bare);
    (1..=12).contains(&words.len())
        && named + particles == words.len()
        && named > 0
        && long
        && (words.len() <= 7 || is_letter_spaced(bare))
}

fn without_signed(words: &str) -> &str {
    let lower = words.to_lowercase();
    for sign in ["signed", "/s/", "подписал", "подписи", "подпись", "签名", "签字", "서명"]
    {
        if lower.starts_with(sign) && words.is_char_boundary(sign.len()) {
            return words[sign.len()..].trim_start_matches([':', ')', ' ', '：', '.', ',', '/']);
        }
    }
    words
}

/// Says whether a name is set with spaces between its letters, as typists did for emphasis: `Ф И Л И П П О В`.
fn is_letter_spaced(words: &str) -> bool {
    let mut pieces = words.split_whitespace();
    words.split_whitespace().count() >= 4
        && pieces.all(|it| it.chars().filter(|c| c.is_alphabetic()).count() <= 1)
}

/// The span of a name without the marks that stand after or around it.
pub(crate) fn bare(text: &str, span: Span) -> Span {
    const MARKS: &[char] = &[
        '"', '”', '»', '「', '」', '“', '«', '*', '#', ',', ':', '：', '，', '、', '!', '！', '。',
        '.', ' ', '\u{a0}',
    ];
    let words = span.of(text);
    let start = words.len() - words.trim_start_matches(MARKS).len();
    let end = words.trim_end_matches(MARKS).len();
    if start < end {
        Span::new(span.start as usize + start..span.start as usize + end)
    } else {
        span
    }
}

/// A name for reading: joined lines, closed-up letters, no marks around it.
pub(crate) fn tidy(words: &str) -> String {
    let bare = without_signed(words.trim_matches(AROUND));
    let opened = words.trim_end_matches(['.', ' ', '"', '”', ',']).ends_with([']', ')'])
        && bare.contains(['[', '(']);
    let mut res = if is_letter_spaced(bare) {
        bare.split_whitespace().collect::<String>()
    } else {
        bare.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    // `Veresov A. P.` ends with an initial, and its full stop is part of it.
    let last = res.rsplit([' ', '.']).next().unwrap_or_default();
    let initial =
        res.contains(' ') && last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    if initial && words.contains(&format!("{last}.")) {
        res.push('.');
    }
    if opened {
        res.push(if res.contains('[') { ']' } else { ')' });
    }
    res.trim_end_matches([',', ':', '：', '，', '、', '!', '！']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_offices_stand_alone() {
        for words in [
            "Орлов",
            "П. Н. Лугов",
            "ЛИ ДЭ-ШАНЬ\".",
            "Tan Wei.\"",
            "Central Committee",
            "王海",
            "외무상 박문수",
            "(Signed) A. Hale",
            "Ф И Л И Н",
        ] {
            assert!(is_name(words), "{words}");
        }
    }

    #[test]
    fn sentences_stamps_and_labels_do_not() {
        for words in [
            "Прошу указаний.",
            "TOP SECRET",
            "Summary",
            "Для заметок",
            "15603",
            "부대는 철수하였다",
            "Please reply",
        ] {
            assert!(!is_name(words), "{words}");
        }
    }

    #[test]
    fn names_are_tidied_for_reading() {
        assert_eq!(tidy("Ф И Л И Н У."), "ФИЛИНУ");
        assert_eq!(tidy("Orlov [Petr]!"), "Orlov [Petr]");
        assert_eq!(tidy("Tan\n Wei.\""), "Tan Wei");
        assert_eq!(tidy("Вересову А. П."), "Вересову А. П.");
    }
}

//! Tells Chinese, Japanese and Korean apart by the scripts they mix and the forms of characters they print.

use std::sync::LazyLock;

use regesta_model::{Language, Script};

use crate::scripts::Letters;

/// How sure a language is that its script alone gives away.
const BY_SCRIPT: f64 = 0.95;
/// How sure Japanese is by characters that only Japan prints.
const BY_PRINTED_FORMS: f64 = 0.9;

const DATA: &str = include_str!("../../../../data/printed_forms.tsv");

/// Characters that only Japan prints, in order.
static JAPANESE: LazyLock<Vec<char>> = LazyLock::new(|| {
    let rows = DATA.lines().filter(|it| it.starts_with("ja\t"));
    let mut res: Vec<char> =
        rows.filter_map(|it| it.split('\t').nth(1)).flat_map(str::chars).collect();
    res.sort_unstable();
    res
});

/// Tells the language of a text of East Asian letters, and how sure it is.
pub(super) fn identify(text: &str, letters: &Letters) -> (Language, f64) {
    let (han, kana, hangul) = (letters.han, letters.kana, letters.hangul);
    if kana > hangul && kana * 12 >= han {
        (Language::Japanese, BY_SCRIPT)
    } else if hangul > 0 && (hangul * 4 >= han || hangul * 12 >= han && has_particles(text)) {
        (Language::Korean, BY_SCRIPT)
    } else if text.chars().any(|it| JAPANESE.binary_search(&it).is_ok()) {
        (Language::Japanese, BY_PRINTED_FORMS)
    } else {
        (Language::Chinese, BY_SCRIPT)
    }
}

/// Says whether Hangul stands right after a Han character, as Korean particles and endings do.
fn has_particles(text: &str) -> bool {
    let mut before = Script::Other;
    text.chars().map(Script::of).any(|it| {
        let joined = before == Script::Han && it == Script::Hangul;
        before = it;
        joined
    })
}

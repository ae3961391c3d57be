//! Letters of a form made plain: widths, quotation marks, look-alikes of another script, letter-spacing, debris.

use icu_normalizer::ComposingNormalizerBorrowed;
use regesta_model::Script;

/// Latin letters and the Cyrillic ones that look like them.
const LOOK_ALIKES: &str = "AАBВCСEЕHНKКMМOОPРTТXХYУaаcсeеoоpрxхyуkк";

/// Composes letters, narrows wide ones, and gives quotation marks, dashes and apostrophes one shape.
pub(in crate::names) fn normalised(written: &str) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfkc().normalize(written);
    let plain = |c: char| match c {
        '‘' | '’' | 'ʼ' | 'ʻ' | '`' | '´' | '′' | '‛' | 'ʹ' => Some('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹣' => Some('-'),
        '"' | '“' | '”' | '„' | '«' | '»' | '《' | '》' | '「' | '」' | '『' | '』' | '‹' | '›'
        | '*' | '|' | '_' => Some(' '),
        '·' | '•' | '‧' | '・' | '∙' | '⋅' | '･' | '/' => Some(' '),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => None,
        _ if c.is_whitespace() => Some(c),
        _ if c.is_control() => None,
        _ => Some(c),
    };
    composed.chars().filter_map(plain).collect()
}

/// Splits into words: letter-spaced letters and parted characters joined, look-alikes put right.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut res: Vec<String> = Vec::new();
    let tokens = tokens(text);
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let run = tokens.get(at..).map_or(0, spaced_run);
        if run >= 3 {
            res.push(tokens.iter().skip(at).take(run).map(|it| it.text).collect());
            at += run;
        } else {
            res.push(token.text.to_owned());
            at += 1;
        }
    }
    joined_characters(res.into_iter().map(|it| of_one_script(&it)).collect())
}

/// A token and how much white space stood before it.
struct Token<'a> {
    text: &'a str,
    gap: usize,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut res = Vec::new();
    let mut gap = 0;
    for piece in text.split(char::is_whitespace) {
        if piece.is_empty() {
            gap += 1;
        } else {
            res.push(Token { text: piece, gap });
            gap = 0;
        }
    }
    res
}

/// How many letters stand here one by one, up to a wider gap.
fn spaced_run(tokens: &[Token]) -> usize {
    let letter = |it: &Token| {
        let mut chars = it.text.chars();
        chars.next().is_some_and(|c| {
            c.is_alphabetic() && matches!(Script::of(c), Script::Latin | Script::Cyrillic)
        }) && chars.next().is_none()
    };
    let mut run = tokens.iter().take_while(|it| letter(it)).count();
    if let Some(wide) = tokens.iter().take(run).skip(1).position(|it| it.gap > 0) {
        run = wide + 1;
    }
    run
}

/// Joins characters and syllables that were parted (`毛 泽东`, `김 일 성`); whole words of a transcription stay apart.
fn joined_characters(words: Vec<String>) -> Vec<String> {
    let script = |it: &String| {
        let letters = crate::scripts::letters(it);
        if letters.latin + letters.cyrillic + letters.kana > 0 {
            return None;
        }
        match (letters.han, letters.hangul) {
            (0, 0) => None,
            (_, 0) => Some(Script::Han),
            (0, _) => Some(Script::Hangul),
            _ => None,
        }
    };
    let count: usize = words.iter().map(|it| it.chars().count()).sum();
    let one = words.first().and_then(script);
    let alike = one.is_some() && words.iter().all(|it| script(it) == one);
    let parted = words.iter().any(|it| it.chars().count() == 1);
    if words.len() > 1 && alike && parted && count <= 4 { vec![words.concat()] } else { words }
}

/// Puts letters of another script right that only look like the word's own.
fn of_one_script(word: &str) -> String {
    let letters = crate::scripts::letters(word);
    let (latin, cyrillic) = (letters.latin, letters.cyrillic);
    let mixed = latin > 0 && cyrillic > 0;
    if !mixed {
        return word.to_owned();
    }
    let pairs: Vec<char> = LOOK_ALIKES.chars().collect();
    let swap = |c: char| {
        let at = pairs.iter().position(|it| *it == c)?;
        let other = pairs.get(at ^ 1).copied()?;
        let wanted = if cyrillic >= latin { Script::Cyrillic } else { Script::Latin };
        (Script::of(other) == wanted).then_some(other)
    };
    word.chars().map(|c| swap(c).unwrap_or(c)).collect()
}

/// Takes debris off the edges of a word: marks, digits of footnotes, the possessive; `0` and `3` among Cyrillic letters are letters.
pub(super) fn cleaned(word: &str) -> String {
    let letters = crate::scripts::letters(word);
    let read = |c: char| match c {
        '3' if letters.cyrillic > 1 => 'З',
        '0' if letters.cyrillic > 1 => 'О',
        '0' if letters.latin > 1 => 'o',
        _ => c,
    };
    let word: String = if letters.cyrillic + letters.latin > 1 {
        word.char_indices().map(|(at, c)| if at == 0 || c == '0' { read(c) } else { c }).collect()
    } else {
        word.to_owned()
    };
    let edge = |c: char| !c.is_alphabetic();
    let word = word.trim_start_matches(edge).trim_end_matches(|c: char| edge(c) && c != '\'');
    let word = word.strip_suffix("'s").filter(|it| it.len() > 3).unwrap_or(word);
    word.trim_end_matches('\'').to_owned()
}

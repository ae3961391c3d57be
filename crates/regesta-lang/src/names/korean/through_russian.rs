//! Korean names that German, Polish, Czech or Hungarian papers took from Russian: `Kim Ir Sen`, `Pak Hen En`, `Coj Czan Ik`.

use super::chunks::Word;

/// Letters and groups of letters, the longest first, and the Russian ones they stand for.
const LETTERS: &[(&str, &[&str])] = &[
    ("tsch", &["ч"]),
    ("sch", &["ш"]),
    ("kh", &["х", "кх"]),
    ("ch", &["ч", "х"]),
    ("cz", &["ч"]),
    ("cs", &["ч"]),
    ("sz", &["с"]),
    ("sh", &["ш"]),
    ("ts", &["ц"]),
    ("ya", &["я"]),
    ("ja", &["я"]),
    ("yo", &["ё"]),
    ("jo", &["ё"]),
    ("yu", &["ю"]),
    ("ju", &["ю"]),
    ("ye", &["е"]),
    ("je", &["е"]),
    ("a", &["а"]),
    ("b", &["б"]),
    ("c", &["ц"]),
    ("d", &["д"]),
    ("e", &["е"]),
    ("g", &["г"]),
    ("h", &["х"]),
    ("i", &["и"]),
    ("j", &["й"]),
    ("k", &["к"]),
    ("l", &["л"]),
    ("m", &["м"]),
    ("n", &["н"]),
    ("o", &["о"]),
    ("p", &["п"]),
    ("r", &["р"]),
    ("s", &["с"]),
    ("t", &["т"]),
    ("u", &["у"]),
    ("v", &["в"]),
    ("w", &["в"]),
    ("y", &["ы"]),
];

/// Returns the words as Russian would spell them, in up to two ways: most letters stand for one Russian letter, some for two.
pub(super) fn spellings(words: &[Word]) -> Vec<Vec<Word>> {
    let mut res: Vec<Vec<Word>> = Vec::new();
    for way in 0..2 {
        let spelt: Option<Vec<Word>> = words.iter().map(|it| word(it, way)).collect();
        if let Some(spelt) = spelt.filter(|it| !res.contains(it)) {
            res.push(spelt);
        }
    }
    res
}

fn word(written: &Word, way: usize) -> Option<Word> {
    let chunks: Option<Vec<String>> = written.chunks.iter().map(|it| respelt(it, way)).collect();
    Some(Word { chunks: chunks?, ..written.clone() })
}

fn respelt(chunk: &str, way: usize) -> Option<String> {
    let mut rest = chunk;
    let mut res = String::with_capacity(2 * chunk.len());
    while !rest.is_empty() {
        let (after, russian) = LETTERS
            .iter()
            .find_map(|(latin, russian)| rest.strip_prefix(latin).map(|it| (it, russian)))?;
        res.push_str(russian.get(way).or(russian.first())?);
        rest = after;
    }
    Some(res)
}

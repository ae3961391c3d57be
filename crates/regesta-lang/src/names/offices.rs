//! Tells the name of an office or a body from that of a person, by its words alone.

use std::{collections::HashSet, sync::LazyLock};

/// What shows that a name is an office's.
struct Words {
    /// Last characters of a name in Han or Hangul.
    endings: Vec<&'static str>,
    /// Last characters that end given names too.
    of_long: Vec<&'static str>,
    /// What a Chinese or Korean surname begins with.
    surnames: HashSet<char>,
    /// Words in small letters.
    whole: HashSet<String>,
    /// Beginnings of words in small letters.
    stems: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut res = Words {
        endings: Vec::new(),
        of_long: Vec::new(),
        surnames: surnames(),
        whole: HashSet::new(),
        stems: Vec::new(),
    };
    for row in crate::tables::lines(include_str!("../../../../data/office_words.tsv")) {
        let mut cells = row.split('\t').skip(1);
        match (cells.next(), cells.next()) {
            (Some("ending"), Some(words)) => res.endings.push(words),
            (Some("long"), Some(words)) => res.of_long.push(words),
            (Some("word"), Some(words)) => match words.strip_suffix('*') {
                Some(stem) => res.stems.push(stem.to_lowercase()),
                None => {
                    res.whole.insert(words.to_lowercase());
                }
            },
            _ => {}
        }
    }
    res
});

fn surnames() -> HashSet<char> {
    let korean = crate::tables::lines(include_str!("../../../../data/korean_surnames.tsv"));
    let chinese = crate::tables::lines(include_str!("../../../../data/chinese_surnames.tsv"));
    let korean = korean.filter_map(|row| row.chars().next());
    let chinese = chinese.filter_map(|row| row.split('\t').nth(1));
    let chinese = chinese.flat_map(|it| it.split(' ')).filter_map(|it| it.chars().next());
    korean.chain(chinese).collect()
}

/// Says whether a name shows itself to be an office's or a body's: `the Harbour Ministry`, `外交部`. One that does not may still be.
pub fn is_office(name: &str) -> bool {
    let name = name.trim();
    if crate::scripts::letters(name).is_east_asian() {
        let ends = |endings: &[&str]| endings.iter().any(|it| name.ends_with(it));
        let first = name.chars().next();
        let may_be_person =
            name.chars().count() <= 3 && first.is_some_and(|it| WORDS.surnames.contains(&it));
        return ends(&WORDS.endings) || !may_be_person && ends(&WORDS.of_long);
    }
    let words = name.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
    // What one holds is not the office: `Ministerov` is a surname, and no stem is so long that an ending outweighs it.
    const ENDING: usize = 3;
    words.map(str::to_lowercase).any(|word| {
        let stems = || WORDS.stems.iter().filter_map(|it| word.strip_prefix(it.as_str()));
        WORDS.whole.contains(&word) || stems().any(|it| it.chars().count() <= ENDING)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_show_themselves_and_persons_do_not() {
        for name in [
            "the Harbour Ministry",
            "外交部",
            "해안공화국 외무성",
            "Министерству портов",
            "Central Committee",
        ] {
            assert!(is_office(name), "{name}");
        }
        for name in [
            "Verenin",
            "高树林",
            "림상호",
            "김현성",
            "박창국",
            "王社",
            "А. Советников",
            "Радек",
            "Officer Lane",
        ] {
            assert!(!is_office(name), "{name}");
        }
    }
}

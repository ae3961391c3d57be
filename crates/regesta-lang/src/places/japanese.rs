//! Japanese readings of Korean place names in characters: 釜山 is Fusan, 城津 Joshin, 元山 Genzan.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

static READINGS: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let rows = crate::tables::lines(include_str!("../../../../data/japanese_readings.tsv"));
    let row = |row: &'static str| {
        let mut cells = row.split('\t');
        Some((cells.next()?.chars().next()?, cells.next()?.split(' ').collect()))
    };
    rows.filter_map(row).collect()
});

/// A name with more readings than this is read by its first ones only.
const MOST: usize = 64;

/// Returns the readings of characters, each as [`sounds`] would give it.
pub(super) fn readings(characters: &str) -> Vec<String> {
    let mut res = vec![String::new()];
    for c in characters.chars() {
        let Some(readings) = READINGS.get(&c) else { return Vec::new() };
        res = res
            .iter()
            .flat_map(|head| readings.iter().map(move |it| format!("{head}{it}")))
            .take(MOST)
            .collect();
    }
    let once: BTreeSet<String> = res.iter().filter_map(|it| sounds(it)).collect();
    once.into_iter().collect()
}

/// Spells a reading alike whatever system it is written in, blind to length, doubling and, after the first sound, to voice.
/// `None` where it cannot be Japanese or is too short to tell.
pub(super) fn sounds(folded: &str) -> Option<String> {
    let latin = if folded.is_ascii() { folded.to_owned() } else { romanised(folded)? };
    let hepburn = [
        ("sy", "sh"),
        ("zy", "j"),
        ("ty", "ch"),
        ("jy", "j"),
        ("si", "shi"),
        ("zi", "ji"),
        ("ti", "chi"),
        ("tu", "tsu"),
        ("hu", "fu"),
        ("dz", "z"),
        ("kwo", "ko"),
        ("kwa", "ka"),
        ("gwa", "ga"),
        ("ou", "o"),
        ("oo", "o"),
        ("uu", "u"),
        ("tsh", "ch"),
    ];
    let spelt = hepburn.iter().fold(latin, |word, (from, to)| word.replace(from, to));
    if spelt.len() < 4
        || !spelt
            .bytes()
            .all(|it| it.is_ascii_lowercase() && !matches!(it, b'l' | b'q' | b'v' | b'x'))
    {
        return None;
    }
    let first: String = spelt.chars().take(1).collect();
    let rest: String = spelt.chars().skip(1).collect();
    let coarse = [
        ("ch", "s"),
        ("sh", "s"),
        ("ts", "s"),
        ("j", "s"),
        ("z", "s"),
        ("g", "k"),
        ("d", "t"),
        ("b", "h"),
        ("p", "h"),
        ("f", "h"),
        ("m", "n"),
        ("y", ""),
        ("u", ""),
    ];
    let rest = coarse.iter().fold(rest, |word, (from, to)| word.replace(from, to));
    let mut res: Vec<char> = first.chars().chain(rest.chars()).collect();
    res.dedup();
    Some(res.into_iter().collect())
}

/// Syllables of Polivanov's Cyrillic and of its older spellings, longest first.
const SOUNDS: &[(&str, &str)] = &[
    ("дзио", "jo"),
    ("дзё", "jo"),
    ("дзьо", "jo"),
    ("дзи", "ji"),
    ("дзю", "ju"),
    ("дзя", "ja"),
    ("дз", "z"),
    ("цз", "z"),
    ("сио", "sho"),
    ("сё", "sho"),
    ("сю", "shu"),
    ("шу", "shu"),
    ("ся", "sha"),
    ("си", "shi"),
    ("тё", "cho"),
    ("тю", "chu"),
    ("тя", "cha"),
    ("ти", "chi"),
    ("ци", "chi"),
    ("чи", "chi"),
    ("цу", "tsu"),
    ("хо", "ho"),
    ("фу", "fu"),
    ("кё", "kyo"),
    ("рё", "ryo"),
    ("рио", "ryo"),
    ("нъ", "n"),
    ("ё", "yo"),
    ("ю", "yu"),
    ("я", "ya"),
    ("а", "a"),
    ("б", "b"),
    ("в", "w"),
    ("г", "g"),
    ("д", "d"),
    ("е", "e"),
    ("э", "e"),
    ("ж", "j"),
    ("з", "z"),
    ("и", "i"),
    ("й", "i"),
    ("к", "k"),
    ("м", "m"),
    ("н", "n"),
    ("о", "o"),
    ("п", "p"),
    ("р", "r"),
    ("с", "s"),
    ("т", "t"),
    ("у", "u"),
    ("ф", "f"),
    ("х", "h"),
    ("ц", "ts"),
    ("ч", "ch"),
    ("ш", "sh"),
    ("ъ", ""),
    ("ь", ""),
];

/// Romanises Polivanov's Cyrillic and its older spellings.
fn romanised(word: &str) -> Option<String> {
    let mut res = String::new();
    let mut rest = word;
    while !rest.is_empty() {
        let (from, to) = SOUNDS.iter().find(|(it, _)| rest.starts_with(it))?;
        res.push_str(to);
        rest = rest.strip_prefix(from)?;
    }
    Some(res)
}

//! Initials of given names, and whether those of two forms may be of one person.

/// Initials that take two or more Latin letters.
const LATIN: &[&str] = &[
    "ya", "yu", "ye", "yo", "zh", "kh", "ch", "sh", "ts", "th", "ph", "iu", "ia", "ja", "ju",
    "dzh", "shch", "st", "gy", "cs", "sz", "zs", "cz", "rz",
];
/// Latin initials and the Cyrillic letters they may stand for.
const ACROSS: &[(&str, &str)] = &[
    ("a", "а"),
    ("b", "б"),
    ("c", "кцчс"),
    ("d", "д"),
    ("e", "еэ"),
    ("f", "ф"),
    ("g", "гдж"),
    ("h", "хг"),
    ("i", "ий"),
    ("j", "жйяюдеи"),
    ("k", "кх"),
    ("l", "л"),
    ("m", "м"),
    ("n", "н"),
    ("o", "о"),
    ("p", "пф"),
    ("q", "к"),
    ("r", "р"),
    ("s", "сшщ"),
    ("t", "тцф"),
    ("u", "ую"),
    ("v", "в"),
    ("w", "ву"),
    ("x", "кх"),
    ("y", "йыяюеиу"),
    ("z", "зжц"),
    ("ya", "я"),
    ("yu", "ю"),
    ("ye", "е"),
    ("yo", "её"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ch", "чшх"),
    ("sh", "шщ"),
    ("ts", "ц"),
    ("th", "тф"),
    ("ph", "ф"),
    ("iu", "ю"),
    ("ia", "я"),
    ("ja", "я"),
    ("ju", "ю"),
    ("dzh", "дж"),
    ("shch", "щ"),
    ("st", "с"),
    ("gy", "дг"),
    ("cs", "ч"),
    ("sz", "сш"),
    ("zs", "ж"),
    ("cz", "ч"),
    ("rz", "ж"),
];

/// Splits words into names and initials; says whether the initials stood before the last name.
pub(super) fn split(words: Vec<String>) -> (Vec<String>, Vec<String>, bool) {
    let pieces: Vec<String> = words.iter().flat_map(|it| dotted(it)).collect();
    let sure: Vec<bool> = pieces.iter().map(|it| is_initial(it)).collect();
    let bare = |at: usize| pieces.get(at).is_some_and(|it| is_bare_vowel(it));
    let near =
        |at: usize| (at > 0 && sure.get(at - 1) == Some(&true)) || sure.get(at + 1) == Some(&true);
    let names: Vec<bool> =
        sure.iter().enumerate().map(|(at, it)| !(*it || (bare(at) && near(at)))).collect();
    if !names.contains(&true) {
        return (words, Vec::new(), false);
    }
    let first_initial = names.iter().position(|it| !it);
    let last_name = names.iter().rposition(|it| *it);
    let before = first_initial < last_name;
    let (mut kept, mut initials) = (Vec::new(), Vec::new());
    for (piece, is_name) in pieces.into_iter().zip(names) {
        if is_name {
            kept.push(piece);
        } else {
            initials.extend(
                piece
                    .split('-')
                    .map(|it| it.trim_matches('.').to_owned())
                    .filter(|it| !it.is_empty()),
            );
        }
    }
    (kept, initials, before)
}

/// Splits `Т.Ф.Штыков` after its full stops.
fn dotted(word: &str) -> Vec<String> {
    let mut res = Vec::new();
    let mut rest = word;
    while let Some((at, _)) = rest.char_indices().find(|(at, c)| *c == '.' && *at > 0) {
        let (head, tail) = rest.split_at(at + 1);
        if tail.is_empty() || !tail.starts_with(|c: char| c.is_alphabetic() || c == '-') {
            break;
        }
        res.push(head.to_owned());
        rest = tail.trim_start_matches('-');
    }
    res.push(rest.to_owned());
    res
}

/// Whether a piece is an initial: a capital with its full stop, or a consonant alone.
fn is_initial(piece: &str) -> bool {
    let letters: String = piece.chars().filter(|it| it.is_alphabetic()).collect();
    let count = letters.chars().count();
    let stopped = piece.ends_with('.');
    let capital = letters.chars().next().is_some_and(char::is_uppercase);
    match count {
        1 => capital && (stopped || is_consonant(&letters)),
        2..=4 => capital && stopped && LATIN.contains(&letters.to_lowercase().as_str()),
        _ => false,
    }
}

fn is_consonant(letter: &str) -> bool {
    const VOWELS: &str = "AEIOUYАЕЁИОУЫЭЮЯ";
    letter.chars().all(|it| (it.is_ascii() || ('А'..='Я').contains(&it)) && !VOWELS.contains(it))
}

fn is_bare_vowel(piece: &str) -> bool {
    let mut chars = piece.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// Whether an initial or the beginning of a given name may be that of another, in the same or the other alphabet.
pub(in crate::names) fn may_agree(left: &str, right: &str) -> bool {
    let (left, right) = (left.to_lowercase(), right.to_lowercase());
    let ascii = |it: &str| it.is_ascii();
    match (ascii(&left), ascii(&right)) {
        (true, true) => within(&left, &right),
        (false, false) => left.chars().next() == right.chars().next(),
        (true, false) => across(&left, &right),
        (false, true) => across(&right, &left),
    }
}

/// A letter that stands for an initial in either alphabet, coarser than [`may_agree`].
pub(in crate::names) fn class(initial: &str) -> char {
    let lower = initial.to_lowercase();
    let letter =
        if lower.is_ascii() { cyrillic(&lower).chars().next() } else { lower.chars().next() };
    letter.unwrap_or(' ')
}

/// Whether two Latin beginnings may be one letter: the same, or `I`, `J` and `Y`, `V` and `W`, `K` and `C` of different systems.
fn within(left: &str, right: &str) -> bool {
    let first = |it: &str| it.chars().next();
    let (Some(one), Some(two)) = (first(left), first(right)) else { return true };
    let kin = ["ijy", "vw", "kc", "zj"].iter().any(|it| it.contains(one) && it.contains(two));
    if one != two && !kin {
        return false;
    }
    let (one, two) = (cyrillic(left), cyrillic(right));
    one.is_empty() || two.is_empty() || one.chars().any(|it| two.contains(it))
}

fn across(latin: &str, other: &str) -> bool {
    other.chars().next().is_none_or(|first| cyrillic(latin).contains(first))
}

/// The letters that the beginning of a Latin word may stand for: its longest listed beginning.
fn cyrillic(latin: &str) -> &'static str {
    let listed = |len: usize| {
        let head = latin.get(..len)?;
        ACROSS.iter().find(|(it, _)| *it == head).map(|(_, letters)| *letters)
    };
    (1..=4).rev().find_map(listed).unwrap_or("")
}

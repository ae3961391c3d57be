//! The sounds of a Russian name, so coarse that every way to write them in Latin letters meets.
//!
//! `е` and `ё` and `э`, hard and soft consonants, double and single ones, `и` and `ы` are one sound; a glide before a vowel is none
//! (`Mikoyan`, `Микоян` and `Mikojan` are `mikoan`); `ш` and `щ` are one (`Roshchin`, `Roschin`).

/// Returns the sounds of Cyrillic letters, folded and lower case.
pub(super) fn of_cyrillic(letters: &str) -> String {
    let mut raw = String::with_capacity(letters.len());
    for letter in letters.chars() {
        raw.push_str(match letter {
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' => "g",
            'д' => "d",
            'е' | 'э' => "e",
            'ё' => "Yo",
            'ж' => "j",
            'з' => "z",
            'и' | 'ы' => "i",
            'й' => "Y",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' => "u",
            'ф' => "f",
            'х' => "h",
            'ц' => "c",
            'ч' => "q",
            'ш' | 'щ' => "w",
            'ю' => "Yu",
            'я' => "Ya",
            _ => "",
        });
    }
    settled(&raw)
}

/// Settles what depends on the sounds around: glides, `о` after hushing sounds, doubled consonants, `тс`.
pub(super) fn settled(raw: &str) -> String {
    let mut res = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            'i' | 'Y' => {
                let mut is_vowel = c == 'i';
                while let Some(next) = chars.next_if(|it| matches!(it, 'i' | 'Y')) {
                    is_vowel |= next == 'i';
                }
                match chars.peek() {
                    Some('o') => {
                        chars.next();
                        res.push('e');
                    }
                    Some('a' | 'e' | 'u') => {}
                    _ if is_vowel || res.ends_with(['a', 'e', 'o', 'u']) => res.push('i'),
                    _ => {}
                }
            }
            'o' if res.ends_with(['j', 'q', 'w']) => res.push('e'),
            's' | 'c' if res.ends_with('t') => {
                res.pop();
                push_once(&mut res, 'c');
            }
            'a' | 'e' | 'o' | 'u' => res.push(c),
            '-' => {}
            _ => push_once(&mut res, c),
        }
    }
    res
}

fn push_once(res: &mut String, c: char) {
    if !res.ends_with(c) {
        res.push(c);
    }
}

/// Romanises Cyrillic letters plainly, for a transcription to be weighed against.
pub(super) fn romanised(letters: &str) -> String {
    let mut res = String::with_capacity(letters.len() + 4);
    for letter in letters.chars() {
        res.push_str(match letter {
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' => "g",
            'д' => "d",
            'е' | 'э' => "e",
            'ё' => "yo",
            'ж' => "zh",
            'з' => "z",
            'и' => "i",
            'й' | 'ы' => "y",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' => "u",
            'ф' => "f",
            'х' => "kh",
            'ц' => "ts",
            'ч' => "ch",
            'ш' => "sh",
            'щ' => "shch",
            'ю' => "yu",
            'я' => "ya",
            _ => "",
        });
    }
    res
}

/// Spells the sounds of a Russian surname as East Asia hears them: `-ев` also as the `-ёв` it may be.
pub(super) fn respelt(sounds: &str) -> Vec<String> {
    let mut plain = String::with_capacity(sounds.len() + 4);
    for sound in sounds.chars() {
        match sound {
            'j' => plain.push_str("zh"),
            'c' => plain.push_str("ts"),
            'q' => plain.push_str("ch"),
            'w' => plain.push_str("sh"),
            _ => plain.push(sound),
        }
    }
    let stressed = plain.strip_suffix("ev").map(|stem| {
        let glide = if stem.ends_with('h') { "" } else { "y" };
        format!("{stem}{glide}ov")
    });
    std::iter::once(plain).chain(stressed).collect()
}

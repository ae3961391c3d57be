//! Months in Roman numerals, typed with Latin or with Cyrillic letters.

/// Reads a month, 1 to 12, from Roman numerals; a letter counts as what it looks like (Cyrillic `Х`, `І`, `У`, `П`, `Ш`).
pub(crate) fn roman_month(word: &str) -> Option<u8> {
    let mut latin = [0u8; 8];
    let mut length = 0;
    for letter in word.chars() {
        let part: &[u8] = match letter {
            'I' | 'І' | 'l' | 'Ⅰ' | 'i' | 'ı' => b"I",
            'V' | 'У' | 'Ѵ' | 'Ⅴ' | 'v' => b"V",
            'X' | 'Х' | 'Ⅹ' | 'x' | 'х' => b"X",
            'П' | 'Ⅱ' => b"II",
            'Ш' | 'Ⅲ' => b"III",
            'Ⅳ' => b"IV",
            'Ⅵ' => b"VI",
            'Ⅶ' => b"VII",
            'Ⅷ' => b"VIII",
            'Ⅸ' => b"IX",
            'Ⅺ' => b"XI",
            'Ⅻ' => b"XII",
            _ => return None,
        };
        latin.get_mut(length..length + part.len())?.copy_from_slice(part);
        length += part.len();
        if length > 4 {
            return None;
        }
    }
    let latin = latin.get(..length)?;
    let months = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    months.iter().zip(1..).find(|(it, _)| it.as_bytes() == latin).map(|(_, month)| month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_scripts_are_read() {
        let cases = [
            ("XII", 12),
            ("Х", 10),
            ("ХІ", 11),
            ("IV", 4),
            ("УІІІ", 8),
            ("Ш", 3),
            ("ХП", 12),
            ("Ⅶ", 7),
        ];
        for (word, month) in cases {
            assert_eq!(roman_month(word), Some(month), "{word}");
        }
        for word in ["XIII", "IIII", "ИX", "", "VX", "ШIII"] {
            assert_eq!(roman_month(word), None, "{word}");
        }
    }
}

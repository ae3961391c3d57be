//! Months in Roman numerals, typed with Latin or with Cyrillic letters.

/// Reads a month, 1 to 12, from Roman numerals; a letter counts as what it looks like (Cyrillic `Х`, `І`, `У`, `П`, `Ш`).
pub(crate) fn roman_month(word: &str) -> Option<u8> {
    let mut latin = String::with_capacity(4);
    for letter in word.chars() {
        latin.push_str(match letter {
            'I' | 'І' | 'l' | 'Ⅰ' | 'i' => "I",
            'V' | 'У' | 'Ѵ' | 'Ⅴ' | 'v' => "V",
            'X' | 'Х' | 'Ⅹ' | 'x' | 'х' => "X",
            'П' | 'Ⅱ' => "II",
            'Ш' | 'Ⅲ' => "III",
            'Ⅳ' => "IV",
            'Ⅵ' => "VI",
            'Ⅶ' => "VII",
            'Ⅷ' => "VIII",
            'Ⅸ' => "IX",
            'Ⅺ' => "XI",
            'Ⅻ' => "XII",
            _ => return None,
        });
        if latin.len() > 4 {
            return None;
        }
    }
    let months = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    months.iter().zip(1..).find(|(it, _)| **it == latin).map(|(_, month)| month)
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

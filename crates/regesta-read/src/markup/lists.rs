//! The numbers a browser writes before the items of an ordered list.

use super::tree::Element;

/// An ordered list that is being read.
pub(crate) struct Numbering {
    next: i64,
    step: i64,
    style: char,
}

impl Numbering {
    /// Starts the numbering of an `<ol>`.
    pub(crate) fn of(list: &Element) -> Numbering {
        let start = list.attribute("start").and_then(|it| it.trim().parse().ok()).unwrap_or(1);
        let style = list.attribute("type").and_then(|it| it.trim().chars().next()).unwrap_or('1');
        let step = if list.attribute("reversed").is_some() { -1 } else { 1 };
        Numbering { next: start, step, style }
    }

    /// Returns the number of the next item, with its point.
    pub(crate) fn item(&mut self, item: &Element) -> String {
        if let Some(value) = item.attribute("value").and_then(|it| it.trim().parse().ok()) {
            self.next = value;
        }
        let number = self.next;
        self.next = self.next.saturating_add(self.step);
        let written = match self.style {
            'a' => letters(number, b'a'),
            'A' => letters(number, b'A'),
            'i' => roman(number).map(|it| it.to_ascii_lowercase()),
            'I' => roman(number),
            _ => None,
        };
        format!("{}.", written.unwrap_or_else(|| number.to_string()))
    }
}

fn letters(number: i64, first: u8) -> Option<String> {
    let mut rest = u64::try_from(number).ok().filter(|it| *it > 0)?;
    let mut written = Vec::new();
    while rest > 0 {
        rest -= 1;
        written.push(char::from(first + (rest % 26) as u8));
        rest /= 26;
    }
    Some(written.iter().rev().collect())
}

fn roman(number: i64) -> Option<String> {
    const STEPS: [(i64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = Some(number).filter(|it| (1..4000).contains(it))?;
    let mut written = String::new();
    for (value, sign) in STEPS {
        while rest >= value {
            written.push_str(sign);
            rest -= value;
        }
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_a_browser_writes_them() {
        assert_eq!(roman(1951).as_deref(), Some("MCMLI"));
        assert_eq!(letters(28, b'a').as_deref(), Some("ab"));
        assert_eq!(letters(0, b'a'), None);
    }
}

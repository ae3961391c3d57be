//! How numbers are misread: digits taken for each other, digits lost.

use std::sync::LazyLock;

const CONFUSIONS: &str = include_str!("../../../data/digit_confusions.tsv");

static PAIRS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let digit = |it: Option<&str>| it?.chars().next().filter(char::is_ascii_digit);
    let pair = |line: &str| {
        let mut columns = line.split('\t');
        Some((digit(columns.next())?, digit(columns.next())?))
    };
    CONFUSIONS.lines().filter_map(pair).collect()
});

/// Returns the digit read and the digit meant, where two numbers differ in one digit that is easily misread.
pub(crate) fn misread(read: &str, meant: &str) -> Option<(char, char)> {
    if read.chars().count() != meant.chars().count() {
        return None;
    }
    let mut different = read.chars().zip(meant.chars()).filter(|(left, right)| left != right);
    let (left, right) = different.next()?;
    let confused = PAIRS.contains(&(left, right)) || PAIRS.contains(&(right, left));
    (confused && different.next().is_none()).then_some((left, right))
}

/// Says whether one number can have come of the other by a digit lost, added or misread.
pub(crate) fn alike(left: &str, right: &str) -> bool {
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    match long.len() - short.len() {
        0 => left.bytes().zip(right.bytes()).filter(|(left, right)| left != right).count() == 1,
        1 => (0..long.len()).any(|lost| {
            let rest = long.bytes().enumerate().filter(|(at, _)| *at != lost).map(|(_, it)| it);
            rest.eq(short.bytes())
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_confused_digit_is_a_misreading() {
        assert_eq!(misread("15608", "15603"), Some(('8', '3')));
        assert_eq!(misread("15602", "15603"), None);
        assert_eq!(misread("18608", "13603"), None);
    }

    #[test]
    fn a_lost_digit_is_alike() {
        assert!(alike("400", "1400") && alike("1400", "1400".replace('4', "9").as_str()));
        assert!(!alike("14", "1400") && !alike("120", "102"));
    }
}

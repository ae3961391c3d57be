//! Numbers in one sign: vulgar fractions (`½`), and figures in circles or brackets (`①`, `⑴`, `⒈`).

/// What a sign says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Numerator and denominator.
    Fraction(i64, i64),
    /// A figure in a circle or in brackets, which numbers an item of a list.
    Enclosed(i64),
}

/// Returns what a character says, where it is a number in one sign.
pub(crate) fn number_sign(c: char) -> Option<Sign> {
    let code = i64::from(c as u32);
    let fraction = match c {
        '½' => (1, 2),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        // Circled, parenthesised and dotted figures stand in rows of twenty, the dingbats in rows of ten.
        '①'..='⑳' => return Some(Sign::Enclosed(code - 0x2460 + 1)),
        '⑴'..='⒇' => return Some(Sign::Enclosed(code - 0x2474 + 1)),
        '⒈'..='⒛' => return Some(Sign::Enclosed(code - 0x2488 + 1)),
        '❶'..='❿' => return Some(Sign::Enclosed(code - 0x2776 + 1)),
        '➀'..='➉' => return Some(Sign::Enclosed(code - 0x2780 + 1)),
        '➊'..='➓' => return Some(Sign::Enclosed(code - 0x278a + 1)),
        '㈠'..='㈩' => return Some(Sign::Enclosed(code - 0x3220 + 1)),
        '㊀'..='㊉' => return Some(Sign::Enclosed(code - 0x3280 + 1)),
        '㉑'..='㉟' => return Some(Sign::Enclosed(code - 0x3251 + 21)),
        _ => return None,
    };
    Some(Sign::Fraction(fraction.0, fraction.1))
}

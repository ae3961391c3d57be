//! Words that give a date a value: days of the week, `yesterday`, `ultimo`, `first`, `noon`.

/// The value that a word gives to a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateWord {
    /// A day, counted from today.
    Day(i8),
    /// A month, counted from this one: `ultimo` is -1.
    Month(i8),
    /// A day of the week, 1 (Monday) to 7.
    Weekday(u8),
    /// The first, second, third, fourth of the parts of a whole.
    Nth(u8),
    /// A full hour that has a name: noon is 12, midnight 24.
    Hour(u8),
}

impl DateWord {
    /// Reads `weekday:3`.
    pub(crate) fn of(text: &str) -> Option<DateWord> {
        let (kind, value) = text.split_once(':')?;
        match kind {
            "day" => value.parse().ok().map(DateWord::Day),
            "month" => value.parse().ok().map(DateWord::Month),
            "weekday" => value.parse().ok().map(DateWord::Weekday),
            "nth" => value.parse().ok().map(DateWord::Nth),
            "hour" => value.parse().ok().map(DateWord::Hour),
            _ => None,
        }
    }
}

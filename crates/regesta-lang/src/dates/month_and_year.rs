//! The month and the year of a date in words: `of May`, `мая`, `[1961]`, `this year`, `с. г.`, `19 50 г.`

use super::combined::counts;
use super::numeric::past_year_word;
use super::reading::Year;
use super::times::ends_cleanly;
use crate::calendars::{DateWord, roman_month};
use crate::lexicon::Class;
use crate::tokens::{Gap, Tokens};

/// Reads the name of a month, and the full stop of an abbreviation where figures follow it.
pub(super) fn month(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    let month = tokens.get(at)?.month()?;
    let mut end = at + 1;
    let stop = tokens.glued_mark(end) == Some('.');
    let marked = matches!(tokens.glued_mark(end + 1), Some(',' | '/' | '-' | '–'));
    if stop && (tokens.digits(end + 1).is_some() || marked) {
        end += 1;
    }
    Some((month, end))
}

/// Reads the month after a day: `May`, `of May`, `de mayo`, `V` before a year; also with no space between.
pub(super) fn month_after_day(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    // `the 5th day of May`
    let worded = tokens.is(at, Class::DayWord) && tokens.is(at + 1, Class::Of);
    let at = at + usize::from(worded);
    let of = tokens.is(at, Class::Of);
    let dash =
        matches!(tokens.glued_mark(at), Some('-' | '/')) && tokens.get(at + 1)?.gap == Gap::None;
    let at = if of || dash { at + 1 } else { at };
    near(tokens, at).and_then(|()| month(tokens, at))
}

/// Reads a month counted from the anchor's: `instant`, `ult.`, `сего месяца`, `с. м.`, `of last month`.
pub(super) fn counted_month(tokens: &Tokens, at: usize) -> Option<(i8, usize)> {
    let mut next = at;
    if tokens.is(next, Class::DayWord) {
        next += 1;
    }
    if tokens.is(next, Class::Of) {
        next += 1;
    }
    if tokens.is(next, Class::Article) {
        next += 1;
    }
    let token = tokens.get(next)?;
    if let Some(DateWord::Month(by)) = token.entry.and_then(|it| it.date) {
        let stop = tokens.glued_mark(next + 1) == Some('.') && tokens.words(next).len() <= 4;
        return Some((by, next + 1 + usize::from(stop)));
    }
    let abbreviated = match tokens.words(next) {
        "с" | "т" | "d" => Some(0),
        "п" | "v" => Some(-1),
        _ => None,
    };
    if let Some(by) = abbreviated {
        let fits = tokens.glued_mark(next + 1) == Some('.')
            && matches!(tokens.words(next + 2), "м" | "M" | "m");
        let stop = usize::from(tokens.glued_mark(next + 3) == Some('.'));
        return fits.then_some((by, next + 3 + stop));
    }
    let by = relation(tokens, next)?;
    tokens.is(next + 1, Class::Month).then_some((by, next + 2))
}

/// Returns 0 for `this`, -1 for `last`, 1 for `next`.
pub(super) fn relation(tokens: &Tokens, at: usize) -> Option<i8> {
    let token = tokens.get(at)?;
    match () {
        () if token.is(Class::This) => Some(0),
        () if token.is(Class::Last) => Some(-1),
        () if token.is(Class::Next) => Some(1),
        () => None,
    }
}

/// An empty line parts what could otherwise be one date.
pub(super) fn near(tokens: &Tokens, at: usize) -> Option<()> {
    tokens.get(at).is_some_and(|it| it.gap < Gap::Paragraph).then_some(())
}

/// Reads a year after a month or a day; `day_before` where a day stood before the month.
pub(super) fn year(tokens: &Tokens, at: usize, day_before: bool) -> Option<(Year, usize)> {
    if let Some(relative) = relative_year(tokens, at) {
        return Some(relative);
    }
    if let Some(parted) = parted_year(tokens, at) {
        return Some(parted);
    }
    let comma = tokens.glued_mark(at) == Some(',') || tokens.mark(at) == Some(',');
    let slash = tokens.glued_mark(at) == Some('/')
        && tokens.glued_digits(at + 1).is_some_and(|(_, len)| len == 4);
    let dash = tokens.glued_mark(at) == Some('-') || slash;
    let mut next = if comma || dash { at + 1 } else { at };
    if tokens.is(next, Class::Of) || !comma && tokens.is(next, Class::In) {
        next += 1;
    }
    // `tháng 9 năm 1945`, `in the summer of the year 1950`
    if tokens.is(next, Class::YearMark) {
        next += 1;
    }
    let opening = tokens.mark(next);
    let bracket = matches!(opening, Some('[' | '('));
    let apostrophe = matches!(opening, Some('\'' | '’' | '‘'));
    let number = if bracket || apostrophe { next + 1 } else { next };
    let token = tokens.get(number).filter(|it| it.gap < Gap::Paragraph)?;
    let (value, len) = token.digits()?;
    let mut end = past_year_word(tokens, number + 1);
    let said = end > number + 1;
    let counted = !comma && !said && tokens.get(end).is_some_and(|it| counts(it.entry));
    let found = match len {
        4 if (1000..=2100).contains(&value) && !counted => Year::Full(value as i32),
        2 if apostrophe || said => Year::Short(value as u8),
        2 if !comma && !bracket && (day_before || value > 31) && !counted => {
            Year::Short(value as u8)
        }
        _ => return None,
    };
    if bracket {
        end += usize::from(tokens.glued_mark(end) == Some('?'));
        matches!(tokens.glued_mark(end), Some(']' | ')')).then_some(())?;
        end += 1;
    }
    let clock = tokens.glued_mark(number + 1) == Some(':')
        && (len < 4 || tokens.glued_digits(number + 2).is_some());
    let clean = !clock && ends_cleanly(tokens, number + 1);
    (clean || said || bracket).then_some((found, end))
}

/// Reads `19 50 г.`, the year of a form whose first half is printed and whose second is written in.
fn parted_year(tokens: &Tokens, at: usize) -> Option<(Year, usize)> {
    let (century @ 18..=20, 2) = tokens.digits(at)? else { return None };
    let mut next = at + 1;
    while tokens.mark(next) == Some('_') {
        next += 1;
    }
    let (year, 2) = tokens.get(next).filter(|it| it.gap <= Gap::Space)?.digits()? else {
        return None;
    };
    next += 1;
    while tokens.mark(next) == Some('_') {
        next += 1;
    }
    let end = past_year_word(tokens, next);
    (end > next).then_some((Year::Full((century * 100 + year) as i32), end))
}

/// Reads `this year`, `of last year`, `этого года`, `с. г.` as a year counted from the anchor's.
pub(super) fn relative_year(tokens: &Tokens, at: usize) -> Option<(Year, usize)> {
    let next = if tokens.is(at, Class::Of) { at + 1 } else { at };
    let token = tokens.get(next).filter(|it| it.gap < Gap::Paragraph)?;
    if matches!(tokens.words(next), "с" | "т" | "п" | "ц" | "b" | "d" | "l") {
        let by = if matches!(tokens.words(next), "п") { -1 } else { 0 };
        let stop = tokens.glued_mark(next + 1) == Some('.');
        let year = if stop { next + 2 } else { return None };
        if matches!(tokens.words(next), "d" | "l") {
            let german = matches!(tokens.words(year), "J" | "Js");
            let by = if tokens.words(next) == "l" { -1 } else { 0 };
            let end = year + 1 + usize::from(tokens.glued_mark(year + 1) == Some('.'));
            return german.then_some((Year::Relative(by), end));
        }
        let end = past_year_word(tokens, year);
        return (end > year).then_some((Year::Relative(by), end));
    }
    token.entry?;
    let by = relation(tokens, next)?;
    tokens.is(next + 1, Class::Year).then_some((Year::Relative(by), next + 2))
}

/// Reads a month in Roman numerals that stands as a word of its own.
pub(super) fn roman(tokens: &Tokens, at: usize) -> Option<u8> {
    tokens.get(at).filter(|it| it.is_letters()).and_then(|_| roman_month(tokens.words(at)))
}

/// Steps over `месяц`, `mois`.
pub(super) fn past_month_word(tokens: &Tokens, at: usize) -> usize {
    if tokens.is(at, Class::Month) || tokens.is(at, Class::Months) { at + 1 } else { at }
}

//! Times of day: `14:45`, `16.00`, `14 hours 45 minutes`, `1835`, `2:33 p.m.`, `в 5 часов вечера`.

use super::reading::Clock;
use super::zones;
use crate::calendars::DateWord;
use crate::lexicon::Class;
use crate::tokens::{Gap, Tokens};

/// How clearly the words are a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Says so itself: a.m. or p.m.
    Noon,
    /// Hours and minutes with a colon.
    Colon,
    /// Hours and minutes in words.
    Worded,
    /// Hours and minutes with a full stop, or four digits: a time beside a date only.
    Weak,
    /// Hours and minutes with a hyphen: a time before a date in figures only.
    Hyphen,
    /// An hour alone, in words.
    HourOnly,
}

/// A time of day found at a position.
pub(super) struct Time {
    pub(super) clock: Clock,
    /// Token after the last.
    pub(super) end: usize,
    pub(super) form: Form,
    /// Why it contradicts itself, where it does.
    pub(super) contradiction: Option<String>,
}

/// Reads a time that begins at a token, with the clock it goes by.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<Time> {
    let mut time = without_zone(tokens, at)?;
    if let Some((zone, end)) = zones::after_time(tokens, time.end) {
        (time.clock.zone, time.end) = (Some(zone), end);
        // `1200 GMT`, `17.45 Moscow time` are times by what follows them.
        if time.form == Form::Weak {
            time.form = Form::Worded;
        }
    }
    Some(time)
}

fn without_zone(tokens: &Tokens, at: usize) -> Option<Time> {
    if let Some(it) = named_hour(tokens, at) {
        return Some(it);
    }
    let (hour, len) = tokens.get(at)?.digits()?;
    if !begins_cleanly(tokens, at) {
        return None;
    }
    if len == 4 {
        return military(tokens, at, hour);
    }
    let hour = u8::try_from(hour).ok().filter(|it| *it <= 29 && len <= 2)?;
    let (clock, end, form) = with_mark(tokens, at, hour)
        .or_else(|| worded(tokens, at, hour))
        .unwrap_or((Clock::new(hour, None), at + 1, Form::HourOnly));
    let bare = end == at + 1;
    match half_of_day(tokens, end) {
        Some((afternoon, end)) => Some(with_half(clock, afternoon, end)),
        None if bare => None,
        None => Some(Time { clock, end, form, contradiction: None }),
    }
}

/// `noon`, `12 noon`, `midnight`, `12 midnight`, `в полдень`.
fn named_hour(tokens: &Tokens, at: usize) -> Option<Time> {
    let twelve = tokens.get(at)?.digits().is_some_and(|it| it == (12, 2));
    let word = at + usize::from(twelve);
    let token = tokens.get(word).filter(|it| word == at || it.gap <= Gap::Space)?;
    let Some(DateWord::Hour(hour)) = token.entry?.date else { return None };
    let clock = Clock::new(hour, Some(0));
    Some(Time { clock, end: word + 1, form: Form::HourOnly, contradiction: None })
}

/// Digits that continue a longer number or a chain of numbers do not begin a time or a date.
pub(crate) fn begins_cleanly(tokens: &Tokens, at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    if token.gap != Gap::None || at == 0 {
        return true;
    }
    let Some(before) = tokens.before(at) else { return true };
    match before.mark() {
        None => before.digits().is_none() && !before.is_letters(),
        Some('.' | '-' | '–' | '/' | ':' | ',') => {
            let chained = before.gap == Gap::None
                && at >= 2
                && tokens.get(at - 2).is_some_and(|it| it.digits().is_some());
            !chained
        }
        Some(_) => true,
    }
}

/// Says whether digits of a longer chain of numbers follow.
pub(super) fn ends_cleanly(tokens: &Tokens, end: usize) -> bool {
    match tokens.glued_mark(end) {
        Some('.' | '-' | '–' | '/' | ':') => tokens.glued_digits(end + 1).is_none(),
        Some(_) => true,
        None => tokens.glued_digits(end).is_none(),
    }
}

/// Returns the token after a time with a colon, whether it stands with a date or not.
pub(crate) fn past_colon_time(tokens: &Tokens, at: usize) -> Option<usize> {
    let (hour, 1..=2) = tokens.get(at)?.digits()? else { return None };
    let (clock, end, form) = with_mark(tokens, at, u8::try_from(hour).ok()?)?;
    (form == Form::Colon && clock.hour <= 24 && begins_cleanly(tokens, at)).then_some(end)
}

fn with_mark(tokens: &Tokens, at: usize, hour: u8) -> Option<(Clock, usize, Form)> {
    let mark = tokens.glued_mark(at + 1)?;
    let (minute, len) = tokens.glued_digits(at + 2)?;
    let minute = u8::try_from(minute).ok().filter(|_| len == 2)?;
    let clock = Clock::new(hour, Some(minute));
    match mark {
        ':' | '：' => {
            let seconds = tokens.glued_mark(at + 3) == Some(':')
                && tokens.glued_digits(at + 4).is_some_and(|(_, len)| len == 2);
            let end = if seconds { at + 5 } else { at + 3 };
            ends_cleanly(tokens, end).then_some((clock, end, Form::Colon))
        }
        '.' | '-' if hour < 24 && minute < 60 && ends_cleanly(tokens, at + 3) => {
            let end = at + 3;
            let said = tokens.is(end, Class::Hour);
            let end = if said { past_stop(tokens, end + 1) } else { end };
            let form = match mark {
                _ if said => Form::Worded,
                '-' => Form::Hyphen,
                _ => Form::Weak,
            };
            Some((clock, end, form))
        }
        _ => None,
    }
}

fn worded(tokens: &Tokens, at: usize, hour: u8) -> Option<(Clock, usize, Form)> {
    if tokens.words(at + 1).eq_ignore_ascii_case("o")
        && matches!(tokens.glued_mark(at + 2), Some('\'' | '’'))
        && tokens.words(at + 3).eq_ignore_ascii_case("clock")
    {
        return Some((Clock::new(hour, None), at + 4, Form::HourOnly));
    }
    if !tokens.is(at + 1, Class::Hour) {
        return None;
    }
    let next = past_stop(tokens, at + 2);
    let minutes = tokens.digits(next).filter(|(_, len)| *len <= 2);
    if let Some((minute, _)) = minutes {
        let minute = u8::try_from(minute).ok()?;
        let clock = Clock::new(hour, Some(minute));
        // `14h30`, `14 Uhr 30`: the minutes need no word of their own after these.
        let plain = matches!(tokens.words(at + 1), "h" | "Uhr" | "heures");
        if plain
            && tokens.digits(next).is_some_and(|it| it.1 == 2)
            && minute < 60
            && !tokens.is(next + 1, Class::Minute)
        {
            return Some((clock, next + 1, Form::Worded));
        }
        if tokens.is(next + 1, Class::Minute) {
            let mut end = next + 2;
            // The full stop of `мин.` belongs to it, the one that ends a sentence does not.
            if tokens.words(next + 1).chars().count() <= 3 {
                end = past_stop(tokens, end);
            }
            return Some((clock, end, Form::Worded));
        }
    }
    Some((Clock::new(hour, None), next, Form::HourOnly))
}

fn past_stop(tokens: &Tokens, at: usize) -> usize {
    if tokens.glued_mark(at) == Some('.') { at + 1 } else { at }
}

/// `1835 12 May 1947`, `1835 hours`: four digits are a time only beside a date, which the caller sees to.
fn military(tokens: &Tokens, at: usize, digits: u64) -> Option<Time> {
    let (hour, minute) = (u8::try_from(digits / 100).ok()?, u8::try_from(digits % 100).ok()?);
    let said = tokens.is(at + 1, Class::Hour);
    let end = if said { past_stop(tokens, at + 2) } else { at + 1 };
    let form = if said { Form::Worded } else { Form::Weak };
    let clock = Clock::new(hour, Some(minute));
    (hour <= 24 && minute < 60).then_some(Time { clock, end, form, contradiction: None })
}

/// Reads `a.m.`, `PM`, `утра`, `вечера`: whether it is the afternoon, and the token after.
fn half_of_day(tokens: &Tokens, at: usize) -> Option<(bool, usize)> {
    let token = tokens.get(at).filter(|it| it.gap < Gap::Paragraph)?;
    if token.is(Class::Am) || token.is(Class::Pm) {
        // German `am` opens a date (`um 14:00 am 5. Mai`), it does not close a time.
        let named = tokens
            .get(at + 1)
            .is_some_and(|it| it.is_letters() && it.capital && it.gap == Gap::Space);
        let opens = token.is(Class::On) && (named || tokens.digits(at + 1).is_some());
        // `3 часа ночи` is before noon, `11 часов ночи` is not.
        let late = tokens.words(at) == "ночи"
            && tokens.before(at).is_some()
            && (1..=3)
                .filter_map(|it| tokens.get(at.checked_sub(it)?)?.digits())
                .next()
                .is_some_and(|it| (9..12).contains(&it.0));
        return (!opens).then_some((token.is(Class::Pm) || late, at + 1));
    }
    let afternoon = match tokens.words(at) {
        "a" | "A" => false,
        "p" | "P" => true,
        _ => return None,
    };
    let stop = tokens.glued_mark(at + 1) == Some('.');
    let m = if stop { at + 2 } else { at + 1 };
    let is_m = matches!(tokens.words(m), "m" | "M");
    (stop && is_m).then(|| (afternoon, past_stop(tokens, m + 1)))
}

fn with_half(clock: Clock, afternoon: bool, end: usize) -> Time {
    let Clock { hour, minute, zone } = clock;
    let contradiction = (hour > 12 && hour <= 24).then(|| {
        let half = if afternoon { "p.m." } else { "a.m." };
        let minute = minute.unwrap_or_default();
        format!("{hour}:{minute:02} counts 24 hours, {half} counts 12")
    });
    let hour = match (hour, afternoon) {
        (12, false) => 0,
        (1..=11, true) => hour + 12,
        _ => hour,
    };
    Time { clock: Clock { hour, minute, zone }, end, form: Form::Noon, contradiction }
}

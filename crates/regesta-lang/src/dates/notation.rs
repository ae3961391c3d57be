//! Recognises EDTF itself, as this module writes it, so that what is normal stays as it is.

/// Returns words that are EDTF already; `None` where they are anything else.
pub(super) fn read(words: &str) -> Option<String> {
    let first = *words.as_bytes().first()?;
    if !matches!(first, b'0'..=b'9' | b'X' | b'T' | b'[' | b'.')
        || words.len() < 4
        || words.len() > 200
    {
        return None;
    }
    if !words.bytes().all(|it| it.is_ascii_digit() || b"XTZ-+:/.,;[]~?%".contains(&it)) {
        return None;
    }
    words.split(';').all(is_one).then(|| words.to_owned())
}

fn is_one(words: &str) -> bool {
    if let Some(list) = words.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
        return list.contains(',') && list.split(',').all(is_date);
    }
    match words.split_once('/') {
        Some(("..", to)) => is_date(to),
        Some((from, "..")) => is_date(from),
        Some((from, to)) => is_date(from) && is_date(to),
        None => is_date(words) && !is_plain_year(words),
    }
}

/// A year of four figures is left to the other readers, who take what surrounds it.
fn is_plain_year(words: &str) -> bool {
    words.len() == 4 && words.bytes().all(|it| it.is_ascii_digit())
}

fn is_date(words: &str) -> bool {
    let words = words.strip_suffix(['~', '?', '%']).unwrap_or(words);
    let (day, time) = match words.split_once('T') {
        Some((day, time)) => (day, Some(time)),
        None => (words, None),
    };
    if time.is_some_and(|it| !is_time(it)) {
        return false;
    }
    if day.is_empty() {
        return time.is_some();
    }
    let mut parts = day.split('-');
    let year = parts.next().is_some_and(is_year);
    let (month, day, rest) = (parts.next(), parts.next(), parts.next());
    let months = month.is_none_or(|it| within(it, 1, 12) || is_season(words, it) && day.is_none());
    let days = day.is_none_or(|it| within(it, 1, 31));
    year && months && days && rest.is_none() && (time.is_none() || day.is_some())
}

fn is_year(words: &str) -> bool {
    let digits = words.trim_end_matches('X');
    words.len() == 4 && digits.bytes().all(|it| it.is_ascii_digit())
}

/// `1950-21` is the spring of 1950, `1918-22` are five years.
fn is_season(words: &str, code: &str) -> bool {
    within(code, 21, 24) && words.get(2..4).is_some_and(|it| it > code || it == "XX")
}

fn within(words: &str, least: u8, most: u8) -> bool {
    words == "XX"
        || words.len() == 2 && words.parse::<u8>().is_ok_and(|it| (least..=most).contains(&it))
}

fn is_time(words: &str) -> bool {
    let (clock, zone) = match words.find(['Z', '+', '-']) {
        Some(at) => words.split_at(at),
        None => (words, ""),
    };
    let mut parts = clock.split(':');
    let hour = parts.next().is_some_and(|it| within(it, 0, 24) && it != "XX");
    let rest = parts.all(|it| within(it, 0, 59) && it != "XX");
    let zoned = zone.is_empty()
        || zone == "Z"
        || zone.get(1..).is_some_and(|it| {
            it.split_once(':')
                .is_some_and(|(hours, minutes)| within(hours, 0, 14) && within(minutes, 0, 59))
        });
    hour && rest && zoned
}

//! EDTF dates in the words of a reader: `1951-04/1951-05` is "April – May 1951".

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Puts an EDTF date into words; what is not understood is shown as it is.
pub fn in_words(edtf: &str) -> String {
    if let Some((from, to)) = edtf.split_once('/') {
        return interval(from, to);
    }
    if let Some(end) = edtf.strip_prefix("..") {
        return format!("up to {}", single(end));
    }
    if let Some(start) = edtf.strip_suffix("..") {
        return format!("from {}", single(start));
    }
    single(edtf)
}

/// Returns the year a date begins with, if it states one.
pub fn year(edtf: &str) -> Option<&str> {
    edtf.trim_start_matches("..").get(..4).filter(|it| it.bytes().all(|b| b.is_ascii_digit()))
}

fn interval(from: &str, to: &str) -> String {
    match (from, to) {
        ("" | "..", _) => format!("up to {}", single(to)),
        (_, "" | "..") => format!("from {}", single(from)),
        _ => {
            let same_year = year(from).is_some() && year(from) == year(to);
            let months_only = from.len() == 7 && to.len() == 7;
            let start = single(from);
            let start = match start.rsplit_once(' ') {
                Some((month, _)) if same_year && months_only => month.to_owned(),
                _ => start,
            };
            format!("{start} – {}", single(to))
        }
    }
}

fn single(date: &str) -> String {
    let bare = date.trim_end_matches(['~', '?', '%']);
    let Some(words) = day_and_time(bare) else { return date.to_owned() };
    match date.get(bare.len()..) {
        Some("~") => format!("about {words}"),
        Some("?") => format!("{words} (uncertain)"),
        Some("%") => format!("about {words} (uncertain)"),
        _ => words,
    }
}

fn day_and_time(date: &str) -> Option<String> {
    let (day, time) = match date.split_once('T') {
        Some((day, time)) => (day, time.get(..5)),
        None => (date, None),
    };
    let mut parts = day.split('-');
    let year = parts.next().filter(|it| it.len() == 4 && it.is_ascii())?;
    let year = match year.strip_suffix("XX") {
        Some(century) => format!("{century}00s"),
        None => year.replace('X', "0s"),
    };
    let month = match parts.next() {
        None | Some("XX") => None,
        Some(number) => Some(month(number)?),
    };
    let day = parts.next().filter(|it| *it != "XX").map(|it| it.trim_start_matches('0'));
    let words = match (month, day) {
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        (None, _) => year,
    };
    Some(match time {
        Some(time) => format!("{words}, {time}"),
        None => words,
    })
}

fn month(number: &str) -> Option<&'static str> {
    number.parse::<usize>().ok().and_then(|it| MONTHS.get(it.checked_sub(1)?)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_a_person_writes_them() {
        for (edtf, words) in [
            ("1951-01-16T14:45", "16 January 1951, 14:45"),
            ("1951-04/1951-05", "April – May 1951"),
            ("1950-11-29/1951-01-02", "29 November 1950 – 2 January 1951"),
            ("1958~", "about 1958"),
            ("1958-03?", "March 1958 (uncertain)"),
            ("..1958", "up to 1958"),
            ("../1958-12", "up to December 1958"),
            ("195X", "1950s"),
            ("1951-XX-05", "1951"),
            ("1951-13-05", "1951-13-05"),
            ("some day", "some day"),
            ("", ""),
        ] {
            assert_eq!(in_words(edtf), words, "{edtf}");
        }
        assert_eq!(year("..1958"), Some("1958"));
        assert_eq!(year("год"), None);
    }
}

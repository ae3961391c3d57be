//! Puts dates and times of day together: `14:45 on 16.1.1951`, `May 7 at 11 AM`, `17.45` alone on its line.

use regesta_model::Span;

use super::reading::{Clock, Partial, When};
use super::times::{Form, Time};
use super::{
    FoundDate, counted_days, east_asian, marked, numeric, old_style, relative, telegram_groups,
    times, worded, years,
};
use crate::lexicon::{Class, Entry};
use crate::tokens::{Gap, Kind, Tokens};

/// A date found at a place in the tokens.
pub(super) struct Match {
    /// First token.
    pub(super) start: usize,
    /// Token after the last.
    pub(super) end: usize,
    /// What it says.
    pub(super) when: When,
    /// Where the words begin inside the first token, if not with it.
    pub(super) split: Option<usize>,
    /// Where the words end, if inside the last token.
    pub(super) cut: Option<usize>,
    /// Why it contradicts itself, where it does.
    pub(super) contradiction: Option<String>,
}

impl Match {
    /// Makes a match of whole tokens.
    pub(super) fn new(start: usize, end: usize, when: When) -> Match {
        Match { start, end, when, split: None, cut: None, contradiction: None }
    }
}

/// Reads the date that begins at a token and adds it to `found`; returns the token after it.
pub(super) fn read(tokens: &Tokens, at: usize, found: &mut Vec<FoundDate>) -> Option<usize> {
    if !may_begin(tokens, at) {
        return None;
    }
    if let Some(it) = timed(tokens, at) {
        return Some(add(tokens, found, it));
    }
    let Some(mut matches) = calendar(tokens, at) else {
        // `5th, 4 p.m.`: a day of no month, by its hour.
        let day = worded::ordinal_day(tokens, at)?;
        let timed = with_time_after(tokens, day);
        let said = matches!(timed.when, When::At(it) if it.clock.is_some());
        return said.then(|| add(tokens, found, timed));
    };
    let last = matches.pop()?;
    for it in matches {
        add(tokens, found, it);
    }
    Some(add(tokens, found, with_time_after(tokens, last)))
}

fn may_begin(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at).is_some_and(|it| match it.kind {
        Kind::Digits(..) | Kind::Numeral => true,
        Kind::Hangul => it.entry.is_some() || east_asian::hangul_may_begin(tokens.words(at)),
        Kind::Han(c) => east_asian::may_begin(c),
        Kind::Word => it.entry.is_some() || opens_part(tokens.words(at)),
        Kind::Mark(mark) => matches!(mark, '"' | '“' | '«' | '„' | '\'' | '‘' | '[' | '<'),
    })
}

fn add(tokens: &Tokens, found: &mut Vec<FoundDate>, it: Match) -> usize {
    let mut range = tokens.bytes(it.start, it.end);
    range.end = it.cut.unwrap_or(range.end).max(range.start);
    range.start = it.split.unwrap_or(range.start).min(range.end);
    found.push(FoundDate {
        span: Span::new(range),
        impossible: it.contradiction,
        incomplete: it.when.is_incomplete(),
        when: it.when,
    });
    it.end
}

/// Says whether a word without an entry may open a date: `III квартал`, `XIX век`, `Q3`.
fn opens_part(word: &str) -> bool {
    word.len() <= 6
        && (word == "Q" || word.chars().all(|it| matches!(it, 'I' | 'V' | 'X' | 'Х' | 'І')))
}

/// Says whether a word is of a unit, so that the number before it counts.
pub(super) fn counts(entry: Option<&Entry>) -> bool {
    entry.is_some_and(|it| it.unit.is_some() && it.month == 0 && !it.is(Class::Function))
}

/// Says whether the word at a position is of a unit.
pub(super) fn counts_at(tokens: &Tokens, at: usize) -> bool {
    tokens
        .get(at)
        .and_then(|it| it.entry)
        .is_some_and(|it| it.unit.is_some() && !it.is(Class::Function))
}

/// Reads the dates that begin at a token, without a time before or after.
fn calendar(tokens: &Tokens, at: usize) -> Option<Vec<Match>> {
    let kind = tokens.get(at)?.kind;
    if matches!(kind, Kind::Han(_) | Kind::Hangul | Kind::Numeral) {
        return east_asian::read(tokens, at).or_else(|| years::read(tokens, at).map(|it| vec![it]));
    }
    let one = |it: Option<Match>| it.map(|it| vec![it]);
    let digits = matches!(kind, Kind::Digits(..));
    let mut dates = one(relative::read(tokens, at).or_else(|| counted_days::read(tokens, at)))
        .or_else(|| digits.then(|| east_asian::read(tokens, at)).flatten())
        .or_else(|| digits.then(|| one(telegram_groups::read(tokens, at))).flatten())
        .or_else(|| one(marked::read(tokens, at)))
        .or_else(|| digits.then(|| figures(tokens, at)).flatten())
        .or_else(|| digits.then(|| years::before_month(tokens, at)).flatten())
        .or_else(|| worded::read(tokens, at))
        .or_else(|| one(years::read(tokens, at)))?;
    old_style::settle(tokens, &mut dates);
    Some(dates)
}

/// Reads a date in figures, or two of them with a dash between.
fn figures(tokens: &Tokens, at: usize) -> Option<Vec<Match>> {
    let mut from = numeric::read(tokens, at)?;
    let dash = matches!(tokens.mark(from.end), Some('-' | '–' | '—' | '~' | '～' | '〜'));
    if dash
        && let Some(to) = numeric::day_month_year(tokens, from.end + 1)
            .or_else(|| numeric::year_first(tokens, from.end + 1))
        && let Some(when) = range_of_figures(&from.when, &to.when)
    {
        from.when = when;
        from.end = to.end;
    }
    Some(vec![from])
}

/// Joins two dates in figures; the one whose order is plain decides for the other.
fn range_of_figures(from: &When, to: &When) -> Option<When> {
    let month_first = |it: &When, other: &When| match (it, other) {
        (When::Unordered(a, b, year, _), When::At(it)) if it.day.is_some_and(|it| it > 12) => {
            Some(Partial::of_day(*year, *a, *b))
        }
        _ => None,
    };
    match (from, to) {
        (When::Unordered(a, b, year, _), When::Unordered(c, d, last, _)) => {
            Some(When::UnorderedRange((*a, *b, *year), (*c, *d, *last)))
        }
        // `11/1/62-11/15/62`: the second shows the month in front.
        (When::Unordered(..), When::At(b)) if b.month_in_front => {
            Some(When::Interval(month_first(from, to)?, *b))
        }
        (When::At(a), When::Unordered(..)) if a.month_in_front => {
            Some(When::Interval(*a, month_first(to, from)?))
        }
        _ => Some(When::Interval(from.day_first()?, to.day_first()?)),
    }
}

/// Reads a time with a date after it, or a time that stands by itself.
fn timed(tokens: &Tokens, at: usize) -> Option<Match> {
    let time = times::read(tokens, at)?;
    if time.form == Form::Weak && numeric::named_by_label(tokens, at) {
        return None;
    }
    if let Some(date) = date_after(tokens, &time)
        && let Some(when) = with_clock(date.when, time.clock)
    {
        let contradiction = time.contradiction;
        return Some(Match { start: at, when, contradiction, ..date });
    }
    let alone = tokens.line_begins(at) && tokens.line_ends(time.end);
    let before = tokens.before(at);
    let asked = before.is_some_and(|it| it.is(Class::At)) && !tokens.line_begins(at);
    // `godz. 14.30`, `ore 14.30`: the word for hour stands before.
    let in_hours =
        (1..=2).any(|it| at >= it && tokens.is(at - it, Class::Hour) && !tokens.line_begins(at));
    let military = tokens.get(at).and_then(|it| it.digits()).is_some_and(|(_, len)| len == 4);
    let stands = match time.form {
        Form::Noon => true,
        Form::Colon => asked || alone,
        Form::Worded => (asked || alone || in_hours) && time.clock.minute.is_some(),
        Form::Weak if in_hours => true,
        Form::Weak => alone && !military,
        Form::HourOnly | Form::Hyphen => false,
    };
    // `May 3, 3:05 p.m.` is taken with its date, from the left; so is a time whose date stands before it.
    let partial = Partial { clock: Some(time.clock), ..Partial::default() };
    stands.then(|| Match {
        contradiction: time.contradiction,
        ..Match::new(at, time.end, When::At(partial))
    })
}

/// Reads the date that follows a time: `16.00 16.1`, `10:45 a.m., 9th`, `at 10:00 on 5 May`.
fn date_after(tokens: &Tokens, time: &Time) -> Option<Match> {
    let mut next = time.end;
    let near = |it: usize| tokens.get(it).is_some_and(|it| it.gap <= Gap::Line);
    if time.form == Form::HourOnly && tokens.get(next).is_none_or(|it| it.gap > Gap::Space) {
        return None;
    }
    if time.form == Form::Hyphen {
        // `14-30 9/V-50`; `10-15 1.5.51` too, but not before words.
        return numeric::read(tokens, next)
            .filter(|it| near(next) && matches!(it.when, When::At(_) | When::Unordered(..)));
    }
    if matches!(tokens.glued_mark(next), Some(',' | '.' | ';')) && time.form != Form::Weak {
        next += 1;
    }
    if tokens.is(next, Class::On) {
        next += 1;
    }
    if !near(next) || time.form == Form::Weak && tokens.get(next)?.gap != Gap::Space {
        return None;
    }
    tokens
        .get(next)?
        .digits()
        .or_else(|| tokens.get(next)?.month().map(|it| (u64::from(it), 0)))?;
    // `1929 Mar. 1` opens with a year, `1835 12 May 1947` with a time.
    let military =
        time.form == Form::Weak && tokens.before(time.end)?.digits().is_some_and(|it| it.1 == 4);
    if military && tokens.get(next)?.digits().is_none() {
        return None;
    }
    let full = numeric::read(tokens, next).or_else(|| {
        let dates = worded::read(tokens, next)?;
        dates.into_iter().next().filter(|it| it.start == next)
    });
    full.or_else(|| numeric::day_month_after_time(tokens, next))
        .or_else(|| worded::ordinal_day(tokens, next))
}

/// Takes in the time that follows a date: `4.7.50 0:05`, `May 7 at 11 AM`, `May 3, 3:05 p.m.`
fn with_time_after(tokens: &Tokens, date: Match) -> Match {
    let mut next = date.end;
    // `July 6, 1950—7 p.m.`
    let dash = matches!(tokens.mark(next), Some('—' | '–' | '-'));
    if dash || tokens.glued_mark(next) == Some(',') {
        next += 1;
    }
    let mut asked = tokens.is(next, Class::At);
    if asked {
        next += 1;
    }
    // `godz. 14.30`
    if tokens.is(next, Class::Hour) && tokens.get(next).is_some_and(|it| it.gap <= Gap::Space) {
        next += 1 + usize::from(tokens.glued_mark(next + 1) == Some('.'));
        asked = true;
    }
    let Some(time) = tokens
        .get(next)
        .filter(|it| it.gap == Gap::Space || it.gap == Gap::Line && asked || dash)
        .and_then(|_| times::read(tokens, next))
    else {
        return date;
    };
    let named = tokens.before(time.end).and_then(|it| it.entry).is_some_and(|it| it.date.is_some());
    let fits = match time.form {
        Form::Noon => true,
        Form::HourOnly if named => true,
        _ if dash => false,
        Form::Colon => true,
        Form::Worded => asked || time.clock.minute.is_some(),
        Form::HourOnly => asked,
        // `9 мая 1950 г. 14.30` and `6/25/56 0315` close their line.
        Form::Weak => {
            let dotted = tokens.glued_mark(next + 1) == Some('.');
            asked && dotted || tokens.line_ends(time.end) && !date.when.is_incomplete()
        }
        Form::Hyphen => false,
    };
    match with_clock(date.when, time.clock).filter(|_| fits) {
        Some(when) => {
            Match { when, end: time.end, cut: None, contradiction: time.contradiction, ..date }
        }
        None => date,
    }
}

/// Sets the time of a date that names a day and has none yet.
fn with_clock(when: When, clock: Clock) -> Option<When> {
    match when {
        When::At(it) if it.names_day() && it.clock.is_none() => {
            Some(When::At(Partial { clock: Some(clock), ..it }))
        }
        When::Unordered(a, b, year, None) => Some(When::Unordered(a, b, year, Some(clock))),
        _ => None,
    }
}

//! East Asian dates that are joined: `三月至四月`, `十六日和二十五日`, `3-4月`, `5、7、9日`, `7~9월`.

use super::super::combined::Match;
use super::super::reading::{Partial, When, Year};
use super::{Read, marker, matched, number, one, small, years};
use crate::tokens::{Gap, Kind, Tokens};

/// Reads one date and those that are joined to it.
pub(super) fn chain(tokens: &Tokens, at: usize) -> Option<Vec<Match>> {
    let first = one(tokens, at, false)?;
    let mut res = vec![matched(at, &first)];
    let (mut last, mut start) = (first, first.next);
    while res.len() < 12
        && let Some((joint, after)) = joint(tokens, &last)
        && let Some(mut next) =
            one(tokens, after, last.date.day.is_some() && last.date.month.is_some())
    {
        inherit(&mut next.date, &last.date);
        start = start.max(after);
        if joint != Joint::And {
            let previous = res.pop()?;
            let when = match joint {
                Joint::Range => When::Interval(last.date, next.date),
                _ => When::Either(last.date, next.date),
            };
            res.push(Match { when, ..extended(previous, &next) });
            break;
        }
        res.push(matched(after, &next));
        last = next;
    }
    Some(res)
}

/// `一九五〇、十、八`, `一九五〇.十.八`: year, month and day by marks alone.
pub(super) fn dotted(tokens: &Tokens, at: usize) -> Option<Match> {
    let numeral = |it: usize| tokens.get(it).filter(|it| it.kind == Kind::Numeral).map(|_| ());
    numeral(at).and_then(|()| numeral(at + 2)).and_then(|()| numeral(at + 4))?;
    let mark = tokens.glued_mark(at + 1).filter(|it| matches!(it, '、' | '.' | '．' | '·'))?;
    (tokens.glued_mark(at + 3) == Some(mark)).then_some(())?;
    let (year @ 1000..=2100, 4) = number(tokens, at)? else { return None };
    let date = Partial::of_day(
        Year::Full(year as i32),
        small(tokens, at + 2, 12)?,
        small(tokens, at + 4, 31)?,
    );
    Some(Match::new(at, at + 5, When::At(date)))
}

fn extended(first: Match, last: &Read) -> Match {
    Match { end: last.next, cut: Some(last.to), ..first }
}

fn inherit(date: &mut Partial, from: &Partial) {
    date.lunar |= from.lunar;
    if date.year == Year::Missing && date.counted.is_none() {
        date.year = from.year;
        if date.month.is_none() {
            date.month = from.month;
            date.counted = from.counted;
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    And,
    Or,
    Range,
}

/// Reads what joins two dates, and the token after.
fn joint(tokens: &Tokens, last: &Read) -> Option<(Joint, usize)> {
    let token = tokens.get(last.next).filter(|it| it.gap <= Gap::Space)?;
    let rest = tokens.text.get(last.to.max(token.start)..token.end)?;
    let after = last.next + 1;
    match token.kind {
        Kind::Han('至' | '到') | Kind::Mark('-' | '–' | '—' | '~' | '～' | '〜') => {
            // `——` is one dash.
            let doubled = matches!(tokens.glued_mark(after), Some('—'));
            Some((Joint::Range, after + usize::from(doubled)))
        }
        Kind::Han('和' | '及' | '与' | '與' | '、') | Kind::Mark('、') => {
            Some((Joint::And, after))
        }
        Kind::Han('或') => Some((Joint::Or, after)),
        Kind::Hangul if matches!(rest, "부터" | "에서") => Some((Joint::Range, after)),
        Kind::Hangul if matches!(rest, "과" | "와" | "및") => Some((Joint::And, after)),
        Kind::Hangul if matches!(rest, "또는" | "혹은") => Some((Joint::Or, after)),
        _ => None,
    }
}

/// Reads `3-4月`, `7~9월`, `5、7、9日`, `10月5至7日`: figures with the marker after the last.
pub(super) fn shared_marker(tokens: &Tokens, at: usize) -> Option<Vec<Match>> {
    if let Some(it) = years_with_dash(tokens, at) {
        return Some(vec![it]);
    }
    let starts = matches!(
        tokens.get(at)?.kind,
        Kind::Digits(..) | Kind::Numeral | Kind::Hangul | Kind::Han(_)
    );
    let with_year = starts.then(|| years::year(tokens, at)).flatten();
    let mut first = with_year.map_or(at, |it| it.next);
    let year = with_year.map_or(Year::Missing, |it| it.date.year);
    let mut date = Partial { year, ..Partial::default() };
    let mut most = 12;
    if let Some(month) = small(tokens, first, 12)
        && let Some((next, _)) = marker(tokens, first + 1, &['月'], '월')
    {
        (date.month, first, most) = (Some(month), next, 31);
    }
    let mut list = vec![(small(tokens, first, most)?, first)];
    let mut next = first + 1;
    let mut ranged = false;
    while list.len() < 12
        && let Some(range) = separator(tokens, next)
        && let Some(value) = small(tokens, next + 1, most)
    {
        ranged |= range;
        list.push((value, next + 1));
        next += 2;
    }
    marked_list(tokens, Listed { at, date, list: &list, ranged, next })
}

/// Figures before the marker they share.
struct Listed<'a> {
    at: usize,
    date: Partial,
    list: &'a [(u8, usize)],
    ranged: bool,
    next: usize,
}

/// Reads the marker after the last of the figures.
fn marked_list(tokens: &Tokens, figures: Listed) -> Option<Vec<Match>> {
    let Listed { at, date, list, ranged, next } = figures;
    let first = list.first()?.1;
    if list.len() < 2 || ranged && list.len() > 2 {
        return None;
    }
    let (markers, syllable): (&[char], char) = if date.month.is_some() {
        (&['日', '号', '號', '两', '兩'], '일')
    } else {
        (&['月'], '월')
    };
    let (mut end, mut cut) = marker(tokens, next, markers, syllable)?;
    // `五、六两日`
    if tokens.words(end - 1) == "两" || tokens.words(end - 1) == "兩" {
        (end, cut) = marker(tokens, end, &['日'], '일')?;
    }
    let day = date.month.is_some();
    let dated = |value: u8| {
        if day {
            Partial { day: Some(value), ..date }
        } else {
            Partial { month: Some(value), ..date }
        }
    };
    if ranged {
        let when = When::Interval(dated(list.first()?.0), dated(list.last()?.0));
        return Some(vec![Match { cut: Some(cut), ..Match::new(at, end, when) }]);
    }
    let count = list.len();
    let make = |(index, (value, start)): (usize, &(u8, usize))| {
        let start = if index == 0 { at } else { *start };
        let whole = Match::new(
            start,
            if index + 1 == count { end } else { start.max(first) + 1 },
            When::At(dated(*value)),
        );
        if index + 1 == count { Match { cut: Some(cut), ..whole } } else { whole }
    };
    Some(list.iter().enumerate().map(make).collect())
}

/// `1956－1958年`, `一九五六至五八年`
fn years_with_dash(tokens: &Tokens, at: usize) -> Option<Match> {
    let (from @ 1000..=2100, 4) = number(tokens, at)? else { return None };
    let true = separator(tokens, at + 1)? else { return None };
    let (to, count) = number(tokens, at + 2)?;
    let to = match count {
        4 => to,
        2 => from / 100 * 100 + to,
        _ => return None,
    };
    let (next, cut) = marker(tokens, at + 3, &['年'], '년')?;
    let year = |it: i64| Partial { year: Year::Full(it as i32), ..Partial::default() };
    let month = small(tokens, next, 12).is_some();
    (to > from && to <= 2100 && !month).then(|| Match {
        cut: Some(cut),
        ..Match::new(at, next, When::Interval(year(from), year(to)))
    })
}

/// Says whether a mark between figures makes a range; `None` where it joins none.
fn separator(tokens: &Tokens, at: usize) -> Option<bool> {
    let token = tokens.get(at).filter(|it| it.gap <= Gap::Space)?;
    match token.kind {
        Kind::Mark('-' | '–' | '—' | '－' | '~' | '～' | '〜') | Kind::Han('至' | '到') => {
            Some(true)
        }
        Kind::Mark('、' | '，' | ',') | Kind::Han('和' | '及' | '与' | '與') => Some(false),
        _ => None,
    }
}

//! Times of day in Chinese characters and Hangul: `14时45分`, `下午三点半`, `오전 7시 55분`, `北京时间十五时`.

use super::super::reading::{Clock, Partial};
use super::super::zones;
use super::{Read, han, marker, number};
use crate::tokens::{Gap, Kind, Tokens};

/// Reads a time of day with its half, its clock or its minutes and no day: `下午三点`, `오전 7시 55분`, `早上 7:55`, `17时45分`.
pub(super) fn alone(tokens: &Tokens, at: usize) -> Option<Read> {
    let token = tokens.get(at)?;
    let figures = matches!(token.kind, Kind::Digits(..) | Kind::Numeral);
    let named = zone_before(tokens, at).is_some();
    if !figures && !named {
        half_of_day(tokens, at)?;
    }
    let mut read = Read::at(tokens, at);
    read.date = Partial { day: None, ..Partial::default() };
    clock(tokens, &mut read);
    let clock = read.date.clock?;
    // `三点` alone counts points, `两小时` hours; `17时45分` is a time.
    (!figures || clock.minute.is_some() && !colon(tokens, at)).then_some(read)
}

fn colon(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.glued_mark(at + 1), Some(':' | '：'))
}

fn zone_before(tokens: &Tokens, at: usize) -> Option<(zones::Zone, usize)> {
    let begins = match tokens.get(at)?.kind {
        Kind::Han(c) => zones::opens_name(c),
        Kind::Hangul => tokens.words(at).chars().next().is_some_and(zones::opens_name),
        _ => false,
    };
    begins.then(|| zones::named(tokens, at)).flatten()
}

/// Reads `上午`, `晚`, `오후`: whether it is the afternoon, and the token after.
fn half_of_day(tokens: &Tokens, at: usize) -> Option<(bool, usize)> {
    match (han(tokens, at), han(tokens, at + 1)) {
        (Some('上'), Some('午')) | (Some('早'), Some('上' | '晨')) => Some((false, at + 2)),
        (Some('午'), Some('前')) => Some((false, at + 2)),
        (Some('凌'), Some('晨')) | (Some('清'), Some('晨')) => Some((false, at + 2)),
        (Some('午'), Some('后' | '後')) => Some((true, at + 2)),
        (Some('下'), Some('午')) | (Some('晚'), Some('上' | '间' | '間')) => {
            Some((true, at + 2))
        }
        (Some('晚'), _) => Some((true, at + 1)),
        (Some('晨'), _) => Some((false, at + 1)),
        _ => match tokens.words(at) {
            "오전" | "새벽" | "아침" => Some((false, at + 1)),
            "오후" | "저녁" | "밤" => Some((true, at + 1)),
            _ => None,
        },
    }
}

/// Steps over a day of the week in brackets: `（星期四）`, `(목)`.
fn past_weekday(tokens: &Tokens, at: usize) -> usize {
    if !matches!(tokens.mark(at), Some('(' | '（')) {
        return at;
    }
    let closed = (at + 2..=at + 5).find(|it| matches!(tokens.mark(*it), Some(')' | '）')));
    let week = matches!(
        han(tokens, at + 1),
        Some('星' | '周' | '週' | '礼' | '月' | '火' | '水' | '木' | '金' | '土' | '日')
    ) || matches!(tokens.words(at + 1), "월" | "화" | "수" | "목" | "금" | "토" | "일")
        || tokens.words(at + 1).ends_with("요일");
    closed.filter(|_| week).map_or(at, |it| it + 1)
}

/// Reads `14时45分`, `下午三点`, `오후 2시 30분`, `14:45` after a day.
pub(super) fn clock(tokens: &Tokens, read: &mut Read) {
    let mut at = read.next;
    // A particle (`29일에 오후 2시`) stays outside the words of the day alone.
    if tokens.get(at).is_some_and(|it| it.kind == Kind::Hangul && it.start < read.to) {
        at += 1;
    }
    at = past_weekday(tokens, at);
    let after_day = read.date.names_day();
    if tokens.get(at).is_none_or(|it| after_day && it.gap > Gap::Line) {
        return;
    }
    let zone = zone_before(tokens, at);
    let at = zone.map_or(at, |(_, next)| next);
    let half = half_of_day(tokens, at);
    let (afternoon, hour_at) = half.unwrap_or((false, at));
    let Some(hour) = hour(tokens, hour_at) else { return };
    let hour = if afternoon && hour < 12 { hour + 12 } else { hour };
    let Some((minute, next, to)) = minutes(tokens, hour_at) else { return };
    // An hour that does not exist counts where its minutes stand with it: `25时10分`.
    if hour > 24 && minute.is_none() {
        return;
    }
    let mut clock = Clock { hour, minute, zone: zone.map(|it| it.0) };
    (read.next, read.to) = (next, to);
    if clock.zone.is_none()
        && let Some((zone, end)) = zones::after_time(tokens, next)
    {
        clock.zone = Some(zone);
        read.extend(tokens, end);
    }
    read.date.clock = Some(clock);
}

fn hour(tokens: &Tokens, at: usize) -> Option<u8> {
    let (value, count) = number(tokens, at).filter(|_| han(tokens, at).is_none())?;
    u8::try_from(value).ok().filter(|it| *it <= 39 && count <= 3)
}

/// Reads what follows the figures of the hour: the minutes, the token and the byte after.
fn minutes(tokens: &Tokens, hour_at: usize) -> Option<(Option<u8>, usize, usize)> {
    if matches!(tokens.glued_mark(hour_at + 1), Some(':' | '：')) {
        let (minute @ 0..60, 2) = tokens.glued_digits(hour_at + 2)? else { return None };
        return Some((Some(minute as u8), hour_at + 3, tokens.get(hour_at + 2)?.end));
    }
    let (next, to) = marker(tokens, hour_at + 1, &['时', '時', '点', '點'], '시')?;
    if let Some(glued) = tokens.get(next).filter(|it| it.gap <= Gap::Space) {
        match glued.kind {
            Kind::Han('半') => return Some((Some(30), next + 1, glued.end)),
            Kind::Han('正' | '整') => return Some((Some(0), next + 1, glued.end)),
            Kind::Hangul if tokens.words(next) == "반" => {
                return Some((Some(30), next + 1, glued.end));
            }
            _ => {}
        }
    }
    if let Some((minute, _)) = number(tokens, next).filter(|(it, _)| (0..60).contains(it))
        && let Some((next, to)) = marker(tokens, next + 1, &['分'], '분')
    {
        return Some((Some(minute as u8), next, to));
    }
    Some((None, next, to))
}

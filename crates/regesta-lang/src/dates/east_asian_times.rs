//! Times of day in Chinese characters and Hangul: `14时45分`, `下午三点`, `오전 7시 55분`.

use super::east_asian::{Read, han, marker, number, small};
use super::reading::{Clock, Partial};
use crate::tokens::{Kind, Tokens};

/// Reads a time of day with its half and no day: `下午三点`, `오전 7시 55분`, `早上 7:55`.
pub(super) fn alone(tokens: &Tokens, at: usize) -> Option<Read> {
    half_of_day(tokens, at)?;
    let token = tokens.get(at)?;
    let mut read = Read { date: Partial::default(), next: at, to: token.start, until: false };
    clock(tokens, &mut read);
    read.date.clock.is_some().then_some(read)
}

/// Reads `上午`, `晚`, `오후`: whether it is the afternoon, and the token after.
fn half_of_day(tokens: &Tokens, at: usize) -> Option<(bool, usize)> {
    match (han(tokens, at), han(tokens, at + 1)) {
        (Some('上'), Some('午')) | (Some('早'), Some('上' | '晨')) => Some((false, at + 2)),
        (Some('凌'), Some('晨')) | (Some('清'), Some('晨')) => Some((false, at + 2)),
        (Some('午'), Some('后' | '後')) => Some((true, at + 2)),
        (Some('下'), Some('午')) | (Some('晚'), Some('上')) => Some((true, at + 2)),
        (Some('晚'), _) => Some((true, at + 1)),
        (Some('晨'), _) => Some((false, at + 1)),
        _ => match tokens.words(at) {
            "오전" | "새벽" | "아침" => Some((false, at + 1)),
            "오후" | "저녁" => Some((true, at + 1)),
            _ => None,
        },
    }
}

/// Reads `14时45分`, `下午三点`, `오후 2시 30분` after a day.
pub(super) fn clock(tokens: &Tokens, read: &mut Read) {
    let mut at = read.next;
    // A particle (`29일에 오후 2시`) stays outside the words of the day alone.
    if tokens.get(at).is_some_and(|it| it.kind == Kind::Hangul && it.start < read.to) {
        at += 1;
    }
    let half = half_of_day(tokens, at);
    let (afternoon, hour_at) = half.unwrap_or((false, at));
    let Some(hour) = small(tokens, hour_at, 24) else { return };
    let hour = if afternoon && hour < 12 { hour + 12 } else { hour };
    if half.is_some()
        && tokens.glued_mark(hour_at + 1) == Some(':')
        && let Some((minute @ 0..60, 2)) = tokens.glued_digits(hour_at + 2)
        && let Some(end) = tokens.get(hour_at + 2).map(|it| it.end)
    {
        read.date.clock = Some(Clock { hour, minute: Some(minute as u8) });
        (read.next, read.to) = (hour_at + 3, end);
        return;
    }
    let Some((next, to)) = marker(tokens, hour_at + 1, &['时', '時', '点', '點'], '시') else {
        return;
    };
    read.date.clock = Some(Clock { hour, minute: None });
    (read.next, read.to) = (next, to);
    if let Some((minute, _)) = number(tokens, next).filter(|(it, _)| (0..60).contains(it))
        && let Some((next, to)) = marker(tokens, next + 1, &['分'], '분')
    {
        read.date.clock = Some(Clock { hour, minute: Some(minute as u8) });
        (read.next, read.to) = (next, to);
    }
}

//! Finds the communication of the record that a cross-reference speaks of.

use regesta_model::{Communication, CommunicationKind, EventKind, Record};

use super::phrase::Mention;
use crate::Context;

/// The communication meant, and the one whose words speak of it, by their places in the record.
pub(super) struct Target {
    pub(super) holder: Option<usize>,
    pub(super) target: usize,
}

/// Finds the communication of the record that is meant: by its number, its date, or because its text is sent on.
pub(super) fn find(context: &Context<'_>, record: &Record, it: &Mention) -> Option<Target> {
    let all = &record.communications;
    let holder = all
        .iter()
        .enumerate()
        .filter_map(|(at, one)| {
            let piece = one.spans.iter().filter(|piece| piece.contains(it.span));
            Some((at, piece.map(|piece| piece.len()).min()?))
        })
        .min_by_key(|(at, length)| (*length, std::cmp::Reverse(*at)))
        .map(|(at, _)| at);
    let others = || (0..all.len()).filter(|at| Some(*at) != holder);
    let number = it.number.map(|it| it.of(context.page.text));
    let edtf = it.date.and_then(|it| context.chronology.edtf(it));
    let numbered = number.and_then(|number| {
        let bears = |it: &Communication| it.numbers.iter().any(|it| it.value == number);
        others().find(|at| all.get(*at).is_some_and(bears))
    });
    let dated = || {
        edtf.and_then(|edtf| {
            let fits = |one: &Communication| written_on(one, edtf) && is_of_kind(one, it.kind);
            others().find(|at| all.get(*at).is_some_and(fits))
        })
    };
    let sent = || {
        let holder = all.get(holder?)?;
        let inside = |at: &usize| {
            all.get(*at).is_some_and(|it| it.enclosed_in.as_deref() == Some(holder.id.as_str()))
        };
        let mut enclosed = others().filter(inside);
        let only = enclosed.next().filter(|_| enclosed.next().is_none())?;
        let fits = edtf.is_none_or(|edtf| all.get(only).is_some_and(|it| may_be_of(it, edtf)));
        (it.is_copied && fits).then_some(only)
    };
    numbered.or_else(dated).or_else(sent).map(|target| Target { holder, target })
}

/// Notes that one communication answers another, unless one encloses the other.
pub(super) fn answer(record: &mut Record, holder: usize, target: usize) {
    let all = &record.communications;
    let (Some(one), Some(other)) = (all.get(holder), all.get(target)) else { return };
    let nested =
        one.enclosed_in.as_ref() == Some(&other.id) || other.enclosed_in.as_ref() == Some(&one.id);
    let id = other.id.clone();
    if nested || one.in_reply_to.contains(&id) {
        return;
    }
    if let Some(one) = record.communications.get_mut(holder) {
        one.in_reply_to.push(id);
    }
}

fn written(it: &Communication) -> impl Iterator<Item = &str> {
    let written = |kind| matches!(kind, EventKind::Drafted | EventKind::Sent);
    it.events.iter().filter(move |it| written(it.kind)).map(|it| it.edtf.as_str())
}

fn written_on(it: &Communication, edtf: &str) -> bool {
    edtf.len() == 10 && written(it).any(|own| own.starts_with(edtf))
}

fn may_be_of(it: &Communication, edtf: &str) -> bool {
    let mut own = written(it).peekable();
    own.peek().is_none() || own.any(|own| own.starts_with(edtf))
}

fn is_of_kind(it: &Communication, kind: &str) -> bool {
    use CommunicationKind as K;
    match kind {
        "telegram" => matches!(it.kind, K::Telegram | K::CipherTelegram | K::Message),
        "letter" => matches!(it.kind, K::Letter | K::Message),
        _ => true,
    }
}

//! Names in Chinese characters and Korean syllables: those of the tables, units by number, and persons before a title.

use regesta_lang::names::Tradition;
use regesta_model::EntityKind;
use regesta_model::Span;

use super::class::Class;
use super::formations;
use super::naming;
use super::stretch::{Mention, Stretch};
use super::table::{TABLE, is_dense, is_hangul};

/// A Korean name of so many syllables is known whatever follows it.
const SURE: usize = 4;

/// Adds the names of a stretch.
pub(super) fn find(stretch: &mut Stretch<'_>) {
    let words = stretch.span.of(stretch.text);
    if words.is_ascii() {
        return;
    }
    let mut at = 0;
    let mut named = 0;
    let mut before = ' ';
    while let Some(rest) = words.get(at..) {
        let Some(c) = rest.chars().next() else { break };
        let found = if is_dense(c) { one(stretch, (at, named), before, rest) } else { None };
        match found {
            Some((len, mention)) => {
                stretch.mentions.push(Some(mention));
                at += len;
                named = at;
            }
            None => at += c.len_utf8(),
        }
        before = words.get(..at).and_then(|it| it.chars().next_back()).unwrap_or(' ');
    }
}

/// What is named here or, by a title, just before; how far it reaches.
fn one(
    stretch: &Stretch<'_>,
    place: (usize, usize),
    before: char,
    rest: &str,
) -> Option<(usize, Mention)> {
    let (at, named) = place;
    let start = stretch.span.start as usize + at;
    let span = |from: usize, len: usize| Span::new(from..from + len);
    if rest.starts_with(['第', '제'])
        && let Some((len, unit)) = numbered(rest)
    {
        return Some((len, Mention::named(span(start, len), EntityKind::Unit, unit)));
    }
    let (name, class) = TABLE.dense_at(rest);
    if let Some((len, entry)) = name.filter(|it| is_whole(before, rest, it.0)) {
        let mut mention = Mention::listed(span(start, len), entry)?;
        mention.many = class.is_some_and(|it| it.1.has(Class::MANY));
        mention.shown = mention.is_person() && title_follows(rest.get(len..)?);
        let longer = class.is_some_and(|it| it.0 > len);
        let title = mention.kind == EntityKind::Role && class.is_some();
        let of_person = title && named_before(stretch, at, named).is_some();
        if !longer && !of_person {
            return Some((len, mention));
        }
    }
    let (len, class) = class?;
    if !class.has(Class::TITLE) {
        return None;
    }
    let person = named_before(stretch, at, named)?;
    let named =
        stretch.memo.east_asian(person.of(stretch.text), &traditions(person.of(stretch.text)))?;
    let mention = Mention { shown: true, ..Mention::named(person, EntityKind::Person, named) };
    Some((len, mention))
}

fn traditions(name: &str) -> Vec<Tradition> {
    if name.chars().any(is_hangul) { vec![Tradition::Korean] } else { vec![Tradition::Chinese] }
}

/// Whether a Korean name stands by itself or with particles; characters have no bounds.
fn is_whole(before: char, rest: &str, len: usize) -> bool {
    let (Some(form), Some(after)) = (rest.get(..len), rest.get(len..)) else { return false };
    if !form.chars().any(is_hangul) {
        return true;
    }
    if is_hangul(before) {
        return false;
    }
    let end = after.find(|c| !is_hangul(c)).unwrap_or(after.len());
    let more = after.get(..end).unwrap_or_default();
    more.is_empty() || form.chars().count() >= SURE || TABLE.particles.contains(&more)
}

fn title_follows(after: &str) -> bool {
    let bare = after.strip_prefix(' ').unwrap_or(after);
    TABLE.dense_at(bare).1.is_some_and(|it| it.1.has(Class::TITLE))
}

/// The person named directly before a title: characters or syllables that begin with a surname.
fn named_before(stretch: &Stretch<'_>, at: usize, named: usize) -> Option<Span> {
    let words = stretch.span.of(stretch.text);
    let all = words.get(named..at)?;
    let bare = all.strip_suffix(' ').unwrap_or(all);
    let last = bare.chars().next_back()?;
    let name = if is_hangul(last) {
        hangul(bare)?
    } else {
        han(bare).filter(|_| bare.len() == all.len())?
    };
    let end = stretch.span.start as usize + named + bare.len();
    Some(Span::new(end - name.len()..end))
}

/// Three syllables by themselves that begin with a surname.
fn hangul(before: &str) -> Option<&str> {
    let word = before.rsplit(|it: char| !is_hangul(it)).next()?;
    let first = word.chars().next()?;
    (word.chars().count() == 3 && TABLE.signs.contains(&first)).then_some(word)
}

/// Two or three characters that begin with a surname, after a word that joins or after none.
fn han(before: &str) -> Option<&str> {
    let tail: Vec<(usize, char)> = before.char_indices().rev().take(4).collect();
    let is_han = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
    [2, 1].into_iter().find_map(|at| {
        let (start, c) = *tail.get(at)?;
        let name = before.get(start..)?;
        let han = name.chars().all(|it| is_han(it) && !TABLE.joiners.contains(&it));
        let outside =
            tail.get(at + 1).is_none_or(|it| !is_han(it.1) || TABLE.joiners.contains(&it.1));
        (han && outside && TABLE.signs.contains(&c)).then_some(name)
    })
}

/// `第38军`, `제4사단`: its length and its name.
fn numbered(rest: &str) -> Option<(usize, naming::Named)> {
    let sign = rest.chars().next()?;
    let figures = |it: char| it.is_ascii_digit() || "一二三四五六七八九十百〇零".contains(it);
    let after = rest.get(sign.len_utf8()..)?.trim_start_matches(' ');
    let end = after.find(|it| !figures(it))?;
    let (number, noun) = after.split_at_checked(end)?;
    let bare = noun.trim_start_matches(' ');
    let (word, what) = TABLE.formations.iter().find(|it| bare.starts_with(it.0))?;
    let len = rest.len() - bare.len() + word.len();
    let value = value(number)?;
    Some((len, formations::unit(&value, "", what)))
}

/// A number of one to three figures, in Arabic or Chinese ones.
fn value(number: &str) -> Option<String> {
    if number.chars().all(|it| it.is_ascii_digit()) {
        return (1..=3).contains(&number.len()).then(|| number.to_owned());
    }
    let (mut total, mut digit) = (0_u32, 0_u32);
    for c in number.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            _ => {
                let at = "〇一二三四五六七八九"
                    .chars()
                    .position(|it| it == c || it == '〇' && c == '零')?;
                digit = digit.checked_mul(10)?.checked_add(u32::try_from(at).ok()?)?;
                continue;
            }
        };
        total = total.checked_add(digit.max(1).checked_mul(unit)?)?;
        digit = 0;
    }
    let value = total.checked_add(digit)?;
    (1..1000).contains(&value).then(|| value.to_string())
}

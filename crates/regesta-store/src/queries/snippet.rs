//! The words around the matches, cut from the document's own text.

use std::collections::HashMap;

use regesta_model::{Script, Span};

use super::{search::Fragment, words::Unit};
use crate::index::tokenizer::{Side, tokens};

/// How wide a snippet is, in columns; a Han or Hangul character takes two.
const WIDTH: usize = 240;

/// How many columns stand before the first match.
const BEFORE: usize = 60;

/// How many bytes of a document are looked through for the best place.
const REACH: usize = 1 << 20;

/// Cuts a snippet: the place where most of the units stand, or the opening where none does.
pub(crate) fn snippet(text: &str, pieces: &[Span], opening: Span, units: &[Unit]) -> Vec<Fragment> {
    let mut looked = 0;
    let mut best: Option<(usize, Span, Vec<Span>)> = None;
    for piece in pieces.iter().filter(|_| !units.is_empty()) {
        if looked > REACH {
            break;
        }
        looked += piece.len();
        let found = matches(text, *piece, units);
        if let Some((count, spans)) = densest(text, &found)
            && best.as_ref().is_none_or(|(most, ..)| count > *most)
        {
            best = Some((count, *piece, spans));
        }
    }
    match best {
        Some((_, piece, spans)) => around(text, piece, &spans),
        None => around(text, opening, &[]),
    }
}

/// A match of a unit: which, and the words.
type Found = (usize, Span);

/// Finds every match of every unit in a piece, by place.
fn matches(text: &str, piece: Span, units: &[Unit]) -> Vec<Found> {
    let mut places: HashMap<&str, HashMap<usize, Span>> = HashMap::new();
    for (_, token) in units.iter().flat_map(|it| &it.tokens) {
        places.entry(token).or_default();
    }
    for token in tokens(head(piece.of(text)), Side::Text) {
        if let Some(its) = places.get_mut(token.text.as_str()) {
            let start = piece.start as usize;
            its.insert(
                token.position,
                Span::new(start + token.offset_from..start + token.offset_to),
            );
        }
    }
    let mut res = Vec::new();
    for (number, unit) in units.iter().enumerate() {
        let Some((_, first)) = unit.tokens.first() else { continue };
        for (position, span) in places.get(first.as_str()).into_iter().flatten() {
            let whole = unit.tokens.iter().try_fold(*span, |whole, (place, token)| {
                Some(whole.join(*places.get(token.as_str())?.get(&(position + place))?))
            });
            res.extend(whole.map(|it| (number, it)));
        }
    }
    res.sort_by_key(|(number, span)| (*span, *number));
    res
}

fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(REACH)).unwrap_or_default()
}

/// Returns the matches of the stretch with most different units, the first of several.
fn densest(text: &str, found: &[Found]) -> Option<(usize, Vec<Span>)> {
    let mut best: Option<(usize, Vec<Span>)> = None;
    for (place, (_, first)) in found.iter().enumerate() {
        let mut inside: Vec<&Found> = Vec::new();
        for it in found.iter().skip(place) {
            let stretch = text.get(first.start as usize..it.1.end as usize).unwrap_or_default();
            if stretch.len() > 3 * WIDTH || columns(stretch) > WIDTH - BEFORE {
                break;
            }
            inside.push(it);
        }
        let mut units: Vec<usize> = inside.iter().map(|(unit, _)| *unit).collect();
        units.sort_unstable();
        units.dedup();
        let count = units.len().max(1);
        if best.as_ref().is_none_or(|(most, _)| count > *most) {
            let spans = match inside.as_slice() {
                [] => vec![*first],
                _ => inside.iter().map(|(_, span)| *span).collect(),
            };
            best = Some((count, spans));
        }
    }
    best
}

/// Cuts the words around matches, none of them in half, and marks the matches.
fn around(text: &str, piece: Span, matches: &[Span]) -> Vec<Fragment> {
    let anchor = matches.first().map_or(piece.start as usize, |it| it.start as usize);
    let start = match matches.first() {
        Some(_) => back(text, piece, anchor),
        None => anchor,
    };
    let end = forth(text, piece, start);
    let end = matches.first().map_or(end, |it| end.max((it.end as usize).min(start + 4 * WIDTH)));
    let end = text.ceil_char_boundary(end);
    let mut res = Vec::new();
    let mut at = start;
    if start > piece.start as usize {
        push(&mut res, "…", false);
    }
    for span in merged(matches) {
        if span.start as usize >= end {
            break;
        }
        push(&mut res, text.get(at..span.start as usize).unwrap_or_default(), false);
        push(
            &mut res,
            text.get((span.start as usize).max(at)..span.end as usize).unwrap_or_default(),
            true,
        );
        at = span.end as usize;
    }
    push(&mut res, text.get(at..end.max(at)).unwrap_or_default(), false);
    if end < piece.end as usize {
        push(&mut res, "…", false);
    }
    trim(&mut res);
    res
}

/// Goes back from the first match to where the snippet begins: at most `BEFORE` columns, at the start of a word.
fn back(text: &str, piece: Span, anchor: usize) -> usize {
    let before = text.get(piece.start as usize..anchor).unwrap_or_default();
    let mut room = BEFORE;
    let mut start = anchor;
    let mut word = anchor;
    let mut follows_letter = true;
    for (at, c) in before.char_indices().rev() {
        let width = width(c);
        if width > room {
            let after = text.get(word..anchor).unwrap_or_default();
            let begins = |it: char| it.is_alphanumeric() || "«“\"「『《([№".contains(it);
            return word + after.find(begins).unwrap_or(after.len());
        }
        room -= width;
        if !is_part_of_word(c) && follows_letter {
            word = start;
        }
        follows_letter = is_part_of_word(c);
        start = piece.start as usize + at;
        if !follows_letter {
            word = start;
        }
    }
    start
}

/// Goes forth from the start of the snippet to its end: at most `WIDTH` columns, at the end of a word.
fn forth(text: &str, piece: Span, start: usize) -> usize {
    let after = text.get(start..piece.end as usize).unwrap_or_default();
    let mut room = WIDTH;
    let mut word = start;
    for (at, c) in after.char_indices() {
        let width = width(c);
        if width > room {
            return if word > start { word } else { start + at };
        }
        room -= width;
        if !is_part_of_word(c) {
            word = start + at;
        }
    }
    piece.end as usize
}

fn is_part_of_word(c: char) -> bool {
    c.is_alphanumeric() && width(c) == 1
}

fn width(c: char) -> usize {
    match Script::of(c) {
        Script::Han | Script::Hangul | Script::Kana => 2,
        _ => 1,
    }
}

fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

fn merged(spans: &[Span]) -> Vec<Span> {
    let mut res: Vec<Span> = Vec::new();
    for span in spans {
        match res.last_mut() {
            Some(last) if span.start <= last.end => *last = last.join(*span),
            _ => res.push(*span),
        }
    }
    res
}

/// Adds words, with white space as single spaces, to what stands already.
fn push(fragments: &mut Vec<Fragment>, words: &str, matched: bool) {
    let mut text = String::with_capacity(words.len());
    for c in words.chars() {
        if !c.is_whitespace() {
            text.push(c);
        } else if !text.ends_with(' ') {
            text.push(' ');
        }
    }
    if text.is_empty() {
        return;
    }
    match fragments.last_mut() {
        Some(last) if last.matched == matched => last.text.push_str(&text),
        _ => fragments.push(Fragment { text, matched }),
    }
}

fn trim(fragments: &mut Vec<Fragment>) {
    if let Some(first) = fragments.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    if let Some(last) = fragments.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
    fragments.retain(|it| !it.text.is_empty());
}

#[cfg(test)]
mod tests {
    use super::{super::words, *};

    fn shown(text: &str, typed: &str) -> String {
        let whole = Span::new(0..text.len());
        let fragments = snippet(text, &[whole], whole, &words::read(typed).wanted);
        let mark = |it: Fragment| if it.matched { format!("[{}]", it.text) } else { it.text };
        fragments.into_iter().map(mark).collect()
    }

    #[test]
    fn exact_words_are_marked_in_every_script() {
        for (text, typed, expected) in [
            ("Ещё три роты\nушли на юг", "рота еще", "[Ещё] три [роты] ушли на юг"),
            ("중국인민지원군은 돌아갔다", "인민지원군", "중국[인민지원군]은 돌아갔다"),
            ("人民軍第三連与人民", "人民军", "[人民軍]第三連与人民"),
            ("one two three", "\"two three\" one", "[one] [two three]"),
            ("one two", "absent", "one two"),
        ] {
            assert_eq!(shown(text, typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_long_text_is_cut_between_words_where_most_is_found() {
        let filler = "слово дело ".repeat(60);
        let text = format!("рота {filler}рота и взвод {filler}");
        let shown = shown(&text, "взвод рота");
        assert!(shown.contains("[рота] и [взвод]"), "{shown}");
        assert!(shown.starts_with('…') && shown.ends_with('…'), "{shown}");
        assert!(
            shown.trim_matches(['…', ' ']).starts_with("слово") || shown.contains("… дело"),
            "{shown}"
        );
        assert!(columns(&shown) < WIDTH + 10, "{shown}");
    }

    #[test]
    fn no_text_makes_it_fail() {
        for text in ["", "軍", "\u{301}", "рота", &"軍".repeat(2000)] {
            for typed in ["", "軍", "軍軍", "рота"] {
                shown(text, typed);
            }
        }
    }
}

//! Rows: aligned pieces of an original and of its translation, in the order of both.

use regesta_model::{AlignedUnit, AlignmentStatus, Span};

/// A row of the text: what the original has and what the translation has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Pieces of the original, white space included.
    pub(crate) original: Vec<Span>,
    /// Pieces of the translation, white space included.
    pub(crate) translation: Vec<Span>,
    /// What the alignment says of it; none where it says nothing.
    pub(crate) status: Option<AlignmentStatus>,
}

/// How much text of one side a row holds at most, in bytes; longer rows go on in the next.
const ROW_BYTES: usize = 4_000;

/// Lays two layers side by side: along the alignment where there is one, else paragraph by paragraph where
/// both have as many, else whole beside whole.
pub(crate) fn parallel(
    text: &str,
    original: &[Span],
    translation: &[Span],
    units: &[AlignedUnit],
) -> Vec<Row> {
    let (original, translation) = (in_order(original), in_order(translation));
    let groups = groups(units, &original, &translation);
    let rows = if groups.is_empty() {
        let left = paragraphs(text, &original);
        let right = paragraphs(text, &translation);
        if left.len() == right.len() {
            left.into_iter()
                .zip(right)
                .map(|(original, translation)| loose(original, translation))
                .collect()
        } else {
            vec![loose(original, translation)]
        }
    } else {
        along(text, &original, &translation, &groups)
    };
    rows.into_iter().flat_map(|it| split(text, it)).collect()
}

/// Lays one layer out alone, paragraph by paragraph.
pub(crate) fn single(text: &str, layer: &[Span]) -> Vec<Row> {
    let rows = paragraphs(text, &in_order(layer));
    rows.into_iter().flat_map(|it| split(text, loose(it, Vec::new()))).collect()
}

fn loose(original: Vec<Span>, translation: Vec<Span>) -> Row {
    Row { original, translation, status: None }
}

/// Pieces by place, none overlapping the one before.
pub(crate) fn in_order(pieces: &[Span]) -> Vec<Span> {
    let mut res: Vec<Span> = pieces.iter().copied().filter(|it| it.start < it.end).collect();
    res.sort_unstable();
    let mut end = 0;
    res.retain_mut(|it| {
        it.start = it.start.max(end);
        end = end.max(it.end);
        it.start < it.end
    });
    res
}

/// What one step of the alignment covers on either side.
#[derive(Clone, Copy, Debug)]
struct Group {
    original: Option<Span>,
    translation: Option<Span>,
}

fn groups(units: &[AlignedUnit], original: &[Span], translation: &[Span]) -> Vec<Group> {
    let hull = |spans: &[Span], layer: &[Span]| {
        let inside =
            spans.iter().filter(|it| !it.is_empty() && layer.iter().any(|l| l.contains(**it)));
        inside.copied().reduce(Span::join)
    };
    let both = units.iter().map(|it| Group {
        original: hull(&it.source, original),
        translation: hull(&it.target, translation),
    });
    let (mut anchored, mut added): (Vec<Group>, Vec<Group>) = both
        .filter(|it| it.original.is_some() || it.translation.is_some())
        .partition(|it| it.original.is_some());
    anchored.sort_by_key(|it| it.original);
    added.sort_by_key(|it| it.translation);
    for group in added.into_iter().rev() {
        let start = group.translation.map_or(0, |it| it.start);
        let before =
            anchored.iter().rposition(|it| it.translation.is_some_and(|t| t.start <= start));
        anchored.insert(before.map_or(0, |it| it + 1), group);
    }
    monotone(anchored)
}

/// Joins groups that cross, so that both sides can be read downwards.
fn monotone(groups: Vec<Group>) -> Vec<Group> {
    let mut res: Vec<Group> = Vec::with_capacity(groups.len());
    for mut group in groups {
        while crosses(&res, &group) {
            let Some(last) = res.pop() else { break };
            group = Group {
                original: join(last.original, group.original),
                translation: join(last.translation, group.translation),
            };
        }
        res.push(group);
    }
    res
}

fn crosses(before: &[Group], group: &Group) -> bool {
    // Groups before are in order already, so the last one with words of a side ends furthest.
    let end = |side: fn(&Group) -> Option<Span>| {
        before.iter().rev().find_map(side).map_or(0, |it| it.end)
    };
    group.original.is_some_and(|it| it.start < end(|it| it.original))
        || group.translation.is_some_and(|it| it.start < end(|it| it.translation))
}

fn join(one: Option<Span>, other: Option<Span>) -> Option<Span> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.join(other)),
        (one, other) => one.or(other),
    }
}

/// Walks both layers along the groups; what lies between groups gets a row of its own, white space goes with the row before.
fn along(text: &str, original: &[Span], translation: &[Span], groups: &[Group]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let (mut left, mut right) = (0, 0);
    let ends = Group {
        original: Some(Span { start: u32::MAX, end: u32::MAX }),
        translation: Some(Span { start: u32::MAX, end: u32::MAX }),
    };
    for group in groups.iter().chain([&ends]) {
        let until = |side: Option<Span>, from: u32| side.map_or(from, |it| it.start);
        let gap = loose(
            between(original, left, until(group.original, left)),
            between(translation, right, until(group.translation, right)),
        );
        between_rows(text, &mut rows, gap);
        let row = Row {
            original: group
                .original
                .map_or_else(Vec::new, |it| between(original, it.start, it.end)),
            translation: group
                .translation
                .map_or_else(Vec::new, |it| between(translation, it.start, it.end)),
            status: Some(match (group.original, group.translation) {
                (Some(_), None) => AlignmentStatus::Omitted,
                (None, Some(_)) => AlignmentStatus::Added,
                _ => AlignmentStatus::Aligned,
            }),
        };
        left = group.original.map_or(left, |it| it.end);
        right = group.translation.map_or(right, |it| it.end);
        if !row.original.is_empty() || !row.translation.is_empty() {
            rows.push(row);
        }
    }
    rows
}

/// White space joins the last row that has words on its side; anything else between groups is a row of its own.
fn between_rows(text: &str, rows: &mut Vec<Row>, gap: Row) {
    let blank = |spans: &[Span]| spans.iter().all(|it| it.of(text).trim().is_empty());
    if rows.is_empty() || !blank(&gap.original) || !blank(&gap.translation) {
        if !gap.original.is_empty() || !gap.translation.is_empty() {
            rows.push(gap);
        }
        return;
    }
    append(rows, gap.original, |it| &mut it.original);
    append(rows, gap.translation, |it| &mut it.translation);
}

fn append(rows: &mut [Row], blank: Vec<Span>, side: fn(&mut Row) -> &mut Vec<Span>) {
    let count = rows.len();
    let with_words = rows.iter_mut().rposition(|it| !side(it).is_empty());
    let at = with_words.unwrap_or(count.saturating_sub(1));
    if let Some(row) = rows.get_mut(at) {
        side(row).extend(blank);
    }
}

/// The pieces of a layer between two places.
fn between(layer: &[Span], from: u32, to: u32) -> Vec<Span> {
    let first = layer.partition_point(|it| it.end <= from);
    layer
        .iter()
        .skip(first)
        .take_while(|it| it.start < to)
        .map(|it| Span { start: it.start.max(from), end: it.end.min(to) })
        .filter(|it| it.start < it.end)
        .collect()
}

/// The paragraphs of a layer, each with the white space after it.
fn paragraphs(text: &str, layer: &[Span]) -> Vec<Vec<Span>> {
    let mut res: Vec<Vec<Span>> = Vec::new();
    for piece in layer {
        let mut start = piece.start as usize;
        let mut at = start;
        let mut ended = false;
        for line in piece.of(text).split_inclusive('\n') {
            let blank = line.trim().is_empty();
            if ended && !blank {
                res.push(vec![Span::new(start..at)]);
                start = at;
                ended = false;
            }
            ended |= blank && !text.get(start..at).unwrap_or_default().trim().is_empty();
            at += line.len();
        }
        if start < at {
            res.push(vec![Span::new(start..at)]);
        }
    }
    res
}

/// Splits a row that is too long for one page into rows that follow each other.
fn split(text: &str, row: Row) -> Vec<Row> {
    let size = |spans: &[Span]| spans.iter().map(|it| it.len()).sum::<usize>();
    if size(&row.original) <= ROW_BYTES && size(&row.translation) <= ROW_BYTES {
        return vec![row];
    }
    let mut left = chunks(text, &row.original).into_iter();
    let mut right = chunks(text, &row.translation).into_iter();
    let mut res = Vec::new();
    loop {
        let (original, translation) = (left.next(), right.next());
        if original.is_none() && translation.is_none() {
            return res;
        }
        let status = row.status.filter(|it| *it == AlignmentStatus::Aligned || res.is_empty());
        res.push(Row {
            original: original.unwrap_or_default(),
            translation: translation.unwrap_or_default(),
            status,
        });
    }
}

/// Cuts pieces into chunks of at most `ROW_BYTES`, at a line, a word or, at worst, a character.
fn chunks(text: &str, pieces: &[Span]) -> Vec<Vec<Span>> {
    let mut res: Vec<Vec<Span>> = Vec::new();
    let mut room = 0;
    for piece in pieces {
        let mut rest = *piece;
        while !rest.is_empty() {
            if room == 0 {
                res.push(Vec::new());
                room = ROW_BYTES;
            }
            let cut = cut_at(rest.of(text), room);
            let (head, tail) = (rest.start + cut, rest.end);
            if let Some(last) = res.last_mut() {
                last.push(Span { start: rest.start, end: head });
            }
            room = if head < tail { 0 } else { room.saturating_sub(rest.len()) };
            rest.start = head;
        }
    }
    res
}

fn cut_at(words: &str, room: usize) -> u32 {
    let cut = if words.len() <= room {
        words.len()
    } else {
        let head = words.get(..words.floor_char_boundary(room)).unwrap_or_default();
        let line = head.rfind('\n').filter(|it| *it > room / 2);
        let space = || head.rfind(' ').filter(|it| *it > room / 2);
        match line.or_else(space) {
            Some(at) => at + 1,
            None if head.is_empty() => words.chars().next().map_or(words.len(), char::len_utf8),
            None => head.len(),
        }
    };
    u32::try_from(cut).unwrap_or(u32::MAX)
}

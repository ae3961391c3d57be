//! Strength returns: counts by rank or formation, with their sum.

mod grid;
mod supplied;
mod table;
mod words;

use regesta_model::{Language, NumberValue, Quantity, Record, Span, StrengthReturn};

use self::words::{Class, Role, Words};
use super::StatementReader;
use crate::{
    Context,
    communications::LineKind,
    passages::{Passage, passages},
};

pub(super) const READER: StatementReader =
    StatementReader { name: "strength-return", page: include_str!("strength_return.md"), read };

/// A run of figures in one sentence or list, by their places among the record's quantities.
struct Run {
    cells: Vec<usize>,
    total: Option<usize>,
    span: Span,
    language: Language,
}

fn read(context: &Context<'_>, record: &mut Record) {
    let keep = |kind: &LineKind| {
        matches!(kind, LineKind::Body | LineKind::Salutation(_) | LineKind::Close)
    };
    let tables = in_tables(context);
    let spans = table_spans(&tables);
    let passages: Vec<Passage> =
        passages(context, keep).into_iter().filter(|it| !is_tabled(&spans, it.span)).collect();
    supply(context, record, &passages, &tables);
    let mut found: Vec<(usize, StrengthReturn)> = Vec::new();
    for (text, table) in tables {
        found.extend(placed(context, &passages, record, &table).map(|it| (text, it)));
    }
    for passage in &passages {
        let Some(words) = words::words(passage.language) else { continue };
        for run in runs_in(context.page.text, passage, words, &record.quantities) {
            found.push((passage.text, returned(&record.quantities, run)));
        }
    }
    let mut texts: Vec<(usize, StrengthReturn)> = Vec::new();
    for (text, found) in found {
        let same = texts.iter_mut().find(|(other, it)| {
            *other != text && it.spans.len() == 1 && agree(&record.quantities, it, &found)
        });
        match same {
            Some((_, it)) => it.spans.extend(found.spans),
            None => texts.push((text, found)),
        }
    }
    record.strength_returns.extend(texts.into_iter().map(|(_, it)| it));
    record.strength_returns.sort_by_key(|it| it.spans.first().copied());
}

fn returned(all: &[Quantity], run: Run) -> StrengthReturn {
    StrengthReturn {
        kind: None,
        sum: sum(all, &run.cells),
        cells: run.cells,
        headings: Vec::new(),
        stated_total: run.total,
        language: run.language,
        spans: vec![run.span],
    }
}

/// The returns that stand in the tables of each text.
fn in_tables(context: &Context<'_>) -> Vec<(usize, table::Found)> {
    let page = context.page;
    let mut res = Vec::new();
    for (text, outline) in context.outlines.iter().enumerate() {
        let tabular = |kind: &LineKind| {
            matches!(kind, LineKind::Body | LineKind::Table | LineKind::Name | LineKind::Close)
        };
        let lines: Vec<usize> =
            outline.kinds.iter().filter(|(_, kind)| tabular(kind)).map(|(at, _)| *at).collect();
        for rows in grid::tables(page, &lines) {
            let Some(first) = rows.first() else { continue };
            let at = page.lines.partition_point(|it| it.span.start < first.span.start);
            let Some(language) = page.lines.get(at).map(|it| it.language) else { continue };
            let Some(words) = words::words(language) else { continue };
            let above = at.checked_sub(1).and_then(|it| page.lines.get(it)).map(|it| it.span);
            let heads = [above, context.title_span()];
            let announced = heads.iter().flatten().any(|it| words.say(Role::Cue, it.of(page.text)));
            let found = table::read(page.text, &rows, language, words, announced);
            res.extend(found.into_iter().map(|it| (text, it)));
        }
    }
    res
}

/// The places of the tables, in order.
fn table_spans(tables: &[(usize, table::Found)]) -> Vec<Span> {
    let mut res: Vec<Span> = tables.iter().map(|(_, it)| it.span).collect();
    res.sort_unstable();
    res
}

/// Says whether words stand in one of the tables, which do not lie in each other.
fn is_tabled(tables: &[Span], span: Span) -> bool {
    let at = tables.partition_point(|it| it.end <= span.start);
    tables.get(at).is_some_and(|it| it.overlaps(span))
}

/// Adds the counts to the record that stand in tables, and those that only the words around them make counts.
fn supply(
    context: &Context<'_>,
    record: &mut Record,
    passages: &[Passage],
    tables: &[(usize, table::Found)],
) {
    let spans = table_spans(tables);
    let inside = |it: &Quantity| it.spans.iter().any(|it| is_tabled(&spans, *it));
    if !tables.is_empty() {
        record.quantities.retain(|it| !inside(it));
    }
    let mut more: Vec<Quantity> = Vec::new();
    for (_, table) in tables {
        more.extend(table.cells.iter().map(|(it, _)| it.clone()).chain(table.total.clone()));
    }
    for passage in passages {
        if let Some(words) = words::words(passage.language) {
            more.extend(supplied::read(context.page, passage, words, &record.quantities));
        }
    }
    if !more.is_empty() {
        record.quantities.extend(more);
        record.quantities.sort_by_key(|it| it.spans.first().copied());
        record.quantities.dedup_by(|a, b| a.spans == b.spans);
    }
}

/// Gives the cells of a table their places among the record's quantities. A total that the words after the table state counts too.
fn placed(
    context: &Context<'_>,
    passages: &[Passage],
    record: &Record,
    table: &table::Found,
) -> Option<StrengthReturn> {
    let all = &record.quantities;
    let place = |it: &Quantity| {
        all.binary_search_by_key(&it.spans.first().copied(), |it| it.spans.first().copied()).ok()
    };
    let cells: Vec<usize> = table.cells.iter().filter_map(|(it, _)| place(it)).collect();
    let stated = table.total.as_ref().and_then(place);
    let stated = stated.or_else(|| said_below(context, passages, all, table, &cells));
    (cells.len() == table.cells.len()).then(|| StrengthReturn {
        kind: table.kind,
        sum: sum(all, &cells),
        headings: table.cells.iter().map(|(_, it)| it.clone()).collect(),
        cells,
        stated_total: stated,
        language: table.language,
        spans: vec![table.span],
    })
}

/// The total that the first words after a table state: `In all 274 men`.
fn said_below(
    context: &Context<'_>,
    passages: &[Passage],
    all: &[Quantity],
    table: &table::Found,
    cells: &[usize],
) -> Option<usize> {
    let next = passages.iter().find(|it| it.span.start >= table.span.end)?;
    let at = all.partition_point(|it| it.spans.first().is_none_or(|it| it.start < next.span.start));
    let figure = span(all, at).filter(|it| next.span.contains(*it))?;
    let before = Span { start: next.span.start, end: figure.end }.of(context.page.text);
    let words = words::words(next.language)?;
    (before.len() < 60 && words.say(Role::Total, before) && is_near(all, at, cells)).then_some(at)
}

/// Says whether two returns give the same figures of the same things: an original and its translation.
fn agree(all: &[Quantity], a: &StrengthReturn, b: &StrengthReturn) -> bool {
    let figures = |it: &StrengthReturn| -> Vec<(NumberValue, Option<Class>)> {
        let places = it.cells.iter().chain(&it.stated_total);
        places.filter_map(|at| all.get(*at)).map(|it| (it.value, words::class(&it.unit))).collect()
    };
    a.language != b.language && a.kind == b.kind && figures(a) == figures(b)
}

/// The figures added up, where all are whole numbers of persons or all of one unit.
fn sum(all: &[Quantity], cells: &[usize]) -> Option<i64> {
    let cells: Vec<&Quantity> = cells.iter().filter_map(|it| all.get(*it)).collect();
    let first = cells.first()?;
    let person = |it: &&Quantity| words::class(&it.unit) == Some(Class::Person);
    if !cells.iter().all(person) && cells.iter().any(|it| it.unit != first.unit) {
        return None;
    }
    let whole = cells.iter().map(|it| match it.value {
        NumberValue::Whole(value) if it.comparator.is_none() => Some(value),
        _ => None,
    });
    whole.sum()
}

/// The runs of figures in a passage.
fn runs_in(text: &str, passage: &Passage, words: &Words, all: &[Quantity]) -> Vec<Run> {
    let start = |it: &Quantity| it.spans.first().map_or(u32::MAX, |it| it.start);
    let from = all.partition_point(|it| start(it) < passage.span.start);
    let to = all.partition_point(|it| start(it) < passage.span.end);
    let countable: Vec<usize> =
        (from..to).filter(|at| all.get(*at).is_some_and(is_countable)).collect();
    let joined = |a: &usize, b: &usize| {
        let (Some(a), Some(b)) = (span(all, *a), span(all, *b)) else { return false };
        let between = Span { start: a.end, end: b.start.max(a.end) };
        is_joint(between.of(text), words)
    };
    let chunks = countable.chunk_by(joined);
    chunks.filter_map(|chunk| run(text, passage, words, all, chunk)).collect()
}

fn span(all: &[Quantity], at: usize) -> Option<Span> {
    all.get(at)?.spans.first().copied()
}

fn is_countable(it: &Quantity) -> bool {
    words::class(&it.unit).is_some() && !matches!(it.value, NumberValue::Fraction(..))
}

/// Says whether words between two figures only join them: a comma or a word such as `and`, beside few others.
fn is_joint(between: &str, words: &Words) -> bool {
    if between.contains("\n\n") || between.contains(['。', '!', '?', '！', '？', '“', '"', '«'])
    {
        return false;
    }
    let ends = between.char_indices().any(|(at, _)| is_end(between, at));
    let part = words.say(Role::Part, between) || words.say(Role::Total, between);
    let separated = between.contains([',', ';', '、', '，', '；', '/', '+', '\n'])
        || words.say(Role::Join, between)
        || part;
    let bare = words.of(Role::Part).replace_all(between, " ");
    let foreign = words.say(Role::Other, &bare) || bare.contains(|it: char| it.is_ascii_digit());
    separated && !ends && !foreign && wordiness(&bare, words) <= MOST_WORDS
}

/// How many words stand between two figures that may be joined; characters without gaps count as a third of a word.
const MOST_WORDS: usize = 5;

/// Counts the words that are more than joints; small ones are not counted.
fn wordiness(between: &str, words: &Words) -> usize {
    let dense = |it: &char| matches!(*it as u32, 0x3400..=0x9fff | 0xac00..=0xd7af);
    let characters = between.chars().filter(dense).count();
    let bare = words.of(Role::Join).replace_all(between, " ");
    let long = bare.split_whitespace().filter(|it| {
        !it.contains(|it| dense(&it)) && it.chars().filter(|it| it.is_alphabetic()).count() > 3
    });
    long.count() + characters.div_ceil(3)
}

/// Makes a return of a run of figures, where it is one: three figures, or two where the words say that they give a strength.
fn run(
    text: &str,
    passage: &Passage,
    words: &Words,
    all: &[Quantity],
    chunk: &[usize],
) -> Option<Run> {
    let spans: Vec<Span> = chunk.iter().filter_map(|it| span(all, *it)).collect();
    let sentence = sentence(text, passage.span, *spans.first()?, *spans.last()?);
    if words.say(Role::Norm, sentence.of(text)) {
        return None;
    }
    let (mut cells, mut total) = (chunk.to_vec(), None);
    for (place, opens) in totals(text, words, sentence, &spans) {
        let Some(at) = chunk.get(place).copied() else { continue };
        let others: Vec<usize> = chunk.iter().copied().filter(|it| *it != at).collect();
        let near = is_near(all, at, &others);
        if total.is_none() && others.len() > 1 && (near || !opens && of_one_class(all, chunk)) {
            total = Some(at);
            cells = others;
        }
    }
    let opened = spans.first().zip(spans.get(1)).is_some_and(|(first, second)| {
        let between = Span { start: first.end, end: second.start.max(first.end) };
        words.say(Role::Part, between.of(text))
    });
    let whole = opened && total.is_none();
    cells.drain(..usize::from(whole));
    let before = Span { start: sentence.start, end: spans.last()?.end };
    let least = match () {
        () if total.is_some() => 2,
        () if chunk.len() == 2 && !is_close(text, &spans, words) => 3,
        () if words.say(Role::Cue, before.of(text)) => 2,
        () => 3,
    };
    let span = spans.iter().skip(usize::from(whole)).copied().reduce(Span::join)?;
    (cells.len() >= least).then_some(Run { cells, total, span, language: passage.language })
}

/// Says whether two figures follow each other with hardly a word between them: `3 battalions and 12 companies`.
fn is_close(text: &str, spans: &[Span], words: &Words) -> bool {
    spans.windows(2).all(|it| match it {
        [a, b] => {
            let between = Span { start: a.end, end: b.start.max(a.end) };
            wordiness(between.of(text), words) < 2
        }
        _ => false,
    })
}

/// Figures that the words call a total: their places, and whether the parts come after. Words before the first figure may
/// speak of all that follows, so such a total has to be near the sum of its parts.
fn totals(text: &str, words: &Words, sentence: Span, spans: &[Span]) -> Vec<(usize, bool)> {
    let mut res = Vec::new();
    let [first, second, ..] = spans else { return res };
    let between = |start: u32, end: u32| Span { start, end: end.max(start) }.of(text);
    let opened = words.say(Role::Part, between(first.end, second.start));
    if opened || words.say(Role::Total, between(sentence.start, first.start)) {
        res.push((0, true));
    }
    if let [.., before, last] = spans {
        let after = between(last.end, sentence.end);
        let after: String = after.chars().take(20).collect();
        let named = words.say(Role::Total, between(before.end, last.start));
        if named || words.say(Role::Total, &after) {
            res.push((spans.len() - 1, false));
        }
    }
    res
}

/// Says whether a total is within a fifth of the sum of its parts: a slip of the pen is, a mere share of it is not.
fn is_near(all: &[Quantity], total: usize, parts: &[usize]) -> bool {
    let Some(NumberValue::Whole(total)) = all.get(total).map(|it| it.value) else { return false };
    let sum = sum(all, parts).unwrap_or_default();
    sum > 0 && (total - sum).abs() <= total.abs() / 5
}

fn of_one_class(all: &[Quantity], cells: &[usize]) -> bool {
    let mut classes = cells.iter().filter_map(|it| words::class(&all.get(*it)?.unit));
    let first = classes.next();
    classes.all(|it| Some(it) == first)
}

/// The sentence that holds two figures, within its passage.
fn sentence(text: &str, passage: Span, first: Span, last: Span) -> Span {
    let before = Span { start: passage.start, end: first.start }.of(text);
    let after = Span { start: last.end, end: passage.end.max(last.end) }.of(text);
    let start = before.char_indices().rfind(|(at, _)| is_end(before, *at));
    let end = after.char_indices().find(|(at, _)| is_end(after, *at));
    Span {
        start: start.map_or(passage.start, |(at, it)| passage.start + (at + it.len_utf8()) as u32),
        end: end.map_or(passage.end.max(last.end), |(at, _)| last.end + at as u32),
    }
}

/// Says whether a sentence ends with the character at a place.
fn is_end(words: &str, at: usize) -> bool {
    let Some(rest) = words.get(at..) else { return false };
    let mut letters = rest.chars();
    match letters.next() {
        Some('。' | '!' | '?' | '！' | '？') => true,
        Some('.') => {
            let next = letters.as_str().trim_start().chars().next();
            next.is_none_or(|it| !it.is_lowercase() && !it.is_ascii_digit() && !",;".contains(it))
        }
        _ => false,
    }
}

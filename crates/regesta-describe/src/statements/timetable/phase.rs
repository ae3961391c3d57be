//! Reads one phase of a timetable: when, what, and what has to come first.

use regesta_model::{Cited, Phase, Span, Timetable};

use super::{
    items::Item,
    words::{self, Words},
};
use crate::{Context, page::Line};

/// The first date in a span that can be read, or that states an impossible day: its EDTF, empty where there is no such day, and its words.
pub(super) fn dated(context: &Context<'_>, span: Span) -> Option<(String, Span)> {
    let page = context.page;
    page.dates_on(span).find_map(|at| {
        let date = page.dates.get(at)?;
        let edtf = context.chronology.edtf(at);
        let said = edtf.is_some() || date.found.impossible.is_some();
        let relative = date.found.is_relative();
        (said && !relative).then(|| (edtf.unwrap_or_default().to_owned(), date.span))
    })
}

/// Reads a point of a list as a phase; `None` where it is only a number.
pub(super) fn read(context: &Context<'_>, words: &Words, item: &Item) -> Option<Phase> {
    let text = context.page.text;
    let date = dated(context, item.body);
    let mut action = without_end(text, item.body);
    let mut condition = None;
    if let Some((_, span)) = &date {
        let before = Span { start: action.start, end: span.start.max(action.start) };
        let leads = before.of(text).split_whitespace().count() <= 5;
        let after = Span { start: span.end.min(action.end), end: action.end };
        let rest = after.of(text).trim_start();
        if leads && rest.starts_with([',', ':', '，', '：', '-', '–', '—', '、'])
            || before.of(text).trim().is_empty()
        {
            action = after_marks(text, after);
        }
    }
    if words.condition.is_match(action.of(text))
        && let Some(comma) = action.of(text).find([',', '，'])
    {
        let clause = Span { start: action.start, end: action.start + comma as u32 };
        condition = cited(text, clause);
        action = after_marks(text, Span { start: clause.end, end: action.end });
    } else if let Some(found) = words.condition_after.find(action.of(text)) {
        let start = action.start + found.start() as u32;
        let clause = after_marks(text, Span { start, end: action.end });
        let short = clause.of(text).find(['.', '。', ';', '；']).is_none();
        if short && start > action.start {
            condition = cited(text, clause);
            action = Span { start: action.start, end: start }.trimmed(text);
        }
    }
    let edtf = date.map(|(edtf, _)| edtf).filter(|it| !it.is_empty());
    let action = cited(text, action).or_else(|| cited(text, item.body))?;
    Some(Phase { number: item.number.clone(), edtf, action, condition })
}

fn cited(text: &str, span: Span) -> Option<Cited<String>> {
    let value = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    (!value.is_empty()).then(|| Cited::new(value, span))
}

fn without_end(text: &str, span: Span) -> Span {
    let words = span.of(text).trim_end_matches(['.', ';', '。', '；', ' ', '\n']);
    Span { start: span.start, end: span.start + words.len() as u32 }
}

fn after_marks(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let marks = |it: char| it.is_whitespace() || ",:，：-–—、".contains(it);
    let kept = words.trim_start_matches(marks);
    Span { start: span.start + (words.len() - kept.len()) as u32, end: span.end }.trimmed(text)
}

/// Reads a table of which a column has dates, under a heading or title that says that it is a plan.
pub(super) fn table(context: &Context<'_>, rows: &[usize]) -> Option<Timetable> {
    let page = context.page;
    let lines: Vec<_> = rows.iter().filter_map(|it| page.lines.get(*it)).collect();
    let lines: Vec<_> = lines.into_iter().filter(|it| it.cells.len() > 1).collect();
    let first = lines.first()?;
    let words = words::words(first.language)?;
    let when = date_column(context, &lines)?;
    let conditions = lines.first()?.cells.iter().position(|it| {
        let head = it.of(page.text);
        words.condition_heading.is_match(head) && page.dates_in(*it).is_empty()
    });
    let above = rows.first()?.checked_sub(1).and_then(|it| page.lines.get(it));
    let heads = [above.map(|it| it.span), context.title_span(), Some(first.span)];
    let said =
        |it: &Span| words.plan.is_match(it.of(page.text)) || words.stage.is_match(it.of(page.text));
    if !heads.iter().flatten().any(said) {
        return None;
    }
    let mut phases = Vec::new();
    let mut span: Option<Span> = None;
    for line in &lines {
        let Some((edtf, _)) = line.cells.get(when).and_then(|it| dated(context, *it)) else {
            continue;
        };
        let letters = |it: &Span| it.of(page.text).chars().filter(|it| it.is_alphabetic()).count();
        let apart = |at: usize| at == when || Some(at) == conditions;
        let others = line.cells.iter().enumerate().filter(|(at, _)| !apart(*at)).map(|(_, it)| *it);
        let action = others.clone().max_by_key(letters).filter(|it| letters(it) > 2)?;
        let number = others.clone().find(|it| {
            let words = it.of(page.text).trim_end_matches(['.', ')']);
            !words.is_empty() && words.len() < 5 && words.chars().all(char::is_alphanumeric)
        });
        let condition = conditions.and_then(|at| cited(page.text, *line.cells.get(at)?));
        phases.push(Phase {
            number: number.map(|it| it.of(page.text).trim_end_matches(['.', ')']).to_owned()),
            edtf: Some(edtf).filter(|it| !it.is_empty()),
            action: cited(page.text, action)?,
            condition,
        });
        span = Some(span.map_or(line.span, |it| it.join(line.span)));
    }
    let enough = phases.len() > 1;
    let (spans, language) = (vec![span.filter(|_| enough)?], first.language);
    Some(Timetable { is_in_order: super::in_order(&phases), phases, language, spans })
}

/// The column of which most rows hold a date and little else.
fn date_column(context: &Context<'_>, lines: &[&Line]) -> Option<usize> {
    const OTHERS: usize = 24;
    let page = context.page;
    let is_date = |cell: &Span| {
        let dated: usize =
            page.dates_in(*cell).iter().map(|it| it.span.of(page.text).chars().count()).sum();
        dated > 0 && cell.of(page.text).chars().count() <= dated + OTHERS
    };
    let width = lines.iter().map(|it| it.cells.len()).max()?;
    let rows = |at: usize| lines.iter().filter(|it| it.cells.get(at).is_some_and(is_date)).count();
    (0..width).rev().max_by_key(|at| rows(*at)).filter(|at| rows(*at) * 2 >= lines.len())
}

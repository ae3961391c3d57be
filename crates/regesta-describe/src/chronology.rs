//! Gives every date of the page its EDTF form: a missing year comes from the nearest dated words of the same communication.

use std::{cmp::Reverse, collections::HashMap, sync::LazyLock};

use regesta_lang::dates::Anchor;
use regesta_model::{DateBasis, Span};
use regex::Regex;

use crate::{
    communications::Outline,
    page::Page,
    stretches::Stretches,
    zones::{Zone, Zones},
};

/// The dates of a page as EDTF, in the order of `Page::dates`.
pub(crate) struct Chronology {
    resolved: Vec<Option<(String, DateBasis)>>,
    /// Days that stand written out, by their month and day (`-12-16`): the first with each.
    days: HashMap<String, String>,
}

impl Chronology {
    /// Resolves the dates of a page.
    pub(crate) fn new(page: &Page<'_>, zones: &Zones, outlines: &[Outline]) -> Self {
        let complete = page
            .dates
            .iter()
            .map(|it| if it.found.incomplete { None } else { it.found.edtf(None) });
        let mut res = Chronology { resolved: complete.collect(), days: HashMap::new() };
        let catalogue = res.catalogue_anchor(page, zones);
        for outline in outlines {
            for draft in &outline.drafts {
                if let Some(date) = draft.date {
                    res.resolve(page, date, catalogue);
                }
            }
        }
        for (edtf, _) in res.resolved.iter().flatten() {
            if let Some(day) = edtf.get(4..).filter(|it| it.len() == 6 && it.starts_with('-')) {
                res.days.entry(day.to_owned()).or_insert_with(|| edtf.clone());
            }
        }
        let lettered = Stretches::new(res.letter_anchors(page, outlines));
        let formed = res.form_spans(page, outlines);
        let mut last: Option<Anchor> = None;
        for at in 0..page.dates.len() {
            let date = &page.dates[at];
            last = res.stated(page, at.wrapping_sub(1)).or(last);
            if res.resolved[at].is_some() || !date.found.incomplete {
                continue;
            }
            let on_form = formed
                .binary_search_by(|(line, _)| place(*line, date.span))
                .ok()
                .and_then(|it| formed[it].1);
            let inside = lettered.around(date.span).max_by_key(|(span, _)| Reverse(span.len()));
            let around = on_form.or(inside.map(|(_, anchor)| anchor)).or(catalogue).or(last);
            res.resolved[at] = res.reading(page, at, around);
        }
        res
    }

    /// The day a date states; `two years ago` tells nothing of the year in which the words around it stand.
    fn stated(&self, page: &Page<'_>, date: usize) -> Option<Anchor> {
        let found = &page.dates.get(date)?.found;
        let relative = found.incomplete && found.unspecified().is_none();
        (!relative).then(|| self.edtf(date).and_then(Anchor::of_edtf)).flatten()
    }

    /// Returns the EDTF of a date by its place in `Page::dates`.
    pub(crate) fn edtf(&self, date: usize) -> Option<&str> {
        self.resolved.get(date)?.as_ref().map(|(edtf, _)| edtf.as_str())
    }

    /// Returns what the reading of a date rests on.
    pub(crate) fn basis(&self, date: usize) -> DateBasis {
        self.resolved
            .get(date)
            .and_then(|it| it.as_ref())
            .map_or(DateBasis::Text, |(_, basis)| *basis)
    }

    /// Returns the place and EDTF of the date that starts where this span starts.
    pub(crate) fn at(&self, page: &Page<'_>, span: Span) -> Option<(usize, &str)> {
        let at = page.dates.binary_search_by_key(&span.start, |it| it.span.start).ok()?;
        Some((at, self.edtf(at)?))
    }

    fn resolve(&mut self, page: &Page<'_>, span: Span, anchor: Option<Anchor>) {
        if let Ok(at) = page.dates.binary_search_by_key(&span.start, |it| it.span.start)
            && self.resolved[at].is_none()
        {
            self.resolved[at] = page.dates[at].found.edtf(anchor);
        }
    }

    /// The date of the catalogue, or of the first title that names one.
    fn catalogue_anchor(&self, page: &Page<'_>, zones: &Zones) -> Option<Anchor> {
        let zones_of = [
            Zone::CatalogueDate,
            Zone::PrintedDate,
            Zone::Value("date.catalogue"),
            Zone::Label,
            Zone::Title,
        ];
        zones_of.into_iter().find_map(|zone| {
            zones.lines(zone).find_map(|line| {
                let span = page.lines[line].span;
                let uploaded = zones
                    .labelled
                    .iter()
                    .any(|it| it.names == "date.uploaded" && it.lines.contains(&line));
                let mut dates = page.dates_on(span).filter(|_| !uploaded);
                dates.find_map(|it| Anchor::of_edtf(self.edtf(it)?))
            })
        })
    }

    /// The words of each communication with the date it was written.
    fn letter_anchors(&self, page: &Page<'_>, outlines: &[Outline]) -> Vec<(Span, Anchor)> {
        let mut res = Vec::new();
        for outline in outlines {
            for draft in &outline.drafts {
                let date =
                    draft.date.or_else(|| self.announced_date(page, draft.announced?, outline));
                let anchor = date.and_then(|it| Anchor::of_edtf(self.at(page, it)?.1));
                let whole = draft.pieces.iter().copied().reduce(Span::join);
                res.extend(whole.zip(anchor));
            }
        }
        res
    }

    /// The date in the words that announce an enclosed communication, unless it is the enclosing one's own.
    pub(crate) fn announced_date(
        &self,
        page: &Page<'_>,
        announced: Span,
        outline: &Outline,
    ) -> Option<Span> {
        let own = |span: Span| outline.drafts.iter().any(|it| it.date == Some(span));
        let dates = page.dates_in(announced).iter().rev();
        dates.map(|it| it.span).find(|it| !own(*it) && self.at(page, *it).is_some())
    }

    /// Lines of forms and processing blocks, with the date that stands complete among them or under the letter.
    fn form_spans(&self, page: &Page<'_>, outlines: &[Outline]) -> Vec<(Span, Option<Anchor>)> {
        let mut res = Vec::new();
        for outline in outlines {
            let lines: Vec<Span> = outline
                .form
                .iter()
                .chain(&outline.processing)
                .filter_map(|it| Some(page.lines.get(*it)?.span))
                .collect();
            let complete = lines.iter().flat_map(|line| page.dates_on(*line));
            let stated = complete.into_iter().find_map(|it| Anchor::of_edtf(self.edtf(it)?));
            let written =
                outline.drafts.iter().find_map(|it| Anchor::of_edtf(self.at(page, it.date?)?.1));
            res.extend(lines.into_iter().map(|line| (line, stated.or(written))));
        }
        res.sort_unstable_by_key(|(line, _)| *line);
        res
    }

    /// Reads a date that needs an anchor: the same day written out elsewhere speaks first, and a letter that is answered lies in the past.
    fn reading(
        &self,
        page: &Page<'_>,
        at: usize,
        anchor: Option<Anchor>,
    ) -> Option<(String, DateBasis)> {
        let date = &page.dates[at];
        let unspecified = date.found.unspecified();
        let day = unspecified.as_deref().and_then(|it| it.strip_prefix("XXXX"));
        if let Some(same) = day.and_then(|it| self.days.get(it)) {
            return Some((same.clone(), DateBasis::Inferred));
        }
        let anchor = anchor?;
        let reading = date.found.edtf(Some(anchor))?;
        let later = Anchor::of_edtf(&reading.0).is_some_and(|it| it > anchor && it.day.is_some());
        if later && is_cited(page.text, date.span) {
            return date.found.edtf(Some(Anchor { year: anchor.year - 1, ..anchor }));
        }
        Some(reading)
    }
}

/// Where a line stands to a date: before it, after it, or around it.
fn place(line: Span, date: Span) -> std::cmp::Ordering {
    use std::cmp::Ordering;
    match () {
        () if line.end <= date.start => Ordering::Less,
        () if line.start > date.start => Ordering::Greater,
        () => Ordering::Equal,
    }
}

/// Says whether a date is that of another document the text speaks of: `your letter of`, `телеграмма от`.
fn is_cited(text: &str, span: Span) -> bool {
    static CITES: LazyLock<Regex> = LazyLock::new(|| {
        crate::patterns::compile(
            r"(?:(?:letter|telegram|cable|message|report|note|memorandum|despatch|dispatch|order|instruction|circular)s?[^.;\n]{0,40}\b(?:of|dated|from)\s+(?:the\s+)?|(?:письм|телеграмм|шифровк|донесени|записк|приказ|указани|отношени)\p{L}*[^.;\n]{0,30}\sот\s+|(?:^|[\s(\[«\x22])(?:dated|от)\s+|(?:전보|서한|편지|보고)[^.\n]{0,10})$",
        )
    });
    static CITED_AFTER: LazyLock<Regex> = LazyLock::new(|| {
        crate::patterns::compile(
            r"^\s*(?:的?(?:来电|来信|去电|电报|来函|电|信)|자(?:\s|로)?[^.\n]{0,8}(?:전보|서한|편지)|일자)",
        )
    });
    let mut from = (span.start as usize).saturating_sub(120);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = &text[from..span.start as usize];
    let after = text.get(span.end as usize..).unwrap_or_default();
    let mut to = after.len().min(60);
    while !after.is_char_boundary(to) {
        to -= 1;
    }
    (may_cite(before) && CITES.is_match(before))
        || (may_be_cited(&after[..to]) && CITED_AFTER.is_match(&after[..to]))
}

/// Words without which `CITES` does not match; looking for them is quicker.
fn may_cite(before: &str) -> bool {
    let bare = before.trim_end();
    let tail: String = bare.chars().rev().take(5).flat_map(char::to_lowercase).collect();
    let joined = ["fo", "detad", "morf", "eht", "то"].iter().any(|it| tail.starts_with(it));
    joined && bare.len() < before.len()
        || ["전보", "서한", "편지", "보고"].iter().any(|it| before.contains(it))
}

/// Characters without which `CITED_AFTER` does not match.
fn may_be_cited(after: &str) -> bool {
    after.trim_start().starts_with(['的', '来', '去', '电', '信', '자', '일'])
}

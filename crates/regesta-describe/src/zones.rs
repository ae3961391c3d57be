//! Divides a page into its catalogue, its furniture and the text of the document, line by line.

use std::ops::Range;

use regesta_lang::references;
use regesta_model::{Reference, Span};

use crate::{
    content, furniture, heads, heads::Sheet, labels, labels::Labelled, page::Page, titles,
    vocabulary,
};

/// What a line of the page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zone {
    /// Navigation, tools, imprint.
    Furniture,
    /// Title or metadata of the page's head.
    Head,
    /// A label of the catalogue, with or without its value on the same line.
    Label,
    /// The value of a label on the line or lines before it; what the label names.
    Value(&'static str),
    /// The catalogue's date.
    CatalogueDate,
    /// A date printed under the title, in brackets: the edition's date of the document.
    PrintedDate,
    /// The title.
    Title,
    /// Who paid for it.
    Funding,
    /// Where it lies, who obtained and translated it.
    SourceNote,
    /// Rights, and whom to ask about them.
    Rights,
    /// The digest, where no label says so.
    Summary,
    /// Another value of the catalogue.
    Other,
    /// The document.
    Text,
}

/// How many labels make a catalogue of a page whose words are misread.
const SURE_LABELS: usize = 4;

/// A page divided.
pub(crate) struct Zones {
    /// The zone of each line.
    pub(crate) of: Vec<Zone>,
    /// Labels with their values.
    pub(crate) labelled: Vec<Labelled>,
    /// Archival references outside furniture, in reading order.
    pub(crate) references: Vec<Reference>,
    /// The words of the references, in order.
    pub(crate) cited: Vec<Span>,
    /// Whether the page has a catalogue's words around the document.
    pub(crate) has_catalogue: bool,
    /// Whether the page is a damaged reading of a scan.
    pub(crate) damaged: bool,
    /// The sheet an office has laid before the paper.
    pub(crate) sheet: Option<Sheet>,
}

impl Zones {
    /// Divides a page.
    pub(crate) fn new(page: &Page<'_>) -> Self {
        let count = page.lines.len();
        let damaged = heads::is_damaged(page);
        let mut of = vec![Zone::Text; count];
        for (zone, (at, line)) in of.iter_mut().zip(page.lines.iter().enumerate()) {
            if line.marks.head {
                *zone = Zone::Head;
            } else if line.marks.divider {
                *zone = Zone::Other;
            } else if line.marks.furniture
                || !damaged
                    && furniture::is_furniture(line, page.words(at))
                    && vocabulary::label(page.words(at)).is_none()
            {
                *zone = Zone::Furniture;
            }
        }
        let sheet = heads::find_sheet(page);
        let labelled = heads::with_sheet(labels::find(page, &of), sheet.as_ref());
        let references = find_references(page, &of, &labelled);
        let mut cited: Vec<Span> = references.iter().flat_map(|it| it.spans.clone()).collect();
        cited.sort_unstable();
        let mut zones =
            Zones { of, labelled, references, cited, has_catalogue: false, damaged, sheet };
        let labels = zones.labelled.iter().filter(|it| it.is_catalogue()).count();
        zones.has_catalogue = match damaged {
            true => zones.sheet.is_some() || labels >= SURE_LABELS,
            false => {
                zones.of.contains(&Zone::Furniture)
                    || zones.of.contains(&Zone::Head)
                    || labels > 0
                    || zones.credits_at_edges(page)
            }
        };
        let title = titles::find(page, &zones.of, &zones.labelled, zones.has_catalogue)
            .filter(|_| zones.sheet.is_none() && !damaged);
        let start = zones.read_head(page, title).max(zones.mark_sheet());
        let end = zones.read_tail(page, start);
        zones.mark_labels(page, start, end);
        zones.restore_lone_words(page, start, end);
        zones.read_digest_above(page, start);
        zones.read_digest_below(page, start, end);
        zones
    }

    /// Says whether the first or last lines credit who paid for the page or state rights, which only a catalogue does.
    fn credits_at_edges(&self, page: &Page<'_>) -> bool {
        const EDGE: usize = 12;
        let count = page.lines.len();
        let edges =
            (0..count.min(EDGE)).chain(count.saturating_sub(EDGE).max(EDGE.min(count))..count);
        let credits = |at: usize| {
            matches!(self.content_zone(page, at..at + 1), Some(Zone::Funding | Zone::Rights))
        };
        edges.into_iter().any(credits)
    }

    /// Returns the lines of a zone, in order.
    pub(crate) fn lines(&self, zone: Zone) -> impl Iterator<Item = usize> {
        self.of.iter().enumerate().filter(move |(_, it)| **it == zone).map(|(at, _)| at)
    }

    /// Returns the span from the first to the last line of a zone's first run.
    pub(crate) fn first_run(&self, page: &Page<'_>, zone: Zone) -> Option<Span> {
        let first = self.lines(zone).next()?;
        let last = self.of[first..].iter().take_while(|it| **it == zone).count();
        Some(page.span_of(first..first + last))
    }

    pub(crate) fn label_at(&self, line: usize) -> Option<&Labelled> {
        let after = self.labelled.partition_point(|it| it.lines.start <= line);
        self.labelled[..after].last().filter(|it| it.lines.contains(&line))
    }

    /// Reads from the top down to the first line of the document and returns that line.
    fn read_head(&mut self, page: &Page<'_>, title: Option<Range<usize>>) -> usize {
        let mut at = 0;
        let title_at = title.as_ref().map_or(usize::MAX, |it| it.start);
        while at < self.of.len() {
            if let Some(title) = title.as_ref().filter(|it| it.contains(&at)) {
                self.of[title.clone()].fill(Zone::Title);
                at = title.end;
                continue;
            }
            let next = match self.catalogue_zone(page, at, title_at) {
                Some((zone, lines)) => {
                    if zone != Zone::Label {
                        self.of[lines.clone()].fill(zone);
                    }
                    lines.end
                }
                None if page.lines[at].repeated
                    && self.of[at + 1..].first() == Some(&Zone::Furniture) =>
                {
                    self.of[at] = Zone::Furniture;
                    at + 1
                }
                None if self.leads_in(page, at, title_at) => {
                    self.of[at] = Zone::Furniture;
                    at + 1
                }
                None => break,
            };
            at = next.max(at + 1);
        }
        at
    }

    /// Says whether a line that says nothing of itself leads to the catalogue: above the title, above its labels, or furniture by its repetition.
    fn leads_in(&self, page: &Page<'_>, at: usize, title_at: usize) -> bool {
        let repeated = page.lines[at].repeated && self.of.get(at + 1) == Some(&Zone::Furniture);
        let above_title = self.has_catalogue && at < title_at && title_at != usize::MAX;
        above_title || repeated || self.before_labels(page, at)
    }

    /// Says whether short lines lead from here to a label of the catalogue: the name of the site, a caption over the table.
    fn before_labels(&self, page: &Page<'_>, at: usize) -> bool {
        const REACH: usize = 12;
        let Some(label) =
            self.labelled.iter().find(|it| it.is_catalogue()).filter(|it| it.label_line > at)
        else {
            return false;
        };
        label.label_line - at <= REACH
            && (at..label.label_line).all(|it| {
                self.of[it] != Zone::Text
                    || is_caption(page.words(it))
                    || self.label_at(it).is_some()
            })
    }

    /// The zone of a line that is no document text, with the lines it takes along.
    fn catalogue_zone(
        &self,
        page: &Page<'_>,
        at: usize,
        title_at: usize,
    ) -> Option<(Zone, Range<usize>)> {
        let here = at..at + 1;
        if matches!(self.of[at], Zone::Furniture | Zone::Head) || page.lines[at].marks.divider {
            return Some((self.of[at], here));
        }
        if !self.has_catalogue {
            return None;
        }
        if let Some(labelled) = self.label_at(at) {
            if labelled.opens_text() {
                return labelled.is_lone().then_some((Zone::Label, here));
            }
            let catalogue = self.labelled.iter().any(Labelled::is_catalogue);
            return catalogue.then_some((Zone::Label, labelled.lines.clone()));
        }
        let paragraph = page.paragraph_of(at);
        let span = page.lines[at].span;
        if page.is_date_line(span) {
            let bracketed = page.words(at).starts_with(['(', '（', '[']);
            let zone =
                if title_at < at && bracketed { Zone::PrintedDate } else { Zone::CatalogueDate };
            let dated =
                self.of.contains(&Zone::CatalogueDate) || self.of.contains(&Zone::PrintedDate);
            return (!dated).then_some((zone, here));
        }
        Some((self.content_zone(page, paragraph.clone())?, at..paragraph.end))
    }

    /// Reads from the bottom up to the last line of the document and returns the line after it.
    fn read_tail(&mut self, page: &Page<'_>, start: usize) -> usize {
        let mut end = self.of.len();
        while end > start {
            let paragraph = page.paragraph_of(end - 1);
            let at = paragraph.start.max(start);
            let Some(zone) = self.tail_zone(page, at, end) else { break };
            for line in at..end {
                if self.of[line] == Zone::Text {
                    self.of[line] = zone;
                }
            }
            end = at;
        }
        end
    }

    fn tail_zone(&self, page: &Page<'_>, at: usize, end: usize) -> Option<Zone> {
        let lines = at..end;
        if lines.clone().all(|it| matches!(self.of[it], Zone::Furniture | Zone::Head)) {
            return Some(Zone::Furniture);
        }
        if lines.clone().all(|it| is_notice(page, it)) {
            return Some(if page.source.text_is_file { Zone::Other } else { Zone::Furniture });
        }
        if !self.has_catalogue {
            let credits = end - at == 1
                && page.words(at).len() < content::LONGEST_NOTE
                && content::credits(page.words(at));
            return credits.then_some(Zone::SourceNote);
        }
        let labelled = |it: usize| self.label_at(it).is_some_and(|label| !label.opens_text());
        let catalogue = self.labelled.iter().any(Labelled::is_catalogue);
        if catalogue && lines.clone().all(|it| labelled(it) || self.of[it] == Zone::Furniture) {
            return Some(Zone::Label);
        }
        if let Some(zone) = self.content_zone(page, lines.clone()) {
            return Some(zone);
        }
        if self.is_list_of_links(page, at, end) {
            return Some(Zone::Furniture);
        }
        let after_empty_label = at.checked_sub(1).and_then(|it| self.label_at(it));
        let left_over = after_empty_label.is_some_and(|it| it.value.is_none() && it.is_catalogue());
        if left_over && end - at == 1 && is_caption(page.words(at)) {
            return Some(if self.names_funder(page, page.words(at)) {
                Zone::Funding
            } else {
                Zone::Other
            });
        }
        if self.between_labels(page, at, end) {
            return Some(Zone::Other);
        }
        let words = page.span_of(lines).of(page.text);
        let repeats_funder = end - at == 1 && self.names_funder(page, words);
        repeats_funder.then_some(Zone::Funding)
    }

    /// Inside the text a lone line of furniture's words (`Home`, `Events / News`) is the document's: furniture there comes in menus, repeats, or is marked.
    fn restore_lone_words(&mut self, page: &Page<'_>, start: usize, end: usize) {
        for at in start..end {
            if self.of[at] != Zone::Furniture {
                continue;
            }
            let line = &page.lines[at];
            let menu = furniture::is_menu(page.words(at));
            let beside =
                |it: Option<usize>| it.and_then(|it| self.of.get(it)) == Some(&Zone::Furniture);
            let lone = !beside(at.checked_sub(1)) && !beside(Some(at + 1));
            if lone && !menu && !line.repeated && !line.marks.furniture {
                self.of[at] = Zone::Text;
            }
        }
    }

    /// Gives labels and their values outside the text their zones, and forgets those inside it that a catalogue would not put there.
    fn mark_labels(&mut self, page: &Page<'_>, start: usize, end: usize) {
        let catalogue = self.labelled.iter().any(Labelled::is_catalogue);
        let announced =
            |names: &str| self.labelled.iter().any(|it| it.names == names && it.is_lone());
        let pair = announced("text.original") && announced("text.translation");
        for labelled in &self.labelled {
            let outside = labelled.lines.end <= start || labelled.lines.start >= end;
            let opens = labelled.opens_text()
                && labelled.is_lone()
                && (catalogue || pair || changes_language(page, labelled.label_line));
            if !(outside && catalogue || opens) {
                continue;
            }
            for line in labelled.lines.clone() {
                let own = labelled.label_line == line;
                self.of[line] = if own { Zone::Label } else { Zone::Value(labelled.names) };
            }
        }
        let of = &self.of;
        let in_sheet = self.sheet.as_ref().map_or(0, |it| it.lines.end);
        self.labelled.retain(|it| {
            it.label_line < in_sheet
                || matches!(of[it.label_line], Zone::Label)
                || matches!(it.names, "sender" | "recipient" | "date.catalogue")
        });
    }
}

/// Says whether the text above a line and the one below it are in different languages.
fn changes_language(page: &Page<'_>, at: usize) -> bool {
    let above = page.lines[..at].iter().rev().find(|it| it.sure).map(|it| it.language);
    let below = page.lines[at + 1..].iter().find(|it| it.sure).map(|it| it.language);
    above.is_some() && below.is_some() && above != below
}

/// A line that repeats across the folder and is no date, no name and no mark of a form: a notice of those who put the pages up.
fn is_notice(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[at];
    line.repeated
        && line.cells.is_empty()
        && !page.is_date_line(line.span)
        && page.words(at).chars().count() >= 24
        && !titles::is_name_line(page.words(at))
}

/// A short line that does not end like a sentence.
pub(crate) fn is_caption(words: &str) -> bool {
    words.chars().count() <= 80
        && !words.ends_with(['.', '。', '!', '?', '！', '？', ':', '：', ','])
}

/// Finds references in every paragraph outside furniture; what a label calls a source is read as a citation, whatever its archive.
fn find_references(page: &Page<'_>, of: &[Zone], labelled: &[Labelled]) -> Vec<Reference> {
    let mut res: Vec<Reference> = Vec::new();
    let sources = labelled.iter().filter(|it| it.names == "source").filter_map(|it| it.value);
    for value in sources {
        res.extend(placed(references::read(value.of(page.text)), value));
    }
    let labelled = res.clone();
    let mut at = 0;
    while at < of.len() {
        let paragraph = page.paragraph_of(at);
        let span = page.span_of(paragraph.clone());
        if !of[paragraph.clone()].iter().all(|it| *it == Zone::Furniture) {
            for found in placed(references::find(span.of(page.text)), span) {
                let known = |it: &Reference| {
                    it.spans.iter().any(|a| found.spans.iter().any(|b| a.overlaps(*b)))
                };
                if !labelled.iter().any(known) {
                    res.push(found);
                }
            }
        }
        at = paragraph.end.max(at + 1);
    }
    res.sort_by_key(|it| it.spans.first().copied());
    res
}

/// References with their spans moved to where the words stand on the page.
fn placed(found: Vec<Reference>, at: Span) -> Vec<Reference> {
    let moved = |it: Span| Span { start: it.start + at.start, end: it.end + at.start };
    let place = |mut it: Reference| {
        it.spans = it.spans.into_iter().map(moved).collect();
        it
    };
    found.into_iter().map(place).collect()
}

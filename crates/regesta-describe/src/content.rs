//! Says what a paragraph of the catalogue is by its own words: rights, credit, source note, digest.

use std::ops::Range;

use crate::{
    communications::cites,
    labels::Labelled,
    page::Page,
    titles, vocabulary,
    zones::{Zone, Zones, is_caption},
};

/// How many bytes a line that credits a translator has at most.
pub(crate) const LONGEST_NOTE: usize = 200;

/// Says whether words credit who translated or obtained the document, and say little else.
pub(crate) fn credits(words: &str) -> bool {
    let names = |field: &str| vocabulary::credited(field, words).next().is_some();
    names("credit.translator") || names("credit.provider")
}

impl Zones {
    /// Gives the lines of a sheet and those above it to the catalogue, and returns the line after it.
    pub(crate) fn mark_sheet(&mut self) -> usize {
        let Some(sheet) = &self.sheet else { return 0 };
        for (line, zone) in self.of.iter_mut().enumerate().take(sheet.lines.end) {
            if *zone == Zone::Text || sheet.lines.contains(&line) {
                *zone = Zone::Other;
            }
        }
        sheet.lines.end
    }

    /// The zone of a paragraph by what it says.
    pub(crate) fn content_zone(&self, page: &Page<'_>, paragraph: Range<usize>) -> Option<Zone> {
        let span = page.span_of(paragraph);
        let words = span.of(page.text);
        if vocabulary::speaks_of_rights(words) {
            return Some(Zone::Rights);
        }
        let rest =
            |name: Range<usize>| words[name.end..].trim_matches(['.', ' ', ',', ';']).is_empty();
        if words.len() < 300 && vocabulary::credited("credit.funder", words).any(rest) {
            return Some(Zone::Funding);
        }
        let cited = cites(&self.cited, span);
        let first = self.cited.partition_point(|it| it.start < span.start);
        let leads = self
            .cited
            .get(first)
            .is_some_and(|it| span.contains(*it) && it.start <= span.start + 2);
        if cited * 2 > words.len() || (leads && words.len() < 300) || (cited > 0 && credits(words))
        {
            return Some(Zone::SourceNote);
        }
        let address = words.starts_with("http") && !words.contains(char::is_whitespace);
        (words.len() < LONGEST_NOTE && (address || credits(words))).then_some(Zone::SourceNote)
    }

    /// A label nobody has listed, alone or with its value, stands between labels of the catalogue.
    pub(crate) fn between_labels(&self, page: &Page<'_>, at: usize, end: usize) -> bool {
        const LABELS: usize = 3;
        let caption = |it: usize| self.of[it] == Zone::Text && is_caption(page.words(it));
        let above = (0..at).rev().take(2).find(|it| self.label_at(*it).is_some() || !caption(*it));
        let labelled = above.and_then(|it| self.label_at(it));
        let labels = || self.labelled.iter().filter(|it| it.is_catalogue()).count();
        end - at <= 2
            && labelled.is_some_and(|it| it.is_catalogue() || it.value.is_some())
            && self.of.get(end).is_some_and(|it| *it != Zone::Text)
            && (at..end).all(caption)
            && labels() >= LABELS
    }

    /// Titles under a heading of the furniture (`Related documents`), between it and more furniture.
    pub(crate) fn is_list_of_links(&self, page: &Page<'_>, at: usize, end: usize) -> bool {
        const REACH: usize = 10;
        let short = |it: usize| self.of[it] == Zone::Text && is_caption(page.words(it));
        let above = (0..at).rev().take(REACH).find(|it| !short(*it));
        let headed = above.is_some_and(|it| self.of[it] == Zone::Furniture);
        let below = self.of.get(end).is_none_or(|it| *it == Zone::Furniture);
        headed && below && (at..end).all(short)
    }

    /// Says whether a line repeats the name of who paid for the page.
    pub(crate) fn names_funder(&self, page: &Page<'_>, words: &str) -> bool {
        let mut funding = self.lines(Zone::Funding).map(|it| page.words(it)).chain(
            self.labelled
                .iter()
                .filter(|it| it.names == "credit.funder")
                .filter_map(|it| Some(it.value?.of(page.text))),
        );
        funding.any(|it| {
            vocabulary::credited("credit.funder", it).any(|name| it[name].trim() == words.trim())
        })
    }

    /// Finds the digest that some pages print between the text and the catalogue without a label: a sentence or two after the document has ended.
    pub(crate) fn read_digest_below(&mut self, page: &Page<'_>, start: usize, end: usize) {
        let labelled = self.labelled.iter().any(|it| it.names == "summary");
        if labelled || end == self.of.len() || end <= start + 3 {
            return;
        }
        let paragraph = page.paragraph_of(end - 1);
        if paragraph.start <= start {
            return;
        }
        let before = page.lines[paragraph.start - 1].span;
        let words = page.span_of(paragraph.clone()).of(page.text);
        let ended = page.is_date_line(before)
            || before.of(page.text).ends_with(['"', '”', '»', '」', '』'])
            || titles::is_name_line(before.of(page.text));
        let sentence = words.ends_with(['.', '。'])
            && words.split_whitespace().count() >= 6
            && words.len() < 900;
        let catalogue_language = page.lines[end..].iter().find(|it| it.sure).map(|it| it.language);
        let same = catalogue_language == Some(page.lines[paragraph.start].language);
        let credit = self.content_zone(page, paragraph.clone()).is_some();
        if ended && sentence && same && !credit {
            self.of[paragraph].fill(Zone::Summary);
        }
    }

    /// Finds the digest that some pages print under the title, above the heading that opens the document's text.
    pub(crate) fn read_digest_above(&mut self, page: &Page<'_>, start: usize) {
        let opening = |it: &&Labelled| it.opens_text() && self.of[it.label_line] == Zone::Label;
        let Some(first) = self.labelled.iter().find(opening) else { return };
        let heading = first.label_line;
        if first.names != "text.original" || heading <= start {
            return;
        }
        let span = page.span_of(start..heading);
        let text_before = (start..heading).all(|it| self.of[it] == Zone::Text);
        if !text_before || span.is_empty() || span.len() > 1_500 {
            return;
        }
        let labelled = self.labelled.iter().any(|it| it.names == "summary");
        for line in start..heading {
            let sentence = page.words(line).ends_with(['.', '。', '!', '?']);
            self.of[line] = if sentence && !labelled { Zone::Summary } else { Zone::Other };
        }
    }
}

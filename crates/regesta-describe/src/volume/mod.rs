//! A file seen as the documents it holds: one, or many, each with its part of the reading text.

mod numerals;
mod repetition;
pub(crate) mod rules;
mod sequence;
mod survey;
pub(crate) mod words;

use std::{borrow::Cow, collections::HashMap};

use regesta_model::{Language, Mark, Record, Segment, SegmentKind, Source, Span};

pub(crate) use self::{
    numerals::number_at,
    sequence::ascending,
    survey::{Gap, Survey, has_date},
};
use crate::{RepeatedLines, furniture, volumes};

/// Where a document of a volume begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    /// Its first line, by place among the lines that are not blank.
    pub(crate) line: usize,
    /// The lines that tell it from the others: number and title, the head of a letter. Its id is made of them.
    pub(crate) head: std::ops::Range<usize>,
    /// The number it has in the volume, or another id the file gives it.
    pub(crate) number: Option<Span>,
    /// Words that part it from the one before and belong to neither: its number, a rule, an envelope.
    pub(crate) dividers: Vec<Span>,
}

/// One document's part of a file.
#[derive(Clone, Debug)]
pub(crate) struct Part<'a> {
    /// The part of the reading text.
    pub(crate) span: Span,
    /// Words that part it from the document before.
    pub(crate) dividers: Vec<Span>,
    /// What the format says about the part, outer before inner.
    pub(crate) marks: Cow<'a, [Mark]>,
    id: String,
    number: Option<Span>,
}

/// A file divided into its documents.
#[derive(Clone, Debug)]
pub struct Volume<'a> {
    source: &'a Source,
    /// What stands before the first document and belongs to none.
    front: Span,
    parts: Vec<Part<'a>>,
    /// Lines that repeat in its documents, as lines repeat in the files of a folder.
    repeated: RepeatedLines,
}

impl<'a> Volume<'a> {
    /// Divides a source, in one pass over its lines. A source without words holds no document.
    pub fn new(source: &'a Source) -> Self {
        let text = source.text.as_str();
        let mut res = Volume {
            source,
            front: Span::default(),
            parts: Vec::new(),
            repeated: RepeatedLines::default(),
        };
        if text.trim().is_empty() {
            return res;
        }
        let survey = Survey::new(source);
        let starts = volumes::ALL.iter().map(|it| (it.find)(&survey)).find(|it| it.len() > 1);
        match starts {
            Some(starts) => res.divide(&survey, &starts),
            None => res.parts.push(Part {
                span: Span::new(0..text.len()),
                dividers: Vec::new(),
                marks: Cow::Borrowed(&source.marks),
                id: record_id(&format!("{} #0", source.name)),
                number: None,
            }),
        }
        res
    }

    /// Returns how many documents the file holds.
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// Says whether the file holds no document at all.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Returns each document's part of the reading text, and the number the file gives it.
    pub fn outline(&self) -> Vec<(Span, Option<Span>)> {
        self.parts.iter().map(|it| (it.span, it.number)).collect()
    }

    /// Describes the document at this place, from 0; there is none at `len` or after it.
    pub fn describe(&self, place: usize, repeated: &RepeatedLines) -> Option<Record> {
        let part = self.parts.get(place)?;
        let lines = [repeated, &self.repeated];
        let mut res = crate::describe_part(self.source, part, &lines);
        res.id.clone_from(&part.id);
        res.source_id = part.number.map(|it| it.of(&self.source.text).to_owned());
        if place == 0 && !self.front.is_empty() {
            let front = Segment {
                kind: SegmentKind::FrontMatter,
                language: Some(Language::Undetermined),
                spans: vec![self.front],
            };
            res.segments.insert(0, front);
        }
        Some(res)
    }

    /// Cuts the text at the starts: every character after the first belongs to the document before it.
    fn divide(&mut self, survey: &Survey<'_>, starts: &[Start]) {
        let text = self.source.text.as_str();
        let begin =
            |it: &Start| survey.line(it.line).map_or(text.len(), |it| it.span.start as usize);
        let ends = starts.iter().skip(1).map(begin).chain([text.len()]);
        let mut ids = Ids::new(&self.source.name);
        // What stands under the next head is the next document's, and no id is made of it.
        let lasts = starts.iter().skip(1).map(|it| it.line).chain([survey.lines.len()]);
        for ((start, end), last) in starts.iter().zip(ends).zip(lasts) {
            let head = start.head.start..start.head.end.min(last);
            self.parts.push(Part {
                span: Span::new(begin(start)..end.max(begin(start))),
                dividers: start.dividers.clone(),
                marks: Cow::Owned(Vec::new()),
                id: ids.give(survey, &Start { head, ..start.clone() }),
                number: start.number,
            });
        }
        let front = Span::new(0..starts.first().map_or(0, begin));
        self.front = front.trimmed(text);
        self.share_marks();
        let spans = self.parts.iter().map(|it| it.span);
        self.repeated = repetition::repeated(text, spans);
    }

    /// Gives each document the marks that share words with it.
    fn share_marks(&mut self) {
        for mark in &self.source.marks {
            let first = self.parts.partition_point(|it| it.span.end <= mark.span.start);
            let rest = self.parts.get_mut(first..).unwrap_or_default();
            for part in rest.iter_mut().take_while(|it| it.span.start < mark.span.end) {
                part.marks.to_mut().push(mark.clone());
            }
        }
    }
}

/// Ids of the documents of one volume, made of what each is headed with, so that one put in among them changes no other's.
struct Ids<'a> {
    name: &'a str,
    taken: HashMap<u64, usize>,
}

impl<'a> Ids<'a> {
    fn new(name: &'a str) -> Self {
        Ids { name, taken: HashMap::new() }
    }

    /// The id of the next document: of its head without its number, with the number where that is not its own, with its place among its likes at last.
    fn give(&mut self, survey: &Survey<'_>, start: &Start) -> String {
        let name = self.name;
        let number = start.number.map(|it| it.of(survey.text)).unwrap_or_default();
        let bare = format!("{name} {}", survey.head_words(start));
        let numbered = format!("{bare} {number}");
        for key in [bare, numbered.clone()] {
            let count = self.taken.entry(furniture::fingerprint(&key)).or_default();
            *count += 1;
            if *count == 1 {
                return record_id(&key);
            }
        }
        let count = self.taken.get(&furniture::fingerprint(&numbered)).copied().unwrap_or_default();
        record_id(&format!("{numbered} #{count}"))
    }
}

/// Id of a record in 12 letters and digits that are easily told apart.
fn record_id(key: &str) -> String {
    const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let mut value = furniture::fingerprint(key);
    (0..12)
        .map(|_| {
            let letter = LETTERS[(value % LETTERS.len() as u64) as usize];
            value /= LETTERS.len() as u64;
            char::from(letter)
        })
        .collect()
}

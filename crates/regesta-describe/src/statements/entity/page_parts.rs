//! Where names count: the parts of the page, the stretches of text in them, and the communications inside which persons are named.

use std::ops::Range;

use regesta_model::Span;

use crate::{Context, communications::LineKind, page::Page, zones::Zone};

/// A part of the page whose mentions of somebody are one entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Part {
    /// The title.
    Title,
    /// The digest.
    Summary,
    /// The citation.
    Citation,
    /// The note on the source.
    Source,
    /// A text, by its place among the texts.
    Text(usize),
    /// The words above the first communication of a text.
    Form(usize),
    /// A row of a table.
    Row(usize),
}

/// Words of a communication, with the place of the communication and how long all its words are.
struct Piece {
    span: Span,
    draft: usize,
    len: usize,
}

/// Where names count on a page.
pub(super) struct Places<'a> {
    context: &'a Context<'a>,
    /// The part of each line.
    parts: Vec<Option<Part>>,
    /// For each text the words of its communications, and its signatures, in order.
    pieces: Vec<Pieces>,
}

/// The words of the communications of a text, and their signatures, in order.
type Pieces = (Vec<Piece>, Vec<(Span, usize)>);

/// How many pieces that begin before a mention are asked whether it stands in them.
const ASKED: usize = 12;

impl<'a> Places<'a> {
    /// Finds the parts of a page.
    pub(super) fn new(context: &'a Context<'a>) -> Places<'a> {
        let mut parts: Vec<Option<Part>> =
            context.zones.of.iter().map(|it| catalogue_part(*it)).collect();
        for (place, (text, outline)) in context.texts.iter().zip(context.outlines).enumerate() {
            for at in &text.lines {
                let table = matches!(outline.kind_of(*at), Some(LineKind::Table));
                let part = match (table, outline.is_form(*at)) {
                    (true, _) => Part::Row(*at),
                    (_, true) => Part::Form(place),
                    _ => Part::Text(place),
                };
                if let Some(slot) = parts.get_mut(*at) {
                    *slot = Some(part);
                }
            }
        }
        let pieces = context.outlines.iter().map(|outline| {
            let drafts = || outline.drafts.iter().enumerate();
            let mut pieces: Vec<Piece> = drafts()
                .flat_map(|(draft, it)| {
                    let len = it.pieces.iter().map(|it| it.len()).sum::<usize>();
                    it.pieces.iter().map(move |span| Piece { span: *span, draft, len })
                })
                .collect();
            pieces.sort_by_key(|it| (it.span.start, it.draft));
            let mut signatures: Vec<(Span, usize)> = drafts()
                .flat_map(|(draft, it)| it.signatures.iter().map(move |span| (*span, draft)))
                .collect();
            signatures.sort_unstable();
            (pieces, signatures)
        });
        Places { context, parts, pieces: pieces.collect() }
    }

    /// The stretches of text in which names count: lines of one paragraph and one part.
    pub(super) fn stretches(&self, page: &'a Page<'a>) -> Vec<(Span, Part, Range<usize>)> {
        let mut res: Vec<(Span, Part, Range<usize>)> = Vec::new();
        let mut paragraph = usize::MAX;
        for (at, (line, part)) in page.lines.iter().zip(&self.parts).enumerate() {
            let Some(part) = *part else { continue };
            match res.last_mut() {
                Some((span, before, lines))
                    if *before == part && lines.end == at && paragraph == line.paragraph =>
                {
                    *span = span.join(line.span);
                    lines.end = at + 1;
                }
                _ => res.push((line.span, part, at..at + 1)),
            }
            paragraph = line.paragraph;
        }
        res
    }

    /// Whether a line is a salutation.
    pub(super) fn is_salutation(&self, line: usize) -> bool {
        let mut outlines = self.context.outlines.iter();
        outlines.any(|it| matches!(it.kind_of(line), Some(LineKind::Salutation(_))))
    }

    /// The innermost communication in which a person is named, counted from 1; of other parts than texts the part is enough.
    pub(super) fn within(&self, part: Part, span: Span) -> usize {
        let Part::Text(place) = part else { return 0 };
        let Some((pieces, signatures)) = self.pieces.get(place) else { return 0 };
        let signed = signatures.partition_point(|it| it.0.end <= span.start);
        if let Some((_, draft)) = signatures.get(signed).filter(|it| it.0.overlaps(span)) {
            return draft + 1;
        }
        let to = pieces.partition_point(|it| it.span.start <= span.start);
        let near = pieces.get(to.saturating_sub(ASKED)..to).unwrap_or_default();
        let inside = near.iter().filter(|it| it.span.contains(span));
        inside.min_by_key(|it| (it.len, std::cmp::Reverse(it.draft))).map_or(0, |it| it.draft + 1)
    }
}

fn catalogue_part(zone: Zone) -> Option<Part> {
    match zone {
        Zone::Title | Zone::Value("title") => Some(Part::Title),
        Zone::Summary | Zone::Value("summary") => Some(Part::Summary),
        Zone::Value("citation") => Some(Part::Citation),
        Zone::SourceNote | Zone::Value("source") => Some(Part::Source),
        _ => None,
    }
}

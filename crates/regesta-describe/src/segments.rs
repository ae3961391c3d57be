//! Names the parts of the page, and gathers them into layers.

use regesta_model::{Language, Layer, LayerRole, Segment, SegmentKind, Span};

use crate::{
    Context,
    communications::{LineKind, Outline},
    editorial,
    layers::TextLayer,
    points::{self, Point},
    zones::Zone,
};

/// The parts of the page, in reading order, outer before inner.
pub(crate) fn segments(context: &Context<'_>) -> Vec<Segment> {
    let mut res: Vec<Segment> = Vec::new();
    let page = context.page;
    let mut at = 0;
    while at < context.zones.of.len() {
        let kind = line_zone_kind(context, at);
        let run = (at..context.zones.of.len())
            .take_while(|it| line_zone_kind(context, *it) == kind)
            .count();
        if let Some(kind) = kind {
            let line = page.lines[at..at + run].iter().find(|it| it.sure);
            res.push(Segment {
                kind,
                language: line.map(|it| it.language),
                spans: vec![page.span_of(at..at + run)],
            });
        }
        at += run;
    }
    for (text, outline) in context.texts.iter().zip(context.outlines) {
        res.extend(text_segments(context, text, outline));
    }
    res.extend(points(context));
    res.retain(|it| !it.spans.is_empty());
    res.sort_by_key(|it| {
        let first = it.spans.first().copied().unwrap_or_default();
        let last = it.spans.last().copied().unwrap_or_default();
        (first.start, std::cmp::Reverse(last.end), it.kind)
    });
    res
}

/// The parts of one text: lines by what they are, the form above, the block below, the words of each communication.
fn text_segments(context: &Context<'_>, text: &TextLayer, outline: &Outline) -> Vec<Segment> {
    let page = context.page;
    let mut res = Vec::new();
    let language = Some(text.language);
    res.push(Segment { kind: SegmentKind::TextLayer, language, spans: text.pieces(page) });
    for run in outline.kinds.chunk_by(|a, b| line_kind(&a.1) == line_kind(&b.1) && a.0 + 1 == b.0) {
        let signs = |it: &SegmentKind| *it != SegmentKind::Signature || !outline.is_form(run[0].0);
        let kind = line_kind(&run[0].1).filter(signs).map(|it| match it {
            SegmentKind::ClosingDate if outline.is_form(run[0].0) => SegmentKind::Dateline,
            it => it,
        });
        if let (Some(kind), Some(first), Some(last)) = (kind, run.first(), run.last()) {
            res.push(Segment { kind, language, spans: vec![page.span_of(first.0..last.0 + 1)] });
        }
    }
    let runs = |lines: &[usize]| -> Vec<Span> {
        let runs = lines.chunk_by(|a, b| a + 1 == *b);
        runs.filter_map(|run| Some(page.span_of(*run.first()?..run.last()? + 1))).collect()
    };
    for (kind, spans) in [
        (SegmentKind::Form, runs(&outline.form)),
        (SegmentKind::Processing, runs(&outline.processing)),
    ] {
        if !spans.is_empty() {
            res.push(Segment { kind, language, spans });
        }
    }
    res.extend(salutations(context, text, outline));
    res.extend(editors_words(context, text));
    for draft in &outline.drafts {
        res.push(Segment {
            kind: SegmentKind::CommunicationBody,
            language,
            spans: draft.pieces.clone(),
        });
    }
    res
}

/// A line that is worded like a salutation calls somebody only where it opens a communication.
fn salutations(context: &Context<'_>, text: &TextLayer, outline: &Outline) -> Vec<Segment> {
    let language = Some(text.language);
    let called = || outline.drafts.iter().flat_map(|it| &it.recipients);
    let segment = |(_, kind): &(usize, LineKind)| {
        let LineKind::Salutation(found) = kind else { return None };
        called().any(|it| it.overlaps(found.span)).then(|| Segment {
            kind: SegmentKind::Salutation,
            language,
            spans: vec![found.span.trimmed(context.page.text)],
        })
    };
    outline.kinds.iter().filter_map(segment).collect()
}

/// Notes and brackets of editors and translators inside a text.
fn editors_words(context: &Context<'_>, text: &TextLayer) -> Vec<Segment> {
    let page = context.page;
    let (mut res, language) = (Vec::new(), Some(text.language));
    // A note that fills its paragraph needs no brackets: `Translator's note: ...`.
    let noted = |it: usize| {
        let label = page.words(it).split_once([':', '：']).map(|(label, _)| label);
        label.is_some_and(|it| it.len() <= 48 && editorial::is_note(it))
    };
    for at in text.lines.iter().copied().filter(|it| noted(*it)) {
        let rest = page.span_of(at..page.paragraph_of(at).end);
        res.push(Segment { kind: SegmentKind::EditorialNote, language, spans: vec![rest] });
    }
    for piece in text.pieces(page) {
        let found = editorial::find(page.text, piece);
        res.extend(found.into_iter().map(|(kind, span)| Segment {
            kind,
            language,
            spans: vec![span],
        }));
    }
    res
}

/// The points of numbered lists, each with all it holds.
fn points(context: &Context<'_>) -> Vec<Segment> {
    let sentences = context.sentences();
    let points = points::points(context.page.text, sentences);
    let segment = |(at, point): (usize, &Point)| {
        let language = sentences.get(point.sentences.start).map(|it| it.language);
        let deeper = points.get(at + 1..).unwrap_or_default().iter();
        let inner = deeper.take_while(|it| it.list == point.list && it.depth > point.depth);
        let spans = vec![inner.fold(point.span, |whole, it| whole.join(it.span))];
        Segment { kind: SegmentKind::NumberedPoint, language, spans }
    };
    points.iter().enumerate().map(segment).collect()
}

/// The kind of a line's zone: furniture of a saved web page is a fault only where it stands between words of the document.
fn line_zone_kind(context: &Context<'_>, at: usize) -> Option<SegmentKind> {
    let kind = zone_kind(context.zones.of[at]);
    let saved_page = !context.page.source.text_is_file;
    let ends =
        || context.texts.iter().filter_map(|it| Some((*it.lines.first()?, *it.lines.last()?)));
    let among = || ends().any(|(first, _)| first < at) && ends().any(|(_, last)| last > at);
    let marked = context.page.lines[at].marks.furniture;
    match kind {
        Some(SegmentKind::PageChrome) if saved_page && (marked || !among()) => {
            Some(SegmentKind::Navigation)
        }
        kind => kind,
    }
}

fn zone_kind(zone: Zone) -> Option<SegmentKind> {
    Some(match zone {
        Zone::Furniture => SegmentKind::PageChrome,
        Zone::Head => SegmentKind::PageHead,
        Zone::Label => SegmentKind::Label,
        Zone::CatalogueDate | Zone::PrintedDate => SegmentKind::CatalogueDate,
        Zone::Title => SegmentKind::CatalogueTitle,
        Zone::Funding => SegmentKind::FundingCredit,
        Zone::SourceNote => SegmentKind::SourceNote,
        Zone::Rights => SegmentKind::Rights,
        Zone::Summary => SegmentKind::Summary,
        Zone::Value("summary") => SegmentKind::Summary,
        Zone::Value("citation") => SegmentKind::Citation,
        Zone::Value("contents") => SegmentKind::Contents,
        Zone::Value("rights") => SegmentKind::Rights,
        Zone::Value("source") => SegmentKind::SourceNote,
        Zone::Value(_) | Zone::Other => SegmentKind::CatalogueValue,
        Zone::Text => return None,
    })
}

fn line_kind(kind: &LineKind) -> Option<SegmentKind> {
    Some(match kind {
        LineKind::Table => SegmentKind::DistributionTable,
        LineKind::SheetHeader => SegmentKind::SheetHeader,
        LineKind::SheetFooter => SegmentKind::SheetFooter,
        LineKind::Reference => SegmentKind::ArchivalReference,
        LineKind::EndMark => SegmentKind::EndMark,
        LineKind::EnclosureHeading => SegmentKind::Heading,
        LineKind::Close => SegmentKind::Closing,
        LineKind::Date => SegmentKind::ClosingDate,
        LineKind::Name => SegmentKind::Signature,
        _ => return None,
    })
}

/// The layers of the document: its texts, then the digest, the catalogue, the furniture.
pub(crate) fn layers(context: &Context<'_>) -> Vec<Layer> {
    let page = context.page;
    let mut res: Vec<Layer> = Vec::new();
    let mut add = |role, language, spans: Vec<Span>| {
        if !spans.is_empty() {
            let id = format!("l{}", res.len() + 1);
            res.push(Layer { id, role, language, spans });
        }
    };
    for text in context.texts {
        add(text.role, text.language, text.pieces(page));
    }
    let said = |lines: &[usize]| {
        lines
            .iter()
            .find(|it| page.lines[**it].sure)
            .map_or(Language::Undetermined, |it| page.lines[*it].language)
    };
    for role in [LayerRole::Summary, LayerRole::Catalogue, LayerRole::Chrome] {
        let lines: Vec<usize> = (0..page.lines.len())
            .filter(|it| zone_role(context.zones.of[*it]) == Some(role))
            .collect();
        let runs = lines.chunk_by(|a, b| a + 1 == *b);
        let spans =
            runs.filter_map(|run| Some(page.span_of(*run.first()?..run.last()? + 1))).collect();
        add(role, said(&lines), spans);
    }
    res
}

fn zone_role(zone: Zone) -> Option<LayerRole> {
    match zone {
        Zone::Text => None,
        Zone::Summary | Zone::Value("summary") => Some(LayerRole::Summary),
        Zone::Furniture | Zone::Head => Some(LayerRole::Chrome),
        _ => Some(LayerRole::Catalogue),
    }
}

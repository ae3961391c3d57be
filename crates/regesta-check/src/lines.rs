//! The lines of a layer as they were broken: how wide, and whether a line ends where a sentence does.

use regesta_model::{Layer, Record, Segment, SegmentKind, Span};

/// A line of a layer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    /// The line without the white space at its ends.
    pub(crate) span: Span,
    /// Its width in columns; a Han character or a syllable takes two.
    pub(crate) width: usize,
    /// Whether a blank line, or the beginning of a piece of the layer, stands before it.
    pub(crate) opens: bool,
}

/// Returns the lines of a layer that are running text: no rows of tables, no lines of a form.
pub(crate) fn of_layer(text: &str, record: &Record, layer: &Layer) -> Vec<Line> {
    let form = |it: &&Segment| {
        matches!(
            it.kind,
            SegmentKind::Form
                | SegmentKind::DistributionTable
                | SegmentKind::Processing
                | SegmentKind::SheetHeader
                | SegmentKind::SheetFooter
        )
    };
    let mut form: Vec<Span> =
        record.segments.iter().filter(form).flat_map(|it| it.spans.iter().copied()).collect();
    form.sort_unstable();
    let mut res = Vec::new();
    for piece in &layer.spans {
        let (mut at, mut opens) = (piece.start as usize, true);
        for line in piece.of(text).split_inclusive('\n') {
            let span = Span::new(at..at + line.len()).trimmed(text);
            at += line.len();
            let first = form.partition_point(|it| it.end <= span.start);
            let on_form = form.get(first).is_some_and(|it| it.overlaps(span));
            if span.is_empty() || on_form || span.of(text).starts_with('|') {
                opens = true;
                continue;
            }
            res.push(Line { span, width: width(span.of(text)), opens });
            opens = false;
        }
    }
    res
}

fn width(words: &str) -> usize {
    words.chars().map(|it| if (it as u32) < 0x1100 { 1 } else { 2 }).sum()
}

/// Says whether words end a sentence, a heading or a list's lead.
pub(crate) fn stops(words: &str) -> bool {
    let bare = words.trim_end_matches(['"', '”', '»', '’', '」', '』', ')', '）', ']', '*', '_']);
    bare.ends_with(['.', '!', '?', ':', ';', '…', '。', '！', '？', '：', '；'])
}

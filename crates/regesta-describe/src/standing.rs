//! Where a statement stands: in which communication, and which words of the original it renders.

use regesta_model::{Communication, Record, Span};

/// The innermost communication that a place belongs to.
pub(crate) fn communication_of(record: &Record, span: Span) -> Option<&Communication> {
    let holding = record.communications.iter().filter_map(|it| {
        let piece = it.spans.iter().find(|piece| piece.overlaps(span))?;
        Some((piece.len(), it))
    });
    holding.min_by_key(|(len, _)| *len).map(|(_, it)| it)
}

/// The words of the original that these words of a translation render.
pub(crate) fn rendered(record: &Record, span: Span) -> Vec<Span> {
    let unit = record.alignments.iter().filter(|it| !it.source.is_empty());
    unit.filter(|it| it.target.iter().any(|target| target.overlaps(span)))
        .flat_map(|it| it.source.iter().copied())
        .collect()
}
